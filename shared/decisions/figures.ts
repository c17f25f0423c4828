import type { Measures } from '../comparison/measures.ts';
import type { Decision } from '../domain/records.ts';
import type { CoverageFigures } from './effects.ts';

/** Figures that a decision is stamped with and later held against, by key; money in whole currency units. */
const stampedFigures = [
  'cost',
  'value',
  'wasteMoney',
  'wasteDays',
  'gapMoney',
  'overlapMoney',
  'firstValueMonths',
  'initiatives',
  'productTeams',
] as const;
export type StampedFigure = (typeof stampedFigures)[number];
export type Stamp = Readonly<Record<StampedFigure, number | null>>;

/** The state of the numbers, as a decision keeps it. */
export function stampOf(
  measures: Measures,
  coverage: Pick<CoverageFigures, 'gapMoney' | 'overlapMoney'>,
): Stamp {
  return {
    cost: measures.computed > 0 ? measures.cost : null,
    value: measures.value.known > 0 ? measures.value.sum : null,
    wasteMoney: measures.computed > 0 ? measures.wasteMoney : null,
    wasteDays: measures.computed > 0 ? measures.wasteDays : null,
    gapMoney: coverage.gapMoney,
    overlapMoney: coverage.overlapMoney,
    firstValueMonths: measures.firstValueMonths,
    initiatives: measures.initiatives,
    productTeams: measures.productTeams,
  };
}

/** A figure at the moment of the decision, what was expected of it, and what it is now. */
export interface HeldFigure {
  readonly figure: StampedFigure;
  readonly before: number | null;
  readonly expected: number | null;
  readonly now: number | null;
}

/** What a decision expected, held against what is: `effects` are those of the chosen option. */
export function heldAgainst(
  decision: Pick<Decision, 'figures'>,
  effects: Readonly<Record<string, unknown>> | null,
  now: Stamp,
): readonly HeldFigure[] {
  return stampedFigures.flatMap((figure): HeldFigure[] => {
    const before = numberOf(decision.figures?.[figure]);
    const moved = numberOf(effects?.[figure]);
    if (before === null && now[figure] === null) return [];
    return [
      {
        figure,
        before,
        expected: before === null || moved === null ? null : before + moved,
        now: now[figure],
      },
    ];
  });
}

/** A stored figure as one number: a range by its likely value. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'likely' in value && typeof value.likely === 'number')
    return value.likely;
  return null;
}

/** Decisions whose review is due on a day and was not done, the longest due first. */
export function dueReviews(decisions: Iterable<Decision>, today: string): readonly Decision[] {
  return [...decisions]
    .filter(
      ({ state, reviewOn, reviewedOn }) =>
        state === 'decided' && reviewOn !== null && reviewOn <= today && reviewedOn === null,
    )
    .sort((a, b) => ((a.reviewOn ?? '') < (b.reviewOn ?? '') ? -1 : 1));
}
