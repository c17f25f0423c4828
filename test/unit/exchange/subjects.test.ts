import { describe, expect, test } from 'vitest';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { fixture, type Imported, importPath, importText, recordsWith, repairs } from './helpers.ts';

const csv = (...lines: readonly string[]): string => lines.join('\n');
const capabilitiesOf = ({ changes }: Imported): readonly Capability[] => changes.add.capability ?? [];

/** The tree in words: `Billing < Finance`, in the order of writing. */
const treeOf = (imported: Imported, before?: PortfolioRecords): string[] => {
  const all = capabilitiesOf(imported);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? before?.capability[id]?.name ?? '?';
  return all.map(({ name, parentId }) => (parentId === null ? name : `${name} < ${nameOf(parentId)}`));
};

/** Counts were taken from the files by an independent program. */
describe('real lists of capabilities', () => {
  test('the Business Reference Model: prose above, codes, names, definitions', async () => {
    const list = await importPath(fixture('brm-v3.1-service-codes.csv'), 'brm.csv');
    expect(list.preview.plan).toMatchObject({
      rows: 'capabilities',
      headerRow: 1,
      columns: { externalId: 0, name: 1, description: 2 },
    });
    expect(list.report).toMatchObject({
      of: 'capabilities',
      rows: 207,
      created: 207,
      refused: [],
      unreadable: [],
    });
    const all = capabilitiesOf(list);
    expect(new Set(all.map(({ code }) => code)).size).toBe(207);
    expect(new Set(all.map(({ name }) => name)).size).toBe(207);
    expect(all.every(({ parentId, description }) => parentId === null && description !== '')).toBe(true);
    expect(all[0]).toMatchObject({ code: '001', name: 'Homeownership Promotion', position: 0 });
    expect(all.at(-1)).toMatchObject({ code: '680', name: 'Issue Tracking', position: 206 });
  });

  test.each([
    ['hhs-business-area.csv', 3, '1', 'Services for Citizens'],
    ['hhs-business-function.csv', 18, '101', 'Community and Social Services'],
    ['hhs-service.csv', 29, '721', 'Management of Process'],
  ])('%s: %i names that start with their codes', async (name, count, code, first) => {
    const list = await importPath(fixture(name), name);
    expect(list.report).toMatchObject({ of: 'capabilities', rows: count, created: count });
    expect(capabilitiesOf(list)[0]).toMatchObject({ code, name: first });
    expect(repairs(list)).toMatchObject({ codeInName: count });
    // What has no place in a capability is said, not dropped in silence.
    expect(list.report.notes).toContainEqual({ what: 'columnsLeft', count: 1, examples: ['node'] });
  });

  test.each(['brm-v3.1-service-codes.csv', 'hhs-service.csv'])(
    '%s read a second time changes nothing',
    async (name) => {
      const records = recordsWith();
      const first = await importPath(fixture(name), name, {}, records);
      const second = await importPath(fixture(name), name, {}, afterImport(records, first.changes));
      expect(second.report).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: first.report.created,
        vanished: [],
      });
    },
  );

  test('a list of projects that names capabilities stays a list of projects', async () => {
    for (const name of [
      'hhs_projects.csv',
      'australia-2026.csv',
      'canada-2019.csv',
      'uk-2021.csv',
      'hhs-metric.csv',
    ])
      expect((await importPath(fixture(name), name)).report.of, name).toBeUndefined();
  });
});

