import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../electron/core/exporting/scene.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import type { TableDraft } from '../../../renderer/pictures/draft.ts';
import { cellLines, fitTables } from '../../../renderer/pictures/pageTable.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import type { ReportPage } from '../../../shared/report/page.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { reportOf } from '../../helpers/reportOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const listed = (initiatives: readonly Initiative[], arranged = false): ReportPage => {
  const records = recordsOf({
    initiative: initiatives,
    storyboard: [{ id: 'b', position: 0, name: 'B', description: '' }],
    storyboardPage: [{ ...newStoryboardPage('p', 'b', 0, 'initiatives'), state: { table: {} } }],
  });
  return reportOf(records, { pages: ['initiatives'], storyboard: arranged ? 'b' : null }).pages[0]!;
};
const namesOn = ({ placedTable }: ReportPage) => placedTable?.rows.map(([name]) => name);
const columnsOf = ({ placedTable }: ReportPage) => placedTable?.columns.map(({ id }) => id);

describe('the table of initiatives', () => {
  const few = [
    initiative('Small', { budget: 100_00 }),
    initiative('Unknown', { budget: null }),
    initiative('Large', { budget: 900_00, owner: 'Jo' }),
    initiative('Free', { budget: 0 }),
  ];

  it('that nobody arranged begins with the most money, and has no column in which nothing is known', () => {
    expect(namesOn(listed(few))).toEqual(['Large', 'Small', 'Free', 'Unknown']);
    const columns = columnsOf(listed(few));
    expect(columns).toEqual(expect.arrayContaining(['name', 'mode', 'budget', 'owner']));
    expect(columns).not.toContain('spent');
    expect(columnsOf(listed(few.map((each) => ({ ...each, spent: 1_00 }))))).toContain('spent');
  });

  it('stays in the order and the columns of those who arranged it', () => {
    expect(namesOn(listed(few, true))).toEqual(['Small', 'Unknown', 'Large', 'Free']);
    expect(columnsOf(listed(few, true))).toContain('spent');
  });

  it('says what the rows have in common where not all find room, or which come first where no money is known', () => {
    const many = (budget: number | null) =>
      Array.from({ length: 90 }, (_, at) =>
        initiative(`Initiative ${at}`, { budget: budget && budget + at }),
      );
    expect(listed(many(100_00)).subtitle).toMatch(/^The \d+ with most money of all 90 are shown\.$/);
    expect(listed(many(null)).subtitle).toMatch(/^The first \d+ of 90 are shown\.$/);
  });
});

describe('a table of few records', () => {
  const records = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      initiative(`Initiative ${at}`, {
        budget: 100_00 + at,
        spent: 1_00,
        owner: 'Jo',
        startDate: '2026-01-01',
      }),
    );

  it('has a row for each of their fields, large, and every figure of the table behind it', () => {
    for (const count of [1, 2, 3]) {
      const { placedTable, table, subtitle } = listed(records(count));
      expect(subtitle).toBe('');
      expect(placedTable?.size).toBe(20);
      const { columns, rows } = placedTable!;
      expect(columns.map(({ label }) => label)).toEqual([
        table!.columns[0]!.label,
        ...table!.rows.map(([name]) => name!.text),
      ]);
      expect(rows).toEqual(
        table!.columns
          .slice(1)
          .map(({ label }, at) => [label, ...table!.rows.map((row) => row[at + 1]!.text)]),
      );
    }
    expect(namesOn(listed(records(4)))).toHaveLength(4);
  });

  const draft = (rows: number, shares: readonly number[]): TableDraft => ({
    columns: shares.map((_, at) => ({ id: `c${at}`, label: `Heading ${at}`, kind: 'text' })),
    shares,
    rows: Array.from({ length: rows }, (_, row) => shares.map((_, at) => `${row} in ${at}`)),
    mostPages: 2,
    cut: String,
  });
  const even = Array.from({ length: 6 }, () => 1 / 6);
  const box = { x: 0, y: 0, width: 1100, height: 500 };

  it('stays as it is where its fields find no room on one page', () => {
    const fields = (height: number) => fitTables(draft(2, even), { ...box, height }, estimateWidth);
    expect(fields(500).tables[0]?.rows).toHaveLength(5);
    expect(fields(90).tables[0]?.rows[0]).toHaveLength(6);
    expect(fields(90).shown).toBe(2);
  });

  it('has no larger words than those of which none has to be cut', () => {
    const sizeOf = (share: number) =>
      fitTables(draft(4, [share, ...Array.from({ length: 5 }, () => (1 - share) / 5)]), box, estimateWidth)
        .tables[0]!.size;
    expect(sizeOf(1 / 6)).toBe(20);
    const narrow = sizeOf(0.083);
    expect(narrow).toBeLessThan(20);
    expect(narrow).toBeGreaterThan(12);
  });
});

describe('a table of long names', () => {
  const draft = (text: string): TableDraft => ({
    columns: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, kind: 'text' })),
    shares: [0.25, 0.25, 0.25, 0.25],
    rows: Array.from({ length: 40 }, () => [text, 'b', 'c', 'd']),
    mostPages: 2,
    cut: String,
  });
  const placed = (text: string) =>
    fitTables(draft(text), { x: 0, y: 0, width: 800, height: 500 }, estimateWidth).tables[0]!;

  it('holds what stands in its cells: a program that has tables of its own would make room for all of it', () => {
    for (const name of [
      '统一客户主数据平台'.repeat(12),
      'A platform for customers of all kinds '.repeat(8),
    ]) {
      const { rows, widths, size, columns } = placed(name);
      const [text = ''] = rows[0]!;
      expect(text).toMatch(/…$/);
      expect(name.startsWith(text.slice(0, -1))).toBe(true);
      expect(cellLines(text, widths[0]!, size, estimateWidth)).toHaveLength(4);
      expect(columns.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd']);
    }
    expect(placed('Short').rows[0]![0]).toBe('Short');
  });

  it('has room for what programs set between Chinese and Latin letters', () => {
    const lines = (text: string) => cellLines(text, 16 + estimateWidth(text, 12), 12, estimateWidth).length;
    expect(lines('仅覆盖了需求的百分之四')).toBe(1);
    expect(lines('仅覆盖了需求的4成')).toBe(2);
  });
});

