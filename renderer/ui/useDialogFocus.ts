import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard within a dialog when the element that has it is disabled or taken away: browsers then send no
 * event, and neither Escape nor Tab would reach the dialog any more. The dialog itself takes it; where it was lost
 * otherwise, at the next key.
 */
export function useDialogFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
    const hold = (): void => {
      const { activeElement } = document;
      const isOff = element.contains(activeElement) && activeElement?.matches(':disabled');
      if (isLost() || isOff) element.focus();
    };
    // Of dialogs over each other, the one on top.
    const isTop = (): boolean => [...document.querySelectorAll('[role=dialog]')].at(-1) === element;
    const press = (): void => {
      if (isLost() && isTop()) element.focus();
    };
    const observer = new MutationObserver(hold);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    document.addEventListener('keydown', press, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', press, true);
    };
  }, [dialog]);
}
