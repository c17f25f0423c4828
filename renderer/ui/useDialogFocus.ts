import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard within a dialog when the element that has it is disabled or taken away: browsers then send no
 * event, and neither Escape nor Tab would reach the dialog any more. The dialog itself takes it.
 */
export function useDialogFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const hold = (): void => {
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body;
      if (isLost || (element.contains(activeElement) && activeElement.matches(':disabled'))) element.focus();
    };
    const observer = new MutationObserver(hold);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => observer.disconnect();
  }, [dialog]);
}
