/** Both modes of one compiled initiative with the buffers they were computed in. */
import { type Compiled, compile } from './compile.ts';
import { type EffortScale, effortScale } from './effortBasis.ts';
import { Totals, totalRun } from './outputs.ts';
import type { Parameters } from './parameters.ts';
import { problems } from './problems.ts';
import { runProduct } from './productMode.ts';
import { runProject } from './projectMode.ts';
import { Run } from './run.ts';
import type { ModelInitiative, ModelParameterOverrides, ModelProblem } from './types.ts';

/** The initiative can not be computed; `problems` says why, with the path of each field. */
export class ModelInputError extends Error {
  readonly id: string;
  readonly problems: readonly ModelProblem[];
  constructor(id: string, found: readonly ModelProblem[]) {
    super(`${id}: ${found.map((p) => `${p.path} ${p.code}`).join(', ')}`);
    this.name = 'ModelInputError';
    this.id = id;
    this.problems = found;
  }
}

/** A compiled initiative, its effort scale and reusable buffers for both modes. */
export interface Workbench {
  readonly compiled: Compiled;
  readonly effort: EffortScale;
  readonly project: Run;
  readonly product: Run;
  readonly projectTotals: Totals;
  readonly productTotals: Totals;
}

/** Checks and compiles; throws ModelInputError when the initiative can not be computed. */
export function prepare(initiative: ModelInitiative, defaults?: ModelParameterOverrides): Workbench {
  const found = problems(initiative, defaults);
  if (found.length > 0) throw new ModelInputError(String(initiative.id), found);
  const compiled = compile(initiative, defaults);
  const project = new Run();
  const effort = effortScale(compiled, project);
  return {
    compiled,
    effort,
    project,
    product: new Run(),
    projectTotals: new Totals(),
    productTotals: new Totals(),
  };
}

/** Runs the project mode with parameters `p`; the effort scale stays that of the plan. */
export function evaluateProject(w: Workbench, p: Parameters): Totals {
  runProject(w.compiled, p, w.effort.scale, w.project);
  totalRun(w.compiled, p, w.project, w.projectTotals);
  return w.projectTotals;
}

/** Runs the product mode with parameters `p`; the effort scale stays that of the plan. */
export function evaluateProduct(w: Workbench, p: Parameters): Totals {
  runProduct(w.compiled, p, w.effort.scale, w.product);
  totalRun(w.compiled, p, w.product, w.productTotals);
  return w.productTotals;
}

/** Net of both modes, in money. */
export interface Nets {
  readonly project: number;
  readonly product: number;
}

/** Nets with parameters `p`. */
export function evaluateNets(w: Workbench, p: Parameters): Nets {
  const product = evaluateProduct(w, p);
  const project = evaluateProject(w, p);
  return { product: product.value - product.cost, project: project.value - project.cost };
}

/** Part of a sum of money below which a difference from another sum is rounding. */
const ROUNDING = 1e-9;

/** `difference` of two of the `sums`; 0 where it is no more than their last bits, so that these decide nothing. */
export function beyondRounding(difference: number, ...sums: readonly number[]): number {
  const size = sums.reduce((largest, sum) => Math.max(largest, Math.abs(sum)), 1);
  return Math.abs(difference) <= ROUNDING * size ? 0 : difference;
}

/** product - project in money; 0 where the modes are equal but for rounding. */
export function leadOf({ project, product }: Nets): number {
  return beyondRounding(product - project, product, project);
}
