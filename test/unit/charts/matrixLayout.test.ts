import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { columnsThatFit, layoutMatrix, type MatrixLayout } from '../../../renderer/charts/matrix/layout.ts';
import {
  type MatrixData,
  type MatrixRow,
  orderRows,
  type RowOrder,
  refillMatrix,
  showMatrix,
} from '../../../renderer/charts/matrix/matrixData.ts';

const words = {
  need: 'Need',
  andFunded: 'and what is funded',
  others: (count: number) => `${count} others`,
  needUnknown: 'need not entered',
  money: (amount: number) => `$${Math.round(amount)}`,
  sum: 'Sum of the rows shown',
};
const SUM = 56;

const row = (id: string, need: number | null, supply: number, more: Partial<MatrixRow> = {}): MatrixRow => ({
  id,
  name: `Capability ${id} with a rather long name`,
  group: 'Customer management',
  place: 0,
  need,
  supply,
  gap: need === null ? null : Math.max(0, need - supply),
  contested: 0,
  redundant: 0,
  flag: null,
  ...more,
});

/** A portfolio of r rows and c columns in which each initiative serves three rows. */
function grid(r: number, c: number): MatrixData {
  return {
    rows: Array.from({ length: r }, (_, k) =>
      row(`r${k}`, k % 7 === 3 ? null : (r - k) * 100, 50 + ((k * 37) % 90) * 10, {
        flag: k % 5 === 1 ? 'gap' : k % 11 === 4 ? 'overlap' : null,
        redundant: k % 11 === 4 ? 40 : 0,
      }),
    ),
    columns: Array.from({ length: c }, (_, k) => ({
      id: `c${k}`,
      name: `Initiative number ${k} that nobody abbreviated`,
      mode: k % 3 === 0 ? ('product' as const) : ('project' as const),
      total: 300,
    })),
    cells:
      r === 0
        ? []
        : Array.from({ length: c }, (_, k) =>
            [...new Set([k % r, (k * 7) % r, (k * 13 + 5) % r])].map((at) => ({
              row: `r${at}`,
              column: `c${k}`,
              money: 10 + ((k * 31 + at * 17) % 100),
            })),
          ).flat(),
  };
}

const laidOut = (data: MatrixData, width: number, maxRows = 40): MatrixLayout =>
  layoutMatrix(
    showMatrix(data, maxRows, columnsThatFit(data.rows, width, words, estimateWidth)),
    width,
    words,
    estimateWidth,
  );

describe('what the matrix shows', () => {
  it('puts the strongest need first, the unknown needs last', () => {
    const rows = [row('a', 5, 0), row('b', null, 9), row('c', 50, 1), row('d', null, 20), row('e', 0, 0)];
    expect(orderRows(rows).map(({ id }) => id)).toEqual(['c', 'a', 'e', 'd', 'b']);
  });

  it('keeps rows with findings when not all rows fit', () => {
    const data = grid(100, 10);
    const shown = showMatrix(data, 40, 99);
    expect(shown.rows).toHaveLength(40);
    expect(shown.hiddenRows).toBe(60);
    const flagged = data.rows.filter((each) => each.flag !== null);
    expect(flagged.length).toBeLessThan(40);
    for (const each of flagged) expect(shown.rows).toContain(each);
  });

  it('sums what has no column, so that no money is lost', () => {
    const data = grid(20, 300);
    const shown = showMatrix(data, 40, 15);
    expect(shown.columns).toHaveLength(14);
    expect(shown.otherColumns).toBe(286);
    const sum = (list: Iterable<{ readonly money: number }>): number => {
      let total = 0;
      for (const { money } of list) total += money;
      return total;
    };
    expect(sum(shown.cells) + sum(shown.others.values())).toBe(sum(data.cells));
  });

  it('gives each strong row its largest initiative before a weaker row gets its second', () => {
    const rows = [row('a', 30, 0), row('b', 20, 0), row('c', 10, 0)];
    const money = { a: [5, 4], b: [900, 800], c: [70, 60] } as const;
    const cells = rows.flatMap(({ id }) =>
      money[id as 'a'].map((amount, k) => ({ row: id, column: `${id}${k}`, money: amount })),
    );
    const columns = cells.map(({ column }) => ({
      id: column,
      name: column,
      mode: 'project' as const,
      total: 0,
    }));
    const shown = showMatrix({ rows, columns, cells }, 9, 5);
    expect(shown.columns.map(({ id }) => id).sort()).toEqual(['a0', 'a1', 'b0', 'c0']);
    expect(shown.otherColumns).toBe(2);
  });

  it('has no column of others when all fit', () => {
    const shown = showMatrix(grid(5, 4), 40, 4);
    expect([shown.columns.length, shown.otherColumns, shown.others.size]).toEqual([4, 0, 0]);
  });

  it('lets columns stand beside those that serve the same rows', () => {
    const data: MatrixData = {
      rows: [row('top', 100, 10), row('low', 50, 10)],
      columns: ['x', 'y', 'z'].map((id) => ({ id, name: id, mode: 'project' as const, total: 10 })),
      cells: [
        { row: 'low', column: 'x', money: 9 },
        { row: 'top', column: 'y', money: 5 },
        { row: 'top', column: 'z', money: 1 },
        { row: 'low', column: 'z', money: 1 },
      ],
    };
    expect(showMatrix(data, 9, 9).columns.map(({ id }) => id)).toEqual(['y', 'z', 'x']);
  });
});

