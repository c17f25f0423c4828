import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedAnalysisSchema } from '../../../assets/schema/publishedAnalysisSchema.ts';
import { analysePortfolio } from '../../../shared/analysis/analysePortfolio.ts';
import { portfolioAnalysisSchema } from '../../../shared/analysis/analysisSchema.ts';
import { SEVEN_WASTES, sevenWastesPd } from '../../../shared/analysis/figures.ts';
import { FutureSums } from '../../../shared/analysis/futureSums.ts';
import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import { compare } from '../../../shared/model/compare.ts';
import type { Totals } from '../../../shared/model/outputs.ts';
import { explain } from '../../../shared/model/receipts.ts';
import { CATEGORIES } from '../../../shared/model/run.ts';
import { quantilesOf, sample } from '../../../shared/model/simulate.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const capability = (id: string, values: Record<string, unknown> = {}) => ({
  id,
  parentId: null,
  position: 0,
  code: null,
  name: id,
  description: '',
  importance: 5,
  currentMaturity: 2,
  targetMaturity: 4,
  neededMoney: null,
  ownerTeamId: null,
  ...values,
});

const frame = { startDate: '2026-01-01', endDate: '2026-12-31' };
const portfolio = recordsOf(
  {
    initiative: [
      initiative('rich', { ...frame, budget: 60_000_000, valuePerMonth: 5_000_000, name: '客户开户平台' }),
      initiative('team', {
        mode: 'product',
        startDate: '2026-01-01',
        teamPeople: 6,
        scopePersonDays: 1200,
        valuePerMonth: 9_000_000,
      }),
      initiative('empty', {}),
    ],
    phase: [
      phase('p1', 'rich', 0, { kind: 'analysis', months: 2, people: 3, dayRate: 70_000 }),
      phase('p2', 'rich', 1, { months: 6, people: 5, dayRate: 65_000 }),
    ],
    capability: [capability('served'), capability('bare'), capability('unrated', { importance: null })],
    contribution: [
      { id: 'c1', initiativeId: 'rich', capabilityId: 'served', weight: 1 },
      { id: 'c2', initiativeId: 'team', capabilityId: 'unrated', weight: 0.5 },
    ],
  },
  { dayRate: 60_000, draws: 100 },
);

