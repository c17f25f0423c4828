/**
 * Records of the quantitative model (MODEL.md section 2).
 * Names are the model's own wire names in snake_case, so a JSON vector is a value of these types and nothing is
 * named twice. Units: months (m) from approval, person-days (pd), one currency for all money.
 */

export type Mode = 'project' | 'product';
export type PhaseKind = 'analysis' | 'design' | 'build' | 'test' | 'release';
export type EffortBasis = 'gross' | 'net';

/** The seven wastes followed by the two costs that are the price of a mode (MODEL.md 2.7). */
export const WASTE_CATEGORIES = [
  'handoffs',
  'extra_features',
  'task_switching',
  'relearning',
  'defects',
  'delays',
  'partially_done',
  'release_overhead',
  'idle_capacity',
] as const;
export type WasteCategory = (typeof WASTE_CATEGORIES)[number];

/** Categories of work that is not waste. */
export const USEFUL_CATEGORIES = ['useful', 'change', 'run'] as const;
export type UsefulCategory = (typeof USEFUL_CATEGORIES)[number];

export interface ModelPhase {
  readonly kind: PhaseKind;
  readonly name?: string;
  /** Planned months, more than 0. */
  readonly months: number;
  /** Heads, more than 0. */
  readonly people: number;
  /** Share of the people's time, in (0, 1]; 1 when absent. */
  readonly allocation?: number;
  /** Mean number of initiatives these people work on at once, at least 1; 1 when absent. */
  readonly parallel?: number;
  /** Money per pd. */
  readonly rate: number;
  /** Share of this phase's people who worked in the phase before; 0 when absent. */
  readonly carry_over?: number;
  /** Recorded wait before the phase in m; replaces the queue formula. */
  readonly wait_months?: number | null;
  readonly team?: string;
}

export interface ModelProduct {
  readonly people: number;
  readonly allocation?: number;
  readonly parallel?: number;
  /** Money per pd. */
  readonly rate: number;
  readonly scope_pd: number;
  /** Knowledge at the start, share 0..1; replaces familiarity_start for the product mode. */
  readonly familiarity?: number | null;
  readonly start_wait_months?: number | null;
}

export interface ModelValue {
  /** Money per month once all useful scope is released. */
  readonly per_month?: number;
  /** Exponential decay of the value per month. */
  readonly decay_monthly?: number;
  /** Month after which nothing more is earned. */
  readonly end_month?: number | null;
  readonly deadline_month?: number | null;
  /** Money per month late, owed from the deadline until completion. */
  readonly penalty_per_month?: number;
}

export interface ModelScopeItem {
  readonly id: string;
  readonly pd: number;
  readonly value_share?: number;
  /** Whether customers care; true when absent. */
  readonly useful?: boolean;
  /** Whether the item belongs to the minimum lovable product; false when absent. */
  readonly mlp?: boolean;
}

export interface ModelActualRelease {
  readonly month: number;
  /** Cumulative share of the useful scope released, 0..1. */
  readonly scope_share: number;
  /** Measured money per month; absent or null means nobody measured. */
  readonly measured_per_month?: number | null;
}

/** Numeric parameters of MODEL.md 2.2. */
export interface ModelNumericParameters {
  readonly horizon_months: number;
  readonly days_per_month: number;
  readonly wacc_annual: number;
  readonly effort_factor: number;
  readonly value_realisation: number;
  readonly handoff_retention: number;
  readonly handoff_cost_share: number;
  readonly learn_rate: number;
  readonly forget_rate: number;
  readonly turnover_annual: number;
  readonly familiarity_start: number;
  readonly ramp_start: number;
  readonly ramp_months: number;
  readonly switch_scale: number;
  readonly queue_util: number;
  readonly queue_ca2: number;
  readonly queue_cs2: number;
  readonly queue_job_months: number;
  readonly queue_servers: number;
  readonly defect_base: number;
  readonly defect_latency: number;
  readonly defect_knowledge: number;
  readonly extra_share: number;
  readonly feedback_prune: number;
  readonly value_front: number;
  readonly churn_monthly: number;
  readonly handover_pd: number;
  readonly handover_carry_over: number;
  readonly support_people: number;
  readonly run_pd_month: number;
  readonly cr_per_year: number;
  readonly cr_pd: number;
  readonly cr_value_month: number;
  readonly cr_relearn: number;
  readonly cr_new_team_share: number;
  readonly reassembly_months: number;
  readonly cadence_months: number;
  readonly release_pd: number;
  readonly slicing_share: number;
  readonly mlp_share: number;
  readonly core_share: number;
  readonly shrink_loss: number;
  readonly tranche_months: number;
  readonly feedback_lag_months: number;
  readonly feedback_accuracy: number;
  readonly dependency_share: number;
  readonly handoffs_per_item: number;
}

export interface ModelParameters extends ModelNumericParameters {
  readonly effort_basis: EffortBasis;
  /** Share of time lost with n = 1, 2, 3, ... parallel initiatives. */
  readonly switch_table: readonly number[];
  readonly gate_enabled: boolean;
  readonly mandatory: boolean;
}

export type ModelParameterOverrides = Partial<ModelParameters>;

export interface ModelInitiative {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly mode: Mode;
  readonly start_month?: number;
  readonly value?: ModelValue | null;
  readonly params?: ModelParameterOverrides | null;
  readonly phases?: readonly ModelPhase[] | null;
  readonly product?: ModelProduct | null;
  readonly scope_items?: readonly ModelScopeItem[] | null;
  readonly actual_releases?: readonly ModelActualRelease[] | null;
  readonly start_wait_months?: number | null;
  readonly hold_parallel_equal?: boolean;
}