describe('the portfolio on a page', () => {
  it('says which facts are missing and to how many, as long as no initiative has them all', () => {
    const lacking = recordsOf({
      initiative: [initiative('A'), initiative('B'), initiative('C', { startDate: '2026-01-01' })],
    });
    const wordsOf = (language: 'en' | 'zh-CN', records = lacking) =>
      sceneOf(reportOf(records, { pages: ['overview'], language }).pages[0]!.sheet, {})
        .flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
        .join(' ');
    expect(wordsOf('en')).toContain('What the seven wastes take is not known. What is missing:');
    expect(wordsOf('en')).toContain(
      'What is missing: what a person-day costs in this portfolio (3 initiatives lack it)',
    );
    expect(wordsOf('en')).toContain('the start date (2 initiatives lack it)');
    // Chinese lines break within words.
    const inChinese = wordsOf('zh-CN').replaceAll(' ', '');
    expect(inChinese).toContain('七种浪费占用多少精力尚不清楚。尚缺：本组合中一个人天的成本（3项举措缺少）');
    expect(inChinese).toContain('开始日期（2项举措缺少）');
    const known = syntheticRecords({ initiatives: 20, capabilities: 2, seed: 1 });
    expect(wordsOf('en', known)).not.toContain('What is missing');
  });
});

describe('the portfolio on a page of a list of names, money, dates and owners', () => {
  // Of a list nobody knows what a person-day costs: nothing of it can be played forward.
  const list = Array.from({ length: 20 }, (_, at) =>
    initiative(`i${at}`, {
      name: `Initiative ${at}`,
      budget: at === 19 ? null : (at + 1) * 1_000_00,
      owner: at === 18 ? null : ['Tax', 'Health'][at % 2]!,
      startDate: at === 17 ? null : at < 15 ? '2024-01-01' : '2027-01-01',
      endDate: at === 17 ? null : at < 5 ? '2025-06-30' : '2028-06-30',
    }),
  );
  const overview = (options: Parameters<typeof reportOf>[1] = {}, initiatives = list) => {
    const report = reportOf(recordsOf({ initiative: initiatives }), { pages: ['overview'], ...options });
    const page = report.pages[0]!;
    const texts = sceneOf(page.sheet, report.colors).flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    return { page, said: texts.join(' | ') };
  };

  it('says how the money is spread, who is at work, and what comes first; unknown is no zero', () => {
    const { page, said } = overview();
    // 19,000 and 18,000 of 190,000.
    expect(page.title).toBe('2 initiatives of 20 have 19% of the planned money');
    expect(page.subtitle).toBe(
      '20 projects, 0 product teams. How much of their effort goes into the seven wastes is not known yet.',
    );
    expect(page.footer).not.toContain('futures');
    expect(said).toContain('At work on 21 Nov 2026 | 10 | 5 are over · 4 begin later · not known of 1');
    expect(said).toContain('Money in the 2 largest | 19%');
    expect(said).toContain('Planned money by owner');
    // Even places are those of Tax, but for the one that nobody owns.
    expect(said).toContain('$90K | Health | $81K | Tax | $19K | not known');
    expect(said).toContain('1  Initiative 18 | $19K · 1 Jan 2027 to 30 Jun 2028');
    expect(said).toContain('2  Initiative 17 | $18K · Health');
  });

  it('has no amount where these are hidden, and counts in their place; no owner where names are', () => {
    const amounts = overview({ amounts: 'hidden' }).said;
    expect(amounts).not.toMatch(/\$/);
    expect(amounts).toContain('Initiatives by owner');
    expect(amounts).toContain('10 | Health');
    const names = overview({ names: 'hidden', language: 'zh-CN' }).said;
    expect(names).not.toMatch(/Tax|Health|Initiative/);
    expect(names).toContain('按结束年份的计划资金');
    expect(names).toMatch(/2025.*2028/);
  });

  it('goes by the dates where no money is known', () => {
    const { page, said } = overview(
      {},
      list.map((each) => ({ ...each, budget: null })),
    );
    expect(page.title).toBe('20 initiatives, which lack facts to be played forward');
    expect(said).toContain('End within a year | 0');
    expect(said).toContain('Initiatives by owner');
    expect(said).toContain('End first | 1  Initiative 5 | 1 Jan 2024 to 30 Jun 2028');
  });

  it('gives way to the model as soon as one can be played forward', () => {
    const known = syntheticRecords({ initiatives: 20, capabilities: 2, seed: 1 });
    const [page] = reportOf(known, { pages: ['overview'] }).pages;
    expect(page?.title).toMatch(/loses?|lose \d+%/);
    expect(page?.sheet).not.toContain('Planned money by');
  });
});

describe('the strip of releases', () => {
  it('says on a page how many rows that has, and nothing of what a picture on the screen holds', () => {
    const [page] = reportOf(syntheticRecords({ initiatives: 320, capabilities: 4, seed: 1 }), {
      pages: ['cadence'],
    }).pages;
    expect(page?.subtitle).toMatch(/The first \d+ of 3\d\d are shown\.$/);
    expect(page?.subtitle).not.toMatch(/exported|keys/);
  });
});