describe('analysePortfolio', () => {
  const analysis = analysePortfolio(portfolio);

  it('answers in the published form', () => {
    expect(portfolioAnalysisSchema.parse(JSON.parse(JSON.stringify(analysis)))).toEqual(
      JSON.parse(JSON.stringify(analysis)),
    );
  });

  it('has its form published as JSON Schema', () => {
    const file = new URL('../../../assets/schema/analysis-v1.schema.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(publishedAnalysisSchema());
  });

  it('carries receipts that add up, when asked to', () => {
    const withReceipts = analysePortfolio(portfolio, { receipts: true });
    portfolioAnalysisSchema.parse(JSON.parse(JSON.stringify(withReceipts)));
    const rich = withReceipts?.initiatives[0];
    expect(rich?.comparison).toEqual(analysis?.initiatives[0]?.comparison);
    const cost = rich?.receipts?.figures.find(({ figure }) => figure === 'project.cost');
    expect(cost?.parts.reduce((sum, part) => sum + part.value, 0)).toBe(rich?.comparison?.project.cost);
    expect(cost?.inputs.map((key) => rich?.receipts?.inputs[key]?.id)).toContain('run_pd_month');
    expect(cost?.range).toEqual({
      p10: rich?.simulation?.project.cost.p10,
      p50: rich?.simulation?.project.cost.p50,
      p90: rich?.simulation?.project.cost.p90,
    });
    expect(analysis?.initiatives[0]).not.toHaveProperty('receipts');
  });

  it('adds up what it computed, and counts what it could not', () => {
    expect(analysis?.totals).toMatchObject({ computed: 2, not_computed: 1 });
    const results = ['rich', 'team'].map((id) => compare(initiativeInput(portfolio, id).input!, {}));
    const [rich, team] = results;
    expect(analysis?.totals.declared.cost).toBe(0 + rich!.project.cost + team!.product.cost);
    expect(analysis?.totals.product.booked_pd).toBe(0 + rich!.product.booked_pd + team!.product.booked_pd);
    expect(analysis?.totals.project.seven_wastes_pd).toBeCloseTo(
      sevenWastesPd(rich!.project) + sevenWastesPd(team!.project),
      9,
    );
    expect(SEVEN_WASTES).toHaveLength(7);
    const handoffs = (of: 'pd' | 'cash' | 'economic' | 'money') =>
      0 + rich!.project.waste.handoffs[of] + team!.product.waste.handoffs[of];
    expect(handoffs('cash')).toBeGreaterThan(0);
    expect(analysis?.totals.declared.waste.handoffs).toEqual({
      ...{ pd: handoffs('pd'), cash: handoffs('cash') },
      ...{ economic: handoffs('economic'), money: handoffs('money') },
    });
  });

  it('adds up the futures one by one, each initiative in its own mode', () => {
    const [rich, team] = ['rich', 'team'].map((id) =>
      sample(initiativeInput(portfolio, id).input!, { iterations: 100, seed: analysis!.portfolio.seed }),
    );
    const costs = rich!.project.cost.map((cost, future) => cost + team!.product.cost[future]!);
    expect(analysis?.totals.declared.simulated?.cost).toEqual(quantilesOf(costs));
    const { p10, p90, mean } = analysis!.totals.declared.simulated!.seven_wastes_money;
    expect(p10).toBeLessThan(analysis!.totals.declared.seven_wastes_money);
    expect(p90).toBeGreaterThan(analysis!.totals.declared.seven_wastes_money);
    // Release overhead and idle capacity are waste, and none of the seven.
    const all = quantilesOf(
      rich!.project.waste_money_total.map(
        (waste, future) => waste + team!.product.waste_money_total[future]!,
      ),
    );
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(all.mean);
    expect(analysePortfolio(portfolio, { draws: 0 })?.totals.declared.simulated).toBeNull();
  });

  it('counts as money of a waste what is paid and what is forgone', () => {
    const sums = new FutureSums(1);
    const columns = CATEGORIES.map((_, at) => at);
    const totals = {
      cost: 7,
      pd: Float64Array.from(columns, () => 1),
      cash: Float64Array.from(columns, (at) => at),
      economic: Float64Array.from(columns, () => 0.5),
    } as unknown as Totals;
    sums.add(0, totals);
    // Useful work, changes and running come first: the seven wastes are columns 3 to 9.
    expect(sums.totals()).toMatchObject({
      cost: { p50: 7 },
      seven_wastes_pd: { p50: 7 },
      seven_wastes_money: { p50: 3 + 4 + 5 + 6 + 7 + 8 + 9 + 7 * 0.5 },
    });
  });

  it('takes the parameters of the portfolio, and every receipt keeps its own inputs', () => {
    const set = { run_pd_month: { value: 20, by: 'Ada', at: '2026-01-02T03:04:05.000Z' } };
    const own = {
      ...portfolio,
      portfolio: { portfolio: { ...portfolio.portfolio.portfolio!, parameters: set } },
    };
    const found = analysePortfolio(own, { draws: 0, receipts: true })!.initiatives[0]!;
    const { input, provenance } = initiativeInput(own, 'rich');
    const explained = explain(input!, { defaults: { run_pd_month: 20 }, provenance });
    expect(found.comparison).toEqual(explained.result);
    expect(found.comparison?.project.cost).not.toBe(analysis?.initiatives[0]?.comparison?.project.cost);
    const { figures, inputs } = found.receipts!;
    expect(figures.map(({ inputs: keys }) => keys.map((key) => inputs[key]))).toEqual(
      [...explained.receipts.values()].map((each) => each.inputs),
    );
  });

  it('lists what an initiative lacks instead of guessing', () => {
    const empty = analysis?.initiatives.find(({ id }) => id === 'empty');
    expect(empty).toMatchObject({ comparison: null, simulation: null, value_known: false });
    expect(empty?.missing.map(({ code }) => code)).toEqual(['startDate', 'endDate', 'effort']);
  });

  it('claims no need and no plenty for a capability that nobody rated', () => {
    expect(analysis?.coverage.unrated).toEqual(['unrated']);
    const about = (subject: string) =>
      analysis?.coverage.findings.filter((f) => f.subject === subject).map((f) => f.type);
    expect(about('unrated')).toEqual([]);
    expect(about('bare')).toContain('GAP_NONE');
  });

  it('gives the same answer for the same portfolio, and another for another seed', () => {
    expect(analysePortfolio(portfolio)).toEqual(analysis);
    const other = analysePortfolio(portfolio, { seed: 7 });
    expect(other?.initiatives[0]?.simulation).not.toEqual(analysis?.initiatives[0]?.simulation);
    expect(other?.initiatives[0]?.comparison).toEqual(analysis?.initiatives[0]?.comparison);
  });

  it('takes horizon and draws from the caller, and stops when told to', () => {
    const short = analysePortfolio(portfolio, { horizon: 12, draws: 0 });
    expect(short?.portfolio.horizon_months).toBe(12);
    expect(short?.initiatives[0]?.comparison?.project.curves.month).toHaveLength(13);
    expect(short?.initiatives[0]?.simulation).toBeNull();
    let asked = 0;
    expect(analysePortfolio(portfolio, { isCancelled: () => true })).toBeNull();
    expect(analysePortfolio(portfolio, { isCancelled: () => ++asked > 1 })).toBeNull();
  });

  it('says that no capabilities were entered', () => {
    expect(analysePortfolio(recordsOf({ initiative: [initiative('i')] }))?.coverage.state).toBe(
      'no_capabilities',
    );
  });
});
