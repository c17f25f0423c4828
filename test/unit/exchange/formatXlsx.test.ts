import { describe, expect, test } from 'vitest';
import { readCellFormat, serialText } from '../../../electron/core/importing/readers/cellFormat.ts';
import { xlsxHeads } from '../../../electron/core/importing/readers/xlsx.ts';
import { openZip, type ZipParts } from '../../../electron/core/importing/readers/zipParts.ts';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { failureOf, type Imported, importPath, repairs, tempFile } from './helpers.ts';
import { type TestCell, type TestSheet, xlsxFile, xlsxParts, zipped } from './xlsxFile.ts';

const importBook = (bytes: Uint8Array, plan: Partial<ImportPlan> = {}): Promise<Imported> =>
  importPath(tempFile('book.xlsx', bytes), 'book.xlsx', plan);
const importSheets = (sheets: readonly TestSheet[], plan: Partial<ImportPlan> = {}): Promise<Imported> =>
  importBook(xlsxFile(sheets), plan);
const HEADER = ['ID', 'Project name', 'Start date', 'End date', 'Budget', 'Owner'];
const day = (n: number): TestCell => ({ n, s: 1 });
const ROWS: readonly (readonly TestCell[])[] = [
  HEADER,
  ['P-1', 'Alpha', day(45292), day(45657), { n: 1200.5, s: 3 }, 'Claims'],
  ['P-2', 'Beta', day(45323), day(45688), { n: 300, s: 3 }, 'Sales'],
  ['P-3', 'Gamma', day(45352), day(45716), { n: 7, s: 3 }, 'Sales'],
];
const notesOf = ({ report }: Imported): Record<string, number> =>
  Object.fromEntries((report.notes ?? []).map(({ what, count }) => [what, count]));

