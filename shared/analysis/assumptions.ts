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
    /** Neither phases nor a team are recorded: the budget is what the work costs in the mode it is set to. */
    | 'budgetOfMode'
    | 'cadenceObserved'
    | 'releaseBeforeStart';
  /** `table.field` or `table.id.field` of the record that the rule read. */
  readonly field: string;
}

/** Whether the budget stands for the cost of the work in the mode that is set, so that another mode is another plan. */
export const isBudgetOfMode = (basis: { readonly assumptions: readonly Assumption[] }): boolean =>
  basis.assumptions.some(({ code }) => code === 'budgetOfMode');
