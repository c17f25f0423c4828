/** The sixteen random parameters of one iteration (MODEL.md 2.8), in their fixed order. */
import { lognormal, overrun, Pert } from './distributions.ts';
import { prepare } from './evaluate.ts';
import type { Parameters } from './parameters.ts';
import { type Pcg32, streamFor } from './rng.ts';
import type { ModelInitiative, ModelParameterOverrides, MonteCarloOptions } from './types.ts';

/** Parameters that are drawn, in the order in which each takes its one uniform. */
export const DRAWN = [
  'effort_factor',
  'value_realisation',
  'extra_share',
  'queue_job_months',
  'ramp_months',
  'handoff_retention',
  'switch_scale',
  'defect_base',
  'cr_per_year',
  'release_pd',
  'forget_rate',
  'feedback_prune',
  'defect_latency',
  'value_front',
  'handoff_cost_share',
  'churn_monthly',
] as const;
export type DrawnId = (typeof DRAWN)[number];
export type Draw = Readonly<Record<DrawnId, number>>;

const VALUE_REALISATION = new Pert(0, 0.8, 1.6);
const EXTRA_SHARE = new Pert(0.29, 1, 2);
const RETENTION = new Pert(0.4, 1, 1.8);
const SWITCH_SCALE = new Pert(0.3, 1, 1.6);
const DEFECT_BASE = new Pert(0.5, 1, 4);
const CHANGES = new Pert(0, 1, 2.5);
const FORGET = new Pert(0, 1, 3.75);
const PRUNE = new Pert(0, 1, 2.33);
const ZERO_TO_FOUR = new Pert(0, 1, 4);
const HANDOFF_COST = new Pert(0, 1, 2.4);
const MOST_EXTRA = 0.95;

/** Writes one iteration's parameters into `into`; takes exactly sixteen uniforms, whatever the values are. */
export function drawInto(stream: Pcg32, own: Parameters, into: Parameters): void {
  into.effort_factor = own.effort_factor * overrun(stream.nextUniform());
  into.value_realisation = own.value_realisation * VALUE_REALISATION.quantile(stream.nextUniform());
  into.extra_share = Math.min(MOST_EXTRA, own.extra_share * EXTRA_SHARE.quantile(stream.nextUniform()));
  into.queue_job_months = own.queue_job_months * lognormal(stream.nextUniform(), 1, 0.5);
  into.ramp_months = own.ramp_months * lognormal(stream.nextUniform(), 1, 0.4);
  into.handoff_retention = Math.min(1, own.handoff_retention * RETENTION.quantile(stream.nextUniform()));
  into.switch_scale = own.switch_scale * SWITCH_SCALE.quantile(stream.nextUniform());
  into.defect_base = own.defect_base * DEFECT_BASE.quantile(stream.nextUniform());
  into.cr_per_year = own.cr_per_year * CHANGES.quantile(stream.nextUniform());
  into.release_pd = own.release_pd * lognormal(stream.nextUniform(), 1, 0.5);
  into.forget_rate = own.forget_rate * FORGET.quantile(stream.nextUniform());
  into.feedback_prune = Math.min(1, own.feedback_prune * PRUNE.quantile(stream.nextUniform()));
  into.defect_latency = own.defect_latency * ZERO_TO_FOUR.quantile(stream.nextUniform());
  into.value_front = 1 + (own.value_front - 1) * ZERO_TO_FOUR.quantile(stream.nextUniform());
  into.handoff_cost_share = own.handoff_cost_share * HANDOFF_COST.quantile(stream.nextUniform());
  into.churn_monthly = own.churn_monthly * lognormal(stream.nextUniform(), 1, 0.7);
}

/** The parameters of the first iterations of one initiative; throws ModelInputError when it can not be computed. */
export function draws(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  defaults?: ModelParameterOverrides,
): Draw[] {
  const own = prepare(initiative, defaults).compiled.params;
  const stream = streamFor(options.seed, initiative.id);
  const drawn: Parameters = { ...own };
  return Array.from({ length: options.iterations }, () => {
    drawInto(stream, own, drawn);
    return Object.fromEntries(DRAWN.map((id) => [id, drawn[id]])) as Draw;
  });
}
