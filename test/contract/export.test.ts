import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/contract/changes.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { AnyRecord, StoryboardPage, TableName } from '../../shared/domain/records.ts';
import { newRanking, newScenario, newStoryboardPage } from '../../shared/domain/roomDefaults.ts';
import { fromExchange, readExchange } from '../../shared/exchange/json.ts';
import { type ExportFormat, usualPages } from '../../shared/report/options.ts';
import { usedLine } from '../../shared/storyboard/pageTimes.ts';
import { present } from '../../shared/text/catalogues/present.ts';
import { reports } from '../../shared/text/catalogues/reports.ts';
import { pdfTexts } from '../helpers/pdfText.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { label, services, type TestService } from './support.ts';

const { make } = services();
const pictures = join(projectRoot, '.build', 'pictures');

type Options = NonNullable<MethodInput<'export.write'>['options']>;
type Parts = Readonly<Record<string, string>>;

async function sample(): Promise<TestService> {
  const test = make({ pictures });
  await test.ok('portfolio.openSample', {});
  return test;
}

let job = 0;
async function bytesOf(
  test: TestService,
  formats: ExportFormat[],
  options: Options = {},
): Promise<{ bytes: Uint8Array; name: string }> {
  job += 1;
  const made = await test.ok('export.write', { formats, options, snapshot: null, job: `export-${job}` });
  return { bytes: readFileSync(test.service.files.require(made.file).path), name: made.suggestedName };
}

/** The parts of a zip as texts; what is no text stays out. */
function partsOf(bytes: Uint8Array, kind = /\.(xml|rels|svg)$/): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => kind.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
}

/** Throws where a part is no well-formed XML; answers the texts between its tags. */
function textsOf(xml: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  return texts.filter((text) => text.trim() !== '');
}