describe('where a capability stands', () => {
  const expected = ['Finance', 'Billing < Finance', 'Invoicing < Billing', 'Collections < Billing', 'Sales'];

  test('every level filled in every row', async () => {
    const list = await importText(
      csv(
        'Level 1,Level 2,Level 3,Description',
        'Finance,,,Money',
        'Finance,Billing,,',
        'Finance,Billing,Invoicing,',
        'Finance,Billing,Collections,',
        'Sales,,,',
      ),
    );
    expect(list.preview.plan.columns).toMatchObject({ level1: 0, level2: 1, level3: 2, description: 3 });
    expect(treeOf(list)).toEqual(expected);
  });

  test('indented: one level filled in each row', async () => {
    const list = await importText(
      csv('L1,L2,L3', 'Finance,,', ',Billing,', ',,Invoicing', ',,Collections', 'Sales,,'),
    );
    expect(list.report).toMatchObject({ of: 'capabilities', rows: 5, created: 5 });
    expect(treeOf(list)).toEqual(expected);
  });

  test('filled down, with levels that have no row of their own', async () => {
    const list = await importText(
      csv('一级能力,二级能力,三级能力', '财务,开票,发票', ',,催收', '销售,线索,'),
    );
    expect(list.report).toMatchObject({ created: 3 });
    expect(treeOf(list)).toEqual([
      '财务',
      '开票 < 财务',
      '销售',
      '发票 < 开票',
      '催收 < 开票',
      '线索 < 销售',
    ]);
    expect(list.report.notes).toContainEqual({
      what: 'parentsMade',
      count: 3,
      examples: ['财务', '开票', '销售'],
    });
  });

  test('by codes such as 4.1 and 4.1.2, in any order, with the gaps bridged', async () => {
    const list = await importText(
      csv(
        'Code,Capability,Importance',
        '4.1.2,Collections,1',
        '4.0,Finance,5',
        '4.1,Billing,4',
        '4.1.1,Invoicing,3',
        '5.0,Sales,2',
        '5.3.1,Quotes,2',
      ),
    );
    expect(new Set(treeOf(list))).toEqual(
      new Set([
        'Finance',
        'Billing < Finance',
        'Collections < Billing',
        'Invoicing < Billing',
        'Sales',
        'Quotes < Sales',
      ]),
    );
    expect(capabilitiesOf(list).map(({ importance }) => importance)).toEqual([5, 4, 1, 3, 2, 2]);
  });

  test('by the name of the parent, by its code, and by its key in another column', async () => {
    const byName = await importText(
      csv(
        'Capability,Parent capability',
        'Invoicing,Billing',
        'Billing,Finance',
        'Collections,billing ',
        'Sales,',
      ),
    );
    expect(treeOf(byName)).toEqual([
      'Finance',
      'Billing < Finance',
      'Invoicing < Billing',
      'Collections < Billing',
      'Sales',
    ]);
    const byCode = await importText(
      csv(
        'Capability code,Capability name,Parent code',
        'F,Finance,',
        'F1,Billing,F',
        'F2,Audit,F',
        'X,Lost,Q9',
      ),
    );
    expect(treeOf(byCode)).toEqual(['Finance', 'Billing < Finance', 'Audit < Finance', 'Lost']);
    expect(byCode.report.unreadable).toEqual([
      { row: 5, column: 'Parent code', reason: 'parent_unknown', value: 'Q9' },
    ]);
    const byKey = await importText(
      csv(
        'Row,Capability code,Capability name,Parent',
        '71,F,Finance,',
        '72,F1,Billing,71',
        '73,F2,Audit,71',
      ),
    );
    expect(treeOf(byKey)).toEqual(['Finance', 'Billing < Finance', 'Audit < Finance']);
  });

  test('by a number of its level', async () => {
    const list = await importText(
      csv('Level,Business capability', '1,Finance', '2,Billing', '3,Invoicing', '3,Collections', '1,Sales'),
    );
    expect(treeOf(list)).toEqual(expected);
  });

  test('what would stand below itself goes to the root and says so; so does a second row of one place', async () => {
    const list = await importText(
      csv('Capability,Parent capability,Current maturity', 'A,B,1', 'B,A,2', 'C,C,3', 'D,A,3', 'd,A,4'),
    );
    expect(list.report.unreadable.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'parent_circle'],
      [4, 'parent_circle'],
    ]);
    expect(list.report.refused).toEqual([{ row: 6, column: 'Capability', reason: 'same_place' }]);
    expect(treeOf(list)).toEqual(['B', 'A < B', 'C', 'D < A']);
  });
});

