import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../electron/core/exporting/scene.ts';
import type { StoryboardPage } from '../../../shared/domain/records.ts';
import { newScenario, newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { type PageId, pageSizes, type ReportOptions } from '../../../shared/report/options.ts';
import type { Report } from '../../../shared/report/page.ts';
import { planState, type ReportStates, scenarioState } from '../../../shared/report/states.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { fonts, reportOf as reportFrom } from '../../helpers/reportOf.ts';

const sample = sampleRecords();

const reportOf = (
  options: Partial<ReportOptions>,
  records = sample,
  states: Partial<ReportStates> = {},
): Report => reportFrom(records, options, states);

describe('the pages of a storyboard', () => {
  const page = (id: string, position: number, area: string, values: Partial<StoryboardPage> = {}) => ({
    ...newStoryboardPage(id, 'b', position, area),
    ...values,
  });
  const [chosen] = Object.values(sample.initiative).filter(({ budget }) => budget !== null);
  if (!chosen) throw new Error('the sample has no initiative with a budget');
  const records = withChanges(sample, [
    { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'B', description: '' } },
    ...[
      page('3', 2, 'flow', { state: { view: { flowInitiativeId: chosen.id } } }),
      page('1', 0, 'wastes', { titleEn: 'Look at this', questionEn: 'Where does it go?' }),
      page('2', 1, 'storyboard'),
      page('4', 3, 'coverage', { state: { view: { coverageView: 'findings' } } }),
    ].map((record) => ({ op: 'put' as const, table: 'storyboardPage' as const, record: { ...record } })),
  ]);

  it('come in its order, with what people wrote over them; a view that no page stands for is left out', () => {
    const { pages } = reportOf({ storyboard: 'b' }, records);
    const ids = pages.map(({ id }) => id).filter((id, at, all) => id !== all[at - 1]);
    expect(ids).toEqual(['wastes', 'flow', 'findings']);
    expect(pages[0]?.title).toBe('Look at this');
    expect(pages[0]?.subtitle).toMatch(/^Where does it go\?/);
    const flow = pages.filter(({ id, chartOnly }) => id === 'flow' && !chartOnly);
    expect(flow).toHaveLength(1);
    expect(flow[0]?.title).toContain(chosen.name.slice(0, 20));
  });

  it('say nothing that people wrote where names or amounts are hidden', () => {
    for (const hidden of [{ names: 'hidden' }, { amounts: 'hidden' }] as const) {
      const { pages } = reportOf({ storyboard: 'b', ...hidden }, records);
      expect(pages.map(({ title, subtitle }) => title + subtitle).join()).not.toMatch(
        /Look at this|Where does/,
      );
    }
  });
});

