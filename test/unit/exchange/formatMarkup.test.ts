import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { failureOf, importPath, importText, tempFile } from './helpers.ts';

/** What programs name .xls, although it is a web page or a workbook in XML. */
const importXls = (content: string | Uint8Array, plan: Partial<ImportPlan> = {}) =>
  importPath(tempFile('export.xls', content), 'export.xls', plan);

type Imported = Awaited<ReturnType<typeof importXls>>;

const notesOf = ({ report }: Imported): Record<string, number> =>
  Object.fromEntries((report.notes ?? []).map(({ what, count }) => [what, count]));

const brief = ({ initiatives }: Imported) =>
  initiatives.map(({ externalId, name, owner, startDate, endDate, budget }) => [
    externalId,
    name,
    owner,
    startDate,
    endDate,
    budget === null ? null : budget / 100,
  ]);

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const HEADER = row('ID', 'Project name', 'Owner', 'Start date', 'End date', 'Budget');
const ALPHA = row('P-1', 'Alpha', 'Claims', '2024-01-01', '2024-12-31', '$1,200.50');
const BETA = row('P-2', 'Beta', 'Sales', '2024-02-01', '2025-01-31', '$200');
const TAKEN = [
  ['P-1', 'Alpha', 'Claims', '2024-01-01', '2024-12-31', 1200.5],
  ['P-2', 'Beta', 'Sales', '2024-02-01', '2025-01-31', 200],
];

