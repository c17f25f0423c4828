/**
 * Formula, unit and inputs of every figure, in the symbols of MODEL.md section 2. Data: kept in one place however long,
 * because it is read beside that section as one table.
 */
import type { ParameterId } from './parameterTable.ts';
import type { ReceiptUnit } from './receiptTypes.ts';
import type { Mode, WasteCategory } from './types.ts';

/** Groups of plan fields a figure depends on. */
export type FieldGroup =
  | 'people'
  | 'carry'
  | 'waits'
  | 'rate'
  | 'value'
  | 'scope'
  | 'familiarity'
  | 'measured';

export interface FigureInfo {
  readonly unit: ReceiptUnit;
  readonly formula: string;
  readonly params: readonly ParameterId[];
  readonly fields: readonly FieldGroup[];
}

const KNOWLEDGE: readonly ParameterId[] = [
  'learn_rate',
  'forget_rate',
  'turnover_annual',
  'familiarity_start',
];
const RAMP: readonly ParameterId[] = [
  'ramp_start',
  'ramp_months',
  'turnover_annual',
  'familiarity_start',
  'days_per_month',
];
const QUEUE: readonly ParameterId[] = [
  'queue_util',
  'queue_ca2',
  'queue_cs2',
  'queue_job_months',
  'queue_servers',
];
const SWITCH: readonly ParameterId[] = ['switch_table', 'switch_scale'];
const EFFORT: readonly ParameterId[] = ['effort_basis', 'effort_factor', 'days_per_month'];
const DEFECT: readonly ParameterId[] = ['defect_base', 'defect_latency', 'defect_knowledge'];
const CHANGE: readonly ParameterId[] = ['cr_per_year', 'cr_pd', 'cr_relearn'];
const NEW_TEAM: readonly ParameterId[] = ['cr_new_team_share', 'reassembly_months'];
const GATE: readonly ParameterId[] = ['gate_enabled', 'mandatory'];
const TRANCHE: readonly ParameterId[] = ['tranche_months', 'feedback_lag_months', 'feedback_accuracy'];
const VALUE: readonly ParameterId[] = [
  'value_realisation',
  'value_front',
  'cr_value_month',
  'horizon_months',
];
const RELEASE: readonly ParameterId[] = ['cadence_months', 'release_pd', 'mlp_share', 'slicing_share'];

const SWITCHING_FORMULA: Readonly<Record<Mode, string>> = {
  project:
    'Σ_i (base_i + handoff_i + defects_i + relearn_i + partially_done_i) s(parallel_i) / (1 - s(parallel_i))',
  product: 'Σ_n s(parallel) people a 21 c',
};

interface WasteInfo {
  readonly params: Readonly<Record<Mode, readonly ParameterId[]>>;
  readonly fields: Readonly<Record<Mode, readonly FieldGroup[]>>;
  readonly formula: Readonly<Record<Mode, string>>;
}

