import type { RecordOf, TableName } from '../shared/domain/records.ts';

/** How a field lies in its column. */
type KindOf<V> = [V] extends [boolean]
  ? 'boolean'
  : [V] extends [number]
    ? 'integer' | 'real'
    : [V] extends [string]
      ? 'text'
      : 'json';

/** Column name and kind; null is stored as NULL in every kind. */
type ColumnOf<V> = readonly [name: string, kind: KindOf<NonNullable<V>>];

/** A record field without a column here does not compile, nor one of a kind that cannot hold it. */
type Columns<T extends TableName> = { readonly [F in keyof RecordOf<T>]-?: ColumnOf<RecordOf<T>[F]> };

/** Where each field of each record lies in the file. The order of fields is the schema's. */
export const columns: { readonly [T in TableName]: Columns<T> } = {
  portfolio: {
    id: ['id', 'text'],
    name: ['name', 'text'],
    description: ['description', 'text'],
    currency: ['currency', 'text'],
    fiscalYearStartMonth: ['fiscal_year_start_month', 'integer'],
    dataDate: ['data_date', 'text'],
    dayRate: ['day_rate', 'integer'],
    assumedPaybackMonths: ['assumed_payback_months', 'real'],
    draws: ['draws', 'integer'],
    seed: ['seed', 'integer'],
    duplicateThreshold: ['duplicate_threshold', 'real'],
    parameters: ['parameters', 'json'],
  },
  team: { id: ['id', 'text'], name: ['name', 'text'], mission: ['mission', 'text'] },
  partner: {
    id: ['id', 'text'],
    name: ['name', 'text'],
    description: ['description', 'text'],
    relationship: ['relationship', 'text'],
    exitReadiness: ['exit_readiness', 'real'],
    contractEnd: ['contract_end', 'text'],
  },
  capability: {
    id: ['id', 'text'],
    parentId: ['parent_id', 'text'],
    position: ['position', 'integer'],
    code: ['code', 'text'],
    name: ['name', 'text'],
    description: ['description', 'text'],
    importance: ['importance', 'integer'],
    currentMaturity: ['current_maturity', 'integer'],
    targetMaturity: ['target_maturity', 'integer'],
    neededMoney: ['needed_money', 'integer'],
    ownerTeamId: ['owner_team_id', 'text'],
  },
  initiative: {
    id: ['id', 'text'],
    externalId: ['external_id', 'text'],
    name: ['name', 'text'],
    description: ['description', 'text'],
    mode: ['mode', 'text'],
    stage: ['stage', 'text'],
    status: ['status', 'text'],
    owner: ['owner', 'text'],
    teamId: ['team_id', 'text'],
    startDate: ['start_date', 'text'],
    endDate: ['end_date', 'text'],
    budget: ['budget', 'integer'],
    spent: ['spent', 'integer'],
    funded: ['funded', 'boolean'],
    collaborationGroup: ['collaboration_group', 'text'],
    valuePerMonth: ['value_per_month', 'integer'],
    valueDecayMonthly: ['value_decay_monthly', 'real'],
    valueEndMonth: ['value_end_month', 'real'],
    deadlineMonth: ['deadline_month', 'real'],
    penaltyPerMonth: ['penalty_per_month', 'integer'],
    teamPeople: ['team_people', 'real'],
    teamAllocation: ['team_allocation', 'real'],
    teamParallel: ['team_parallel', 'real'],
    teamDayRate: ['team_day_rate', 'integer'],
    scopePersonDays: ['scope_person_days', 'real'],
    familiarity: ['familiarity', 'real'],
    startWaitMonths: ['start_wait_months', 'real'],
    parameters: ['parameters', 'json'],
    extra: ['extra', 'json'],
  },
  phase: {
    id: ['id', 'text'],
    initiativeId: ['initiative_id', 'text'],
    position: ['position', 'integer'],
    kind: ['kind', 'text'],
    name: ['name', 'text'],
    startDate: ['start_date', 'text'],
    endDate: ['end_date', 'text'],
    actualStartDate: ['actual_start_date', 'text'],
    actualEndDate: ['actual_end_date', 'text'],
    months: ['months', 'real'],
    waitMonths: ['wait_months', 'real'],
    people: ['people', 'real'],
    allocation: ['allocation', 'real'],
    parallel: ['parallel', 'real'],
    dayRate: ['day_rate', 'integer'],
    carryOver: ['carry_over', 'real'],
    cost: ['cost', 'integer'],
    teamId: ['team_id', 'text'],
    externalId: ['external_id', 'text'],
  },
  release: {
    id: ['id', 'text'],
    initiativeId: ['initiative_id', 'text'],
    name: ['name', 'text'],
    plannedDate: ['planned_date', 'text'],
    actualDate: ['actual_date', 'text'],
    scopeShare: ['scope_share', 'real'],
    plannedValuePerMonth: ['planned_value_per_month', 'integer'],
    measuredValuePerMonth: ['measured_value_per_month', 'integer'],
    hypothesis: ['hypothesis', 'text'],
    learned: ['learned', 'text'],
    externalId: ['external_id', 'text'],
  },
  scopeItem: {
    id: ['id', 'text'],
    initiativeId: ['initiative_id', 'text'],
    name: ['name', 'text'],
    personDays: ['person_days', 'real'],
    valueShare: ['value_share', 'real'],
    useful: ['useful', 'boolean'],
    mlp: ['mlp', 'boolean'],
  },
  contribution: {
    id: ['id', 'text'],
    initiativeId: ['initiative_id', 'text'],
    capabilityId: ['capability_id', 'text'],
    weight: ['weight', 'real'],
  },
  engagement: {
    id: ['id', 'text'],
    initiativeId: ['initiative_id', 'text'],
    partnerId: ['partner_id', 'text'],
    description: ['description', 'text'],
    amount: ['amount', 'integer'],
    externalId: ['external_id', 'text'],
  },
  dependency: {
    id: ['id', 'text'],
    fromInitiativeId: ['from_initiative_id', 'text'],
    toInitiativeId: ['to_initiative_id', 'text'],
  },
};

/** SQL name of a record table. */
export const sqlTables: { readonly [T in TableName]: string } = {
  portfolio: 'portfolio',
  team: 'team',
  partner: 'partner',
  capability: 'capability',
  initiative: 'initiative',
  phase: 'phase',
  release: 'release',
  scopeItem: 'scope_item',
  contribution: 'contribution',
  engagement: 'engagement',
  dependency: 'dependency',
};

/** A field with its column, for code that walks over a table's fields. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
  readonly kind: 'text' | 'integer' | 'real' | 'boolean' | 'json';
}

/** The fields of a table in the schema's order, with their columns. */
export function fieldColumns(table: TableName): readonly FieldColumn[] {
  return Object.entries(
    columns[table] as Readonly<Record<string, readonly [string, FieldColumn['kind']]>>,
  ).map(([field, [column, kind]]) => ({ field, column, kind }));
}
