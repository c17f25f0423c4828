import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type CoverageQuarters, rowInQuarter } from '../../analysis/coverageQuarters.ts';
import { type Attribution, attributeCells, columnsOf, restColumns } from '../../analysis/matrixColumns.ts';
import {
  type MatrixCell,
  type MatrixData,
  type MatrixScale,
  refillMatrix,
  type ShownMatrix,
  scaleOf,
} from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';
import type { MatrixColumns } from '../../state/coverageStore.ts';

/** The rows, columns and cells that a search for columns leaves, all time. */
export function chosenMatrix(
  records: PortfolioRecords,
  base: MatrixData,
  byMode: readonly MatrixCell[],
  {
    kind,
    parts,
    money,
    search,
  }: {
    readonly kind: MatrixColumns;
    readonly parts: Attribution;
    readonly money: Readonly<Record<string, number>>;
    readonly search: string;
  },
  say: Say<'coverage'>,
): MatrixData {
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
}

/** What is drawn in each quarter: the rows and columns that all time chose, so that nothing jumps. */
export function matrixInQuarter(
  allTime: ShownMatrix,
  data: MatrixData,
  byMode: readonly MatrixCell[],
  parts: Attribution,
  time: CoverageQuarters,
): (q: number) => ShownMatrix {
  const rows = new Set(allTime.rows.map((row) => row.id));
  const columns = new Set(data.columns.map((column) => column.id));
  const inRows = byMode.filter((cell) => rows.has(cell.row));
  return (q) => {
    const cells = attributeCells(inRows, parts, time.frames.quarters[q]!);
    return refillMatrix(
      allTime,
      (row) => rowInQuarter(time, row, q),
      cells.filter((cell) => columns.has(cell.column)),
    );
  };
}

/** One scale for all quarters, so that a mark that shrinks has really lost money. */
export function scaleOfQuarters(at: (q: number) => ShownMatrix, time: CoverageQuarters): MatrixScale {
  const scales = time.quarters.map((_, q) => scaleOf(at(q)));
  return {
    mostMoney: Math.max(...scales.map((each) => each.mostMoney)),
    mostBar: Math.max(...scales.map((each) => each.mostBar)),
  };
}
