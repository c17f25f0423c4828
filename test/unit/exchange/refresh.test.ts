import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../electron/core/importing/importFile.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { streamFor } from '../../../shared/model/rng.ts';
import { fixture, importPath, importText, recordsWith, tempFile } from './helpers.ts';
import { nextYear } from './nextYear.ts';

async function thisYear(): Promise<PortfolioRecords> {
  const records = recordsWith();
  const { changes } = await importPath(fixture('hhs_projects.csv'), 'hhs.csv', {}, records);
  return afterImport(records, changes);
}

async function previewOf(
  text: string,
  records: PortfolioRecords,
  plan: Partial<ImportPlan> = {},
): Promise<ImportPreview> {
  const portfolio = records.portfolio.portfolio;
  if (!portfolio) throw new Error('no portfolio');
  return previewFile({ path: tempFile('next.csv', text), fileName: 'next.csv', plan, portfolio, records });
}

/** How the rows were taken, held against what they are; `records` must be those before the import. */
function score(
  list: Awaited<ReturnType<typeof importText>>,
  truth: ReadonlyMap<number, string | null>,
  records: PortfolioRecords,
) {
  const numberOf = new Map(Object.values(records.initiative).map(({ id, externalId }) => [id, externalId]));
  const rows = list.preview.refresh?.rows ?? [];
  const counts = { right: 0, wrong: 0, doubtfulFound: 0, doubtful: 0, missed: 0, newRight: 0, newRows: 0 };
  const seen = new Set<number>();
  for (const row of rows) {
    seen.add(row.row);
    const was = truth.get(row.row) ?? null;
    const taken = row.taken === null ? null : (numberOf.get(row.taken) ?? null);
    if (was === null) {
      counts.newRows += 1;
      if (taken === null) counts.newRight += 1;
      else counts.wrong += 1;
    } else if (row.sure === 'doubtful') {
      counts.doubtful += 1;
      if (row.candidates.some(({ id }) => numberOf.get(id) === was)) counts.doubtfulFound += 1;
    } else if (taken === was) counts.right += 1;
    else if (taken !== null) counts.wrong += 1;
    else counts.missed += 1;
  }
  // Sure and as they were: not shown for a look, and right when the file's own line says so.
  for (const [row, was] of truth) if (!seen.has(row) && was !== null) counts.right += 1;
  const known = [...truth.values()].filter((was) => was !== null).length;
  return {
    ...counts,
    precision: counts.right / (counts.right + counts.wrong),
    recall: counts.right / known,
    recallWithDoubtful: (counts.right + counts.doubtfulFound) / known,
  };
}

