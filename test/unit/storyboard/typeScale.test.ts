import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageBreaks } from '../../../shared/storyboard/pageBreaks.ts';
import { pictureScale, typeScale } from '../../../shared/storyboard/typeScale.ts';

describe('the type of a projected picture', () => {
  it.each([
    [720, 36, 56 / 3],
    [1080, 54, 28],
    [2160, 108, 56],
  ])('at %d lines titles are %d px and labels %d px', (height, title, label) => {
    const type = typeScale(height);
    expect(type.title).toBeCloseTo(title, 9);
    expect(type.label).toBeCloseTo(label, 9);
    expect(type.title).toBeGreaterThanOrEqual((44 * height) / 1080);
  });

  it('does not shrink without end, and takes an unknown height for a projector', () => {
    expect(typeScale(10)).toEqual(typeScale(360));
    expect(typeScale(Number.NaN)).toEqual(typeScale(1080));
  });

  it('shows the smallest text of any picture as large as a label', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 4320 }),
        fc.double({ min: 8, max: 20, noNaN: true }),
        (height, text) => {
          const type = typeScale(height);
          expect(text * pictureScale(type, text)).toBeCloseTo(type.label, 6);
        },
      ),
    );
  });
});

describe('where a tall picture is cut', () => {
  it('shows at once what fits', () => {
    expect(pageBreaks(300, 300, [])).toEqual([{ top: 0, bottom: 300 }]);
    expect(pageBreaks(0, 300, [])).toEqual([{ top: 0, bottom: 0 }]);
  });

  it('cuts between rows, never through one', () => {
    const rows = Array.from({ length: 10 }, (_, k) => [k * 40, k * 40 + 30] as const);
    expect(pageBreaks(400, 150, rows)).toEqual([
      { top: 0, bottom: 150 },
      { top: 150, bottom: 280 },
      { top: 280, bottom: 400 },
    ]);
  });

  it('moves up again where the first place cuts another row', () => {
    const spans = [
      [80, 120],
      [60, 90],
    ] as const;
    expect(pageBreaks(200, 100, spans)[0]).toEqual({ top: 0, bottom: 60 });
  });

  it('leaves nothing out, cuts no span that fits, and always comes to an end', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, size]) => [from, from + size] as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2300 }),
        fc.integer({ min: 10, max: 600 }),
        fc.array(span, { maxLength: 30 }),
        (height, room, spans) => {
          const screenfuls = pageBreaks(height, room, spans);
          expect(screenfuls[0]?.top).toBe(0);
          expect(screenfuls.at(-1)?.bottom).toBe(height);
          screenfuls.forEach(({ top, bottom }, k) => {
            expect(bottom - top).toBeGreaterThan(0);
            expect(bottom - top).toBeLessThanOrEqual(room);
            if (k > 0) expect(top).toBe(screenfuls[k - 1]?.bottom);
          });
        },
      ),
    );
  });
});
