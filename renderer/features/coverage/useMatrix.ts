import { useMemo } from 'react';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { attributeCells, attribution } from '../../analysis/matrixColumns.ts';
import type { MeasureText } from '../../charts/frame/measureText.ts';
import type { QuarterColumn } from '../../charts/matrix/describe.ts';
import { columnsThatFit, type MatrixWords } from '../../charts/matrix/layout.ts';
import {
  type MatrixCell,
  type MatrixData,
  type MatrixScale,
  type ShownMatrix,
  scaleOf,
  showMatrix,
} from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';
import { useCoverageLook } from '../../state/coverageStore.ts';
import { chosenMatrix, initiativesOfMode, matrixInQuarter, scaleOfQuarters } from './matrixChoice.ts';
import type { ChosenQuarter } from './useQuarters.ts';

export interface MatrixChoice {
  readonly search: string;
  readonly mode: Mode | 'all';
  readonly maxRows: number;
  readonly width: number;
  readonly measure: MeasureText;
  readonly words: Pick<MatrixWords, 'money'>;
}

export interface MatrixOnScreen {
  /** All rows, columns and cells after search and filter, all time. */
  readonly data: MatrixData;
  /** What is drawn: chosen once for all time, so that nothing jumps, with the figures of the quarter. */
  readonly shown: ShownMatrix;
  readonly scale: MatrixScale;
  readonly quarterColumns: () => readonly QuarterColumn[];
}

/** A table with more amounts than this takes too long; then it goes without its quarters. */
const MOST_TABLE_CELLS = 150_000;

/** The matrix as far as it fits. Moving through the quarters touches the cells of the shown rows only. */
export function useMatrix(
  records: PortfolioRecords,
  coverage: PortfolioCoverage,
  base: MatrixData,
  quarter: ChosenQuarter | null,
  { search, mode, maxRows, width, measure, words }: MatrixChoice,
  say: Say<'coverage'>,
): MatrixOnScreen {
  const order = useCoverageLook((state) => state.order);
  const kind = useCoverageLook((state) => state.columns);
  const { money, over_time } = coverage.analysis;
  const parts = useMemo(
    () => attribution(kind, records, money, over_time?.spells ?? null),
    [kind, records, money, over_time],
  );
  const source = useMemo(() => initiativesOfMode(base, mode), [base, mode]);
  const byMode = source.cells;
  const data = useMemo(
    () => chosenMatrix(records, source, { kind, parts, search }, say),
    [source, parts, kind, records, search, say],
  );
  const allTime = useMemo(
    () => showMatrix(data, maxRows, columnsThatFit(data.rows, width, words, measure), order),
    [data, maxRows, width, words, measure, order],
  );
  const time = quarter?.time ?? null;
  const chosen = quarter?.at ?? null;
  const inQuarters = chosen !== null;
  const at = useMemo(
    () => (time && inQuarters ? matrixInQuarter(allTime, data, byMode, parts, time) : null),
    [time, inQuarters, allTime, data, byMode, parts],
  );
  const shown = useMemo(() => (chosen === null || !at ? allTime : at(chosen)), [at, chosen, allTime]);
  const scale = useMemo(
    (): MatrixScale => (at && time ? scaleOfQuarters(at, time) : scaleOf(allTime)),
    [at, time, allTime],
  );
  const name = quarter?.name;
  const quarterColumns = useMemo(
    () => (): readonly QuarterColumn[] => {
      if (!time || !name || data.cells.length * time.quarters.length > MOST_TABLE_CELLS) return [];
      return time.quarters.map((_, q): QuarterColumn => {
        const cells = new Map<string, MatrixCell>();
        for (const cell of attributeCells(byMode, parts, time.frames.quarters[q]!)) {
          cells.set(`${cell.row}\n${cell.column}`, cell);
        }
        return { name: name(q), money: (row, column) => cells.get(`${row}\n${column}`)?.money ?? 0 };
      });
    },
    [time, name, data, byMode, parts],
  );
  return { data, shown, scale, quarterColumns };
}
