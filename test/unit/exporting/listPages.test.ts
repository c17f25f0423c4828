import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../electron/core/exporting/scene.ts';
import { newTeam } from '../../../shared/domain/defaults.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { PortfolioRecords, StoryboardPage } from '../../../shared/domain/records.ts';
import { newScenario, newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import { EVIDENCE } from '../../../shared/model/evidence.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { type PageId, pageIds, type ReportOptions, usualPages } from '../../../shared/report/options.ts';
import type { ReportPage } from '../../../shared/report/page.ts';
import { type ReportStates, scenarioState } from '../../../shared/report/states.ts';
import { listedSample, sampleRecords, secretRule, secretWork } from '../../helpers/listedSample.ts';
import { fonts, reportOf } from '../../helpers/reportOf.ts';

const sample = sampleRecords();
const records = listedSample();
const lists = [
  ...(['outcomes', 'guardrails', 'directory', 'overhead', 'parameters', 'sensitivity'] as const),
  ...(['evidence', 'snapshots', 'history'] as const),
];
const snapshots: ReportStates['snapshots'] = [
  { id: 's1', name: 'First', note: '', by: '', createdAt: '2012-01-05T08:00:00.000Z', counts: {} },
  {
    id: 's2',
    name: 'Second',
    note: 'What the board saw',
    by: 'Jane Roe',
    createdAt: '2012-03-05T08:00:00.000Z',
    counts: { initiative: 283, capability: 1 },
  },
];

const step = (id: number, at: string, name: string, undone = false): ReportStates['steps'][number] => ({
  ...{ id, at, undone, damaged: false, by: id === 2 ? 'Jane Roe' : '' },
  label: { key: 'initiative.edit', params: { name, field: 'budget' } },
  counts: { added: 0, updated: 1, removed: id === 2 ? 3 : 0 },
});
const steps: ReportStates['steps'] = [
  step(4, '2012-04-01T08:00:00.000Z', 'Delta', true),
  step(3, '2012-03-06T08:00:00.000Z', 'Gamma'),
  step(2, '2012-03-01T08:00:00.000Z', 'Beta'),
  step(1, '2012-02-01T08:00:00.000Z', 'Alpha'),
];

const pagesOf = (
  pages: readonly PageId[],
  options: Partial<ReportOptions> = {},
  states: Partial<ReportStates> = {},
): readonly ReportPage[] =>
  reportOf(records, { pages: [...pages], ...options }, { snapshots, steps, ...states }).pages;

/** The rows of a page's table, by what their first cell says; of the first page where a table goes over several. */
const rowsOf = (page: ReportPage | undefined): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (page?.table?.rows ?? []).map((row) => [row[0]?.text ?? '', row.map(({ text }) => text)]),
  );

/** Everything that a page says anywhere. */
const saidBy = (page: ReportPage): string =>
  [page.name, page.title, page.subtitle, page.description, page.sheet, JSON.stringify(page.table)].join('\n');

