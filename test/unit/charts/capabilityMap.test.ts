import { describe, expect, it } from 'vitest';
import {
  capabilityTree,
  heatOf,
  ITSELF,
  type MapCapability,
  type MapNode,
  pathTo,
} from '../../../renderer/charts/capabilityMap/capabilityTree.ts';
import {
  BAND,
  type CapabilityMapLayout,
  layoutCapabilityMap,
} from '../../../renderer/charts/capabilityMap/layout.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { contains, labelRect, overlaps, type Rect } from '../../../renderer/charts/frame/rects.ts';
import type { MatrixRow } from '../../../renderer/charts/matrix/matrixData.ts';

const words = {
  amount: (amount: number | null) => (amount === null ? '?' : `$${amount}M`),
  figure: (amount: number | null, count: number) => `${amount === null ? '?' : `$${amount}M`} · ${count}`,
  here: 'Directly here',
  itself: (name: string) => `${name} itself`,
};

const capability = (
  id: string,
  parent: string | null,
  more: Partial<MatrixRow> = {},
  importance: number | null = 3,
): MapCapability => ({
  id,
  parent,
  importance,
  row: {
    id,
    name: `Capability ${id} with a long name`,
    group: '',
    place: 0,
    need: 0,
    supply: 0,
    gap: 0,
    contested: 0,
    redundant: 0,
    flag: null,
    ...more,
  },
});

/** A tree of so many branches with so many capabilities each. */
const forest = (branches: number, leaves: number): MapNode =>
  capabilityTree(
    Array.from({ length: branches }, (_, b) => [
      capability(`b${b}`, null, {}, null),
      ...Array.from({ length: leaves }, (_, k) =>
        capability(`b${b}.${k}`, `b${b}`, {
          supply: (b + 1) * (k + 1),
          need: k % 4 === 0 ? null : k,
          flag: k % 5 === 1 ? 'gap' : k % 7 === 2 ? 'overlap' : null,
        }),
      ),
    ]).flat(),
    [],
    'All',
  );
const flat = (count: number): MapNode =>
  capabilityTree(
    Array.from({ length: count }, (_, k) => capability(`c${k}`, null, { supply: k })),
    [],
    'All',
  );

const layoutOf = (root: MapNode, width = 840, height = 540): CapabilityMapLayout =>
  layoutCapabilityMap(root, 'supply', { width, height }, words, estimateWidth);

describe('the tree of capabilities', () => {
  const cells = [
    { row: 'a1', column: 'i', money: 5 },
    { row: 'a2', column: 'i', money: 5 },
    { row: 'a2', column: 'j', money: 5 },
    { row: 'a', column: 'k', money: 1 },
  ];
  const root = capabilityTree(
    [
      capability('a', null, { supply: 1, need: null }),
      capability('a1', 'a', { supply: 5, need: 20, gap: 15, flag: 'gap' }),
      capability('a2', 'a', { supply: 10, need: null, gap: null, redundant: 2, flag: 'overlap' }),
      capability('b', null, { need: 7, gap: 7, flag: 'gap' }),
      capability('h', null, { need: null, gap: null }),
      capability('h1', 'h', { need: null, gap: null }),
    ],
    cells,
    'All',
  );

  it('adds branches up, counts an initiative once, and keeps an unknown need unknown', () => {
    const [a, , h] = root.children;
    expect(a).toMatchObject({
      supply: 16,
      need: 20,
      gap: 15,
      redundant: 2,
      initiatives: 3,
      ownInitiatives: 1,
      capabilities: 3,
      unknownNeeds: 2,
      gaps: 1,
      overlaps: 1,
    });
    // A heading without money or need of its own is no capability of the count.
    expect(h).toMatchObject({ need: null, gap: null, capabilities: 1, unknownNeeds: 1 });
    expect(root).toMatchObject({ supply: 16, need: 27, gaps: 2, capabilities: 5, own: null });
    expect(['need', 'supply', 'gap', 'overlap', 'count'].map((heat) => heatOf(a!, heat as 'need'))).toEqual([
      20, 16, 15, 2, 3,
    ]);
  });

  it('finds the way to a branch, and stays at the root for one that is gone', () => {
    expect(pathTo(root, 'a2').map(({ id }) => id)).toEqual(['', 'a', 'a2']);
    expect(pathTo(root, 'gone')).toEqual([root]);
  });

  it('gives what a branch itself has a box of its own', () => {
    const { sections } = layoutOf(root);
    expect(
      sections.map(({ node, tiles }) => [node?.id ?? null, tiles.map(({ node: { id } }) => id)]),
    ).toEqual([
      ['a', [`a${ITSELF}`, 'a1', 'a2']],
      ['h', ['h1']],
      [null, ['b']],
    ]);
    expect(sections[0]!.tiles[0]!.node).toMatchObject({
      supply: 1,
      initiatives: 1,
      name: 'Capability a with a long name itself',
    });
  });
});

