import { type RefObject, useEffect } from 'react';

/** A dialog that closes gives the keyboard back a frame later; after that nobody else will. */
const WAIT_MS = 120;
const REMEMBERED = 20;

/** Something to press; in a field that was left long ago, the next key would be typed. */
const isPressed = (element: Element): element is HTMLButtonElement =>
  element instanceof HTMLButtonElement && !element.disabled;

/**
 * Gives the keyboard to the button of a pane that had it last, else to the pane, once what held it is gone: else the
 * next key would begin at the top of the page.
 */
export function useHeldFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const held: Element[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const isLost = (): boolean => held[0]?.isConnected === false && document.activeElement === document.body;
    const hear = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      held.unshift(target);
      held.length = Math.min(held.length, REMEMBERED);
    };
    const give = (): void => {
      timer = null;
      const element = pane.current;
      if (!isLost() || !element) return;
      const last = held.find(({ isConnected }) => isConnected);
      held.length = 0;
      if (last && element.contains(last) && isPressed(last)) {
        last.focus();
        return;
      }
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