/** Pd of each category; money multiplies with the rate and adds what is lost without being paid. */
const WASTE_INFO: Readonly<Record<WasteCategory, WasteInfo>> = {
  handoffs: {
    params: {
      project: [
        'handoff_cost_share',
        'handoff_retention',
        ...KNOWLEDGE,
        'handover_pd',
        'handover_carry_over',
        ...EFFORT,
      ],
      product: ['handoff_cost_share', 'handoff_retention', 'handoffs_per_item', ...KNOWLEDGE, ...EFFORT],
    },
    fields: { project: ['people', 'carry', 'waits'], product: ['people', 'scope'] },
    formula: {
      project: 'Σ_i φ (mean K*_i - mean K_i) base_i + handover_pd (1 - handover_carry_over)',
      product: 'Σ_n φ mean K_n (1 - r^handoffs_per_item) net_n',
    },
  },
  extra_features: {
    params: {
      project: ['extra_share', ...EFFORT],
      product: ['extra_share', 'feedback_prune', ...EFFORT, ...RELEASE],
    },
    fields: { project: ['people'], product: ['people', 'scope'] },
    formula: { project: 'Σ_i extra_share base_i', product: 'Σ_n extra_n' },
  },
  task_switching: {
    params: { project: [...SWITCH, ...EFFORT], product: [...SWITCH, 'cadence_months', 'days_per_month'] },
    fields: { project: ['people'], product: ['people'] },
    formula: SWITCHING_FORMULA,
  },
  relearning: {
    params: {
      project: [
        ...RAMP,
        ...CHANGE,
        ...NEW_TEAM,
        ...KNOWLEDGE,
        'handoff_retention',
        'run_pd_month',
        'support_people',
      ],
      product: [...RAMP, ...CHANGE, ...KNOWLEDGE, 'core_share', 'shrink_loss', 'run_pd_month'],
    },
    fields: { project: ['people', 'carry'], product: ['people', 'familiarity'] },
    formula: {
      project:
        'Σ_i [people_i (1 - c_i) (1 - familiarity) ramp(D_i a_i) + people_i a_i D_i turnover/12 ramp(∞)] + Σ_k cr_pd cr_relearn [(1 - σ)(1 - K) + σ (1 - K r)]',
      product:
        'Σ_n [people a 21 (1 - familiarity)(1 - ramp_start)(T/a)(e^(-a t0/T) - e^(-a t1/T)) + people a c turnover/12 ramp(∞)] + Σ_k cr_pd cr_relearn (1 - K)',
    },
  },
  defects: {
    params: {
      project: [...DEFECT, ...KNOWLEDGE, ...EFFORT],
      product: [...DEFECT, ...KNOWLEDGE, ...EFFORT, 'cadence_months', 'mlp_share'],
    },
    fields: { project: ['people', 'waits'], product: ['people', 'scope'] },
    formula: {
      project:
        'Σ_i defect_base base_i (1 + defect_latency log2(1 + latency_i)) (1 + defect_knowledge (1 - mean K_i))',
      product:
        'Σ_n defect_base net_n (1 + defect_latency log2(1 + c/2)) (1 + defect_knowledge (1 - mean K_n))',
    },
  },
  delays: {
    params: {
      project: [...QUEUE, ...NEW_TEAM, ...VALUE, 'cr_per_year'],
      product: [...QUEUE, 'dependency_share', 'cadence_months', ...VALUE, 'cr_per_year'],
    },
    fields: { project: ['carry', 'waits', 'value'], product: ['waits', 'value'] },
    formula: {
      project: 'V(H; no waits) - V(H) + Σ_k q cr_value_month wait_k',
      product: 'V(H; no waits) - V(H) + Σ_k q cr_value_month wait_k',
    },
  },
  partially_done: {
    params: {
      project: ['churn_monthly', 'wacc_annual', ...EFFORT, ...GATE],
      product: ['churn_monthly', 'wacc_annual', 'cadence_months', ...EFFORT, ...GATE, ...TRANCHE],
    },
    fields: { project: ['people', 'waits'], product: ['people', 'scope'] },
    formula: {
      project:
        'Σ_i churn (wait_i S_i + D_i (S_i + base_i/2)) + stopped base; economic WACC/12 Σ money (release - mid)',
      product: 'Σ_n churn (c/2 net_n + c stock_n) + stopped stock; economic WACC/12 Σ money (release - mid)',
    },
  },
  release_overhead: {
    params: { project: EFFORT, product: [...RELEASE, ...EFFORT] },
    fields: { project: ['people'], product: ['people', 'scope'] },
    formula: {
      project: 'Σ_(i = release) base_i',
      product: 'Σ_releases release_pd + Σ_n slicing_share (1 - mlp_share) net_n',
    },
  },
  idle_capacity: {
    params: {
      project: [],
      product: ['core_share', 'run_pd_month', ...CHANGE, 'horizon_months', 'days_per_month'],
    },
    fields: { project: [], product: ['people'] },
    formula: {
      project: '0',
      product: 'Σ_n unused_n + max(core_share team, run + changes) (H - end) - run - changes',
    },
  },
};

const ALL_BUILD: readonly ParameterId[] = [
  ...EFFORT,
  ...KNOWLEDGE,
  ...RAMP,
  ...SWITCH,
  ...DEFECT,
  'churn_monthly',
  'handoff_cost_share',
  'handoff_retention',
  'extra_share',
];
const BUILD: Readonly<Record<Mode, readonly ParameterId[]>> = {
  project: [...ALL_BUILD, ...QUEUE, ...GATE],
  product: [...ALL_BUILD, ...RELEASE, 'feedback_prune', ...GATE, ...TRANCHE],
};
const AFTER: Readonly<Record<Mode, readonly ParameterId[]>> = {
  project: [
    'handover_pd',
    'handover_carry_over',
    'run_pd_month',
    'support_people',
    ...CHANGE,
    ...NEW_TEAM,
    'horizon_months',
  ],
  product: ['core_share', 'shrink_loss', 'run_pd_month', ...CHANGE, 'horizon_months'],
};
const PLAN: Readonly<Record<Mode, readonly FieldGroup[]>> = {
  project: ['people', 'carry', 'waits', 'rate'],
  product: ['people', 'scope', 'waits', 'rate', 'familiarity'],
};

