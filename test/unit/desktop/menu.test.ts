import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/desktop/menu.ts';
import { projectRoot } from '../../helpers/projectRoot.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...flat((item.submenu ?? []) as MenuItemConstructorOptions[])]);

function template(language: 'en' | 'zh-CN', platform: NodeJS.Platform) {
  const asked: string[] = [];
  const actions = { command: (id: string) => void asked.push(id), newWindow: () => void asked.push('new') };
  return { items: flat(menuTemplate(language, platform, actions)), asked };
}

describe.each(['linux', 'win32', 'darwin'] as const)('the native menu on %s', (platform) => {
  test.each(['en', 'zh-CN'] as const)('says everything in %s', (language) => {
    const { items } = template(language, platform);
    const said = items.filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '');
    expect(said.every((label) => label.length > 0)).toBe(true);
    const chinese = said.filter((label) => /[\u4e00-\u9fff]/.test(label));
    // The command that switches languages names both, and macOS puts the program's own name first.
    if (language === 'en') expect(chinese).toEqual(['Switch English / 简体中文']);
    else
      expect(said.filter((label) => !chinese.includes(label))).toEqual(
        platform === 'darwin' ? ['Throughline'] : [],
      );
  });

  test('has no key twice', () => {
    const keys = template('en', platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('sends the page its own commands, and only those it has', () => {
    const { items, asked } = template('en', platform);
    const page = readFileSync(join(projectRoot, 'renderer', 'commands', 'commandList.ts'), 'utf8');
    const ids = items.flatMap(({ id }) => id ?? []).filter((id) => id !== 'window.new');
    expect(ids.length).toBeGreaterThan(10);
    const known = (id: string) =>
      page.includes(`'${id}'`) || (id.startsWith('view.') && page.includes(`go('${id.slice(5)}'`));
    expect(ids.filter((id) => !known(id))).toEqual([]);
    for (const item of items) if (item.click) (item.click as () => void)();
    expect(asked.sort()).toEqual([...ids, 'new'].sort());
  });
});

test('the native menu shows the keys that the person gave, and none where they were taken away', () => {
  const actions = { command: () => undefined, newWindow: () => undefined };
  const keys = { 'view.flow': ['Mod+Alt+ArrowUp'], 'edit.undo': [], 'app.theme': ['Mod+⌫'] };
  const items = flat(menuTemplate('en', 'linux', actions, keys));
  const keyOf = (id: string) => items.find((item) => item.id === id)?.accelerator;
  expect(keyOf('view.flow')).toBe('CmdOrCtrl+Alt+Up');
  expect(keyOf('edit.undo')).toBeUndefined();
  expect(keyOf('app.theme')).toBeUndefined();
  expect(keyOf('view.coverage')).toBe('Alt+3');
});
