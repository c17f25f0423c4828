import { isPlace, keep, keptValues, useKept } from './kept.ts';
import { useView, type ViewId } from './viewStore.ts';

const PREFIX = 'stage.part.';
const keyOf = (view: ViewId): string => PREFIX + view;

/** Which of the pictures of a view a room sees, 0 first: kept with the view, so that a page of a storyboard shows the same. */
export function stagePart(view: ViewId): number {
  const kept = keptValues()[keyOf(view)];
  return isPlace(kept) ? kept : 0;
}

/** Has a room see that picture of a view from now on. */
export function setStagePart(view: ViewId, part: number): void {
  if (part !== stagePart(view)) keep(keyOf(view), part);
}

/** Which pictures were chosen, of all views: `keepParts` takes them back. */
export const chosenParts = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(keptValues()).filter(([name]) => name.startsWith(PREFIX)));

export function keepParts(parts: ReturnType<typeof chosenParts>): void {
  for (const [name, part] of Object.entries(parts)) keep(name, part);
}

/** Which of the pictures of the shown view a room sees, 0 first. */
export function useShownPart(): number {
  const view = useView((state) => state.view);
  return useKept(keyOf(view), 0, isPlace)[0];
}
