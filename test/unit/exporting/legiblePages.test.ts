import { describe, expect, it } from 'vitest';
import { type SceneShape, sceneOf } from '../../../electron/core/exporting/scene.ts';
import { emptyRecords, newPortfolio } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type PageId, type PageSize, pageIds } from '../../../shared/report/options.ts';
import type { Report, ReportPage } from '../../../shared/report/page.ts';
import { FOOT_ROOM } from '../../../shared/report/sheetFrame.ts';
import type { Language } from '../../../shared/text/area.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { fonts, reportOf } from '../../helpers/reportOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

type Text = Extract<SceneShape, { kind: 'text' }>;

const textsOf = (page: ReportPage, report: Report): readonly Text[] =>
  sceneOf(page.sheet, report.colors).filter(
    (shape): shape is Text => shape.kind === 'text' && shape.text.trim() !== '',
  );
const withName = (records: PortfolioRecords, name: string): PortfolioRecords => ({
  ...records,
  portfolio: { portfolio: { ...records.portfolio.portfolio!, name } },
});
const points = (px: number): number => px * 0.75;

const sample = sampleRecords();
const synthetic = syntheticRecords({ initiatives: 60, capabilities: 20, seed: 3 });
const wholes = new Map<string, Report>();
/** All pages of the sample, or of sixty made-up initiatives; each is made once. */
function whole(of: 'the sample' | 'sixty initiatives', language: Language, pageSize: PageSize): Report {
  const key = `${of} ${language} ${pageSize}`;
  const records = of === 'the sample' ? sample : synthetic;
  const report = wholes.get(key) ?? reportOf(records, { language, pageSize, pages: [...pageIds] });
  wholes.set(key, report);
  return report;
}

describe('the words of a page', () => {
  it.each([
    ['the sample', 'en', '16:9'],
    ['the sample', 'zh-CN', 'a4'],
    ['the sample', 'en', 'letter'],
    ['the sample', 'zh-CN', 'a3'],
    ['sixty initiatives', 'zh-CN', '16:9'],
    ['sixty initiatives', 'en', 'letter'],
  ] as const)(
    'of %s in %s on %s are nine points at least, but for marks of one or two letters',
    (of, language, pageSize) => {
      const report = whole(of, language, pageSize);
      expect(report.pages.length).toBeGreaterThan(20);
      for (const page of report.pages) {
        if (page.chartOnly) continue;
        for (const { text, size } of textsOf(page, report))
          if (text.length > 2) expect(points(size), `${page.name}: ${text}`).toBeGreaterThanOrEqual(8.95);
      }
    },
  );

  it('are larger where a table has few rows, and never cost it a page', () => {
    const [few] = reportOf(recordsOf({ initiative: [initiative('Alone')] }), {
      pages: ['initiatives'],
    }).pages;
    const many = reportOf(sample, { pages: ['initiatives'] }).pages;
    expect(few?.placedTable?.size).toBe(20);
    expect(many.map(({ placedTable }) => placedTable?.size)).toEqual([12, 12]);
  });
});

describe('a portfolio with a very long name', () => {
  const long = '关于在全国范围内统一建设客户主数据平台 and everything that belongs to it '.repeat(4).trim();

  it('leaves the foot its date and its number: the name gives way', () => {
    const report = reportOf(withName(sample, long), { pages: ['overview', 'timeline'] });
    for (const page of report.pages) {
      expect(page.footer).toMatch(/^关于在全国.*… · baseline · data as of 26 Jul 2012/);
      const texts = textsOf(page, report);
      const foot = texts.find(({ text }) => text === page.footer)!;
      const number = texts.find(({ anchor, y }) => anchor === 'end' && y === foot.y)!;
      const end = foot.x + fonts.measure(foot.text, foot.size);
      expect(end).toBeLessThan(number.x - fonts.measure(number.text, number.size));
    }
  });
});

