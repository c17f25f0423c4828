import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  fileURLToPath(new URL('../../../renderer/styles/tokens.css', import.meta.url)),
  'utf8',
);

/** The colours that one block of tokens.css sets. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    Array.from(block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g), ([, name, value]) => [name!, value!]),
  );
}

const light = tokens(':root');
const themes = {
  light,
  dark: new Map([...light, ...tokens(':root[data-theme="dark"]')]),
  projector: new Map([...light, ...tokens(':root[data-theme="projector"]')]),
} as const;

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2 contrast of two colours, 1..21. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const texts = [
  '--ink',
  '--ink-2',
  '--ink-3',
  '--project-ink',
  '--product-ink',
  '--overlap',
  '--gap-ink',
  '--danger',
];
const grounds = ['--paper', '--card'];
const marks = ['--project', '--product', '--overlap', '--gap', '--supply', '--line-strong', '--focus'];

describe('contrast of the themes', () => {
  it('is measured as WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const [theme, colours] of Object.entries(themes)) {
    const least = theme === 'projector' ? 7 : 4.5;
    const at = (name: string): string => {
      const value = colours.get(name);
      if (value === undefined) throw new Error(`${theme} has no ${name}`);
      return value;
    };
    for (const ground of grounds) {
      it.each(texts)(`${theme}: text %s on ${ground} has at least ${least}:1`, (text) => {
        expect(contrast(at(text), at(ground))).toBeGreaterThanOrEqual(least);
      });
      it.each(marks)(`${theme}: mark %s on ${ground} has at least 3:1`, (mark) => {
        expect(contrast(at(mark), at(ground))).toBeGreaterThanOrEqual(3);
      });
    }
    it(`${theme}: text on a chosen, a hovered and a primary ground can be read`, () => {
      expect(contrast(at('--ink'), at('--selected'))).toBeGreaterThanOrEqual(least);
      expect(contrast(at('--ink'), at('--hover'))).toBeGreaterThanOrEqual(least);
      expect(contrast(at('--on-primary'), at('--primary'))).toBeGreaterThanOrEqual(least);
    });
  }
});
