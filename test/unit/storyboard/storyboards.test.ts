import { describe, expect, it } from 'vitest';
import { litMarks } from '../../../renderer/features/present/litMarks.ts';
import { viewIds } from '../../../renderer/state/viewStore.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { recordSchemas, type StoryboardPage } from '../../../shared/domain/records.ts';
import { newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { insertPage, movePage, renumbered } from '../../../shared/storyboard/arrange.ts';
import { clockText } from '../../../shared/storyboard/clock.ts';
import {
  pagesOf,
  plannedMinutes,
  questionOf,
  storyboardPages,
  writtenTitle,
} from '../../../shared/storyboard/pages.ts';
import { heldTogether, shortLine } from '../../../shared/storyboard/shortLine.ts';
import { storyboardFromTemplate, templateIds, templates } from '../../../shared/storyboard/templates.ts';
import { recordsOf } from '../../helpers/records.ts';

const page = (id: string, position: number, values: Partial<StoryboardPage> = {}): StoryboardPage => ({
  ...newStoryboardPage(id, 's1', position, 'map'),
  ...values,
});
const board = { id: 's1', position: 0, name: 'Board', description: '' };
const pages = [page('a', 0), page('b', 1), page('c', 2)];
const records = recordsOf({ storyboard: [board], storyboardPage: pages });

const orderAfter = (changes: readonly Change[]): string =>
  pagesOf(withChanges(records, changes), 's1')
    .map(({ id }) => id)
    .join('');

describe('the pages of a storyboard', () => {
  it.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['b', 9, 'acb'],
    ['c', -4, 'cab'],
  ])('%s goes to place %d: %s', (id, to, order) => expect(orderAfter(movePage(pages, id, to))).toBe(order));

  it('stay as they are when one is to move that is not among them, and write nothing where nothing moves', () => {
    expect(movePage(pages, 'x', 0)).toEqual([]);
    expect(movePage(pages, 'b', 1)).toEqual([]);
    expect(renumbered(pages)).toEqual([]);
  });

  it.each([
    ['a', 'axbc'],
    ['c', 'abcx'],
    [null, 'abcx'],
    ['gone', 'abcx'],
  ])('a new one after %s: %s', (after, order) =>
    expect(orderAfter(insertPage(pages, page('x', 99), after))).toBe(order),
  );

  it('say their own titles in either language, and leave the others to the data', () => {
    const named = page('n', 0, { titleEn: 'First', questionZh: '为什么？' });
    expect(writtenTitle(named, 'en')).toBe('First');
    expect(writtenTitle(named, 'zh-CN')).toBe('First');
    expect(writtenTitle(page('m', 0, { titleZh: ' ' }), 'zh-CN')).toBeNull();
    expect(questionOf(named, 'en')).toBe('为什么？');
  });

  it('add up their minutes and count those without', () => {
    expect(
      plannedMinutes([page('a', 0, { minutes: 10 }), page('b', 1, { minutes: 0 }), page('c', 2)]),
    ).toEqual({
      minutes: 10,
      unknown: 1,
    });
    expect(plannedMinutes([])).toEqual({ minutes: 0, unknown: 0 });
  });

  it('are described for an export in order, with focus and scenario', () => {
    const state = { view: { flowInitiativeId: 'i1' }, looking: { scenario: 's9' } };
    const all = recordsOf({
      storyboardPage: [
        page('b', 1, { area: 'flow', state }),
        page('a', 0),
        page('c', 2, { state: { looking: { snapshot: 'f1' } } }),
        page('d', 3, { state: { looking: {} } }),
      ],
    });
    expect(storyboardPages(all, 's1', 'en').map((each) => [each.id, each.initiativeId, each.looked])).toEqual(
      [
        ['a', null, null],
        ['b', 'i1', { kind: 'scenario', id: 's9' }],
        ['c', null, { kind: 'snapshot', id: 'f1' }],
        ['d', null, { kind: 'plan' }],
      ],
    );
    expect(storyboardPages(all, 'none', 'en')).toEqual([]);
  });
});

describe('ready-made storyboards', () => {
  it.each(templateIds)('%s is valid, ordered and speaks both languages', (id) => {
    let ids = 0;
    const { storyboard, changes } = storyboardFromTemplate(id, {
      position: 3,
      language: 'zh-CN',
      areas: templates[id].map(({ area }) => area),
      newId: () => `new-${ids++}`,
    });
    expect(storyboard.name).toMatch(/\p{Script=Han}/u);
    expect(changes).toHaveLength(templates[id].length + 1);
    for (const change of changes) {
      if (change.op !== 'put') throw new Error('only new records');
      recordSchemas[change.table].parse(change.record);
    }
    const made = pagesOf(withChanges(recordsOf({}), changes), storyboard.id);
    expect(made.map(({ position }) => position)).toEqual(made.map((_, k) => k));
    for (const { questionEn, questionZh, titleEn, titleZh } of made) {
      expect(questionEn).toMatch(/\?$/);
      expect(questionZh).toMatch(/？$/);
      expect(titleEn + titleZh).toBe('');
    }
  });

  it('leave out pages of views that the program does not have, and always have some that it has', () => {
    for (const id of templateIds) {
      const { changes } = storyboardFromTemplate(id, {
        position: 0,
        language: 'en',
        areas: ['map', 'coverage', 'wastes'],
        newId: () => crypto.randomUUID(),
      });
      const areas = changes.flatMap((change) =>
        change.op === 'put' && change.table === 'storyboardPage' ? [change.record.area] : [],
      );
      expect(areas.length).toBeGreaterThan(0);
      for (const area of areas) expect(['map', 'coverage', 'wastes']).toContain(area);
      expect(templates[id].some(({ area }) => viewIds.some((view) => view === area))).toBe(true);
    }
  });
});

describe('what a room reads', () => {
  const measure = (text: string): number => text.length * 10;

  it.each([
    ['One. Two. Three.', 90, 'One. Two.'],
    ['A long first sentence. Two.', 50, 'A long first sentence.'],
    ['Saves $1.5M a year. More.', 1000, 'Saves $1.5M a year. More.'],
    ['第一句。第二句。', 45, '第一句。'],
    ['', 100, ''],
  ])('%s in %d px', (text, width, line) => expect(shortLine(text, width, measure)).toBe(line));

  it('keeps a number with its word', () => {
    expect(heldTogether('after 2 months, 46% of 3 teams')).toBe('after 2\u00a0months, 46% of 3\u00a0teams');
  });

  it.each([
    [0, '0:00'],
    [65, '1:05'],
    [3725, '1:02:05'],
    [-3, '0:00'],
  ])('%d s is %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});

describe('marks that stand out', () => {
  const marks = Array.from({ length: 30 }, (_, k) => ({
    id: `m${k}`,
    lane: Math.floor(k / 2),
    rect: { x: 0, y: k, width: k + 1, height: 1 },
  }));

  it('are all of them while there are a dozen lines, or the picture sees to it', () => {
    expect(litMarks(marks.slice(0, 24), undefined, null)).toBeNull();
    expect(litMarks(marks, 'own', null)).toBeNull();
  });

  it('are those of a dozen lines: the largest, the named ones, and always the one pointed at', () => {
    const lanes = (lit: readonly { readonly lane: number }[] | null) => [
      ...new Set(lit?.map(({ lane }) => lane)),
    ];
    expect(lanes(litMarks(marks, undefined, null))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(lanes(litMarks(marks, ['m0', 'm9'], null))).toEqual([0, 4]);
    const pointed = lanes(litMarks(marks, undefined, 'm1'));
    expect(pointed).toContain(0);
    expect(pointed).toHaveLength(12);
  });
});