export interface WasteFigure {
  /** Booked person-days. */
  readonly pd: number;
  /** Money paid. */
  readonly cash: number;
  /** Money lost without being paid. */
  readonly economic: number;
  /** cash + economic. */
  readonly money: number;
}

export interface ReleaseResult {
  readonly t: number;
  /** Cumulative share of the useful scope. */
  readonly scope_share: number;
  /** Share of the value this release adds. */
  readonly value_share: number;
}

export interface Curves {
  readonly month: readonly number[];
  readonly C: readonly number[];
  readonly V: readonly number[];
  readonly K: readonly number[];
}

export interface ModeResult {
  readonly mode: Mode;
  readonly booked_pd: number;
  readonly break_even_month: number | null;
  readonly changes_done: number;
  readonly changes_open: number;
  readonly committed_at_risk: number;
  readonly cost: number;
  readonly curves: Curves;
  readonly feedback_age_months: number;
  readonly feedback_points: number;
  readonly flow_efficiency: number;
  readonly knowledge_at_horizon: number;
  readonly knowledge_min_after_release: number;
  readonly money_at_risk: number;
  readonly net: number;
  readonly npv: number;
  readonly peak_exposure: number;
  readonly releases: readonly ReleaseResult[];
  readonly stopped_at: number | null;
  readonly t_complete: number | null;
  readonly time_to_first_value: number | null;
  readonly useful_pd: Readonly<Record<UsefulCategory, number>>;
  readonly value: number;
  readonly wait_months: number;
  readonly waste: Readonly<Record<WasteCategory, WasteFigure>>;
  readonly waste_cash_total: number;
  readonly waste_money_total: number;
  readonly waste_pd_total: number;
}

export interface CostOfDelay {
  readonly cost_of_delay_per_month: number;
  readonly duration_months: number;
  readonly cd3: number;
}

/** product - project. */
export interface CompareDelta {
  readonly cost: number;
  readonly money_at_risk: number;
  readonly net: number;
  readonly npv: number;
  readonly peak_exposure: number;
  readonly value: number;
  readonly waste: Readonly<Record<WasteCategory, { readonly pd: number; readonly money: number }>>;
  readonly waste_money_total: number;
  readonly waste_pd_total: number;
}

export interface ItemOrderEntry {
  readonly id: string;
  readonly pd: number;
  readonly value_per_pd: number;
  readonly cum_scope: number;
  readonly cum_value: number;
}

export type Winner = Mode | 'tie';

export interface CompareResult {
  readonly project: ModeResult;
  readonly product: ModeResult;
  readonly delta: CompareDelta;
  readonly winner: Winner;
  readonly cost_of_delay: Readonly<Record<Mode, CostOfDelay>>;
  /** f of MODEL.md 2.3. */
  readonly effort_scale: number;
  /** True when the plan does not cover its fixed losses (f < 0.10). */
  readonly plan_warning: boolean;
  readonly item_order: readonly ItemOrderEntry[] | null;
  readonly measured_ratio: number | null;
}

/**
 * Signature of `compare` in compare.ts: `defaults` replaces the global defaults of MODEL.md 2.2 (portfolio level),
 * `initiative.params` replaces both. Throws ModelInputError when `problems` is not empty.
 */
export type Compare = (initiative: ModelInitiative, defaults?: ModelParameterOverrides) => CompareResult;

/** One reason why an initiative can not be computed; `path` is a dotted path into the record. */
export interface ModelProblem {
  readonly code: ProblemCode;
  readonly path: string;
}

/** MODEL.md 2.1 lists the reasons without codes; these are ours, stable, one for each reason. */
export type ProblemCode =
  | 'NO_DELIVERY_DATA'
  | 'NOT_A_NUMBER'
  | 'NEGATIVE'
  | 'NOT_POSITIVE'
  | 'ALLOCATION_RANGE'
  | 'PARALLEL_RANGE'
  | 'SHARE_RANGE'
  | 'HORIZON_NOT_WHOLE'
  | 'TOO_LARGE'
  | 'BAD_CHOICE'
  | 'BAD_TABLE'
  | 'BAD_RECORD';

export interface Quantiles {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface MonteCarloMode {
  readonly net: Quantiles;
  readonly cost: Quantiles;
  readonly value: Quantiles;
  readonly time_to_first_value: Quantiles;
  readonly money_at_risk: Quantiles;
  readonly waste_money_total: Quantiles;
  readonly p_net_positive: number;
  readonly p_no_release: number;
  readonly p_stopped: number;
}

export interface MonteCarloDelta {
  readonly net: Quantiles;
  readonly cost: Quantiles;
  readonly value: Quantiles;
  readonly money_at_risk: Quantiles;
  readonly waste_money_total: Quantiles;
  readonly p_product_better: number;
  readonly staged_funding_option_value: number;
  readonly standard_error: number;
}

/** Initial state of a stream: a whole number from 0 to 2^64 - 1; from 2^53 on only a bigint holds it exactly. */
export type Seed = number | bigint;

export interface MonteCarloResult {
  readonly iterations: number;
  readonly seed: Seed;
  readonly project: MonteCarloMode;
  readonly product: MonteCarloMode;
  readonly delta: MonteCarloDelta;
}

export interface MonteCarloOptions {
  readonly iterations: number;
  readonly seed: Seed;
}

export interface MonteCarloHooks {
  /** Called with the number of finished iterations, at most about 100 times. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true makes `monteCarlo` return null. */
  readonly isCancelled?: () => boolean;
}
