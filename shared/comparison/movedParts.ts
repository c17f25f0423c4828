import type { CoverageDifference, InitiativeDifference, PlanComparison } from './comparePlans.ts';
import type { InitiativeSide } from './initiativeSide.ts';

/** A measure of a plan that initiatives or capabilities make up. */
export type MovedMeasure = InitiativeMeasure | 'gapMoney' | 'overlapMoney';

/** How the measure of a plan comes from what it is made of. */
export type MovedOperation = 'sum' | 'median' | 'ratio';

/** What one initiative or capability has of a measure on each side; null where it is not there, or not known. */
export interface MovedPart {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Each measure as one initiative has it: whole currency units (budgets: minor units), person-days, months, counts. */
const ofInitiative = {
  value: (side) => side.value,
  cost: (side) => side.cost,
  wasteMoney: (side) => side.wasteMoney,
  wasteDays: (side) => side.wasteDays,
  wasteShare: ({ wasteDays, bookedDays }) =>
    wasteDays === null || bookedDays === null || bookedDays === 0 ? null : wasteDays / bookedDays,
  firstValueMonths: (side) => side.firstValueMonths,
  betweenReleasesMonths: (side) => side.betweenReleasesMonths,
  budget: (side) => side.budget,
  initiatives: () => 1,
  productTeams: ({ mode }) => (mode === 'product' ? 1 : 0),
} as const satisfies Readonly<Record<string, (side: InitiativeSide) => number | null>>;

/** Measures that are made up of initiatives. */
export type InitiativeMeasure = keyof typeof ofInitiative;

/** What one initiative has of a measure; null where it is not known. */
export const measureOf = (side: InitiativeSide, measure: InitiativeMeasure): number | null =>
  ofInitiative[measure](side);

const isOfInitiatives = (measure: MovedMeasure): measure is InitiativeMeasure =>
  Object.hasOwn(ofInitiative, measure);

const operations: Readonly<Partial<Record<MovedMeasure, MovedOperation>>> = {
  wasteShare: 'ratio',
  firstValueMonths: 'median',
  betweenReleasesMonths: 'median',
};

/** How a measure is made of its parts. */
export const operationOf = (measure: MovedMeasure): MovedOperation => operations[measure] ?? 'sum';

/** The initiatives that move a measure, those that move it most first. */
export const initiativeParts = (
  differences: readonly InitiativeDifference[],
  measure: InitiativeMeasure,
): readonly MovedPart[] =>
  byMovement(
    differences.map(({ id, before, after }) => ({
      id,
      before: before && measureOf(before, measure),
      after: after && measureOf(after, measure),
    })),
    operationOf(measure),
  );

/**
 * The initiatives that are on both sides, but have a sum's measure on one of them only, and what they add to the
 * difference of the sums, in the measure's unit: it says what somebody filled in or took out, not what moved.
 */
export function knownOnOneSide(
  differences: readonly InitiativeDifference[],
  measure: MovedMeasure,
): { readonly ids: ReadonlySet<string>; readonly amount: number } {
  const ids = new Set<string>();
  let amount = 0;
  if (!isOfInitiatives(measure) || operationOf(measure) !== 'sum') return { ids, amount };
  for (const { id, before, after } of differences) {
    if (!before || !after) continue;
    const [old, now] = [measureOf(before, measure), measureOf(after, measure)];
    if ((old === null) === (now === null)) continue;
    ids.add(id);
    amount += (now ?? 0) - (old ?? 0);
  }
  return { ids, amount };
}

/** How many initiatives have any sum of a comparison on one side only; amounts in two currencies are none. */
export function countKnownOnOneSide({
  initiatives,
  sameCurrency,
}: Pick<PlanComparison, 'initiatives' | 'sameCurrency'>): number {
  const amounts = sameCurrency ? (['value', 'cost', 'wasteMoney', 'budget'] as const) : [];
  const ids = [...amounts, 'wasteDays' as const].flatMap((measure) => [
    ...knownOnOneSide(initiatives, measure).ids,
  ]);
  return new Set(ids).size;
}

/** The capabilities that move what gaps or overlaps are worth, those that move it most first; whole currency units. */
export const elementParts = (
  { elements }: CoverageDifference,
  measure: 'gapMoney' | 'overlapMoney',
): readonly MovedPart[] => {
  const of = measure === 'gapMoney' ? 'gap' : 'overlap';
  return byMovement(
    elements
      .filter(({ kind }) => kind === 'capability')
      .map(({ id, before, after }) => ({
        id,
        before: before?.[of] ?? null,
        after: after?.[of] ?? null,
      })),
    'sum',
  );
};

const movementOf = ({ before, after }: MovedPart): number => Math.abs((after ?? 0) - (before ?? 0));

const byMovement = (parts: readonly MovedPart[], operation: MovedOperation): readonly MovedPart[] =>
  parts
    // To a sum, what is not there or not known adds nothing; among medians and shares it is one less.
    .filter((part) => (operation === 'sum' ? movementOf(part) > 0 : part.before !== part.after))
    .sort((a, b) => movementOf(b) - movementOf(a) || (a.id < b.id ? -1 : 1));