describe('the page of outcomes', () => {
  it('says how many are reached and late, and shows each with its readings; unknown is no zero', () => {
    const [picture, page] = pagesOf(['outcomes']);
    expect(picture?.title).toBe('1 outcome of 4 is reached; 1 is past its date');
    expect(picture?.subtitle).toBe('How far 1 of them has come is not known.');
    expect(page?.title).toBe('No initiative works on 3 outcomes of 4');
    // The picture brings the same figures for those who read or copy them.
    expect(picture?.table?.rows).toEqual(page?.table?.rows);
    const rows = rowsOf(page);
    expect(rows['Claims are settled sooner']).toEqual([
      ...['Claims are settled sooner', 'Days to settle a claim (days)', 'Beneficiaries', '–', '30 Jun 2013'],
      ...['40', '24 (31 Mar 2012)', '12', '57%', '2'],
    ]);
    expect(rows['Running costs fall']?.slice(4)).toEqual([
      ...['31 Dec 2011, past its date', '734.5', '751.75 (30 Jun 2011)', '512.25', '−8%', '0'],
    ]);
    const unknown = rows['Patients trust what is done with their data'];
    expect(unknown?.slice(1)).toEqual([...Array(7).fill('–'), 'no baseline', '0']);
    expect(Object.keys(rows)).toHaveLength(4);
  });

  it('speaks Chinese', () => {
    const [picture, page] = pagesOf(['outcomes'], { language: 'zh-CN' });
    expect(picture?.title).toBe('4 项业务成果中已达成 1 项；1 项已过期限');
    expect(picture?.description).toContain('Claims are settled sooner：24 · 57%。');
    expect(page?.title).toBe('4 项业务成果中有 3 项没有举措支撑');
    expect(rowsOf(page)['Running costs fall']?.slice(4, 7)).toEqual([
      '2011年12月31日，已过期限',
      '734.5',
      '751.75（2011年6月30日）',
    ]);
  });

  it('hides readings that are counted in money with the amounts, and no others', () => {
    const pages = pagesOf(['outcomes'], { amounts: 'hidden' });
    const said = pages.map(saidBy).join('\n');
    expect(said).not.toMatch(/734\.5|751\.75|512\.25/);
    expect(said).toContain('24 (31 Mar 2012)');
    const page = pages[1];
    const costs = page?.table?.rows.find(([name]) => name?.text === 'Running costs fall');
    expect(costs?.slice(5, 8)).toEqual([
      { value: null, text: '•••' },
      { value: null, text: '••• (30 Jun 2011)' },
      { value: null, text: '•••' },
    ]);
  });

  it('draws each reading where it stands on the way, with its words, and says what is missing', () => {
    const [picture] = pagesOf(['outcomes']);
    const texts = sceneOf(picture!.sheet, reportOf(records, { pages: ['outcomes'] }).colors).flatMap(
      (shape) => (shape.kind === 'text' ? [shape.text] : []),
    );
    for (const said of ['24 · 57%', '751.75 · −8%', '66 · 124%', 'no baseline', '40', '12'])
      expect(texts).toContain(said);
    expect(picture?.legend?.svg).toContain('Earlier readings');
  });

  it('is a list alone where nothing is known of any', () => {
    const unknown = withChanges(sample, [
      { op: 'put', table: 'outcome', record: newOutcome('o', 'Less churn') },
    ]);
    const { pages } = reportOf(unknown, { pages: ['outcomes'] });
    expect(pages.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ['How far the outcome has come is not known', 'No initiative works on 1 outcome of 1.'],
    ]);
  });

  it('brings the customer segments along, with what is meant for each', () => {
    const page = pagesOf(['outcomes']).find(({ name }) => name === 'Customer segments');
    expect(page?.title).toBe('Outcomes are for 2 customer segments of 3');
    expect(rowsOf(page)).toMatchObject({
      Clinics: ['Clinics', 'External', 'Who Clinics are', '–', '1', '0'],
      审查人员: ['审查人员', 'Internal', 'Who 审查人员 are', '3', '0', '0'],
    });
  });
});

