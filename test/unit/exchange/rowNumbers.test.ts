import { describe, expect, test } from 'vitest';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { importPath, importText, importTogether, recordsWith, tempFile } from './helpers.ts';
import { lines } from './listCases.ts';
import { xlsxFile } from './xlsxFile.ts';

const idsOf = async (...all: readonly string[]): Promise<readonly unknown[]> =>
  (await importText(lines(...all))).initiatives.map(({ externalId, name }) => [externalId, name]);

describe('numbers that only count the rows', () => {
  test('tie nothing to what stood in their place a year before', async () => {
    const records = recordsWith({ currency: 'CNY' });
    const before = await importText(
      lines(
        '信息化项目清单（2025年）,,,,',
        '序号,项目名称,牵头单位,总投资（万元）,状态',
        '1,智慧水务平台,水务局,1200,建设中',
        '2,一网通办升级,政务服务局,860,建设中',
        '3,医保结算系统,医保局,2450,规划中',
        '4,城市大脑二期,大数据局,5300,规划中',
        '合计,,,9810,',
      ),
      {},
      records,
    );
    expect(before.report.created).toBe(4);
    expect(before.report.sums.budget).toBe(9_810_000_000);
    expect(before.initiatives.map(({ externalId, extra }) => [externalId, extra.序号])).toEqual([
      [null, '1'],
      [null, '2'],
      [null, '3'],
      [null, '4'],
    ]);
    expect(before.report.notes).toContainEqual({ what: 'rowNumbersLeft', count: 1, examples: ['序号'] });

    const after = afterImport(records, before.changes);
    const next = await importText(
      lines(
        '信息化项目清单（2026年）,,,,',
        '序号,项目名称,牵头单位,总投资（万元）,状态',
        '1,一网通办升级,政务服务局,900,已完成',
        '2,医保结算系统,医保局,2450,建设中',
        '3,低空经济监管平台,交通局,1800,规划中',
        '4,城市大脑二期,大数据局,5300,建设中',
      ),
      {},
      after,
    );
    const nameOf = (id: string): string | undefined => after.initiative[id]?.name;
    expect(next.initiatives.map(({ name }) => name)).toEqual(['低空经济监管平台']);
    expect((next.changes.update.initiative ?? []).map(({ id, name }) => [nameOf(id), name])).toEqual([
      ['一网通办升级', '一网通办升级'],
      ['医保结算系统', '医保结算系统'],
      ['城市大脑二期', '城市大脑二期'],
    ]);
    expect(next.report.vanished?.map(({ name }) => name)).toEqual(['智慧水务平台']);
  });

  test.each([
    '#',
    'No.',
    'S.No',
    'S/N',
    'Nr.',
    'Lfd. Nr.',
    'Sr No',
    'Sl. No.',
    'No',
    '编号',
    '連番',
    '순번',
    '序号 / No.',
  ])('are no ids under "%s"', async (header) => {
    expect(
      await idsOf(
        `${header},Project name,Owner,Budget`,
        '1,Portal,Ann,100',
        '2,Ledger,Bob,200',
        '3,Search,Cy,50',
      ),
    ).toEqual([
      [null, 'Portal'],
      [null, 'Ledger'],
      [null, 'Search'],
    ]);
  });

  test('are none where they begin anew below each heading, and in a workbook', async () => {
    expect(
      await idsOf(
        'S.No,Project,Department,Cost (Rs. in lakhs)',
        'A. Ongoing projects,,,',
        '1,e-Office,Revenue,120',
        '2,Land records,Revenue,450',
        'B. New projects,,,',
        '1,Tele-medicine,Health,300',
        '2,Smart meters,Energy,900',
        'Total,,,1770',
      ),
    ).toEqual([
      [null, 'e-Office'],
      [null, 'Land records'],
      [null, 'Tele-medicine'],
      [null, 'Smart meters'],
    ]);
    const path = tempFile(
      'list.xlsx',
      xlsxFile([
        {
          name: 'Vorhaben',
          rows: [
            ['Lfd. Nr.', 'Vorhaben', 'Amt', 'Kosten (T€)'],
            [1, 'E-Akte', 'Hauptamt', 420],
            [2, 'Serviceportal', 'Bürgeramt', 185],
            ['', 'Glasfaser Schulen', 'Schulamt', 960],
            [3, 'Kita-Portal', 'Jugendamt', 75],
          ],
        },
      ]),
    );
    const list = await importPath(path, 'list.xlsx');
    expect(list.initiatives.map(({ externalId }) => externalId)).toEqual([null, null, null, null]);
    expect(list.report.sums).toEqual({ budget: 164_000_000, currency: 'EUR' });
  });

  test('leave the id to the column that is one', async () => {
    const list = await importText(
      lines(
        'No.,Project Code,Project Name,Budget',
        '1,IT-0230,Portal,100',
        '2,IT-0114,Ledger,200',
        '3,IT-0777,Search,50',
      ),
    );
    expect(list.initiatives.map(({ externalId, extra }) => [externalId, extra['No.']])).toEqual([
      ['IT-0230', '1'],
      ['IT-0114', '2'],
      ['IT-0777', '3'],
    ]);
    expect((list.report.notes ?? []).map(({ what }) => what)).not.toContain('rowNumbersLeft');
  });

  test('are the id where a person says so', async () => {
    const text = lines('序号,项目名称,预算', '1,门户,100', '2,账本,200');
    const list = await importText(text, { columns: { externalId: 0, name: 1, budget: 2 } });
    expect(list.initiatives.map(({ externalId }) => externalId)).toEqual(['1', '2']);
    expect(list.report.notes ?? []).toEqual([]);
  });

  test.each([
    ['do not run on', ['3', '17', '204']],
    ['have a gap, as numbers have that were given once', ['1', '2', '4']],
    ['are codes', ['P-1', 'P-2', 'P-3']],
    ['say a place in a tree that has gaps', ['1', '1.1', '1.3']],
    ['run down', ['3', '2', '1']],
    ['begin elsewhere', ['101', '102', '103']],
  ])('are ids where they %s', async (_, ids) => {
    const names = ['Portal', 'Ledger', 'Search'];
    expect(
      await idsOf(
        'No.,Project,Owner,Budget',
        ...ids.map((id, index) => `${id},${names[index]},Ann,${index}`),
      ),
    ).toEqual(ids.map((id, index) => [id, names[index]]));
  });

  test('are ids where their column says that they belong to the projects', async () => {
    expect(await idsOf('Project ID,Project,Budget', '1,Portal,5', '2,Ledger,7')).toEqual([
      ['1', 'Portal'],
      ['2', 'Ledger'],
    ]);
  });
});

