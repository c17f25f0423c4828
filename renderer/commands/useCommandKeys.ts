import { useEffect } from 'react';
import { usePanel } from '../state/panelStore.ts';
import { usePresent } from '../state/presentStore.ts';
import { isDialogOpen } from '../ui/openDialogs.ts';
import { runOrTell } from './commandList.ts';
import { useCommandsByKey } from './keyMap.ts';
import { isPlain, pressedShortcut } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'range', 'button'].includes(target.type))
  );
}

/** Lets the commands' keys work anywhere on the page while no dialog is open. */
export function useCommandKeys(): void {
  const presenting = usePresent((state) => state.session !== null);
  const byKey = useCommandsByKey(presenting ? 'present' : 'desk');
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (usePanel.getState().panel || isDialogOpen()) return;
      const shortcut = pressedShortcut(event);
      const command = byKey.get(shortcut);
      if (!command) return;
      if ((!command.inFields || isPlain(shortcut)) && isTyping(event.target)) return;
      // A known key never falls through to the browser (its own search, save or print), even when it cannot run now.
      event.preventDefault();
      event.stopPropagation();
      runOrTell(command);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [byKey]);
}