describe('the page of guardrails', () => {
  it('says which rules hold, and by which records they are broken', () => {
    const [page] = pagesOf(['guardrails']);
    expect(page?.title).toMatch(
      /^0 guardrails of 7 hold; 2\d\d initiatives break “Every initiative serves an outcome”$/,
    );
    // Of some records too little is known: nothing says that the rule holds for them.
    expect(page?.subtitle).toContain('1 holds as far as known');
    const rows = rowsOf(page);
    const served = rows['Every initiative serves an outcome'];
    expect(served?.[1]).toBe('Broken');
    expect(served?.at(-1)).toMatch(/\(serves no outcome\); .*; and \d+ more$/);
    expect(rows['Rule 2']?.slice(1, 6)).toEqual(['Not known', '0', '0', expect.stringMatching(/^\d+$/), '0']);
    // One that is off says nothing.
    expect(rows).not.toHaveProperty('Rule 4');
    expect(rows[secretRule]?.at(-1)).toMatch(/\(Budget: \$170,000,000\)/);
  });

  it('speaks Chinese', () => {
    const [page] = pagesOf(['guardrails'], { language: 'zh-CN' });
    expect(page?.title).toMatch(
      /^7 条护栏规则中有 0 条得到遵守；2\d\d 项举措违反“每项举措都服务于某项业务成果”$/,
    );
    expect(rowsOf(page).每项举措都服务于某项业务成果?.at(-1)).toMatch(/；另有 \d+ 项$/);
  });

  it('names nobody and nothing where names are hidden, yet finds the same', () => {
    const [open] = pagesOf(['guardrails']);
    const [page] = pagesOf(['guardrails'], { names: 'hidden' });
    const said = saidBy(page!);
    expect(said).not.toContain(secretRule);
    for (const { name } of Object.values(records.initiative)) expect(said).not.toContain(name);
    expect(said).toMatch(/Initiative \d+ \(serves no outcome\)/);
    const counts = (each: ReportPage | undefined) =>
      each?.table?.rows.map((row) => row.slice(1, 6).map(({ text }) => text));
    expect(counts(page)).toEqual(counts(open));
  });

  it('says no amount where these are hidden', () => {
    const said = pagesOf(['guardrails'], { amounts: 'hidden' }).map(saidBy).join('\n');
    expect(said).not.toMatch(/1,234,567|170,000,000|\$/);
    expect(said).toContain('•••');
  });

  it('of a scenario are held against the plan', () => {
    const [first] = Object.values(records.initiative).filter(
      ({ budget, retired }) => !retired && (budget ?? 0) > 123_456_700,
    );
    const at = '2026-01-01T00:00:00.000Z';
    const planned = withChanges(records, [
      { op: 'put', table: 'scenario', record: { ...newScenario('sc', 'Less', 0, '', at) } },
      {
        op: 'put',
        table: 'scenarioStep',
        record: {
          ...{ id: 'st', scenarioId: 'sc', position: 0, label: { key: 'other', params: {} }, by: '', at },
          changes: [{ op: 'patch', table: 'initiative', id: first!.id, values: { budget: 100 } }],
        },
      },
    ]);
    const { pages } = reportOf(
      planned,
      { pages: ['guardrails'] },
      { shown: scenarioState(planned, 'sc'), plan: planned },
    );
    const [page] = pages;
    const heads = page?.table?.columns.map(({ id }) => id);
    expect(heads).toEqual([
      'rule',
      'state',
      'breaks',
      'waived',
      'unknown',
      'holding',
      'plan',
      'newly',
      'mended',
      'worst',
    ]);
    expect(rowsOf(page)[secretRule]?.slice(6, 9)).toEqual(['Broken', '0', '1']);
    expect(pagesOf(['guardrails'])[0]?.table?.columns).toHaveLength(7);
  });
});