describe('a page of a storyboard', () => {
  const project = Object.values(sample.initiative).find(({ mode }) => mode === 'project')!;
  const branch = Object.values(sample.capability).find(({ id }) =>
    Object.values(sample.capability).some(({ parentId }) => parentId === id),
  )!;
  /** The sheets of one page in a state, as one text; those of slides only left out. */
  const sheetOf = (
    area: string,
    state: StoryboardPage['state'],
    records = sample,
    states: Partial<ReportStates> = {},
  ): string => {
    const board = { id: 'b', position: 0, name: 'B', description: '' };
    const all = withChanges(records, [
      { op: 'put', table: 'storyboard', record: board },
      {
        op: 'put',
        table: 'storyboardPage',
        record: { ...newStoryboardPage('p', 'b', 0, area), state },
      },
    ]);
    return reportOf({ storyboard: 'b' }, all, states)
      .pages.filter(({ chartOnly }) => !chartOnly)
      .map(({ sheet, subtitle }) => sheet + subtitle)
      .join('\n');
  };

  const bare = new Map<string, string>();
  /** The sheets of a page that says nothing itself; each area is drawn once. */
  function bareSheetOf(area: string): string {
    const sheet = bare.get(area) ?? sheetOf(area, {});
    bare.set(area, sheet);
    return sheet;
  }

  it.each([
    ['the quarter of the matrix', 'coverage', { coverage: { quarter: '2013-04-01' } }, /Q3 FY2013/],
    [
      'the quarter of the map',
      'coverage',
      { view: { coverageView: 'map' }, coverage: { quarter: '2013-04-01', heat: 'supply' } },
      /Q3 FY2013/,
    ],
    ['partners as columns', 'coverage', { coverage: { columns: 'partners' } }, /INTERNATIONAL BUSI/],
    ['a search of columns', 'coverage', { kept: { 'coverage.search': 'Trusted Internet' } }, /Trusted Int/],
    ['the strip in place of the map', 'map', { kept: { 'map.tab': 'cadence' } }, /release every/],
    [
      'the other axis of the map',
      'map',
      { kept: { 'map.axis': 'first' } },
      /time until customers first get value/,
    ],
    [
      'one initiative in the bill',
      'wastes',
      { scope: { scope: 'selected' }, view: { selection: { kind: 'initiative', id: project.id } } },
      new RegExp(project.name.slice(0, 20)),
    ],
    ['contract ends of partners', 'partners', { kept: { 'partners.tab': 'contracts' } }, /contract ends/],
    [
      'a part of the map',
      'map',
      { kept: { 'map.window': { fromMonths: 2, toMonths: 8, fromShare: 0.2, toShare: 0.4 } } },
      /Only a part is shown: 2\.0 mo to 8\.0 mo, 20% to 40% lost; \d+ of \d+ initiatives\./,
    ],
    [
      'a part of the strip’s time',
      'map',
      { kept: { 'map.tab': 'cadence', 'cadence.window': { from: 15_500, to: 15_800 } } },
      /Only 9 Jun 2012 to 5 Apr 2013 is shown/,
    ],
    [
      'a part of the stringline’s time',
      'handoffs',
      { kept: { 'handoffs.window': { from: 15_300, to: 15_600 } } },
      /Only 22 Nov 2011 to 17 Sept 2012 is shown/,
    ],
    [
      'a part of the timeline',
      'timeline',
      { timeline: { shown: { from: 15_500, days: 300 } } },
      /Only [^<]*2012 to [^<]*2013 is shown/,
    ],
    [
      'what is left after a quarter',
      'carry',
      { kept: { 'carry.day': 15_887 } },
      /What is left after Q3 FY2013/,
    ],
    [
      'one branch of the capabilities',
      'coverage',
      { view: { coverageView: 'map' }, coverage: { heat: 'supply', branch: branch.id } },
      new RegExp(`Only what belongs to “${branch.name.slice(0, 12)}`),
    ],
    [
      'one kind of finding',
      'coverage',
      { view: { coverageView: 'findings' }, kept: { 'findings.kind': 'OVERLAP' } },
      /Filtered: \d+ of \d+ findings/,
    ],
    [
      'the table in the place of the map',
      'map',
      { kept: { 'twin.map': { asTable: true, sort: null, all: false } } },
      />Mode</,
    ],
    [
      'the table’s columns',
      'initiatives',
      { table: { columns: [{ id: 'partners', width: 200, shown: true }] } },
      />Partners</,
    ],
  ] as const)('shows %s', (_, area, state, words) => {
    expect(sheetOf(area, state as StoryboardPage['state'])).toMatch(words);
    expect(bareSheetOf(area)).not.toMatch(words);
  });

  it('shows a flow in the mode that it was added in', () => {
    const view = { flowInitiativeId: project.id };
    const sheets = (['project', 'product', 'compare'] as const).map((flowMode) =>
      sheetOf('flow', { view: { ...view, flowMode } }),
    );
    expect(new Set(sheets).size).toBe(3);
    expect(sheets[2]).toBe(sheetOf('flow', { view }));
  });

  it('says how many initiatives a filter leaves, and draws those alone', () => {
    const filters = { mode: { kind: 'choice', values: ['product'] } };
    const products = Object.values(sample.initiative).filter(({ mode }) => mode === 'product').length;
    const said = `Filtered: ${products} of ${Object.keys(sample.initiative).length} initiatives.`;
    const filtered = (area: string, more: StoryboardPage['state'] = {}) =>
      sheetOf(area, { table: { filters }, ...more });
    for (const area of ['wastes', 'map']) {
      expect(filtered(area, { scope: { scope: 'filtered' } }), area).toContain(said);
      expect(filtered(area), area).not.toContain('Filtered');
    }
    for (const area of ['timeline', 'initiatives']) expect(filtered(area), area).toContain(said);
    expect(filtered('initiatives')).not.toContain(project.name.slice(0, 24));
    const wasteful = {
      table: { filters: { wasteShare: { kind: 'range', from: 0.3, to: null } } },
      scope: { scope: 'filtered' },
    };
    expect(sheetOf('wastes', wasteful)).toMatch(/Filtered: [1-9]\d* of/);
  });

  it('compares the states that it was added with, and no others', () => {
    const at = '2026-01-01T00:00:00.000Z';
    const scenario = (id: string, position: number) => [
      {
        op: 'put' as const,
        table: 'scenario' as const,
        record: { ...newScenario(id, `Scenario ${id}`, position, '', at) },
      },
      {
        op: 'put' as const,
        table: 'scenarioStep' as const,
        record: {
          id: `step ${id}`,
          scenarioId: id,
          position: 0,
          label: { key: 'other', params: {} },
          by: '',
          at,
          changes: [{ op: 'patch', table: 'initiative', id: project.id, values: { mode: 'product' } }],
        },
      },
    ];
    const records = withChanges(sample, [...scenario('x', 0), ...scenario('y', 1)]);
    const state = {
      compared: {
        base: { kind: 'plan' },
        others: [
          { kind: 'scenario', id: 'y' },
          { kind: 'scenario', id: 'gone' },
        ],
      },
    };
    const states = {
      ofPages: {
        plan: planState(records),
        'scenario:y': scenarioState(records, 'y'),
        'scenario:gone': planState(records),
      },
    };
    const own = sheetOf('scenarios', state, records, states);
    expect(own).toContain('Scenario y');
    expect(own).not.toContain('Scenario x');
    expect(sheetOf('scenarios', {}, records)).toContain('Scenario x');
  });
});

