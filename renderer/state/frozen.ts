import { usePortfolio } from './portfolioStore.ts';
import { call } from './service.ts';

/** Grows with everything that is asked for: a snapshot that is still being read is then wanted no more. */
let asked = 0;

/** Shows a snapshot, which has to be read first; the plan where it is gone, unless something else was asked for. */
export async function lookAtFrozen(id: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const found = await call('snapshot.read', { id });
  if (asked !== mine) return;
  if (found.ok) usePortfolio.getState().lookAtSnapshot(found.value.snapshot, found.value.records);
  else usePortfolio.getState().lookAtPlan();
}

/** Something else is looked at: a snapshot that comes now is too late. */
export function forgetFrozen(): void {
  asked += 1;
}
