import type { ViewId } from '../state/viewStore.ts';

/** What the program's own keys ask of the view that is shown. */
export type ViewAction = 'search' | 'duplicate' | 'fillDown' | 'fillRight';

const actions = new Map<string, () => void>();

/** Lets a view answer one of the program's keys while it is shown; answers the function that ends it. */
export function onViewAction(view: ViewId, action: ViewAction, run: () => void): () => void {
  const key = `${view}.${action}`;
  actions.set(key, run);
  return () => {
    if (actions.get(key) === run) actions.delete(key);
  };
}

/** What the shown view does for the key, or null where it leaves it to the program. */
export function viewAction(view: ViewId, action: ViewAction): (() => void) | null {
  return actions.get(`${view}.${action}`) ?? null;
}
