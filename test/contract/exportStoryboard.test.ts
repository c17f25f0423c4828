import { execFile } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/contract/changes.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { StoryboardPage } from '../../shared/domain/records.ts';
import { newScenario, newStoryboardPage } from '../../shared/domain/roomDefaults.ts';
import { listed, secretRule, secretWork } from '../helpers/listedSample.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { label, services, type TestService } from './support.ts';

const { make, folder } = services();
const at = '2026-01-01T00:00:00.000Z';
type Options = NonNullable<MethodInput<'export.write'>['options']>;

/** Storyboard `b` of the sample with lists: seven pages, of which the third, the fifth and the sixth cannot be made. */
async function withBoard(): Promise<TestService> {
  const test = make({ pictures: join(projectRoot, '.build', 'pictures') });
  await test.ok('portfolio.openSample', {});
  const { records } = (await test.ok('portfolio.current', {}))!;
  const frozen = await test.ok('snapshot.create', { name: 'As it was', note: '' });
  const projects = Object.values(records.initiative).filter(({ mode }) => mode === 'project');
  const page = (
    position: number,
    area: string,
    state: StoryboardPage['state'],
    values: Partial<StoryboardPage> = {},
  ): Change => ({
    op: 'put',
    table: 'storyboardPage',
    record: { ...newStoryboardPage(`p${position}`, 'b', position, area), state, ...values },
  });
  await test.ok('records.change', {
    label,
    changes: [
      ...listed(records),
      { op: 'put', table: 'scenario', record: { ...newScenario('sc', 'All teams', 0, '', at) } },
      {
        op: 'put',
        table: 'scenarioStep',
        record: {
          ...{ id: 'one', scenarioId: 'sc', position: 0, label: { key: 'other', params: {} }, by: '', at },
          changes: projects.map(({ id }) => ({
            ...{ op: 'patch', table: 'initiative', id },
            values: { mode: 'product' },
          })),
        },
      },
      ...['b', 'other'].map((id, position): Change => {
        const name = id === 'b' ? '董事会 Board meeting' : 'Other';
        return { op: 'put', table: 'storyboard', record: { id, position, name, description: '' } };
      }),
      page(0, 'outcomes', { outcomes: { tab: 'outcomes', search: 'claims' } }),
      page(1, 'initiatives', { looking: { scenario: 'sc' } }),
      page(2, 'storyboard', {}, { titleEn: 'What we did', titleZh: '我们做了什么' }),
      page(3, 'initiatives', { looking: { snapshot: frozen.id } }),
      page(4, 'rankings', {}),
      page(5, 'a view of a newer version', {}),
      page(6, 'coverage', { coverage: { quarter: '2013-04-01' } }),
      page(7, 'guardrails', { looking: { scenario: 'sc' } }),
    ],
  });
  return test;
}

const written = async (test: TestService, options: Options) => {
  const made = await test.ok('export.write', {
    formats: ['svg', 'csv'],
    options: { language: 'en', ...options },
    snapshot: null,
    job: 'board',
  });
  const files = unzipSync(readFileSync(test.service.files.require(made.file).path));
  const zip = Object.entries(files).find(([name]) => name.endsWith('SVG.zip'))?.[1];
  const sheets = Object.entries(unzipSync(zip!)).map(([name, svg]) => ({ name, svg: strFromU8(svg) }));
  return { ...made, sheets };
};

/** The foot of a sheet: what it is of. */
const footOf = (svg: string): string =>
  /Scenario: [^<]* on plan|snapshot “[^”]*”|baseline/.exec(svg)?.[0] ?? '';

