import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { EVIDENCE } from '../../../shared/model/evidence.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import { explain, figureAt } from '../../../shared/model/receipts.ts';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import { sample, summarise } from '../../../shared/model/simulate.ts';
import { type ModelInitiative, WASTE_CATEGORIES } from '../../../shared/model/types.ts';
import { example } from './examples.ts';
import { SEED, wildInitiative } from './wildInitiative.ts';

/** The value the parts make, by the receipt's own operation; null where it has none. */
function remade(receipt: Receipt): number | null {
  const values = receipt.parts.map((part) => part.value);
  switch (receipt.operation) {
    case 'sum':
      return values.reduce((sum, x) => sum + x, 0);
    case 'ratio':
      return values[0]! / values[1]!;
    case 'product':
      return values[0]! * values[1]!;
    case 'max':
      return Math.max(...values);
    case 'median':
    case 'mean':
      throw new Error(`no figure of the model is a ${receipt.operation}`);
    case 'root':
      return Math.sqrt((2 * values[0]!) / values[1]!);
    case 'given':
      return null;
  }
}

/** Receipts whose parts do not make their value to the last bit. */
function inexact(receipts: Iterable<Receipt>): string[] {
  const wrong: string[] = [];
  for (const receipt of receipts) {
    if (receipt.operation === 'given' || receipt.value === null) continue;
    const got = remade(receipt);
    if (got !== receipt.value) wrong.push(`${receipt.figure}: ${got} instead of ${receipt.value}`);
  }
  return wrong;
}

/** Receipts whose value is not the result's. */
function misplaced(initiative: ModelInitiative): string[] {
  const result = compare(initiative);
  const wrong: string[] = [];
  for (const [figure, receipt] of explain(initiative).receipts) {
    if (figure.startsWith('cadence.')) continue;
    const [head, rest] = [figure.slice(0, figure.indexOf('.')), figure.slice(figure.indexOf('.') + 1)];
    const wanted = rest.startsWith('cost_of_delay.')
      ? figureAt(result, `cost_of_delay.${head}.${rest.slice('cost_of_delay.'.length)}`)
      : figureAt(result, figure);
    if (receipt.value !== wanted) wrong.push(figure);
  }
  return wrong;
}

const EXAMPLES = [
  'E1-null',
  'E2-typical',
  'E3-regulatory',
  'E4-product',
  'E5-low-value',
  'E6-no-release',
  'E7-cadence',
  'E8-handoffs',
  'E10-items',
];

