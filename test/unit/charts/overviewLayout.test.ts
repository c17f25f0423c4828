import { expect, test } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { layoutOverview, type OverviewWords } from '../../../renderer/pictures/pages/overviewLayout.ts';

const counts = (count: number): OverviewWords['panels'][2]['lines'] =>
  Array.from({ length: count }, (_, k) => ({ label: `${k} left alone after the hand-over`, value: `1${k}` }));
const words = (count: number): OverviewWords => ({
  tiles: [{ label: 'Initiatives', figures: [{ text: '202', tone: 'ink' }], note: '' }],
  panels: [
    { kind: 'bars', title: 'Where the effort goes, person-days', lines: [], said: [] },
    { kind: 'notes', title: 'To convert first', lines: [], said: [] },
    { kind: 'counts', title: 'Gaps, overlaps and risks', lines: counts(count), said: [] },
  ],
});

test.each([820, 1100])(
  'breaks what a narrow box has no room for, and leaves out what does not fit below',
  (width) => {
    for (const count of [3, 30]) {
      const { texts, boxes } = layoutOverview({ width, height: 400 }, words(count), estimateWidth);
      const box = boxes[3]!;
      const inside = texts.filter(({ x }) => x >= box.x);
      expect(texts.filter(({ text }) => text.includes('…'))).toEqual([]);
      for (const { x, y, width: wide, anchor } of inside) {
        expect(anchor === 'end' ? x : x + wide).toBeLessThanOrEqual(box.x + box.width);
        expect(y).toBeLessThanOrEqual(box.y + box.height);
      }
      const values = inside.filter(({ anchor }) => anchor === 'end');
      expect(values.length).toBeGreaterThanOrEqual(3);
      expect(values.length < count).toBe(count === 30);
      const lines = inside.map(({ y }) => y).sort((a, b) => a - b);
      const apart = lines.slice(1).map((y, k) => y - lines[k]!);
      // A label beside its value, or a line below another: never one through the other.
      expect(apart.filter((gap) => gap > 0.01 && gap < 14)).toEqual([]);
    }
  },
);