type ModeFigure = readonly [
  unit: ReceiptUnit,
  formula: string | Readonly<Record<Mode, string>>,
  params: (mode: Mode) => readonly ParameterId[],
  fields: (mode: Mode) => readonly FieldGroup[],
];

const all = (mode: Mode): readonly ParameterId[] => [...BUILD[mode], ...AFTER[mode], ...VALUE];
const build = (mode: Mode): readonly ParameterId[] => BUILD[mode];
const plan = (mode: Mode): readonly FieldGroup[] => PLAN[mode];
const everything = (mode: Mode): readonly FieldGroup[] => [...PLAN[mode], 'value'];
const spend = (mode: Mode): readonly ParameterId[] => [...BUILD[mode], ...AFTER[mode]];

/** Figures of one mode outside the waste table. */
const MODE_FIGURES: Readonly<Record<string, ModeFigure>> = {
  cost: ['money', 'C(H) = Σ_rows pd rate paid(H)', spend, plan],
  value: [
    'money',
    'V(H) = q Σ_j dF_j G(t_j, H) - penalty (min(H, complete) - deadline)+ + q Σ_k cr_value_month (H - start_k)+',
    (m) => [...VALUE, ...BUILD[m]],
    everything,
  ],
  net: ['money', 'V(H) - C(H)', all, everything],
  npv: [
    'money',
    'Σ_(t = 1..H) (ΔV_t - ΔC_t) / (1 + WACC)^((t - 1/2)/12)',
    (m) => [...all(m), 'wacc_annual'],
    everything,
  ],
  booked_pd: ['pd', 'useful + change + run + waste', spend, plan],
  'useful_pd.useful': ['pd', 'Σ_rows useful paid(H)', build, plan],
  'useful_pd.change': ['pd', 'Σ_k cr_pd', (m) => AFTER[m], plan],
  'useful_pd.run': ['pd', 'run_pd_month (H - live)', (m) => AFTER[m], plan],
  waste_pd_total: ['pd', 'Σ_categories pd', spend, plan],
  waste_cash_total: ['money', 'Σ_categories cash', spend, plan],
  waste_money_total: ['money', 'Σ_categories (cash + economic)', all, everything],
  money_at_risk: ['money', 'C(first release)', spend, plan],
  committed_at_risk: [
    'money',
    {
      project: 'Σ_i gross_i rate_i',
      product: '⌈first release / tranche_months⌉ tranche_months people a 21 rate',
    },
    (m) => [...BUILD[m], 'tranche_months'],
    plan,
  ],
  peak_exposure: ['money', 'max_t (C(t) - V(t))', all, everything],
  break_even_month: [
    'month',
    'first t with V - C rising through 0, linear inside the month',
    all,
    everything,
  ],
  time_to_first_value: ['month', 'min_j t_j ≤ H', build, plan],
  t_complete: [
    'month',
    { project: 'Σ_i (wait_i + gross_i / (people_i a_i 21))', product: 'release of the last useful scope' },
    build,
    plan,
  ],
  stopped_at: [
    'month',
    {
      project: 'first i > 0 with G(release, H) < Σ_(j ≥ i) gross_j rate_j',
      product: 'first tranche with q^ (1 - F(u)) G(t + left/2, H) < left burn, q^ = 1 + accuracy (q - 1)',
    },
    (m) => [...BUILD[m], 'value_realisation', 'value_front', 'horizon_months'],
    everything,
  ],
  wait_months: [
    'month',
    { project: 'Σ_i w (1 - c_i)', product: 'start wait + dependency_share w' },
    () => [...QUEUE, 'dependency_share'],
    () => ['carry', 'waits'],
  ],
  flow_efficiency: ['share', 'Σ touch months / Σ batch lead times', build, plan],
  feedback_age_months: ['month', 'Σ work (release - mid) / Σ work', build, plan],
  feedback_points: [
    'count',
    'number of t_j ≤ H - feedback_lag',
    (m) => [...BUILD[m], 'feedback_lag_months', 'horizon_months'],
    plan,
  ],
  knowledge_at_horizon: [
    'share',
    'K(H), dK/dt = A - B K',
    (m) => [...KNOWLEDGE, ...AFTER[m], 'handoff_retention'],
    plan,
  ],
  knowledge_min_after_release: [
    'share',
    'min_(t ≥ first release) K(t)',
    (m) => [...KNOWLEDGE, ...AFTER[m], 'handoff_retention'],
    plan,
  ],
  'cost_of_delay.cost_of_delay_per_month': [
    'money_per_month',
    'V(H) - V(H; all releases + 1 m)',
    (m) => [...VALUE, ...BUILD[m]],
    everything,
  ],
  'cost_of_delay.cd3': [
    'money_per_month2',
    'cost of delay / months to complete',
    (m) => [...VALUE, ...BUILD[m]],
    everything,
  ],
};

