import {
  createSnapshot,
  describeSnapshot,
  listSnapshots,
  readSnapshot,
  removeSnapshot,
  restoreSnapshot,
} from '../../../db/snapshots.ts';
import type { Handlers } from '../context.ts';

/** Frozen, named states of the portfolio. */
export const snapshotHandlers = {
  'snapshot.list': (_input, { session }) => ({ snapshots: [...listSnapshots(session.reading())] }),
  'snapshot.create': (input, { session, now }) =>
    createSnapshot(session.writing(), { ...input, by: session.author(), at: now().toISOString() }),
  'snapshot.describe': (input, { session }) => describeSnapshot(session.writing(), input),
  'snapshot.read': (input, { session }) => readSnapshot(session.reading(), input.id),
  'snapshot.restore': (input, { session, now }) =>
    session.announce(
      restoreSnapshot(session.writing(), input.id, (snapshot) => ({
        label: { key: 'snapshot.restore', params: { name: snapshot.name } },
        by: session.author(),
        at: now().toISOString(),
      })),
    ),
  'snapshot.remove': (input, { session }) => {
    removeSnapshot(session.writing(), input.id);
    return {};
  },
} satisfies Handlers<
  | 'snapshot.list'
  | 'snapshot.create'
  | 'snapshot.describe'
  | 'snapshot.read'
  | 'snapshot.restore'
  | 'snapshot.remove'
>;
