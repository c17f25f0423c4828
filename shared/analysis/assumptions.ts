/** Something that nobody recorded and that a rule filled in; shown wherever a figure rests on it. */
export interface Assumption {
  readonly code:
    | 'effortFromCost'
    | 'effortFromBudget'
    | 'standardPhases'
    | 'carryOverAssumed'
    | 'valueAssumed'
    | 'valueUnknown'
    | 'teamFromBudget'
    | 'cadenceObserved'
    | 'releaseBeforeStart';
  /** `table.field` or `table.id.field` of the record that the rule read. */
  readonly field: string;
}
