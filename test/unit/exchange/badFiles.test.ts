import { closeSync, ftruncateSync, openSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readImport } from '../../../electron/core/importing/importFile.ts';
import { failureOf, importPath, importText, recordsWith, repairs, tempFile } from './helpers.ts';

const bad = (path: string, name: string) => failureOf(importPath(path, name));

describe('files that are refused', () => {
  test('a picture named .csv', async () => {
    const png = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    expect(await bad(tempFile('photo.csv', png), 'photo.csv')).toMatchObject({
      code: 'file_binary',
      place: { file: 'photo.csv' },
    });
  });

  test('bytes that are no text of any kind', async () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
    expect(await bad(tempFile('noise.csv', noise), 'noise.csv')).toMatchObject({ code: 'file_binary' });
  });

  test.each([
    ['nothing at all', ''],
    ['only white space', ' \r\n\t\n '],
    ['only a byte order mark', '\ufeff'],
  ])('a file with %s', async (_, text) => {
    expect(await bad(tempFile('empty.csv', text), 'empty.csv')).toMatchObject({
      code: 'file_empty',
      place: { file: 'empty.csv' },
    });
  });

  test('a file of 200 MB, at once and unread', async () => {
    const path = tempFile('huge.csv', '');
    const handle = openSync(path, 'r+');
    ftruncateSync(handle, 200 * 1024 * 1024);
    closeSync(handle);
    const before = process.memoryUsage().arrayBuffers;
    expect(await bad(path, 'huge.csv')).toMatchObject({
      code: 'file_too_large',
      params: { bytes: 200 * 1024 * 1024 },
      place: { file: 'huge.csv' },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });

  test('more lines than a portfolio can have', async () => {
    expect(await bad(tempFile('lines.csv', `Name\n${'a\n'.repeat(500_001)}`), 'lines.csv')).toMatchObject({
      code: 'file_too_large',
    });
  });

  test('more columns than a list can have', async () => {
    for (const commas of [2_500, 5_000_000])
      expect(await bad(tempFile('wide.csv', `Name\nA${','.repeat(commas)}\n`), 'wide.csv')).toMatchObject({
        code: 'file_too_large',
        place: { file: 'wide.csv', row: 2 },
      });
  });

  test('a file that is not there, and a folder', async () => {
    expect(await bad('/nowhere/list.csv', 'list.csv')).toMatchObject({ code: 'file_missing' });
    expect(await bad('/tmp', 'tmp')).toMatchObject({ code: 'file_unreadable' });
  });

  test('a header without a row', async () => {
    expect(await bad(tempFile('h.csv', 'Name,Budget\n'), 'h.csv')).toMatchObject({ code: 'no_table_found' });
  });

  test('a list without a name column can be previewed, but not imported', async () => {
    const path = tempFile('numbers.csv', 'Budget,Spent\n1,2\n3,4\n');
    expect(
      await failureOf(readImport({ path, fileName: 'numbers.csv', plan: {}, records: recordsWith() })),
    ).toMatchObject({
      code: 'no_name_column',
      place: { file: 'numbers.csv', row: 1, field: 'name' },
    });
  });

  test('a list of the old Macintosh, with its own line ends and letters', async () => {
    const text = 'ID;Project name;Budget (£m)\rP-1;Café;£26.19m\rP-2;"Naïve\rlines";£1.5m\r';
    const list = await importText(iconv.encode(text, 'macintosh'));
    expect(list.preview.plan.encoding).toBe('macintosh');
    expect(list.initiatives.map(({ name, budget }) => [name, budget])).toEqual([
      ['Café', 2_619_000_000],
      ['Naïve lines', 150_000_000],
    ]);
    expect(list.report.sums.currency).toBe('GBP');
  });

  test('a list whose fields run down is turned', async () => {
    const text =
      'Project name,Alpha,Beta,Gamma\nStart date,2024-01-01,2024-02-01,2024-03-01\nEnd date,2025-01-01,2025-02-01,2025-03-01\nBudget,100,200,300\nOwner,Ann,Bob,Cy\n';
    const { initiatives, preview } = await importText(text);
    expect(preview.plan.turned).toBe(true);
    expect(initiatives.map(({ name, owner }) => [name, owner])).toEqual([
      ['Alpha', 'Ann'],
      ['Beta', 'Bob'],
      ['Gamma', 'Cy'],
    ]);
  });

  test('JSON that is not ours', async () => {
    expect(await bad(tempFile('x.json', '{"a":1}'), 'x.json')).toMatchObject({ code: 'unsupported_format' });
    expect(await bad(tempFile('x.json', '{"a":'), 'x.json')).toMatchObject({ code: 'unsupported_format' });
  });
});

describe('cells and rows that are not taken as they are', () => {
  test('a row without a name is refused with its line and column', async () => {
    const list = await importText('Project,Budget\nAlpha,5\n,7\nBeta,9\n');
    expect(list.report.refused).toEqual([{ row: 3, column: 'Project', reason: 'no_name' }]);
    expect(list.report).toMatchObject({ rows: 3, created: 2 });
  });

  test('2012-30-09 keeps its row, its text and its place', async () => {
    const list = await importText(
      'Name,Start date,End date\nAlpha,2012-01-01,2012-30-09\nBeta,2012-01-02,2012-12-31\n',
    );
    expect(list.report.unreadable).toEqual([
      { row: 2, column: 'End date', reason: 'not_a_date', value: '2012-30-09' },
    ]);
    expect(list.initiatives[0]).toMatchObject({ endDate: null, extra: { 'End date': '2012-30-09' } });
    expect(list.preview.sample[0]?.problems).toEqual({ endDate: 'not_a_date' });
    expect(repairs(list)).toMatchObject({ kept_as_text: 1 });
  });

  test('an end before its start becomes unknown, its text stays', async () => {
    const list = await importText(
      'Name,Start,End\nAlpha,2020-05-01,2019-05-01\nBeta,2020-05-01,2021-05-01\n',
    );
    expect(list.initiatives[0]).toMatchObject({
      startDate: '2020-05-01',
      endDate: null,
      extra: { End: '2019-05-01' },
    });
    expect(list.report.unreadable).toMatchObject([{ row: 2, column: 'End', reason: 'end_before_start' }]);
    expect(repairs(list).endBeforeStart).toBe(1);
  });

  test('negative money, ranges and foreign money are kept as text with their reason', async () => {
    const list = await importText(
      'Name,Budget (USD)\nA,"(1,200)"\nB,5-10m\nC,€500\nD,$300\nE,99999999999999999999\n',
    );
    expect(list.report.unreadable.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'negative_amount'],
      [3, 'amount_range'],
      [4, 'other_currency'],
      [6, 'amount_too_large'],
    ]);
    expect(list.initiatives[0]?.extra['Budget (USD)']).toBe('(1,200)');
    expect(list.initiatives[3]?.budget).toBe(30_000);
  });

  test('amounts in another currency than a portfolio that holds money are not added to it', async () => {
    const records = recordsWith({ currency: 'USD', dayRate: 100_000 });
    const list = await importText('Name,Budget\nA,£5\nB,£7\n', {}, records);
    expect(list.preview.plan.currency).toBe('GBP');
    expect(list.initiatives.map((initiative) => initiative.budget)).toEqual([null, null]);
    expect(list.report.unreadable.map(({ reason }) => reason)).toEqual(['other_currency', 'other_currency']);
    expect(list.changes.update.portfolio).toBeUndefined();
  });

  test('blank rows, totals, duplicates and notes are skipped with their reason', async () => {
    const list = await importText(
      'Id,Project,Owner,Budget\n1,Alpha,Ann,5\n,,,\n2,Beta,Bob,7\n1,Alpha,Ann,5\n,Total,,12\nSource: the finance office; figures as of May.\n',
    );
    expect(list.report.skipped).toEqual([
      { row: 3, reason: 'blank' },
      { row: 5, reason: 'duplicate' },
      { row: 6, reason: 'total' },
      { row: 7, reason: 'footnote' },
    ]);
    expect(list.report).toMatchObject({ rows: 6, created: 2, refused: [] });
    expect(list.preview.prose).toEqual(['Source: the finance office; figures as of May.']);
  });

  test('a project whose name starts with Total is not a total', async () => {
    const list = await importText('Project,Owner,Budget\nTotal Asset Visibility,Ann,5\nBeta,Bob,7\n');
    expect(list.report).toMatchObject({ created: 2, skipped: [] });
  });

  test('a shifted row is moved back, and a cell past the last column is kept', async () => {
    const list = await importText(
      'Project,Owner,Start,End,Budget\nA,Ann,2020-01-01,2021-01-01,5\n,B,Bob,2020-02-01,2021-02-01,7\nC,Cy,2020-03-01,2021-03-01,9,stray\nE,Ed,2020-03-01,2021-03-01,9\nF,Flo,2020-03-01,2021-03-01,9\nG,Gus,2020-03-01,2021-03-01,9\nH,Hal,2020-03-01,2021-03-01,9\nI,Ida,2020-03-01,2021-03-01,9\nJ,Jo,2020-03-01,2021-03-01,9\nK,Kim,2020-03-01,2021-03-01,9\nL,Lou,2020-03-01,2021-03-01,9\n',
    );
    expect(repairs(list).shiftedRow).toBe(1);
    expect(list.initiatives[1]).toMatchObject({
      name: 'B',
      owner: 'Bob',
      startDate: '2020-02-01',
      endDate: '2021-02-01',
      budget: 700,
    });
    expect(list.initiatives[2]?.extra).toEqual({ 'column 6': 'stray' });
    expect(list.report.unreadable).toEqual([
      { row: 4, column: 'column 6', reason: 'beyond_header', value: 'stray' },
    ]);
  });

  test('unbalanced quotes break one row, not the rest of the file', async () => {
    const list = await importText(
      'Name,Owner,Budget\nAlpha,"Ann,5\nBeta,"Bob, B.",7\nGamma,Cy,9\n"Del"ta",Di,11\n',
    );
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
      'Del"ta',
    ]);
    expect(list.initiatives.map((initiative) => initiative.budget)).toEqual([500, 700, 900, 1100]);
    expect(list.initiatives[1]?.owner).toBe('Bob, B.');
    expect(repairs(list).quotes).toBe(1);
  });

  test('line ends of all kinds in one file, also inside a cell; rows keep their line numbers', async () => {
    const list = await importText(
      'Name,Description,Start\r\nAlpha,"one\r\ntwo\rthree",2020-01-01\nBeta,x,2020-30-01\r\n,y,\r',
    );
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual(['Alpha', 'Beta']);
    expect(list.initiatives[0]?.description).toBe('one\ntwo\nthree');
    expect(list.report.unreadable[0]?.row).toBe(5);
    expect(list.report.refused[0]?.row).toBe(6);
  });

  test('texts longer than a field are cut, and kept whole beside it', async () => {
    const long = 'x'.repeat(600);
    const list = await importText(
      `Name,Owner,Description\n${long},Ann,${'d'.repeat(250_000)}\nBeta,Bob,short\n`,
    );
    expect(list.initiatives[0]?.name).toHaveLength(500);
    expect(list.initiatives[0]?.extra.Name).toBe(long);
    expect(Object.values(list.initiatives[0]?.extra ?? {}).join('')).toHaveLength(600 + 250_000);
    expect(list.report.unreadable.map(({ reason }) => reason)).toEqual(['too_long', 'too_long']);
  });
});

