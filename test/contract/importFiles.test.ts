import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { fixture } from '../unit/exchange/helpers.ts';
import { xlsxFile } from '../unit/exchange/xlsxFile.ts';

const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The command line in a folder of its own; `json` fails the test unless the command is done. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-files-'));
  folders.push(folder);
  const at = (name: string): string => join(folder, name);
  const start = (args: readonly string[], input: string | Uint8Array = '') =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
      const child = spawn(process.execPath, [entry, ...args], {
        cwd: folder,
        env: { ...process.env, THROUGHLINE_HOME: at('home'), NODE_ENV: 'production' },
      });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  const run = (args: readonly string[], input: string | Uint8Array = '') =>
    start(['import', ...args, '--into', 'p.throughline'], input);
  const json = async (args: readonly string[], input: string | Uint8Array = '') => {
    const { code, out, err } = await run([...args, '--json'], input);
    if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}: ${err}`);
    return JSON.parse(out) as Record<string, unknown>;
  };
  return { at, start, run, json };
}

const sheets = [
  { name: 'Notes', rows: [['Read me']] },
  {
    name: 'Projects',
    rows: [
      ['ID', 'Project name', 'Start date', 'Budget'],
      ['A1', 'Payroll', { n: 45292, s: 1 }, 10],
      ['A2', 'Ledger', { n: 45323, s: 1 }, { xml: '<c r="@" t="e"><v>#REF!</v></c>' }],
    ],
  },
  {
    name: 'Next year',
    rows: [
      ['ID', 'Project name'],
      ['B1', 'Claims'],
    ],
  },
];

describe('import of every format', () => {
  it('a workbook: the best sheet, or the one that is named', async () => {
    const { at, json, run } = desk();
    writeFileSync(at('book.xlsx'), xlsxFile(sheets));
    const report = await json(['book.xlsx']);
    expect(report).toMatchObject({
      created: 2,
      sums: { budget: 1000, currency: 'USD' },
      unreadable: [{ row: 3, column: 'Budget', reason: 'formula_error', value: '#REF!' }],
    });
    expect(report.notes).toEqual(
      expect.arrayContaining([{ what: 'otherSheets', count: 2, examples: ['Notes', 'Next year'] }]),
    );
    expect(await json(['book.xlsx', '--sheet', 'Next year'])).toMatchObject({ created: 1 });
    const wrong = await run(['book.xlsx', '--sheet', 'None']);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^throughline: book\.xlsx has no sheet None\n$/);
    writeFileSync(at('list.csv'), 'ID,Name\nA1,Payroll\n');
    const sheetless = await run(['list.csv', '--sheet', 'None']);
    expect(sheetless).toMatchObject({ code: 2, out: '' });
    expect(sheetless.err).toMatch(/--sheet is for a workbook \(\.xlsx\), and list\.csv is none/);
  });

  it('standard input, in whatever format', async () => {
    const { json } = desk();
    expect(await json(['-'], 'ID\tName\nA1\tPayroll\n')).toMatchObject({ created: 1 });
    expect(await json(['-'], xlsxFile(sheets))).toMatchObject({ created: 1, updated: 1 });
    expect(await json(['-'], readFileSync(fixture('claims-renewal.xml')))).toMatchObject({ created: 1 });
    expect(await json(['-'], readFileSync(fixture('jira-epics.csv')))).toMatchObject({ created: 2 });
  });

  it('several files of one portfolio, in any order, and again without a change', async () => {
    const { at, json } = desk();
    writeFileSync(at('list.csv'), 'ID,Name,Budget\nP-1,Payroll,10\nP-2,Ledger,20\n');
    writeFileSync(
      at('activities.csv'),
      'project,activity id,activity name,planned start,planned end,cost\nP-1,1,Design,2026-01-01,2026-02-01,1\nP-1,2,Test,2026-03-01,2026-04-01,2\nP-9,3,Build,2026-01-01,2026-02-01,4\n',
    );
    writeFileSync(at('suppliers.csv'), 'Project,Supplier,Amount,Contract\nP-2,Acme,5,C1\nP-2,Acme,6,C2\n');
    writeFileSync(at('releases.csv'), 'Project,Release,Planned date\nP-1,First,2026-05-01\n');
    const files = ['activities.csv', 'releases.csv', 'list.csv', 'suppliers.csv'];
    const report = await json(files);
    expect(report).toMatchObject({ rows: 2, created: 2, sums: { budget: 3000 } });
    expect(report.tables).toMatchObject([
      {
        fileName: 'activities.csv',
        role: 'activities',
        rows: 3,
        created: 2,
        unjoined: 1,
        unjoinedIds: ['P-9'],
        sum: 300,
      },
      { fileName: 'releases.csv', role: 'releases', created: 1 },
      { fileName: 'suppliers.csv', role: 'suppliers', created: 2, sum: 1100 },
    ]);
    const again = await json(files);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(again.tables).toMatchObject([
      { created: 0, updated: 0, unchanged: 2 },
      { created: 0, updated: 0, unchanged: 1 },
      { created: 0, updated: 0, unchanged: 2 },
    ]);
  });

  it('our own workbook, with its phases, releases and engagements', async () => {
    const { at, start, json } = desk();
    writeFileSync(at('list.csv'), 'ID,Name,Budget\nP-1,Payroll,10\nP-2,Ledger,20\n');
    writeFileSync(
      at('activities.csv'),
      'project,activity id,activity,start,end\nP-1,1,Design,2026-01-01,2026-02-01\n',
    );
    writeFileSync(at('suppliers.csv'), 'Project,Supplier,Amount,Contract\nP-2,Acme,5,C1\nP-2,Acme,6,C2\n');
    writeFileSync(at('releases.csv'), 'Project,Release,Planned date\nP-1,First,2026-05-01\n');
    const first = [
      'import',
      'list.csv',
      'activities.csv',
      'suppliers.csv',
      'releases.csv',
      '--into',
      'a.throughline',
    ];
    expect((await start(first)).code).toBe(0);
    const out = await start(['export', 'a.throughline', '--format', 'xlsx', '--out', 'a.xlsx']);
    expect(out).toMatchObject({ code: 0, err: '' });
    const report = await json(['a.xlsx']);
    expect(report).toMatchObject({
      rows: 2,
      created: 2,
      refused: [],
      sums: { budget: 3000, currency: 'USD' },
    });
    const tables = report.tables as readonly { readonly role: string; readonly join: string | null }[];
    expect(tables.filter(({ join }) => join !== null)).toMatchObject([
      { role: 'activities', created: 1, unjoined: 0 },
      { role: 'releases', created: 1, unjoined: 0 },
      { role: 'suppliers', created: 2, unjoined: 0, sum: 1100 },
    ]);
  });

  it('says what to do with files of other kinds, and leaves nothing behind', async () => {
    const { at, run } = desk();
    const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const compound = (name: string) =>
      Buffer.concat([start, Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
    writeFileSync(at('old.xls'), compound('Workbook'));
    writeFileSync(at('secret.xlsx'), compound('EncryptedPackage'));
    writeFileSync(at('cut.xlsx'), xlsxFile(sheets).slice(0, 900));
    expect((await run(['old.xls'])).err).toMatch(/save it as \.xlsx/);
    expect((await run(['secret.xlsx'])).err).toMatch(/password/);
    expect((await run(['cut.xlsx'])).err).toMatch(/^throughline: cut\.xlsx: [^\n]+\n$/);
    expect((await run(['-', '--preset', 'None'], 'Name\nA\n')).err).toMatch(/--preset/);
    expect(existsSync(at('p.throughline'))).toBe(false);
  });
});
