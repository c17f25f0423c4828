import { describe, expect, it } from 'vitest';
import { comparisonSubtitle } from '../../../renderer/charts/comparison/describe.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { comparisonData } from '../../../renderer/features/scenarios/comparisonData.ts';
import { comparisonParagraph } from '../../../renderer/features/scenarios/paragraph.ts';
import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import { namedChanges } from '../../../shared/comparison/namedChanges.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newCapability, newPartner } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import type { Language } from '../../../shared/text/area.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const before = recordsOf({
  capability: [newCapability('c', 'Claims', null), newCapability('d', 'Billing', null)],
  partner: [newPartner('p', 'Acme')],
  initiative: [
    initiative('Kept', { mode: 'project' }),
    initiative('Turned', { mode: 'project' }),
    initiative('Back', { mode: 'product' }),
    initiative('Called', { mode: 'project' }),
    initiative('Ended', { mode: 'project' }),
    initiative('Dropped', { mode: 'project' }),
    initiative('Asleep', { mode: 'project', retired: true }),
  ],
});
const patch = (id: string, values: Readonly<Record<string, unknown>>): Change => ({
  op: 'patch',
  table: 'initiative',
  id,
  values,
});
const changes: readonly Change[] = [
  patch('Turned', { mode: 'product' }),
  patch('Back', { mode: 'project' }),
  patch('Called', { name: 'Called anew' }),
  patch('Ended', { retired: true }),
  patch('Asleep', { retired: false }),
  { op: 'remove', table: 'initiative', id: 'Dropped' },
  { op: 'put', table: 'initiative', record: initiative('Young', { mode: 'project' }) },
  { op: 'patch', table: 'capability', id: 'c', values: { importance: 5 } },
  { op: 'remove', table: 'capability', id: 'd' },
  { op: 'patch', table: 'partner', id: 'p', values: { name: 'Acme Ltd' } },
];
const after = withChanges(before, changes);

describe('what happened between two states, by name', () => {
  const named = namedChanges(comparePlans(before, after, { draws: 0 }));

  it('tells apart what came, went, slept, woke, turned, and is called anew', () => {
    expect(named).toEqual({
      fresh: ['Young'],
      restored: ['Asleep'],
      removed: ['Dropped'],
      retired: ['Ended'],
      toProduct: ['Turned'],
      toProject: ['Back'],
      renamed: [{ before: 'Called', after: 'Called anew' }],
      redated: [],
      changed: [],
      besides: [
        { table: 'capability', kind: 'updated', names: ['Claims'] },
        { table: 'capability', kind: 'removed', names: ['Billing'] },
        { table: 'partner', kind: 'updated', names: ['Acme Ltd'] },
      ],
    });
  });

  it('is the other way round when looked at from the other side', () => {
    const back = namedChanges(comparePlans(after, before, { draws: 0 }));
    expect(back).toMatchObject({
      fresh: named.removed,
      removed: named.fresh,
      restored: named.retired,
      retired: named.restored,
      toProduct: named.toProject,
      toProject: named.toProduct,
    });
  });
});