describe('the directory', () => {
  const teams = withChanges(records, [
    ...['Alpha', 'Beta'].map((name, at) => ({
      op: 'put' as const,
      table: 'team' as const,
      record: {
        id: name,
        name,
        mission: at === 0 ? 'Settle claims' : '',
        stableSince: null,
        disbandsOn: at === 0 ? null : '2013-01-31',
      } as never,
    })),
  ]);

  it('lists teams and partners with what is known of them', () => {
    const { pages } = reportOf(teams, { pages: ['directory'] });
    expect(pages[0]?.title).toBe('1 team of 2 disbands on a known day');
    expect(pages[0]?.subtitle).toBe('2 have nothing to do.');
    expect(rowsOf(pages[0])).toEqual({
      Alpha: ['Alpha', 'Settle claims', '–', '–', '0', '0', '0'],
      Beta: ['Beta', '–', '–', '31 Jan 2013', '0', '0', '0'],
    });
    const partners = pages[1];
    expect(partners?.title).toBe(
      '“LOCKHEED MARTIN SERVICES INC” holds 41.3% of the known money, the most of 71 partners',
    );
    expect(partners?.table?.rows).toHaveLength(71);
    expect(partners?.subtitle).toBe('Nothing is known of any: Relationship, Contract end, Exit readiness.');
    expect(pages.length).toBeLessThanOrEqual(7);
  });

  it.each([
    ['en', '5 have nothing to do. Nothing is known of any: Mission, Together since.', 'Mission'],
    ['zh-CN', '5 个没有任务。各项均未知：使命、稳定始于。', '使命'],
  ] as const)(
    'in %s gives no width to what is known of no team, and says what that is',
    (language, said, mission) => {
      const five = withChanges(
        records,
        ['A', 'B', 'C', 'D', 'E'].map((name) => ({
          op: 'put',
          table: 'team',
          record: { ...newTeam(name, name), disbandsOn: name === 'A' ? '2013-01-31' : null },
        })),
      );
      const [page] = reportOf(five, { pages: ['directory'], language }).pages;
      expect(page?.subtitle).toBe(said);
      const columns = page?.table?.columns.map(({ id }) => id);
      expect(columns).toEqual(['name', 'disbandsOn', 'initiatives', 'phases', 'capabilities']);
      const withOne = withChanges(five, [
        { op: 'patch', table: 'team', id: 'E', values: { mission: 'Settle claims' } },
      ]);
      const [known] = reportOf(withOne, { pages: ['directory'], language }).pages;
      expect(known?.table?.columns[1]).toMatchObject({ id: 'mission', label: mission });
      expect(known?.table?.rows.map((row) => row[1]?.text)).toEqual(['–', '–', '–', '–', 'Settle claims']);
    },
  );

  it('says nothing that people wrote of teams and segments where names are hidden', () => {
    const { pages } = reportOf(teams, { pages: ['directory', 'outcomes'], names: 'hidden' });
    const said = pages.map(saidBy).join('\n');
    expect(said).toContain('Alpha');
    expect(said).toContain('Clinics');
    expect(said).not.toMatch(/Settle claims|Who Clinics are/);
  });

  it('says no amount, and nothing that people wrote of a partner, where these are hidden', () => {
    const pages = pagesOf(['directory'], { amounts: 'hidden', language: 'zh-CN' });
    const said = pages.map(saidBy).join('\n');
    expect(said).not.toMatch(/\$\s?\d|Spelt in the source/);
    expect(said).toContain('•••');
    expect(pages[0]?.title).toContain('71 个合作伙伴');
  });
});

describe('the lists of a storyboard', () => {
  const teams = withChanges(
    sample,
    ['Alpha', 'Beta', 'Gamma'].map((name, at) => ({
      op: 'put' as const,
      table: 'team' as const,
      record: {
        ...newTeam(name, name),
        disbandsOn: at === 0 ? null : at === 1 ? '2013-01-31' : '2011-01-31',
      },
    })),
  );
  const kept = (records: PortfolioRecords, area: string, state: object): readonly ReportPage[] => {
    const board = withChanges(records, [
      { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'B', description: '' } },
      {
        op: 'put',
        table: 'storyboardPage',
        record: {
          ...newStoryboardPage('p', 'b', 0, area),
          state: { [area]: state } as StoryboardPage['state'],
        },
      },
    ]);
    return reportOf(board, { storyboard: 'b' }).pages;
  };
  const names = (pages: readonly ReportPage[]) => Object.keys(rowsOf(pages[0]));

  it('stand in the order in which they were kept, with those of the record only where these were shown', () => {
    const sort = (column: string, direction: string) => ({ sort: { teams: { column, direction } } });
    expect(names(kept(teams, 'directory', {}))).toEqual(['Alpha', 'Beta']);
    expect(names(kept(teams, 'directory', sort('name', 'descending')))).toEqual(['Beta', 'Alpha']);
    expect(
      names(kept(teams, 'directory', { retiredShown: true, ...sort('disbandsOn', 'ascending') })),
    ).toEqual(['Gamma', 'Beta', 'Alpha']);
  });

  it('of outcomes hold the retired ones where these were shown', () => {
    const old = 'An outcome of former days';
    const listOf = (state: object) => rowsOf(kept(records, 'outcomes', state).at(-1));
    expect(listOf({ tab: 'outcomes' })).not.toHaveProperty(old);
    expect(listOf({ tab: 'outcomes', retiredShown: true })).toHaveProperty(`${old} (retired)`);
    expect(listOf({ tab: 'outcomes' })).not.toHaveProperty(`${old} (retired)`);
  });

  it('of parameters hold what was searched for, or what was set alone', () => {
    const sought = kept(records, 'parameters', { search: 'handoff' })[0];
    const rows = sought?.table?.rows ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.length).toBeLessThan(20);
    expect(sought?.subtitle).toBe(`Filtered: ${rows.length} of 51 are shown.`);
    const changed = kept(records, 'parameters', { changedOnly: true })[0];
    expect(changed?.table?.rows.map(([, name]) => name?.text)).toEqual(['knowledge kept at a handoff']);
    expect(kept(sample, 'parameters', {})[0]?.table?.rows).toHaveLength(59);
  });
});

