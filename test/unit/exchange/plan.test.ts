import { describe, expect, test } from 'vitest';
import { previewFile, readImport } from '../../../electron/core/importing/importFile.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { failureOf, fixture, importText, recordsWith, repairs, tempFile } from './helpers.ts';

describe('what is found by itself', () => {
  test('prose above a header in line 7, with line breaks in header cells', async () => {
    const list = await importText(
      'Portfolio report, spring 2026\nPrepared by: the office, for the board\n\n"All amounts, unless stated, in $ M"\n\n\n"Project\nname",Owner,"Planned\nstart",Budget ($ M)\nAlpha,Ann,01/10/2011,2.5\nBeta,Bob,25/12/2012,3\n',
    );
    expect(list.preview.plan).toMatchObject({ headerRow: 6, delimiter: ',', units: { '3': 'millions' } });
    expect(list.preview.prose).toEqual([
      'Portfolio report spring 2026',
      'Prepared by: the office for the board',
      'All amounts, unless stated, in $ M',
    ]);
    expect(list.preview.columns.map((column) => column.header)).toEqual([
      'Project name',
      'Owner',
      'Planned start',
      'Budget ($ M)',
    ]);
    expect(list.initiatives.map(({ startDate, budget }) => [startDate, budget])).toEqual([
      ['2011-10-01', 250_000_000],
      ['2012-12-25', 300_000_000],
    ]);
    // The header cells with line breaks take lines 7 to 9.
    expect(list.preview.sample[0]?.row).toBe(10);
  });

  test('tabs, pipes and semicolons', async () => {
    for (const delimiter of ['\t', '|', ';']) {
      const rows = [
        ['Name', 'Owner', 'Budget'],
        ['Alpha, the first', 'Ann', '5'],
        ['Beta, and more', 'Bob', '7'],
      ];
      const list = await importText(rows.map((row) => row.join(delimiter)).join('\n'));
      expect(list.preview.plan.delimiter).toBe(delimiter);
      expect(list.initiatives.map((initiative) => initiative.name)).toEqual([
        'Alpha, the first',
        'Beta, and more',
      ]);
    }
  });

  test('signs inside quoted texts are no delimiters', async () => {
    const text = `"${'one, two; three; '.repeat(30)}"`;
    const list = await importText(`Name,Description\nAlpha,${text}\nBeta,${text}\nGamma,${text}\n`);
    expect(list.preview.plan.delimiter).toBe(',');
    expect(list.initiatives.map((initiative) => initiative.name)).toEqual(['Alpha', 'Beta', 'Gamma']);
  });

  test('columns of one name are told apart, a column without a name has a number', async () => {
    const list = await importText('Name,Note,Note,,Budget\nA,x,y,z,5\nB,u,v,w,7\n');
    expect(list.initiatives[0]?.extra).toEqual({ Note: 'x', 'Note (2)': 'y', 'column 4': 'z' });
    expect(repairs(list).duplicateHeader).toBe(1);
  });

  test('one column may prove the order of days for another', async () => {
    const list = await importText('Name,Start,End\nA,01/02/2020,25/12/2020\nB,03/04/2020,26/12/2020\n');
    expect(list.initiatives.map((initiative) => initiative.startDate)).toEqual(['2020-02-01', '2020-04-03']);
    const american = await importText(
      'Name,Start,End,Budget (USD)\nA,01/02/2020,12/25/2020,5\n B,03/04/2020,12/26/2020,7\n',
    );
    expect(american.initiatives.map((initiative) => initiative.startDate)).toEqual([
      '2020-01-02',
      '2020-03-04',
    ]);
  });

  test('capabilities and partners in one cell, made once whatever their case', async () => {
    const list = await importText(
      'Initiative,Mode,Status,Capabilities,Vendors,Team,Programme\nA,product team,In progress,"Payments; Onboarding","ACME Inc; Beta  GmbH",Blue,One\nB,项目,已完成,payments,acme inc,blue,One\nC,hybrid,Amber-ish,,N/A,,\n',
    );
    const { add } = list.changes;
    expect(add.capability?.map((capability) => capability.name)).toEqual(['Payments', 'Onboarding']);
    expect(add.partner?.map((partner) => partner.name)).toEqual(['ACME Inc', 'Beta GmbH']);
    expect(add.team?.map((team) => team.name)).toEqual(['Blue']);
    expect(add.contribution?.map((contribution) => contribution.weight)).toEqual([0.5, 0.5, 1]);
    expect(list.initiatives.map(({ mode, stage, status }) => [mode, stage, status])).toEqual([
      ['product', 'active', null],
      ['project', 'done', null],
      ['project', null, 'Amber-ish'],
    ]);
    expect(list.initiatives[2]?.extra.Mode).toBe('hybrid');
    expect(list.report.unreadable).toMatchObject([{ row: 4, column: 'Mode', reason: 'not_a_mode' }]);
    expect(list.initiatives[0]?.collaborationGroup).toBe('One');
  });

  test('a decimal comma and a currency make an unknown word the budget; the only name is the summary', async () => {
    const list = await importText('Summary;Umfang\nAlpha;1.234,50 €\nBeta;12.000,00 €\n');
    expect(list.preview.columns.map(({ header, matched }) => [header, matched])).toEqual([
      ['Summary', 'name'],
      ['Umfang', 'values'],
    ]);
    expect(list.preview.plan.currency).toBe('EUR');
    expect(list.initiatives.map(({ name, budget }) => [name, budget])).toEqual([
      ['Alpha', 123_450],
      ['Beta', 1_200_000],
    ]);
  });

  test('a Chinese list with a title, totals and a note', async () => {
    const list = await importText(
      '2026年IT项目清单\n单位：信息部\n序号,项目名称,项目负责人,状态,开始时间,计划完成时间,预算金额（万元）,供应商\n1,客户门户,李明,进行中,2024.3.1,2025年6月,"1,200.5",用友、金蝶\n2,数据中台,王芳,已完成,2023.5.12,2024年底,800,待定\n合计,,,,,,"2,000.5",\n注：以上金额含税\n',
    );
    expect(list.preview.prose).toEqual(['2026年IT项目清单', '单位：信息部', '注：以上金额含税']);
    expect(list.report.skipped.map(({ reason }) => reason)).toEqual(['total', 'footnote']);
    expect(list.report.sums).toEqual({ budget: 2_000_500_000, currency: 'CNY' });
    expect(list.initiatives.map(({ stage, startDate, endDate }) => [stage, startDate, endDate])).toEqual([
      ['active', '2024-03-01', '2025-06-30'],
      ['done', '2023-05-12', '2024-12-31'],
    ]);
    expect(list.changes.add.partner?.map((partner) => partner.name)).toEqual(['用友', '金蝶']);
  });

  test('a comma separates names only where its parts stand alone elsewhere', async () => {
    const split = await importText('Name,Capabilities\nA,"Payments, Onboarding"\nB,Payments\nC,Onboarding\n');
    expect(split.changes.add.capability).toHaveLength(2);
    const whole = await importText('Name,Suppliers\nA,"MYTHICS, INC"\nB,"GARTNER, INC."\n');
    expect(whole.changes.add.partner?.map((partner) => partner.name)).toEqual([
      'MYTHICS, INC',
      'GARTNER, INC.',
    ]);
  });
});

