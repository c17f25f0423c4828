import { type RefObject, useEffect } from 'react';

/** A dialog that closes gives the keyboard back a frame later; after that nobody else will. */
const WAIT_MS = 120;

/** Gives the keyboard to a pane once what held it is gone: else the next key would begin at the top of the page. */
export function useHeldFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let held: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const isLost = (): boolean =>
      held !== null && !held.isConnected && document.activeElement === document.body;
    const hear = ({ target }: FocusEvent): void => {
      held = target instanceof Element ? target : null;
    };
    const give = (): void => {
      timer = null;
      const element = pane.current;
      if (!isLost() || !element) return;
      held = null;
      // Only while it holds the keyboard: a click beside its controls must not take it.
      element.tabIndex = -1;
      element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
      element.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (isLost()) timer ??= setTimeout(give, WAIT_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', hear);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', hear);
      if (timer) clearTimeout(timer);
    };
  }, [pane]);
}