describe('titles', () => {
  it.each([
    ['en', '16:9'],
    ['zh-CN', 'a4'],
  ] as const)('tell all pages apart, in %s', (language, pageSize) => {
    const { pages } = whole('the sample', language, pageSize);
    const titles = pages.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    const findings = pages.filter(({ id }) => id === 'findings').map(({ title }) => title);
    expect(findings[1]).toBe(
      `${findings[0]}${language === 'en' ? ` (2\u00a0of\u00a0${findings.length})` : `（2/${findings.length}）`}`,
    );
  });

  const overview = (records: PortfolioRecords, language: 'en' | 'zh-CN' = 'en') => {
    const [page] = reportOf(records, { language, pages: ['overview'] }).pages;
    return `${page?.title} | ${page?.subtitle}`;
  };

  it('count one thing as one', () => {
    const [one] = Object.values(syntheticRecords({ initiatives: 1, capabilities: 1, seed: 1 }).initiative);
    expect(overview(syntheticRecords({ initiatives: 1, capabilities: 1, seed: 1 }))).toMatch(
      one?.mode === 'project'
        ? /^1 initiative loses \d+% of its effort to the seven wastes \| 1 project, 0 product teams, looked at over 36 months\.$/
        : /^1 initiative loses .* 0 projects, 1 product team,/,
    );
  });

  it('say that nothing is there, or that facts are missing, and no time that nobody looked at', () => {
    const empty = { ...emptyRecords(), portfolio: { portfolio: newPortfolio('Empty') } };
    expect(overview(empty)).toBe('The portfolio has no initiative yet | 0 projects, 0 product teams.');
    expect(overview(empty, 'zh-CN')).toBe('组合中还没有举措 | 0 个项目，0 个产品团队。');
    const bare = recordsOf({ initiative: [initiative('A'), initiative('B')] });
    expect(overview(bare)).toBe(
      '2 initiatives, which lack facts to be played forward | 2 projects, 0 product teams.',
    );
    const [page] = reportOf(bare, { pages: ['overview'] }).pages;
    expect(page?.sheet).not.toMatch(/No project [^.]*gain/);
  });
});

describe('what a page shows', () => {
  /** How far down the room under its head a drawing and its legend reach, 0 to 1. */
  const filled = (page: ReportPage, report: Report): number => {
    const part = page.legend ?? page.picture!;
    const [top, bottom] = [page.picture!.y, report.height - FOOT_ROOM - 10];
    return (part.y + part.height * part.scale - top) / (bottom - top);
  };

  it.each([
    ['en', 'a3'],
    ['zh-CN', 'a3'],
    ['en', '16:9'],
  ] as const)('fills it in %s on %s, where it is one picture or a few rows', (language, pageSize) => {
    const report = whole('the sample', language, pageSize);
    for (const id of ['overview', 'wastes', 'flow', 'carry', 'cadence', 'timeline'] as const)
      for (const page of report.pages.filter((each) => each.id === id && each.picture !== null))
        expect(filled(page, report), page.name).toBeGreaterThan(0.8);
  });

  it('is larger on a larger page, with its title, and shows no fewer rows', () => {
    const [wide, large] = (['16:9', 'a3'] as const).map((size) => whole('the sample', 'en', size));
    const titleOf = (report: Report): number => textsOf(report.pages[0]!, report)[0]!.size;
    expect(titleOf(large!) / titleOf(wide!)).toBeCloseTo(large!.width / wide!.width, 2);
    const scaleOf = (report: Report, of: PageId): number =>
      report.pages.find(({ id }) => id === of)!.picture!.scale;
    for (const id of ['overview', 'wastes', 'capabilities'] as const)
      expect(scaleOf(large!, id), id).toBeGreaterThan(scaleOf(wide!, id));
    const rowsOf = (report: Report): number =>
      Number(/The first (\d+) of/.exec(report.pages.find(({ id }) => id === 'cadence')!.subtitle)?.[1]);
    expect(rowsOf(large!)).toBeGreaterThan(rowsOf(wide!));
  });

  it('is as large as all of its rows allow', () => {
    const rows = (count: number): Report =>
      reportOf(syntheticRecords({ initiatives: count, capabilities: 3, seed: 3 }), { pages: ['timeline'] });
    const [few, some, many] = [rows(6), rows(11), rows(200)].map((report) => report.pages[0]!);
    expect(few!.picture!.scale).toBeGreaterThan(1.3);
    expect(some!.picture!.scale).toBeLessThanOrEqual(few!.picture!.scale);
    expect(many!.picture!.scale).toBeLessThan(some!.picture!.scale);
    for (const page of [few!, some!]) expect(page.subtitle).not.toContain(' of 11 ');
    expect(many!.subtitle).toMatch(/of all 200/);
  });
});