test('numbers that another list names are ids', async () => {
  const { initiatives, changes, report } = await importTogether([
    ['projects.csv', lines('No.,Project name,Owner,Budget', '1,Portal,Ann,100', '2,Ledger,Bob,200')],
    [
      'activities.csv',
      lines(
        'Project No.,Activity,Start,End,Cost',
        '1,Design,2025-01-01,2025-03-31,40',
        '1,Build,2025-04-01,2025-09-30,60',
        '2,Build,2025-02-01,2025-08-31,200',
      ),
    ],
  ]);
  expect(initiatives.map(({ externalId, name }) => [externalId, name])).toEqual([
    ['1', 'Portal'],
    ['2', 'Ledger'],
  ]);
  const nameOf = new Map(initiatives.map(({ id, name }) => [id, name]));
  expect((changes.add.phase ?? []).map(({ initiativeId, name }) => [nameOf.get(initiativeId), name])).toEqual(
    [
      ['Portal', 'Design'],
      ['Ledger', 'Build'],
      ['Portal', 'Build'],
    ],
  );
  expect(report.tables?.map(({ created, sum }) => [created, sum])).toEqual([[3, 30_000]]);
});

test('a list of capabilities is not known again by the numbers of its rows, but by codes that others name', async () => {
  const codes = async (...all: readonly string[]) =>
    ((await importText(lines(...all))).changes.add.capability ?? []).map(({ code, name }) => [code, name]);
  expect(
    await codes(
      'No.,Business capability,Importance,Current maturity',
      '1,Pricing,5,2',
      '2,Claims,4,3',
      '3,Payments,3,3',
    ),
  ).toEqual([
    [null, 'Pricing'],
    [null, 'Claims'],
    [null, 'Payments'],
  ]);
  expect(
    await codes(
      'No.,Business capability,Parent,Importance',
      '1,Customers,,5',
      '2,Pricing,1,4',
      '3,Claims,1,3',
    ),
  ).toEqual([
    ['1', 'Customers'],
    ['2', 'Pricing'],
    ['3', 'Claims'],
  ]);
});

