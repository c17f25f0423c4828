import { describe, expect, it, vi } from 'vitest';
import type { FiguresOf } from '../../../renderer/features/initiatives/columns.ts';
import { filterRows } from '../../../renderer/features/initiatives/filterRows.ts';
import { HEADER, NEW } from '../../../renderer/features/initiatives/gridCursor.ts';
import { gridShape } from '../../../renderer/features/initiatives/gridShape.ts';
import { groupRows, plainItems } from '../../../renderer/features/initiatives/groupRows.ts';
import { initiativeRows } from '../../../renderer/features/initiatives/rows.ts';
import { sortRows } from '../../../renderer/features/initiatives/sortRows.ts';
import { insertOrdered, orderTexts } from '../../../renderer/features/initiatives/textOrder.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const noFigures: FiguresOf = () => ({ status: 'pending', wasteShare: null, timeToFirstValueMonths: null });
const capability = (id: string, name: string) => ({
  id,
  parentId: null,
  position: 0,
  code: null,
  name,
  description: '',
  importance: null,
  currentMaturity: null,
  targetMaturity: null,
  neededMoney: null,
  ownerTeamId: null,
});
const records = recordsOf({
  capability: [capability('c1', 'Payments'), capability('c2', 'Claims')],
  initiative: [
    initiative('a', { name: 'Zürich portal', budget: 500, startDate: '2026-03-01', stage: 'active' }),
    initiative('b', { name: '支付平台', budget: null, mode: 'product' }),
    initiative('c', { name: 'apple desk', budget: 0, startDate: '2025-01-01', stage: 'idea' }),
  ],
  contribution: [
    { id: 'x', initiativeId: 'a', capabilityId: 'c1', weight: 0.5 },
    { id: 'y', initiativeId: 'a', capabilityId: 'c2', weight: 0.5 },
    { id: 'z', initiativeId: 'b', capabilityId: 'c1', weight: 1 },
  ],
});
const rows = initiativeRows(records);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('arranging the table', () => {
  it('finds every searched word in any column, whatever its case or width', () => {
    expect(ids(filterRows(rows, 'PAYMENTS portal', {}, noFigures))).toBe('a');
    expect(ids(filterRows(rows, '支付', {}, noFigures))).toBe('b');
    expect(ids(filterRows(rows, 'ａｐｐｌｅ', {}, noFigures))).toBe('c');
    expect(ids(filterRows(rows, 'nothing like it', {}, noFigures))).toBe('');
  });

  it('keeps unknown apart from zero in ranges', () => {
    const zero = { budget: { kind: 'range', from: 0, to: 0 } } as const;
    expect(ids(filterRows(rows, '', zero, noFigures))).toBe('c');
    expect(ids(filterRows(rows, '', { budget: { kind: 'unknown' } }, noFigures))).toBe('b');
    expect(ids(filterRows(rows, '', { stage: { kind: 'choice', values: [null, 'idea'] } }, noFigures))).toBe(
      'bc',
    );
  });

  it('sorts unknown last both ways', () => {
    const by = (descending: boolean) =>
      ids(sortRows(rows, [{ id: 'budget', descending }], new Map(), noFigures));
    expect(by(false)).toBe('cab');
    expect(by(true)).toBe('acb');
  });

  it('sorts names by the rules of the language', async () => {
    const order = async (language: string) => {
      const texts = await orderTexts(
        rows.map(({ initiative: { name } }) => name),
        new Intl.Collator(language, { numeric: true }),
      );
      const ranks = new Map(texts.map((text, at) => [text, at]));
      return ids(sortRows(rows, [{ id: 'name', descending: false }], ranks, noFigures));
    };
    expect(await order('en')).toBe('cab');
  });

  it('orders many texts in slices exactly as sorting at once would', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) => `n${(index * 7919) % 3001}`);
    const collator = new Intl.Collator('en', { numeric: true });
    let pauses = 0;
    const ordered = await orderTexts(texts, collator, async () => {
      pauses += 1;
    });
    expect(ordered).toEqual([...texts].sort(collator.compare));
    expect(pauses).toBeGreaterThan(3);
    expect(insertOrdered(ordered.slice(1), [ordered[0] as string], collator)).toEqual(ordered);
  });

  it('stops ordering when a newer order overtakes it', async () => {
    const stop = new AbortController();
    const texts = Array.from({ length: 3000 }, (_, index) => String(index));
    const run = orderTexts(texts, new Intl.Collator('en'), async () => stop.abort(), stop.signal);
    await expect(run).rejects.toThrow(/abort/i);
  });

  it('groups with sums of what is known, the unknown in a group of its own', () => {
    const items = groupRows(
      rows,
      'capabilities',
      (x, y) => (x < y ? -1 : 1),
      new Set(['capabilities=Claims']),
    );
    expect(
      items.map((item) =>
        item.kind === 'group' ? [item.value, item.count, item.budget.sum, item.budget.known] : item.row.id,
      ),
    ).toEqual([['Claims', 1, 500, 1], ['Payments', 2, 500, 1], 'a', 'b', [null, 1, 0, 1], 'c']);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it('keeps the identity of rows that an edit does not touch', () => {
    const changed = recordsOf({});
    const next = initiativeRows({
      ...records,
      initiative: { ...records.initiative, c: initiative('c', { name: 'apple desk 2' }) },
    });
    expect(next[0]).toBe(rows[0]);
    expect(next[1]).toBe(rows[1]);
    expect(next[2]).not.toBe(rows[2]);
    expect(initiativeRows(changed)).toEqual([]);
  });

  it('keeps the identity of rows that others are taken away before, and of the list while nothing in it changed', () => {
    const first = initiativeRows(records);
    expect(initiativeRows({ ...records, phase: {} })).toBe(first);
    expect(initiativeRows({ ...records, initiative: { ...records.initiative } })).toBe(first);
    const { a: _, ...others } = records.initiative;
    const next = initiativeRows({ ...records, initiative: others });
    expect(next).toHaveLength(2);
    expect(next[0]).toBe(first[1]);
    expect(next[1]).toBe(first[2]);
  });

  it('sorts again only when an edit moved a row', () => {
    const many = (edited: Readonly<Record<number, number>>) =>
      initiativeRows(
        recordsOf({
          initiative: Array.from({ length: 300 }, (_, at) =>
            initiative(`i${at}`, {
              budget: edited[at] ?? 1000 * ((at * 7) % 300),
              owner: String(edited[at]),
            }),
          ),
        }),
      );
    const byBudget = (list: ReturnType<typeof many>) =>
      sortRows(list, [{ id: 'budget', descending: false }], new Map(), noFigures);
    const sorted = vi.spyOn(Uint32Array.prototype, 'sort');
    try {
      const before = byBudget(many({}));
      expect(sorted).toHaveBeenCalledOnce();
      // The second and the third smallest, still in their places.
      const edited = many({ 43: 1001, 86: 1999 });
      expect(byBudget(edited).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(byBudget(edited)).toContain(edited[43]);
      expect(sorted).toHaveBeenCalledOnce();
      const moved = byBudget(many({ 43: 2001 }));
      expect(sorted).toHaveBeenCalledTimes(2);
      expect(moved.slice(0, 3).map(({ id }) => id)).toEqual(['i0', 'i86', 'i43']);
    } finally {
      sorted.mockRestore();
    }
  });

  it('knows the line of every key, and puts one that is gone into the header', () => {
    const shape = gridShape(plainItems(rows), [], false);
    expect(['a', 'b', 'c', 'b', 'gone', 'a'].map(shape.lineOf)).toEqual([1, 2, 3, 2, 0, 1]);
    expect([HEADER, NEW].map(shape.lineOf)).toEqual([0, 4]);
    const grouped = gridShape(
      groupRows(rows, 'capabilities', (x, y) => (x < y ? -1 : 1), new Set()),
      [],
      true,
    );
    expect(grouped.lineOf('capabilities=Payments/a')).toBe(4);
    expect(grouped.keyOfInitiative('a')).toBe('capabilities=Claims/a');
    expect(grouped.keyOfInitiative('gone')).toBeNull();
  });
});
