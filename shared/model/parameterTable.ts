/**
 * Every parameter of MODEL.md 2.2 as data: default, range, where the number comes from and how far it can be trusted.
 * `sources` are ids of EVIDENCE; strength is that of the best source for the *default*, or who chose it.
 */
import type { EvidenceStrength } from './evidence.ts';
import type { ModelParameters } from './types.ts';

export type ParameterId = keyof ModelParameters;
export type ParameterKind = 'number' | 'integer' | 'boolean' | 'choice' | 'table';
export type ParameterUnit =
  | 'month'
  | 'pd'
  | 'pd_per_month'
  | 'pd_per_month_of_work'
  | 'per_month'
  | 'per_year'
  | 'share'
  | 'share_per_month'
  | 'share_per_year'
  | 'factor'
  | 'people'
  | 'money_per_month'
  | 'count'
  | 'flag'
  | 'choice';
/** Whether people write values of a unit in percent, which the model takes as parts of 1. */
export const isPercent = (unit: string): boolean =>
  unit === 'share' || unit === 'share_per_month' || unit === 'share_per_year';

export type ParameterGroup =
  | 'frame'
  | 'effort'
  | 'handoff'
  | 'knowledge'
  | 'switching'
  | 'queue'
  | 'defects'
  | 'scope'
  | 'handover'
  | 'changes'
  | 'cadence'
  | 'funding';
export type ParameterStrength = EvidenceStrength | 'ours' | 'planner';

/** Why research or its absence makes a default debatable; the interface words it. */
export type DisputeReason =
  | 'assumption_not_measurement'
  | 'table_contested'
  | 'studies_conflict'
  | 'late_defect_cost_contested'
  | 'not_generalisable'
  | 'survey_or_vendor_data';

export interface ParameterInfo {
  readonly id: ParameterId;
  readonly unit: ParameterUnit;
  readonly default: number | boolean | string | readonly number[];
  /** Plausible range; null where MODEL.md leaves it to the planner. */
  readonly min: number | null;
  readonly max: number | null;
  readonly kind: ParameterKind;
  readonly choices?: readonly string[];
  readonly group: ParameterGroup;
  readonly sources: readonly string[];
  readonly strength: ParameterStrength;
  readonly disputed: boolean;
  readonly dispute?: DisputeReason;
  /** What a value must satisfy to be computed at all. */
  readonly limit: 'any' | 'share' | 'not_negative' | 'positive' | 'at_least_one' | 'whole_positive';
}

type Row = readonly [
  id: ParameterId,
  unit: ParameterUnit,
  value: number,
  min: number | null,
  max: number | null,
  group: ParameterGroup,
  limit: ParameterInfo['limit'],
  strength: ParameterStrength,
  sources: readonly string[],
  dispute?: DisputeReason,
];

