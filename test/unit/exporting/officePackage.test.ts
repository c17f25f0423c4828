import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../../electron/core/exporting/writePdf.ts';
import { writePptx } from '../../../electron/core/exporting/writePptx.ts';
import { tableSheet, writeXlsx } from '../../../electron/core/exporting/writeXlsx.ts';
import { unescapeText } from '../../../electron/core/importing/readers/workbookParts.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import type { TypedTable } from '../../../shared/exchange/writing/typedTables.ts';
import { pageIds, type ReportOptions } from '../../../shared/report/options.ts';
import { chartProblems, deckProblems } from '../../helpers/deckProblems.ts';
import { hostileText, withHostileText } from '../../helpers/hostileText.ts';
import { elementsOf, packageProblems, slideProblems } from '../../helpers/officePackage.ts';
import { hasPoppler, pdfPages } from '../../helpers/poppler.ts';
import { fonts, reportOf } from '../../helpers/reportOf.ts';
import { sentinelRecords } from '../../helpers/sentinelRecords.ts';

const hostile = withHostileText(sentinelRecords().records);
const deckOf = (options: Partial<ReportOptions>): Promise<Uint8Array> =>
  writePptx(reportOf(hostile, { pages: [...pageIds], ...options }), fonts, () => undefined);

describe('slides of names that hold what no XML may hold', () => {
  it.each([
    ['en', 'light', '16:9'],
    ['zh-CN', 'projector', 'letter'],
  ] as const)('are whole in %s, %s, %s', async (language, theme, pageSize) => {
    const bytes = await deckOf({ language, theme, pageSize });
    expect(packageProblems(bytes)).toEqual([]);
    expect(slideProblems(bytes)).toEqual([]);
    expect(deckProblems(bytes)).toEqual([]);
    expect(await chartProblems(bytes)).toEqual([]);
    const files = unzipSync(bytes);
    const paths = Object.keys(files);
    const count = (folder: string): number =>
      paths.filter((path) => path.startsWith(`ppt/${folder}/`) && path.endsWith('.xml')).length;
    expect(count('slides')).toBeGreaterThan(20);
    expect(count('notesSlides')).toBe(count('slides'));
    expect(count('notesMasters')).toBe(1);
    // A chart without its workbook cannot be edited.
    expect(paths.filter((path) => path.endsWith('.xlsx'))).toHaveLength(count('charts'));
    // What is left of the names is what people can read.
    const words = paths
      .filter((path) => path.startsWith('ppt/slides/slide'))
      .map((path) => strFromU8(files[path]!));
    expect(words.join()).toContain('👩‍👩‍👧');
    expect(words.join()).toContain('&lt;b&gt;');
  });

  it('would be found broken', async () => {
    const files = unzipSync(await deckOf({ pages: ['wastes', 'findings'] }));
    const broken = (path: string, change: (xml: string) => string): Uint8Array =>
      zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path]!))) });
    const slide = 'ppt/slides/slide1.xml';
    const rels = 'ppt/slides/_rels/slide1.xml.rels';
    expect(packageProblems(broken(slide, (xml) => xml.replace('<a:t>', '<a:t>\u0001'))).join()).toContain(
      slide,
    );
    expect(packageProblems(broken(slide, (xml) => xml.replace('<a:t>', '<a:t>&'))).join()).toContain(slide);
    expect(
      packageProblems(broken(rels, (xml) => xml.replace('notesSlide1', 'notesSlide99'))).join(),
    ).toContain('no ppt/notesSlides/notesSlide99.xml');
    expect(packageProblems(broken(rels, (xml) => xml.replace(/Id="rId\d+"/g, 'Id="rId1"'))).join()).toContain(
      'two of rId1',
    );
    expect(slideProblems(broken(slide, (xml) => xml.replace(/(<p:cNvPr id=")\d+/g, '$15'))).join()).toContain(
      'two shapes 5',
    );
    expect(slideProblems(broken(slide, (xml) => xml.replace(/(<a:off x=")\d+/, '$10.5'))).join()).toContain(
      'a:off of 0.5',
    );
    expect(
      slideProblems(broken(slide, (xml) => xml.replace(/(srgbClr val=")\w+/, '$1#fff'))).join(),
    ).toContain('colour #fff');
  });

  it('would be found to be repaired, and with charts of other figures than those behind them', async () => {
    const files = unzipSync(await deckOf({ pages: ['flow', 'findings'] }));
    const paths = Object.keys(files);
    const found = (path: string, change: (xml: string) => string): string => {
      const broken = zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path]!))) });
      return deckProblems(broken).join();
    };
    const slide = paths.find((path) => /slides\/slide\d+\.xml$/.test(path) && holds(path, '<a:tbl>'))!;
    function holds(path: string, text: string): boolean {
      return strFromU8(files[path]!).includes(text);
    }
    expect(found(slide, (xml) => xml.replace('type="title"', 'type="body"'))).toContain(
      'no placeholder body',
    );
    expect(found(slide, (xml) => xml.replace(/<a:tc>[\s\S]*?<\/a:tc>/, ''))).toContain('a row of');
    expect(found(slide, (xml) => xml.replace('<a:tc>', '<a:tc gridSpan="2">'))).toContain('a merged cell');
    expect(found(slide, (xml) => xml.replace(/(<a:gridCol w=")\d+/, '$15'))).toContain('a grid of');
    expect(found(slide, (xml) => xml.replace(/(<a:tr h=")\d+/, '$10'))).toContain('a row as high as 0');
    const rels = `ppt/slides/_rels/${slide.replace(/.*\//, '')}.rels`;
    expect(found(rels, (xml) => xml.replace(/<Relationship [^>]*slideLayout"[^>]*\/>/, ''))).toContain(
      '0 layouts',
    );
    expect(found('ppt/presentation.xml', (xml) => xml.replace(/(<p:sldId id=")\d+/, '$15'))).toContain(
      'p:sldId 5',
    );
    expect(found('docProps/app.xml', (xml) => xml.replace(/<Slides>\d+/, '<Slides>1'))).toContain('1 of ');
    const chart = paths.find((path) => path.startsWith('ppt/charts/chart'))!;
    // Value is nothing until something is released, which is not the same as unknown.
    expect(strFromU8(files[chart]!)).toContain('<c:v>0</c:v>');
    const other = strFromU8(files[chart]!).replace('<c:v>0</c:v>', '<c:v></c:v>');
    expect((await chartProblems(zipSync({ ...files, [chart]: strToU8(other) }))).join()).toContain(chart);
  });
});

describe('other files of such names', () => {
  it('are whole: each picture alone, and a PDF that tells their words', async () => {
    const report = reportOf(hostile, { pages: [...pageIds] });
    for (const { sheet, name } of report.pages) expect(() => elementsOf(strToU8(sheet)), name).not.toThrow();
    const sheets = { ...report, pages: report.pages.filter(({ chartOnly }) => !chartOnly) };
    const pdf = await writePdf(sheets, fonts, () => {}, new Date(0));
    if (hasPoppler) expect(pdfPages(pdf)).toHaveLength(sheets.pages.length);
  });

  const text = (value: string) => ({ kind: 'text' as const, value });
  const titles = [
    "'Teams: in/out [2026]?*\\'",
    'A'.repeat(40),
    'a'.repeat(31),
    `${'B'.repeat(30)}😀`,
    '',
    hostileText,
  ];
  const day = (iso: string) => ({ kind: 'date' as const, value: dayNumber(iso) });
  const rows = [
    [text(hostileText), { kind: 'number' as const, value: 1e-7 }, day('1899-12-31')],
    [text('😀'.repeat(20_000)), { kind: 'money' as const, value: -1234.5 }, day('1900-03-01')],
    [text('=SUM(A1)'), null, day('9999-12-31')],
  ];
  const tables = titles.map(
    (title): TypedTable => ({
      ...{ table: 'initiative', title, header: ['Name', 'Number', 'Day'], currency: 'USD' },
      columns: [],
      rowCount: rows.length,
      row: (at) => rows[at]!,
    }),
  );

  it('are whole: a workbook keeps to what spreadsheets take', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-package-'));
    const path = join(folder, 'hostile.xlsx');
    const about = { title: hostileText, language: 'en-US', madeAt: '2026-11-21T09:00:00.000Z' };
    const contents = { title: 'Contents', notes: [], columns: ['Sheet', 'Rows'] } as const;
    await writeXlsx(
      path,
      { sheets: tables.map(tableSheet), contents, about, currency: 'USD' },
      () => undefined,
    );
    const bytes = readFileSync(path);
    rmSync(folder, { recursive: true });
    expect(packageProblems(bytes)).toEqual([]);
    const files = unzipSync(bytes);
    const names = elementsOf(files['xl/workbook.xml']!).flatMap(({ name, attributes }) =>
      name === 'sheet' ? attributes.name! : [],
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const cells = [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, value]) => value!);
    expect(Math.max(...cells.map(({ length }) => length))).toBe(32_767);
    expect(cells).toContain('1899-12-31');
    expect(cells).toContain('=SUM(A1)');
    // Read as it was written, and not as the letter A.
    expect(sheet).toContain('_x005F_x0041_');
    expect(sheet).toContain('<c r="C3" s="3"><v>61</v></c>');
    expect(sheet).toContain('<autoFilter ref="A1:C4"/>');
    expect(unescapeText(cells.find((cell) => cell.includes('0041'))!)).toContain(' _x0041_ ');
  });
});
