import type { Refusal } from '../state/noticeStore.ts';
import type { ViewId } from '../state/viewStore.ts';

/** What the program's own keys ask of the view that is shown. */
export type ViewAction = 'search' | 'duplicate' | 'fillDown' | 'fillRight';

/** What a view does for one of the program's keys, and why it cannot now, or null where it can. */
interface OwnAction {
  readonly run: () => void;
  readonly refusal: () => Refusal | null;
}

const actions = new Map<string, OwnAction>();

/** Lets a view answer one of the program's keys while it is shown; answers the function that ends it. */
export function onViewAction(
  view: ViewId,
  action: ViewAction,
  run: () => void,
  refusal: OwnAction['refusal'] = () => null,
): () => void {
  const key = `${view}.${action}`;
  const own = { run, refusal };
  actions.set(key, own);
  return () => {
    if (actions.get(key) === own) actions.delete(key);
  };
}

/** What the shown view does for the key, or null where it leaves it to the program. */
export function viewAction(view: ViewId, action: ViewAction): OwnAction | null {
  return actions.get(`${view}.${action}`) ?? null;
}