describe('what the person decides', () => {
  test('a changed plan is followed by preview and run alike', async () => {
    const text = 'Title,Code name,When,Cost\nA,Alpha,01/02/2020,5\nB,Beta,03/04/2020,7\n';
    const list = await importText(text, {
      columns: { name: 1, startDate: 2, budget: 3 },
      dateOrders: { '2': 'monthFirst' },
      units: { '3': 'thousands' },
      currency: 'EUR',
      defaultMode: 'product',
    });
    // What the person chose as the list would have been read anyway still says so.
    expect(list.preview.columns.map((column) => column.matched)).toEqual([null, 'chosen', 'chosen', 'name']);
    expect(
      list.initiatives.map(({ name, startDate, budget, mode }) => [name, startDate, budget, mode]),
    ).toEqual([
      ['Alpha', '2020-01-02', 500_000, 'product'],
      ['Beta', '2020-03-04', 700_000, 'product'],
    ]);
    expect(list.changes.update.portfolio).toMatchObject([{ currency: 'EUR' }]);
  });

  test('without a name column the preview stands and expects every row to be refused', async () => {
    const path = tempFile('list.csv', 'Title,Cost\nA,5\nB,7\n');
    const records = recordsWith();
    const portfolio = records.portfolio.portfolio;
    if (!portfolio) throw new Error('no portfolio');
    const preview = await previewFile({
      path,
      fileName: 'list.csv',
      plan: { columns: { budget: 1 } },
      portfolio,
      records,
    });
    expect(preview.expected).toMatchObject({ created: 0, refused: 2 });
    expect(
      await failureOf(readImport({ path, fileName: 'list.csv', plan: preview.plan, records })),
    ).toMatchObject({ code: 'no_name_column' });
  });

  test('progress is told, the event loop gets its turn, and a wish to stop is heard', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `P${index},Project ${index},${index}`);
    const path = tempFile('long.csv', `Id,Name,Budget\n${rows.join('\n')}\n`);
    const seen: number[] = [];
    const turns = { count: 0 };
    const timer = setInterval(() => {
      turns.count += 1;
    }, 1);
    await readImport({
      path,
      fileName: 'long.csv',
      plan: {},
      records: recordsWith(),
      onProgress: (stage, done) => stage === 'mapping' && seen.push(done),
    });
    clearInterval(timer);
    expect(seen.at(-1)).toBe(20_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(turns.count).toBeGreaterThan(1);
    let asked = 0;
    const stopped = readImport({
      path,
      fileName: 'long.csv',
      plan: {},
      records: recordsWith(),
      isCancelled: () => {
        asked += 1;
        return asked > 2;
      },
    });
    expect(await failureOf(stopped)).toMatchObject({ code: 'cancelled', place: { file: 'long.csv' } });
  });

  test('a wish to stop is heard while the rows of a long refresh are still being matched', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `P${index},Project ${index},${index}`);
    const path = tempFile('long.csv', `Id,Name,Budget\n${rows.join('\n')}\n`);
    const list = { path, fileName: 'long.csv', plan: {} };
    const first = await readImport({ ...list, records: recordsWith() });
    const records = afterImport(recordsWith(), first.changes);
    const seen: number[] = [];
    const stopped = readImport({
      ...list,
      records,
      onProgress: (stage, done) => stage === 'mapping' && seen.push(done),
      isCancelled: () => seen.length >= 3,
    });
    expect(await failureOf(stopped)).toMatchObject({ code: 'cancelled', place: { file: 'long.csv' } });
    expect(new Set(seen)).toEqual(new Set([0]));
  });
});

