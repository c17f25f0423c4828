import { useEffect, useRef } from 'react';
import { takesWhole } from '../../commands/panes.ts';

/** A dialog that closes gives the keyboard back a frame later; after that nobody else will. */
const WAIT_MS = 120;
const REMEMBERED = 20;

/** Something to press; in a field that was left long ago, the next key would be typed. */
const isPressed = (element: Element): element is HTMLButtonElement =>
  element instanceof HTMLButtonElement && !element.disabled;

/** What had the keyboard, in which region of the page, or in a dialog over it. */
interface Held {
  readonly element: Element;
  readonly region: Element | null;
  readonly isInDialog: boolean;
}

/**
 * Once what held the keyboard is gone, gives it to the button of the same region that had it last, else to the region
 * (the view, or the inspector beside it): else the next key would begin at the top of the page. The view has it first.
 */
export function useHeldFocus(view: string): void {
  const shown = useRef(view);
  // A button of the navigation that leads elsewhere would lead back at the next Enter; and what had the keyboard in the
  // view before is gone with it, so that the next key would begin at the top of the page.
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const { activeElement } = document;
    const ledBack = activeElement?.closest('nav') && !activeElement.matches('[aria-current]');
    if (ledBack || activeElement === document.body) giveTo(document.querySelector('main'));
  }, [view]);
  useEffect(() => {
    const held: Held[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const isLost = (): boolean =>
      held[0]?.element.isConnected === false && document.activeElement === document.body;
    const hear = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      held.unshift({
        element: target,
        region: target.closest('main, aside'),
        isInDialog: target.closest('[role=dialog]') !== null,
      });
      held.length = Math.min(held.length, REMEMBERED);
    };
    const give = (): void => {
      timer = null;
      if (!isLost()) return;
      const wasDialog = held[0]?.isInDialog;
      const before = held.find(({ element, isInDialog }) => element.isConnected || !isInDialog);
      const here = before?.region;
      const region = here?.isConnected ? here : document.querySelector('main');
      const last = held.find(({ element }) => element.isConnected)?.element;
      held.length = 0;
      // A page that is at work draws no frame in which the dialog could give the keyboard back: then this does.
      if (wasDialog && before?.element === last && last instanceof HTMLElement) last.focus();
      else if (last && region?.contains(last) && isPressed(last)) last.focus();
      else giveTo(region);
    };
    // The page comes after the first screen or the end of a presentation, whose controls are gone. What had the keyboard
    // on this page since then is looked after below.
    const begin = setTimeout(() => {
      if (held.length === 0 && document.activeElement === document.body)
        giveTo(document.querySelector('main'));
    }, WAIT_MS);
    const observer = new MutationObserver(() => {
      if (isLost()) timer ??= setTimeout(give, WAIT_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', hear);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', hear);
      if (timer) clearTimeout(timer);
      clearTimeout(begin);
    };
  }, []);
}

function giveTo(region: Element | null): void {
  if (region instanceof HTMLElement) takesWhole(region);
}
