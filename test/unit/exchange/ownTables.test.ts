import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvText, exportCsvZip } from '../../../electron/core/exporting/exportFile.ts';
import { newInitiative, newPhase, newTeam } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords, TableName } from '../../../shared/domain/records.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import { typedTables } from '../../../shared/exchange/writing/typedTables.ts';
import { hiddenRecords } from '../../../shared/report/hidden.ts';
import type { Language } from '../../../shared/text/area.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { listedSample } from '../../helpers/listedSample.ts';
import { importPath, importText, importTogether, recordsWith, tempFile } from './helpers.ts';
import { type TestCell, xlsxFile } from './xlsxFile.ts';

const DAYS_TO_1970 = 25_569;
const nothingHidden = { amounts: false, names: false };

/** Some records of every sort of value: words, yes and no, days, money, numbers, references, texts of several lines. */
const records = (): PortfolioRecords => ({
  ...recordsWith({ name: '组合', currency: 'CNY' }),
  team: { t: newTeam('t', '蓝队'), u: newTeam('u', 'Red') },
  initiative: {
    a: {
      ...newInitiative('a', '客户门户，第一期', 'product'),
      externalId: 'P-1',
      teamId: 't',
      budget: 123456,
      stage: 'active',
      startDate: '2026-03-05',
      endDate: '2026-11-30',
      description: '=HYPERLINK("http://x","点我")\nSecond line,  spaced',
      extra: { Sponsor: 'Ann; Bob' },
    },
    b: {
      ...newInitiative('b', '-2+3', 'project'),
      budget: 700,
      owner: 'Zoe',
      description: 'Costs ¥700 a day',
    },
    c: { ...newInitiative('c', '-2+3', 'project'), spent: 0 },
  },
  phase: { p: { ...newPhase('p', 'a', 0, 'build', 'Build'), people: 0.1 + 0.2, teamId: 't' } },
});

type Sheets = Map<TableName, TestCell[][]>;

/** The workbook of an export as a program of spreadsheets writes it back, after somebody edited it. */
function workbook(
  from: PortfolioRecords,
  language: Language,
  edit: (sheets: Sheets) => void = () => undefined,
  hidden = nothingHidden,
): Uint8Array {
  const tables = typedTables(hiddenRecords(from, hidden, language), language, hidden);
  const sheets: Sheets = new Map(
    tables
      .filter(({ rowCount }) => rowCount > 0)
      .map(({ table, header, rowCount, row }) => [
        table,
        [
          [...header],
          ...Array.from({ length: rowCount }, (_, at) =>
            row(at).map((cell): TestCell => {
              if (cell === null) return null;
              return cell.kind === 'date' ? { n: cell.value + DAYS_TO_1970, s: 1 } : cell.value;
            }),
          ),
        ],
      ]),
  );
  edit(sheets);
  const titles = new Map(tables.map(({ table, title }) => [table, title]));
  return xlsxFile([
    { name: 'Contents', rows: [['HHS'], [], ['Sheet', 'Rows']] },
    ...[...sheets].map(([table, rows]) => ({ name: titles.get(table) ?? '', rows })),
  ]);
}

const giveBack = (content: Uint8Array, to: PortfolioRecords) =>
  importPath(tempFile('back.xlsx', content), 'back.xlsx', {}, to);

/** Puts a value under the name that a field has in the export, in the row of a record. */
function write(
  sheets: Sheets,
  language: Language,
  table: TableName,
  id: string,
  field: string,
  cell: TestCell,
) {
  const words: Readonly<Record<string, string>> = exporting[language];
  const rows = sheets.get(table) ?? [];
  const column = rows[0]?.indexOf(words[`column.${table}.${field}`] ?? words[`column.${field}`] ?? '') ?? -1;
  const row = rows.find(([first]) => first === id);
  if (!row || column === -1) throw new Error(`no cell for ${table}.${id}.${field}`);
  row[column] = cell;
}

