import { describe, expect, it } from 'vitest';
import { FigureRanges, figureRangeSteps, RANGED_FIGURES } from '../../../shared/analysis/figureRanges.ts';
import { sevenWastesPd, wasteShare } from '../../../shared/analysis/figures.ts';
import { figureReader, needsValue, OWN_FIGURES, ownReceipt } from '../../../shared/analysis/ownFigures.ts';
import { cadence } from '../../../shared/model/cadence.ts';
import { compare } from '../../../shared/model/compare.ts';
import { evaluateProduct, evaluateProject, prepare } from '../../../shared/model/evaluate.ts';
import { explain } from '../../../shared/model/receipts.ts';
import { monteCarlo } from '../../../shared/model/simulate.ts';
import { runSteps } from '../../../shared/steps.ts';
import { example } from '../model/examples.ts';

const typical = example('E2-typical_compare');

describe('ranges of figures', () => {
  const options = { iterations: 60, seed: 20240601 };
  const ranges = runSteps(figureRangeSteps(typical, options, {}));

  it('are those of the simulation, for the figures that it has', () => {
    const result = monteCarlo(typical, options)!;
    for (const figure of ['net', 'cost', 'value', 'money_at_risk', 'waste_money_total'] as const) {
      for (const side of ['project', 'product', 'delta'] as const) {
        const { p10, p50, p90 } = result[side][figure];
        expect(ranges[`${side}.${figure}`], `${side}.${figure}`).toEqual({ p10, p50, p90 });
      }
    }
    const { p10, p50, p90 } = result.project.time_to_first_value;
    expect(ranges['project.time_to_first_value']).toEqual({ p10, p50, p90 });
  });

  it('are there for every figure that a receipt explains, in their order, and never NaN', () => {
    const drawn = [...explain(typical).receipts.keys()].filter(
      (figure) => !['effort_scale', 'measured_ratio'].includes(figure),
    );
    for (const figure of [...drawn, ...RANGED_FIGURES]) {
      const range = ranges[figure];
      expect(range, figure).toBeDefined();
      expect(range!.p10, figure).toBeLessThanOrEqual(range!.p50);
      expect(range!.p50, figure).toBeLessThanOrEqual(range!.p90);
    }
  });

  it('of one future that draws nothing are the figures themselves', () => {
    const one = new FigureRanges(1);
    const bench = prepare(typical);
    const result = compare(typical);
    // `take` reads the runs that stand in the workbench: those of the plan as it is.
    explainOn(bench);
    one.take(0, bench, bench.compiled.params);
    const found = one.ranges();
    for (const mode of ['project', 'product'] as const) {
      expect(found[`${mode}.net`]?.p50).toBe(result[mode].net);
      expect(found[`${mode}.seven_wastes_share`]?.p50).toBe(wasteShare(result[mode]));
      expect(found[`${mode}.cost_of_delay.cost_of_delay_per_month`]?.p50).toBe(
        result.cost_of_delay[mode].cost_of_delay_per_month,
      );
    }
    expect(found['cadence.optimal_cadence_months']?.p50).toBe(cadence(typical).optimal_cadence_months);
    expect(found['cadence.cost_per_month_at_current']?.p50).toBe(cadence(typical).cost_per_month_at_current);
  });

  it('have the cost of a release and of holding back as the cadence says them', () => {
    const one = new FigureRanges(1);
    const bench = prepare(typical);
    explainOn(bench);
    one.take(0, bench, bench.compiled.params);
    const found = one.ranges();
    const { transaction_cost, holding_cost_rate } = cadence(typical);
    expect(found['cadence.transaction_cost']?.p50).toBe(transaction_cost);
    expect(found['cadence.holding_cost_rate']?.p50).toBe(holding_cost_rate);
  });

  it('count a month that never comes as one after the horizon', () => {
    const never = runSteps(figureRangeSteps(example('E6-no-release_compare'), options, {}));
    expect(never['project.time_to_first_value']?.p90).toBe(13);
    expect(never['project.months_between_releases']?.p90).toBe(13);
    // The product team releases in every future, the project in hardly any: the difference is no tie.
    expect(never['delta.time_to_first_value']?.p50).toBeLessThan(-8);
  });
});