describe('a portfolio whose ids were the numbers of rows', () => {
  const header = 'No.,Project,Owner,Budget';
  const before = [
    '1,Claims portal,Ann,100',
    '2,Broker desk,Bob,200',
    '3,Data lake,Cy,300',
    '4,Mobile app,Di,400',
  ];
  const mapped = { columns: { externalId: 0, name: 1, owner: 2, budget: 3 } };
  const numbered = async () => {
    const records = recordsWith();
    return afterImport(records, (await importText(lines(header, ...before), mapped, records)).changes);
  };
  /** What each record is called and holds after a list, by the name that it had. */
  const refreshed = async (text: string, plan: Parameters<typeof importText>[1]) => {
    const records = await numbered();
    const list = await importText(text, plan, records);
    const now = afterImport(records, list.changes);
    const of = Object.values(records.initiative).map(({ id, name }) => {
      const each = now.initiative[id];
      return [name, each?.name, each?.externalId, (each?.budget ?? 0) / 100];
    });
    return { of, list };
  };
  const inserted = lines(
    header,
    '1,Fraud engine,Ed,50',
    '2,Claims portal,Ann,110',
    '3,Broker desk,Bob,210',
    '4,Data lake (phase 2),Cy,310',
    '5,Mobile app,Di,410',
  );

  test('keeps each initiative where a row was put in above, by a mapping kept from then', async () => {
    const { of, list } = await refreshed(inserted, mapped);
    expect(of).toEqual([
      ['Claims portal', 'Claims portal', '2', 110],
      ['Broker desk', 'Broker desk', '3', 210],
      // Its new number was that of another: whether it is this one is asked.
      ['Data lake', 'Data lake', '3', 300],
      ['Mobile app', 'Mobile app', '5', 410],
    ]);
    expect(list.initiatives.map(({ name }) => name)).toEqual(['Fraud engine', 'Data lake (phase 2)']);
    const rows = new Map(list.preview.refresh?.rows.map((row) => [row.name, row]));
    expect(rows.get('Data lake (phase 2)')).toMatchObject({ sure: 'doubtful' });
    expect(rows.get('Data lake (phase 2)')?.candidates[0]?.name).toBe('Data lake');
    expect(rows.get('Claims portal')).toMatchObject({
      sure: 'sure',
      candidates: [{ why: ['name'], against: ['id'] }],
    });
  });

  test('keeps each of them by its name where the numbers are left beside now', async () => {
    const { of, list } = await refreshed(inserted, {});
    expect(list.preview.plan.columns.externalId).toBeUndefined();
    expect(of.map(([was, now, , budget]) => [was, now, budget])).toEqual([
      ['Claims portal', 'Claims portal', 110],
      ['Broker desk', 'Broker desk', 210],
      ['Data lake', 'Data lake', 300],
      ['Mobile app', 'Mobile app', 410],
    ]);
    expect(list.preview.refresh?.rows.find(({ name }) => name === 'Data lake (phase 2)')).toMatchObject({
      sure: 'doubtful',
      candidates: [{ name: 'Data lake' }],
    });
  });

  test('knows a row by its number where only its name has changed, as ids are meant', async () => {
    const { of } = await refreshed(
      lines(header, ...before).replace('Broker desk', 'Broker workplace'),
      mapped,
    );
    expect(of).toEqual([
      ['Claims portal', 'Claims portal', '1', 100],
      ['Broker desk', 'Broker workplace', '2', 200],
      ['Data lake', 'Data lake', '3', 300],
      ['Mobile app', 'Mobile app', '4', 400],
    ]);
  });
});