describe('the page of overhead', () => {
  it('says what it takes a month, and what should have stopped', () => {
    const [page] = pagesOf(['overhead']);
    expect(page?.title).toBe('Work that customers don’t care about takes 12 person-days and $11.8K a month');
    expect(page?.subtitle).toBe('1 whose effort nobody entered · 1 stopped');
    const rows = rowsOf(page);
    expect(rows[secretWork]?.slice(3)).toEqual([
      ...['By hand', '31 Dec 2011, should have stopped', 'Goes on', '12', '$11.8K'],
    ]);
    expect(rows['Data copied by hand']?.slice(6)).toEqual(['–', '–']);
  });

  it('says that nothing is known rather than none', () => {
    const unknown = withChanges(records, [
      { op: 'patch', table: 'overheadWork', id: 'slides', values: { personDaysPerMonth: null } },
    ]);
    expect(reportOf(unknown, { pages: ['overhead'] }).pages[0]?.title).toBe(
      'What 2 pieces of overhead take is not known',
    );
    const stopped = withChanges(
      records,
      ['slides', 'copying'].map((id) => ({
        ...{ op: 'patch' as const, table: 'overheadWork' as const, id },
        values: { stopped: true },
      })),
    );
    expect(reportOf(stopped, { pages: ['overhead'], language: 'zh-CN' }).pages[0]?.title).toBe(
      '3 项客户不在意的工作已全部停止',
    );
  });

  it('numbers the work where names are hidden, and masks the money with the amounts', () => {
    const [page] = pagesOf(['overhead'], { names: 'hidden', amounts: 'hidden' });
    expect(saidBy(page!)).not.toMatch(/Jane|Data copied|Printed|\$/);
    expect(Object.keys(rowsOf(page))).toEqual(['Work 1', 'Work 2', 'Work 3']);
    expect(page?.title).toContain('•••');
  });
});

describe('the page of parameters', () => {
  it('puts what was set first, then the settings, then everything at its default', () => {
    const [page] = pagesOf(['parameters']);
    expect(page?.title).toBe('1 model parameter of 51 is set for this portfolio');
    const [set, ...rest] = page?.table?.rows.map((row) => row.map(({ text }) => text)) ?? [];
    expect(set?.slice(0, 5)).toEqual(['Handoffs', 'knowledge kept at a handoff', '63%', '50%', '20% to 90%']);
    expect(set?.[6]).toMatch(/^set by Jane Roe, 1 Feb 2012/);
    expect(rest[0]).toEqual(['Portfolio settings', 'Cost of a person-day', '$987', '–', '–', '–', '–']);
    expect(rest).toHaveLength(58);
    expect(pagesOf(['parameters'], { language: 'zh-CN' })[0]?.title).toBe(
      '51 个模型参数中有 1 个为本组合专门设定',
    );
  });

  it('names nobody and says no amount where these are hidden', () => {
    const pages = pagesOf(['parameters'], { names: 'hidden', amounts: 'hidden' });
    expect(pages.map(saidBy).join('\n')).not.toMatch(/Jane|987/);
    expect(pages[0]?.table?.rows[0]?.[6]?.text).toMatch(/^set 1 Feb 2012/);
  });
});