describe('scales', () => {
  const read = async (...cells: readonly string[]): Promise<readonly (number | null)[]> => {
    const list = await importText(
      csv('Capability,Importance', ...cells.map((cell, index) => `Cap ${index},"${cell}"`)),
      { rows: 'capabilities', columns: { name: 0, importance: 1 } },
    );
    return capabilitiesOf(list).map(({ importance }) => importance);
  };

  test('three words, five words, both languages', async () => {
    expect(await read('High', 'Medium', 'low', 'n/a', '')).toEqual([5, 3, 1, null, null]);
    expect(await read('Very high', 'High', 'Medium', 'Low', 'Very low')).toEqual([5, 4, 3, 2, 1]);
    expect(await read('高', '中', '低')).toEqual([5, 3, 1]);
    expect(await read('很高', '高', '中', '低', '很低')).toEqual([5, 4, 3, 2, 1]);
    expect(await read('Must', 'Should have', 'Could', "Won't")).toEqual([5, 4, 2, 1]);
    expect(await read('Initial', 'Repeatable', '已定义', 'Managed', 'Optimising')).toEqual([1, 2, 3, 2, 5]);
  });

  test('numbers of their own scale, stars, and levels', async () => {
    expect(await read('1', '2', '3', '4', '5')).toEqual([1, 2, 3, 4, 5]);
    expect(await read('2', '4', '7', '10')).toEqual([1, 2, 4, 5]);
    expect(await read('20', '55', '100')).toEqual([1, 3, 5]);
    // One figure beyond the scale is a slip, and moves no other.
    expect(await read('1', '2', '3', '4', '6')).toEqual([1, 2, 3, 4, null]);
    expect(await read('★★★★★', '★★☆☆☆', '⭐')).toEqual([5, 2, 1]);
    expect(await read('3/5', '2 of 4', 'Level 4', 'L2', '3 - Defined', '4级')).toEqual([3, 3, 4, 2, 3, 4]);
  });

  test('what lies on no scale is told with its place, and can be translated', async () => {
    const text = csv('Capability,Importance', 'A,0', 'B,vital-ish', 'C,3');
    const plan: Partial<ImportPlan> = { rows: 'capabilities', columns: { name: 0, importance: 1 } };
    const list = await importText(text, plan);
    expect(list.report.unreadable.map(({ row, reason, value }) => [row, reason, value])).toEqual([
      [2, 'not_on_scale', '0'],
      [3, 'not_on_scale', 'vital-ish'],
    ]);
    expect(list.preview.columns[1]?.values).toContainEqual({
      text: '3',
      count: 1,
      reads: '3',
      proposed: null,
    });
    expect(list.preview.columns[1]?.values).toContainEqual({
      text: 'vital-ish',
      count: 1,
      reads: null,
      proposed: null,
    });
    const said = await importText(text, {
      ...plan,
      translations: [
        { field: 'importance', from: 'vital-ish', to: '5' },
        { field: 'importance', from: '0', to: '' },
      ],
    });
    expect(capabilitiesOf(said).map(({ importance }) => importance)).toEqual([null, 5, 3]);
    expect(said.report.unreadable).toEqual([]);
  });
});

