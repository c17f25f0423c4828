import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText, exportCsvZip } from '../../../electron/core/exporting/exportFile.ts';
import { newInitiative, newTeam } from '../../../shared/domain/defaults.ts';
import { type PortfolioRecords, recordSchemas, tableNames } from '../../../shared/domain/records.ts';
import { references } from '../../../shared/domain/references.ts';
import { harmless, unguarded } from '../../../shared/exchange/table/harmless.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { importText, recordsWith } from './helpers.ts';

const records = (): PortfolioRecords => ({
  ...recordsWith({ name: '组合', currency: 'CNY' }),
  team: { t: newTeam('t', '蓝队') },
  initiative: {
    a: {
      ...newInitiative('a', '客户门户，第一期', 'product'),
      teamId: 't',
      budget: 123456,
      stage: 'active',
      description: '=HYPERLINK("http://x","点我")',
    },
    b: { ...newInitiative('b', '-2+3', 'project'), budget: 700, description: 'say "hi",\nthen go' },
  },
  capability: {
    c: {
      id: 'c',
      parentId: null,
      position: 0,
      code: '110',
      name: 'Health',
      description: '',
      importance: 3,
      currentMaturity: null,
      targetMaturity: 4,
      neededMoney: null,
      ownerTeamId: 't',
      retired: false,
    },
  },
  contribution: { x: { id: 'x', initiativeId: 'a', capabilityId: 'c', weight: 0.25 } },
});

const files = (language: 'en' | 'zh-CN'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(exportCsvZip(records(), { language }))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]),
  );
const rows = (text: string | undefined): Record<string, string>[] => {
  if (text === undefined) throw new Error('no such file');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
};

describe('CSV tables', () => {
  test('one file a table, named and headed in the chosen language; empty tables are left out', () => {
    expect(Object.keys(files('en')).sort()).toEqual([
      'Capabilities.csv',
      'Contributions.csv',
      'Initiatives.csv',
      'Portfolio.csv',
      'Teams.csv',
    ]);
    expect(Object.keys(files('zh-CN'))).toContain('举措.csv');
    expect(rows(files('zh-CN')['举措.csv'])[0]).toMatchObject({
      名称: '客户门户，第一期',
      模式: '产品团队',
      进展阶段: '进行中',
      团队: '蓝队',
    });
  });

  test('Excel sees UTF-8: a byte order mark, CRLF, commas', () => {
    const text = files('en')['Initiatives.csv'] ?? '';
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const outside = text.replace(/"(?:[^"]|"")*"/g, '');
    expect(outside.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(outside.split('\r\n')).toHaveLength(4);
  });

  test('money is in whole units beside its currency; references are ids and names; unknown is empty', () => {
    const [a, b] = rows(files('en')['Initiatives.csv']);
    expect(a).toMatchObject({ Budget: '1234.56', Currency: 'CNY', 'Team id': 't', Team: '蓝队', Spent: '' });
    expect(b).toMatchObject({ Budget: '7', 'Team id': '', Team: '' });
    expect(rows(files('en')['Contributions.csv'])[0]).toMatchObject({
      Initiative: '客户门户，第一期',
      Capability: 'Health',
      'Share of effort': '0.25',
    });
  });

  test('cells that a spreadsheet would run are harmless, numbers stay numbers', () => {
    const [a, b] = rows(files('en')['Initiatives.csv']);
    expect(a?.Description).toBe(`'=HYPERLINK("http://x","点我")`);
    expect(b?.Name).toBe("'-2+3");
    expect(b?.Description).toBe('say "hi",\nthen go');
    for (const text of ['=1', '+1', '@x', '\tx', '\rx', '\n=1', '-x', '-1+1', '＝1+1', '＋1', '－x', '＠x'])
      expect([harmless(text), unguarded(harmless(text))]).toEqual([`'${text}`, text]);
    for (const text of ['-5', '-5.25', '-1e5', 'a=1', '', '1-1']) expect(harmless(text)).toBe(text);
    // What an import takes off is only what an export put there.
    for (const text of ["'tis", "'+1 and more'", "'", 'a', '']) expect(unguarded(text)).toBe(text);
  });

  test('every column of every table has a word in both languages', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const words: Readonly<Record<string, string>> = exporting[language];
      for (const table of tableNames) {
        expect(words[`table.${table}`], table).toBeTruthy();
        for (const field of Object.keys(recordSchemas[table].shape))
          expect(words[`column.${field}`], field).toBeTruthy();
        for (const { field } of references[table])
          expect(words[`column.${field.replace(/Id$/, 'Name')}`], field).toBeTruthy();
      }
      for (const { header } of portfolioTables(records(), language))
        expect(new Set(header).size).toBe(header.length);
    }
  });

  test('an exported list can be read again, in either language', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const table = portfolioTables(records(), language).find(({ table }) => table === 'initiative');
      if (!table) throw new Error('no table');
      const list = await importText(csvText(table), {}, recordsWith({ currency: 'CNY' }));
      expect(list.initiatives.map(({ name, mode, budget, stage }) => [name, mode, budget, stage])).toEqual([
        ['客户门户，第一期', 'product', 123456, 'active'],
        ['-2+3', 'project', 700, null],
      ]);
      expect(list.initiatives[0]?.description).toBe('=HYPERLINK("http://x","点我")');
    }
  });

  test('the same records give the same bytes', () => {
    expect(
      Buffer.from(exportCsvZip(records(), { language: 'en' })).equals(
        Buffer.from(exportCsvZip(records(), { language: 'en' })),
      ),
    ).toBe(true);
    expect(
      strFromU8(unzipSync(exportCsvZip(records(), { language: 'zh-CN' }))['团队.csv'] ?? new Uint8Array()),
    ).toContain('蓝队');
  });
});