describe('workbooks', () => {
  test('the heads of sheets are read without the texts that stand far below them', async () => {
    const long = (name: string): TestSheet => ({
      name,
      rows: [
        [`${name} ID`, 'Name'],
        ...Array.from({ length: 20_000 }, (_, n) => [`${name} ${n}`, `Text ${n}`]),
      ],
    });
    const parts = await openZip(xlsxFile([long('First'), { name: 'Blank', rows: [] }]), 'book.xlsx');
    let [texts, all] = [0, 0];
    const counted: ZipParts = {
      ...parts,
      async *read(name) {
        for await (const piece of parts.read(name)) {
          if (name === 'xl/sharedStrings.xml') texts += piece.length;
          yield piece;
        }
      },
    };
    for await (const piece of parts.read('xl/sharedStrings.xml')) all += piece.length;
    expect(await xlsxHeads(counted, 'xl/workbook.xml', 'book.xlsx')).toEqual([['First ID', 'Name'], []]);
    expect(texts).toBeLessThan(all / 4);
    const own = await openZip(xlsxFile([long('First'), long('Last')]), 'book.xlsx');
    expect(await xlsxHeads(own, 'xl/workbook.xml', 'book.xlsx')).toEqual([
      ['First ID', 'Name'],
      ['Last ID', 'Name'],
    ]);
  });

  test('dates as serials, money with its sign, texts shared', async () => {
    const list = await importSheets([{ name: 'List', rows: ROWS }]);
    expect(list.report).toMatchObject({ rows: 3, created: 3, refused: [], unreadable: [] });
    expect(list.initiatives[0]).toMatchObject({
      externalId: 'P-1',
      name: 'Alpha',
      startDate: '2024-01-01',
      endDate: '2024-12-31',
      budget: 120_050,
      owner: 'Claims',
    });
    expect(list.report.sums).toEqual({ budget: 150_750, currency: 'USD' });
    expect(notesOf(list)).toEqual({ dateSerial: 6, currencyOpen: 1, unitOpen: 1 });
    expect(list.preview.plan).toMatchObject({ kind: 'table', sheet: 'List', encoding: '', delimiter: '' });
  });

  test('days counted from 1904', async () => {
    const book = xlsxFile(
      [
        {
          name: 'List',
          rows: [
            HEADER,
            ['P-1', 'Alpha', day(43830), null, 1, 'A'],
            ['P-2', 'Beta', day(43861), null, 2, 'B'],
          ],
        },
      ],
      {
        date1904: true,
      },
    );
    const { initiatives } = await importBook(book);
    expect(initiatives.map(({ startDate }) => startDate)).toEqual(['2024-01-01', '2024-02-01']);
  });

  test.each([
    [false, '2024-01-01'],
    [true, '2028-01-02'],
  ])('days that stand there as bare numbers, counted from 1904: %s', async (date1904, first) => {
    const rows = [
      HEADER,
      ['P-1', 'Alpha', 45292, '45657', 45000, 'A'],
      ['P-2', 'Beta', 45323.5, null, 46000, 'B'],
    ];
    const list = await importBook(xlsxFile([{ name: 'List', rows }], { date1904 }));
    expect(list.initiatives[0]).toMatchObject({ startDate: first, budget: 4_500_000 });
    expect(repairs(list)).toMatchObject({ dateSerial: 3 });
  });

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    // Excel's 29 February 1900 never was.
    [60, '1900-03-01'],
    [61, '1900-03-01'],
    [45292.75, '2024-01-01 18:00'],
    [2958465, '9999-12-31'],
  ])('serial %d is %s', (serial, text) => {
    expect(serialText(serial, false)).toBe(text);
  });

  test.each([
    [undefined, 14, { kind: 'date' }],
    [undefined, 31, { kind: 'date' }],
    [undefined, 9, { kind: 'percent' }],
    [undefined, 44, { kind: 'number', before: '' }],
    ['#,##0.00\\ [$€-407]', 164, { kind: 'money', before: '€' }],
    ['[$CHF]\\ #,##0', 164, { kind: 'money', before: 'CHF ' }],
    ['"¥"#,##0;[Red]-"¥"#,##0', 164, { kind: 'money', before: '¥' }],
    ['[$-409]d\\-mmm\\-yy;@', 164, { kind: 'date' }],
    ['yyyy"年"m"月"', 164, { kind: 'month' }],
    ['yyyy', 164, { kind: 'year' }],
    ['0.0"m"', 164, { kind: 'number', after: 'm' }],
    ['#,##0,,"m"', 164, { kind: 'number', after: '' }],
    ['0"万"', 164, { kind: 'number', after: '万' }],
    ['00000', 164, { kind: 'number', digits: 5 }],
    ['@', 164, { kind: 'number', after: '', digits: 0 }],
    ['"unbalanced', 164, { kind: 'number' }],
    ['['.repeat(5_000), 164, { kind: 'number' }],
  ])('format %s (%d)', (code, id, expected) => {
    expect(readCellFormat(code, id)).toMatchObject(expected);
  });

  test('formats that change what a number says', async () => {
    const { initiatives } = await importSheets([
      {
        name: 'List',
        rows: [
          ['ID', 'Project name', 'Share', 'Cost', 'Start date', 'Hours', 'Budget'],
          [
            { n: 7, s: 6 },
            'Alpha',
            { n: 0.125, s: 2 },
            { n: 1.5, s: 7 },
            { n: 45292, s: 5 },
            { n: 1.5, s: 8 },
            { n: 26, s: 4 },
          ],
          [
            { n: 12, s: 6 },
            'Beta',
            { n: 0.1 + 0.2, s: 2 },
            { n: 2, s: 7 },
            { n: 45323, s: 5 },
            { n: 0.5, s: 8 },
            { n: 27, s: 4 },
          ],
        ],
      },
    ]);
    expect(initiatives[0]).toMatchObject({ externalId: '00007', startDate: '2024-01-01', budget: 2600 });
    expect(initiatives[0]?.extra).toMatchObject({ Share: '12.5%', Hours: '36:00' });
    expect(initiatives[1]?.extra.Share).toBe('30%');
    expect(initiatives[0]?.extra.Cost).toBe('1.5m');
  });

  test('the sheet that is most like a list is proposed, another can be chosen', async () => {
    const sheets: TestSheet[] = [
      {
        name: 'Read me',
        rows: [['How to use this workbook'], ['Fill in the second sheet'], ['Send it back']],
      },
      { name: 'Projects', rows: ROWS },
      {
        name: 'Lists',
        rows: [
          ['Green', 'Yes'],
          ['Amber', 'No'],
          ['Red', null],
        ],
      },
      { name: 'Old', state: 'hidden', rows: ROWS },
    ];
    const list = await importSheets(sheets);
    expect(list.preview.plan.sheet).toBe('Projects');
    expect(list.preview.sheets).toEqual([
      { name: 'Read me', hidden: false, rows: 3 },
      { name: 'Projects', hidden: false, rows: 4 },
      { name: 'Lists', hidden: false, rows: 3 },
      { name: 'Old', hidden: true, rows: 4 },
    ]);
    expect(notesOf(list)).toMatchObject({ otherSheets: 2, hiddenSheets: 1 });
    const old = await importSheets(sheets, { sheet: 'Old' });
    expect(old.report.created).toBe(3);
    expect(await failureOf(importSheets(sheets, { sheet: 'New' }))).toMatchObject({
      code: 'sheet_missing',
      place: { file: 'book.xlsx', field: 'sheet' },
    });
  });

  test('a long sheet that does not say how many rows it has is counted', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => [`V-${n}`, `Vendor ${n}`]);
    const list = await importSheets([
      { name: 'Projects', rows: ROWS },
      { name: 'Contacts', rows: [['Code', 'Company'], ...rows] },
    ]);
    expect(list.preview.sheets?.map((sheet) => [sheet.name, sheet.rows])).toEqual([
      ['Projects', ROWS.length],
      ['Contacts', 91],
    ]);
  });

  test('merged cells fill their area; a merged title and a merged note stay one cell', async () => {
    const list = await importSheets([
      {
        name: 'List',
        rows: [
          ['Portfolio of the year'],
          [...HEADER, 'Programme'],
          ['P-1', 'Alpha', day(45292), day(45657), 100, 'Claims', 'Renewal'],
          ['P-2', 'Beta', day(45323), day(45688), 200, null, null],
          ['P-3', 'Gamma', day(45352), day(45716), 300, 'Sales', 'Growth'],
          ['Total', null, null, null, 600, null, null],
          ['Figures as of the end of the year.'],
        ],
        merges: ['A1:G1', 'F3:F4', 'G3:G4', 'A6:D6', 'A7:G7'],
      },
    ]);
    expect(list.report).toMatchObject({ created: 3, refused: [] });
    expect(list.report.skipped).toEqual([
      { row: 6, reason: 'total' },
      { row: 7, reason: 'footnote' },
    ]);
    expect(list.initiatives[1]).toMatchObject({ owner: 'Claims', collaborationGroup: 'Renewal' });
    expect(list.preview.prose).toEqual(['Portfolio of the year', 'Figures as of the end of the year.']);
    expect(notesOf(list)).toMatchObject({ mergedCells: 3 });
  });

  test('columns that are only room for merged cells stay empty, so that no row below names is taken for names', async () => {
    const fields = ['Project', null, 'Owner', null, 'Status', null];
    const rows = [
      ['Project register', null, null, null, null, null],
      fields,
      ['Alpha', null, 'Ann', null, 'Active', null],
      ['Beta', null, 'Bob', null, 'Planned', null],
    ];
    const merges = [2, 3, 4].flatMap((row) =>
      ['A#:B#', 'C#:D#', 'E#:F#'].map((area) => area.replaceAll('#', String(row))),
    );
    const list = await importSheets([{ name: 'Report', rows, merges: ['A1:F1', ...merges] }]);
    expect(list.initiatives.map(({ name, owner, stage, extra }) => [name, owner, stage, extra])).toEqual([
      ['Alpha', 'Ann', 'active', {}],
      ['Beta', 'Bob', 'planned', {}],
    ]);
    expect(notesOf(list)).toEqual({});
  });

  test('column names in two rows, merged over several columns, are put together', async () => {
    const rows = [
      ['IT portfolio'],
      ['ID', 'Project name', 'Budget', null, 'Dates', null],
      [null, null, 'Planned', 'Spent', 'Start', 'End'],
      ['P-1', 'Alpha', 100, 40, day(45292), day(45657)],
      ['P-2', 'Beta', 200, 90, day(45323), day(45688)],
    ];
    const merges = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'];
    const list = await importSheets([{ name: 'List', rows, merges }]);
    expect(list.report).toMatchObject({ created: 2, refused: [] });
    expect(list.preview.columns.map(({ header }) => header)).toEqual([
      'ID',
      'Project name',
      'Budget Planned',
      'Budget Spent',
      'Dates Start',
      'Dates End',
    ]);
    expect(list.initiatives[0]).toMatchObject({
      externalId: 'P-1',
      name: 'Alpha',
      startDate: '2024-01-01',
      endDate: '2024-12-31',
      budget: 10_000,
      spent: 4_000,
    });
    expect(list.preview.prose).toEqual(['IT portfolio']);
    expect(notesOf(list)).toMatchObject({ twoHeaders: 4 });
  });

  test('formulas give their values; failed ones are unknown and reported with their place', async () => {
    const list = await importSheets([
      {
        name: 'List',
        rows: [
          HEADER,
          [
            'P-1',
            { xml: '<c r="@" t="str"><f>CONCATENATE("Al","pha")</f><v>Alpha</v></c>' },
            day(45292),
            null,
            { xml: '<c r="@"><f>SUM(A1:A2)</f><v>42</v></c>' },
            'A',
          ],
          [
            'P-2',
            'Beta',
            { xml: '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
            null,
            { xml: '<c r="@" t="e"><v>#REF!</v></c>' },
            'B',
          ],
          [
            'P-3',
            'Gamma',
            day(45352),
            null,
            { xml: '<c r="@"><f>NOW()</f></c>' },
            { xml: '<c r="@" t="b"><v>1</v></c>' },
          ],
        ],
      },
    ]);
    expect(list.initiatives.map(({ name, budget }) => [name, budget])).toEqual([
      ['Alpha', 4200],
      ['Beta', null],
      ['Gamma', null],
    ]);
    expect(list.initiatives[2]?.owner).toBe('TRUE');
    expect(list.report.unreadable).toEqual([
      { row: 3, column: 'Start date', reason: 'formula_error', value: '#DIV/0!' },
      { row: 3, column: 'Budget', reason: 'formula_error', value: '#REF!' },
    ]);
    expect(notesOf(list)).toMatchObject({ formulaError: 2, formulaEmpty: 1 });
  });

  test('rows keep their numbers; gaps are blank rows, stray cells far below make none', async () => {
    const rows: (readonly TestCell[])[] = [
      [],
      [],
      HEADER,
      [],
      ['P-1', 'Alpha', null, null, 1, 'A'],
      [],
      ['P-2', 'Beta', null, null, null, 'B'],
    ];
    const parts = xlsxParts([{ name: 'List', rows, hiddenRows: [5] }]);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const stray = sheet.replace(
      '</sheetData>',
      '<row r="1048576"><c r="C1048576"><v>1</v></c></row></sheetData>',
    );
    const list = await importBook(zipped({ ...parts, 'xl/worksheets/sheet1.xml': stray }));
    expect(list.report).toMatchObject({ created: 2 });
    expect(list.report.rows).toBe(6);
    expect(list.report.skipped.map(({ row }) => row)).toEqual([4, 6, 8, 1_048_576]);
    expect(notesOf(list)).toMatchObject({ hiddenRows: 1 });
    expect(list.preview.sample[0]?.row).toBe(5);
  });

  test('rows whose names are struck through come in like the others, and are said', async () => {
    const parts = xlsxParts([
      {
        name: 'List',
        rows: [
          ['ID', 'Project name', 'Owner'],
          ['P-1', { xml: '<c r="@" s="1" t="inlineStr"><is><t>Alpha</t></is></c>' }, 'Ann'],
          ['P-2', 'Beta', 'Bob'],
          ['P-3', 'Gamma', { xml: '<c r="@" s="1" t="inlineStr"><is><t>Cy</t></is></c>' }],
          ['P-4', 'Delta', 'Di'],
        ],
      },
    ]);
    const list = await importBook(
      zipped({
        ...parts,
        'xl/styles.xml':
          '<styleSheet><fonts><font><strike val="0"/></font><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': (parts['xl/sharedStrings.xml'] ?? '')
          .replace(
            /<t[^>]*>Beta<\/t>/,
            '<r><rPr><strike/></rPr><t>Be</t></r><r><rPr><strike/></rPr><t>ta</t></r>',
          )
          .replace(/<t[^>]*>Delta<\/t>/, '<r><rPr><strike/></rPr><t>Del</t></r><r><t>ta</t></r>'),
      }),
    );
    expect(list.initiatives.map(({ name, retired }) => [name, retired])).toEqual([
      ['Alpha', false],
      ['Beta', false],
      ['Gamma', false],
      ['Delta', false],
    ]);
    expect(list.report.notes).toEqual([{ what: 'struckRows', count: 2, examples: ['2: Alpha', '3: Beta'] }]);
  });

  test('cells without references, inline and rich texts, readings of signs, escaped characters', async () => {
    const parts = xlsxParts([{ name: 'List', rows: ROWS }]);
    const list = await importBook(
      zipped({
        ...parts,
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
          <x:row><x:c t="inlineStr"><x:is><x:t>Project name</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Owner</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Budget</x:t></x:is></x:c></x:row>
          <x:row><x:c t="inlineStr"><x:is><x:r><x:t>保单</x:t></x:r><x:r><x:t>管理</x:t></x:r><x:rPh sb="0" eb="1"><x:t>ほけん</x:t></x:rPh></x:is></x:c><x:c t="inlineStr"><x:is><x:t>A &amp; B</x:t></x:is></x:c><x:c><x:v>1E+3</x:v></x:c></x:row>
          <x:row><x:c t="inlineStr"><x:is><x:t>Beta_x000D_
line</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>C</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>
        </x:sheetData></x:worksheet>`,
      }),
    );
    expect(list.initiatives.map(({ name, owner, budget }) => [name, owner, budget])).toEqual([
      ['保单管理', 'A & B', 100_000],
      ['Beta line', 'C', 200],
    ]);
  });

  test('fields that run down are turned, and may be left as they stand', async () => {
    const rows = [
      ['Project name', 'Alpha', 'Beta', 'Gamma'],
      ['Start date', day(45292), day(45323), day(45352)],
      ['End date', day(45657), day(45688), day(45716)],
      ['Budget', 100, 200, 300],
      ['Owner', 'Ann', 'Bob', 'Cy'],
    ];
    const list = await importSheets([{ name: 'Across', rows }]);
    expect(list.preview.plan.turned).toBe(true);
    expect(list.initiatives.map(({ name, budget, startDate }) => [name, budget, startDate])).toEqual([
      ['Alpha', 10_000, '2024-01-01'],
      ['Beta', 20_000, '2024-02-01'],
      ['Gamma', 30_000, '2024-03-01'],
    ]);
    expect(notesOf(list)).toMatchObject({ turned: 4 });
    const left = await importSheets([{ name: 'Across', rows }], { turned: false });
    expect(left.preview.plan.turned).toBe(false);
    expect(left.report.created).toBe(4);
  });
});

describe('workbooks that are refused', () => {
  const good = xlsxParts([{ name: 'List', rows: ROWS }]);
  const refuse = async (bytes: Uint8Array) => (await failureOf(importBook(bytes))).code;
  const compound = (name: string): Uint8Array =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(64),
    ]);

  test('old, encrypted and other documents, each with what to do', async () => {
    expect(await refuse(compound('Workbook'))).toBe('file_old_excel');
    expect(await refuse(compound('EncryptedPackage'))).toBe('file_password');
    expect(await refuse(compound('WordDocument'))).toBe('file_other_office');
    expect(await refuse(zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toBe(
      'file_other_office',
    );
  });

  test('archives and parts that are damaged', async () => {
    const whole = zipped(good);
    expect(await refuse(whole.slice(0, whole.length / 2))).toBe('file_broken');
    expect(await refuse(zipped({ ...good, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }))).toBe(
      'file_broken',
    );
    const { 'xl/worksheets/sheet1.xml': _, ...without } = good;
    expect(await refuse(zipped(without))).toBe('file_broken');
    expect(await refuse(xlsxFile([{ name: 'Empty', rows: [] }]))).toBe('sheet_missing');
  });

  test('parts that unpack to another size than they say, or are packed in a way of their own', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    /** The archive with a number of that part changed, by its place in the directory and its length in bytes. */
    const changed = (place: number, bytes: 2 | 4, change: (value: number) => number): Uint8Array => {
      const archive = Buffer.from(zipped(good));
      let at = archive.indexOf('PK\u0001\u0002');
      while (
        !archive
          .subarray(at + 46)
          .toString('latin1')
          .startsWith(part)
      )
        at = archive.indexOf('PK\u0001\u0002', at + 4);
      archive.writeUIntLE(change(archive.readUIntLE(at + place, bytes)), at + place, bytes);
      return archive;
    };
    const [method, size] = [10, 24];
    expect((await importBook(changed(size, 4, (bytes) => bytes))).report.rows).toBe(3);
    for (const by of [-1, 1, 5000])
      expect(await refuse(changed(size, 4, (bytes) => bytes + by))).toBe('file_broken');
    expect(await refuse(changed(method, 2, () => 9))).toBe('file_broken');
  });

  test('XML that declares entities, nests without end or holds a text without end', async () => {
    const doctype =
      '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await refuse(zipped({ ...good, 'xl/worksheets/sheet1.xml': doctype }))).toBe('file_broken');
    const deep = `<worksheet>${'<a>'.repeat(5000)}`;
    expect(await refuse(zipped({ ...good, 'xl/worksheets/sheet1.xml': deep }))).toBe('file_too_large');
    const long = `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(9_000_000)}</v></c></row></sheetData></worksheet>`;
    expect(await refuse(zipped({ ...good, 'xl/worksheets/sheet1.xml': long }))).toBe('file_too_large');
  });

  test('a part that unpacks to absurdly much is not unpacked', async () => {
    const bomb = `<worksheet><sheetData>${' '.repeat(64 * 1024 * 1024)}</sheetData></worksheet>`;
    const bytes = zipped({ ...good, 'xl/worksheets/sheet1.xml': bomb });
    const before = process.memoryUsage().rss;
    expect(await refuse(bytes)).toBe('file_too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('areas merged without end', async () => {
    const many = Array.from({ length: 5_000 }, () => 'A1:XFD1048576');
    const list = await importSheets([{ name: 'List', rows: ROWS, merges: many }]);
    expect(list.report.rows).toBe(3);
  });
});