describe('a storyboard', () => {
  it('names the pages that no file has, and why', async () => {
    const test = await withBoard();
    const { sheets, pagesLeftOut } = await written(test, { storyboard: 'b' });
    expect(pagesLeftOut).toEqual({
      standIn: false,
      pages: [
        { place: 3, area: 'storyboard', title: 'What we did', why: 'noPage' },
        { place: 5, area: 'rankings', title: null, why: 'nothing' },
        { place: 6, area: 'a view of a newer version', title: null, why: 'noPage' },
      ],
    });
    const names = sheets.map(({ name }) => name.replace(/^\d+ | \d+\.svg$|\.svg$/g, ''));
    expect([...new Set(names)]).toEqual([
      'Outcomes',
      'List of outcomes',
      'List of initiatives',
      'Coverage matrix',
      'Guardrails',
    ]);
  });

  it('names those that would tell what is hidden', async () => {
    const test = await withBoard();
    for (const hidden of ['names', 'amounts'] as const) {
      const { sheets, pagesLeftOut } = await written(test, {
        ...{ language: 'zh-CN', storyboard: 'b' },
        [hidden]: 'hidden',
      });
      expect(pagesLeftOut.pages[0]).toEqual({
        place: 3,
        area: 'storyboard',
        title: '我们做了什么',
        why: 'noPage',
      });
      expect(pagesLeftOut.pages[1]).toMatchObject({ area: 'rankings', why: hidden });
      expect(sheets.map(({ svg }) => svg).join()).not.toContain(secretRule);
    }
  });

  it('of which nothing can be made gives the portfolio on a page, and says so', async () => {
    const test = await withBoard();
    const only = (area: string): Change => ({
      op: 'put',
      table: 'storyboardPage',
      record: { ...newStoryboardPage('o', 'other', 0, area) },
    });
    await test.ok('records.change', { label, changes: [only('storyboard')] });
    const { sheets, pagesLeftOut } = await written(test, { storyboard: 'other' });
    expect(sheets.map(({ name }) => name)).toEqual(['01 Portfolio on a page.svg']);
    expect(pagesLeftOut).toEqual({
      standIn: true,
      pages: [{ place: 1, area: 'storyboard', title: null, why: 'noPage' }],
    });
    const chosen = await written(test, { pages: ['rankings', 'decisions'] });
    expect(chosen.pagesLeftOut).toEqual({
      standIn: true,
      pages: [
        { place: 1, area: 'decisions', title: null, why: 'nothing' },
        { place: 2, area: 'rankings', title: null, why: 'nothing' },
      ],
    });
  });

  it.each([
    [{}, 'nothing'],
    [{ names: 'hidden' }, 'names'],
  ] as const)('is not the only one to miss pages: so does who picks some, with %j', async (hidden, why) => {
    const test = await withBoard();
    const { sheets, pagesLeftOut } = await written(test, { pages: ['guardrails', 'rankings'], ...hidden });
    expect(sheets.map(({ name }) => name)).toEqual(['01 Guardrails.svg']);
    expect(pagesLeftOut).toEqual({
      standIn: false,
      pages: [{ place: 2, area: 'rankings', title: null, why }],
    });
  });

  it('leaves nothing to be said where its pages are all there, or are not asked for', async () => {
    const test = await withBoard();
    const all = await written(test, { pages: ['guardrails', 'overhead'] });
    expect(all.pagesLeftOut).toEqual({ standIn: false, pages: [] });
    expect(all.sheets.map(({ svg }) => svg).join()).toContain(secretWork);
    // Of the usual pages nobody misses those that have nothing to show.
    expect((await written(test, {})).pagesLeftOut).toEqual({ standIn: false, pages: [] });
    const tables = await test.ok('export.write', {
      formats: ['csv'],
      options: { storyboard: 'b' },
      snapshot: null,
      job: 'tables',
    });
    expect(tables.pagesLeftOut).toEqual({ standIn: false, pages: [] });
  });
});

describe('the command line', () => {
  const run = promisify(execFile);

  it('exports a storyboard: its pages in its order, each of its own state, and names those left out', async () => {
    const test = await withBoard();
    await test.service.close();
    const place = folder();
    const [file] = readdirSync(test.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.throughline'),
    );
    copyFileSync(join(test.folder, file!), join(place, 'p.throughline'));
    const cli = async (...args: readonly string[]) => {
      const program = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
      const env = { ...process.env, THROUGHLINE_HOME: join(place, 'home') };
      try {
        const done = await run(
          process.execPath,
          [program, 'export', 'p.throughline', '--language', 'en', ...args],
          { cwd: place, env },
        );
        return { code: 0, out: done.stdout, err: done.stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, out: stdout, err: stderr };
      }
    };
    const to = ['--format', 'svg', '--out', 'board.zip'] as const;
    const made = await cli(...to, '--storyboard', '董事会 Board meeting');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out.trim().split('\n').slice(1)).toEqual([
      'left out: page 3 "What we did" (no page of a report shows this view)',
      'left out: page 5 "Rankings" (it has nothing to show)',
      'left out: page 6 "a view of a newer version" (no page of a report shows this view)',
    ]);
    const sheets = Object.entries(unzipSync(readFileSync(join(place, 'board.zip')))).map(
      ([name, svg]) => [name.replace(/^\d+ | \d+\.svg$|\.svg$/g, ''), strFromU8(svg)] as const,
    );
    const each = sheets
      .map(([name, svg]) => `${name}: ${footOf(svg)}`)
      .filter((words, index, all) => words !== all[index - 1]);
    expect(each).toEqual([
      'Outcomes: baseline',
      'List of outcomes: baseline',
      'List of initiatives: Scenario: All teams on plan',
      'List of initiatives: snapshot “As it was”',
      'Coverage matrix: baseline',
      'Guardrails: Scenario: All teams on plan',
    ]);
    expect(sheets.find(([name]) => name === 'Coverage matrix')?.[1]).toContain('Q3 FY2013');
    expect(sheets.find(([name]) => name === 'Outcomes')?.[1]).toContain('Filtered: 1 of 4 are shown.');

    const byId = await cli(...to, '--storyboard', 'b', '--hide-names', '--json');
    expect(JSON.parse(byId.out)).toMatchObject({
      standIn: false,
      pagesLeftOut: [
        { place: 3, page: 'What we did', reason: 'no page of a report shows this view' },
        { place: 5, page: 'Rankings', reason: expect.stringMatching(/names are hidden$/) },
        { place: 6, page: 'a view of a newer version' },
      ],
    });
    const empty = await cli(...to, '--storyboard', 'Other');
    expect(empty).toMatchObject({ code: 0, err: '' });
    expect(empty.out).toContain('the portfolio on a page stands in');
    const unknown = await cli(...to, '--storyboard', 'Board');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toBe(
      'throughline: there is no storyboard "Board"; there are: "董事会 Board meeting", "Other"\n',
    );
    expect(await cli(...to, '--storyboard', 'b', '--pages', 'map')).toMatchObject({ code: 2, out: '' });
    const tables = await cli('--format', 'xlsx', '--out', 'x.xlsx', '--storyboard', 'b');
    expect(tables).toMatchObject({ code: 2, out: '' });
    expect(tables.err).toMatch(/xlsx holds no pages: --storyboard is for pptx, pdf/);
  });
});
