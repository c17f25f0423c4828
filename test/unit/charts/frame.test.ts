import { describe, expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { hitTest } from '../../../renderer/charts/frame/hitTest.ts';
import { type WalkStop, walk } from '../../../renderer/charts/frame/keyboardWalk.ts';
import { layoutLegend } from '../../../renderer/charts/frame/legend.ts';
import { ellipsis, estimateWidth, wrapText } from '../../../renderer/charts/frame/measureText.ts';
import { contains, labelRect, overlaps, spreadApart } from '../../../renderer/charts/frame/rects.ts';
import { shortName } from '../../../renderer/charts/frame/shortName.ts';
import { numberCell, sortRows, textCell, toTsv } from '../../../renderer/charts/frame/twinTable.ts';

/** Ten px a character whatever the size, so that widths can be written down. */
const ten = (text: string): number => Array.from(text).length * 10;

describe('text that has to fit', () => {
  it.each([
    ['handoff', 70, 'handoff'],
    ['handoff', 69, 'hando…'],
    ['handoff', 20, 'h…'],
    ['handoff', 10, ''],
    ['a b c', 40, 'a b…'],
    ['客户自助门户', 40, '客户自…'],
    ['', 0, ''],
  ])('shortens %j to %d px as %j', (text, width, expected) => {
    expect(ellipsis(text, width, ten, 12)).toBe(expected);
  });

  it('keeps a name in a sentence whole, unless it would bury the rest', () => {
    const usual = 'Document Archiving, Reporting & Regulatory Tracking System';
    expect(shortName(usual)).toBe(usual);
    const long = shortName('跨渠道统一身份认证'.repeat(25));
    expect(long).toMatch(/^跨渠道统一身份认证.*…$/);
    expect(Array.from(long).length).toBeLessThanOrEqual(37);
    expect(shortName('X'.repeat(200)).length).toBeLessThan(70);
  });

  it.each([
    ['one two three', 80, 3, ['one two', 'three']],
    ['one two three four', 50, 2, ['one', 'two…']],
    ['等待三个月后团队解散', 40, 3, ['等待三个', '月后团队', '解散']],
    ['共有多项（三项）', 50, 3, ['共有多项', '（三项）']],
    ['self-service', 60, 3, ['self-', 'servi…']],
    ['', 50, 3, []],
  ])('wraps %j at %d px into at most %d lines', (text, width, lines, expected) => {
    expect(wrapText(text, width, lines, ten, 12)).toEqual(expected);
  });

  it('estimates Chinese as full squares and Latin as narrower', () => {
    expect(estimateWidth('项目', 12)).toBe(24);
    expect(estimateWidth('ab', 12)).toBeLessThan(24);
  });
});

describe('boxes', () => {
  it('that share an edge do not overlap', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlaps(box, { ...box, x: 10 })).toBe(false);
    expect(overlaps(box, { ...box, x: 9.9 })).toBe(true);
    expect(contains(box, { x: 2, y: 2, width: 8, height: 8 })).toBe(true);
    expect(contains(box, { x: 2, y: 2, width: 9, height: 8 })).toBe(false);
  });

  it('of labels follow their anchor', () => {
    const label = { text: 'x', x: 100, y: 50, size: 10, weight: 400, width: 40 };
    expect(labelRect({ ...label, anchor: 'start' }).x).toBe(100);
    expect(labelRect({ ...label, anchor: 'middle' }).x).toBe(80);
    expect(labelRect({ ...label, anchor: 'end' }).x).toBe(60);
  });

  it.each([
    [[10, 11], 5, 0, 100, [10, 15]],
    [[98, 99], 5, 0, 100, [95, 100]],
    [[50, 10], 5, 0, 100, [50, 10]],
    [[], 5, 0, 100, []],
    [[-20, 3], 5, 0, 100, [0, 5]],
  ])('spreads %j by %d inside %d..%d to %j', (values, gap, low, high, expected) => {
    expect(spreadApart(values, gap, low, high)).toEqual(expected);
  });

  it('under the pointer: the smallest wins', () => {
    const marks = [
      { id: 'bar', rect: { x: 0, y: 0, width: 100, height: 20 } },
      { id: 'dot', rect: { x: 40, y: 5, width: 10, height: 10 } },
    ];
    expect(hitTest(marks, 45, 10)?.id).toBe('dot');
    expect(hitTest(marks, 80, 10)?.id).toBe('bar');
    expect(hitTest(marks, 80, 30)).toBeNull();
    expect(hitTest([], 0, 0)).toBeNull();
  });
});

