import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../electron/core/exporting/scene.ts';
import type {
  Decision,
  DecisionOption,
  PortfolioRecords,
  TableName,
} from '../../../shared/domain/records.ts';
import {
  newActionItem,
  newDecision,
  newDecisionOption,
  newRanking,
  newScenario,
} from '../../../shared/domain/roomDefaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { type PageSize, pageSizes, type ReportOptions } from '../../../shared/report/options.ts';
import type { Report } from '../../../shared/report/page.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { reportOf } from '../../helpers/reportOf.ts';

const at = '2012-07-01T09:00:00.000Z';
const sample = sampleRecords();
/** Projects of the sample, those with most money first. */
const largest = Object.values(sample.initiative)
  .filter(({ mode, budget }) => mode === 'project' && budget !== null)
  .sort((a, b) => b.budget! - a.budget!);
const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: record as never });
const patch = (id: string, values: Record<string, unknown>) => ({
  ...{ op: 'patch' as const, table: 'initiative' as const },
  ...{ id, values },
});

/** A scenario by its id that does some changes in one step. */
const scenario = (id: string, name: string, position: number, changes: readonly object[]) => [
  put('scenario', newScenario(id, name, position, 'By', at)),
  put('scenarioStep', {
    ...{ id: `${id}-step`, scenarioId: id, position: 0, by: 'By', at },
    ...{ label: { key: 'other', params: {} }, changes },
  }),
];
const textsOn = (report: Report, page: Report['pages'][number]) =>
  sceneOf(page.sheet, report.colors).flatMap((shape) =>
    shape.kind === 'text' && shape.text.trim() !== '' ? [shape] : [],
  );

describe('the pages of a scenario', () => {
  const [first, second, third] = largest.map(({ id }) => id);
  const records = withChanges(sample, [
    ...scenario(
      'convert',
      'Convert the largest',
      0,
      largest.slice(0, 9).map(({ id }) => patch(id, { mode: 'product' })),
    ),
    ...scenario('money', '削减预算', 1, [
      patch(first!, { budget: largest[0]!.budget! / 2 }),
      patch(second!, { retired: true }),
      { op: 'remove', table: 'initiative', id: third },
    ]),
  ]);
  const comparison = (options: Partial<ReportOptions> = {}, of: PortfolioRecords = records) =>
    reportOf(of, { pages: ['comparison'], ...options });

  it.each(pageSizes.flatMap((size) => [[size, 'en'] as const, [size, 'zh-CN'] as const]))(
    'on %s in %s have words of nine points at least, and every picture stays above the foot',
    (pageSize: PageSize, language) => {
      const report = comparison({ pageSize, language });
      expect(report.pages.length).toBeGreaterThan(3);
      for (const page of report.pages) {
        const texts = textsOn(report, page);
        for (const { text, size } of texts)
          if (text.length > 2) expect(size * 0.75, `${page.name}: ${text}`).toBeGreaterThanOrEqual(8.95);
        const foot = texts.find(({ text }) => text === page.footer)!;
        for (const { text, y } of texts) expect(y, text).toBeLessThanOrEqual(foot.y);
      }
    },
  );

  it('show the measures, then the initiatives that move, then what it changes field by field', () => {
    const { pages } = comparison();
    const own = pages.filter(({ name }) => name.includes('Convert the largest'));
    expect(own.map(({ title }) => title)).toEqual([
      expect.stringMatching(
        /^“Convert the largest” is ahead of the plan now in \d+ of 50 futures, typically by \$/,
      ),
      expect.stringMatching(/^With “Convert the largest”, the seven wastes cost \$.* \(−\$.*\)$/),
      '“Convert the largest” changes 9 records',
    ]);
    expect(own[2]?.placedTable?.rows).toHaveLength(9);
    expect(own[2]?.placedTable?.rows[0]).toEqual([
      expect.any(String),
      'changed',
      'Mode: Project → Product team',
    ]);
  });

  it('say of figures that are on one side only where they are, wherever a difference leaves them out', () => {
    const lacking = Object.values(sample.initiative).find(({ budget }) => budget === null)!;
    const facts = { teamPeople: 9, teamDayRate: 800_00, scopePersonDays: 4000 };
    const filled = withChanges(sample, [
      ...scenario('fill', 'Filled in', 0, [
        ...largest.slice(0, 5).map(({ id }) => patch(id, { mode: 'product' })),
        patch(lacking.id, facts),
      ]),
    ]);
    const [measures, moved] = comparison({}, filled).pages.filter(({ name }) => name.includes('Filled in'));
    const said = '1 initiative has a figure on one side only: the sums hold it, the differences do not.';
    expect(measures?.subtitle).toContain(said);
    expect([moved?.title, moved?.subtitle]).toEqual([
      expect.stringMatching(/^With “Filled in”, the seven wastes cost \$.* \(−\$.*\)$/),
      said,
    ]);
  });

  it('tell what the picture says to those who do not see it', () => {
    const [page] = comparison().pages;
    expect(page?.description).toContain(
      'Compared with the plan now, “Convert the largest” changes 9 records.',
    );
    expect(page?.description).toContain('Now product teams: ');
    expect(comparison({ language: 'zh-CN' }).pages[0]?.description).toContain('转为产品团队：');
  });

  it('name what goes, with its money, and count what goes along', () => {
    const page = comparison().pages.find(({ name }) => name === 'What changes 削减预算')!;
    const rows = page.placedTable!.rows;
    const half = (amount: number): string => `$${(amount / 200).toLocaleString('en')}`;
    const whole = (amount: number): string => `$${(amount / 100).toLocaleString('en')}`;
    expect(rows).toContainEqual([
      largest[0]!.name,
      'changed',
      `Budget: ${whole(largest[0]!.budget!)} → ${half(largest[0]!.budget!)}`,
    ]);
    expect(rows).toContainEqual([largest[1]!.name, 'changed', 'Retired: no → yes']);
    expect(rows).toContainEqual([largest[2]!.name, 'removed', `Budget: ${whole(largest[2]!.budget!)}`]);
    expect(page.subtitle).toMatch(/^\d+ records that belong to these are not listed\.$/);
  });

  it('say no amount where these are hidden, and nothing where names are', () => {
    for (const page of comparison({ amounts: 'hidden' }).pages)
      expect(JSON.stringify(page), page.name).not.toMatch(/[$¥]\d/);
    const { leftOut } = comparison({ names: 'hidden' });
    expect(leftOut.pages.map(({ area }) => area)).toEqual(['comparison']);
  });
});