describe('web pages with a list', () => {
  test('a table, with entities, line breaks, images and what is not shown', async () => {
    const list =
      await importXls(`<html><head><title>Report</title><style>td { color: red }</style></head><body>
      <script>var rows = "<table><tr><td>no</td></tr></table>";</script>
      <table>${HEADER}
      <tr><td><span style="display:none">00001</span>P-1</td><td>Caf&eacute; &amp;
        bar<br>renewal</td><td>Claims&nbsp;</td><td>2024-01-01</td><td>2024-12-31</td><td>&#36;1,200.50</td></tr>
      <tr><td>P-2<td><p>Beta</p><td><img src="x.png" alt="Sales"><td>&nbsp;<td><font color=red>2025-01-31<td>$200
      </table></body></html>`);
    expect(brief(list)).toEqual([
      ['P-1', 'Café & bar renewal', 'Claims', '2024-01-01', '2024-12-31', 1200.5],
      ['P-2', 'Beta', 'Sales', null, '2025-01-31', 200],
    ]);
    expect(list.preview.sheets).toEqual([]);
    expect(list.preview.plan.currency).toBe('USD');
    expect(list.report.refused).toEqual([]);
  });

  test('cells over several columns and rows, hidden rows and columns, rows by their numbers', async () => {
    const list = await importXls(`<table><col><col><col style="display:none">
      <tr><th rowspan="2">ID</th><th rowspan=2>Project name</th><th rowspan=2>Owner</th><th colspan=2>Schedule</th><th rowspan=2>Budget</th></tr>
      <tr><th>Start</th><th>End</th></tr>
      <tr><td>P-1</td><td>Alpha</td><td rowspan="2">Claims</td><td>2024-01-01</td><td>2024-12-31</td><td>100</td></tr>
      <tr style="display:none"><td>P-2</td><td>Beta</td><td>2024-02-01</td><td>2025-01-31</td><td>200</td></tr>
      <tr><td></td><td></td><td></td><td></td><td></td><td></td></tr>
      <tr><td>P-3</td><td>Gamma</td><td>Sales</td><td colspan=2>tbd</td><td>300</td></tr></table>`);
    expect(brief(list)).toEqual([
      ['P-1', 'Alpha', 'Claims', '2024-01-01', '2024-12-31', 100],
      ['P-2', 'Beta', 'Claims', '2024-02-01', '2025-01-31', 200],
      ['P-3', 'Gamma', 'Sales', null, null, 300],
    ]);
    expect(notesOf(list)).toMatchObject({ hiddenRows: 1, hiddenColumns: 1, twoHeaders: 2 });
    expect(list.report.skipped).toEqual([{ row: 5, reason: 'blank' }]);
  });

  test('numbers and days that Excel and LibreOffice keep beside what is shown', async () => {
    const list = await importXls(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
      .xl65 {mso-style-parent:style0; mso-number-format:"Short Date";}
      .xl66 {mso-number-format:"\\0022€\\0022\\#\\,\\#\\#0\\.00";}
      .xl67 {text-decoration:line-through;}
      </style></head><table>${HEADER}
      <tr><td x:str>001</td><td>Alpha</td><td>Claims</td><td class=xl65 x:num="45292">1/1/24</td><td class="xl65 b" x:num="45657">12/31/24</td><td class=xl66 x:num="1200.5">€1,201</td></tr>
      <tr><td x:str>002</td><td class=xl67>Beta</td><td>Sales</td><td sdval="45323" sdnum="1033;0;MM/DD/YYYY">02/01/2024</td><td sdval="45688" sdnum="1033;1033;MM/DD/YYYY">01/31/2025</td><td x:num="199.5">200</td></tr>
      </table></html>`);
    expect(brief(list)).toEqual([
      ['001', 'Alpha', 'Claims', '2024-01-01', '2024-12-31', 1200.5],
      ['002', 'Beta', 'Sales', '2024-02-01', '2025-01-31', 199.5],
    ]);
    expect(list.preview.plan.currency).toBe('EUR');
    expect(list.report.notes).toContainEqual({ what: 'struckRows', count: 1, examples: ['3: Beta'] });
  });

  test('several tables are sheets by their captions and headings; one inside a cell is what the cell says', async () => {
    const inner = '<table><tr><td>Scope</td><td>all</td></tr><tr><td>Team</td><td>A</td></tr></table>';
    const page = `<h2>Risks</h2><table>${row('Risk', 'Level')}${row('Delay', 'High')}</table>
      <table><caption>Projects</caption>${HEADER}${ALPHA}${BETA.replace('Sales', `Sales ${inner}`)}</table>
      <table>${row('Generated', 'today')}</table>`;
    const list = await importXls(page);
    expect(list.preview.plan.sheet).toBe('Projects');
    expect(list.preview.sheets?.map(({ name }) => name)).toEqual(['Risks', 'Projects']);
    expect(brief(list)[1]?.[2]).toContain('Scope');
    expect(notesOf(list)).toMatchObject({ otherSheets: 1 });
    const other = await importXls(page, { sheet: 'Risks' });
    expect(other.report.created).toBe(1);
  });

  test('a web archive, whose parts are pages in codings and encodings of their own', async () => {
    const part = (coding: string, charset: string, body: string): string =>
      `\r\n--=_x\r\nContent-Location: file:///a.htm\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Type: text/html;\r\n\tcharset="${charset}"\r\n\r\n${body}`;
    const archive = [
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="=_x"\r\n\r\nA page.\r\n',
      part('quoted-printable', 'utf-8', '<frameset><frame src=3D"sheet001.htm"></frameset>\r\n'),
      part(
        'quoted-printable',
        'windows-1252',
        `<table>${HEADER}${row('P-1', 'Caf=E9 =\r\nbar', 'Claims', '', '', '=80 1,200.50')}</table>\r\n`.replace(
          '<table>',
          '<h2>Projects</h2><table>',
        ),
      ),
      part(
        'base64',
        'utf-8',
        Buffer.from(`<h2>中文</h2><table>${row('Risk', 'Level')}${row('延期', 'High')}</table>`).toString(
          'base64',
        ),
      ),
      '\r\n--=_x--\r\n',
    ].join('');
    const list = await importXls(archive);
    expect(brief(list)).toEqual([['P-1', 'Café bar', 'Claims', null, null, 1200.5]]);
    expect(list.preview.plan.currency).toBe('EUR');
    expect(list.preview.sheets?.map(({ name }) => name)).toEqual(['Projects', '中文']);
  });

  test('a list that lies in a table for its place on the page', async () => {
    const list = await importXls(
      `<table><tr><td>Logo</td><td>Project report</td></tr><tr><td colspan=2><table>${HEADER}${ALPHA}${BETA}</table></td></tr></table>`,
    );
    expect(brief(list)).toEqual(TAKEN);
  });

  test('a page of a wiki: times, lists and what is not bare text in its cells', async () => {
    const list =
      await importXls(`<!DOCTYPE html><h1>IT roadmap</h1><p>Owner: the CIO's office</p><h2>Initiatives</h2>
      <table class="wiki"><tbody><tr><th><p>Initiative</p></th><th><p><strong>Owner</strong></p></th><th><p>Start</p></th><th>Status</th><th>Description</th></tr>
      <tr><td><p><a href="#">Data platform</a></p></td><td><p>Mia <em>Chen</em></p></td><td><time datetime="2025-07-01">01 Jul 2025</time> </td><td><span class="lozenge">ON TRACK</span></td><td><ul> <li>Vendor chosen</li> <li>Hiring <b>2</b></li> </ul></td></tr>
      <tr><td><p><s>Ledger pilot</s></p></td><td></td><td></td><td>CANCELLED</td><td>Waits for <s>legal</s> procurement</td></tr></tbody></table>`);
    expect(
      list.initiatives.map(({ name, owner, startDate, stage, description }) => [
        name,
        owner,
        startDate,
        stage,
        description,
      ]),
    ).toEqual([
      ['Data platform', 'Mia Chen', '2025-07-01', 'active', 'Vendor chosen\nHiring 2'],
      ['Ledger pilot', null, null, 'stopped', 'Waits for legal procurement'],
    ]);
    expect(list.report.notes).toContainEqual({ what: 'struckRows', count: 1, examples: ['3: Ledger pilot'] });
  });

  test('a report laid out in cells: spacers, a table around it, a title over all columns', async () => {
    const line = (...cells: readonly string[]): string =>
      `<tr><td></td><td><span>${cells[0]}</span></td><td colspan="2"><span>${cells[1]}</span></td><td><span>${cells[2]}</span></td><td colspan="2"><span>${cells[3]}</span></td></tr>`;
    const list =
      await importXls(`<html><body><table width="100%"><tr><td width="50%">&nbsp;</td><td align="center">
      <table><tr style="height:0"><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
      <tr><td></td><td colspan="5"><span>Projects by division</span></td><td></td></tr><tr><td colspan="7"></td></tr>
      ${line('Code', 'Project name', 'Owner', 'Status')}${line('A-1', 'Core switch', 'Ann', 'In progress')}${line('A-2', 'Wi-Fi', 'Bob', 'Planned')}
      </table></td><td width="50%">&nbsp;</td></tr></table></body></html>`);
    expect(
      list.initiatives.map(({ externalId, name, owner, stage }) => [externalId, name, owner, stage]),
    ).toEqual([
      ['A-1', 'Core switch', 'Ann', 'active'],
      ['A-2', 'Wi-Fi', 'Bob', 'planned'],
    ]);
    expect(list.preview.prose).toEqual(['Projects by division']);
    expect(notesOf(list)).toEqual({});
  });

  test('the encoding that the page says', async () => {
    const page = (charset: string, name: string): string =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><table>${HEADER}${row('P-1', name, 'ß', '', '', '5')}</table></html>`;
    const read = async (charset: string, name: string) => {
      const list = await importXls(iconv.encode(page(charset, name), charset));
      return list.initiatives[0]?.name;
    };
    expect(await read('windows-1250', 'Žluťoučký kůň')).toBe('Žluťoučký kůň');
    expect(await read('gb2312', '保单')).toBe('保单');
    expect(await read('iso-8859-1', 'Café')).toBe('Café');
    const lies = await importXls(page('iso-8859-1', 'Café 保单'));
    expect(lies.initiatives[0]?.name).toBe('Café 保单');
  });
});

/** A workbook in XML as Excel 2003 wrote it. */
const book = (sheets: string, styles = ''): string => `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="Default"><Font/></Style>
<Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="month"><NumberFormat ss:Format="mmm\\-yy"/></Style>
<Style ss:ID="gone" ss:Parent="day"><Font ss:StrikeThrough="1"/></Style>
<Style ss:ID="money"><NumberFormat ss:Format="[$€-407]#,##0"/></Style>${styles}</Styles>${sheets}</Workbook>`;
const text = (value: string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="String">${value}</Data></Cell>`;
const NAMES = `<Row>${['ID', 'Project name', 'Owner', 'Start date', 'End date', 'Budget'].map((name) => text(name)).join('')}</Row>`;

describe('workbooks in the XML of Excel 2003', () => {
  test('days, months, money, errors, gaps, merged cells, comments and sheets', async () => {
    const list = await importXls(
      book(`<Worksheet ss:Name="Notes"><Table><Row>${text('Read me first')}</Row></Table></Worksheet>
      <Worksheet ss:Name="Projects"><Table><Column ss:Index="3" ss:Hidden="1"/>
      <Row>${text('IT portfolio', ' ss:MergeAcross="5"')}</Row>
      ${NAMES.replace('<Row>', '<Row ss:Index="3">')}
      <Row><Cell><Data ss:Type="Number">1001</Data></Cell>${text('Alpha', ' ss:StyleID="gone"').replace('</Cell>', '<Comment><ss:Data>Me: check</ss:Data></Comment></Cell>')}${text('Claims', ' ss:MergeDown="1"')}
        <Cell ss:StyleID="day"><Data ss:Type="DateTime">2024-01-15T00:00:00.000</Data></Cell><Cell ss:StyleID="month"><Data ss:Type="DateTime">2024-12-01T00:00:00.000</Data></Cell><Cell ss:StyleID="money" ss:Formula="=1+1"><Data ss:Type="Number">1200.5</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell><Data ss:Type="Number">1002</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Be</B>ta &amp; co</ss:Data></Cell><Cell ss:Index="4" ss:StyleID="day"><Data ss:Type="Number">45323</Data></Cell><Cell ss:Index="6"><Data ss:Type="Error">#REF!</Data></Cell></Row>
      </Table></Worksheet>
      <Worksheet ss:Name="Old"><Table>${NAMES}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`),
    );
    expect(brief(list)).toEqual([
      ['1001', 'Alpha', 'Claims', '2024-01-15', '2024-12-31', 1200.5],
      ['1002', 'Beta & co', 'Claims', '2024-02-01', null, null],
    ]);
    expect(list.preview.plan).toMatchObject({ sheet: 'Projects', currency: 'EUR' });
    expect(list.preview.sheets).toEqual([
      { name: 'Notes', hidden: false, rows: 1 },
      { name: 'Projects', hidden: false, rows: 5 },
      { name: 'Old', hidden: true, rows: 1 },
    ]);
    expect(list.report.unreadable).toMatchObject([{ row: 5, column: 'Budget', reason: 'formula_error' }]);
    expect(list.report.notes).toContainEqual({ what: 'struckRows', count: 1, examples: ['4: Alpha'] });
    expect(notesOf(list)).toMatchObject({ hiddenRows: 1, hiddenColumns: 1, otherSheets: 1, hiddenSheets: 1 });
  });

  test('days counted from 1904', async () => {
    const list = await importXls(
      book(`<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>
      <Worksheet ss:Name="List"><Table>${NAMES}<Row>${text('P-1')}${text('Alpha')}${text('Ann')}<Cell ss:StyleID="day"><Data ss:Type="Number">43830</Data></Cell><Cell ss:StyleID="day"><Data ss:Type="DateTime">2024-12-31T00:00:00.000</Data></Cell></Row></Table></Worksheet>`),
    );
    expect(brief(list)[0]?.slice(3, 5)).toEqual(['2024-01-01', '2024-12-31']);
  });
});

describe('documents of markup that are refused', () => {
  const code = async (content: string) => (await failureOf(importXls(content))).code;

  test('pages without a list, pages in parts, workbooks without rows', async () => {
    expect(await code('<html><body><h1>Please sign in</h1><form><input></form></body></html>')).toBe(
      'file_other_office',
    );
    expect(await code(`<html><frameset><frame src="sheet001.htm"></frameset></html>`)).toBe(
      'file_other_office',
    );
    expect(
      await code(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Location: a.htm\r\n\r\n<table></table>\r\n',
      ),
    ).toBe('file_other_office');
    expect(await code(book('<Worksheet ss:Name="A"><Table></Table></Worksheet>'))).toBe('sheet_missing');
  });

  test('workbooks in XML that are cut off or declare entities', async () => {
    const whole = book(`<Worksheet ss:Name="A"><Table>${NAMES}</Table></Worksheet>`);
    expect(await code(whole.slice(0, whole.length / 2))).toBe('file_broken');
    expect(
      await code(whole.replace('<?mso', '<!DOCTYPE a [<!ENTITY b "x">]><?mso').replace('Owner', '&b;')),
    ).toBe('file_broken');
  });

  test('cells, columns, rows and nesting without end', async () => {
    const list = `${HEADER}${ALPHA}${BETA}`;
    expect(await code(`<table>${list}<tr>${'<td>x'.repeat(3_000)}</tr></table>`)).toBe('file_too_large');
    expect(await code(`<table>${list}<tr>${'<td colspan=9999999>x'.repeat(2)}</tr></table>`)).toBe(
      'file_too_large',
    );
    expect(await code(`<table>${list}${'<tr>'.repeat(1_100_000)}</table>`)).toBe('file_too_large');
    expect(await code(`${'<b>'.repeat(5_000)}<table>${list}</table>`)).toBe('file_too_large');
    expect(await code(`<table>${list}<tr><td>${'x'.repeat(9_000_000)}</td></tr></table>`)).toBe(
      'file_too_large',
    );
    const wide = book(
      `<Worksheet ss:Name="A"><Table>${NAMES}<Row>${text('x', ' ss:Index="99999999"')}</Row></Table></Worksheet>`,
    );
    expect(await code(wide)).toBe('file_too_large');
    // Cells that reach without end reach to the end of the table.
    const merged = await importXls(
      `<table>${HEADER}<tr><td>P-9</td><td>Omega</td><td rowspan=99999999 colspan=999>Ann</td></tr><tr><td>P-3</td><td>Gamma</td></tr></table>`,
    );
    expect(merged.initiatives.map(({ owner }) => owner)).toEqual(['Ann', 'Ann']);
    const areas = await importXls(
      book(
        `<Worksheet ss:Name="A"><Table>${NAMES}<Row>${text('P-1')}${text('Alpha', ' ss:MergeAcross="99999999" ss:MergeDown="99999999"')}</Row></Table></Worksheet>`,
      ),
    );
    expect(areas.report.created).toBe(1);
  });

  test('a list of text that only speaks of tables', async () => {
    const list = await importText(
      'Project name,Description\nAlpha,"<table><tr><td>x</td></tr></table>"\nBeta,y\n',
    );
    expect(list.report.created).toBe(2);
  });
});