describe('the paragraph of a comparison', () => {
  const paragraph = (language: Language, later: PortfolioRecords): string =>
    comparisonParagraph(
      { id: 's', name: 'Q3', before, after: later, comparison: comparePlans(before, later, { draws: 0 }) },
      language === 'en' ? 'the plan now' : '当前计划',
      { say: sayOf('comparison', language), figures: figureWords(language, 'USD'), currency: 'USD' },
    );

  it('names everything in English and in Chinese', () => {
    const english = paragraph('en', after);
    for (const sentence of [
      'Initiatives: 6 as before; product teams: 1 as before.',
      'New: Young. Taken up again: Asleep. Removed: Dropped. Retired: Ended.',
      'Now product teams: Turned. Now projects: Back. Renamed: Called → Called anew.',
      'Capabilities changed: Claims; removed: Billing. Partners changed: Acme Ltd.',
    ])
      expect(english).toContain(sentence);
    const chinese = paragraph('zh-CN', after);
    for (const sentence of [
      '修改 7 条记录，移除 2 条记录',
      '举措：仍为 6；产品团队：仍为 1。',
      '新增：Young。重新启用：Asleep。移除：Dropped。退役：Ended。',
      '转为产品团队：Turned。转为项目：Back。更名：Called → Called anew。',
      '业务能力：修改 Claims；移除 Billing。合作伙伴：修改 Acme Ltd。',
    ])
      expect(chinese).toContain(sentence);
  });

  it('says how many more there are than it names', () => {
    const many = withChanges(
      before,
      Array.from({ length: 7 }, (_, at) => ({
        op: 'put' as const,
        table: 'initiative' as const,
        record: initiative(`New ${at}`),
      })),
    );
    expect(paragraph('en', many)).toContain('New: New 0, New 1, New 2, New 3, New 4 and 2 more.');
    expect(paragraph('en', many)).toContain('Initiatives: 13 instead of 6; product teams: 1 as before.');
    expect(paragraph('zh-CN', many)).toContain('新增：New 0、New 1、New 2、New 3、New 4，另有 2 项。');
  });

  it('keeps names with commas of their own apart', () => {
    const two = withChanges(before, [
      patch('Kept', { mode: 'product', name: 'Archiving, reporting and tracking' }),
      patch('Turned', { mode: 'product' }),
    ]);
    expect(paragraph('en', two)).toContain('Now product teams: Archiving, reporting and tracking; Turned.');
    expect(paragraph('zh-CN', two)).toContain('转为产品团队：Archiving, reporting and tracking；Turned。');
  });

  it('names those with other dates, and those of which something else or only a part differs', () => {
    const later = withChanges(before, [
      patch('Kept', { startDate: '2027-01-01' }),
      patch('Turned', { endDate: '2027-06-30', description: 'Later' }),
      patch('Back', { owner: 'Finance' }),
      { op: 'put', table: 'phase', record: phase('build', 'Called', 0) },
    ]);
    expect(paragraph('en', later)).toContain(' New dates: Kept, Turned. Changed: Back, Called.');
    expect(paragraph('zh-CN', later)).toContain('日期变更：Kept、Turned。修改：Back、Called。');
  });

  it('holds no amount against one in another currency', () => {
    const paid = withChanges(before, [patch('Kept', { budget: 5_000_000 })]);
    const settings = { ...paid.portfolio.portfolio!, currency: 'CNY' };
    const inYuan = withChanges({ ...paid, portfolio: { portfolio: settings } }, [
      patch('Kept', { budget: 7_000_000 }),
    ]);
    const told = (language: Language) =>
      comparisonParagraph(
        { id: 's', name: 'Q3', before: paid, after: inYuan, comparison: comparePlans(paid, inYuan) },
        'Q2',
        { say: sayOf('comparison', language), figures: figureWords(language, 'USD'), currency: 'USD' },
      );
    expect(told('en')).toContain(
      'Money is in USD on one side and in CNY on the other: amounts are not compared.',
    );
    expect(told('zh-CN')).toContain('货币由 USD 改为 CNY，金额不作比较。');
    expect(told('en') + told('zh-CN')).not.toMatch(/[$¥]/);
    expect(paragraph('en', paid)).not.toContain('amounts are not compared');
    const state = {
      id: 's',
      name: 'Q3',
      before: paid,
      after: inYuan,
      comparison: comparePlans(paid, inYuan),
    };
    const data = comparisonData({ name: 'Q2', called: '“Q2”' }, [state], 'USD')!;
    expect(data.rows).toEqual([]);
    expect(data.states[0]).toMatchObject({ otherCurrency: 'CNY', futures: null });
  });

  it('holds a budget that was unknown before in the sum of a state, and in no difference; says so', () => {
    const [spent, unknown] = [initiative('spent', { budget: 100_00 }), initiative('unknown')];
    const plan = recordsOf({ initiative: [spent, unknown] });
    const filled = withChanges(plan, [
      { op: 'patch', table: 'initiative', id: 'spent', values: { budget: 90_00 } },
      { op: 'patch', table: 'initiative', id: 'unknown', values: { budget: 50_00 } },
    ]);
    const comparison = comparePlans(plan, filled, { draws: 0 });
    const state = { id: 's', name: 'Q3', before: plan, after: filled, comparison };
    const data = comparisonData({ name: 'Q2', called: '“Q2”' }, [state], 'USD')!;
    expect(data.rows).toEqual([{ measure: 'budget', base: 100, values: [140], comparable: [90] }]);
    expect(data.states[0]?.knownOnOneSide).toBe(1);
    const speech = { say: sayOf('comparison', 'en'), figures: figureWords('en', 'USD'), currency: 'USD' };
    const said = '1 initiative has a figure on one side only: the sums hold it, the differences do not.';
    expect(comparisonParagraph(state, '“Q2”', speech)).toContain(said);
    expect(comparisonSubtitle(data, speech)).toContain(said);
    const inYuan = { ...comparison, sameCurrency: false };
    expect(
      comparisonData({ name: 'Q2', called: '“Q2”' }, [{ ...state, comparison: inYuan }], 'USD'),
    ).toMatchObject({
      rows: [],
      states: [{ knownOnOneSide: 0 }],
    });
  });

  it('says of two equal states that nothing differs, and names nobody', () => {
    expect(paragraph('en', { ...before })).toBe(
      'Compared with the plan now, “Q3” changes no record. Initiatives: 6 as before; product teams: 1 as before.',
    );
  });
});