describe('the pages of sensitivity', () => {
  const [chosen] = Object.values(sample.initiative).filter(({ budget }) => budget !== null);

  it('say for each initiative that is to be converted first what decides, longest bar first', () => {
    const pages = pagesOf(['sensitivity']);
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      expect(page.title).toMatch(/^[A-Z].* decides most$/);
      const swings = page.table?.rows.map((row) => Number(row[5]?.value)) ?? [];
      expect(swings).toHaveLength(17);
      expect(swings).toEqual([...swings].sort((a, b) => b - a));
      expect(page.title.toLowerCase()).toContain(page.table?.rows[0]?.[0]?.text.toLowerCase());
      expect(page.legend?.svg).toContain('dashed: today’s assumptions');
    }
  });

  it('says where both modes are equal, in the picture and in its table', () => {
    const ids = Object.keys(sample.initiative).slice(0, 40);
    const pages = pagesOf(['sensitivity'], { initiatives: ids });
    const even = pages.filter(({ sheet }) => sheet.includes('equal at '));
    expect(even.length).toBeGreaterThan(0);
    for (const page of pages) {
      const equals = page.table?.rows.filter((row) => row[7]?.value !== null).length ?? 0;
      expect(page.sheet.split('equal at ').length - 1, page.name).toBe(equals);
      // A cross where another mode wins at one end is in the legend only where there is one.
      expect(page.legend?.svg.includes('another winner')).toBe(
        page.table?.rows.some((row) => row[6]?.text === 'yes'),
      );
    }
  });

  it('is about the chosen initiative, and of a storyboard about the one that the view shows', () => {
    const [page] = pagesOf(['sensitivity'], { initiatives: [chosen!.id] });
    expect(page?.subtitle).toContain(chosen!.name);
    const largest = Object.values(sample.initiative).reduce((a, b) =>
      (b.budget ?? -1) > (a.budget ?? -1) ? b : a,
    );
    const kept = (view: object): readonly ReportPage[] => {
      const state = { view, parameters: { tab: 'sensitivity' } } as StoryboardPage['state'];
      const board = withChanges(records, [
        { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'B', description: '' } },
        {
          op: 'put',
          table: 'storyboardPage',
          record: { ...newStoryboardPage('p', 'b', 0, 'parameters'), state },
        },
      ]);
      return reportOf(board, { storyboard: 'b' }).pages;
    };
    expect(kept({ flowInitiativeId: chosen!.id }).map(({ subtitle }) => subtitle)).toEqual([page?.subtitle]);
    expect(kept({})[0]?.subtitle).toContain(largest.name);
    expect(kept({})).toHaveLength(1);
  });

  it('numbers the initiative and says no amount where these are hidden, in Chinese too', () => {
    const options: Partial<ReportOptions> = {
      initiatives: [chosen!.id],
      names: 'hidden',
      amounts: 'hidden',
    };
    const [page] = pagesOf(['sensitivity'], options);
    expect(saidBy(page!)).not.toContain(chosen!.name);
    expect(saidBy(page!)).not.toMatch(/\$/);
    expect(page?.subtitle).toMatch(/Initiative \d+/);
    expect(page?.table?.rows.every((row) => row[5]?.value === null)).toBe(true);
    expect(pagesOf(['sensitivity'], { ...options, language: 'zh-CN' })[0]?.title).toMatch(
      /^举措 1：影响最大的是/,
    );
  });
});

