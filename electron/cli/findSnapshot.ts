import type { Snapshot } from '../../shared/contract/methods.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { Headless } from './headless.ts';

/** The snapshot of that id, or the newest of that name. Throws `not_found` naming those there are. */
export async function findSnapshot(call: Headless['call'], nameOrId: string): Promise<Snapshot> {
  const { snapshots } = await call('snapshot.list', {});
  const found =
    snapshots.find(({ id }) => id === nameOrId) ?? snapshots.findLast(({ name }) => name === nameOrId);
  if (found) return found;
  const names = snapshots.map(({ name }) => `"${name}"`).join(', ') || 'none';
  throw new Failure('not_found', `there is no snapshot "${nameOrId}"; there are: ${names}`, {
    params: { what: 'snapshot', id: nameOrId },
  });
}