const allTexts = (parts: Parts): string =>
  Object.entries(parts)
    .flatMap(([name, xml]) => {
      try {
        return textsOf(xml);
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`);
      }
    })
    .join('\n');

/** Places in sheets, such as `Sheet1!$B$1` and the rows `Sheet1!$1:$1`, which are no amounts. */
const places = /!?\$[A-Z]+\$\d+|!\$\d+:\$\d+/g;
/** An amount as our formats write it, in any of their currencies. */
const amount = /[$€£¥]\s?-?\d/;

describe('slides', () => {
  it.each(['en', 'zh-CN'] as const)(
    'in %s are native shapes, tables and charts, every part well formed',
    async (language) => {
      const test = await sample();
      const { bytes, name } = await bytesOf(test, ['pptx'], { language });
      expect(name).toBe('HHS 2012.pptx');
      const parts = partsOf(bytes);
      const texts = allTexts(parts);
      expect(texts).toContain('HHS 2012');
      const names = Object.keys(unzipSync(bytes));
      // Shapes are promised: nothing on a slide is a picture.
      expect(names.filter((each) => /media\/.+\.(png|jpe?g|svg|emf)$/.test(each))).toEqual([]);
      const slides = Object.entries(parts).filter(([each]) => /slides\/slide\d+\.xml$/.test(each));
      expect(slides.length).toBeGreaterThanOrEqual(10);
      for (const [slide, xml] of slides) {
        expect(xml, slide).not.toContain('<p:pic>');
        const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size, slide).toBe(ids.length);
        expect(xml, slide).toMatch(/<p:ph\s[^>]*type="title"/);
      }
      // Each drawing is one group under the name of its page.
      const drawn = slides.map(([, xml]) => xml).join('');
      for (const page of ['map', 'coverage', 'timeline'] as const)
        expect(drawn).toContain(`name="${reports[language][`page.${page}`]}"`);
      const shapes = slides.reduce((sum, [, xml]) => sum + (xml.match(/<p:sp>/g)?.length ?? 0), 0);
      expect(shapes).toBeGreaterThan(1000);
      const groups = slides.flatMap(([, xml]) => [...xml.matchAll(/<p:grpSp>.*?descr="([^"]*)"/gs)]);
      expect(groups.some(([, words]) => (words?.length ?? 0) > 40)).toBe(true);
      expect(slides.some(([, xml]) => xml.includes('<a:pattFill'))).toBe(true);
      expect(slides.some(([, xml]) => xml.includes('<a:tbl>'))).toBe(true);
      const charts = Object.entries(parts).filter(([each]) => /charts\/chart\d+\.xml$/.test(each));
      expect(charts.some(([, xml]) => xml.includes('<c:barChart>'))).toBe(true);
      expect(charts.some(([, xml]) => xml.includes('<c:lineChart>') && xml.includes('sysDash'))).toBe(true);
      // Every part that the package names is there.
      const named = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)];
      expect(named.filter(([, part]) => !names.includes(part ?? ''))).toEqual([]);
      expect(allTexts(Object.fromEntries(slides))).toMatch(language === 'en' ? /seven wastes/ : /七种浪费/);
      for (const [slide, xml] of slides)
        for (const [run] of xml.matchAll(/<a:r>.*?<\/a:r>/gs))
          if (/[\u4e00-\u9fff]/.test(run)) expect(run, slide).toContain('<a:ea typeface="Microsoft YaHei"');
    },
  );
});

describe('what is hidden', () => {
  it.each(['en', 'zh-CN'] as const)('amounts and names are nowhere in any file, in %s', async (language) => {
    const test = await sample();
    const { records } = (await test.ok('portfolio.current', {}))!;
    const options = { language, amounts: 'hidden', names: 'hidden' } as const;
    const { bytes, name } = await bytesOf(test, ['pptx', 'xlsx', 'pdf', 'html', 'svg', 'csv'], options);
    expect(name).toBe('HHS 2012.zip');
    const files = unzipSync(bytes);
    const texts: Record<string, string> = {};
    for (const [file, content] of Object.entries(files)) {
      if (file.endsWith('.pdf')) texts[file] = pdfTexts(content).join('\n').replaceAll('\n', '');
      else if (file.endsWith('.html')) texts[file] = strFromU8(content);
      else {
        texts[file] = allTexts(partsOf(content));
        const nested = Object.entries(unzipSync(content));
        for (const [inner, data] of nested) {
          if (inner.endsWith('.csv')) texts[`${file}/${inner}`] = strFromU8(data);
          if (inner.endsWith('.xlsx')) texts[`${file}/${inner}`] = allTexts(partsOf(data));
        }
      }
    }
    expect(Object.keys(texts).length).toBeGreaterThan(10);
    const initiatives = Object.values(records.initiative);
    const telling = initiatives.map((each) => each.name).filter((each) => each.length > 12);
    const budgets = initiatives.flatMap(({ budget }) =>
      budget !== null && budget > 1_000_000 ? [budget] : [],
    );
    for (const [file, text] of Object.entries(texts)) {
      expect(amount.exec(text.replace(places, ''))?.[0], file).toBeUndefined();
      expect(
        telling.filter((each) => text.includes(each)),
        file,
      ).toEqual([]);
      const written = budgets.flatMap((minor) => [String(minor / 100), (minor / 100).toLocaleString('en')]);
      expect(
        written.filter((each) => new RegExp(`(^|[^\\d.])${each}([^\\d]|$)`, 'm').test(text)),
        file,
      ).toEqual([]);
    }
    const numbered = present[language]['alias.initiative'].replace('{{nth}}', '1');
    expect(Object.values(texts).join('\n')).toContain(numbered);
  });

  it('is refused where a format holds everything', async () => {
    const test = await sample();
    expect(
      await test.error('export.write', {
        formats: ['csv', 'json'],
        options: { amounts: 'hidden' },
        snapshot: null,
        job: 'hide',
      }),
    ).toMatchObject({ code: 'invalid_input', place: { field: 'options.amounts' } });
    // The id of the job is free again.
    await test.ok('export.write', { formats: ['json'], snapshot: null, job: 'hide' });
  });
});

describe('workbooks', () => {
  it('have typed cells, a frozen head and a filter on every sheet, and the receipts', async () => {
    const test = await sample();
    await test.ok('records.change', {
      label,
      changes: [
        {
          op: 'patch',
          table: 'initiative',
          id: Object.keys((await test.ok('portfolio.current', {}))!.records.initiative)[0]!,
          values: {
            name: '=1+1 & <b>"危险"</b>',
            description: '@SUM(A1)',
            budget: 123_456_789,
            startDate: '2024-02-29',
            endDate: '2025-01-31',
          },
        },
      ],
    });
    const { bytes } = await bytesOf(test, ['xlsx'], { language: 'zh-CN' });
    const parts = partsOf(bytes);
    expect(allTexts(parts)).toContain('=1+1 & <b>"危险"</b>');
    const book = parts['xl/workbook.xml'] ?? '';
    const sheets = [...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, title]) => title);
    expect(sheets).toContain('举措');
    expect(sheets).toContain(reports['zh-CN']['receipts.title']);
    for (const at of sheets.keys()) {
      const sheet = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
      expect(sheet).toContain('state="frozen"');
      expect(sheet).toMatch(/<autoFilter ref="A\d+:[A-Z]+\d+"\/>/);
      // No cell is ever a formula.
      expect(sheet).not.toContain('<f>');
    }
    const initiatives = parts[`xl/worksheets/sheet${sheets.indexOf('举措') + 1}.xml`] ?? '';
    const styles = parts['xl/styles.xml'] ?? '';
    const money = /<c r="[A-Z]+\d+" s="2"><v>1234567\.89<\/v>/;
    expect(initiatives).toMatch(money);
    expect(styles).toContain('formatCode="#,##0.00"');
    // 29 February 2024 as spreadsheets count days.
    expect(initiatives).toMatch(/s="3"><v>45351<\/v>/);
    const receipts =
      parts[`xl/worksheets/sheet${sheets.indexOf(reports['zh-CN']['receipts.title']) + 1}.xml`] ?? '';
    expect(receipts).toContain('project.waste.handoffs.pd');
  });
});

describe('pages', () => {
  it('as PDF have text that can be selected, in both languages', async () => {
    const test = await sample();
    const english = pdfTexts((await bytesOf(test, ['pdf'], { language: 'en' })).bytes);
    expect(english.length).toBeGreaterThanOrEqual(10);
    // 80 of the 283 lack facts: the title speaks of the others.
    expect(english[0]?.replaceAll('\n', ' ')).toMatch(
      /The 203 initiatives with enough facts lose \d+% of their effort to the seven wastes/,
    );
    const chinese = pdfTexts((await bytesOf(test, ['pdf'], { language: 'zh-CN', pages: ['wastes'] })).bytes);
    expect(chinese).toHaveLength(1);
    expect(chinese.join('').replaceAll('\n', '')).toContain('七种浪费');
    expect(chinese.join('')).not.toContain('?');
  });

  it('as PDF have a structure: language, a title of each page, and words for each drawing', async () => {
    const test = await sample();
    const pages = ['wastes', 'map', 'findings'] as const;
    const { bytes } = await bytesOf(test, ['pdf'], { language: 'zh-CN', pages: [...pages] });
    const file = Buffer.from(bytes).toString('latin1');
    const count = (part: string): number => file.split(part).length - 1;
    const sheets = pdfTexts(bytes).length;
    expect(sheets).toBeGreaterThan(pages.length);
    expect(count('/Lang (zh-CN)')).toBe(1);
    expect(count('/Marked true')).toBe(1);
    expect(count('/S /H1')).toBe(sheets);
    // Findings are tables, whose words are read as they stand.
    expect(count('/S /Figure')).toBe(2);
    expect(count('/Alt (')).toBe(2);
  });

  it('as SVG and PNG are one file a page, with legend, portfolio and date in each', async () => {
    const test = await sample();
    const pages = ['wastes', 'map'] as const;
    const options: Options = { language: 'zh-CN', theme: 'dark', pageSize: 'a4', pages: [...pages] };
    const { bytes } = await bytesOf(test, ['svg', 'png'], options);
    const files = unzipSync(bytes);
    const svg = partsOf(files['HHS 2012 SVG.zip']!);
    expect(Object.keys(svg)).toEqual(['01 七种浪费账单.svg', '02 组合全景图.svg']);
    for (const [name, xml] of Object.entries(svg)) {
      const text = textsOf(xml).join(' ');
      expect(text, name).toMatch(/HHS 2012 · 基线 · 数据截至 2012年7月26日/);
      expect(text, name).toContain(
        reports['zh-CN']['foot.page'].replace('{{page}}', name.slice(1, 2)).replace('{{pages}}', '2'),
      );
      expect(xml, name).not.toContain('var(--');
      expect(xml, name).toContain('width="1123"');
    }
    const png = unzipSync(files['HHS 2012 PNG.zip']!);
    expect(Object.keys(png)).toHaveLength(pages.length);
    for (const picture of Object.values(png)) {
      expect(strFromU8(picture.subarray(1, 4))).toBe('PNG');
      const size = new DataView(picture.buffer, picture.byteOffset);
      expect([size.getUint32(16), size.getUint32(20)]).toEqual([2246, 1588]);
    }
  });

  it('of a snapshot say so at the foot of every page', async () => {
    const test = await sample();
    const { id } = await test.ok('snapshot.create', { name: '冻结 1', note: '' });
    const made = await test.ok('export.write', {
      formats: ['svg'],
      options: { language: 'en' },
      snapshot: id,
      job: 'frozen',
    });
    expect(made.suggestedName).toBe('HHS 2012 - 冻结 1 SVG.zip');
    const drawn = Object.entries(partsOf(readFileSync(test.service.files.require(made.file).path)));
    // The sample holds nothing that a room made: those pages are left out.
    const ofRoom = ['outcomes', 'guardrails', 'comparison', 'decisions', 'rankings', 'actions', 'minutes'];
    const ofPlan = usualPages.filter((page) => !ofRoom.includes(page));
    expect(drawn.length).toBeGreaterThan(ofPlan.length);
    for (const [name, xml] of drawn) expect(textsOf(xml).join(' '), name).toContain('snapshot “冻结 1”');
    for (const page of ofPlan)
      expect(drawn.map(([name]) => name).join('\n'), page).toContain(reports.en[`page.${page}`]);
  });

  it.each([
    ['en', 'Agenda: 2 pages, 15 minutes planned, 33 used', '21 (▲ 6.1 over)', 'In all', 'Minutes used'],
    ['zh-CN', '议程：2 页，计划 15 分钟，实际 33 分钟', '21（▲ 超时 6.1）', '合计', '实际分钟数'],
  ] as const)(
    'say in %s how long each page of a meeting was on the screen, what was over, and how long in all',
    async (language, title, over, all, head) => {
      const test = make({ pictures });
      await test.ok('portfolio.create', { name: 'Plan', currency: 'CNY' });
      const put = (table: TableName, record: AnyRecord): Change => ({
        op: 'put',
        table,
        record: { ...record },
      });
      const used = [
        usedLine({ page: 'p1', title: 'Where we stand', seconds: 21 * 60 + 6 }),
        usedLine({ page: 'p2', title: 'Decisions', seconds: 270 }),
        usedLine({ page: 'gone', title: 'Shown and removed', seconds: 7 * 60 + 24 }),
      ];
      await test.ok('records.change', {
        label: { key: 'meeting.keep', params: { name: 'Board' } },
        changes: [
          put('storyboard', { id: 's', position: 0, name: 'Board', description: '' }),
          put('storyboardPage', { ...newStoryboardPage('p1', 's', 0, 'map'), minutes: 15 }),
          put('storyboardPage', newStoryboardPage('p2', 's', 1, 'decisions')),
          put('meeting', {
            id: 'm',
            name: 'Board',
            startedAt: '2026-03-02T09:00:00.000Z',
            endedAt: '2026-03-02T10:30:00.000Z',
            storyboardId: 's',
            afterStep: 0,
            notes: [...used, '2 Mar 2026, 10:00\tRenamed something'].join('\n'),
          }),
        ],
      });
      const { bytes } = await bytesOf(test, ['pdf'], { language, pages: ['minutes'] });
      const packed = (text: string): string => text.replace(/\s/g, '');
      const text = packed(pdfTexts(bytes).join(''));
      for (const said of [title, over, all, head, '4.5', '7.4', 'Shown and removed', 'Renamed something'])
        expect(text).toContain(packed(said));
      // What the program keeps for itself is no line of what changed.
      expect(text).not.toContain('[p1]');
    },
  );

  it.each([
    [
      'en',
      'Agenda: 2 pages, 15 minutes planned, 90 taken',
      'What do we decide?',
      'Voted or agreed: Ada, Grace.',
    ],
    [
      'zh-CN',
      '议程：2 页，计划 15 分钟，实际 90 分钟',
      '我们决定什么？',
      '参与投票或达成一致的人：Ada、Grace。',
    ],
  ] as const)(
    'say in %s what a meeting was to go through, how long it took and who was there',
    async (language, title, question, there) => {
      const test = make({ pictures });
      await test.ok('portfolio.create', { name: 'Plan', currency: 'CNY' });
      const put = (table: TableName, record: AnyRecord): Change => ({
        op: 'put',
        table,
        record: { ...record },
      });
      await test.ok('records.change', {
        label: { key: 'meeting.keep', params: { name: 'Board' } },
        changes: [
          put('storyboard', { id: 's', position: 0, name: 'Board', description: '' }),
          put('storyboardPage', {
            ...newStoryboardPage('p2', 's', 1, 'decisions'),
            questionEn: 'What do we decide?',
            questionZh: '我们决定什么？',
          }),
          put('storyboardPage', {
            ...newStoryboardPage('p1', 's', 0, 'map'),
            titleEn: 'Where we stand',
            titleZh: '现状',
            minutes: 15,
          }),
          put('ranking', {
            ...newRanking('r', 'First', 0, 'initiative'),
            dots: [
              { voter: 'Ada', item: 'i', dots: 2 },
              { voter: '', item: 'i', dots: 1 },
            ],
            agreedBy: 'Grace',
          }),
          put('meeting', {
            id: 'm',
            name: 'Board',
            startedAt: '2026-03-02T09:00:00.000Z',
            endedAt: '2026-03-02T10:30:00.000Z',
            storyboardId: 's',
            afterStep: 0,
            notes: '',
          }),
        ],
      });
      const { bytes } = await bytesOf(test, ['pdf'], { language, pages: ['minutes'] });
      // Runs of Latin and Chinese letters stand apart in the file.
      const packed = (text: string): string => text.replace(/\s/g, '');
      const text = packed(pdfTexts(bytes).join(''));
      for (const said of [title, question, there, language === 'en' ? 'Where we stand' : '现状'])
        expect(text).toContain(packed(said));
    },
  );

  it('are refused by a host without pictures', async () => {
    const test = make();
    await test.ok('portfolio.openSample', {});
    expect(await test.error('export.write', { formats: ['pdf'], snapshot: null, job: 'p' })).toMatchObject({
      code: 'format_unavailable',
    });
  });

  it('are at least one, also where the chosen ones have nothing to show', async () => {
    const test = make({ pictures });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'CNY' });
    const { bytes } = await bytesOf(test, ['pdf'], { language: 'en', pages: ['map', 'minutes'] });
    const texts = pdfTexts(bytes);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Plan · baseline');
  });

  it.each([[0], [1], [12]])('of %i initiatives are made too', async (count) => {
    const test = make({ pictures });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'CNY' });
    const names = Array.from({ length: count }, (_, at) => `Initiative ${at}`);
    const { records } = await make().ok('portfolio.openSample', {});
    const pattern = Object.values(records.initiative)[0]!;
    if (count > 0)
      await test.ok('records.change', {
        label,
        changes: names.map((name, at) => ({
          op: 'put' as const,
          table: 'initiative' as const,
          record: { ...pattern, id: `i${at}`, name, teamId: null, budget: at % 2 === 0 ? 1e9 : null },
        })),
      });
    const { bytes } = await bytesOf(test, ['pptx', 'pdf', 'html', 'svg', 'xlsx'], { language: 'en' });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toHaveLength(5);
    allTexts(partsOf(files['Plan.pptx']!));
    expect(pdfTexts(files['Plan.pdf']!).length).toBeGreaterThan(0);
  });
});

describe('an export of a scenario', () => {
  /** A scenario on the sample with one step that fits and one whose initiative is gone. */
  async function withScenario(test: TestService) {
    const { records } = (await test.ok('portfolio.current', {}))!;
    const [kept, gone] = Object.values(records.initiative).filter(
      ({ budget, mode, name }) => budget !== null && mode === 'project' && name.length > 12,
    );
    if (!kept || !gone) throw new Error('the sample has too few projects');
    const step = (id: string, position: number, initiativeId: string, values: Record<string, unknown>) => ({
      op: 'put' as const,
      table: 'scenarioStep' as const,
      record: {
        id,
        scenarioId: 'sc',
        position,
        label: { key: 'initiative.edit', params: { name: `Step ${id}`, field: 'budget' } },
        by: '',
        at: '2026-01-01T00:00:00.000Z',
        changes: [{ op: 'patch', table: 'initiative', id: initiativeId, values }],
      },
    });
    const scenario = newScenario('sc', '少花钱 Spend less', 0, '', '2026-01-01T00:00:00.000Z');
    await test.ok('records.change', {
      label,
      changes: [
        { op: 'put', table: 'scenario', record: { ...scenario } },
        step('one', 0, kept.id, { budget: 987_654_321, mode: 'product' }),
        step('two', 1, gone.id, { budget: 1 }),
        { op: 'remove', table: 'initiative', id: gone.id },
      ],
    });
    return { kept, gone };
  }
  const asked = (formats: ExportFormat[], options: Options = {}) => ({
    formats,
    options: { language: 'en' as const, ...options },
    snapshot: null,
    scenario: 'sc',
    job: 'scenario',
  });
  const bytes = (test: TestService, file: string): Uint8Array =>
    readFileSync(test.service.files.require(file).path);

  it('has its figures in every format, names it at every foot and the steps it does without; the plan stays', async () => {
    const test = await sample();
    const { kept, gone } = await withScenario(test);
    const plan = (await test.ok('portfolio.current', {}))!.records;
    const made = await test.ok('export.write', asked(['svg', 'html', 'csv', 'xlsx', 'json', 'analysis']));
    expect(made.suggestedName).toBe('HHS 2012 - 少花钱 Spend less.zip');
    expect(made.leftOut).toEqual([
      expect.objectContaining({
        scenario: '少花钱 Spend less',
        label: { key: 'initiative.edit', params: { name: 'Step two', field: 'budget' } },
        error: expect.objectContaining({ code: 'not_found' }),
      }),
    ]);
    const files = unzipSync(bytes(test, made.file));
    const stem = 'HHS 2012 - 少花钱 Spend less';
    const sheets = Object.entries(partsOf(files[`${stem} SVG.zip`]!));
    expect(sheets.length).toBeGreaterThan(8);
    for (const [name, xml] of sheets)
      expect(textsOf(xml).join(' '), name).toMatch(
        /HHS 2012 · Scenario: 少花钱 Spend less on plan of 26 Jul 2012.* · 1 step that no longer fits is left out/,
      );
    const list = strFromU8(
      Object.entries(unzipSync(files[`${stem} CSV.zip`]!)).find(([name]) => name === 'Initiatives.csv')![1],
    );
    expect(list).toContain('9876543.21');
    expect(allTexts(partsOf(files[`${stem}.xlsx`]!))).toContain('Scenario “少花钱 Spend less” on the plan');
    const whole = fromExchange(readExchange(strFromU8(files[`${stem}.json`]!), 'x.json'));
    expect(whole.initiative[kept.id]).toMatchObject({ budget: 987_654_321, mode: 'product' });
    expect(whole.initiative[gone.id]).toBeUndefined();
    // What is in the records already must not be applied once more by whoever reads them in.
    expect(whole.scenario.sc?.appliedAt).not.toBeNull();
    const analysed = JSON.parse(strFromU8(files[`${stem} analysis.json`]!)) as {
      initiatives: { id: string; mode: string }[];
    };
    expect(analysed.initiatives.find(({ id }) => id === kept.id)?.mode).toBe('product');
    // The comparison holds it against the plan, not against itself.
    expect(strFromU8(files[`${stem}.html`]!)).toContain('少花钱 Spend less');
    expect(sheets.map(([name]) => name).join('\n')).toContain('Scenario 少花钱');
    expect((await test.ok('portfolio.current', {}))!.records).toEqual(plan);
    const ofPlan = await bytesOf(test, ['csv']);
    expect(
      Object.values(unzipSync(ofPlan.bytes))
        .map((table) => strFromU8(table))
        .join('\n'),
    ).not.toContain('9876543.21');
  });

  it('says nowhere what it is called where names are hidden', async () => {
    const test = await sample();
    await withScenario(test);
    const made = await test.ok('export.write', asked(['svg', 'xlsx'], { names: 'hidden' }));
    expect(made.suggestedName).toBe('HHS 2012 - Scenario.zip');
    for (const content of Object.values(unzipSync(bytes(test, made.file)))) {
      const inside = partsOf(content);
      expect(allTexts(inside)).not.toContain('Spend less');
      if (Object.keys(inside).some((name) => name.endsWith('.svg')))
        expect(allTexts(inside)).toContain('a scenario on plan of 26 Jul 2012');
    }
  });

  it('is refused for one that is gone or applied, and together with a snapshot', async () => {
    const test = await sample();
    await withScenario(test);
    const { id } = await test.ok('snapshot.create', { name: 'S', note: '' });
    expect(await test.error('export.write', { ...asked(['csv']), snapshot: id })).toMatchObject({
      code: 'invalid_input',
      place: { field: 'scenario' },
    });
    expect(await test.error('export.write', { ...asked(['csv']), scenario: 'none' })).toMatchObject({
      code: 'not_found',
    });
    await test.ok('scenario.apply', { id: 'sc', passOver: true, snapshotName: 'Before' });
    expect(await test.error('export.write', asked(['csv']))).toMatchObject({ code: 'not_found' });
  });
});

describe('the pages of a storyboard', () => {
  /** The texts of each slide, in the order of the slides. */
  const slidesOf = (bytes: Uint8Array): readonly string[] =>
    Object.entries(partsOf(bytes))
      .flatMap(([name, xml]) => {
        const number = /slides\/slide(\d+)\.xml$/.exec(name)?.[1];
        return number === undefined ? [] : [[Number(number), textsOf(xml).join('\n')] as const];
      })
      .sort(([a], [b]) => a - b)
      .map(([, texts]) => texts);

  it('are each of their own state: a scenario, a snapshot, a filter, or what the export is of', async () => {
    const test = await sample();
    const { records } = (await test.ok('portfolio.current', {}))!;
    const frozen = await test.ok('snapshot.create', { name: 'As it was', note: '' });
    const all = Object.keys(records.initiative).length;
    const projects = Object.values(records.initiative).filter(({ mode }) => mode === 'project');
    const products = all - projects.length;
    const [first, ...others] = projects;
    if (!first || others.length === 0) throw new Error('the sample has too few projects');
    const at = '2026-01-01T00:00:00.000Z';
    const step = (id: string, position: number, ids: readonly string[]) => ({
      op: 'put' as const,
      table: 'scenarioStep' as const,
      record: {
        id,
        scenarioId: 'sc',
        position,
        label: { key: 'other', params: {} },
        by: '',
        at,
        changes: ids.map((each) => ({
          op: 'patch',
          table: 'initiative',
          id: each,
          values: { mode: 'product' },
        })),
      },
    });
    const page = (id: string, position: number, state: StoryboardPage['state']) => ({
      op: 'put' as const,
      table: 'storyboardPage' as const,
      record: { ...newStoryboardPage(id, 'b', position, 'initiatives'), state },
    });
    const onlyProducts = { filters: { mode: { kind: 'choice', values: ['product'] } } };
    await test.ok('records.change', {
      label,
      changes: [
        { op: 'put', table: 'scenario', record: { ...newScenario('sc', 'All teams', 0, '', at) } },
        step(
          'fits',
          0,
          others.map(({ id }) => id),
        ),
        step('misfit', 1, [first.id]),
        { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'Board', description: '' } },
        page('p1', 0, { looking: { scenario: 'sc' } }),
        page('p2', 1, { looking: { snapshot: frozen.id } }),
        page('p3', 2, { looking: {}, table: onlyProducts }),
        page('p4', 3, {}),
        // The plan has lost a project since the snapshot, and a step of the scenario with it.
        { op: 'remove', table: 'initiative', id: first.id },
      ],
    });
    const made = await test.ok('export.write', {
      formats: ['pptx', 'html'],
      options: { language: 'en', storyboard: 'b' },
      snapshot: null,
      job: 'board',
    });
    expect(made.leftOut).toEqual([expect.objectContaining({ scenario: 'All teams' })]);
    const files = unzipSync(readFileSync(test.service.files.require(made.file).path));
    const title = (number: number, own: number): string =>
      `${number} initiatives: ${own} as projects, ${number - own} by product teams`;
    const expected = [
      [title(all - 1, 0), 'Scenario: All teams on plan of 26 Jul 2012', 'step that no longer fits'],
      [title(all, projects.length), 'snapshot “As it was”'],
      [title(products, 0), 'baseline', `Filtered: ${products} of ${all - 1} initiatives.`],
      [title(all - 1, projects.length - 1), 'baseline'],
    ];
    const slides = slidesOf(files['HHS 2012.pptx']!);
    const html = strFromU8(files['HHS 2012.html']!);
    const sections = html.split('<section ').slice(1);
    expect(sections).toHaveLength(expected.length);
    for (const [place, words] of expected.entries()) {
      const [head = ''] = words;
      const own = slides.filter((each) => each.includes(head));
      expect(own.length, head).toBeGreaterThan(0);
      for (const text of words) {
        for (const each of own) expect(each, head).toContain(text);
        expect(sections[place], head).toContain(text);
      }
    }
    expect(slides.every((each) => expected.some(([head = '']) => each.includes(head)))).toBe(true);
  });

  it('are of what the export is of where they say nothing themselves, or where their own state is gone', async () => {
    const test = await sample();
    const frozen = await test.ok('snapshot.create', { name: 'As it was', note: '' });
    const page = (id: string, position: number, state: StoryboardPage['state']) => ({
      op: 'put' as const,
      table: 'storyboardPage' as const,
      record: { ...newStoryboardPage(id, 'b', position, 'wastes'), state },
    });
    await test.ok('records.change', {
      label,
      changes: [
        { op: 'put', table: 'storyboard', record: { id: 'b', position: 0, name: 'Board', description: '' } },
        page('p1', 0, {}),
        page('p2', 1, { looking: { scenario: 'gone' } }),
        page('p3', 2, { looking: { snapshot: 'gone' } }),
      ],
    });
    const made = await test.ok('export.write', {
      formats: ['svg'],
      options: { language: 'en', storyboard: 'b' },
      snapshot: frozen.id,
      job: 'board',
    });
    const feet = Object.values(partsOf(readFileSync(test.service.files.require(made.file).path))).map(
      (xml) => /snapshot “As it was”|baseline/.exec(textsOf(xml).join(' '))?.[0],
    );
    expect(feet).toEqual(['snapshot “As it was”', 'baseline', 'baseline']);
  });
});

describe('while an export runs', () => {
  it('others get their answers, and cancelling leaves no file behind', async () => {
    const test = await sample();
    let finished = false;
    const running = test
      .error('export.write', { formats: ['analysis', 'pptx'], snapshot: null, job: 'long' })
      .finally(() => {
        finished = true;
      });
    await test.ok('records.change', {
      label,
      changes: [{ op: 'patch', table: 'portfolio', id: 'portfolio', values: { description: 'meanwhile' } }],
    });
    expect(finished).toBe(false);
    await test.ok('job.cancel', { job: 'long' });
    expect(await running).toMatchObject({ code: 'cancelled' });
    const again = await test.ok('export.write', { formats: ['csv'], snapshot: null, job: 'long' });
    const { path } = test.service.files.require(again.file);
    const left = readdirSync(dirname(dirname(path)), { recursive: true, encoding: 'utf8' }).filter((each) =>
      /\.(json|zip|part|pptx)$/.test(each),
    );
    expect(left).toHaveLength(1);
    expect(existsSync(path)).toBe(true);
  });

  it('closing the service ends it', async () => {
    const test = await sample();
    const running = test.error('export.write', { formats: ['analysis'], snapshot: null, job: 'long' });
    await test.ok('snapshot.list', {});
    await test.service.close();
    expect(await running).toMatchObject({ code: 'cancelled' });
  });
});