it('have no range of a figure that a future does not know: a share of nothing is not none of it', () => {
  const [first, ...rest] = typical.phases!;
  // The project waits past the horizon, so that it books no day that a share could be of.
  const waiting = { ...typical, phases: [{ ...first!, wait_months: 200 }, ...rest] };
  const ranges = runSteps(figureRangeSteps(waiting, { iterations: 5, seed: 1 }, {}));
  expect(ranges['project.booked_pd']).toEqual({ p10: 0, p50: 0, p90: 0 });
  expect(Object.hasOwn(ranges, 'project.seven_wastes_share')).toBe(false);
  expect(ranges['product.seven_wastes_share']?.p10).toBeGreaterThan(0);
});

function explainOn(bench: ReturnType<typeof prepare>): void {
  evaluateProject(bench, bench.compiled.params);
  evaluateProduct(bench, bench.compiled.params);
}

describe('the figures that the planner makes of the model’s own', () => {
  const { receipts, result } = explain(typical);
  const own = (figure: string) => ownReceipt(receipts, result, figure)!;

  it.each(['project', 'product'] as const)('add up, divide and stand in the middle exactly: %s', (mode) => {
    const days = own(`${mode}.seven_wastes_pd`);
    expect(days.value).toBe(sevenWastesPd(result[mode]));
    expect(days.parts.reduce((sum, { value }) => sum + value, 0)).toBe(days.value);
    const money = own(`${mode}.seven_wastes_money`);
    expect(money.parts.reduce((sum, { value }) => sum + value, 0)).toBe(money.value);
    const share = own(`${mode}.seven_wastes_share`);
    expect(share.parts[0]!.value / share.parts[1]!.value).toBe(share.value);
    for (const name of OWN_FIGURES) {
      const receipt = own(`${mode}.${name}`);
      expect(receipt.value, name).toBe(figureReader(`${mode}.${name}`)(result));
      expect(receipt.inputs.length, name).toBeGreaterThan(0);
    }
  });

  it('have the months between releases of MODEL.md 4.4: a month each, and less before the last', () => {
    const { value, operation, parts } = own('product.months_between_releases');
    expect(operation).toBe('median');
    // Releases at 2, 3, 4, 5, 6, 7, 8 and 8.1553 months.
    expect(parts.map((part) => Number(part.value.toFixed(3)))).toEqual([2, 1, 1, 1, 1, 1, 1, 0.155]);
    expect(value).toBeCloseTo(1, 9);
    // The project releases once: the time from the start stands alone.
    expect(own('project.months_between_releases').value).toBe(result.project.time_to_first_value);
  });

  it('have no months between releases where none comes up to the horizon', () => {
    const never = explain(example('E6-no-release_compare'));
    expect(ownReceipt(never.receipts, never.result, 'project.months_between_releases')).toMatchObject({
      value: null,
      parts: [],
    });
    expect(figureReader('delta.time_to_first_value')(never.result)).toBeNull();
  });

  it('read releases in the order of their months', () => {
    const { releases } = result.product;
    const shuffled = { ...result, product: { ...result.product, releases: [...releases].reverse() } };
    const figure = 'product.months_between_releases';
    expect(figureReader(figure)(shuffled)).toBe(figureReader(figure)(result));
    expect(figureReader(figure)(result)).toBeGreaterThan(0.5);
  });

  it('take the project from the product team where they compare', () => {
    const sooner = own('delta.time_to_first_value');
    expect(sooner.value).toBe(result.product.time_to_first_value! - result.project.time_to_first_value!);
    expect(sooner.operation).toBe('sum');
    expect(sooner.parts.reduce((sum, { value }) => sum + value, 0)).toBe(sooner.value);
    const never = explain(example('E6-no-release_compare'));
    expect(ownReceipt(never.receipts, never.result, 'delta.time_to_first_value')).toMatchObject({
      value: null,
      parts: [],
    });
  });

  it('are none where what they rest on is not explained, or the name is no such figure', () => {
    expect(ownReceipt(new Map(), result, 'project.seven_wastes_pd')).toBeNull();
    expect(own('project.cost')).toBeNull();
    expect(own('delta.net')).toBeNull();
  });

  it('say what means nothing without a value', () => {
    const meant = ['project.cost', 'project.waste.handoffs.money', 'product.time_to_first_value'];
    const nothing = ['project.value', 'delta.net', 'product.cost_of_delay.cd3', 'project.waste.delays.money'];
    expect([...meant, ...nothing].filter(needsValue)).toEqual(nothing);
    expect(needsValue('cadence.optimal_cadence_months')).toBe(true);
    expect(needsValue('montecarlo.delta.p_product_better')).toBe(true);
    expect(needsValue('montecarlo.project.p_stopped')).toBe(false);
  });
});
