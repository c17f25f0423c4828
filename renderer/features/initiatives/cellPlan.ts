import type { Change } from '../../../shared/contract/changes.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { namesIn, setCapabilities, setPartners } from '../../../shared/planning/linkLists.ts';
import { newId } from '../../state/initiativeActions.ts';
import { type NamedRecords, namedRecords } from '../../state/namedRecords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { readCell } from './cellValues.ts';
import { type Column, type ColumnId, isTyped } from './columns.ts';
import { choiceWords } from './words.ts';

/** What is to be written into one line: an initiative that is there, or a new one. */
export interface LineTexts {
  readonly initiative: Initiative;
  readonly isNew: boolean;
  /** Null stands for a column beyond the last one. */
  readonly cells: readonly {
    readonly column: Column | null;
    readonly text: string;
    /** What a worked-out cell shows: writing just that is no change. */
    readonly shown?: string;
  }[];
}

/** A cell that cannot take what was meant for it, and why. */
export interface RefusedCell {
  /** Line among those to be written, 1 for the first. */
  readonly line: number;
  readonly name: string;
  readonly column: ColumnId | null;
  readonly text: string;
  readonly reason: InvalidKey;
}

/** What writing texts into cells comes to; nothing is written yet. */
export interface CellPlan {
  readonly changes: readonly Change[];
  /** Cells that take their text. */
  readonly cells: number;
  readonly refused: readonly RefusedCell[];
  /** Capabilities and partners that are made because a cell names them; teams are made without a question. */
  readonly made: ReturnType<NamedRecords['made']>;
}

/** Reads every text for its cell: the changes that would write those that fit, and each one that does not. */
export function planCells(lines: readonly LineTexts[], currency: string): CellPlan {
  const changes: Change[] = [];
  const refused: RefusedCell[] = [];
  const names = namedRecords();
  let cells = 0;
  for (const [index, line] of lines.entries()) {
    const { initiative, isNew } = line;
    if (isNew && line.cells.every(({ text }) => text.trim() === '')) continue;
    const refuse = (column: ColumnId | null, text: string, reason: InvalidKey): void => {
      refused.push({ line: index + 1, name: initiative.name, column, text, reason });
    };
    const read = readLine(line, currency, names, refuse);
    if (isNew && (read.values.name ?? initiative.name) === '') {
      refuse('name', '', 'invalid.name');
      continue;
    }
    cells += read.cells;
    if (isNew) changes.push({ op: 'put', table: 'initiative', record: { ...initiative, ...read.values } });
    else if (Object.keys(read.values).length > 0)
      changes.push({ op: 'patch', table: 'initiative', id: initiative.id, values: read.values });
    changes.push(...read.links);
  }
  const made = names.made().filter(({ table }) => table !== 'team');
  return { changes: [...names.changes(), ...changes], cells, refused, made };
}

function readLine(
  line: LineTexts,
  currency: string,
  names: NamedRecords,
  refuse: (column: ColumnId | null, text: string, reason: InvalidKey) => void,
): { readonly values: Partial<Initiative>; readonly links: readonly Change[]; readonly cells: number } {
  const { initiative } = line;
  const values: Record<string, unknown> = {};
  const links: Change[] = [];
  let cells = 0;
  const dates: { readonly id: ColumnId; readonly text: string }[] = [];
  // Start and end are held against each other as they will be, once both are read.
  const undated = { ...initiative, startDate: null, endDate: null };
  for (const { column, text, shown } of line.cells) {
    if (!column) {
      if (text.trim() !== '') refuse(null, text, 'invalid.noColumn');
      continue;
    }
    if (!isTyped(column)) {
      if (text.trim() !== (shown ?? '').trim()) refuse(column.id, text, 'invalid.derived');
      continue;
    }
    // A line in which nothing has a name yet says so once, not for its empty name as well.
    if (line.isNew && column.id === 'name' && text.trim() === '') continue;
    const typed = readCell(column, text, undated, currency, choiceWords);
    if (!typed.ok) {
      refuse(column.id, text, typed.reason);
      continue;
    }
    if (typed.value.kind === 'links') {
      const { table } = typed.value;
      const wanted = namesIn(text, (name) => names.has(table, name));
      const reason = wanted.some((name) => name.length > 500) ? 'invalid.long' : planLinks(table, wanted);
      if (reason) refuse(column.id, text, reason);
      else cells += 1;
      continue;
    }
    cells += 1;
    if (column.kind === 'date') dates.push({ id: column.id, text });
    const written =
      typed.value.kind === 'team' ? { teamId: names.idOf('team', typed.value.name) } : typed.value.values;
    Object.assign(values, written);
  }
  const { startDate, endDate } = { ...initiative, ...values } as Initiative;
  if (dates.length > 0 && startDate !== null && endDate !== null && endDate < startDate) {
    for (const { id, text } of dates) refuse(id, text, 'invalid.order');
    cells -= dates.length;
    delete values.startDate;
    delete values.endDate;
  }
  const changed = Object.entries(values).filter(
    ([field, value]) => line.isNew || initiative[field as keyof Initiative] !== value,
  );
  return { values: Object.fromEntries(changed) as Partial<Initiative>, links, cells };

  /** Plans what lets the initiative point at just these; answers why it cannot. */
  function planLinks(table: 'capability' | 'partner', wanted: readonly string[]): InvalidKey | null {
    const { records } = usePortfolio.getState();
    if (!records) return null;
    const ids = wanted.flatMap((name) => names.idOf(table, name) ?? []);
    const set = table === 'capability' ? setCapabilities : setPartners;
    const planned = set(records, initiative.id, ids, newId);
    if (planned.ok) links.push(...planned.changes);
    return !planned.ok && planned.reason === 'noShareLeft' ? 'invalid.noShare' : null;
  }
}
