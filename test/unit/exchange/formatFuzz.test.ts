import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { previewFile, readImport } from '../../../electron/core/importing/importFile.ts';
import { errorCodes, Failure } from '../../../shared/contract/result.ts';
import { type SubjectTable, subjectTables } from '../../../shared/exchange/columns/subjectKinds.ts';
import type { RowSubject } from '../../../shared/exchange/importFields.ts';
import type { ImportOutcome } from '../../../shared/exchange/records/mapTable.ts';
import { checkRecords, checkRules, fixture, recordsWith } from './helpers.ts';
import { xlsxFile } from './xlsxFile.ts';

/** The whole number is for whoever changes a reader: FUZZ_FILES=20000; every run of the tests takes a part of it. */
const FILES = Number(process.env.FUZZ_FILES ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 20261121);
const LONGEST_MS = 5_000;
const MOST_MB = 1_200;

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const head = (name: string, bytes: number): Uint8Array => readFileSync(fixture(name)).subarray(0, bytes);
const chinese =
  '编号,项目名称,开始日期,预算（万元）,负责部门\nA-1,保单管理系统,2024-01-01,120,科技部\nA-2,理赔上线,2024年3月,"1,200",理赔部\n合计,,,1320,\n';
const book = xlsxFile([
  { name: 'Notes', rows: [['Read me first']] },
  {
    name: 'Projects',
    rows: [
      ['Portfolio'],
      ['ID', 'Project name', 'Start date', 'End date', 'Budget', 'Owner'],
      ['P-1', 'Alpha', { n: 45292, s: 1 }, { n: 45657, s: 1 }, { n: 1200.5, s: 3 }, 'Claims'],
      ['P-2', 'Beta', { n: 45323, s: 5 }, null, { n: 0.5, s: 2 }, null],
      [
        'P-3',
        '保单',
        { xml: '<c r="@" t="e"><v>#REF!</v></c>' },
        null,
        { xml: '<c r="@"><f>SUM(E3)</f><v>3</v></c>' },
        'Sales',
      ],
    ],
    merges: ['A1:F1', 'F4:F5'],
  },
]);
const page = `<html><head><meta charset="utf-8"><style>.d {mso-number-format:"Short Date"}</style></head><body>
<table><caption>Notes</caption><tr><td>Read</td><td>me</td></tr><tr><td>first</td><td></td></tr></table>
<table border=1><caption>Projects</caption><col style="display:none">
<tr><th rowspan=2>ID</th><th rowspan=2>Project name</th><th colspan=2>Schedule</th><th rowspan=2>Budget</th></tr><tr><th>Start</th><th>End</th></tr>
<tr><td>P-1</td><td>Alpha<br>&amp; more</td><td class=d x:num="45292">1/1/24</td><td>2024-12-31</td><td rowspan="2">&euro;1,200</td></tr>
<tr style="display:none"><td>P-2<td><s>Beta</s><td colspan=2>tbd
<tr><td>P-3</td><td>保单 <table><tr><td>in</td><td>side</td></tr></table></td><td></td><td></td><td>5</td></tr></table></body></html>`;
const dataCell = (type: string, value: string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const xmlBook = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="Projects"><Table ss:ExpandedRowCount="4"><Row>${['ID', 'Project name', 'Start date', 'End date', 'Budget'].map((name) => dataCell('String', name)).join('')}</Row>
<Row ss:Index="3">${dataCell('Number', '1001')}${dataCell('String', 'Alpha')}${dataCell('DateTime', '2024-01-15T00:00:00.000', ' ss:StyleID="d"')}${dataCell('Number', '45657', ' ss:StyleID="d"')}${dataCell('Number', '1200.5', ' ss:MergeDown="1"')}</Row>
<Row>${dataCell('Number', '1002')}${dataCell('String', 'Beta')}${dataCell('Error', '#REF!', ' ss:Index="4"')}</Row></Table></Worksheet></Workbook>`;
const corpus: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'australia.csv', bytes: head('australia-2026.csv', 6_000) },
  { name: 'canada.csv', bytes: head('canada-2019.csv', 5_000) },
  { name: 'uk.csv', bytes: head('uk-2021.csv', 9_000) },
  { name: 'jira.csv', bytes: head('jira-epics.csv', 9_000) },
  { name: 'plan.xml', bytes: head('claims-renewal.xml', 9_000) },
  { name: 'gb18030.csv', bytes: iconv.encode(chinese, 'gb18030') },
  { name: 'utf16.tsv', bytes: iconv.encode(chinese.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }) },
  { name: 'old.csv', bytes: strToU8(chinese.replaceAll('\n', '\r')) },
  {
    name: 'across.csv',
    bytes: strToU8(
      'Project name,Alpha,Beta,Gamma\nStart date,2024-01-01,2024-02-01,2024-03-01\nBudget,100,200,300\nOwner,Ann,Bob,Cy\nEnd date,2025-01-01,2025-02-01,2025-03-01\n',
    ),
  },
  { name: 'book.xlsx', bytes: book },
  { name: 'page.xls', bytes: strToU8(page) },
  { name: 'book.xls', bytes: strToU8(xmlBook) },
  {
    name: 'portfolio.json',
    bytes: readFileSync(new URL('../../fixtures/exchange/version-1.json', import.meta.url)),
  },
];

const SPICES = [
  '"',
  '""""""',
  '","',
  '\r',
  '\n\n\n',
  '\t',
  ';',
  '\u0000',
  '\ufeff',
  '\ud800',
  '<',
  '>',
  '&boom;',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY a "aaaa">]>',
  '<a>'.repeat(200),
  '{"__proto__":{"polluted":1}}',
  '__proto__',
  'constructor',
  '[['.repeat(5_000),
  '{"a":'.repeat(5_000),
  '=1+1',
  '#REF!',
  '-1e999',
  '99999999999999999999',
  '0x7fffffff',
  '1900-02-29',
  '31.12.9999',
  'x'.repeat(70_000),
  '"'.repeat(2_001),
  ','.repeat(3_000),
  '𠀀'.repeat(50),
  '总计',
  'Total',
  'A1:XFD1048576',
  'NaN',
  '-0',
];

type Random = () => number;
const below = (random: Random, most: number): number => Math.floor(random() * most);

/** Changes bytes in one to four ways. */
function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let times = 1 + below(random, 4); times > 0; times -= 1) {
    const at = below(random, changed.length + 1);
    const length = below(random, Math.max(1, Math.min(400, changed.length - at)));
    switch (below(random, 6)) {
      case 0:
        for (let n = 1 + below(random, 20); n > 0 && changed.length > 0; n -= 1)
          changed[below(random, changed.length)] = below(random, 256);
        break;
      case 1:
        changed = changed.subarray(0, at) as typeof changed;
        break;
      case 2:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
        break;
      case 3:
        changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]);
        break;
      default: {
        const spice = Buffer.from(SPICES[below(random, SPICES.length)] ?? '');
        changed = Buffer.concat([changed.subarray(0, at), spice, changed.subarray(at)]);
      }
    }
  }
  return changed;
}

/** Changes a part inside an archive and packs it again: most changes of the archive itself end at its directory. */
function mutateInside(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[below(random, names.length)] ?? '';
  return zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(), random) });
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A changed header can make the rows of a list something else than initiatives. */
const tableOf = (subject: RowSubject = 'initiatives'): 'initiative' | SubjectTable =>
  subject === 'initiatives' ? 'initiative' : subjectTables[subject];

/** An outcome is whole: every row is accounted for, and nothing refers to what neither exists nor comes in. */
function expectWhole({ changes, report }: ImportOutcome): void {
  const { rows, created, updated, unchanged, skipped, refused } = report;
  expect(rows).toBe(created + updated + unchanged + skipped.length + refused.length);
  const table = tableOf(report.of);
  const added = changes.add[table]?.length ?? 0;
  if (table === 'initiative') expect(added).toBe(created);
  // What a tree lacks above its rows is made besides.
  else expect(added).toBeGreaterThanOrEqual(created);
  const ids = new Set((changes.add.initiative ?? []).map(({ id }) => id));
  for (const list of [
    changes.add.phase,
    changes.add.release,
    changes.add.contribution,
    changes.add.engagement,
  ])
    for (const { initiativeId } of list ?? []) expect(ids.has(initiativeId)).toBe(true);
}

async function importOne(name: string, bytes: Uint8Array, checked: boolean): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const records = recordsWith();
  const portfolio = records.portfolio.portfolio;
  if (!portfolio) throw new Error('test records without a portfolio');
  let outcome: ImportOutcome;
  try {
    const preview = await previewFile({ path, fileName: name, plan: {}, portfolio, records });
    outcome = await readImport({ path, fileName: name, plan: preview.plan, records });
  } catch (error) {
    // Anything but a failure with a code of ours is a crash.
    if (!(error instanceof Failure)) throw error;
    expect(errorCodes).toContain(error.error.code);
    expect(error.error.code).not.toBe('internal');
    return error.error.code;
  }
  expectWhole(outcome);
  if (checked) checkRecords(outcome.changes);
  checkRules(records, outcome.changes);
  return 'imported';
}

describe('files that were changed at random', () => {
  test(`${FILES} of them neither crash nor hang nor come in half`, {
    timeout: 60_000 + FILES * 200,
  }, async () => {
    const random = randomFrom(SEED);
    const results = new Map<string, number>();
    const clean = Object.getOwnPropertyNames(Object.prototype).length;
    let longest = 0;
    for (let n = 0; n < FILES; n += 1) {
      const { name, bytes } = corpus[n % corpus.length] ?? { name: '', bytes: new Uint8Array() };
      const inside = name.endsWith('.xlsx') && random() < 0.8;
      const changed = inside ? mutateInside(bytes, random) : mutate(bytes, random);
      const began = process.cpuUsage();
      let result: string;
      try {
        result = await importOne(name, changed, n % 5 === 0);
      } catch (cause) {
        writeFileSync(join(tmpdir(), `throughline-fuzz-failed-${n}-${name}`), changed);
        throw new Error(`file ${n} of seed ${SEED} (${name})`, { cause });
      }
      const { user, system } = process.cpuUsage(began);
      longest = Math.max(longest, (user + system) / 1000);
      results.set(result, (results.get(result) ?? 0) + 1);
    }
    expect(longest).toBeLessThan(LONGEST_MS);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(clean);
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MB);
    // A test in which everything is refused would show nothing.
    expect(results.get('imported') ?? 0).toBeGreaterThan(FILES / 10);
    expect(results.size).toBeGreaterThan(4);
    if (process.env.FUZZ_FILES)
      console.info(
        JSON.stringify({
          files: FILES,
          longestCpuMs: Math.round(longest),
          maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
          results: Object.fromEntries(results),
        }),
      );
  });
});