describe('next year’s list of capabilities', () => {
  const thisYear = csv(
    'Code,Capability,Current maturity,Target maturity,Owner',
    '1,Finance,2,4,CFO office',
    '1.1,Billing,2,3,Billing team',
    '1.2,Audit,1,2,',
    '2,Sales,3,4,Sales ops',
    '2.1,Reporting,2,2,',
  );

  test('by code: changed, new, gone, and never deleted', async () => {
    const records = recordsWith();
    const first = await importText(thisYear, {}, records);
    expect(first.preview.plan.rows).toBe('capabilities');
    expect(first.changes.add.team?.map(({ name }) => name)).toEqual([
      'CFO office',
      'Billing team',
      'Sales ops',
    ]);
    const after = afterImport(records, first.changes);
    const next = await importText(
      csv(
        'Code,Capability,Current maturity,Target maturity,Owner',
        '1,Finance & Control,2,4,CFO office',
        '1.1,Billing,3,3,Billing team',
        '1.3,Treasury,1,3,CFO office',
        '2,Sales,3,4,Sales ops',
        '2.1,Reporting,,2,',
      ),
      {},
      after,
    );
    expect(next.report).toMatchObject({ created: 1, updated: 2, unchanged: 2 });
    expect(
      next.changes.update.capability?.map(({ name, currentMaturity }) => [name, currentMaturity]),
    ).toEqual([
      ['Finance & Control', 2],
      ['Billing', 3],
    ]);
    expect(treeOf(next, after)).toEqual(['Treasury < Finance']);
    expect(capabilitiesOf(next)[0]?.position).toBe(2);
    expect(next.report.vanished).toMatchObject([{ name: 'Audit', retired: false }]);
    expect(next.changes.update.team ?? []).toEqual([]);
    const gone = next.report.vanished?.[0]?.id ?? '';
    const retired = await importText(thisYear.replace(/1\.2,.*\n/, ''), { retire: [gone] }, after);
    expect(retired.changes.update.capability).toMatchObject([{ name: 'Audit', retired: true }]);
  });

  test('by place, where a name stands in several; one that moved is doubtful and goes there', async () => {
    const lists = (rows: readonly string[]): string => csv('Level 1,Level 2,Importance', ...rows);
    const records = recordsWith();
    const first = await importText(
      lists(['Finance,,5', 'Finance,Reporting,2', 'Sales,,4', 'Sales,Reporting,3', 'Sales,Quotes,1']),
      {},
      records,
    );
    const after = afterImport(records, first.changes);
    const next = await importText(
      lists(['Sales,,4', 'Sales,Reporting,5', 'Finance,,5', 'Finance,Reporting,2', 'Finance,Quotes,1']),
      {},
      after,
    );
    expect(next.report).toMatchObject({ created: 0, updated: 2, unchanged: 3 });
    const byName = (name: string) =>
      next.changes.update.capability?.filter((each) => each.name === name) ?? [];
    const idOf = (name: string) => Object.values(after.capability).find((each) => each.name === name)?.id;
    expect(byName('Reporting')).toMatchObject([{ parentId: idOf('Sales'), importance: 5 }]);
    expect(byName('Quotes')).toMatchObject([{ parentId: idOf('Finance') }]);
    expect(next.report.doubtful).toEqual([{ row: 6, name: 'Quotes', taken: 'Quotes', decided: false }]);
    expect(next.preview.refresh?.counts).toEqual({ sure: 4, doubtful: 1, new: 0, vanished: 0 });
    expect(next.preview.refresh?.rows[0]?.differences).toEqual([
      { field: 'parent', ours: 'Sales', theirs: 'Finance' },
    ]);
  });

  test('a list that turns the tree upside down leaves what would stand below itself where it is', async () => {
    const records = recordsWith();
    const first = await importText(csv('Capability,Parent capability', 'A,', 'B,A', 'C,B'), {}, records);
    const after = afterImport(records, first.changes);
    const next = await importText(
      csv('Capability,Parent capability', 'A,C'),
      { rows: 'capabilities' },
      after,
    );
    expect(next.report).toMatchObject({ updated: 0, unchanged: 1 });
    expect(next.report.unreadable).toMatchObject([{ row: 2, reason: 'parent_circle' }]);
  });

  test('an empty cell leaves what is known, unless the person says otherwise', async () => {
    const records = recordsWith();
    const first = await importText(thisYear, {}, records);
    const after = afterImport(records, first.changes);
    const emptied = thisYear.replace('1.1,Billing,2,3,Billing team', '1.1,Billing,,3,');
    const kept = await importText(emptied, {}, after);
    expect(kept.report).toMatchObject({ updated: 0, unchanged: 5 });
    const cleared = await importText(emptied, { emptyClears: true }, after);
    expect(cleared.changes.update.capability).toMatchObject([
      { name: 'Billing', currentMaturity: null, ownerTeamId: null, targetMaturity: 3 },
    ]);
  });
});