describe('every receipt adds up exactly', () => {
  it.each(EXAMPLES)('%s', (name) => {
    const initiative = example(`${name}_compare`);
    expect(inexact(explain(initiative).receipts.values())).toEqual([]);
    expect(misplaced(initiative)).toEqual([]);
  });

  it('for wild initiatives', () => {
    fc.assert(
      fc.property(wildInitiative, (initiative) => {
        expect(inexact(explain(initiative).receipts.values())).toEqual([]);
        expect(misplaced(initiative)).toEqual([]);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('are only those that were asked for, the same as among all of them', () => {
    const initiative = example('E2-typical_compare');
    const all = explain(initiative).receipts;
    const only = new Set(['project.cost', 'product.waste.handoffs.pd', 'delta.net', 'no such figure']);
    const some = explain(initiative, { only }).receipts;
    expect([...some.keys()].sort()).toEqual(['delta.net', 'product.waste.handoffs.pd', 'project.cost']);
    for (const [figure, receipt] of some) expect(receipt).toEqual(all.get(figure));
  });

  it('for the simulation, whose receipts give its result', () => {
    const initiative = example('E2_montecarlo');
    const samples = sample(initiative, { iterations: 90, seed: 20240601 })!;
    const { receipts } = explain(initiative, { samples });
    expect(inexact(receipts.values())).toEqual([]);
    const result = summarise(samples);
    let seen = 0;
    for (const [figure, receipt] of receipts) {
      if (!figure.startsWith('montecarlo.')) continue;
      seen += 1;
      expect(receipt.value, figure).toBe(figureAt(result, figure.slice('montecarlo.'.length)));
    }
    // Six metrics of each mode and five differences in four numbers, plus nine probabilities and values.
    expect(seen).toBe((6 + 6 + 5) * 4 + 9);
    expect(receipts.get('project.net')!.range).toEqual({
      p10: result.project.net.p10,
      p50: result.project.net.p50,
      p90: result.project.net.p90,
    });
    expect(receipts.get('delta.net')!.range?.p50).toBe(result.delta.net.p50);
    expect(receipts.get('project.npv')!.range).toBeUndefined();
  });
});

describe('what a receipt covers', () => {
  const { receipts, result } = explain(example('E2-typical_compare'));

  it('has every waste category of both modes in pd and money, and their differences', () => {
    for (const category of WASTE_CATEGORIES) {
      for (const mode of ['project', 'product', 'delta']) {
        expect(receipts.has(`${mode}.waste.${category}.pd`)).toBe(true);
        expect(receipts.has(`${mode}.waste.${category}.money`)).toBe(true);
      }
    }
  });

  it('names the phases a waste comes from', () => {
    const { parts } = receipts.get('project.waste.handoffs.pd')!;
    expect(parts.map((p) => [p.of.kind, p.of.id])).toEqual([
      ['phase', 'design'],
      ['phase', 'build'],
      ['phase', 'test'],
      ['phase', 'release'],
      ['handover', undefined],
    ]);
    expect(parts[1]!.value).toBeCloseTo(11.382, 3);
  });

  it('opens the value to its releases', () => {
    expect(receipts.get('product.value')!.parts).toHaveLength(result.product.releases.length);
  });

  it('has a formula for every figure and a number for every part', () => {
    for (const receipt of receipts.values()) {
      expect(receipt.formula.length).toBeGreaterThan(0);
      for (const part of receipt.parts) expect(Number.isFinite(part.value)).toBe(true);
    }
  });
});

describe('inputs carry their source', () => {
  const initiative: ModelInitiative = {
    ...example('E2-typical_compare'),
    params: { handoff_retention: 0.7 },
  };
  const { receipts } = explain(initiative, {
    defaults: { handoff_retention: 0.6, turnover_annual: 0.2, churn_monthly: 0.02 },
    provenance: {
      handoff_retention: { by: 'analyst', at: '2026-01-05' },
      turnover_annual: { by: 'office', at: '2025-12-01' },
      'phases.2.carry_over': { by: 'import', at: '2025-11-11' },
    },
  });
  const inputs = new Map(receipts.get('project.waste.handoffs.money')!.inputs.map((i) => [i.id, i]));

  it('from the initiative, the portfolio, the default or derived', () => {
    expect(inputs.get('handoff_retention')).toMatchObject({
      value: 0.7,
      source: 'initiative',
      set_by: 'analyst',
      set_at: '2026-01-05',
      evidence: 'D',
      evidence_ids: ['H1'],
      disputed: 'assumption_not_measurement',
      range: [0.2, 0.9],
    });
    expect(inputs.get('turnover_annual')).toMatchObject({
      value: 0.2,
      source: 'portfolio',
      set_by: 'office',
    });
    const cost = inputs.get('handoff_cost_share')!;
    expect(cost).toMatchObject({ value: 0.25, source: 'default' });
    expect('set_by' in cost).toBe(false);
    expect(inputs.get('effort_scale')).toMatchObject({ source: 'derived' });
    expect(inputs.get('phases.2.carry_over')).toMatchObject({
      value: 0.2,
      source: 'initiative',
      set_by: 'import',
    });
  });

  it('the other mode is derived from the plan', () => {
    const scope = receipts.get('product.cost')!.inputs.find((i) => i.id === 'product.people')!;
    expect(scope.source).toBe('derived');
    expect(scope.value).toBeCloseTo(3.16087, 5);
  });

  it('scope items replace assumptions', () => {
    const items = explain(example('E10-items_compare')).receipts.get('project.waste.extra_features.pd')!;
    expect(items.inputs.find((i) => i.id === 'extra_share')).toMatchObject({
      source: 'derived',
      value: 0.25,
    });
  });

  it('say of a value that nobody entered that it is not known, and not that it is zero', () => {
    const unknown = explain(example('E2-typical_compare'), {
      provenance: { 'value.per_month': { source: 'initiative', unknown: true } },
    });
    const value = (of: typeof receipts) =>
      of.get('project.value')!.inputs.find(({ id }) => id === 'value.per_month')!.value;
    expect(value(unknown.receipts)).toBeNull();
    expect(value(receipts)).toBe(60_000);
  });

  it('of a cost are the rates of its phases, of a wait those on record, of a ratio what was measured', () => {
    const typical = example('E2-typical_compare');
    const waiting = {
      ...typical,
      start_wait_months: 1.5,
      phases: typical.phases!.map((phase, at) => (at === 2 ? { ...phase, wait_months: 4 } : phase)),
    };
    const found = explain(waiting).receipts;
    const of = (figure: string, pattern: RegExp) =>
      found
        .get(figure)!
        .inputs.filter(({ id }) => pattern.test(id))
        .map(({ id, value }) => [id, value]);
    expect(of('project.cost', /^phases\.\d\.rate$/)).toEqual(
      typical.phases!.map(({ rate }, at) => [`phases.${at}.rate`, rate]),
    );
    expect(of('project.time_to_first_value', /wait_months$/)).toEqual([
      ['phases.2.wait_months', 4],
      ['start_wait_months', 1.5],
    ]);
    const items = example('E10-items_compare');
    const measured = explain(items)
      .receipts.get('measured_ratio')!
      .inputs.filter(({ id }) => /measured/.test(id));
    expect(measured.map(({ value }) => value)).toEqual(
      (items.actual_releases ?? []).flatMap(({ measured_per_month }) => measured_per_month ?? []),
    );
    expect(measured.length).toBeGreaterThan(0);
  });

  it('name the share of pure work only where a plan contains its waste, and no dispute where there is none', () => {
    const scaled = (basis: 'gross' | 'net') =>
      explain({ ...example('E2-typical_compare'), params: { effort_basis: basis } })
        .receipts.get('project.waste.handoffs.money')!
        .inputs.some(({ id }) => id === 'effort_scale');
    expect([scaled('gross'), scaled('net')]).toEqual([true, false]);
    const undisputed = receipts.get('project.npv')!.inputs.find(({ id }) => id === 'horizon_months')!;
    expect('disputed' in undisputed).toBe(false);
    const assumed = receipts.get('project.waste.extra_features.pd')!.inputs;
    expect(assumed.find(({ id }) => id === 'extra_share')).toMatchObject({ source: 'default', value: 0.35 });
  });

  it('names each input once', () => {
    for (const receipt of receipts.values()) {
      const ids = receipt.inputs.map((i) => i.id);
      expect(new Set(ids).size, receipt.figure).toBe(ids.length);
    }
  });
});

describe('parameters and evidence', () => {
  it('every source is a row of the evidence table', () => {
    const known = new Set<string>(EVIDENCE.map((e) => e.id));
    expect(known.size).toBe(46);
    for (const { sources, id } of PARAMETERS) {
      for (const source of sources) expect(known.has(source), `${id}: ${source}`).toBe(true);
    }
  });

  it('marks the defaults that research disputes', () => {
    const disputed = PARAMETERS.filter((p) => p.disputed).map((p) => p.id);
    for (const id of [
      'handoff_retention',
      'switch_table',
      'forget_rate',
      'defect_latency',
      'extra_share',
    ] as const) {
      expect(disputed).toContain(id);
    }
    expect(disputed).not.toContain('horizon_months');
  });

  it('has every default inside its range', () => {
    for (const p of PARAMETERS) {
      if (typeof p.default !== 'number' || p.min === null || p.max === null) continue;
      expect(p.default, p.id).toBeGreaterThanOrEqual(p.min);
      expect(p.default, p.id).toBeLessThanOrEqual(p.max);
    }
  });
});