describe('the pages of a report', () => {
  const usual = reportOf({});
  const looks = [
    ['en', 'light', '16:9'],
    ['zh-CN', 'projector', 'a4'],
    ['en', 'dark', 'letter'],
  ] as const;

  it.each(looks)(
    'in %s, %s, %s: no word leaves its page, none stands below the drawing’s room',
    (language, theme, pageSize) => {
      const report = theme === 'light' ? usual : reportOf({ language, theme, pageSize });
      expect(report.options).toMatchObject({ language, theme, pageSize });
      expect(report.pages.length).toBeGreaterThan(10);
      for (const page of report.pages) {
        if (page.chartOnly) continue;
        for (const shape of sceneOf(page.sheet, report.colors)) {
          if (shape.kind !== 'text' || shape.turn !== 0) continue;
          const width = fonts.measure(shape.text, shape.size, shape.weight);
          const left =
            shape.anchor === 'start'
              ? shape.x
              : shape.anchor === 'middle'
                ? shape.x - width / 2
                : shape.x - width;
          const where = `${page.name}: ${shape.text}`;
          expect(left, where).toBeGreaterThanOrEqual(0);
          expect(left + width, where).toBeLessThanOrEqual(report.width);
          expect(shape.y, where).toBeLessThanOrEqual(report.height - 14);
        }
      }
    },
  );

  it('show who carries what in many rows, and what scatters on a page of its own', () => {
    const [matrix, scattering, ...rest] = reportOf({ pages: ['carry'] }).pages;
    expect(rest.every(({ name }) => name === 'Load of teams')).toBe(true);
    expect(Number(/The first (\d+) of/.exec(matrix!.subtitle)?.[1])).toBeGreaterThanOrEqual(10);
    expect(matrix!.sheet).not.toContain('What scatters, by quarter');
    expect(matrix!.table).not.toBeNull();
    expect(scattering!.sheet).toContain('What scatters, by quarter');
    expect(scattering!.title).toMatch(/scatters by .*; then nobody carries \d+ capabilities$/);
  });

  it('have a title, words for those who do not see them, and the foot with portfolio, state and date', () => {
    expect(new Set(usual.pages.map(({ name }) => name)).size).toBe(usual.pages.length);
    for (const page of usual.pages) {
      expect(page.title.length, page.name).toBeGreaterThan(5);
      expect(page.description.length, page.name).toBeGreaterThan(5);
      expect(page.footer, page.name).toMatch(/^HHS 2012 · baseline · data as of 26 Jul 2012/);
      // Every drawing whose shapes mean something brings its legend.
      if (page.picture) expect(page.legend, page.name).not.toBeNull();
    }
  });

  it('say at the foot how their figures were made: by futures, by the model alone, or not by the model', () => {
    const foot = (id: PageId): readonly string[] =>
      reportOf({ pages: [id] }).pages.map(({ footer }) => footer);
    const draws = sample.portfolio.portfolio?.draws.toLocaleString('en');
    for (const each of foot('flow')) expect(each).toContain(`model: ${draws} futures, seed 42`);
    // What a page has no room for stands where it says.
    for (const each of [...foot('flow'), ...foot('wastes')])
      expect(each).toContain('ranges and inputs: workbook, sheet “Receipts”');
    // Where money is missing, the coverage takes what the model says that an initiative costs; so do waits.
    for (const id of ['coverage', 'capabilities', 'findings', 'handoffs'] as const)
      for (const each of foot(id)) {
        expect(each).toContain('ranges and inputs: workbook, sheet “Receipts”');
        expect(each).not.toContain('model:');
      }
    for (const each of foot('wastes')) expect(each).toContain('model: 200 futures, seed 42');
    // Nothing is drawn for a tornado.
    const sensitivity = foot('sensitivity');
    expect(sensitivity.length).toBeGreaterThan(0);
    for (const each of sensitivity) {
      expect(each).toContain('model: expected figures, not simulated');
      expect(each).not.toContain('futures');
    }
    for (const each of foot('timeline')) expect(each).not.toMatch(/model|ranges/);
  });

  it('are only those that were asked for, in the order of the report', () => {
    const report = reportOf({ pages: ['timeline', 'wastes'] });
    expect(report.pages.map(({ id }) => id)).toEqual(['wastes', 'timeline']);
  });

  it('of the flow are of the chosen initiatives', () => {
    const id = Object.keys(sample.initiative).find((each) => sample.initiative[each]?.mode === 'project')!;
    const report = reportOf({ pages: ['flow'], initiatives: [id] });
    expect(report.pages.map(({ title }) => title).join()).toContain(sample.initiative[id]?.name);
    expect(new Set(report.pages.map(({ id: page }) => page))).toEqual(new Set(['flow']));
  });

  it('lose every number of money where amounts are hidden, and charts of money altogether', () => {
    const report = reportOf({ amounts: 'hidden' });
    for (const page of report.pages) {
      expect(page.chartOnly, page.name).toBe(false);
      for (const row of page.table?.rows ?? [])
        for (const cell of row) if (cell.text.includes('•')) expect(cell.value, page.name).toBeNull();
      expect(JSON.stringify(page.table) + page.sheet + page.description, page.name).not.toMatch(/\$\s?-?\d/);
    }
    expect(report.footer).toContain('amounts hidden');
  });

  it('keep their size whatever it is', () => {
    for (const pageSize of pageSizes) {
      const { width, height, pages } = reportOf({ pageSize, pages: ['overview'] });
      expect(width).toBeGreaterThan(height);
      expect(pages[0]?.sheet).toContain(`viewBox="0 0 ${width} ${height}"`);
    }
  });
});