describe('the order of the rows', () => {
  const ids = (data: MatrixData, order: RowOrder): string =>
    showMatrix(data, 99, 99, order)
      .rows.map(({ id }) => id)
      .join('');
  const data: MatrixData = {
    rows: [
      row('a', 50, 10, { place: 3, contested: 5 }),
      row('b', 40, 10, { place: 1, redundant: 9, contested: 9 }),
      row('c', 30, 10, { place: 2 }),
      row('d', null, 10, { place: 0, contested: 40 }),
    ],
    columns: ['x', 'y'].map((id) => ({ id, name: id, mode: 'project' as const, total: 20 })),
    cells: [
      { row: 'a', column: 'x', money: 10 },
      { row: 'b', column: 'y', money: 10 },
      { row: 'c', column: 'x', money: 10 },
      { row: 'd', column: 'y', money: 10 },
    ],
  };

  it('is that of need, of the tree, of contest, or of what is served together', () => {
    expect(ids(data, 'need')).toBe('abcd');
    expect(ids(data, 'tree')).toBe('dbca');
    expect(ids(data, 'contested')).toBe('bdac');
    expect(['acbd', 'bdac', 'cabd', 'dbac', 'acdb', 'bdca', 'cadb', 'dbca']).toContain(ids(data, 'blocks'));
  });

  it('chooses the most contested rows when that is asked for, and keeps each row once in every order', () => {
    const large = grid(60, 80);
    const contested = showMatrix(
      { ...large, rows: large.rows.map((each, k) => ({ ...each, redundant: k })) },
      10,
      99,
      'contested',
    );
    expect(contested.rows.map(({ redundant }) => redundant)).toEqual([
      59, 58, 57, 56, 55, 54, 53, 52, 51, 50,
    ]);
    for (const order of ['need', 'tree', 'blocks', 'contested'] as const) {
      const { rows } = showMatrix(large, 60, 99, order);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(60);
    }
  });

  it('keeps rows and columns in place when the figures are those of a quarter', () => {
    const shown = showMatrix(data, 99, 2);
    const cells = [{ row: 'a', column: 'x', money: 3 }];
    const quarter = refillMatrix(shown, (each) => ({ ...each, supply: 1 }), cells);
    expect(quarter.rows.map(({ id, supply }) => [id, supply])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ]);
    expect(quarter.columns).toBe(shown.columns);
    expect(quarter.cells).toEqual(cells);
    const narrow = refillMatrix(showMatrix(data, 99, 1), (each) => each, [
      { row: 'a', column: 'x', money: 3 },
      { row: 'a', column: 'y', money: 4 },
    ]);
    expect([...narrow.others]).toEqual([
      ['a', { money: narrow.cells.length === 0 ? 7 : 4, count: narrow.cells.length === 0 ? 2 : 1 }],
    ]);
  });
});

