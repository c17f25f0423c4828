import type { Page } from 'playwright-core';

/** Px that two boxes may share: glyph boxes hold room above and below the letters, and some at the sides. */
interface Shared {
  readonly x: number;
  readonly y: number;
}

/**
 * Texts of the pictures in the view that lie over each other or leave their picture to a side, as they are drawn.
 * Turned texts are left out: they run in parallel, and their boxes say nothing.
 */
export const collisions = (
  page: Page,
  drawings = 'main [role=application] > svg',
  shared: Shared = { x: 0, y: 2 },
): Promise<readonly string[]> =>
  page.locator(drawings).evaluateAll(
    (all, { x, y }) =>
      all.flatMap((drawing) => {
        const frame = drawing.getBoundingClientRect();
        const texts = Array.from(drawing.querySelectorAll('text')).filter(
          (text) => !text.getAttribute('transform')?.includes('rotate'),
        );
        const boxes = texts.map((text) => text.getBoundingClientRect());
        return boxes.flatMap((a, i) => [
          ...(a.left < frame.left - 1 || a.right > frame.right + 1
            ? [`outside: ${texts[i]?.textContent}`]
            : []),
          ...boxes
            .slice(i + 1)
            .flatMap((b, k) =>
              a.left + x < b.right && b.left + x < a.right && a.top + y < b.bottom && b.top + y < a.bottom
                ? [`${texts[i]?.textContent} / ${texts[i + 1 + k]?.textContent}`]
                : [],
            ),
        ]);
      }),
    shared,
  );
