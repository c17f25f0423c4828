/** The field in which something was typed that may not be kept yet. */
let typedIn: EventTarget | null = null;

/** Follows where somebody types, for `isTypedIn`; answers the function that ends it. */
export function followTyping(): () => void {
  const type = ({ target }: Event): void => {
    typedIn = target;
  };
  const leave = (): void => {
    typedIn = null;
  };
  // Enter keeps what a line holds, Escape puts it back; in a text of several lines Enter begins another one.
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const keeps = !(event.target instanceof HTMLTextAreaElement) || event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' || (event.key === 'Enter' && keeps)) leave();
  };
  window.addEventListener('input', type, { capture: true });
  window.addEventListener('focusin', leave, { capture: true });
  window.addEventListener('keydown', press, { capture: true });
  return () => {
    window.removeEventListener('input', type, { capture: true });
    window.removeEventListener('focusin', leave, { capture: true });
    window.removeEventListener('keydown', press, { capture: true });
  };
}

/** Whether keys that are pressed there may mean the field: one for a text, or a list of choices. */
export function isField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'range', 'button'].includes(target.type))
  );
}

/** Whether a field holds something typed that is not kept yet: undoing then means its text. */
export function isTypedIn(field: HTMLElement): boolean {
  // A choice is kept as it is made.
  if (field instanceof HTMLSelectElement) return false;
  if (typedIn === field || field.getAttribute('aria-invalid') === 'true') return true;
  // A cell that is being edited is a text until it is left; the line for the next name is none while it is empty.
  return field.closest('[role=gridcell]') !== null && !('value' in field && field.value === '');
}
