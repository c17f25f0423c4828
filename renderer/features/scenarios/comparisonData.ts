import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PlanComparison } from '../../../shared/comparison/comparePlans.ts';
import type { InitiativeSide } from '../../../shared/comparison/initiativeSide.ts';
import type { Measures } from '../../../shared/comparison/measures.ts';
import { countKnownOnOneSide, knownOnOneSide } from '../../../shared/comparison/movedParts.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { toMajor } from '../../../shared/text/format.ts';
import {
  type ComparedMeasure,
  type ComparedRow,
  type ComparedState,
  type ComparisonData,
  comparedMeasures,
  LEAST_CHANGE,
  moneyMeasures,
  movement,
  relativeChange,
} from '../../charts/comparison/comparisonData.ts';

/** A state with its comparison with the base. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  /** The two states themselves. */
  readonly before: PortfolioRecords;
  readonly after: PortfolioRecords;
  readonly comparison: PlanComparison;
}

type Values = Readonly<Record<ComparedMeasure, number | null>>;

/**
 * What the picture draws, from comparisons that all start from the same base: its name, what it is called in a sentence,
 * and its currency; `null` while there is none.
 */
export function comparisonData(
  base: { readonly name: string; readonly called: string },
  states: readonly Compared[],
  currency: string,
): ComparisonData | null {
  if (states.length === 0) return null;
  const rows = comparedRows(states, currency)
    .filter((row) => row.values.some((_, place) => differs(row, place)))
    .sort((a, b) => movement(b) - movement(a));
  return { baseName: base.name, baseCalled: base.called, states: states.map(stateOf), rows };
}

/** Every measure of the states, also those that do not differ. */
export function comparedRows(states: readonly Compared[], currency: string): readonly ComparedRow[] {
  const [first] = states;
  if (!first) return [];
  const gapsOf = ({ coverage }: PlanComparison, side: 0 | 1): Pick<Values, 'gapMoney' | 'overlapMoney'> => ({
    gapMoney: coverage.known ? coverage.gapMoney[side] : null,
    overlapMoney: coverage.known ? coverage.overlapMoney[side] : null,
  });
  const own = valuesOf(first.comparison.before, gapsOf(first.comparison, 0), currency);
  const values = states.map(({ comparison }): Values => {
    const after = valuesOf(comparison.after, gapsOf(comparison, 1), currency);
    return comparison.sameCurrency ? after : withoutMoney(after);
  });
  return (
    (Object.keys(comparedMeasures) as ComparedMeasure[])
      // Amounts in another currency are no part of the picture.
      .filter(
        (measure) => !moneyMeasures.has(measure) || states.some(({ comparison }) => comparison.sameCurrency),
      )
      .map(
        (measure): ComparedRow => ({
          measure,
          base: own[measure],
          values: values.map((each) => each[measure]),
          comparable: values.map((each, place) =>
            withoutOneSided(measure, each[measure], states[place]!.comparison, currency),
          ),
        }),
      )
  );
}

function withoutOneSided(
  measure: ComparedMeasure,
  value: number | null,
  { initiatives }: PlanComparison,
  currency: string,
): number | null {
  if (value === null) return null;
  const { amount } = knownOnOneSide(initiatives, measure);
  return value - (measure === 'budget' ? toMajor(amount, currency) : amount);
}

/** Whether a state's sum or what moves in it differs; a difference too small to be written is none for people. */
const differs = ({ measure, base, values, comparable }: ComparedRow, place: number): boolean =>
  [values[place] ?? null, comparable[place] ?? null].some((value) => {
    if (base === null || value === null) return base !== value;
    const share = Math.abs(relativeChange(base, value) ?? 0);
    return measure === 'wasteShare' ? Math.abs(value - base) >= 0.0005 : share >= LEAST_CHANGE;
  });

function valuesOf(
  measures: Measures,
  gaps: Pick<Values, 'gapMoney' | 'overlapMoney'>,
  currency: string,
): Values {
  const { computed } = measures;
  const known = (value: number): number | null => (computed > 0 ? value : null);
  return {
    value: measures.value.known > 0 ? measures.value.sum : null,
    cost: known(measures.cost),
    wasteMoney: known(measures.wasteMoney),
    wasteDays: known(measures.wasteDays),
    wasteShare: measures.wasteShare,
    firstValueMonths: measures.firstValueMonths,
    betweenReleasesMonths: measures.betweenReleasesMonths,
    ...gaps,
    budget: measures.budget.known > 0 ? toMajor(measures.budget.sum, currency) : null,
    initiatives: measures.initiatives,
    productTeams: measures.productTeams,
  };
}

const withoutMoney = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([measure, value]) => [
      measure,
      moneyMeasures.has(measure as ComparedMeasure) ? null : value,
    ]),
  ) as Values;

function stateOf({ id, name, after: records, comparison }: Compared, index: number): ComparedState {
  const { sameCurrency } = comparison;
  const waste = (side: InitiativeSide | null): number | null =>
    sameCurrency ? (side?.wasteMoney ?? null) : null;
  return {
    id,
    name,
    letter: String.fromCharCode('A'.charCodeAt(0) + index),
    otherCurrency: sameCurrency ? null : settingsOf(records).currency,
    futures: comparison.futures,
    initiatives: comparison.initiatives.map(({ id: initiative, name: own, before, after }) => ({
      id: initiative,
      name: own,
      kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
      before: waste(before),
      after: waste(after),
    })),
    counts: countsOf(comparison),
    knownOnOneSide: countKnownOnOneSide(comparison),
  };
}

/** How many records differ, by what happened to them. */
export function countsOf({ records }: PlanComparison): ComparedState['counts'] {
  const count = (kind: 'added' | 'updated' | 'removed'): number =>
    records.changes.filter((change) => change.kind === kind).length;
  return { added: count('added'), changed: count('updated'), removed: count('removed') };
}
