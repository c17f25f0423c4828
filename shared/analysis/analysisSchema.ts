import { z } from 'zod';
import { WASTE_CATEGORIES } from '../model/types.ts';

/**
 * The published form of `analyse --json`. Names and units are the model's (MODEL.md 2.7, 2.8, 3): months from
 * approval, person-days, whole units of the portfolio's currency.
 */

const number = z.number();
const nullable = z.number().nullable();
const mode = z.enum(['project', 'product']);
const share = z.number().describe('0 to 1');

const byWaste = <T extends z.ZodType>(figure: T) =>
  z.strictObject(
    Object.fromEntries(WASTE_CATEGORIES.map((category) => [category, figure])) as Record<
      (typeof WASTE_CATEGORIES)[number],
      T
    >,
  );

const wasteFigure = z.strictObject({
  pd: number.describe('person-days'),
  cash: number.describe('money paid'),
  economic: number.describe('money lost without being paid'),
  money: number.describe('cash + economic'),
});

const modeResult = z.strictObject({
  mode,
  booked_pd: number.describe('person-days booked up to the horizon'),
  break_even_month: nullable,
  changes_done: number,
  changes_open: number,
  committed_at_risk: number,
  cost: number.describe('C(H)'),
  curves: z.strictObject({
    month: z.array(number),
    C: z.array(number),
    V: z.array(number),
    K: z.array(number),
  }),
  feedback_age_months: nullable,
  feedback_points: number,
  flow_efficiency: nullable,
  knowledge_at_horizon: share,
  knowledge_min_after_release: nullable,
  money_at_risk: number.describe('spent before the first release'),
  net: number.describe('value - cost'),
  npv: number,
  peak_exposure: number,
  releases: z.array(z.strictObject({ t: number.describe('month'), scope_share: share, value_share: share })),
  stopped_at: nullable.describe('month of a stop at a funding gate'),
  t_complete: nullable,
  time_to_first_value: nullable,
  useful_pd: z.strictObject({ useful: number, change: number, run: number }),
  value: number.describe('V(H)'),
  wait_months: number,
  waste: byWaste(wasteFigure),
  waste_cash_total: number,
  waste_money_total: number,
  waste_pd_total: number,
});

const costOfDelay = z.strictObject({
  cost_of_delay_per_month: number,
  duration_months: nullable,
  cd3: nullable,
});

const comparison = z.strictObject({
  project: modeResult,
  product: modeResult,
  delta: z
    .strictObject({
      cost: number,
      money_at_risk: number,
      net: number,
      npv: number,
      peak_exposure: number,
      value: number,
      waste: byWaste(z.strictObject({ pd: number, money: number })),
      waste_money_total: number,
      waste_pd_total: number,
    })
    .describe('product - project'),
  winner: z.enum(['project', 'product', 'tie']),
  cost_of_delay: z.strictObject({ project: costOfDelay, product: costOfDelay }),
  effort_scale: number.describe('f of the effort basis'),
  plan_warning: z.boolean(),
  item_order: z
    .array(
      z.strictObject({
        id: z.string(),
        pd: number,
        value_per_pd: number,
        cum_scope: number,
        cum_value: number,
      }),
    )
    .nullable(),
  measured_ratio: nullable,
});

const quantiles = z.strictObject({ mean: number, p10: number, p50: number, p90: number });
const metrics = {
  net: quantiles,
  cost: quantiles,
  value: quantiles,
  money_at_risk: quantiles,
  waste_money_total: quantiles,
};
const simulatedMode = z.strictObject({
  ...metrics,
  time_to_first_value: quantiles.describe('months; a release that never comes counts as horizon + 1'),
  p_net_positive: share,
  p_no_release: share,
  p_stopped: share,
});
const simulation = z.strictObject({
  iterations: number,
  seed: number,
  project: simulatedMode,
  product: simulatedMode,
  delta: z.strictObject({
    ...metrics,
    p_product_better: share,
    staged_funding_option_value: number,
    standard_error: number,
  }),
});

const receiptInput = z.strictObject({
  id: z.string().describe('parameter, or path of a field of the plan'),
  value: z.union([number, z.boolean(), z.string(), z.array(number)]).nullable(),
  unit: z.string(),
  source: z.enum(['default', 'portfolio', 'initiative', 'derived']),
  set_by: z.string().optional(),
  set_at: z.string().optional(),
  evidence: z.string().nullable().describe('grade of the evidence behind a default'),
  evidence_ids: z.array(z.string()),
  disputed: z.string().optional().describe('why research disputes the default'),
  range: z.tuple([number, number]).nullable(),
});

