import { useMemo } from 'react';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import { rowInQuarter } from '../../analysis/coverageQuarters.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { attributeCells, attribution, columnsOf, restColumns } from '../../analysis/matrixColumns.ts';
import type { MeasureText } from '../../charts/frame/measureText.ts';
import type { QuarterColumn } from '../../charts/matrix/describe.ts';
import { columnsThatFit } from '../../charts/matrix/layout.ts';
import {
  type MatrixCell,
  type MatrixData,
  type MatrixScale,
  refillMatrix,
  type ShownMatrix,
  scaleOf,
  showMatrix,
} from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';
import { useCoverageLook } from '../../state/coverageStore.ts';
import type { ChosenQuarter } from './useQuarters.ts';

export interface MatrixChoice {
  readonly search: string;
  readonly mode: Mode | 'all';
  readonly maxRows: number;
  readonly width: number;
  readonly measure: MeasureText;
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
  { search, mode, maxRows, width, measure }: MatrixChoice,
  say: Say<'coverage'>,
): MatrixOnScreen {
  const order = useCoverageLook((state) => state.order);
  const kind = useCoverageLook((state) => state.columns);
  const { money, over_time } = coverage.analysis;
  const parts = useMemo(
    () => attribution(kind, records, money, over_time?.spells ?? null),
    [kind, records, money, over_time],
  );
  const byMode = useMemo(() => {
    if (mode === 'all') return base.cells;
    return base.cells.filter((cell) => records.initiative[cell.column]?.mode === mode);
  }, [base, mode, records]);
  const data = useMemo((): MatrixData => {
    const cells = attributeCells(byMode, parts, null);
    const restName = (id: string, partner: string | null): string => {
      if (partner !== null) return say('rest.shareOf', { name: partner });
      if (id === restColumns.teams) return say('rest.noTeam');
      if (id === restColumns.ownPeople) return say('rest.ownPeople');
      return say(id === restColumns.outcomes ? 'rest.noOutcome' : 'rest.unknownShare');
    };
    const columns = columnsOf(kind, records, cells, money, restName);
    const sought = search.trim().toLowerCase();
    if (sought === '') return { rows: base.rows, columns, cells };
    const kept = columns.filter((column) => column.name.toLowerCase().includes(sought));
    const ids = new Set(kept.map((column) => column.id));
    const found = cells.filter((cell) => ids.has(cell.column));
    // A search for a column shows what it serves; all other rows would only be empty.
    const served = new Set(found.map((cell) => cell.row));
    return { rows: base.rows.filter((row) => served.has(row.id)), columns: kept, cells: found };
  }, [base, byMode, parts, kind, records, money, search, say]);
  const allTime = useMemo(
    () => showMatrix(data, maxRows, columnsThatFit(data.rows, width, measure), order),
    [data, maxRows, width, measure, order],
  );
  const time = quarter?.time ?? null;
  const inRows = useMemo(() => {
    const rows = new Set(allTime.rows.map((row) => row.id));
    const columns = new Set(data.columns.map((column) => column.id));
    return { cells: byMode.filter((cell) => rows.has(cell.row)), columns };
  }, [allTime, byMode, data]);
  const at = useMemo(() => {
    if (!time) return null;
    return (q: number): ShownMatrix => {
      const cells = attributeCells(inRows.cells, parts, time.frames.quarters[q]!);
      return refillMatrix(
        allTime,
        (row) => rowInQuarter(time, row, q),
        cells.filter((cell) => inRows.columns.has(cell.column)),
      );
    };
  }, [time, inRows, parts, allTime]);
  const chosen = quarter?.at ?? null;
  const shown = useMemo(() => (chosen === null || !at ? allTime : at(chosen)), [at, chosen, allTime]);
  const inQuarters = chosen !== null;
  // One scale for all quarters, so that a mark that shrinks has really lost money.
  const scale = useMemo((): MatrixScale => {
    if (!inQuarters || !at || !time) return scaleOf(allTime);
    const scales = time.quarters.map((_, q) => scaleOf(at(q)));
    return {
      mostMoney: Math.max(...scales.map((each) => each.mostMoney)),
      mostBar: Math.max(...scales.map((each) => each.mostBar)),
    };
  }, [inQuarters, at, time, allTime]);
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
