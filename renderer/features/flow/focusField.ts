const WAIT_MS = 1500;

/**
 * Gives the keyboard to the field that is marked `data-field="NAME"`, as soon as it is on the screen; after a while
 * without one nothing happens. A mark on a group leads to its first control.
 */
export function focusField(name: string): void {
  const until = performance.now() + WAIT_MS;
  const look = (): void => {
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (found) {
      const control = found.matches('input, select, textarea, button')
        ? found
        : found.querySelector<HTMLElement>('input, select, textarea, button');
      found.scrollIntoView({ block: 'center' });
      control?.focus();
      return;
    }
    if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