describe('the pages of decisions', () => {
  const decision = (id: string, values: Partial<Decision>) =>
    put('decision', { ...newDecision(id, `Question ${id}`, 'By', at), ...values });
  const option = (decisionId: string, place: number, values: Partial<DecisionOption>) =>
    put('decisionOption', {
      ...newDecisionOption(`${decisionId}-${place}`, decisionId, place, 'convert', `Way ${place}`),
      ...values,
    });
  const records = withChanges(sample, [
    decision('a', {
      ...{ state: 'decided', reason: 'It keeps what it learned.', owner: 'Jo Doe' },
      ...{ decidedOn: '2012-06-20', reviewOn: '2012-12-20' },
    }),
    option('a', 0, {
      cost: 12_500_000_00,
      months: 9,
      chosen: true,
      effects: { value: { low: 1e6, likely: 3.2e6, high: 7e6 }, wasteMoney: -5e5, ahead: 0.8 },
    }),
    option('a', 1, { kind: 'accept' }),
    decision('b', {}),
    option('b', 0, {}),
  ]);
  const decisions = (language: 'en' | 'zh-CN') => reportOf(records, { pages: ['decisions'], language }).pages;

  it('hold the options of each question side by side, with ranges, what is chosen, and why', () => {
    const [summary, options, ...more] = decisions('en');
    expect(more).toEqual([]);
    expect(summary?.title).toBe('1 of 2 questions are decided');
    expect(options?.title).toBe('Question a');
    expect(options?.subtitle).toBe(
      'Decided: Way 0. Reason: It keeps what it learned. Jo Doe · 20 Jun 2012 · Review on 20 Dec 2012',
    );
    expect(options?.placedTable?.columns.map(({ label }) => label)).toEqual(['Options', '✓ Way 0', 'Way 1']);
    expect(options?.placedTable?.rows).toEqual([
      ['Kind', 'Convert', 'Accept'],
      ['Cost', '$12.5M', '–'],
      ['Months', '9', '–'],
      ['Waste', '−$500K', '–'],
      ['Value', '+$3.2M (+$1M to +$7M)', '–'],
      ['Ahead in', '40/50', '–'],
    ]);
    expect(options?.placedTable?.rowHeads).toBe(true);
  });

  it('speak Chinese', () => {
    const [summary, options] = decisions('zh-CN');
    expect(summary?.title).toBe('2 个问题中已决 1 个');
    expect(options?.subtitle).toMatch(/^决定：Way 0。理由：It keeps/);
    expect(options?.placedTable?.rows[4]).toEqual(['价值', '+$320万（+$100万 至 +$700万）', '–']);
  });
});

describe('the pages of rankings', () => {
  const [a, b, c] = largest.map(({ id }) => id) as [string, string, string];
  const ranking = (values: object) =>
    put('ranking', { ...newRanking('r', 'Start first', 0, 'initiative'), ...values });
  const page = (values: object) =>
    reportOf(withChanges(sample, [ranking({ items: [a, b, c], ...values })]), { pages: ['rankings'] })
      .pages[0];

  it('say what comes first, who agreed and when, and give each place a row', () => {
    const dots = [
      { voter: 'x', item: b, dots: 3 },
      { voter: 'y', item: a, dots: 1 },
      { voter: 'y', item: c, dots: 1 },
    ];
    const made = page({ method: 'dots', dots, agreedBy: 'The board', agreedOn: '2012-07-10' });
    expect(made?.title).toMatch(/^Start first: “.+” comes first$/);
    expect(made?.subtitle).toBe(
      'Put in order by the dots that people gave. Agreed by The board on 10 Jul 2012.',
    );
    expect(made?.placedTable?.rows.map(([place, , count]) => [place, count])).toEqual([
      ['1', '3'],
      ['2', '1'],
      ['2', '1'],
    ]);
  });

  it('do not say that anybody agreed, or that one is first, where that is not so', () => {
    const made = page({ method: 'dots' });
    expect(made?.title).toBe('Start first: 3 share the first place');
    expect(made?.subtitle).toMatch(/Nobody has agreed yet\.$/);
  });
});

describe('the page of actions', () => {
  it('counts one as one', () => {
    const records = withChanges(sample, [put('actionItem', newActionItem('x', 'Do it', at))]);
    const titleIn = (language: 'en' | 'zh-CN') =>
      reportOf(records, { pages: ['actions'], language }).pages[0]?.title;
    expect(titleIn('en')).toBe('1 action is open, 0 items are parked');
    expect(titleIn('zh-CN')).toBe('未完成行动项 1 个，待议事项 0 个');
  });
});