describe.each(['en', 'zh-CN'] as const)('the tables of an export in %s, given back', (language) => {
  it('change nothing where nobody changed them, whatever they hold', async () => {
    for (const whole of [records(), listedSample()]) {
      const { preview, changes, report } = await giveBack(workbook(whole, language), whole);
      expect(preview.plan.kind).toBe('ownTables');
      expect(changes).toMatchObject({ add: {}, update: {} });
      expect(report).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: Object.keys(whole.initiative).length,
      });
      for (const table of report.tables ?? []) expect(table).toMatchObject({ unchanged: table.rows });
      expect(report.vanished).toEqual([]);
    }
  });

  it('bring exactly the cells that were changed, by id, and nothing else', async () => {
    const from = records();
    const word = exporting[language];
    const content = workbook(from, language, (sheets) => {
      const put = write.bind(null, sheets, language);
      put('initiative', 'c', 'name', 'Renamed');
      put('initiative', 'b', 'budget', 1234.5);
      put('initiative', 'b', 'owner', 'Jane Roe');
      put('initiative', 'a', 'endDate', { n: 46_388 + 30, s: 1 });
      put('initiative', 'a', 'retired', word['value.yes']);
      put('initiative', 'c', 'mode', language === 'en' ? 'Product team' : '产品团队');
      put('initiative', 'a', 'teamName', 'Red');
      put('phase', 'p', 'people', 4);
      put('phase', 'p', 'name', '改名');
      put('team', 'u', 'mission', 'Settle claims');
    });
    const { changes, preview, report } = await giveBack(content, from);
    expect(report).toMatchObject({ created: 0, updated: 3, unchanged: 0, unreadable: [], refused: [] });
    const after = afterImport(from, changes);
    expect(after).toEqual({
      ...from,
      initiative: {
        a: { ...from.initiative.a, endDate: '2027-01-31', retired: true, teamId: 'u' },
        b: { ...from.initiative.b, budget: 123450, owner: 'Jane Roe' },
        c: { ...from.initiative.c, name: 'Renamed', mode: 'product' },
      },
      phase: { p: { ...from.phase.p, people: 4, name: '改名' } },
      team: { ...from.team, u: { ...from.team.u, mission: 'Settle claims' } },
    });
    expect(preview.refresh?.rows.find(({ taken }) => taken === 'b')?.differences).toEqual([
      { field: expect.any(String), ours: 'Zoe', theirs: 'Jane Roe' },
      { field: expect.any(String), ours: '7', theirs: '1234.5' },
    ]);
  });

  it('with hidden amounts leave every amount as it is known, and take what was changed beside them', async () => {
    const from = records();
    const content = workbook(
      from,
      language,
      (sheets) => write(sheets, language, 'initiative', 'b', 'owner', 'Bob'),
      { amounts: true, names: false },
    );
    const { changes, report } = await giveBack(content, from);
    expect(afterImport(from, changes)).toEqual({
      ...from,
      initiative: { ...from.initiative, b: { ...from.initiative.b, owner: 'Bob' } },
    });
    expect(report.notes).toContainEqual(expect.objectContaining({ what: 'ownHidden', count: 1 }));
  });

  it('of which cells were emptied and rows deleted take nothing away, and say so', async () => {
    const from = records();
    const content = workbook(from, language, (sheets) => {
      write(sheets, language, 'initiative', 'b', 'owner', null);
      sheets.set('initiative', sheets.get('initiative')?.filter(([id]) => id !== 'c') ?? []);
    });
    const { changes, report } = await giveBack(content, from);
    expect(changes).toMatchObject({ add: {}, update: {} });
    expect(report.notes).toContainEqual(expect.objectContaining({ what: 'ownEmptied', count: 1 }));
    expect(report.vanished).toEqual([{ id: 'c', name: '-2+3', retired: false }]);
  });

  it('refuse what is no value or no record, one by one, and make an initiative of a row without an id', async () => {
    const from = records();
    const content = workbook(from, language, (sheets) => {
      write(sheets, language, 'initiative', 'a', 'endDate', 'soonish');
      write(sheets, language, 'initiative', 'b', 'budget', 'a lot');
      write(sheets, language, 'initiative', 'c', 'teamName', 'Nobody');
      write(sheets, language, 'phase', 'p', 'kind', 'nonsense');
      write(sheets, language, 'phase', 'p', 'endDate', { n: 46_000, s: 1 });
      write(sheets, language, 'phase', 'p', 'startDate', { n: 46_001, s: 1 });
      const rows = sheets.get('initiative') ?? [];
      const name = rows[0]?.indexOf(exporting[language]['column.name']) ?? -1;
      const added = (id: string | null, called: string) => {
        const row: TestCell[] = [id];
        row[name] = called;
        rows.push(Array.from(row, (cell) => cell ?? null));
      };
      added(null, 'New one');
      added('gone', 'Of another day');
      added('a', 'Twice');
    });
    const { changes, report, initiatives } = await giveBack(content, from);
    expect(changes.update).toEqual({});
    expect(initiatives.map(({ name }) => name)).toEqual(['New one']);
    expect(report.unreadable.map(({ row, reason, value }) => [row, reason, value])).toEqual([
      [2, 'not_a_date', 'soonish'],
      [3, 'not_an_amount', 'a lot'],
      [4, 'not_a_choice', 'Nobody'],
    ]);
    expect(report.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [6, 'id_unknown'],
      [7, 'id_twice'],
    ]);
    const phases = report.tables?.find(({ role }) => role === 'activities');
    expect(phases?.issues).toMatchObject([
      { row: 2, reason: 'not_a_choice', value: 'nonsense' },
      { row: 2, reason: 'end_before_start', value: '2025-12-09' },
    ]);
  });

  it('come back as CSV too, several together, and as another program writes days and numbers', async () => {
    const from = records();
    const files = Object.entries(unzipSync(exportCsvZip(from, { language }))).filter(
      ([, bytes]) => bytes.length > 0,
    );
    const whole = await importTogether(files, {}, from);
    expect(whole.changes).toMatchObject({ add: {}, update: {} });
    expect(whole.preview.plan.kind).toBe('ownTables');
    const list = portfolioTables(from, language).find(({ table }) => table === 'initiative');
    const text = csvText(list!);
    const rewritten = text.replace('2026-03-05', '3/5/2026').replace('1234.56', '"1,234.56"');
    expect(rewritten).not.toBe(text);
    expect((await importText(rewritten, {}, from)).changes).toMatchObject({ add: {}, update: {} });
    const edited = await importText(rewritten.replace('Zoe', 'Bob'), {}, from);
    expect(edited.changes.update).toEqual({ initiative: [{ ...from.initiative.b, owner: 'Bob' }] });
  });
});

describe('a list that is not given back', () => {
  it('comes in as any other: of another portfolio, of few columns, or where somebody says so', async () => {
    const list = portfolioTables(records(), 'en').find(({ table }) => table === 'initiative')!;
    const elsewhere = await importText(csvText(list), {}, recordsWith({ currency: 'CNY' }));
    expect(elsewhere.preview.plan.kind).toBe('table');
    expect(elsewhere.report.created).toBe(3);
    const plain = await importText('Id,Name,Owner\na,Portal,Ann\n', {}, records());
    expect(plain.preview.plan.kind).toBe('table');
    const asked = await importText(csvText(list), { kind: 'table' }, records());
    expect(asked.preview.plan.kind).toBe('table');
    const mapped = await importText(
      csvText(list),
      { columns: { name: list.header.indexOf('Name') } },
      records(),
    );
    expect(mapped.preview.plan.kind).toBe('table');
  });
});
