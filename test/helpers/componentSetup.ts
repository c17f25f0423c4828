import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { speak, startLanguage } from '../../renderer/i18n.ts';

// A real service stands behind the page, and a busy machine takes its time: waiting ends when what is awaited is there.
configure({ asyncUtilTimeout: 30_000 });
startLanguage('en');

// jsdom lays nothing out: without a size a virtual list would show no line at all.
const WIDTH = 1400;
const HEIGHT = 800;
for (const [name, size] of [
  ['offsetWidth', WIDTH],
  ['offsetHeight', HEIGHT],
  ['clientWidth', WIDTH],
  ['clientHeight', HEIGHT],
] as const)
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
// jsdom has no canvas, and says so aloud when axe asks for one.
HTMLCanvasElement.prototype.getContext = () => null;
HTMLElement.prototype.scrollIntoView = () => undefined;
HTMLElement.prototype.scrollTo = () => undefined;

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= StillObserver;
globalThis.matchMedia ??= ((query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })) as typeof matchMedia;

let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      said.push(`${level}: ${parts.map(String).join(' ')}`);
    });
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  speak('en');
  vi.restoreAllMocks();
  // A page that complains in the console is broken even when it looks right. "Not configured to support act" comes of
  // `await act(f)` with an f that is not async: React goes on to collect updates, and the environment is taken back at once.
  expect(said).toEqual([]);
});
