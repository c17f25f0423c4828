import { partsState, restoreParts } from './viewMemory.ts';
import { useView, type ViewId, viewIds } from './viewStore.ts';

/** JSON as a record of the portfolio holds it. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A view and everything that decides what it shows: filters, focus, quarter, order, scenario. The data itself stays live. */
export interface CapturedView {
  readonly area: ViewId;
  /** By the name of the part that it belongs to; each part reads what it wrote, perhaps long ago. */
  readonly state: Readonly<Record<string, Json>>;
}

/** Parts of the screen that say nothing about what is shown: what was run last, what a session is doing and how long. */
const notShown = new Set(['recent', 'inspector', 'present', 'pageTimes', 'storyboard']);

/** The view that is shown, as it is shown now. A store joins by `remember` of viewMemory.ts, in one line. */
export function captureView(): CapturedView {
  const shown = Object.entries(partsState()).filter(([name]) => !notShown.has(name));
  const {
    inspectorOpen: _open,
    inspectorWidth: _width,
    ...view
  } = Object.fromEntries(shown).view as Record<string, Json>;
  return {
    area: useView.getState().view,
    state: plainJson({ ...Object.fromEntries(shown), view }) as CapturedView['state'],
  };
}

/** Shows a view as it was captured; what has no part any more is passed over, and so is a view that is gone. */
export function restoreView({ area, state }: { readonly area: string; readonly state: unknown }): void {
  const view = viewIds.find((id) => id === area);
  if (!view) return;
  const parts = typeof state === 'object' && state !== null ? (state as Record<string, object>) : {};
  const { inspectorOpen, inspectorWidth } = useView.getState();
  restoreParts(Object.fromEntries(Object.entries(parts).filter(([name]) => !notShown.has(name))));
  useView.setState({ view, inspectorOpen, inspectorWidth });
}

/** Only what JSON holds: a value that is left out now must not stand in the record as undefined. */
const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
