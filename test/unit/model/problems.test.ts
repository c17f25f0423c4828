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
    [project, 'start_month', 'May', 'NOT_A_NUMBER'],
    [project, 'id', 7, 'BAD_RECORD'],
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

  /** What each rule refuses, and the largest and smallest that it takes. */
  const rules = {
    notNegative: {
      refused: [
        [-1, 'NEGATIVE'],
        [1.1e15, 'TOO_LARGE'],
      ],
      taken: [0, 1e15],
    },
    positive: {
      refused: [
        [-1, 'NEGATIVE'],
        [0, 'NOT_POSITIVE'],
        [9e-10, 'NOT_POSITIVE'],
      ],
      taken: [1e-9],
    },
    share: {
      refused: [
        [-0.1, 'SHARE_RANGE'],
        [1.1, 'SHARE_RANGE'],
      ],
      taken: [0, 1],
    },
    allocation: {
      refused: [
        [9e-10, 'ALLOCATION_RANGE'],
        [1.1, 'ALLOCATION_RANGE'],
      ],
      taken: [1e-9, 1],
    },
    parallel: {
      refused: [
        [0.9, 'PARALLEL_RANGE'],
        [1.1e15, 'TOO_LARGE'],
      ],
      taken: [1, 1e15],
    },
    atLeastOne: {
      refused: [
        [-1, 'NEGATIVE'],
        [0.5, 'NOT_POSITIVE'],
      ],
      taken: [1],
    },
    months: {
      refused: [
        [0, 'HORIZON_NOT_WHOLE'],
        [1201, 'TOO_LARGE'],
      ],
      taken: [1, 1200],
    },
    flag: {
      refused: [
        ['yes', 'BAD_CHOICE'],
        [1, 'BAD_CHOICE'],
      ],
      taken: [true, false],
    },
  } as const;
  const fields: readonly (readonly [Loose, string, keyof typeof rules, 'required' | 'optional'])[] = [
    [project, 'start_wait_months', 'notNegative', 'optional'],
    [project, 'hold_parallel_equal', 'flag', 'optional'],
    [project, 'value.per_month', 'notNegative', 'optional'],
    [project, 'value.decay_monthly', 'notNegative', 'optional'],
    [project, 'value.end_month', 'notNegative', 'optional'],
    [project, 'value.deadline_month', 'notNegative', 'optional'],
    [project, 'value.penalty_per_month', 'notNegative', 'optional'],
    [project, 'phases.1.months', 'positive', 'required'],
    [project, 'phases.1.people', 'positive', 'required'],
    [project, 'phases.1.allocation', 'allocation', 'optional'],
    [project, 'phases.1.parallel', 'parallel', 'optional'],
    [project, 'phases.1.rate', 'notNegative', 'required'],
    [project, 'phases.1.carry_over', 'share', 'optional'],
    [project, 'phases.1.wait_months', 'notNegative', 'optional'],
    [product, 'product.people', 'positive', 'required'],
    [product, 'product.allocation', 'allocation', 'optional'],
    [product, 'product.parallel', 'parallel', 'optional'],
    [product, 'product.rate', 'notNegative', 'required'],
    [product, 'product.scope_pd', 'positive', 'required'],
    [product, 'product.familiarity', 'share', 'optional'],
    [product, 'product.start_wait_months', 'notNegative', 'optional'],
    [product, 'scope_items.1.pd', 'positive', 'required'],
    [product, 'scope_items.1.value_share', 'share', 'optional'],
    [product, 'scope_items.1.useful', 'flag', 'optional'],
    [product, 'scope_items.1.mlp', 'flag', 'optional'],
    [product, 'actual_releases.0.month', 'notNegative', 'required'],
    [product, 'actual_releases.0.scope_share', 'share', 'required'],
    [product, 'actual_releases.0.measured_per_month', 'notNegative', 'optional'],
    [project, 'params.queue_servers', 'atLeastOne', 'optional'],
    [project, 'params.horizon_months', 'months', 'optional'],
    [project, 'params.mandatory', 'flag', 'optional'],
  ];

  it.each(fields)('%#: %s, %s', (from, path, rule, needed) => {
    const problemsWith = (value: unknown) => problems(withAt(from, path, value));
    for (const [value, code] of rules[rule].refused) expect(problemsWith(value)).toEqual([{ code, path }]);
    for (const value of rules[rule].taken) expect(problemsWith(value), `${value}`).toEqual([]);
    for (const absent of [null, undefined]) {
      expect(problemsWith(absent)).toEqual(needed === 'required' ? [{ code: 'NOT_A_NUMBER', path }] : []);
    }
  });

  it.each<[Loose, string]>([
    [project, 'value'],
    [project, 'phases.1'],
    [project, 'params'],
    [product, 'product'],
    [product, 'scope_items.1'],
    [product, 'actual_releases.0'],
  ])('%#: %s is a record, no list, number or text', (from, path) => {
    for (const other of [[], 3, 'x']) {
      expect(problems(withAt(from, path, other))).toEqual([{ code: 'BAD_RECORD', path }]);
    }
  });

  it.each<[Loose, string, string]>([
    [project, 'phases', 'BAD_RECORD'],
    [product, 'scope_items', 'BAD_RECORD'],
    [product, 'actual_releases', 'BAD_RECORD'],
    [project, 'params.switch_table', 'BAD_TABLE'],
  ])('%#: %s is a list', (from, path, code) => {
    for (const other of [{}, 3, 'x'])
      expect(problems(withAt(from, path, other))).toContainEqual({ code, path });
  });

  it('as many steps as a run can walk, and no more', () => {
    // 600 months, over which the effort scale is sought, in steps of 0.03 months; 20,000 changes in 600 months.
    const atMost = (param: string, most: number, more: number) => {
      expect(problems(withAt(project, `params.${param}`, most))).toEqual([]);
      const path = `params.${param}`;
      expect(problems(withAt(project, path, more))).toEqual([{ code: 'TOO_LARGE', path }]);
    };
    atMost('cadence_months', 0.03, 0.0299);
    atMost('cr_per_year', 400, 401);
    const long = withAt(project, 'params.horizon_months', 1200) as unknown as Loose;
    const path = 'params.cadence_months';
    expect(problems(withAt(long, path, 0.05))).toEqual([{ code: 'TOO_LARGE', path }]);
    expect(problems(withAt(project, 'name', 'x'), { cr_per_year: 401 })).toEqual([
      { code: 'TOO_LARGE', path: 'params.cr_per_year' },
    ]);
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

  it('says of anything but a record that it is none', () => {
    expect(problems([] as unknown as ModelInitiative)).toEqual([{ code: 'BAD_RECORD', path: '' }]);
  });

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
