import { describe, expect, it } from 'vitest';
import { planCells } from '../../../renderer/features/initiatives/cellPlan.ts';
import { type ColumnId, columnOf } from '../../../renderer/features/initiatives/columns.ts';
import { readArrangement } from '../../../renderer/features/initiatives/readArrangement.ts';
import { jump, nextWithin, rectOf, spread } from '../../../renderer/ui/editGrid/cellRange.ts';
import { initiative } from '../../helpers/records.ts';

describe('marked cells', () => {
  const rect = rectOf({ line: 4, column: 3 }, { line: 2, column: 2 });

  it('are a rectangle whichever corner came first', () => {
    expect(rect).toEqual({ top: 2, bottom: 4, left: 2, right: 3 });
  });

  it('are walked by lines or by columns, round at the end, over what is no row', () => {
    const isRow = (line: number) => line !== 3;
    const walk = (line: number, column: number, along: 'line' | 'column', back = false) =>
      nextWithin(rect, { line, column }, { along, back }, isRow);
    expect(walk(2, 2, 'column')).toEqual({ line: 2, column: 3 });
    expect(walk(2, 3, 'column')).toEqual({ line: 4, column: 2 });
    expect(walk(4, 3, 'column')).toEqual({ line: 2, column: 2 });
    expect(walk(2, 2, 'line')).toEqual({ line: 4, column: 2 });
    expect(walk(4, 2, 'line')).toEqual({ line: 2, column: 3 });
    expect(walk(2, 2, 'line', true)).toEqual({ line: 4, column: 3 });
  });

  it('jumps to where filled cells end, and over empty ones to the next filled', () => {
    const filled = [true, true, true, false, false, true];
    const from = (at: number, step: 1 | -1) => jump(at, step, 5, (index) => filled[index] === true);
    expect([from(0, 1), from(2, 1), from(3, 1), from(5, 1)]).toEqual([2, 5, 5, 5]);
    expect([from(5, -1), from(2, -1), from(0, -1)]).toEqual([2, 0, 0]);
  });

  it.each([
    {
      sheet: [['x']],
      height: 2,
      width: 3,
      result: [
        ['x', 'x', 'x'],
        ['x', 'x', 'x'],
      ],
    },
    {
      sheet: [['a', 'b']],
      height: 2,
      width: 2,
      result: [
        ['a', 'b'],
        ['a', 'b'],
      ],
    },
    { sheet: [['a'], ['b']], height: 4, width: 1, result: [['a'], ['b'], ['a'], ['b']] },
    { sheet: [['a'], ['b']], height: 3, width: 1, result: [['a'], ['b']] },
    {
      sheet: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      height: 1,
      width: 1,
      result: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
  ])('take a sheet of $sheet.length lines into $height by $width', ({ sheet, height, width, result }) => {
    expect(spread(sheet, { top: 1, bottom: height, left: 1, right: width })).toEqual(result);
  });
});

describe('writing many cells', () => {
  const line = (values: object, cells: Partial<Record<ColumnId, string>>, isNew = false) => ({
    initiative: initiative('a', { name: 'A', startDate: '2026-01-01', endDate: '2026-06-30', ...values }),
    isNew,
    cells: Object.entries(cells).map(([id, text]) => ({ column: columnOf(id as ColumnId), text })),
  });

  it('holds start and end against each other as they will be', () => {
    const later = planCells([line({}, { startDate: '2027-01-01', endDate: '2027-06-30' })], 'USD');
    expect(later.refused).toEqual([]);
    expect(later.changes).toEqual([
      {
        op: 'patch',
        table: 'initiative',
        id: 'a',
        values: { startDate: '2027-01-01', endDate: '2027-06-30' },
      },
    ]);
    const wrong = planCells([line({}, { startDate: '2027-01-01', owner: 'Ada' })], 'USD');
    expect(wrong.refused).toMatchObject([{ line: 1, column: 'startDate', reason: 'invalid.order' }]);
    expect(wrong.changes).toMatchObject([{ values: { owner: 'Ada' } }]);
    expect(wrong.cells).toBe(1);
  });

  it('names every cell that does not fit, and counts those that do', () => {
    const plan = planCells(
      [
        line({}, { budget: 'lots', stage: 'someday', owner: 'Ada', wasteShare: '5%' }),
        line({ name: 'B' }, { name: ' ', budget: '1.5M' }),
      ],
      'USD',
    );
    expect(plan.refused.map(({ line: at, column, reason }) => [at, column, reason])).toEqual([
      [1, 'budget', 'invalid.money'],
      [1, 'stage', 'invalid.choice'],
      [1, 'wasteShare', 'invalid.derived'],
      [2, 'name', 'invalid.name'],
    ]);
    expect(plan.cells).toBe(2);
  });

  it('makes new lines where there is a name, and passes over empty ones', () => {
    const plan = planCells(
      [
        line({ name: 'New' }, { name: 'New', budget: '10' }, true),
        line({ name: '' }, { name: '', budget: '' }, true),
        line({ name: '' }, { name: '', budget: '10' }, true),
      ],
      'USD',
    );
    expect(plan.changes).toMatchObject([{ op: 'put', record: { name: 'New', budget: 1000 } }]);
    expect(plan.refused).toMatchObject([{ line: 3, column: 'name', reason: 'invalid.name' }]);
  });

  it('writes nothing where nothing is different', () => {
    expect(planCells([line({ owner: 'Ada' }, { owner: 'Ada' })], 'USD').changes).toEqual([]);
  });
});

describe('an arrangement that was written down', () => {
  it('passes over what it does not understand', () => {
    const read = readArrangement({
      columns: [{ id: 'budget', width: 5, shown: true }, { id: 'gone' }, { id: 'name', shown: false }, 7],
      sort: [{ id: 'budget', descending: 'yes' }, { id: 'gone' }],
      filters: {
        budget: { kind: 'range', from: 'x', to: 5 },
        owner: { kind: 'magic' },
        gone: { kind: 'unknown' },
      },
      groupBy: 'weather',
      search: 4,
      retired: 'only',
      overhead: 'perhaps',
    });
    expect(read.columns[0]).toEqual({ id: 'budget', width: 48, shown: true });
    expect(read.columns[1]).toMatchObject({ id: 'name', shown: true });
    expect(new Set(read.columns.map(({ id }) => id)).size).toBe(read.columns.length);
    expect(read).toMatchObject({
      sort: [{ id: 'budget', descending: false }],
      filters: { budget: { kind: 'range', from: null, to: 5 } },
      groupBy: null,
      search: '',
      retired: 'only',
      overhead: 'shown',
    });
    expect(Object.keys(read.filters)).toEqual(['budget']);
  });
});
