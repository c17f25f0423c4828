import { describe, expect, it } from 'vitest';
import { writePdf } from '../../../electron/core/exporting/writePdf.ts';
import type { ReportOptions } from '../../../shared/report/options.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { hasPoppler, type PdfElement, pdfStructure } from '../../helpers/poppler.ts';
import { fonts, reportOf } from '../../helpers/reportOf.ts';

const sample = sampleRecords();

/** The pages of a report and, for each, the section of its PDF. */
async function sectionsOf(options: Partial<ReportOptions>, records = sample) {
  const report = reportOf(records, options);
  const sheets = { ...report, pages: report.pages.filter(({ chartOnly }) => !chartOnly) };
  const [document, ...others] = pdfStructure(await writePdf(sheets, fonts, () => {}, new Date(0)));
  expect(others).toEqual([]);
  expect(document?.type).toBe('Document');
  expect(document?.children.map(({ type }) => type)).toEqual(sheets.pages.map(() => 'Sect'));
  return sheets.pages.map((page, at) => ({ page, section: document!.children[at]! }));
}

/** Words without the spaces and the ends that lines are cut at. */
const packed = (text: string): string => text.replace(/\s/g, '');
const isCutOf = (shown: string, whole: string): boolean =>
  shown === whole || (shown.endsWith('…') && packed(whole).startsWith(packed(shown.slice(0, -1))));

const typesOf = ({ children }: PdfElement): readonly string[] => children.map(({ type }) => type);

describe.skipIf(!hasPoppler)('the structure of a PDF', () => {
  it.each([
    ['en', '16:9', 'light'],
    ['zh-CN', 'a4', 'projector'],
  ] as const)(
    'in %s on %s has every table as rows and cells, word for word',
    async (language, pageSize, theme) => {
      const pages = ['findings', 'initiatives', 'directory', 'parameters'] as const;
      const sections = await sectionsOf({ language, pageSize, theme, pages: [...pages] });
      const tables = sections.filter(({ page }) => page.placedTable !== null);
      expect(new Set(tables.map(({ page }) => page.id))).toEqual(new Set(pages));
      for (const { page, section } of tables) {
        const { columns, rows } = page.placedTable!;
        expect(typesOf(section), page.title).toEqual([
          'H1',
          ...(page.subtitle === '' ? [] : ['P']),
          'Table',
          'P',
        ]);
        const [head, ...body] = section.children.find(({ type }) => type === 'Table')!.children;
        expect(head!.children.map(({ text }) => text.trim())).toEqual(columns.map(({ label }) => label));
        for (const cell of head!.children) {
          expect(cell.type).toBe('TH');
          expect(cell.attributes).toContain('/Scope /Column');
        }
        expect(body.map(({ type }) => type)).toEqual(rows.map(() => 'TR'));
        for (const [at, row] of body.entries()) {
          expect(typesOf(row)).toEqual(columns.map(() => 'TD'));
          for (const [column, { text }] of row.children.entries()) {
            const whole = rows[at]![column]!;
            expect(isCutOf(text, whole), `${text} | ${whole}`).toBe(true);
          }
        }
      }
    },
  );

  it('has what heads a row as its head, where fields stand under one another', async () => {
    const [first] = Object.values(sample.initiative);
    const records = { ...sample, initiative: { [first!.id]: first! } };
    const [found] = await sectionsOf({ pages: ['initiatives'] }, records);
    const [head, ...body] = found!.section.children.find(({ type }) => type === 'Table')!.children;
    expect(typesOf(head!)).toEqual(['TH', 'TH']);
    expect(body.length).toBeGreaterThan(4);
    for (const { children } of body) {
      expect(children.map(({ type }) => type)).toEqual(['TH', 'TD']);
      expect(children[0]!.attributes).toContain('/Scope /Row');
    }
  });

  it('tells titles, the words under them and the foot of a page from what it shows', async () => {
    for (const { page, section } of await sectionsOf({
      language: 'en',
      pages: ['wastes', 'map', 'findings'],
    })) {
      const [title, ...others] = section.children;
      expect(title?.type).toBe('H1');
      expect(isCutOf(title!.text, page.title), title!.text).toBe(true);
      const subtitle = others.shift();
      expect(subtitle?.type).toBe('P');
      expect(isCutOf(subtitle!.text, page.subtitle), subtitle!.text).toBe(true);
      expect(others.map(({ type }) => type)).toEqual([page.picture ? 'Figure' : 'Table', 'P']);
      expect(others.at(-1)?.text).toContain(page.footer);
    }
  });
});
