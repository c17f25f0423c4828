/** So long a busy machine may take to draw a view that was not loaded yet. */
const WAIT_MS = 10_000;

/**
 * Gives the keyboard to what `find` answers, as soon as it is on the screen. It is given up after a while without it, and
 * as soon as the person goes on: whoever presses a key or the pointer elsewhere keeps the keyboard there.
 */
export function focusWhenThere(find: () => HTMLElement | null): void {
  const until = performance.now() + WAIT_MS;
  const waiting = new AbortController();
  for (const input of ['keydown', 'pointerdown'] as const)
    window.addEventListener(input, () => waiting.abort(), { capture: true, signal: waiting.signal });
  const look = (): void => {
    if (waiting.signal.aborted) return;
    const found = find();
    if (found) {
      found.scrollIntoView({ block: 'center' });
      found.focus();
    }
    if (found || performance.now() > until) waiting.abort();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Gives the keyboard to the field, or to the first control of the group, that is marked `data-field="NAME"`. */
export function focusField(name: string): void {
  focusWhenThere(() => {
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (!found || found.matches('input, select, textarea, button')) return found;
    return found.querySelector<HTMLElement>('input, select, textarea, button');
  });
}