describe('lists of outcomes', () => {
  const list = csv(
    'Outcome,Metric,Unit,Baseline,Target,Due date,Direction,Business value,Customer segment,Owner,Priority,2024-03,2024-06',
    'Faster claims,Days to settle,days,"1,200.5",7,2026-12-31,reduce,Customer experience,Citizens,Claims,High,24,21',
    'More renewals,Renewal rate,,62 %,75%,30.06.2026,increase,growth,Members,,Medium,61,',
    'Less rework,Defects,,n/a,-3,,sideways,,,,,,x',
  );

  test('metric, unit, figures, day, direction, owner and readings by their days', async () => {
    const { preview, changes, report } = await importText(list);
    expect(preview.plan).toMatchObject({ rows: 'outcomes', readings: [11, 12] });
    expect(report).toMatchObject({ of: 'outcomes', rows: 3, created: 3, refused: [] });
    expect(changes.add.outcome).toMatchObject([
      {
        name: 'Faster claims',
        metric: 'Days to settle',
        unit: 'days',
        baseline: 1200.5,
        target: 7,
        dueDate: '2026-12-31',
        direction: 'down',
        businessValue: 'customerExperience',
        importance: 5,
      },
      {
        name: 'More renewals',
        unit: '%',
        baseline: 62,
        target: 75,
        dueDate: '2026-06-30',
        direction: 'up',
        businessValue: 'revenue',
        importance: 3,
      },
      { name: 'Less rework', baseline: null, target: -3, dueDate: null, direction: null },
    ]);
    expect(changes.add.segment?.map(({ name }) => name)).toEqual(['Citizens', 'Members']);
    expect(changes.add.team?.map(({ name }) => name)).toEqual(['Claims']);
    expect(changes.add.outcomeReading?.map(({ date, value }) => [date, value])).toEqual([
      ['2024-03-31', 24],
      ['2024-06-30', 21],
      ['2024-03-31', 61],
    ]);
    expect(report.unreadable.map(({ row, column, reason, value }) => [row, column, reason, value])).toEqual([
      [4, 'Direction', 'not_a_choice', 'sideways'],
      [4, '2024-06', 'not_a_number', 'x'],
    ]);
    expect(preview.columns[11]?.reading).toBe('2024-03-31');
  });

  test('again: nothing changes; a new reading and a new figure change what they change', async () => {
    const records = recordsWith();
    const first = await importText(list, {}, records);
    const after = afterImport(records, first.changes);
    const same = await importText(list, {}, after);
    expect(same.report).toMatchObject({ created: 0, updated: 0, unchanged: 3, vanished: [] });
    const next = await importText(list.replace('61,', '63,59').replace(',7,', ',6,'), {}, after);
    expect(next.report).toMatchObject({ created: 0, updated: 2, unchanged: 1 });
    expect(next.changes.update.outcome).toMatchObject([{ name: 'Faster claims', target: 6 }]);
    expect(next.changes.update.outcomeReading).toMatchObject([{ date: '2024-03-31', value: 63 }]);
    expect(next.changes.add.outcomeReading).toMatchObject([{ date: '2024-06-30', value: 59 }]);
  });

  test('in Chinese', async () => {
    const { preview, changes } = await importText(
      csv(
        '业务成果,衡量指标,单位,基线,目标值,截止日期,方向,重要性',
        '缩短理赔,理赔天数,天,12,7,2026年12月,降低,高',
      ),
    );
    expect(preview.plan.rows).toBe('outcomes');
    expect(changes.add.outcome).toMatchObject([
      {
        name: '缩短理赔',
        metric: '理赔天数',
        unit: '天',
        baseline: 12,
        target: 7,
        dueDate: '2026-12-31',
        direction: 'down',
        importance: 5,
      },
    ]);
  });
});

describe('lists of customer segments and partners', () => {
  test('segments: inside or outside, and how important', async () => {
    const { report, changes } = await importText(
      csv(
        'Customer segment,Type,Importance,Description',
        'Members,External,High,People who pay',
        'Staff,内部,Low,',
      ),
    );
    expect(report).toMatchObject({ of: 'segments', created: 2 });
    expect(changes.add.segment).toMatchObject([
      { name: 'Members', kind: 'external', importance: 5, description: 'People who pay' },
      { name: 'Staff', kind: 'internal', importance: 1 },
    ]);
  });

  test('partners: relationship and the end of the contract', async () => {
    const { report, changes } = await importText(
      csv('Supplier,Relationship,Contract end', 'Acme,System integrator,31/12/2026', 'Cloudy,co-innovator,'),
    );
    expect(report).toMatchObject({ of: 'partners', created: 2 });
    expect(changes.add.partner).toMatchObject([
      { name: 'Acme', relationship: 'integrator', contractEnd: '2026-12-31' },
      { name: 'Cloudy', relationship: 'coInnovator', contractEnd: null },
    ]);
  });
});

describe('a list of initiatives that weighs its capabilities', () => {
  test('each capability gets the importance that is said first; another one is told', async () => {
    const text = csv(
      'Project name,Budget,Capabilities,Capability importance',
      'Alpha,10,Claims;Fraud,High',
      'Beta,20,Fraud,Low',
      'Gamma,30,Billing,Medium',
      'Delta,30,,Medium',
    );
    const records = recordsWith();
    const first = await importText(text, {}, records);
    expect(first.report.of).toBeUndefined();
    expect(capabilitiesOf(first).map(({ name, importance }) => [name, importance])).toEqual([
      ['Claims', 5],
      ['Fraud', 5],
      ['Billing', 3],
    ]);
    expect(first.report.unreadable).toEqual([
      { row: 3, column: 'Capability importance', reason: 'importance_differs', value: 'Low' },
    ]);
    const after = afterImport(records, first.changes);
    const next = await importText(
      text.replace('Billing,Medium', 'Billing,High').replace('30,,Medium', '30,,'),
      {},
      after,
    );
    expect(next.changes.update.capability).toMatchObject([{ name: 'Billing', importance: 5 }]);
  });
});
