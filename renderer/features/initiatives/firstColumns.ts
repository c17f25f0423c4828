import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ColumnState } from './arrangement.ts';
import { type ColumnId, columnOf, type FiguresOf } from './columns.ts';
import { firstColumns } from './readArrangement.ts';
import { type InitiativeRow, initiativeRows } from './rows.ts';

/** What a leader asks of a list first; every column stands here once. */
const byWorth: readonly ColumnId[] = [
  'name',
  'mode',
  'budget',
  'owner',
  'endDate',
  'startDate',
  'wasteShare',
  'timeToFirstValue',
  'stage',
  'spent',
  'capabilities',
  'partners',
  'status',
  'team',
  'externalId',
];

/** A column filled in fewer than one row of so many looks empty. */
const ONE_OF = 20;
/** A list that holds hardly anything still shows where the most wanted facts are typed. */
const FEWEST = 6;
const MOST = firstColumns.filter(({ shown }) => shown).length;

/**
 * The columns of a table that nobody arranged: in their usual order and width, those shown in which at least one row of
 * twenty holds something, the most wanted first where there are too many. A table without initiatives shows the usual
 * ones.
 */
export function firstColumnsOf(records: PortfolioRecords): readonly ColumnState[] {
  const all = initiativeRows(records);
  const inUse = all.filter(({ initiative }) => !initiative.retired);
  const rows = inUse.length > 0 ? inUse : all;
  if (rows.length === 0) return firstColumns;
  const filled = byWorth.filter((id) => isFilled(id, rows, records));
  const wanted = [...new Set([...filled, ...byWorth])];
  const chosen = new Set(wanted.slice(0, Math.min(MOST, Math.max(FEWEST, filled.length))));
  return firstColumns.map((column) => ({ ...column, shown: chosen.has(column.id) }));
}

function isFilled(id: ColumnId, rows: readonly InitiativeRow[], records: PortfolioRecords): boolean {
  const holds = holdsOf(id, records);
  let left = Math.ceil(rows.length / ONE_OF);
  return rows.some((row) => holds(row) && --left === 0);
}

const noFigures: FiguresOf = () => ({ status: 'pending', wasteShare: null, timeToFirstValueMonths: null });

function holdsOf(id: ColumnId, records: PortfolioRecords): (row: InitiativeRow) => boolean {
  // Their figures come later, in the background; whether there will be any rests on the facts alone.
  if (id === 'wasteShare' || id === 'timeToFirstValue')
    return (row) => initiativeInput(records, row.id).input !== null;
  const { list, text, number } = columnOf(id);
  if (list) return (row) => list(row).length > 0;
  if (text) return (row) => (text(row) ?? '') !== '';
  return (row) => (number?.(row, noFigures) ?? null) !== null;
}
