import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { windowOptions } from '../../../electron/desktop/window.ts';
import { isReachable, rememberWindows } from '../../../electron/desktop/windowState.ts';

test('a window is asked for with every switch closed', () => {
  const { webPreferences, ...rest } = windowOptions('/preload.cjs', { x: 1, y: 2, width: 900, height: 700 });
  expect(webPreferences).toEqual({
    preload: '/preload.cjs',
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    spellcheck: false,
  });
  expect(rest).toMatchObject({ x: 1, y: 2, width: 900, height: 700, show: false });
});

describe('where a window stood', () => {
  let folder: string;
  const log: string[] = [];
  const state = { x: 10, y: 20, width: 1200, height: 800, maximized: true };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-window-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is nothing at first, without a remark', () => {
    expect(rememberWindows(folder, (line) => log.push(line)).read()).toBeNull();
    expect(log).toEqual([]);
  });

  test('is remembered', () => {
    rememberWindows(folder, (line) => log.push(line)).write(state);
    expect(rememberWindows(folder, (line) => log.push(line)).read()).toEqual(state);
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual(state);
  });

  test.each(['', '{', '[]', '{"x":1}', '{"x":0,"y":0,"width":1e9999,"height":1,"maximized":false}'])(
    'is passed over with a remark when the file holds %j',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);
      log.length = 0;
      expect(rememberWindows(folder, (line) => log.push(line)).read()).toBeNull();
      expect(log).toHaveLength(1);
    },
  );

  test('cannot be written into a folder that is gone, which is told and not thrown', () => {
    log.length = 0;
    rememberWindows(join(folder, 'gone'), (line) => log.push(line)).write(state);
    expect(log).toHaveLength(1);
  });
});

test.each([
  ['inside the screen', { x: 100, y: 100 }, true],
  ['half to the right', { x: 1800, y: 100 }, true],
  ['a sliver to the right', { x: 1850, y: 100 }, false],
  ['above the screen', { x: 100, y: -50 }, false],
  ['below the screen', { x: 100, y: 1060 }, false],
  ['on the second screen', { x: 2500, y: 100 }, true],
  ['where a screen was', { x: 5000, y: 100 }, false],
])('a window %s can be reached: %o %s', (_where, at, reachable) => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1920, height: 1080 },
  ];
  const used = _where.includes('sliver') ? screens.slice(0, 1) : screens;
  expect(isReachable({ ...at, width: 800, height: 600 }, used)).toBe(reachable);
});
