import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { ModelInputError } from '../../../shared/model/evaluate.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import { problems } from '../../../shared/model/problems.ts';
import type { ModelInitiative } from '../../../shared/model/types.ts';
import { example } from './examples.ts';

type Loose = Record<string, unknown>;

const project = example('E2-typical_compare') as unknown as Loose;
const product = example('E10-items_compare') as unknown as Loose;

/** A copy of `from` with the value at a dotted path replaced. */
function withAt(from: Loose, path: string, value: unknown): ModelInitiative {
  const copy = structuredClone(from);
  const keys = path.split('.');
  let x = copy;
  for (const key of keys.slice(0, -1)) {
    x[key] ??= {};
    x = x[key] as Loose;
  }
  x[keys.at(-1)!] = value;
  return copy as unknown as ModelInitiative;
}

describe('each reason has its code and the path of its field', () => {
  it.each([
    [project, 'value.per_month', -1, 'NEGATIVE'],
    [project, 'value.per_month', Number.NaN, 'NOT_A_NUMBER'],
    [project, 'value.per_month', '60000', 'NOT_A_NUMBER'],
    [project, 'value.penalty_per_month', Number.POSITIVE_INFINITY, 'NOT_A_NUMBER'],
    [project, 'phases.1.people', 0, 'NOT_POSITIVE'],
    [project, 'phases.1.people', -2, 'NEGATIVE'],
    [project, 'phases.0.months', 0, 'NOT_POSITIVE'],
    [project, 'phases.0.rate', -5, 'NEGATIVE'],
    [project, 'phases.0.rate', undefined, 'NOT_A_NUMBER'],
    [project, 'phases.2.allocation', 0, 'ALLOCATION_RANGE'],
    [project, 'phases.2.allocation', 1.2, 'ALLOCATION_RANGE'],
    [project, 'phases.2.parallel', 0.5, 'PARALLEL_RANGE'],
    [project, 'phases.2.carry_over', 1.01, 'SHARE_RANGE'],
    [project, 'phases.2.wait_months', -1, 'NEGATIVE'],
    [project, 'phases.2.kind', 'idea', 'BAD_CHOICE'],
    [project, 'mode', 'both', 'BAD_CHOICE'],
    [project, 'start_wait_months', -1, 'NEGATIVE'],
    [project, 'params.horizon_months', 0, 'HORIZON_NOT_WHOLE'],
    [project, 'params.horizon_months', 36.5, 'HORIZON_NOT_WHOLE'],
    [project, 'params.horizon_months', 1e9, 'TOO_LARGE'],
    [project, 'params.cadence_months', 0, 'NOT_POSITIVE'],
    [project, 'params.cadence_months', 1e-4, 'TOO_LARGE'],
    [project, 'params.tranche_months', 0, 'NOT_POSITIVE'],
    [project, 'params.cr_per_year', 1e9, 'TOO_LARGE'],
    [project, 'params.extra_share', 1.5, 'SHARE_RANGE'],
    [project, 'params.churn_monthly', -0.1, 'NEGATIVE'],
    [project, 'params.gate_enabled', 'yes', 'BAD_CHOICE'],
    [project, 'params.effort_basis', 'brutto', 'BAD_CHOICE'],
    [project, 'params.switch_table', [], 'BAD_TABLE'],
    [project, 'params.switch_table', [0, 1.5], 'SHARE_RANGE'],
    [project, 'params', 3, 'BAD_RECORD'],
    [product, 'product.scope_pd', 0, 'NOT_POSITIVE'],
    [product, 'product.people', 0, 'NOT_POSITIVE'],
    [product, 'product.familiarity', 2, 'SHARE_RANGE'],
    [product, 'scope_items.2.id', undefined, 'BAD_RECORD'],
    [product, 'scope_items.3.pd', 0, 'NOT_POSITIVE'],
    [product, 'scope_items.3.value_share', 1.5, 'SHARE_RANGE'],
    [product, 'actual_releases.0.scope_share', -0.1, 'SHARE_RANGE'],
    [product, 'actual_releases.0.measured_per_month', Number.NaN, 'NOT_A_NUMBER'],
  ])('%#: %s', (from, path, value, code) => {
    const initiative = withAt(from, path, value);
    expect(problems(initiative)).toEqual([{ code, path }]);
    expect(() => compare(initiative)).toThrow(ModelInputError);
  });

  it('no delivery data', () => {
    expect(problems(withAt(project, 'phases', []))).toEqual([{ code: 'NO_DELIVERY_DATA', path: 'phases' }]);
    expect(problems(withAt(product, 'product', null))).toEqual([
      { code: 'NO_DELIVERY_DATA', path: 'product' },
    ]);
  });

  it('only release phases build nothing', () => {
    const release = (project.phases as Loose[]).at(-1);
    expect(problems(withAt(project, 'phases', [release]))).toEqual([
      { code: 'NOT_POSITIVE', path: 'phases' },
    ]);
  });

  it('portfolio defaults are checked like the initiative', () => {
    const initiative = project as unknown as ModelInitiative;
    expect(problems(initiative, { core_share: 7 })).toEqual([
      { code: 'SHARE_RANGE', path: 'defaults.core_share' },
    ]);
    expect(() => compare(initiative, { core_share: 7 })).toThrow('defaults.core_share SHARE_RANGE');
  });

  it('lists all problems in the order of the fields, and the error carries them', () => {
    const bad = withAt(withAt(project, 'phases.4.rate', -1) as unknown as Loose, 'value.per_month', -1);
    const found = [
      { code: 'NEGATIVE', path: 'value.per_month' },
      { code: 'NEGATIVE', path: 'phases.4.rate' },
    ];
    expect(problems(bad)).toEqual(found);
    expect(() => compare(bad)).toThrow(
      expect.objectContaining({
        name: 'ModelInputError',
        id: 'E2-typical',
        problems: found,
        message: 'E2-typical: value.per_month NEGATIVE, phases.4.rate NEGATIVE',
      }),
    );
  });
});

describe('what is not a problem', () => {
  it('the vectors, a start before the portfolio begins, absent and unknown fields', () => {
    expect(problems(project as unknown as ModelInitiative)).toEqual([]);
    expect(problems(product as unknown as ModelInitiative)).toEqual([]);
    expect(problems(withAt(project, 'start_month', -4))).toEqual([]);
    expect(problems(withAt(project, 'params.colour', 'red'))).toEqual([]);
    expect(problems(withAt(project, 'value', null))).toEqual([]);
  });

  it('a plan given in the other mode: flipping an initiative keeps it computable', () => {
    const flipped = withAt(project, 'mode', 'product');
    expect(problems(flipped)).toEqual([]);
    expect(compare(flipped).product.net).toBe(compare(project as unknown as ModelInitiative).product.net);
  });
});

describe('anything may come in', () => {
  it.each([[null], [3], ['text'], [[]], [{}], [{ id: 1, phases: 'x', product: 3, value: [], params: [] }]])(
    'never throws for %j',
    (x) => {
      expect(problems(x as unknown as ModelInitiative).length).toBeGreaterThan(0);
    },
  );

  it('no numeric parameter lets NaN, Infinity or text through', () => {
    for (const { id, kind } of PARAMETERS) {
      if (kind !== 'number' && kind !== 'integer') continue;
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '1', true]) {
        expect(problems(withAt(project, `params.${id}`, bad)), id).toEqual([
          { code: 'NOT_A_NUMBER', path: `params.${id}` },
        ]);
      }
      expect(problems(withAt(project, `params.${id}`, -1)).length, id).toBe(1);
    }
  });
});
