import { useEffect } from 'react';
import { usePanel } from '../state/panelStore.ts';
import { type Command, commands } from './commandList.ts';
import { normalShortcut, pressedShortcut } from './shortcuts.ts';

/** Commands by their keys; throws when two commands claim one key, so that it cannot ship. */
export function commandsByKey(list: readonly Command[]): ReadonlyMap<string, Command> {
  const byKey = new Map<string, Command>();
  for (const command of list) {
    for (const shortcut of command.shortcuts) {
      const key = normalShortcut(shortcut);
      const taken = byKey.get(key);
      if (taken) throw new Error(`${shortcut} belongs to both ${taken.id} and ${command.id}`);
      byKey.set(key, command);
    }
  }
  return byKey;
}

const byKey = commandsByKey(commands);

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'range', 'button'].includes(target.type))
  );
}

/** Lets the commands' keys work anywhere on the page while no dialog is open. */
export function useCommandKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || usePanel.getState().panel) return;
      const command = byKey.get(pressedShortcut(event));
      if (!command || (!command.inFields && isTyping(event.target))) return;
      // A known key never falls through to the browser (its own search, save or print), even when it cannot run now.
      event.preventDefault();
      event.stopPropagation();
      if (command.enabledWhen()) command.run();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
