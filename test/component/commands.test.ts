import { describe, expect, it } from 'vitest';
import { type Command, commands } from '../../renderer/commands/commandList.ts';
import { pressedShortcut } from '../../renderer/commands/shortcuts.ts';
import { commandsByKey } from '../../renderer/commands/useCommandKeys.ts';
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

describe('commands', () => {
  it('gives each key to one command', () => {
    expect(commandsByKey(commands).size).toBe(commands.flatMap(({ shortcuts }) => shortcuts).length);
  });

  it('refuses a list in which two commands want one key, however it is written', () => {
    const [first, second] = commands as readonly [Command, Command];
    const clash = [
      { ...first, shortcuts: ['Mod+Shift+P'] },
      { ...second, shortcuts: ['Shift+Mod+p'] },
    ];
    expect(() => commandsByKey(clash)).toThrow(/belongs to both app\.palette and edit\.undo/);
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
  });
});
