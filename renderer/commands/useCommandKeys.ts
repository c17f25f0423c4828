import { useEffect } from 'react';
import { usePanel } from '../state/panelStore.ts';
import { usePresent } from '../state/presentStore.ts';
import { isDialogOpen } from '../ui/openDialogs.ts';
import type { Command } from './command.ts';
import { runOrTell } from './commandList.ts';
import { useCommandsByKey } from './keyMap.ts';
import { isPlain, pressedShortcut, type Shortcut } from './shortcuts.ts';
import { followTyping, isField, isTypedIn } from './typing.ts';

/** Whether a key that a command has means the field instead in which it was pressed. */
function meansField({ inFields }: Command, shortcut: Shortcut, target: EventTarget | null): boolean {
  if (!isField(target)) return false;
  if (isPlain(shortcut)) return true;
  return inFields === 'kept' ? isTypedIn(target) : !inFields;
}

/** Lets the commands' keys work anywhere on the page while no dialog is open. */
export function useCommandKeys(): void {
  const presenting = usePresent((state) => state.session !== null);
  const byKey = useCommandsByKey(presenting ? 'present' : 'desk');
  useEffect(followTyping, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (usePanel.getState().panel || isDialogOpen()) return;
      const shortcut = pressedShortcut(event);
      const command = byKey.get(shortcut);
      if (!command) return;
      if (meansField(command, shortcut, event.target)) return;
      // A known key never falls through to the browser (its own search, save or print), even when it cannot run now.
      event.preventDefault();
      event.stopPropagation();
      const field = isField(event.target) && isTypedIn(event.target) ? event.target : null;
      // What was typed is kept, as it is by leaving the field: the command may take the field away.
      field?.blur();
      runOrTell(command);
      if (field?.isConnected && document.activeElement === document.body) field.focus();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [byKey]);
}
