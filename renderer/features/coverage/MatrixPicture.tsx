import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { matrixData } from '../../analysis/matrixData.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import {
  describeMatrix,
  type MatrixSpeech,
  matrixCard,
  matrixLegend,
  matrixTable,
  matrixWords,
} from '../../charts/matrix/describe.ts';
import { columnsThatFit, layoutMatrix } from '../../charts/matrix/layout.ts';
import { CANVAS_FROM, MatrixCanvas, MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import { showMatrix } from '../../charts/matrix/matrixData.ts';
import { useView } from '../../state/viewStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useFooter } from '../flow/useFooter.ts';
import css from './coverage.module.css';

const FEW_ROWS = 40;
const ALL_ROWS_HEIGHT = 620;

/** The matrix of capabilities and initiatives, as far as it fits, with a filter and a way to all rows. */
export function MatrixPicture({
  records,
  coverage,
  title,
  subtitle,
}: {
  readonly records: PortfolioRecords;
  readonly coverage: PortfolioCoverage;
  readonly title: string;
  readonly subtitle: string;
}) {
  const { t } = useTranslation('coverage');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const footer = useFooter(false);
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const [search, setSearch] = useState('');
  const [mode, setMode] = useState<Mode | 'all'>('all');
  const [allRows, setAllRows] = useState(false);
  const selection = useView((state) => state.selection);
  const select = useView((state) => state.select);
  const setView = useView((state) => state.set);

  const whole = useMemo(() => matrixData(records, coverage), [records, coverage]);
  const data = useMemo(() => {
    const sought = search.trim().toLowerCase();
    if (sought === '' && mode === 'all') return whole;
    const columns = whole.columns.filter(
      (column) =>
        (mode === 'all' || column.mode === mode) &&
        (sought === '' || column.name.toLowerCase().includes(sought)),
    );
    const kept = new Set(columns.map((column) => column.id));
    const cells = whole.cells.filter((cell) => kept.has(cell.column));
    const served = new Set(cells.map((cell) => cell.row));
    // A search for an initiative shows what it serves; all other rows would only be empty.
    const rows = sought === '' ? whole.rows : whole.rows.filter((row) => served.has(row.id));
    return { rows, columns, cells };
  }, [whole, search, mode]);
  const shown = useMemo(
    () =>
      showMatrix(
        data,
        allRows ? Number.POSITIVE_INFINITY : FEW_ROWS,
        columnsThatFit(data.rows, width, measure),
      ),
    [data, allRows, width, measure],
  );
  const speech = useMemo<MatrixSpeech>(
    () => ({
      say: t,
      figures,
      mode: (each) => common(`mode.${each}`),
      money: coverage.analysis.money,
    }),
    [t, common, figures, coverage],
  );
  const layout = useMemo(
    () => layoutMatrix(shown, width, matrixWords(speech), measure),
    [shown, width, speech, measure],
  );
  const marked = useMemo(() => {
    if (selection?.kind === 'initiative') return { row: null, column: selection.id };
    if (selection?.kind === 'capability') return { row: selection.id, column: null };
    if (selection?.kind === 'finding') {
      const subject = selection.id.slice(selection.id.indexOf(':') + 1);
      return { row: subject, column: null };
    }
    return { row: null, column: null };
  }, [selection]);
  const onCanvas = shown.cells.length > CANVAS_FROM;
  const table = useCallback(() => matrixTable(data, speech), [data, speech]);
  return (
    <div ref={ref} className={css.picture}>
      <ChartFrame
        words={{ title, subtitle, footer, description: describeMatrix(shown, speech) }}
        legend={matrixLegend(shown, speech)}
        table={table}
        marks={layout.marks}
        cardOf={(id) => matrixCard(id, data, shown, speech)}
        onActivate={(id) => {
          const rest = id.slice(id.indexOf(':') + 1);
          setView({ inspectorOpen: true });
          if (id.startsWith('cell:')) select({ kind: 'initiative', id: rest.split('\n')[1]! });
          else if (id.startsWith('column:')) select({ kind: 'initiative', id: rest });
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
        picture={{
          width: layout.width,
          height: layout.height,
          draw: (patterns) => (
            <MatrixChart
              layout={layout}
              patterns={patterns}
              active={null}
              selected={{ row: null, column: null }}
              viewport={{ top: 0, bottom: layout.height }}
            />
          ),
        }}
        overlay={
          onCanvas
            ? (viewport) => <MatrixCanvas layout={layout} viewport={viewport} scale={scale} />
            : undefined
        }
        toolbar={
          <>
            <input
              type="search"
              className={css.search}
              aria-label={t('filter.columns')}
              placeholder={t('filter.columns')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
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
    </div>
  );
}
