import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { OnProgress } from '../../../electron/core/exporting/exportOrder.ts';
import { makeExport } from '../../../electron/core/exporting/makeExport.ts';
import type { ContentsWords } from '../../../electron/core/exporting/workbookWords.ts';
import { tableSheet, writeXlsx } from '../../../electron/core/exporting/writeXlsx.ts';
import { SEVEN_WASTES } from '../../../shared/analysis/figures.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { TypedTable } from '../../../shared/exchange/writing/typedTables.ts';
import { usualOptions } from '../../../shared/report/options.ts';
import { planState } from '../../../shared/report/states.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { exportParts } from '../../helpers/exportParts.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { reportOf } from '../../helpers/reportOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Several megabytes of cells: many more pieces than are packed at once. */
const ROWS = 30_000;
const textAt = (row: number): string => `${row} 项目 & <${'x'.repeat(row % 90)}>`;
const table = (title: string, rowCount: number): TypedTable => ({
  ...{ table: 'initiative', title, header: ['Name', 'Budget'], currency: 'USD', columns: [], rowCount },
  row: (at) => [
    { kind: 'text', value: textAt(at) },
    { kind: 'money', value: at },
  ],
});

const contents: ContentsWords = { title: 'Contents', notes: ['HHS'], columns: ['Sheet', 'Rows'] };
const about = { title: 'P', language: 'en-US', madeAt: '2026-11-21T09:00:00.000Z' };