describe('the pages of evidence', () => {
  it('quote every row that the defaults rest on, with what follows from it', () => {
    const pages = pagesOf(['evidence']);
    expect(pages[0]?.title).toBe('What the model’s numbers rest on');
    expect(pages[0]?.table?.rows.map(([id]) => id?.text)).toEqual(EVIDENCE.map(({ id }) => id));
    const drawn = pages.flatMap(({ placedTable }) => placedTable?.rows ?? []);
    expect(drawn).toHaveLength(EVIDENCE.length);
    expect(pagesOf(['evidence'], { language: 'zh-CN' })[0]?.table?.columns[4]?.label).toBe('强度');
  });

  it('say what was found and what follows in the reader’s language, with the same numbers', () => {
    const rows = (language: 'en' | 'zh-CN') =>
      pagesOf(['evidence'], { language })[0]?.table?.rows.map((row) => row.map(({ text }) => text)) ?? [];
    const [english, chinese] = [rows('en'), rows('zh-CN')];
    expect(chinese).toHaveLength(EVIDENCE.length);
    // A parameter's name, a formula and a generator's output are the same in every language.
    const wordless = (text: string): boolean => !/[a-z]{3,} [a-z]{2,}/i.test(text);
    const numbers = (text: string): string[] =>
      (text.replaceAll(',', '').match(/\d*\.?\d+/g) ?? []).map((each) => String(Number(each))).sort();
    for (const [at, row] of chinese.entries())
      for (const column of [2, 6]) {
        const [ours, theirs] = [row[column] ?? '', english[at]?.[column] ?? ''];
        expect(/[\u4e00-\u9fff]/.test(ours) || wordless(theirs), `${row[0]}: ${ours}`).toBe(true);
        // Numerals that one language writes as words are left to the eye.
        if (!/one|\b4 people|ca2/.test(theirs)) expect(numbers(ours), row[0]).toEqual(numbers(theirs));
      }
  });

  it('name their topics in the reader’s language', () => {
    const topics = (language: 'en' | 'zh-CN') =>
      pagesOf(['evidence'], { language }).flatMap(
        ({ table }) => table?.rows.map(([, topic]) => topic?.text ?? '') ?? [],
      );
    expect(topics('en')[0]).toBe('handoffs');
    for (const topic of topics('zh-CN')) expect(topic).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the page of snapshots', () => {
  it('lists them newest first with what they hold', () => {
    const [page] = pagesOf(['snapshots']);
    expect(page?.title).toMatch(/^2 snapshots, the newest of 5 Mar 2012/);
    expect(
      page?.table?.rows
        .map((row) => row.map(({ text }) => text))
        .map(([name, note, , by, holds]) => [name, note, by, holds]),
    ).toEqual([
      ['Second', 'What the board saw', 'Jane Roe', '283 initiatives · 1 capability'],
      ['First', '', '', ''],
    ]);
  });

  it.each([[{ names: 'hidden' }], [{ amounts: 'hidden' }]] as const)('stays away with %j', (hidden) => {
    const report = reportOf(records, { pages: ['snapshots', 'overhead'], ...hidden }, { snapshots, steps });
    expect(report.pages.map(({ id }) => id)).toEqual(['overhead']);
  });
});

describe('the page of the history', () => {
  const cells = (page: ReportPage | undefined) =>
    page?.table?.rows.map(([, what, by, size]) => [what?.text, by?.text, size?.text]);

  it('lists the steps in force, newest first, in both languages', () => {
    const [page] = pagesOf(['history']);
    expect(page?.title).toMatch(/^The last 3 steps, since 1 Feb 2012/);
    expect(cells(page)).toEqual([
      ['Change budget of “Gamma”', 'nobody named', '1 changed'],
      ['Change budget of “Beta”', 'Jane Roe', '1 changed, 3 removed'],
      ['Change budget of “Alpha”', 'nobody named', '1 changed'],
    ]);
    const [chinese] = pagesOf(['history'], { language: 'zh-CN' });
    expect(chinese?.title).toMatch(/^2012年2月1日.* 以来的最近 3 个步骤$/);
    expect(cells(chinese)?.[0]?.[0]).toMatch(/Gamma/);
    expect(cells(chinese)?.[0]?.[0]).not.toMatch(/Change|budget/);
  });

  it('of a snapshot goes until it was taken', () => {
    const shown = { looked: { kind: 'snapshot', id: 's2' }, name: 'Second', records, leftOut: [] } as const;
    const [page] = pagesOf(['history'], {}, { shown });
    expect(cells(page)?.map(([what]) => what)).toEqual([
      'Change budget of “Beta”',
      'Change budget of “Alpha”',
    ]);
  });

  it.each([[{ names: 'hidden' }], [{ amounts: 'hidden' }]] as const)('stays away with %j', (hidden) => {
    const pages = pagesOf(['history', 'overhead'], hidden);
    expect(pages.map(({ id }) => id)).toEqual(['overhead']);
  });
});

describe('the lists of a report', () => {
  it('stand in it only when asked for, but for outcomes and guardrails', () => {
    const usual = new Set(reportOf(records, {}, { snapshots, steps }).pages.map(({ id }) => id));
    expect(lists.filter((id) => usual.has(id))).toEqual(['outcomes', 'guardrails']);
    expect(pageIds.filter((id) => !usualPages.includes(id))).toEqual(lists.slice(2));
    const all = new Set(pagesOf(pageIds).map(({ id }) => id));
    expect(lists.filter((id) => all.has(id))).toEqual(lists);
  });

  it('are no pages where there is nothing to list', () => {
    const bare = withChanges(sample, []);
    for (const page of ['outcomes', 'guardrails', 'overhead', 'snapshots', 'history'] as const)
      expect(
        reportOf(bare, { pages: [page] }).pages.map(({ id }) => id),
        page,
      ).toEqual(['overview']);
  });

  it.each([
    ['en', 'light', '16:9'],
    ['zh-CN', 'projector', 'a4'],
  ] as const)('in %s, %s, %s keep every word on the page', (language, theme, pageSize) => {
    const report = reportOf(records, { pages: [...lists], language, theme, pageSize }, { snapshots, steps });
    for (const { name, sheet } of report.pages)
      for (const shape of sceneOf(sheet, report.colors)) {
        if (shape.kind !== 'text') continue;
        const width = fonts.measure(shape.text, shape.size, shape.weight);
        const left = shape.anchor === 'start' ? shape.x : shape.x - width / (shape.anchor === 'end' ? 1 : 2);
        expect(left, `${name}: ${shape.text}`).toBeGreaterThanOrEqual(0);
        expect(left + width, `${name}: ${shape.text}`).toBeLessThanOrEqual(report.width);
        expect(shape.y, `${name}: ${shape.text}`).toBeLessThanOrEqual(report.height - 14);
      }
  });

  it('say how many of a long list stand on their sheets', () => {
    const many = withChanges(
      records,
      Array.from({ length: 200 }, (_, at) => ({
        ...{ op: 'put' as const, table: 'outcome' as const },
        record: newOutcome(`many-${at}`, `Outcome ${at}`),
      })),
    );
    const pages = reportOf(many, { pages: ['outcomes'] }).pages.filter(({ placedTable }) => placedTable);
    const [first, second, segments] = pages;
    expect(segments?.name).toBe('Customer segments');
    const shown = (first?.placedTable?.rows.length ?? 0) + (second?.placedTable?.rows.length ?? 0);
    expect(shown).toBeGreaterThan(20);
    expect(first?.subtitle).toContain(`The first ${shown} of 204 are shown.`);
    expect(first?.table?.rows).toHaveLength(204);
  });

  it.each([
    ['outcomes', { outcomes: { tab: 'segments' } }, ['Customer segments']],
    ['outcomes', { outcomes: { tab: 'outcomes', search: 'records' } }, ['Outcomes', 'List of outcomes']],
    ['guardrails', {}, ['Guardrails']],
    ['directory', { directory: { tab: 'partners', search: 'noblis' } }, ['Directory of partners']],
    ['overhead', {}, ['Overhead']],
    ['parameters', {}, ['Parameters of the model']],
    ['parameters', { parameters: { tab: 'evidence' } }, ['Evidence for the model']],
    ['snapshots', {}, ['Snapshots']],
    ['history', {}, ['History']],
  ] as const)('stand for a page of a storyboard: %s %j', (area, state, names) => {
    const board = withChanges(records, [
      { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'B', description: '' } },
      {
        op: 'put',
        table: 'storyboardPage',
        record: { ...newStoryboardPage('p', 'b', 0, area), state: state as StoryboardPage['state'] },
      },
    ]);
    const { pages, leftOut } = reportOf(board, { storyboard: 'b' }, { snapshots, steps });
    expect(leftOut.pages).toEqual([]);
    expect([...new Set(pages.map(({ name }) => name.replace(/ \d$/, '')))]).toEqual(names);
    if (JSON.stringify(state).includes('search')) {
      expect(pages[0]?.subtitle).toMatch(/Filtered: 1 of \d+ are shown\./);
      expect(pages.at(-1)?.table?.rows).toHaveLength(1);
    }
  });
});