const receipt = z.strictObject({
  figure: z.string().describe('path of the figure, such as project.waste.handoffs.money'),
  mode: mode.nullable(),
  value: nullable,
  unit: z.string(),
  formula: z.string(),
  operation: z
    .enum(['sum', 'ratio', 'product', 'max', 'root', 'given'])
    .describe('how the parts make the value; for a sum, added from 0 in their order they give it exactly'),
  inputs: z.array(z.string()).describe('keys of the initiative’s table of inputs'),
  parts: z.array(
    z.strictObject({
      label: z.string(),
      value: number,
      of: z.strictObject({ kind: z.string(), index: number.optional(), id: z.string().optional() }),
    }),
  ),
  range: z.strictObject({ p10: number, p50: number, p90: number }).optional(),
});

const totals = z.strictObject({
  cost: number,
  booked_pd: number,
  waste: byWaste(wasteFigure),
  seven_wastes_pd: number,
  seven_wastes_money: number,
  simulated: z
    .strictObject({ cost: quantiles, seven_wastes_pd: quantiles, seven_wastes_money: quantiles })
    .nullable()
    .describe('the sums in simulated futures; null without draws'),
});

const overheadEffort = {
  count: number,
  pd_per_month: nullable.describe('sum of what is known'),
  money_per_month: nullable.describe('sum of what is known'),
  unknown_effort: number,
  unknown_money: number,
};

const coverage = z.strictObject({
  state: z.enum(['no_initiatives', 'no_capabilities', 'complete']),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      demand: share,
      need_money: number,
      supply_money: number,
      coverage: nullable,
      coverage_note: z.literal('supply without demand').optional(),
      gap_score: share,
      gap_money: number,
      contested_money: number,
      redundant_money: number,
      overlap_score: share,
      n_eff_initiatives: number,
      n_eff_teams: number,
      n_eff_vendors: number,
      hhi_vendor: number.describe('0 to 10,000'),
      lock_in: share,
      orphan_from_month: nullable,
      contributors: z.array(z.strictObject({ initiative: z.string(), money: number })),
    }),
  ),
  findings: z.array(
    z.strictObject({
      type: z.string(),
      subject: z.string(),
      money: number.describe('at stake; money of different findings must not be added'),
      confidence: share,
      importance: number,
      score: number,
      evidence: z.record(z.string(), z.unknown()).describe('by type, as in MODEL.md 3.5'),
      detail: z.record(z.string(), z.unknown()).nullable(),
      healthy: z.array(z.string()).describe('ways to declare it healthy, or to mend it'),
    }),
  ),
  pairs: z.array(z.strictObject({ a: z.string(), b: z.string(), similarity: share, declared: z.boolean() })),
  pairs_found: number.describe('similar pairs in all; pairs and findings hold the weightiest'),
  totals: z.strictObject({ gap_money: number, redundant_money: number }),
  money: z.record(z.string(), number),
  total_money: number,
  vendor_shares: z.record(z.string(), share),
  hhi_portfolio: number,
  unknown_money: z.array(z.string()),
  unknown_end: z.array(z.string()),
  unrated: z.array(z.string()),
  problems: z.array(z.strictObject({ code: z.string(), path: z.string() })),
});

/** What `analyse --json` prints and the analysis export holds; a test holds it against what the analysis answers. */
export const portfolioAnalysisSchema = z.strictObject({
  format: z.literal('throughline-analysis'),
  version: z.literal(1),
  portfolio: z.strictObject({
    name: z.string(),
    currency: z.string(),
    data_date: z.string().nullable(),
    horizon_months: number,
    draws: number,
    seed: number,
    origin: z.string().nullable().describe('month 0 of the coverage figures'),
  }),
  initiatives: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      mode,
      start_date: z.string().nullable().describe('month 0 of its figures'),
      value_known: z.boolean(),
      missing: z.array(z.strictObject({ code: z.string(), field: z.string() })),
      assumptions: z.array(z.strictObject({ code: z.string(), field: z.string() })),
      provenance: z.record(
        z.string(),
        z.strictObject({
          source: z.enum(['default', 'portfolio', 'initiative', 'derived']),
          unknown: z.literal(true).optional().describe('nobody entered it'),
          by: z.string().optional(),
          at: z.string().optional(),
        }),
      ),
      comparison: comparison.nullable(),
      simulation: simulation.nullable(),
      receipts: z
        .strictObject({ inputs: z.record(z.string(), receiptInput), figures: z.array(receipt) })
        .optional(),
    }),
  ),
  totals: z.strictObject({
    computed: number,
    not_computed: number,
    declared: totals,
    project: totals,
    product: totals,
    overhead: z
      .strictObject({
        initiatives: z.strictObject({ ...overheadEffort, budget: nullable, unknown_budget: number }),
        work: z.strictObject({ ...overheadEffort, manual: number.describe('of these, done by hand') }),
      })
      .describe('work that customers do not care about; its initiatives are part of the sums'),
  }),
  coverage,
});
