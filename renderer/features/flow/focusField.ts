const WAIT_MS = 1500;

/** Gives the keyboard to what `find` answers, as soon as it is on the screen; after a while without it nothing happens. */
export function focusWhenThere(find: () => HTMLElement | null): void {
  const until = performance.now() + WAIT_MS;
  const look = (): void => {
    const found = find();
    if (found) {
      found.scrollIntoView({ block: 'center' });
      found.focus();
    } else if (performance.now() < until) {
      requestAnimationFrame(look);
    }
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
