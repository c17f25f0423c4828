import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { makeSample } from '../../../assets/samples/hhs/sample.ts';
import { readSource } from '../../../assets/samples/hhs/source.ts';
import { readExchange, writeExchange } from '../../../shared/exchange/json.ts';
import { phaseKindOf } from '../../../shared/exchange/projects/phaseWords.ts';

const folder = new URL('../../../assets/samples/hhs-2012/source/', import.meta.url);
const text = readFileSync(new URL('../../hhs-2012.json', folder), 'utf8');
const sample = readExchange(text, 'hhs-2012.json');
const rows = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(name, folder), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
const cents = (name: string, column: string): number =>
  rows(name).reduce((sum, row) => sum + Math.round(Number(row[column] ?? 0) * 1e8), 0);
const total = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

describe('the sample of 2012', () => {
  test('the script makes the file that ships, byte for byte', () => {
    expect(writeExchange(makeSample(readSource(folder)))).toBe(text);
  });

  test('counts are those of the source', () => {
    const projects = sample.initiative.filter((initiative) => initiative.mode === 'project');
    const candidates = sample.initiative.filter((initiative) => initiative.mode === 'product');
    expect([projects.length, candidates.length]).toEqual([202, 81]);
    expect(sample.phase).toHaveLength(1102);
    expect(sample.release.filter((release) => release.id.startsWith('hhs-output-'))).toHaveLength(416);
    expect(sample.engagement.filter((engagement) => engagement.id.startsWith('hhs-contract-'))).toHaveLength(
      157,
    );
    expect(sample.capability.filter((capability) => capability.id.startsWith('hhs-function-'))).toHaveLength(
      18,
    );
    expect(sample.capability.filter((capability) => capability.id.startsWith('hhs-service-'))).toHaveLength(
      29,
    );
    expect(sample.capability.filter((capability) => capability.parentId === null)).toHaveLength(4);
    expect(
      candidates.every(
        (candidate) => candidate.stage === 'candidate' && !candidate.funded && candidate.budget === null,
      ),
    ).toBe(true);
  });

  test('money is that of the source, once', () => {
    expect(total(sample.initiative.map((initiative) => initiative.budget))).toBe(
      cents('hhs_projects.csv', 'lifecycle_cost_usd_m'),
    );
    expect(total(sample.initiative.map((initiative) => initiative.budget))).toBe(170_240_700_000);
    expect(total(sample.phase.map((phase) => phase.cost))).toBe(
      cents('hhs_project_activities.csv', 'planned_cost_usd_m'),
    );
    expect(total(sample.engagement.map((engagement) => engagement.amount))).toBe(
      cents('Contract.csv', 'Contract_size'),
    );
  });

  test('contracts stand with the investment that the source adds them up for', () => {
    const byInvestment = new Map<string, number>();
    for (const { initiativeId, amount, id } of sample.engagement)
      if (id.startsWith('hhs-contract-'))
        byInvestment.set(initiativeId, (byInvestment.get(initiativeId) ?? 0) + (amount ?? 0));
    for (const row of rows('hhs_investments_major.csv'))
      expect((byInvestment.get(`hhs-investment-${row.uii}`) ?? 0) / 1e8, row.uii).toBeCloseTo(
        Number(row.contracts_usd_m),
        2,
      );
  });

  test('dates follow from start, delay and duration', () => {
    const phase = sample.phase.find((candidate) => candidate.externalId === '10029');
    // 288983: Design, planned 2011-10-28 to 2011-11-22, started 4 days early, took 25 days.
    expect(phase).toMatchObject({
      kind: 'design',
      startDate: '2011-10-28',
      endDate: '2011-11-22',
      actualStartDate: '2011-10-24',
      actualEndDate: '2011-11-18',
      cost: 3_200_000,
    });
    const open = sample.phase.find((candidate) => candidate.externalId === '10048');
    expect(open).toMatchObject({ actualStartDate: '2012-03-12', actualEndDate: null });
    expect(
      sample.phase.every(
        ({ startDate, endDate }) => startDate !== null && endDate !== null && startDate <= endDate,
      ),
    ).toBe(true);
    expect(sample.portfolio).toMatchObject({
      dataDate: '2012-07-26',
      fiscalYearStartMonth: 10,
      currency: 'USD',
      dayRate: 100_000,
      assumedPaybackMonths: 24,
    });
  });

  test('a project and its investment are one group; releases of both carry no money', () => {
    const candidates = new Set(
      sample.initiative
        .filter(({ mode }) => mode === 'product')
        .map((candidate) => candidate.collaborationGroup),
    );
    for (const project of sample.initiative.filter(({ mode }) => mode === 'project'))
      expect(candidates).toContain(project.collaborationGroup);
    const observed = sample.release.filter((release) => release.id.startsWith('hhs-cadence-'));
    expect(observed.length).toBeGreaterThan(0);
    expect(observed.every((release) => release.scopeShare === null)).toBe(true);
    expect(
      new Set(
        observed.map(
          (release) => `${release.initiativeId} ${release.actualDate ?? ''} ${release.id.slice(-10)}`,
        ),
      ).size,
    ).toBe(observed.length);
    const last = new Map(
      sample.release.filter((r) => r.id.startsWith('hhs-output-')).map((r) => [r.initiativeId, r.scopeShare]),
    );
    expect([...last.values()].every((share) => share === 1)).toBe(true);
  });

  test('every supplier spelling of the source is one partner, and spellings of one firm are the same', () => {
    const names = new Set(rows('Supplier.csv').map((row) => (row.name ?? '').trim()));
    expect(names.size).toBe(83);
    expect(sample.partner).toHaveLength(71);
    const ibm = sample.partner.filter((partner) => partner.name.startsWith('INTERNATIONAL BUSINESS'));
    expect(ibm.map((partner) => partner.name)).toEqual(['INTERNATIONAL BUSINESS MACHINES CORPORATION']);
    expect(ibm[0]?.description).toContain('INTERNATIONAL BUSINESS MACHINE;');
  });

  test('names are short, and none is missing', () => {
    expect(
      sample.initiative.every((initiative) => initiative.name.length > 0 && initiative.name.length < 200),
    ).toBe(true);
    const made = sample.initiative.filter((initiative) => initiative.extra['name made from'] === 'summary');
    expect(made).toHaveLength(29);
    expect(new Set(made.map((initiative) => initiative.name)).size).toBe(29);
    expect(
      made.every(
        (initiative) =>
          initiative.name.endsWith(`[${initiative.externalId}]`) && initiative.name.length <= 120,
      ),
    ).toBe(true);
  });

  test('weights of every initiative add up to 1', () => {
    const weights = new Map<string, number>();
    for (const { initiativeId, weight } of sample.contribution)
      weights.set(initiativeId, (weights.get(initiativeId) ?? 0) + weight);
    expect(weights.size).toBe(283);
    expect([...weights.values()].every((weight) => weight === 1)).toBe(true);
  });
});

test.each([
  ['288983: Design', 'design', true],
  ['288983: Planning/Analysis', 'analysis', true],
  ['289318: Requirements Analysis', 'analysis', true],
  ['Test Phase', 'test', true],
  ['288908: Implementation and Close-out', 'release', true],
  ['289705: Development, Test and Deployment for Release 5.22', 'build', true],
  ['Hardware Procurement', 'teamAssembly', true],
  ['Data updates', 'build', false],
])('phase kind of %s', (name, kind, byRule) => expect(phaseKindOf(name)).toEqual({ kind, byRule }));