describe('the capability map', () => {
  it('puts boxes where their tree says', () => {
    const { sections, width, height } = layoutOf(forest(2, 3), 616, 300);
    expect(width).toBe(616);
    expect(sections.map(({ rect }) => [rect.x, rect.y, rect.width])).toEqual([
      [0, 0, 616],
      [0, sections[0]!.rect.height + 12, 616],
    ]);
    const [first, second, third] = sections[0]!.tiles;
    expect(first!.rect).toMatchObject({ x: 8, y: 28 });
    expect(second!.rect.x).toBeCloseTo(8 + (600 - 12) / 3 + 6, 6);
    expect(third!.rect.x + third!.rect.width).toBeCloseTo(608, 6);
    expect(height).toBeLessThanOrEqual(300);
    // The scale runs over all boxes: the largest is filled most, the smallest least.
    expect(sections[1]!.tiles[2]!.step).toBe(5);
    expect(sections[0]!.tiles[0]!.step).toBe(1);
  });

  it('tells nothing from not known, and gives importance its dots', () => {
    const root = capabilityTree(
      [
        capability('a', null, { need: null }, 4),
        capability('b', null, { need: 0 }, null),
        capability('c', null, { need: 9 }),
      ],
      [],
      'All',
    );
    const { sections } = layoutCapabilityMap(root, 'need', { width: 600, height: 300 }, words, estimateWidth);
    const [a, b, c] = sections[0]!.tiles;
    expect([a!.step, b!.step, c!.step]).toEqual([null, 0, 5]);
    expect(a!.figure?.text).toBe('? · 0');
    expect(a!.dots.map(({ filled }) => filled)).toEqual([true, true, true, true, false]);
    expect(b!.dots).toEqual([]);
  });

  it('keeps colours comparable over the quarters', () => {
    const layout = layoutCapabilityMap(
      forest(1, 3),
      'supply',
      { width: 600, height: 300 },
      words,
      estimateWidth,
      15,
    );
    expect(layout.domain).toEqual([0, 15]);
    expect(layout.sections[0]!.tiles.map(({ step }) => step)).toEqual([1, 1, 2]);
  });

  it.each([
    ['nothing', flat(0), 840],
    ['one', flat(1), 840],
    ['one in a branch', forest(1, 1), 320],
    ['12', forest(3, 4), 700],
    ['51', forest(5, 10), 840],
    ['300', forest(12, 25), 1200],
    ['300 without branches', flat(300), 840],
    ['2,000', forest(40, 50), 1400],
    ['2,000 without branches', flat(2000), 840],
    ['51 on a narrow page', forest(5, 10), 0],
  ])('keeps %s apart, inside and whole', (_, root, width) => {
    const layout = layoutOf(root, width);
    const whole: Rect = { x: 0, y: 0, width: layout.width, height: layout.height };
    const boxes = layout.sections.map(({ rect }) => rect);
    boxes.forEach((box, k) => {
      expect(contains(whole, box)).toBe(true);
      for (const other of boxes.slice(k + 1)) expect(overlaps(box, other)).toBe(false);
    });
    let count = 0;
    for (const { rect, head, name, figure, tiles } of layout.sections) {
      count += tiles.length;
      const heads = [name, ...(figure ? [figure] : [])].map(labelRect);
      for (const each of heads) expect(contains(head, each)).toBe(true);
      if (heads[1]) expect(overlaps(heads[0]!, heads[1])).toBe(false);
      tiles.forEach((tile, k) => {
        expect(contains(rect, tile.rect)).toBe(true);
        expect(overlaps(tile.rect, head)).toBe(false);
        const next = tiles[k + 1];
        if (next) expect(overlaps(tile.rect, next.rect)).toBe(false);
        const labels = [...tile.name, ...(tile.figure ? [tile.figure] : [])].map(labelRect);
        labels.forEach((label, at) => {
          expect(contains(tile.rect, label)).toBe(true);
          for (const other of labels.slice(at + 1)) expect(overlaps(label, other)).toBe(false);
          for (const dot of tile.dots) {
            expect(overlaps(label, { x: dot.x - 2.2, y: dot.y - 2.2, width: 4.4, height: 4.4 })).toBe(false);
          }
        });
      });
    }
    expect(count).toBe(layout.tileCount);
    expect(new Set(layout.marks.map(({ id }) => id)).size).toBe(layout.marks.length);
  });

  it('shows 51 with their names within the height, and 2,000 without scrolling for ever', () => {
    const small = layoutOf(forest(5, 10));
    expect(small.height).toBeLessThanOrEqual(540);
    for (const { tiles } of small.sections)
      for (const tile of tiles) expect(tile.name.length).toBeGreaterThan(0);
    expect(layoutOf(flat(2000)).height).toBeLessThanOrEqual(540);
    expect(layoutOf(forest(40, 50), 1400).height).toBeLessThan(1200);
  });

  it('fills the height also with boxes too small for names, whose amounts stand beside the stripes of overlaps', () => {
    const { height, sections } = layoutOf(forest(16, 7));
    expect(height).toBeLessThanOrEqual(540);
    expect(height).toBeGreaterThan(0.85 * 540);
    const striped = sections
      .flatMap(({ tiles }) => tiles)
      .filter(({ node, name, figure }) => node.overlaps > 0 && name.length === 0 && figure !== null);
    expect(striped.length).toBeGreaterThan(0);
    for (const { rect, figure } of striped) expect(figure!.x).toBeGreaterThan(rect.x + BAND);
  });
});
