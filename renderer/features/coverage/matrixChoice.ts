import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
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

/** All rows, with the initiatives of one mode and their cells. */
export function initiativesOfMode(base: MatrixData, mode: Mode | 'all'): MatrixData {
  if (mode === 'all') return base;
  const columns = base.columns.filter((column) => column.mode === mode);
  const ids = new Set(columns.map((column) => column.id));
  return { ...base, columns, cells: base.cells.filter((cell) => ids.has(cell.column)) };
}

/** The same rows with the teams, partners or outcomes that the money of the initiatives goes to. */
function attributed(
  records: PortfolioRecords,
  source: MatrixData,
  kind: Exclude<MatrixColumns, 'initiatives'>,
  parts: Attribution,
  say: Say<'coverage'>,
): MatrixData {
  const cells = attributeCells(source.cells, parts, null);
  const restName = (id: string, partner: string | null): string => {
    if (partner !== null) return say('rest.shareOf', { name: partner });
    if (id === restColumns.teams) return say('rest.noTeam');
    if (id === restColumns.ownPeople) return say('rest.ownPeople');
    return say(id === restColumns.outcomes ? 'rest.noOutcome' : 'rest.unknownShare');
  };
  return { rows: source.rows, columns: columnsOf(kind, records, cells, restName), cells };
}

/** The rows, columns and cells that a search for columns leaves, all time; `source` has the initiatives to look at. */
export function chosenMatrix(
  records: PortfolioRecords,
  source: MatrixData,
  {
    kind,
    parts,
    search,
  }: { readonly kind: MatrixColumns; readonly parts: Attribution; readonly search: string },
  say: Say<'coverage'>,
): MatrixData {
  const whole = kind === 'initiatives' ? source : attributed(records, source, kind, parts, say);
  const sought = search.trim().toLowerCase();
  if (sought === '') return whole;
  const kept = whole.columns.filter((column) => column.name.toLowerCase().includes(sought));
  const ids = new Set(kept.map((column) => column.id));
  const found = whole.cells.filter((cell) => ids.has(cell.column));
  // A search for a column shows what it serves; all other rows would only be empty.
  const served = new Set(found.map((cell) => cell.row));
  return { rows: whole.rows.filter((row) => served.has(row.id)), columns: kept, cells: found };
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
