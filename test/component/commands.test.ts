import { describe, expect, it } from 'vitest';
import type { Command } from '../../renderer/commands/command.ts';
import { commands } from '../../renderer/commands/commandList.ts';
import { commandsByKey, keysOf, refuseKey } from '../../renderer/commands/keyMap.ts';
import { isPlain, pressedShortcut, shortcutOf } from '../../renderer/commands/shortcuts.ts';
import { catalogue } from '../../shared/text/catalogue.ts';

const key = (values: Partial<KeyboardEvent>) =>
  pressedShortcut({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...values,
  });

const byId = (id: string): Command => {
  const found = commands.find((each) => each.id === id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
};
const redo = byId('edit.redo');
const retire = byId('initiative.retire');

describe('commands', () => {
  it('gives each key to one command', () => {
    expect(commandsByKey(commands, {}).size).toBe(commands.flatMap(({ shortcuts }) => shortcuts).length);
  });

  it('tells that two commands want one key, however it is written', () => {
    const [first, second] = commands as readonly [Command, Command];
    expect(refuseKey('Shift+Mod+z', first, {})).toEqual({ reason: 'taken', by: redo });
    expect(refuseKey('Mod+Shift+Z', redo, {})).toBeNull();
    // A list that was edited by hand must not stop the page: the first of two has the key.
    const both = { [first.id]: ['Mod+J'], [second.id]: ['Mod+J'] };
    expect(commandsByKey(commands, both).get('mod+j')).toBe(first);
  });

  it('lets go of a key that was taken away, and gives it to another', () => {
    const given = { 'edit.redo': [] };
    expect(keysOf(redo, given)).toEqual([]);
    expect(refuseKey('Mod+Y', retire, given)).toBeNull();
    expect(commandsByKey(commands, { ...given, 'initiative.retire': ['Mod+Y'] }).get('mod+y')).toBe(retire);
  });

  it('keeps the keys of texts, of the table, of the browser and the system', () => {
    for (const key of ['Mod+C', 'Mod+Enter', 'Mod+W', 'F2', 'Alt+F4'])
      expect(refuseKey(key, retire, {})).toEqual({ reason: 'reserved' });
    for (const key of ['A', 'Shift+A', 'Delete', 'ArrowDown'])
      expect(refuseKey(key, retire, {})).toEqual({ reason: 'plain' });
    expect(isPlain('F7')).toBe(false);
    expect(refuseKey('Mod+Alt+R', retire, {})).toBeNull();
  });

  it('names each command once, in both languages', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    for (const { label } of commands) {
      expect(catalogue.shell.en[label]).not.toBe('');
      expect(catalogue.shell['zh-CN'][label]).toMatch(/[\p{Script=Han}]/u);
    }
  });

  it('reads pressed keys by their place where Alt changes the letter', () => {
    expect(key({ key: '¬', code: 'KeyL', ctrlKey: true, altKey: true })).toBe('alt+mod+l');
    expect(key({ key: '?', code: 'Slash', shiftKey: true })).toBe('?');
    expect(key({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(key({ key: 'a', code: 'KeyA' })).toBe('a');
    expect(key({ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true })).toBe('mod+plus');
  });

  it('waits for a key while only modifiers are held', () => {
    const held = {
      key: 'Shift',
      code: 'ShiftLeft',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: true,
    };
    expect(shortcutOf(held)).toBeNull();
    expect(shortcutOf({ ...held, key: 'J', code: 'KeyJ', ctrlKey: true })).toBe('Mod+Shift+J');
  });
});
