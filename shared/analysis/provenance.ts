/** Where a value in the model's input comes from. */
export type InputSource = 'default' | 'portfolio' | 'initiative' | 'derived';

export interface Provenance {
  readonly source: InputSource;
  /** Who set it, and when (an instant); absent for defaults and for values older than the history. */
  readonly set_by?: string;
  readonly set_at?: string;
}

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
