import { z } from 'zod';
import { changeSchema } from '../../shared/contract/changes.ts';
import { appErrorSchema } from '../../shared/contract/result.ts';
import { labelSchema } from '../../shared/domain/label.ts';
import { useSaving } from './savingStore.ts';

const keptSchema = z.strictObject({
  unsaved: z.array(z.strictObject({ label: labelSchema, changes: z.array(changeSchema) })).min(1),
  reason: appErrorSchema,
});

const keyOf = (ref: string): string => `throughline.unsaved.${ref}`;
let active: string | null = null;

/**
 * From now on what waits to be saved belongs to this portfolio, and is kept on this computer until it is saved or given
 * up, so that a page that goes down loses none of it; what was left of an earlier page waits again.
 */
export function startUnsaved(ref: string): void {
  const isSame = active === ref && useSaving.getState().unsaved.length > 0;
  active = null;
  if (!isSame) {
    useSaving.getState().forget();
    const kept = read(ref);
    if (kept) useSaving.setState(kept);
  }
  active = ref;
}

function read(ref: string): Pick<ReturnType<typeof useSaving.getState>, 'unsaved' | 'reason'> | null {
  const text = localStorage.getItem(keyOf(ref));
  if (text === null) return null;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    stored = null;
  }
  const kept = keptSchema.safeParse(stored);
  if (kept.success) return kept.data;
  // Not written by us, or by a program whose changes we do not know: nothing of it can be saved.
  localStorage.removeItem(keyOf(ref));
  return null;
}

useSaving.subscribe(({ unsaved, reason }, before) => {
  if (active === null || (unsaved === before.unsaved && reason === before.reason)) return;
  if (unsaved.length === 0) {
    localStorage.removeItem(keyOf(active));
    return;
  }
  try {
    localStorage.setItem(keyOf(active), JSON.stringify({ unsaved, reason }));
  } catch (cause) {
    // The browser's storage is full: what waits is still in the page, and the banner says that it waits.
    console.info('what waits to be saved could not be kept beside the page', cause);
  }
});
