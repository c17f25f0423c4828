import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { heatColour, heatSteps } from '../../../renderer/charts/frame/heat.ts';

const css = readFileSync(
  fileURLToPath(new URL('../../../renderer/styles/tokens.css', import.meta.url)),
  'utf8',
);
const values = (selector: string): ReadonlyMap<string, string> => {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(Array.from(block.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name, value]) => [name!, value!]));
};
const light = values(':root');
const themes = {
  light,
  dark: new Map([...light, ...values(':root[data-theme="dark"]')]),
  projector: new Map([...light, ...values(':root[data-theme="projector"]')]),
};
const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const luminance = (rgb: readonly number[]): number => {
  const [r, g, b] = rgb.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

describe('words on the heat of the capability map', () => {
  for (const [theme, colours] of Object.entries(themes)) {
    const least = theme === 'projector' ? 7 : 4.5;
    it.each(Object.entries(heatColour))(
      `${theme}: can be read on every step of %s (${least}:1)`,
      (_, name) => {
        const ink = luminance(channels(colours.get('--ink')!));
        const [card, fill] = [channels(colours.get('--card')!), channels(colours.get(name)!)];
        let before = -1;
        for (const step of heatSteps) {
          const opacity = Number(colours.get(`--heat-${step}`));
          expect(opacity).toBeGreaterThan(before);
          before = opacity;
          const ground = luminance(card.map((value, k) => value * (1 - opacity) + fill[k]! * opacity));
          const [high, low] = [Math.max(ink, ground), Math.min(ink, ground)];
          expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(least);
        }
      },
    );
  }
});