describe('next year’s list of a real portfolio', () => {
  test.each([1, 2, 3, 4, 5])(
    'without ids, seed %i: what is taken for known is right, and little is missed',
    async (seed) => {
      const records = await thisYear();
      const next = nextYear(seed, false);
      const list = await importText(next.text, {}, records);
      const result = score(list, next.truth, records);
      console.log(`refresh without ids, seed ${seed}: ${JSON.stringify(result)}`);
      expect(result.precision).toBeGreaterThanOrEqual(0.99);
      expect(result.recall).toBeGreaterThanOrEqual(0.9);
      expect(result.recallWithDoubtful).toBeGreaterThanOrEqual(0.97);
      expect(result.newRight / result.newRows).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('with ids everything is known, and what went is listed, not deleted', async () => {
    const records = await thisYear();
    const next = nextYear(7, true);
    const list = await importText(next.text, {}, records);
    const { refresh } = list.preview;
    expect(refresh?.counts).toMatchObject({ new: 25, vanished: next.dropped.length });
    const gone = new Set(refresh?.vanished.map(({ id }) => records.initiative[id]?.externalId));
    expect(gone).toEqual(new Set(next.dropped));
    expect(list.report.vanished?.every(({ retired }) => !retired)).toBe(true);
    expect(list.report).toMatchObject({ created: 25 });
    expect(list.report.updated + list.report.unchanged).toBe(202 - next.dropped.length);
  });
});

describe('the same list in another order, without its ids', () => {
  test.each(['australia-2026.csv', 'canada-2019.csv', 'uk-2021.csv', 'hhs_projects.csv'])(
    '%s: every row is its own record again, also where nine share a name',
    async (name) => {
      const records = recordsWith();
      const list = await importPath(fixture(name), name, {}, records);
      const { externalId: _id, ...columns } = list.preview.plan.columns;
      const plan = { ...list.preview.plan, columns };
      const first = await importPath(fixture(name), name, plan, records);
      const before = afterImport(records, first.changes);
      const { encoding, delimiter } = plan;
      const text = iconv.decode(readFileSync(fixture(name)), encoding);
      const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
      const dice = streamFor(11, name);
      const shuffled = rows
        .map((row) => ({ row, key: dice.nextUniform() }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      const again = await importText(
        Papa.unparse([header, ...shuffled], { delimiter }),
        { ...plan, encoding: 'utf-8' },
        before,
      );
      expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: first.report.created });
      expect(again.preview.refresh?.counts).toMatchObject({ doubtful: 0, new: 0, vanished: 0 });
    },
  );
});

describe('decisions', () => {
  const first =
    'Name,Owner,Description,Budget\nClaims portal,Claims,Lets customers file and follow claims online,5\nBroker desk,Sales,One desk for all brokers and their offers,7\nData lake,IT,Collects all data of the group in one place,9\n';
  const next =
    'Name,Owner,Description,Budget\nClaims portal and app,Claims,Lets customers file and follow their claims,6\nBrokers,Retail,,7\nCooking club,HR,Meets on Tuesdays,1\n';

  test('likeness proposes, the person disposes, and what vanished is retired only when asked', async () => {
    const records = recordsWith();
    const before = afterImport(records, (await importText(first, {}, records)).changes);
    const idOf = (name: string): string =>
      Object.values(before.initiative).find((initiative) => initiative.name === name)?.id ?? '';
    const preview = await previewOf(next, before);
    const rows = new Map(preview.refresh?.rows.map((row) => [row.name, row]));
    expect(rows.get('Claims portal and app')).toMatchObject({ sure: 'sure', taken: idOf('Claims portal') });
    expect(rows.get('Claims portal and app')?.candidates[0]?.why).toEqual(
      expect.arrayContaining(['likeName', 'likeText', 'owner']),
    );
    expect(rows.get('Claims portal and app')?.differences.map(({ field }) => field)).toEqual([
      'name',
      'description',
      'budget',
    ]);
    expect(rows.get('Cooking club')).toMatchObject({ sure: 'new', taken: null, candidates: [] });
    const decisions = [
      { row: 2, id: null },
      { row: 3, id: idOf('Broker desk') },
    ];
    const decided = await importText(next, { decisions, retire: [idOf('Data lake')] }, before);
    expect(decided.report).toMatchObject({ created: 2, updated: 1 });
    expect(decided.report.vanished).toEqual([
      { id: idOf('Claims portal'), name: 'Claims portal', retired: false },
      { id: idOf('Data lake'), name: 'Data lake', retired: true },
    ]);
    const after = afterImport(before, decided.changes);
    expect(after.initiative[idOf('Broker desk')]).toMatchObject({
      name: 'Brokers',
      owner: 'Retail',
      description: expect.stringContaining('One desk'),
    });
    expect(after.initiative[idOf('Data lake')]).toMatchObject({ retired: true });
    expect(after.initiative[idOf('Claims portal')]).toMatchObject({ budget: 500, retired: false });
  });

  test('an empty cell leaves a value unless the person says that empties clear', async () => {
    const records = recordsWith();
    const before = afterImport(records, (await importText(first, {}, records)).changes);
    const list = 'Name,Owner,Budget\nClaims portal,,\nBroker desk,Sales,n/a\nData lake,IT,odd\n';
    const columns = { name: 0, owner: 1, budget: 2 };
    const kept = await importText(list, { columns }, before);
    expect(kept.report).toMatchObject({ updated: 1, unchanged: 2 });
    const cleared = await importText(list, { columns, emptyClears: true }, before);
    const after = Object.fromEntries((cleared.changes.update.initiative ?? []).map((i) => [i.name, i]));
    expect(after['Claims portal']).toMatchObject({ owner: null, budget: null });
    expect(after['Claims portal']?.description).toContain('Lets customers');
    // What cannot be read is not empty.
    expect(after['Data lake']).toMatchObject({ owner: 'IT', budget: 900 });
  });

  test('new capabilities, partners and segments of a known row join what it has; shares weighed by hand stay', async () => {
    const records = recordsWith();
    const header = 'Id,Name,Capabilities,Partners,Customer segments\n';
    const first = await importText(
      `${header}1,Alpha,Claims,ACME,Retail\n2,Beta,Claims; Fraud,ACME,\n`,
      {},
      records,
    );
    const before = afterImport(records, first.changes);
    const [, byHand] = Object.values(before.contribution).filter(
      ({ initiativeId }) => before.initiative[initiativeId]?.name === 'Beta',
    );
    if (!byHand) throw new Error('no share to weigh');
    const weighed = {
      ...before,
      contribution: { ...before.contribution, [byHand.id]: { ...byHand, weight: 0.2 } },
    };
    const next = `${header}1,Alpha,Claims; Sales; Service,ACME; Zeta,Retail; Brokers\n2,Beta,Claims; Sales,,\n`;
    const preview = await previewOf(next, weighed);
    const row = preview.refresh?.rows.find(({ name }) => name === 'Alpha');
    expect(row?.differences).toEqual([
      { field: 'capabilities', ours: null, theirs: '+ Sales · Service' },
      { field: 'partners', ours: null, theirs: '+ Zeta' },
      { field: 'segments', ours: null, theirs: '+ Brokers' },
    ]);
    const list = await importText(next, {}, weighed);
    expect(list.report).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const after = afterImport(weighed, list.changes);
    const sharesOf = (name: string): readonly number[] =>
      Object.values(after.contribution)
        .filter(({ initiativeId }) => after.initiative[initiativeId]?.name === name)
        .map(({ weight }) => weight);
    expect(sharesOf('Alpha')).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(sharesOf('Beta')).toEqual([0.5, 0.2]);
    expect(Object.keys(after.engagement)).toHaveLength(3);
  });

  test('a decision takes a record from the row that had it, and never changes how others are compared', async () => {
    const records = recordsWith();
    const before = afterImport(records, (await importText(first, {}, records)).changes);
    const idOf = (name: string): string =>
      Object.values(before.initiative).find((initiative) => initiative.name === name)?.id ?? '';
    const list = 'Name,Owner\nClaims portal,Claims\nBroker desk,Sales\nCooking club,HR\n';
    const preview = await previewOf(list, before, { decisions: [{ row: 4, id: idOf('Claims portal') }] });
    const rows = new Map(preview.refresh?.rows.map((row) => [row.row, row]));
    expect(rows.get(4)).toMatchObject({ taken: idOf('Claims portal'), chosen: true });
    expect(rows.get(2)).toMatchObject({ taken: null, sure: 'new', chosen: false });
    expect(preview.refresh?.vanished.map(({ name }) => name)).toEqual(['Data lake']);
  });

  test('names in Chinese are known by likeness too', async () => {
    const records = recordsWith();
    const before = afterImport(
      records,
      (
        await importText(
          '项目名称,负责部门\n客户服务门户建设,零售部\n反欺诈实时决策引擎,风险部\n数据中台一期,科技部\n',
          {},
          records,
        )
      ).changes,
    );
    const preview = await previewOf(
      '项目名称,负责部门\n客户服务门户建设（二期）,零售部\n反欺诈实时决策平台,风险部\n员工食堂改造,行政部\n',
      before,
    );
    expect(
      preview.refresh?.rows.map(({ name, sure, candidates }) => [name, sure, candidates[0]?.name]),
    ).toEqual(
      expect.arrayContaining([
        ['客户服务门户建设（二期）', 'sure', '客户服务门户建设'],
        ['反欺诈实时决策平台', expect.stringMatching(/sure|doubtful/), '反欺诈实时决策引擎'],
        ['员工食堂改造', 'new', undefined],
      ]),
    );
  });

  test('another list of other things vanishes nothing', async () => {
    const records = recordsWith();
    const before = afterImport(records, (await importText(first, {}, records)).changes);
    const preview = await previewOf('Name,Budget\nCooking club,1\nChess club,2\nChoir,3\n', before);
    expect(preview.refresh?.vanished).toEqual([]);
    expect(preview.refresh?.counts).toMatchObject({ new: 3, sure: 0 });
  });

  test('an id whose record is another thing altogether asks to be looked at', async () => {
    const records = recordsWith();
    const before = afterImport(
      records,
      (
        await importText(
          'Id,Name,Description\n1,Claims portal,Customers file claims\n2,Broker desk,Offers for brokers\n',
          {},
          records,
        )
      ).changes,
    );
    const preview = await previewOf(
      'Id,Name,Description\n1,Zumba,Dance\n2,Broker desk,Offers for brokers\n',
      before,
    );
    expect(preview.refresh?.rows[0]).toMatchObject({ name: 'Zumba', sure: 'doubtful' });
    expect(preview.refresh?.rows[0]?.candidates[0]).toMatchObject({ why: ['id'], against: ['text'] });
  });
});