describe('encodings', () => {
  const text =
    '项目名称,负责部门,开始日期,预算（万元）\n客户门户改造,信息技术部,2024年3月1日,350\n数据中台建设,数据部,2024年5月,1200\n智能客服“小安”,客户服务部,2025/1/15,88.5\n';
  test.each(['utf8', 'utf-16le', 'utf-16be', 'gb18030'])('%s', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    const list = await importText(bytes);
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual([
      '客户门户改造',
      '数据中台建设',
      '智能客服“小安”',
    ]);
    expect(list.preview.plan.currency).toBe('CNY');
    expect(list.initiatives.map((initiative) => initiative.budget)).toEqual([
      350_000_000, 1_200_000_000, 88_500_000,
    ]);
    expect(list.initiatives.map((initiative) => initiative.startDate)).toEqual([
      '2024-03-01',
      '2024-05-01',
      '2025-01-15',
    ]);
    expect(list.initiatives[0]?.owner).toBe('信息技术部');
  });

  test('UTF-16 without a byte order mark', async () => {
    const list = await importText(iconv.encode('Name,Budget\nAlpha,5\nBeta,7\n', 'utf-16le'));
    expect(list.preview.plan.encoding).toBe('utf-16le');
    expect(list.report.created).toBe(2);
  });

  test('cp1252 with a byte that it does not define', async () => {
    const bytes = Buffer.concat([
      iconv.encode('Name;Budget\nCafé “Zürich”;£5\nBeta;£7\n', 'cp1252'),
      Buffer.from([0x47, 0x81, 0x3b, 0x39, 0x0a]),
    ]);
    const list = await importText(bytes);
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual([
      'Café “Zürich”',
      'Beta',
      'G\ufffd',
    ]);
    expect(repairs(list).encoding).toBe(1);
  });

  test('the person can overrule the encoding', async () => {
    const bytes = iconv.encode('Name;Budget\nПроект;5\nДругой;7\n', 'windows-1251');
    const list = await importText(bytes, { encoding: 'windows-1251' });
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual(['Проект', 'Другой']);
    expect(await failureOf(importText(bytes, { encoding: 'klingon' }))).toMatchObject({
      code: 'invalid_input',
    });
  });
});
