import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from '../helpers/imports.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const shipped = Object.keys(dependencies).filter((name) => name !== 'better-sqlite3');

interface Layer {
  /** Files of the layer. */
  readonly files: RegExp;
  /** What they may import besides themselves. */
  readonly may: readonly (string | RegExp)[];
}

/** DESIGN.md's table of who may import whom; the first layer that fits a file is its own. */
const layers: readonly Layer[] = [
  { files: /^shared\//, may: ['zod', /^d3-/] },
  { files: /^db\/open\.ts$/, may: ['better-sqlite3', /^node:/, /^shared\//, /^db\//, ...shipped] },
  { files: /^db\//, may: [/^node:/, /^shared\//, ...shipped] },
  { files: /^electron\/core\//, may: [/^node:/, /^shared\//, /^db\//, ...shipped] },
  { files: /^electron\/desktop\//, may: ['electron', 'zod', /^node:/, /^shared\//, /^electron\/core\//] },
  { files: /^electron\/browser\//, may: ['open', 'zod', /^node:/, /^shared\//, /^electron\/core\//] },
  {
    files: /^electron\/cli\//,
    // An export draws with the page's own charts, which are built where that was not done yet.
    may: [...shipped, /^node:/, /^shared\//, /^electron\/core\//, 'electron/launch/build.ts'],
  },
  {
    files: /^electron\/(launch\/|start\.mjs$|vite\.config\.ts$)/,
    may: ['vite', 'zod', /^node:/, /^shared\//, /^electron\/(core|browser)\//],
  },
  { files: /^renderer\/vite\.config\.ts$/, may: [/^node:/, 'vite', '@vitejs/plugin-react'] },
  {
    files: /^renderer\//,
    may: [
      /^shared\//,
      // Ready-made trees are data that the page loads when somebody asks for one.
      /^assets\/templates\/[^/]+\.json$/,
      'zod',
      'zustand',
      'papaparse',
      'htmlparser2',
      /^(react|i18next|d3)(-|$)/,
      /-react$/,
      /^react-/,
      /^@(tanstack|fontsource-variable)\//,
    ],
  },
];

function refused({ from, to }: Import): boolean {
  const layer = layers.find(({ files }) => files.test(from));
  if (!layer) return true;
  if (layer.files.test(to)) return false;
  return !layer.may.some((allowed) => (typeof allowed === 'string' ? allowed === to : allowed.test(to)));
}

const all = sourceFiles().flatMap(importsOf);
const told = ({ from, to }: Import) => `${from} → ${to}`;

test('no file imports what its layer may not', () => {
  expect(all.filter(refused).map(told)).toEqual([]);
});

describe('the check itself', () => {
  const attempt = (from: string, to: string) => refused({ from, to, typeOnly: false });

  test.each([
    ['shared/domain/time.ts', 'node:fs'],
    ['shared/domain/time.ts', 'react'],
    ['shared/domain/time.ts', 'db/open.ts'],
    ['db/migrate.ts', 'better-sqlite3'],
    ['db/migrate.ts', 'electron/core/service.ts'],
    ['electron/core/service.ts', 'electron'],
    ['electron/core/service.ts', 'better-sqlite3'],
    ['electron/core/service.ts', 'electron/desktop/main.ts'],
    ['electron/desktop/main.ts', 'db/open.ts'],
    ['electron/desktop/main.ts', 'electron/browser/run.ts'],
    ['electron/cli/main.ts', 'electron/desktop/main.ts'],
    ['renderer/App.tsx', 'node:fs'],
    ['renderer/App.tsx', 'electron'],
    ['renderer/App.tsx', 'db/open.ts'],
    ['renderer/App.tsx', 'electron/core/service.ts'],
    ['other/file.ts', 'zod'],
  ])('%s may not import %s', (from, to) => {
    expect(attempt(from, to)).toBe(true);
  });

  test.each([
    ['renderer/App.tsx', 'shared/contract/methods.ts'],
    ['renderer/App.tsx', '@tanstack/react-table'],
    ['db/open.ts', 'better-sqlite3'],
    ['electron/core/service.ts', 'db/open.ts'],
  ])('%s may import %s', (from, to) => {
    expect(attempt(from, to)).toBe(false);
  });

  test('sees static, re-exported, dynamic and type imports', () => {
    const seen = importsOf('electron/start.mjs').map(({ to }) => to);
    expect(seen).toContain('electron/launch/launch.ts');
    expect(all.some(({ typeOnly }) => typeOnly)).toBe(true);
    expect(all.length).toBeGreaterThan(100);
  });
});

test('no circle of imports, types included', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    }
  };
  for (const file of next.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('what reads and writes lists leans on what comes before it only', () => {
  // From a cell's text to lists that are joined; `writing` and the words that all share stand beside them.
  const order = [
    'table',
    'values',
    'columns',
    'rows',
    'plan',
    'reading',
    'records',
    'shape',
    'projects',
    'joining',
  ];
  const place = (file: string): number => order.indexOf(/^shared\/exchange\/([^/]+)\//.exec(file)?.[1] ?? '');
  const inside = all.filter(({ from, to }) => place(from) >= 0 && place(to) >= 0);
  expect(new Set(inside.map(({ from }) => place(from))).size).toBe(order.length);
  expect(inside.filter(({ from, to }) => place(to) > place(from)).map(told)).toEqual([]);
});

test('only the desktop host names Electron’s messages, and only there are windows made', () => {
  const raw = /\b(ipcMain|ipcRenderer|BrowserWindow|webContents)\b/;
  const named = sourceFiles().filter(
    (file) =>
      !file.startsWith('electron/desktop/') && raw.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(named).toEqual([]);
});

test('nobody opens an outside address but the one wrapper', () => {
  const callers = sourceFiles().filter((file) =>
    /\bopenExternal\(/.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(callers).toEqual(['electron/desktop/dialogs.ts', 'electron/desktop/security.ts']);
});