describe('the keyboard walk', () => {
  const stops: readonly WalkStop[] = [
    { id: 'a1', lane: 0, x: 10 },
    { id: 'a2', lane: 0, x: 50 },
    { id: 'b1', lane: 2, x: 20 },
    { id: 'b2', lane: 2, x: 60 },
    { id: 'c1', lane: 9, x: 55 },
  ];
  it.each([
    [null, 'ArrowRight', 'a1'],
    ['gone', 'ArrowDown', 'a1'],
    ['a1', 'ArrowRight', 'a2'],
    ['a2', 'ArrowRight', 'a2'],
    ['a1', 'ArrowLeft', 'a1'],
    ['a2', 'ArrowDown', 'b2'],
    ['a1', 'ArrowDown', 'b1'],
    ['b1', 'ArrowDown', 'c1'],
    ['c1', 'ArrowDown', 'c1'],
    ['c1', 'ArrowUp', 'b2'],
    ['b2', 'Home', 'b1'],
    ['b1', 'End', 'b2'],
    ['a1', 'PageDown', 'c1'],
    ['c1', 'PageUp', 'a2'],
  ] as const)('from %s with %s leads to %s', (from, key, to) => {
    expect(walk(stops, from, key)).toBe(to);
  });
  it('has nowhere to go on an empty chart', () => {
    expect(walk([], null, 'ArrowRight')).toBeNull();
  });
});

describe('the table twin', () => {
  const table = {
    caption: '',
    columns: [
      { id: 'name', label: 'Name', kind: 'text' as const },
      { id: 'money', label: 'Money', kind: 'number' as const },
    ],
    rows: [
      { id: '1', cells: [textCell('b'), numberCell(10, '$10')] },
      { id: '2', cells: [textCell('a'), numberCell(null, '')] },
      { id: '3', cells: [textCell('=1+1\tx'), numberCell(9.5, '$9.5')] },
    ],
  };
  it('sorts numbers as numbers, with the unknown last both ways', () => {
    const ids = (direction: 'ascending' | 'descending') =>
      sortRows(table, { column: 'money', direction }).map((row) => row.id);
    expect(ids('ascending')).toEqual(['3', '1', '2']);
    expect(ids('descending')).toEqual(['1', '3', '2']);
    expect(sortRows(table, { column: 'name', direction: 'ascending' })[0]?.id).toBe('3');
    expect(sortRows(table, null)).toBe(table.rows);
  });
  it('is copied with full numbers, unknown as nothing, and without formulas', () => {
    expect(toTsv(table)).toBe("Name\tMoney\r\nb\t10\r\na\t\r\n'=1+1 x\t9.5");
  });
});

describe('the legend', () => {
  it('breaks into lines that fit, and takes no room when empty', () => {
    const items = ['one', 'two', 'three'].map((label) => ({ swatch: 'projectSquare' as const, label }));
    expect(layoutLegend([], 500, ten)).toEqual({ items: [], height: 0 });
    expect(layoutLegend(items, 500, ten).height).toBe(22);
    const narrow = layoutLegend(items, 120, ten);
    expect(narrow.items.map((item) => [item.x, item.y])).toEqual([
      [0, 11],
      [0, 33],
      [0, 55],
    ]);
    for (const item of narrow.items) expect(item.x + item.width).toBeLessThanOrEqual(120);
  });
});

describe('a share in words', () => {
  it('says of a little that it is little, and of nothing that it is nothing', () => {
    const { percent } = figureWords('en', 'USD');
    expect([0, 0.001, 0.0049, 0.005, 0.62, -0.001].map((share) => percent(share))).toEqual([
      ...['0%', '<1%', '<1%', '1%', '62%', '0%'],
    ]);
    expect(percent(0.0004, 1)).toBe('<0.1%');
    expect(figureWords('zh-CN', 'USD').percent(0.001)).toBe('<1%');
  });
});
