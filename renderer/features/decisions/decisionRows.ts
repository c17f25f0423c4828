import { builtOnce } from '../../../shared/builtOnce.ts';
import type { Decision, DecisionOption, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { DecisionFilter } from './decisionStore.ts';

/** A decision with its options in their order. */
export interface DecisionRow {
  readonly decision: Decision;
  readonly options: readonly DecisionOption[];
  readonly chosen: DecisionOption | null;
  readonly due: boolean;
}

/** The options of each decision in their order; made once for each state of the table. */
export const optionsByDecision = ({ decisionOption }: PortfolioRecords) => byDecision(decisionOption);
const byDecision = builtOnce(
  (table: PortfolioRecords['decisionOption']): ReadonlyMap<string, readonly DecisionOption[]> => {
    const groups = Map.groupBy(Object.values(table), ({ decisionId }) => decisionId);
    for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
    return groups;
  },
);

/** Every decision: those due first, then open ones, then the newest. */
export function decisionRows(records: PortfolioRecords, today: string): readonly DecisionRow[] {
  const options = optionsByDecision(records);
  return Object.values(records.decision)
    .map((decision): DecisionRow => {
      const own = options.get(decision.id) ?? [];
      return {
        decision,
        options: own,
        chosen: own.find(({ chosen }) => chosen) ?? null,
        due:
          decision.state === 'decided' &&
          decision.reviewOn !== null &&
          decision.reviewOn <= today &&
          decision.reviewedOn === null,
      };
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.decision.createdAt > b.decision.createdAt
          ? -1
          : a.decision.createdAt < b.decision.createdAt
            ? 1
            : 0),
    );
}

const rank = ({ decision, due }: DecisionRow): number =>
  due ? 0 : decision.state === 'open' ? 1 : decision.state === 'decided' ? 2 : 3;

/** The rows that a state and words pick; words are looked for in question, options, reason, owner and what happened. */
export function pickRows(
  rows: readonly DecisionRow[],
  filter: DecisionFilter,
  search: string,
): readonly DecisionRow[] {
  const words = search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ decision, options, due }) => {
    if (filter === 'due' ? !due : filter !== 'all' && decision.state !== filter) return false;
    if (words.length === 0) return true;
    const text = [
      decision.name,
      decision.reason,
      decision.owner,
      decision.happened,
      ...options.flatMap(({ name, description }) => [name, description]),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
