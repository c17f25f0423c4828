import { useMemo } from 'react';
import { usePreferences } from '../state/preferencesStore.ts';
import type { Command } from './command.ts';
import { commandOf, commands, runOrTell } from './commandList.ts';
import { isPlain, normalShortcut, type Shortcut } from './shortcuts.ts';

/** Keys that a person changed, by the command's id. */
export type GivenKeys = Readonly<Record<string, readonly Shortcut[]>>;

/** The keys of a command: those that the person gave it, else its own. */
export const keysOf = (command: Command, given: GivenKeys): readonly Shortcut[] =>
  given[command.id] ?? command.shortcuts;

/** The keys of a command as the person has them now, the first one to be shown. */
export function useKeysOf(id: string): readonly Shortcut[] {
  const given = usePreferences((state) => state.keys);
  return keysOf(commandOf(id), given);
}

/** Commands by their keys; where two have one key (a list edited by hand), the first has it. */
export function commandsByKey(list: readonly Command[], given: GivenKeys): ReadonlyMap<string, Command> {
  const byKey = new Map<string, Command>();
  for (const command of list) {
    for (const shortcut of keysOf(command, given)) {
      const key = normalShortcut(shortcut);
      if (!byKey.has(key)) byKey.set(key, command);
    }
  }
  return byKey;
}

/** The commands whose keys mean something at the desk, or while a room is presented to. */
const commandsAt = (where: 'desk' | 'present'): readonly Command[] =>
  commands.filter((command) => command.where === where || command.where === 'both');

/** Commands by their keys, as the person has them now, where the person is. */
export function useCommandsByKey(where: 'desk' | 'present'): ReadonlyMap<string, Command> {
  const given = usePreferences((state) => state.keys);
  return useMemo(() => commandsByKey(commandsAt(where), given), [where, given]);
}

/** Runs what a key of a presentation means; one that means nothing does nothing. */
export function runShortcut(shortcut: string): void {
  const { keys } = usePreferences.getState();
  const command = commandsByKey(commandsAt('present'), keys).get(normalShortcut(shortcut));
  if (command) runOrTell(command);
}

/** Keys of text fields, of the table, or of the browser and the system, which no command may take. */
const reserved = new Set(
  [
    ...['Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+W', 'Mod+T', 'Mod+N', 'Mod+Q', 'Mod+Tab', 'Mod+Shift+Tab'],
    ...['Mod+Shift+T', 'Mod+Shift+W', 'Alt+F4', 'Alt+Tab', 'F11', 'F12', 'F2', 'Shift+F10', 'Mod+Enter'],
    ...['Mod+Space', 'Mod+Home', 'Mod+End', 'Alt+ArrowDown', 'Alt+ArrowUp'],
    ...['Up', 'Down', 'Left', 'Right'].flatMap((way) => [`Mod+Arrow${way}`, `Mod+Shift+Arrow${way}`]),
  ].map(normalShortcut),
);

/** Why a command cannot have a key. */
export type KeyRefusal =
  | { readonly reason: 'plain' }
  | { readonly reason: 'reserved' }
  | { readonly reason: 'taken'; readonly by: Command };

/** Why the command cannot have that key, or null when it can. */
export function refuseKey(shortcut: Shortcut, command: Command, given: GivenKeys): KeyRefusal | null {
  const key = normalShortcut(shortcut);
  // The same key may mean one thing at the desk and another while a room is presented to.
  const beside = commands.filter(
    ({ where }) => where === command.where || where === 'both' || command.where === 'both',
  );
  const owner = commandsByKey(beside, given).get(key);
  if (owner && owner !== command) return { reason: 'taken', by: owner };
  if (reserved.has(key)) return { reason: 'reserved' };
  // The signs that commands have from the beginning may come back.
  if (
    isPlain(shortcut) &&
    command.where !== 'present' &&
    !command.shortcuts.some((each) => normalShortcut(each) === key)
  )
    return { reason: 'plain' };
  return null;
}

/** Gives a command other keys, none, or with null its own again; remembered on this computer. */
export function giveKeys(command: Command, keys: readonly Shortcut[] | null): Promise<void> {
  const { keys: given, write } = usePreferences.getState();
  const { [command.id]: _old, ...others } = given;
  return write({ keys: keys ? { ...others, [command.id]: [...keys] } : others });
}