/** Unit, formula and inputs of one mode's figure; undefined for a name that is no figure. */
export function modeFigureInfo(mode: Mode, name: string): FigureInfo | undefined {
  const waste = /^waste\.(\w+)\.(pd|cash|economic|money)$/.exec(name);
  if (waste) {
    const info = WASTE_INFO[waste[1] as WasteCategory];
    if (!info) return undefined;
    const kind = waste[2] as 'pd' | 'cash' | 'economic' | 'money';
    const suffix = {
      pd: '',
      cash: '; each row times its rate',
      economic: '; economic part',
      money: '; cash + economic',
    };
    return {
      unit: kind === 'pd' ? 'pd' : 'money',
      formula: info.formula[mode] + suffix[kind],
      params: info.params[mode],
      fields: kind === 'pd' ? info.fields[mode] : [...info.fields[mode], 'rate'],
    };
  }
  const figure = MODE_FIGURES[name];
  if (!figure) return undefined;
  const [unit, formula, params, fields] = figure;
  return {
    unit,
    formula: typeof formula === 'string' ? formula : formula[mode],
    params: params(mode),
    fields: fields(mode),
  };
}

/** Every figure of one mode, waste included. */
export const MODE_FIGURE_NAMES: readonly string[] = [
  ...Object.keys(MODE_FIGURES),
  ...Object.keys(WASTE_INFO).flatMap((c) =>
    ['pd', 'cash', 'economic', 'money'].map((k) => `waste.${c}.${k}`),
  ),
];

/** Figures that are product - project. */
export const DELTA_FIGURE_NAMES: readonly string[] = [
  'net',
  'cost',
  'value',
  'npv',
  'money_at_risk',
  'peak_exposure',
  'waste_money_total',
  'waste_pd_total',
  ...Object.keys(WASTE_INFO).flatMap((c) => [`waste.${c}.pd`, `waste.${c}.money`]),
];

/** Figures of the initiative itself. */
export const PLAN_FIGURES: Readonly<Record<string, FigureInfo>> = {
  effort_scale: {
    unit: 'share',
    formula: 'f in (0, 1]: declared mode at X = 1 books the declared effort',
    params: BUILD.project,
    fields: ['people', 'carry', 'waits', 'scope'],
  },
  measured_ratio: {
    unit: 'factor',
    formula: 'Σ measured / Σ v0 dF',
    params: ['value_front'],
    fields: ['value', 'measured'],
  },
  'cadence.transaction_cost': {
    unit: 'money',
    formula: 'T = release_pd (rate + v0 q / (2 capacity))',
    params: ['release_pd', 'value_realisation', 'days_per_month'],
    fields: ['people', 'rate', 'value'],
  },
  'cadence.holding_cost_rate': {
    unit: 'money_per_month2',
    formula: 'h = v0 q / build months + burn (churn + WACC/12)',
    params: ['value_realisation', 'churn_monthly', 'wacc_annual', 'days_per_month'],
    fields: ['people', 'rate', 'value', 'scope'],
  },
  'cadence.cost_per_month_at_current': {
    unit: 'money_per_month',
    formula: 'U(c) = T/c + h c/2',
    params: ['cadence_months', 'release_pd', 'churn_monthly', 'wacc_annual', 'value_realisation'],
    fields: ['people', 'rate', 'value', 'scope'],
  },
  'cadence.optimal_cadence_months': {
    unit: 'month',
    formula: 'c* = √(2T/h)',
    params: ['release_pd', 'churn_monthly', 'wacc_annual', 'value_realisation'],
    fields: ['people', 'rate', 'value', 'scope'],
  },
};