describe('reading a list again', () => {
  test('next year’s list updates what it knows, adds what is new and leaves what it does not say', async () => {
    const first = await importText('Id,Name,Budget,Owner,Note\n1,Alpha,5,Ann,x\n2,Beta,7,Bob,y\n');
    const records = afterImport(recordsWith(), first.changes);
    const next = await importText(
      'Id,Name,Budget,Owner,Note\n1,Alpha Plus,6,N/A,x\n2,Beta,7,Bob,y\n3,Gamma,9,Cy,z\n',
      {},
      records,
    );
    expect(next.report).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const [alpha] = next.changes.update.initiative ?? [];
    expect(alpha).toMatchObject({
      id: first.initiatives[0]?.id,
      name: 'Alpha Plus',
      budget: 600,
      owner: 'Ann',
    });
  });

  test('without ids a unique name is known again, an ambiguous one is not', async () => {
    const first = await importText('Name,Budget\nAlpha,5\nSame,6\nSame,7\n');
    const records = afterImport(recordsWith(), first.changes);
    const again = await importText('Name,Budget\nAlpha,5\nSame,8\nOther,1\n', {}, records);
    expect(again.report).toMatchObject({ created: 2, updated: 0, unchanged: 1 });
  });

  test('an id that the portfolio does not know is not taken for another of the same name', async () => {
    const first = await importText('Id,Name\n1,Alpha\n2,Beta\n');
    const records = afterImport(recordsWith(), first.changes);
    expect((await importText('Id,Name\n7,Alpha\n2,Beta\n', {}, records)).report).toMatchObject({
      created: 1,
      unchanged: 1,
    });
  });

  test('a new start past the known end is not written', async () => {
    const first = await importText(
      'Id,Name,Start,End\n1,Alpha,2020-01-01,2020-12-31\n2,Beta,2020-01-01,2020-12-31\n',
    );
    const records = afterImport(recordsWith(), first.changes);
    const next = await importText('Id,Name,Start\n1,Alpha,2021-06-01\n2,Beta,2020-02-01\n', {}, records);
    expect(next.report.unreadable).toMatchObject([{ row: 2, column: 'Start', reason: 'end_before_start' }]);
    expect(next.changes.update.initiative?.map(({ name, startDate }) => [name, startDate])).toEqual([
      ['Alpha', '2020-01-01'],
      ['Beta', '2020-02-01'],
    ]);
  });

  test('known capabilities and partners are used, not made again', async () => {
    const first = await importText(
      'Id,Name,Capabilities,Vendors\n1,A,110-Health,ACME\n2,B,402-Finance,ACME\n',
    );
    const records = afterImport(recordsWith(), first.changes);
    const next = await importText(
      'Id,Name,Capabilities,Vendors\n3,C,110-Health,acme\n4,D,753-Health,Other\n',
      {},
      records,
    );
    expect(next.changes.add.capability?.map(({ code, name }) => [code, name])).toEqual([['753', 'Health']]);
    expect(next.changes.add.partner?.map((partner) => partner.name)).toEqual(['Other']);
    expect(next.changes.add.contribution).toHaveLength(2);
  });
});

test('fixtures are the bytes that were published', async () => {
  const { createHash } = await import('node:crypto');
  const { readFileSync } = await import('node:fs');
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(fixture(name)))
      .digest('hex')
      .slice(0, 12);
  expect(
    ['australia-2026.csv', 'canada-2019.csv', 'uk-2021.csv', 'hhs_projects.csv'].map(hash),
  ).toMatchInlineSnapshot(`
    [
      "bfc388471bda",
      "8f3a2098de58",
      "4fed606bf1c0",
      "ca458958d40f",
    ]
  `);
});