describe('the matrix layout', () => {
  it('puts cells, bars and ticks where their numbers say', () => {
    const data: MatrixData = {
      rows: [
        row('a', 100, 60, { name: 'A', group: '', flag: 'gap' }),
        row('b', 40, 80, { name: 'B', group: '', redundant: 20 }),
      ],
      columns: [
        { id: 'x', name: 'X', mode: 'project', total: 60 },
        { id: 'y', name: 'Y', mode: 'product', total: 80 },
      ],
      cells: [
        { row: 'a', column: 'x', money: 60 },
        { row: 'b', column: 'y', money: 80 },
      ],
    };
    const layout = laidOut(data, 800);
    const [a, b] = layout.rows;
    const scale = (160 - 18) / 100;
    const left = 800 - 160 - SUM;
    expect(layout.cells.map(({ x, y, r }) => [x, y, r])).toEqual([
      [layout.left + 22, a!.y, expect.closeTo(2.6 + (13 - 2.6) * Math.sqrt(60 / 80), 6)],
      [layout.left + 66, b!.y, 13],
    ]);
    expect(a!.bar).toMatchObject({ needX: left + 100 * scale, redundant: null });
    expect(a!.bar.supply.width).toBeCloseTo(60 * scale, 6);
    expect(a!.bar.gap?.width).toBeCloseTo(40 * scale, 6);
    expect(b!.bar.gap).toBeNull();
    expect(b!.bar.redundant?.x).toBeCloseTo(left + 60 * scale, 6);
    expect(b!.bar.redundant?.width).toBeCloseTo(20 * scale, 6);
    // Sums: what is funded at the right of each row, the money of each column under it.
    expect([a!.sum.text, b!.sum.text, layout.sums?.total.text]).toEqual(['$60', '$80', '$140']);
    expect([a!.sum.x, a!.sum.anchor]).toEqual([798, 'end']);
    const [x, y] = layout.columns;
    expect([x!.sum.text, y!.sum.text]).toEqual(['$60', '$80']);
    expect(y!.sum.bar.height).toBeCloseTo(24, 6);
    expect(x!.sum.bar.height).toBeCloseTo(18, 6);
    expect(x!.sum.bar.y + x!.sum.bar.height).toBeCloseTo(y!.sum.bar.y + y!.sum.bar.height, 6);
    expect(x!.sum.bar.y).toBeGreaterThan(b!.y + 13);
    expect(layout.height).toBeGreaterThan(y!.sum.y + 34);
  });

  it('keeps sizes comparable when a scale is given, and never draws past it', () => {
    const data: MatrixData = {
      rows: [row('a', 100, 60, { name: 'A', group: '' })],
      columns: [{ id: 'x', name: 'X', mode: null, total: 60 }],
      cells: [{ row: 'a', column: 'x', money: 60 }],
    };
    const shown = showMatrix(data, 9, 9);
    const large = layoutMatrix(shown, 800, words, estimateWidth, { mostMoney: 240, mostBar: 1000 });
    expect(large.cells[0]!.r).toBeCloseTo(2.6 + (13 - 2.6) / 2, 6);
    expect(large.rows[0]!.bar.supply.width).toBeCloseTo((60 * (160 - 18)) / 1000, 6);
    const small = layoutMatrix(shown, 800, words, estimateWidth, { mostMoney: 1, mostBar: 1 });
    expect(small.cells[0]!.r).toBe(13);
    expect(small.rows[0]!.bar.needX).toBeCloseTo(800 - 160 - SUM + 142, 6);
  });

  it('cuts no amount, however long its currency writes it', () => {
    const long = { ...words, money: (amount: number) => `CHF 9,999.9 million ${amount}` };
    const data = grid(12, 40);
    const columns = columnsThatFit(data.rows, 900, long, estimateWidth);
    expect(columns).toBeLessThan(columnsThatFit(data.rows, 900, words, estimateWidth));
    const layout = layoutMatrix(showMatrix(data, 12, columns), 900, long, estimateWidth);
    expect(layout.width).toBeLessThanOrEqual(900);
    for (const { row, sum } of layout.rows) {
      expect(sum.text).toBe(long.money(row.supply));
      expect(sum.x - sum.width).toBeGreaterThan(layout.barHead.x);
    }
    for (const { sum } of layout.columns) {
      expect(sum.text).not.toContain('…');
      expect(sum.y + estimateWidth(sum.text, 11.5)).toBeLessThanOrEqual(layout.height);
    }
  });

  it('says that a need is unknown and draws no tick at zero for it', () => {
    const layout = laidOut({ rows: [row('a', null, 10)], columns: [], cells: [] }, 900);
    expect(layout.rows[0]?.bar.needX).toBeNull();
    expect(layout.rows[0]?.bar.gap).toBeNull();
    expect(layout.rows[0]?.bar.unknown?.text).toBe('?');
    const roomy = laidOut({ rows: [row('a', null, 1), row('b', 100, 1)], columns: [], cells: [] }, 900);
    expect(roomy.rows[1]?.bar.unknown?.text).toBe('need not entered');
  });

  it.each([
    [0, 0, 900],
    [1, 0, 900],
    [1, 1, 0],
    [22, 22, 860],
    [40, 60, 1280],
    [3000, 10_000, 1400],
  ])('keeps %d rows and %d columns in %d px apart, whole and finite', (r, c, width) => {
    const layout = laidOut(grid(r, c), width, r > 1000 ? r : 40);
    const flat: Label[] = layout.rows.flatMap((each) => [
      each.name,
      ...(each.group ? [each.group] : []),
      ...(each.bar.unknown ? [each.bar.unknown] : []),
      each.sum,
    ]);
    if (layout.sums) flat.push(layout.sums.label, layout.sums.total);
    flat.push(layout.barHead.need, layout.barHead.funded);
    // It stands over the amounts, too, and is whole on a small laptop beside the inspector.
    if (width > 680) expect(layout.barHead.funded.text).toBe('and what is funded');
    const boxes = flat.map(labelRect);
    boxes.forEach((box, k) => {
      expect(Number.isFinite(box.x) && Number.isFinite(box.y)).toBe(true);
      expect(box.x).toBeGreaterThanOrEqual(-0.5);
      expect(box.x + box.width).toBeLessThanOrEqual(layout.width + 0.5);
      // Labels follow each other line by line, so only near ones can meet.
      for (const other of boxes.slice(k + 1, k + 8)) expect(overlaps(box, other)).toBe(false);
    });
    for (const each of layout.rows) {
      const names = labelRect(each.name);
      expect(names.x + names.width).toBeLessThanOrEqual(layout.left);
      if (each.group)
        expect(labelRect(each.group).x + labelRect(each.group).width).toBeLessThanOrEqual(layout.left);
    }
    layout.columns.forEach((column, k) => {
      const next = layout.columns[k + 1];
      // Turned names run parallel; two of them meet when their lines are nearer than a line is high.
      if (next) expect((next.x - column.x) * Math.sin((52 * Math.PI) / 180)).toBeGreaterThan(11.5);
      const reach = column.x + estimateWidth(column.text, 11.5) * Math.cos((52 * Math.PI) / 180);
      expect(reach).toBeLessThanOrEqual(layout.width + 1);
    });
    for (const cell of layout.cells) {
      expect(cell.x - cell.r).toBeGreaterThanOrEqual(layout.left - 0.5);
      expect(cell.x + cell.r).toBeLessThanOrEqual(layout.right + 0.5);
    }
  });

  it('sums up 10,000 initiatives and 400 capabilities into marks that a screen can hold', () => {
    const data = grid(400, 10_000);
    const layout = laidOut(data, 1200);
    expect(layout.rows).toHaveLength(40);
    expect(layout.otherColumn).not.toBeNull();
    expect(layout.marks.length).toBeLessThan(3000);
  });
});
