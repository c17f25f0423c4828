import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { writeXlsx } from '../../../electron/core/exporting/writeXlsx.ts';
import type { TypedTable } from '../../../shared/exchange/typedTables.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Several megabytes of cells: many more pieces than are packed at once. */
const ROWS = 30_000;
const textAt = (row: number): string => `${row} 项目 & <${'x'.repeat(row % 90)}>`;
const table = (title: string, rowCount: number): TypedTable => ({
  ...{ table: 'initiative', title, header: ['Name', 'Budget'], currency: 'USD', rowCount },
  row: (at) => [
    { kind: 'text', value: textAt(at) },
    { kind: 'money', value: at },
  ],
});

describe('a workbook', () => {
  it('holds every row of a sheet that is packed in many pieces, and of the one after it, with right checksums', async () => {
    const path = join(folder, 'large.xlsx');
    const told: number[] = [];
    await writeXlsx(
      path,
      [table('Large', ROWS), table('Small', 2)],
      [],
      { title: 'Receipts', note: '', columns: [], mode: (mode) => mode },
      { title: '组合 & Co', language: 'zh-CN', madeAt: '2026-11-21T09:00:00.000Z' },
      (done) => told.push(done),
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
    expect(told).toEqual([1, 2]);
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
});
