import { mapCapabilities } from '../../analysis/mapCapabilities.ts';
import { CapabilityMapChart } from '../../charts/capabilityMap/CapabilityMapChart.tsx';
import {
  capabilityTree,
  type Heat,
  type MapNode,
  pathTo,
} from '../../charts/capabilityMap/capabilityTree.ts';
import {
  type CapabilityMapSpeech,
  capabilityMapLegend,
  capabilityMapTable,
  capabilityMapWords,
  describeCapabilityMap,
} from '../../charts/capabilityMap/describe.ts';
import { layoutCapabilityMap, mostOf } from '../../charts/capabilityMap/layout.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { mapInQuarter } from '../../features/coverage/useCapabilityMap.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { LARGE, leastZoomRoom, legibleZoom } from '../legible.ts';
import { shownCoverage } from './coverageLook.ts';
import { type NamedMap, namedMap } from './namedMap.ts';

/** Its smallest words, and what a page takes of its height around it, px. */
const SMALL_TEXT = 11;
const AROUND = 220;
/** So few boxes are drawn large. */
const FEW_BOXES = 24;

/** The capabilities as nested boxes, shaded by what was chosen, else by what the portfolio has most to say about. */
export function capabilityPages(context: PageContext): readonly PageDraft[] {
  const { records, options, measure, figures, say, join, look } = context;
  const found = shownCoverage(context, 'map');
  if (!found) return [];
  const { coverage, base, quarter, title, subtitle } = found;
  const words = say('coverage');
  const capabilities = mapCapabilities(records, coverage);
  const rootName = words('map.all');
  const at = quarter && mapInQuarter(capabilities, base.cells, quarter.time, rootName);
  const all: MapNode = quarter && at ? at(quarter.at) : capabilityTree(capabilities, base.cells, rootName);
  // The branch that was opened; all where it is gone.
  const path = pathTo(all, look?.coverage?.branch ?? null);
  const root = path.at(-1) ?? all;
  const branch = path.length > 1 ? root.id : null;
  const heat: Heat =
    look?.coverage?.heat ?? (root.gaps > 0 ? 'gap' : (root.redundant ?? 0) > 0 ? 'overlap' : 'supply');
  const speech: CapabilityMapSpeech = { say: words, figures, heat, quarter: quarter?.name ?? null };
  const mapWords = capabilityMapWords(speech);
  // One scale for all quarters, so that a box that fades has really lost money.
  const most =
    quarter && at
      ? Math.max(
          0,
          ...quarter.time.quarters.map((_, q) =>
            mostOf(pathTo(at(q), branch).at(-1) ?? at(q), heat, mapWords),
          ),
        )
      : null;
  const laidOut = (width: number, height: number) =>
    namedMap(root, heat, (shown) =>
      layoutCapabilityMap(shown, heat, { width, height }, mapWords, measure, most),
    );
  const reports = say('reports');
  const cutText = ({ kind, shown }: NonNullable<NamedMap['cut']>): string =>
    reports(kind === 'areas' ? 'cut.areas' : 'cut.mostHeat', {
      shown: figures.number(shown),
      all: figures.number(root.children.length),
    });
  const least = leastZoomRoom(options.pageSize, SMALL_TEXT, AROUND);
  const usual = laidOut(least.width, least.height);
  return [
    {
      name: reports('page.capabilities'),
      twin: 'capabilities',
      title,
      subtitle: branch === null ? subtitle : join([words('map.branch', { name: root.name }), subtitle]),
      description: describeCapabilityMap(root, usual.layout, speech),
      basis: 'derived',
      // Boxes have less room for their names when they are drawn larger.
      mostZoom: usual.cut !== null && usual.cut.shown <= FEW_BOXES ? LARGE : legibleZoom(SMALL_TEXT),
      drawing: ({ width, height }) => {
        const { layout, cut } = laidOut(width, height);
        return {
          ...wholePicture(layout, (drawn) => <CapabilityMapChart {...drawn} heat={heat} selected={null} />),
          legend: capabilityMapLegend(layout, speech),
          ...(cut ? { cut: cutText(cut) } : {}),
        };
      },
      table: reportTable(capabilityMapTable(root, speech, [])),
    },
  ];
}