describe('a workbook', () => {
  it('holds every row of a sheet that is packed in many pieces, and of the one after it, with right checksums', async () => {
    const path = join(folder, 'large.xlsx');
    const told: string[] = [];
    await writeXlsx(
      path,
      {
        sheets: [table('Large', ROWS), table('Small', 2)].map(tableSheet),
        ...{ contents, currency: 'USD' },
        about: { title: '组合 & Co', language: 'zh-CN', madeAt: '2026-11-21T09:00:00.000Z' },
      },
      (done, of) => told.push(`${done} of ${of}`),
    );
    const zip = await fromBufferPromise(readFileSync(path), { lazyEntries: true });
    const sheets = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      expect(crc32(bytes), entry.fileName).toBe(entry.crc32);
      sheets.set(entry.fileName, bytes.toString());
    }
    expect(told).toEqual(['1 of 2', '2 of 2']);
    const rowsOf = (sheet: number): readonly string[] =>
      [
        ...(sheets.get(`xl/worksheets/sheet${sheet}.xml`) ?? '').matchAll(
          /<t[^>]*>([^<]*)<\/t><\/is><\/c><c [^>]*><v>(\d+)/g,
        ),
      ].map(([, text, value]) => `${text} ${value}`);
    const expected = (count: number): readonly string[] =>
      Array.from(
        { length: count },
        (_, at) => `${textAt(at).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')} ${at}`,
      );
    expect(rowsOf(1)).toEqual(expected(ROWS));
    expect(rowsOf(2)).toEqual(expected(2));
    // Told apart by programs, and printed with their heads on every page.
    expect(sheets.get('docProps/core.xml')).toContain('<dc:title>组合 &amp; Co</dc:title>');
    expect(sheets.get('docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
    expect(sheets.get('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Small'!$1:$1</definedName>`,
    );
    for (const sheet of [1, 2])
      expect(sheets.get(`xl/worksheets/sheet${sheet}.xml`)).toMatch(
        /<pageSetUpPr fitToPage="1"\/>.*<pageSetup orientation="landscape" fitToHeight="0"\/>/s,
      );
  });

  it('of many sheets begins with one that lists them and leads to each', async () => {
    const path = join(folder, 'many.xlsx');
    const titles = ["Jo's", 'Contents', 'A', 'B', 'C', 'D', 'E', 'F'];
    await writeXlsx(
      path,
      {
        sheets: titles.map((title, at) => tableSheet(table(title, at))),
        ...{ contents, about, currency: 'USD' },
      },
      () => undefined,
    );
    const files = unzipSync(readFileSync(path));
    const part = (name: string): string => strFromU8(files[name]!);
    const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Contents', "Jo's", 'Contents 2', 'A', 'B', 'C', 'D', 'E', 'F']);
    const list = part('xl/worksheets/sheet1.xml');
    expect(list).toContain('<t>HHS</t>');
    expect(list).toContain(`<c r="A3" s="5" t="inlineStr"><is><t>Jo's</t></is></c><c r="B3"><v>0</v></c>`);
    const places = [...list.matchAll(/<hyperlink ref="(A\d+)" location="([^"]+)"\/>/g)].map(([, ref, to]) => [
      ref,
      to,
    ]);
    expect(places.slice(0, 2)).toEqual([
      ['A3', "'Jo''s'!A1"],
      ['A4', "'Contents 2'!A1"],
    ]);
    expect(places).toHaveLength(8);
  });
});

/** Columns of the sheet of receipts, counted from 0. */
const [UNIT, PARTS, INPUTS, ID] = [8, 10, 11, 13];

describe('the receipts of a workbook', () => {
  const records = sampleRecords();

  type Sheet = readonly (readonly string[])[];
  const made = new Map<string, ReturnType<typeof read>>();
  /** The sheets of receipts and of their inputs, row by row, each a cell by its column; made once for each language of the sample. */
  function sheets(language: 'en' | 'zh-CN', of: PortfolioRecords = records): ReturnType<typeof read> {
    if (of !== records) return read(language, of);
    const both = made.get(language) ?? read(language, of);
    made.set(language, both);
    return both;
  }
  const receipts = async (...of: Parameters<typeof sheets>): Promise<Sheet> => (await sheets(...of)).receipts;

  async function write(
    language: 'en' | 'zh-CN',
    of: PortfolioRecords,
    { receiptsThread = exportParts.receiptsThread, onProgress = (() => undefined) as OnProgress } = {},
  ): Promise<string> {
    const path = join(folder, `${language}.xlsx`);
    await makeExport(
      {
        states: { shown: planState(of), plan: of, ofPages: {}, snapshots: [], steps: [] },
        ...{ formats: ['xlsx'], options: usualOptions(language), stem: 'P', at: '2026-11-21T09:00:00.000Z' },
        ...{ path, ...exportParts, receiptsThread },
      },
      onProgress,
    );
    return path;
  }

  async function read(
    language: 'en' | 'zh-CN',
    of: PortfolioRecords,
  ): Promise<{ readonly receipts: Sheet; readonly inputs: Sheet; readonly needs: Sheet }> {
    const files = unzipSync(readFileSync(await write(language, of)));
    const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const rowsOf = (name: string): Sheet =>
      [
        ...strFromU8(files[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`]!).matchAll(
          /<row r="\d+">(.*?)<\/row>/gs,
        ),
      ].map(([, row]) => {
        const cells: string[] = Array.from({ length: 14 }, () => '');
        for (const [, column, cell] of row!.matchAll(/<c r="([A-N])\d+"[^>]*>(.*?)<\/c>/gs))
          cells[column!.charCodeAt(0) - 65] = cell!.replace(/<[^>]+>/g, '');
        return cells;
      });
    const words = reports[language];
    return {
      receipts: rowsOf(words['receipts.title']),
      inputs: rowsOf(words['inputs.title']),
      needs: rowsOf(words['needs.title']),
    };
  }

  it('add up to what the bill of the seven wastes says, and say what they are of in words', async () => {
    const [, head, ...rows] = await receipts('en');
    expect(head).toEqual([
      ...['Of', 'Figure', 'Mode', 'Runs so today', 'Value', 'Low (P10)', 'Middle (P50)', 'High (P90)'],
      ...['Unit', 'Formula', 'Parts', 'Inputs', 'Disputed', 'Id of the figure'],
    ]);
    const wanted = new Set(
      (['project', 'product'] as const).flatMap((mode) =>
        SEVEN_WASTES.map((waste) => `${mode}.waste.${waste}.pd`),
      ),
    );
    const own = rows.filter((row) => row[3] === 'yes' && wanted.has(row[ID]!));
    const sum = own.reduce((total, row) => total + Number(row[4]), 0);
    const bill = reportOf(records, { pages: ['wastes'] }).pages[0]!.table!;
    const days = bill.columns.findIndex(({ kind }) => kind === 'number');
    const total = bill.rows.find(([name]) => name?.text === 'The seven wastes')!;
    expect(sum).toBeGreaterThan(1);
    expect(sum).toBeCloseTo(Number(total[days]?.value), 3);
    expect(own[0]?.slice(1, 3)).toEqual([expect.stringMatching(/: person-days$/), 'Project']);
    expect(new Set(rows.map((row) => row[UNIT]))).toEqual(
      new Set(['months', 'USD', 'person-days', 'share', 'USD a month']),
    );
    // A range around every figure that the draws move, and every input in words.
    const handoffs = own.find((row) => row[ID] === 'project.waste.handoffs.pd')!;
    expect(Number(handoffs[5])).toBeLessThan(Number(handoffs[7]));
    expect(handoffs[PARTS]).toMatch(/^Phase \d+: .+ = [\d.,]+; /);
    expect(handoffs[INPUTS]).toMatch(/knowledge kept at a handoff = 50%; /);
    for (const row of rows) {
      expect(row[INPUTS], row[ID]).not.toMatch(/_|undefined|NaN|\{\{/);
      expect(row[PARTS], row[ID]).not.toMatch(/_|undefined|NaN|\{\{/);
    }
  });

  it('rest on inputs that stand once each, with where they come from, how sure they are, and their range', async () => {
    const { receipts: all, inputs } = await sheets('en');
    const [note, head, ...rows] = inputs;
    expect(note?.[0]).toMatch(/^What the figures of initiatives rest on/);
    expect(head?.slice(0, 10)).toEqual([
      ...['Of', 'Input', 'Value', 'Number', 'Lowest plausible', 'Highest plausible'],
      ...['Source', 'Evidence', 'Why disputed', 'Id of the input'],
    ]);
    const shared = rows.filter(([of]) => of === 'All that have no value of their own');
    expect(shared.find(([, input]) => input === 'knowledge kept at a handoff')?.slice(2, 10)).toEqual([
      ...['50%', '0.5', '0.2', '0.9', 'default', 'rule of thumb · H1'],
      ...['An assumption of practitioners; nobody has measured it.', 'handoff_retention'],
    ]);
    expect(rows.indexOf(shared.at(-1)!)).toBe(shared.length - 1);
    expect(new Set(shared.map((row) => row[6]))).toEqual(new Set(['default']));
    // Each once, and whatever a receipt names stands here with the same value.
    expect(new Set(rows.map((row) => `${row[0]} ${row[9]}`)).size).toBe(rows.length);
    const said = new Set(rows.map(([of, input, value]) => `${of}: ${input} = ${value}`));
    const named = all
      .slice(2)
      .flatMap((row) => row[INPUTS]!.split('; ').map((input) => [row[0], input] as const));
    expect(named.length).toBeGreaterThan(1000);
    expect(
      named.filter(
        ([of, input]) =>
          !said.has(`${of}: ${input}`) && !said.has(`All that have no value of their own: ${input}`),
      ),
    ).toEqual([]);
  });

  it('hold what is needed and the whole portfolio, each with its parts, which add up', async () => {
    const [, head, ...rows] = (await sheets('en')).needs;
    expect(head?.slice(0, 8)).toEqual([
      ...['Of', 'Figure', 'Value', 'Unit', 'Formula', 'Parts', 'Inputs', 'Id of the figure'],
    ]);
    const [VALUE, UNIT, PARTS, INPUTS, ID] = [2, 3, 5, 6, 7];
    const of = (name: string, id: string) => rows.find((row) => row[0] === name && row[ID] === id)!;
    const needed = rows.filter((row) => row[ID] === 'coverage.supply' && row[PARTS] !== '');
    expect(needed.length).toBeGreaterThan(5);
    for (const row of needed) {
      const parts = [...row[PARTS]!.matchAll(/ = \$([\d,]+)(?=; |$)/g)].map(([, part]) =>
        Number(part!.replaceAll(',', '')),
      );
      // Each part is written in whole units.
      const sum = parts.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - Number(row[VALUE])), row[0]).toBeLessThanOrEqual(parts.length / 2);
    }
    const name = needed[0]![0]!;
    const missing = of(name, 'coverage.gap');
    expect(missing[1]).toBe('Money missing');
    expect(missing[UNIT]).toBe('USD');
    expect(of(name, 'coverage.need')[INPUTS]).toMatch(
      /^importance = (not entered|\d of 5); current maturity = /,
    );
    const whole = of('The whole portfolio', 'portfolio.concentration');
    expect(whole[PARTS]).toMatch(/own people \([\d.,]+% of \$[\d,]+\) = [\d,.]+/);
  });

  it('are said to be computed first, and then the sheets to be written', async () => {
    const told: (readonly [stage: string, done: number, of: number])[] = [];
    const few = syntheticRecords({ initiatives: 3, capabilities: 1, seed: 4 });
    await write('en', few, { onProgress: (...step) => told.push(step) });
    const stages = told.map(([stage]) => stage);
    expect(new Set(stages)).toEqual(new Set(['computing', 'writing']));
    expect(stages.lastIndexOf('computing')).toBeLessThan(stages.indexOf('writing'));
    const shares = told.flatMap(([stage, done]) => (stage === 'computing' ? [done] : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(100);
    const [, done, of] = told.at(-1)!;
    expect(done).toBe(of);
  });

  it('fail with the thread that makes them', async () => {
    const receiptsThread = join(folder, 'none.worker.ts');
    await expect(write('en', records, { receiptsThread })).rejects.toThrow('none.worker.ts');
  });

  it('speak Chinese, with the same ids', async () => {
    const few = syntheticRecords({ initiatives: 3, capabilities: 1, seed: 4 });
    const [, head, ...rows] = await receipts('zh-CN', few);
    const [, , ...english] = await receipts('en', few);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.map((row) => row[ID])).toEqual(english.map((row) => row[ID]));
    const [first] = rows;
    expect(head?.[3]).toBe('目前方式');
    expect(first?.slice(1, 4)).toEqual(['客户首次获得价值', '项目', '是']);
    expect([first?.[UNIT], first?.[ID]]).toEqual(['月', 'project.time_to_first_value']);
    expect(first?.[INPUTS]).toContain(' = ');
    const [, , ...inputs] = (await sheets('zh-CN', few)).inputs;
    expect(inputs[0]?.[0]).toBe('所有没有自己取值的举措');
    expect(new Set(inputs.map((row) => row[6]))).toContain('默认值');
  });
});
