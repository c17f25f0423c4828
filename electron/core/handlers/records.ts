import { type Changed, redo, undo } from '../../../db/changes.ts';
import { readEntryChanges } from '../../../db/entryChanges.ts';
import { jump } from '../../../db/jump.ts';
import type { WriteDb } from '../../../db/open.ts';
import { findOrigins } from '../../../db/origins.ts';
import { historyState } from '../../../db/repositories/history.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { type TableName, tableNames } from '../../../shared/domain/records.ts';
import type { Handlers, ServiceContext } from '../context.ts';
import { applyChanges } from '../records/applyChanges.ts';
import { historyEntries } from '../records/historyEntries.ts';

function play({ session }: ServiceContext, step: (db: WriteDb) => Changed): Changed {
  const db = session.writing();
  try {
    return session.announce(step(db));
  } catch (error) {
    // The broken step is out of the way now; pages must learn what undo and redo would do next.
    if (error instanceof Failure && error.error.code === 'history_entry_damaged') {
      session.announce({ diff: {}, history: historyState(db) });
    }
    throw error;
  }
}

/** Changing records, and going back and forth in their history. */
export const recordHandlers = {
  'records.change': (input, { session }) =>
    session.change(input.label, (writer) => applyChanges(writer, input.changes)),
  'history.undo': (_input, context) => play(context, undo),
  'history.redo': (_input, context) => play(context, redo),
  'history.list': (input, { session }) => ({
    entries: historyEntries(session.reading(), input.limit, input.before),
  }),
  'history.entry': (input, { session }) => {
    const { changes, total, names } = readEntryChanges(session.reading(), input.id);
    return { changes: [...changes], total, names: { ...names } };
  },
  'history.jump': (input, { session }) => {
    const jumped = jump(session.writing(), input.to);
    session.announce(jumped.changed);
    return jumped;
  },
  'history.origins': (input, { session }) => {
    const table = tableNames.find((name): name is TableName => name === input.table);
    const fields = table ? findOrigins(session.reading(), table, input.id) : null;
    if (!fields) {
      throw new Failure('not_found', `there is no ${input.table} ${input.id}`, {
        params: { what: input.table, id: input.id },
      });
    }
    return { fields };
  },
} satisfies Handlers<
  | 'records.change'
  | 'history.undo'
  | 'history.redo'
  | 'history.list'
  | 'history.entry'
  | 'history.jump'
  | 'history.origins'
>;
