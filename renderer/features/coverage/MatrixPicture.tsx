import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { DrawNamed } from '../../charts/frame/NamedText.tsx';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import {
  describeMatrix,
  type MatrixSpeech,
  matrixCard,
  matrixLegend,
  matrixTable,
  matrixWords,
} from '../../charts/matrix/describe.ts';
import { layoutMatrix } from '../../charts/matrix/layout.ts';
import { CANVAS_FROM, MatrixCanvas, MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import type { MatrixData } from '../../charts/matrix/matrixData.ts';
import { matrixColumns, matrixOrders, useCoverageLook } from '../../state/coverageStore.ts';
import { isFlag, isText, oneOf, useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useFooter } from '../flow/useFooter.ts';
import css from './coverage.module.css';
import { useMatrix } from './useMatrix.ts';
import type { ChosenQuarter } from './useQuarters.ts';

/** The smallest text of the matrix, px, and the share of a stage's height that its columns' names take. */
const SMALLEST = 11.5;
const STAGE_HEAD = 0.36;
const FEW_ROWS = 40;
const ALL_ROWS_HEIGHT = 620;

/** The matrix of capabilities and who supplies them, as far as it fits, with a filter and a way to all rows. */
export function MatrixPicture({
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
  /** All rows and the cells of initiatives, all time. */
  readonly base: MatrixData;
  readonly quarter: ChosenQuarter | null;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
}) {
  const { t } = useTranslation('coverage');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, height: room, scale } = useChartSpace(SMALLEST);
  const [search, setSearch] = useKept('coverage.search', '', isText);
  const [mode, setMode] = useKept<Mode | 'all'>('coverage.mode', 'all', oneOf('project', 'product', 'all'));
  const [allRows, setAllRows] = useKept('coverage.allRows', false, isFlag);
  const { order, columns: kind, set: setLook } = useCoverageLook();
  const selection = useView((state) => state.selection);
  const select = useView((state) => state.select);
  const setView = useView((state) => state.set);

  const maxRows = allRows ? Number.POSITIVE_INFINITY : FEW_ROWS;
  const words = useMemo(() => matrixWords({ say: t, figures }), [t, figures]);
  const choice = { search, mode, maxRows, width, measure, words };
  const matrix = useMatrix(records, coverage, base, quarter, choice, t);
  const { data, shown } = matrix;
  const name = quarter?.at == null ? null : quarter.name(quarter.at);
  const speech = useMemo<MatrixSpeech>(
    () => ({
      say: t,
      figures,
      mode: (each) => common(`mode.${each}`),
      kind: kind === 'initiatives' ? null : t(`columns.${kind}`),
      quarter: name,
    }),
    [t, common, figures, kind, name],
  );
  const layout = useMemo(
    () =>
      layoutMatrix(
        shown,
        width,
        words,
        measure,
        matrix.scale,
        // To a room, rows matter more than the ends of long names.
        ...(room === null ? [] : [room * STAGE_HEAD]),
      ),
    [shown, width, words, measure, matrix.scale, room],
  );
  const marked = useMemo(() => {
    if (selection?.kind === 'initiative') {
      return { row: null, column: kind === 'initiatives' ? selection.id : null };
    }
    if (selection?.kind === 'outcome') {
      return { row: null, column: kind === 'outcomes' ? selection.id : null };
    }
    if (selection?.kind === 'capability') return { row: selection.id, column: null };
    if (selection?.kind === 'finding') {
      const subject = selection.id.slice(selection.id.indexOf(':') + 1);
      return { row: subject, column: null };
    }
    return { row: null, column: null };
  }, [selection, kind]);
  const onCanvas = shown.cells.length > CANVAS_FROM;
  const { quarterColumns } = matrix;
  const table = useCallback(
    () => matrixTable(data, { ...speech, quarter: null }, quarterColumns()),
    [data, speech, quarterColumns],
  );
  const openColumn = (id: string): boolean => {
    if (kind === 'initiatives') select({ kind: 'initiative', id });
    else if (kind === 'outcomes' && Object.hasOwn(records.outcome, id)) select({ kind: 'outcome', id });
    else return false;
    return true;
  };
  return (
    <div ref={ref} className={css.picture}>
      <ChartFrame
        name="coverage"
        words={{ title, subtitle, draw, footer, description: describeMatrix(shown, speech) }}
        legend={matrixLegend(shown, speech)}
        table={table}
        marks={layout.marks}
        cardOf={(id) => matrixCard(id, data, shown, speech)}
        onActivate={(id) => {
          const rest = id.slice(id.indexOf(':') + 1);
          setView({ inspectorOpen: true });
          const [row, column] = rest.split('\n') as [string, string | undefined];
          if (id.startsWith('cell:')) {
            // A team or a partner has no pane of its own: the capability that it serves is shown.
            if (!openColumn(column ?? '')) select({ kind: 'capability', id: row });
          } else if (id.startsWith('column:')) openColumn(rest);
          else {
            const finding = coverage.analysis.findings.find(
              (each) => each.subject === rest && (each.type === 'OVERLAP' || each.type.startsWith('GAP')),
            );
            if (finding && id.startsWith('bar:')) {
              select({ kind: 'finding', id: `${finding.type}:${finding.subject}` });
            } else select({ kind: 'capability', id: rest });
          }
        }}
        size={layout}
        head={layout.headBottom}
        measure={measure}
        scale={scale}
        {...(allRows ? { maxHeight: ALL_ROWS_HEIGHT } : {})}
        drawing={(patterns, active, viewport) => (
          <MatrixChart
            layout={layout}
            patterns={patterns}
            active={active}
            selected={marked}
            viewport={viewport}
            marksOnCanvas={onCanvas}
          />
        )}
        picture={() =>
          wholePicture(layout, (drawn) => <MatrixChart {...drawn} selected={{ row: null, column: null }} />)
        }
        overlay={
          onCanvas
            ? (viewport, shown) => <MatrixCanvas layout={layout} viewport={viewport} scale={shown} />
            : undefined
        }
        toolbar={
          <>
            <input
              type="search"
              className={css.search}
              aria-label={t(kind === 'initiatives' ? 'filter.columns' : 'filter.column')}
              placeholder={t(kind === 'initiatives' ? 'filter.columns' : 'filter.column')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <SelectField
              compact
              label={t('columns.label')}
              value={kind}
              choices={matrixColumns.map((id) => ({ id, text: t(`columns.${id}`) }))}
              onChange={(columns) => setLook({ columns })}
            />
            <SelectField
              compact
              label={t('order.label')}
              value={order}
              choices={matrixOrders.map((id) => ({ id, text: t(`order.${id}`) }))}
              onChange={(next) => setLook({ order: next })}
            />
            <SelectField
              compact
              label={t('filter.mode')}
              value={mode}
              choices={[
                { id: 'all' as const, text: t('filter.all') },
                { id: 'project' as const, text: t('filter.project') },
                { id: 'product' as const, text: t('filter.product') },
              ]}
              onChange={setMode}
            />
            {data.rows.length > FEW_ROWS && (
              <button type="button" className={css.link} onClick={() => setAllRows(!allRows)}>
                {allRows ? t('rows.few', { count: FEW_ROWS }) : t('rows.all', { count: data.rows.length })}
              </button>
            )}
          </>
        }
      />
      {kind !== 'initiatives' && <p className={css.how}>{t(`columns.how.${kind}`)}</p>}
    </div>
  );
}
