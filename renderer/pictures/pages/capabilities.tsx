import { mapCapabilities } from '../../analysis/mapCapabilities.ts';
import { matrixData } from '../../analysis/matrixData.ts';
import { CapabilityMapChart } from '../../charts/capabilityMap/CapabilityMapChart.tsx';
import { capabilityTree, type Heat } from '../../charts/capabilityMap/capabilityTree.ts';
import {
  type CapabilityMapSpeech,
  capabilityMapLegend,
  capabilityMapTable,
  capabilityMapWords,
  describeCapabilityMap,
} from '../../charts/capabilityMap/describe.ts';
import { layoutCapabilityMap } from '../../charts/capabilityMap/layout.ts';
import { coverageFinding, coverageSubtitle } from '../../features/coverage/coverageTitle.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

/** The capabilities as nested boxes, all time together, shaded by what the portfolio has most to say about. */
export function capabilityPages(context: PageContext): readonly PageDraft[] {
  const { records, results, measure, figures, say } = context;
  const { coverage } = results;
  if (!coverage || Object.keys(records.capability).length === 0 || results.initiatives.length === 0)
    return [];
  const { analysis } = coverage;
  const base = matrixData(records, coverage);
  const words = say('coverage');
  const root = capabilityTree(mapCapabilities(records, coverage), base.cells, words('map.all'));
  const heat: Heat = root.gaps > 0 ? 'gap' : (root.redundant ?? 0) > 0 ? 'overlap' : 'supply';
  const speech: CapabilityMapSpeech = { say: words, figures, heat, quarter: null };
  const mapWords = capabilityMapWords(speech);
  const laidOut = (width: number, height: number) =>
    layoutCapabilityMap(root, heat, { width, height }, mapWords, measure, null);
  return [
    {
      name: say('reports')('page.capabilities'),
      title: coverageFinding(base, analysis.totals.redundant_money, { say: words, figures }),
      subtitle: coverageSubtitle(base, analysis.unknown_money.length, words, 'map'),
      description: describeCapabilityMap(root, laidOut(1000, 540), speech),
      modelled: false,
      mostZoom: 0.88,
      drawing: ({ width, height }) => {
        const layout = laidOut(width, height);
        return {
          width: layout.width,
          height: layout.height,
          legend: capabilityMapLegend(layout, speech),
          draw: (patterns) => (
            <CapabilityMapChart
              layout={layout}
              heat={heat}
              patterns={patterns}
              active={null}
              selected={null}
              viewport={{ top: 0, bottom: layout.height }}
            />
          ),
        };
      },
      table: reportTable(capabilityMapTable(root, speech, [])),
    },
  ];
}
