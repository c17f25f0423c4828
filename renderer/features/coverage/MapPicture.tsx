import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import {
  CANVAS_FROM,
  CapabilityMapCanvas,
  CapabilityMapChart,
} from '../../charts/capabilityMap/CapabilityMapChart.tsx';
import { ITSELF, type MapNode, pathTo } from '../../charts/capabilityMap/capabilityTree.ts';
import {
  type CapabilityMapSpeech,
  capabilityCard,
  capabilityMapLegend,
  capabilityMapTable,
  capabilityMapWords,
  describeCapabilityMap,
} from '../../charts/capabilityMap/describe.ts';
import { layoutCapabilityMap, mostOf, sectionMark, tileMark } from '../../charts/capabilityMap/layout.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { DrawNamed } from '../../charts/frame/NamedText.tsx';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import type { MatrixData } from '../../charts/matrix/matrixData.ts';
import { mapHeats, useCoverageLook } from '../../state/coverageStore.ts';
import { useView } from '../../state/viewStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useFooter } from '../flow/useFooter.ts';
import css from './coverage.module.css';
import { useCapabilityMap } from './useCapabilityMap.ts';
import type { ChosenQuarter } from './useQuarters.ts';

/** As high as a page shows under its head; narrow pages are scrolled rather than cut short. */
const heightFor = (width: number): number => (width < 760 ? 680 : 540);
/** A map of very many boxes scrolls inside its frame. */
const MOST_HEIGHT = 760;

/** The capabilities as nested boxes, zoomed into one branch, with the way up as a path. */
export function MapPicture({
  records,
  coverage,
  base,
  quarter,
  title,
  subtitle,
  draw,
}: {
  readonly records: PortfolioRecords;
  readonly coverage: PortfolioCoverage;
  readonly base: MatrixData;
  readonly quarter: ChosenQuarter | null;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
}) {
  const { t } = useTranslation('coverage');
  const figures = useFigureWords();
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const { heat, branch, set } = useCoverageLook();
  const selection = useView((state) => state.selection);
  const select = useView((state) => state.select);
  const setView = useView((state) => state.set);
  const map = useCapabilityMap(records, coverage, base.cells, quarter, t('map.all'));
  const path = useMemo(() => pathTo(map.root, branch), [map.root, branch]);
  const focus = path.at(-1)!;
  const name = quarter?.at == null ? null : quarter.name(quarter.at);
  const speech = useMemo<CapabilityMapSpeech>(
    () => ({ say: t, figures, heat, quarter: name }),
    [t, figures, heat, name],
  );
  const words = useMemo(() => capabilityMapWords(speech), [speech]);
  const { ofQuarters } = map;
  const inQuarters = name !== null;
  const focusId = branch === null || focus.id === '' ? null : focus.id;
  // One scale for all quarters, so that a box that fades has really lost money.
  const most = useMemo(() => {
    if (!inQuarters || !ofQuarters) return null;
    const each = ofQuarters().map((root) => mostOf(pathTo(root, focusId).at(-1)!, heat, words));
    return Math.max(0, ...each);
  }, [inQuarters, ofQuarters, focusId, heat, words]);
  const layout = useMemo(
    () => layoutCapabilityMap(focus, heat, { width, height: heightFor(width) }, words, measure, most),
    [focus, heat, width, words, measure, most],
  );
  const nodes = useMemo(() => {
    const found = new Map<string, MapNode>();
    for (const { node, tiles } of layout.sections) {
      if (node) found.set(sectionMark(node.id), node);
      for (const tile of tiles) found.set(tile.id, tile.node);
    }
    return found;
  }, [layout]);
  const marked = useMemo(() => {
    const id =
      selection?.kind === 'capability'
        ? selection.id
        : selection?.kind === 'finding'
          ? selection.id.slice(selection.id.indexOf(':') + 1)
          : null;
    if (id === null) return null;
    return (
      [tileMark(id), tileMark(`${id}${ITSELF}`), sectionMark(id)].find((mark) => nodes.has(mark)) ?? null
    );
  }, [selection, nodes]);
  const { quarterColumns } = map;
  const table = useCallback(
    () => capabilityMapTable(focus, speech, quarterColumns(heat)),
    [focus, speech, quarterColumns, heat],
  );
  const up = path.length > 1 ? () => set({ branch: path.at(-2)!.id || null }) : null;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Backspace') return;
    if (event.altKey || event.ctrlKey || event.metaKey || !up) return;
    event.preventDefault();
    event.stopPropagation();
    up();
  };
  const onCanvas = layout.tileCount > CANVAS_FROM;
  return (
    <div ref={ref} className={css.picture} onKeyDownCapture={onKey}>
      <ChartFrame
        name="capabilities"
        words={{
          title,
          subtitle:
            focusId === null ? subtitle : joinSentences([t('map.branch', { name: focus.name }), subtitle]),
          draw,
          footer,
          description: describeCapabilityMap(focus, layout, speech),
        }}
        legend={capabilityMapLegend(layout, speech)}
        table={table}
        marks={layout.marks}
        cardOf={(id) => capabilityCard(nodes.get(id)!, speech)}
        onActivate={(id) => {
          const node = nodes.get(id)!;
          setView({ inspectorOpen: true });
          select({
            kind: 'capability',
            id: node.id.endsWith(ITSELF) ? node.id.slice(0, -ITSELF.length) : node.id,
          });
          if (node.children.length > 0) set({ branch: node.id });
        }}
        size={layout}
        measure={measure}
        scale={scale}
        {...(layout.height > MOST_HEIGHT ? { maxHeight: MOST_HEIGHT } : {})}
        drawing={(patterns, active, viewport) => (
          <CapabilityMapChart
            {...{ layout, heat, patterns, active, viewport }}
            selected={marked}
            tilesOnCanvas={onCanvas}
          />
        )}
        picture={() =>
          wholePicture(layout, (drawn) => <CapabilityMapChart {...drawn} heat={heat} selected={null} />)
        }
        overlay={
          onCanvas
            ? (viewport, shown) => <CapabilityMapCanvas {...{ layout, heat, viewport }} scale={shown} />
            : undefined
        }
        toolbar={
          <>
            <SelectField
              compact
              label={t('heat.label')}
              value={heat}
              choices={mapHeats.map((id) => ({ id, text: t(`heat.${id}`) }))}
              onChange={(next) => set({ heat: next })}
            />
            {path.length > 1 && (
              <nav aria-label={t('map.path')} className={css.path}>
                {path.map((node, k) => (
                  <span key={node.id}>
                    {k > 0 && <ChevronRight size={13} aria-hidden="true" />}
                    {k === path.length - 1 ? (
                      <span aria-current="location">{node.name}</span>
                    ) : (
                      <button
                        type="button"
                        className={css.link}
                        onClick={() => set({ branch: node.id === '' ? null : node.id })}
                      >
                        {node.name}
                      </button>
                    )}
                  </span>
                ))}
              </nav>
            )}
          </>
        }
      />
    </div>
  );
}
