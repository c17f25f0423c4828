import { useEffect } from 'react';
import { usePresent } from '../state/presentStore.ts';
import type { Command } from './command.ts';
import { useCommandsByKey } from './keyMap.ts';
import { isCovered, runBeside } from './runBeside.ts';
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
      if (isCovered()) return;
      const shortcut = pressedShortcut(event);
      const command = byKey.get(shortcut);
      if (!command) return;
      if (meansField(command, shortcut, event.target)) return;
      // A known key never falls through to the browser (its own search, save or print), even when it cannot run now.
      event.preventDefault();
      event.stopPropagation();
      runBeside(command, event.target);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [byKey]);
}
