import { create } from 'zustand';
import type { Initiative } from '../../../shared/domain/records.ts';
import { editInitiative, flipMode } from '../../state/initiativeActions.ts';
import { namedRecords } from '../../state/namedRecords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import type { Parsed } from '../../ui/parse.ts';
import { type CellChange, readCell } from './cellValues.ts';
import { type Column, columnOf } from './columns.ts';
import { choiceWords } from './words.ts';

/** Reads typed text for a cell of the open portfolio. */
export function readTyped(column: Column, text: string, initiative: Initiative): Parsed<CellChange> {
  const currency = usePortfolio.getState().records?.portfolio.portfolio?.currency ?? 'USD';
  return readCell(column, text, initiative, currency, choiceWords);
}

let lastWrite: Promise<unknown> = Promise.resolve();

/** Resolves once every cell that was typed so far is written and back, or was refused. */
export const cellsWritten = (): Promise<unknown> => lastWrite;

/**
 * What was typed and is on its way to the file, by the record that it was typed for: the cell shows it at once. A
 * record that comes back written is another object, and one that was refused is forgotten here.
 */
export const useUnwritten = create<ReadonlyMap<Initiative, Partial<Initiative>>>()(() => new Map());

async function whileShown(
  initiative: Initiative,
  values: Partial<Initiative>,
  written: Promise<boolean>,
): Promise<boolean> {
  const before = useUnwritten.getState();
  useUnwritten.setState(new Map(before).set(initiative, { ...before.get(initiative), ...values }), true);
  try {
    return await written;
  } finally {
    const left = new Map(useUnwritten.getState());
    left.delete(initiative);
    useUnwritten.setState(left, true);
  }
}

/** Writes what was typed into a cell. */
export function writeCell(column: Column, initiative: Initiative, typed: CellChange): Promise<boolean> {
  const begun = write(column, initiative, typed);
  const written = typed.kind === 'fields' ? whileShown(initiative, typed.values, begun) : begun;
  lastWrite = Promise.all([lastWrite, written]);
  return written;
}

function write(column: Column, initiative: Initiative, typed: CellChange): Promise<boolean> {
  if (typed.kind === 'team') {
    const names = namedRecords();
    const teamId = names.idOf('team', typed.name);
    if (teamId === initiative.teamId) return Promise.resolve(true);
    return change('initiative.edit', { name: initiative.name, field: 'teamId' }, [
      ...names.changes(),
      { op: 'patch', table: 'initiative', id: initiative.id, values: { teamId } },
    ]);
  }
  // Links are planned with the names that they may make; a list cell is written by `carryOut`.
  if (typed.kind === 'links') return Promise.resolve(false);
  const { mode } = typed.values;
  if (mode !== undefined && mode !== initiative.mode) return flipMode(initiative);
  return editInitiative(initiative, columnOf(column.id).field ?? 'name', typed.values);
}
