/** Random initiatives that are valid but far from typical, for property tests. */
import fc from 'fast-check';
import type {
  ModelInitiative,
  ModelParameterOverrides,
  ModelPhase,
  ModelProduct,
  PhaseKind,
} from '../../../shared/model/types.ts';

export const SEED = 20240601;

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const share = number(0, 1);
const kind = fc.constantFrom<PhaseKind>('analysis', 'design', 'build', 'test', 'release');
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Drops keys without a value, as JSON would. */
function present<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const phase = fc
  .record({
    kind,
    months: number(0.1, 12),
    people: number(0.5, 20),
    allocation: maybe(number(0.1, 1)),
    parallel: maybe(number(1, 6)),
    rate: number(0, 2000),
    carry_over: maybe(share),
    wait_months: fc.option(number(0, 4), { nil: undefined, freq: 1 }),
  })
  .map((p) => present(p) as ModelPhase);

export const phases = fc
  .array(phase, { minLength: 1, maxLength: 7 })
  .filter((list) => list.some((p) => p.kind !== 'release'));

const product = fc
  .record({
    people: number(0.5, 15),
    allocation: maybe(number(0.2, 1)),
    parallel: maybe(number(1, 5)),
    rate: number(0, 2000),
    scope_pd: number(5, 4000),
    familiarity: maybe(share),
  })
  .map((p) => present(p) as ModelProduct);

const value = fc
  .record({
    per_month: maybe(number(0, 500_000)),
    decay_monthly: maybe(number(0, 0.2)),
    end_month: maybe(number(0, 60)),
    deadline_month: maybe(number(0, 40)),
    penalty_per_month: maybe(number(0, 100_000)),
  })
  .map(present);

const params = fc
  .record({
    horizon_months: maybe(fc.integer({ min: 1, max: 60 })),
    wacc_annual: maybe(number(0, 0.3)),
    effort_factor: maybe(number(0.3, 4)),
    value_realisation: maybe(number(0, 1.8)),
    effort_basis: maybe(fc.constantFrom('gross' as const, 'net' as const)),
    handoff_retention: maybe(share),
    handoff_cost_share: maybe(share),
    learn_rate: maybe(number(0, 1.5)),
    forget_rate: maybe(number(0, 0.3)),
    turnover_annual: maybe(number(0, 0.6)),
    familiarity_start: maybe(share),
    ramp_start: maybe(share),
    ramp_months: maybe(fc.oneof(fc.constant(0), number(0.1, 8))),
    switch_scale: maybe(number(0, 3)),
    switch_table: maybe(fc.array(number(0, 0.8), { minLength: 1, maxLength: 8 })),
    queue_util: maybe(fc.oneof(fc.constant(0), fc.constant(1), number(0.1, 1))),
    queue_servers: maybe(fc.integer({ min: 1, max: 6 })),
    queue_job_months: maybe(number(0, 2)),
    defect_base: maybe(number(0, 0.8)),
    defect_latency: maybe(number(0, 0.6)),
    extra_share: maybe(share),
    feedback_prune: maybe(share),
    value_front: maybe(number(0.5, 5)),
    churn_monthly: maybe(number(0, 0.2)),
    handover_pd: maybe(number(0, 100)),
    handover_carry_over: maybe(share),
    support_people: maybe(number(0.2, 8)),
    run_pd_month: maybe(number(0, 40)),
    cr_per_year: maybe(fc.oneof(fc.constant(0), number(0.1, 30))),
    cr_pd: maybe(number(0, 60)),
    cr_value_month: maybe(number(0, 5000)),
    cr_new_team_share: maybe(share),
    cadence_months: maybe(number(0.2, 15)),
    release_pd: maybe(fc.oneof(number(0, 60), fc.constant(5000))),
    slicing_share: maybe(number(0, 0.4)),
    mlp_share: maybe(fc.oneof(fc.constant(0), fc.constant(1), share)),
    core_share: maybe(fc.oneof(fc.constant(0), fc.constant(1), share)),
    shrink_loss: maybe(share),
    tranche_months: maybe(number(0.5, 12)),
    feedback_lag_months: maybe(number(0, 6)),
    dependency_share: maybe(share),
    handoffs_per_item: maybe(number(0, 4)),
    gate_enabled: maybe(fc.boolean()),
    mandatory: maybe(fc.boolean()),
  })
  .map((p) => present(p) as ModelParameterOverrides);

const item = fc
  .record({ pd: number(1, 200), value_share: share, useful: maybe(fc.boolean()), mlp: maybe(fc.boolean()) })
  .map(present);
const items = fc
  .array(item, { maxLength: 6 })
  .map((list) => list.map((entry, i) => ({ ...entry, id: `i${i}` })));

const common = {
  id: fc.string({ unit: fc.constantFrom('a', 'Z', '9', '客', '户', '開', '😀', ' '), maxLength: 8 }),
  name: fc.constantFrom('Portal', '客户自助服务', '', 'Ünïcode'),
  value,
  params,
  scope_items: fc.option(items, { nil: undefined, freq: 1 }),
  start_wait_months: maybe(number(0, 5)),
};

export const wildProject: fc.Arbitrary<ModelInitiative> = fc
  .record({
    ...common,
    mode: fc.constant('project' as const),
    phases,
    hold_parallel_equal: maybe(fc.boolean()),
  })
  .map((i) => present(i) as ModelInitiative);

export const wildProduct: fc.Arbitrary<ModelInitiative> = fc
  .record({ ...common, mode: fc.constant('product' as const), product })
  .map((i) => present(i) as ModelInitiative);

export const wildInitiative: fc.Arbitrary<ModelInitiative> = fc.oneof(wildProject, wildProduct);

/** The same initiative with some parameters replaced. */
export function withParams(initiative: ModelInitiative, change: ModelParameterOverrides): ModelInitiative {
  return { ...initiative, params: { ...initiative.params, ...change } };
}

/** Every loss of both modes off, so that nothing is left by which they could differ. */
export const NO_LOSSES: ModelParameterOverrides = {
  effort_basis: 'net',
  handoff_cost_share: 0,
  handover_pd: 0,
  ramp_months: 0,
  turnover_annual: 0,
  switch_scale: 0,
  queue_util: 0,
  defect_base: 0,
  extra_share: 0,
  feedback_prune: 0,
  churn_monthly: 0,
  cr_per_year: 0,
  run_pd_month: 0,
  release_pd: 0,
  slicing_share: 0,
  mlp_share: 1,
  core_share: 0,
  dependency_share: 0,
  handoffs_per_item: 0,
  wacc_annual: 0,
  gate_enabled: false,
};
