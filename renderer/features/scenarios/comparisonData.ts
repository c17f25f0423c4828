import type { PlanComparison } from '../../../shared/comparison/comparePlans.ts';
import type { Measures } from '../../../shared/comparison/measures.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { toMajor } from '../../../shared/text/format.ts';
import {
  type ComparedMeasure,
  type ComparedRow,
  type ComparedState,
  type ComparisonData,
  comparedMeasures,
  LEAST_CHANGE,
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

/** What the picture draws, from comparisons that all start from the same base; `null` while there is none. */
export function comparisonData(
  baseName: string,
  states: readonly Compared[],
  currency: string,
): ComparisonData | null {
  if (states.length === 0) return null;
  const rows = comparedRows(states, currency)
    .filter((row) => row.values.some((value) => differs(row, value)))
    .sort((a, b) => movement(b) - movement(a));
  return { baseName, states: states.map(stateOf), rows };
}

/** Every measure of the states, also those that do not differ. */
export function comparedRows(states: readonly Compared[], currency: string): readonly ComparedRow[] {
  const [first] = states;
  if (!first) return [];
  const gapsOf = ({ coverage }: PlanComparison, side: 0 | 1): Pick<Values, 'gapMoney' | 'overlapMoney'> => ({
    gapMoney: coverage.known ? coverage.gapMoney[side] : null,
    overlapMoney: coverage.known ? coverage.overlapMoney[side] : null,
  });
  const base = valuesOf(first.comparison.before, gapsOf(first.comparison, 0), currency);
  const values = states.map(({ comparison }) => valuesOf(comparison.after, gapsOf(comparison, 1), currency));
  return (Object.keys(comparedMeasures) as ComparedMeasure[]).map(
    (measure): ComparedRow => ({
      measure,
      base: base[measure],
      values: values.map((each) => each[measure]),
    }),
  );
}

/** A difference too small to be written is none for people. */
function differs({ measure, base }: ComparedRow, value: number | null): boolean {
  if (base === null || value === null) return base !== value;
  const share = Math.abs(relativeChange(base, value) ?? 0);
  return measure === 'wasteShare' ? Math.abs(value - base) >= 0.0005 : share >= LEAST_CHANGE;
}

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

function stateOf({ id, name, comparison }: Compared, index: number): ComparedState {
  return {
    id,
    name,
    letter: String.fromCharCode('A'.charCodeAt(0) + index),
    futures: comparison.futures,
    initiatives: comparison.initiatives.map(({ id: initiative, name: own, before, after }) => ({
      id: initiative,
      name: own,
      kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
      before: before?.wasteMoney ?? null,
      after: after?.wasteMoney ?? null,
    })),
    counts: countsOf(comparison),
  };
}

/** How many records differ, by what happened to them. */
export function countsOf({ records }: PlanComparison): ComparedState['counts'] {
  const count = (kind: 'added' | 'updated' | 'removed'): number =>
    records.changes.filter((change) => change.kind === kind).length;
  return { added: count('added'), changed: count('updated'), removed: count('removed') };
}
