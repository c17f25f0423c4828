/**
 * Effort scale f (MODEL.md 2.3): a gross plan already contains normal waste, so f is the share of it that is base work.
 */
import type { Compiled } from './compile.ts';
import type { Parameters } from './parameters.ts';
import { runProduct } from './productMode.ts';
import { grossEffort } from './projectMode.ts';
import type { Run } from './run.ts';

const STEPS = 60;
const SMALLEST = 0.1;
const LONG_ENOUGH = 600;

export interface EffortScale {
  readonly scale: number;
  /** The plan does not cover its fixed losses. */
  readonly warning: boolean;
}

/** f of the plan, in [0.1, 1]; `run` is scratch space. */
export function effortScale(c: Compiled, run: Run): EffortScale {
  if (c.params.effort_basis === 'net') return { scale: 1, warning: false };
  const p: Parameters = {
    ...c.params,
    effort_factor: 1,
    gate_enabled: false,
    feedback_prune: 0,
    run_pd_month: 0,
    cr_per_year: 0,
    horizon_months: LONG_ENOUGH,
  };
  const project = c.planned === 'project';
  const declared = project ? c.project.effort : c.product.scopePd;
  const booked = (scale: number): number => {
    if (project) return grossEffort(c, p, scale, run);
    runProduct(c, p, scale, run, declared);
    return run.built;
  };
  if (booked(1) <= declared) return { scale: 1, warning: false };
  let low = 0;
  let high = 1;
  for (let i = 0; i < STEPS; i++) {
    const mid = (low + high) / 2;
    if (booked(mid) > declared) high = mid;
    else low = mid;
  }
  // The low end: where booked effort jumps (one release more), the plan must not be exceeded.
  return { scale: Math.max(SMALLEST, low), warning: low < SMALLEST };
}