const NUMBERS: readonly Row[] = [
  ['horizon_months', 'month', 36, 6, 120, 'frame', 'whole_positive', 'planner', []],
  ['days_per_month', 'pd_per_month_of_work', 21, 18, 22, 'frame', 'positive', 'planner', []],
  ['wacc_annual', 'share_per_year', 0.08, 0, 0.2, 'frame', 'not_negative', 'planner', ['P3']],
  ['effort_factor', 'factor', 1, 0.5, 5, 'effort', 'positive', 'B', ['F1', 'F2', 'F3']],
  ['value_realisation', 'factor', 1, 0, 1.6, 'effort', 'not_negative', 'B', ['X3']],
  [
    'handoff_retention',
    'share',
    0.5,
    0.2,
    0.9,
    'handoff',
    'share',
    'D',
    ['H1'],
    'assumption_not_measurement',
  ],
  [
    'handoff_cost_share',
    'share',
    0.25,
    0,
    0.6,
    'handoff',
    'share',
    'ours',
    ['R3'],
    'assumption_not_measurement',
  ],
  ['learn_rate', 'per_month', 0.35, 0.1, 1, 'knowledge', 'not_negative', 'B', ['R1']],
  [
    'forget_rate',
    'per_month',
    0.04,
    0,
    0.15,
    'knowledge',
    'not_negative',
    'conflict',
    ['R5', 'R4'],
    'studies_conflict',
  ],
  ['turnover_annual', 'share_per_year', 0.12, 0, 0.4, 'knowledge', 'not_negative', 'D', ['R6', 'H3']],
  ['familiarity_start', 'share', 0.2, 0, 1, 'knowledge', 'share', 'C', ['R1', 'H2']],
  ['ramp_start', 'share', 0.5, 0.1, 0.9, 'knowledge', 'share', 'B', ['R1', 'R2']],
  ['ramp_months', 'month', 1, 0.5, 6, 'knowledge', 'not_negative', 'B', ['R1', 'H2']],
  ['switch_scale', 'factor', 1, 0, 1.6, 'switching', 'not_negative', 'C', ['S2'], 'table_contested'],
  ['queue_util', 'share', 0.8, 0.3, 0.95, 'queue', 'share', 'ours', ['Q1', 'Q2']],
  ['queue_ca2', 'factor', 0.5, 0, 2, 'queue', 'not_negative', 'ours', ['Q1']],
  ['queue_cs2', 'factor', 0.5, 0, 2, 'queue', 'not_negative', 'ours', ['Q1']],
  ['queue_job_months', 'month', 0.5, 0.1, 3, 'queue', 'not_negative', 'ours', ['Q1']],
  ['queue_servers', 'count', 1, 1, 10, 'queue', 'at_least_one', 'ours', ['Q1']],
  [
    'defect_base',
    'share',
    0.1,
    0.05,
    0.4,
    'defects',
    'not_negative',
    'C',
    ['D1'],
    'late_defect_cost_contested',
  ],
  [
    'defect_latency',
    'factor',
    0.1,
    0,
    0.4,
    'defects',
    'not_negative',
    'B',
    ['D2', 'D3', 'D5'],
    'late_defect_cost_contested',
  ],
  ['defect_knowledge', 'share', 0.7, 0, 1, 'defects', 'share', 'B', ['S5']],
  ['extra_share', 'share', 0.35, 0, 0.7, 'scope', 'share', 'C', ['X1', 'X2', 'X3'], 'not_generalisable'],
  ['feedback_prune', 'share', 0.15, 0, 0.35, 'scope', 'share', 'ours', ['X3']],
  ['value_front', 'factor', 1.5, 1, 4, 'scope', 'not_negative', 'C', ['X2'], 'survey_or_vendor_data'],
  [
    'churn_monthly',
    'share_per_month',
    0.01,
    0.001,
    0.1,
    'scope',
    'not_negative',
    'C',
    ['P1', 'P2'],
    'studies_conflict',
  ],
  ['handover_pd', 'pd', 10, 0, 100, 'handover', 'not_negative', 'ours', []],
  ['handover_carry_over', 'share', 0, 0, 1, 'handover', 'share', 'ours', []],
  ['support_people', 'people', 2, 0.5, 10, 'handover', 'positive', 'ours', []],
  ['run_pd_month', 'pd_per_month', 4, null, null, 'changes', 'not_negative', 'planner', []],
  ['cr_per_year', 'per_year', 4, null, null, 'changes', 'not_negative', 'planner', []],
  ['cr_pd', 'pd', 20, null, null, 'changes', 'not_negative', 'planner', []],
  ['cr_value_month', 'money_per_month', 0, null, null, 'changes', 'not_negative', 'planner', []],
  ['cr_relearn', 'factor', 1, 0.5, 1.4, 'changes', 'not_negative', 'B', ['R3']],
  ['cr_new_team_share', 'share', 0.5, 0, 1, 'changes', 'share', 'ours', []],
  ['reassembly_months', 'month', 2, 0, 6, 'changes', 'not_negative', 'ours', []],
  ['cadence_months', 'month', 1, 0.1, 12, 'cadence', 'positive', 'planner', ['B1']],
  ['release_pd', 'pd', 5, 0.5, 200, 'cadence', 'not_negative', 'ours', ['B1']],
  ['slicing_share', 'share', 0.05, 0, 0.3, 'cadence', 'share', 'ours', []],
  ['mlp_share', 'share', 0.2, 0, 1, 'cadence', 'share', 'ours', []],
  ['core_share', 'share', 0.25, 0, 1, 'cadence', 'share', 'ours', []],
  ['shrink_loss', 'share', 0.2, 0, 1, 'cadence', 'share', 'ours', []],
  ['tranche_months', 'month', 3, 1, 12, 'funding', 'positive', 'ours', ['V1']],
  ['feedback_lag_months', 'month', 1, 0, 6, 'funding', 'not_negative', 'ours', []],
  ['feedback_accuracy', 'share', 0.8, 0, 1, 'funding', 'share', 'ours', []],
  ['dependency_share', 'share', 0, 0, 1, 'cadence', 'share', 'planner', []],
  ['handoffs_per_item', 'count', 0, 0, 5, 'handoff', 'not_negative', 'planner', []],
];

function numberInfo(row: Row): ParameterInfo {
  const [id, unit, value, min, max, group, limit, strength, sources, dispute] = row;
  return {
    id,
    unit,
    default: value,
    min,
    max,
    kind: limit === 'whole_positive' ? 'integer' : 'number',
    group,
    sources,
    strength,
    disputed: dispute !== undefined,
    ...(dispute === undefined ? {} : { dispute }),
    limit,
  };
}

/** Every parameter, in the order of MODEL.md 2.2; numbers first, then table, choice and flags. */
export const PARAMETERS: readonly ParameterInfo[] = [
  ...NUMBERS.map(numberInfo),
  {
    id: 'switch_table',
    unit: 'share',
    default: [0, 0.17, 0.2, 0.22, 0.24],
    min: 0,
    max: 0.9,
    kind: 'table',
    group: 'switching',
    sources: ['S2', 'S1', 'S3'],
    strength: 'C',
    disputed: true,
    dispute: 'table_contested',
    limit: 'share',
  },
  {
    id: 'effort_basis',
    unit: 'choice',
    default: 'gross',
    min: null,
    max: null,
    kind: 'choice',
    choices: ['gross', 'net'],
    group: 'effort',
    sources: [],
    strength: 'ours',
    disputed: false,
    limit: 'any',
  },
  {
    id: 'gate_enabled',
    unit: 'flag',
    default: true,
    min: null,
    max: null,
    kind: 'boolean',
    group: 'funding',
    sources: ['V1', 'V2'],
    strength: 'planner',
    disputed: false,
    limit: 'any',
  },
  {
    id: 'mandatory',
    unit: 'flag',
    default: false,
    min: null,
    max: null,
    kind: 'boolean',
    group: 'funding',
    sources: [],
    strength: 'planner',
    disputed: false,
    limit: 'any',
  },
];

/** Weinberg's table (S1), selectable instead of the default; contested by S2. */
export const WEINBERG_SWITCH_TABLE: readonly number[] = [0, 0.2, 0.4, 0.6, 0.75];
