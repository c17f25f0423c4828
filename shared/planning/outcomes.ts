import { builtOnce } from '../builtOnce.ts';
import type { Change } from '../contract/changes.ts';
import type { businessValues } from '../domain/planningRecords.ts';
import type { Outcome, OutcomeLink, OutcomeReading, PortfolioRecords } from '../domain/records.ts';
import { sumShares, tidyShare } from './contributions.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

export type BusinessValue = (typeof businessValues)[number];
export const valueBranches = ['agility', 'innovation', 'cost', 'partners'] as const;
export type ValueBranch = (typeof valueBranches)[number];

/** The tree of business value: its branches in order, each with its leaves. */
export const valueTree = {
  agility: ['timeToMarket', 'revenue', 'fasterResearch'],
  innovation: ['customerExperience', 'newProducts', 'newMarkets'],
  cost: ['operatingEfficiency', 'cashFlow', 'costTransparency'],
  partners: ['partnerRevenue', 'churn', 'partnerTimeToMarket', 'deliveryCost'],
} as const satisfies Record<ValueBranch, readonly BusinessValue[]>;

/** The branch that a business value hangs on. */
export function branchOf(value: BusinessValue): ValueBranch {
  const found = valueBranches.find((branch) => (valueTree[branch] as readonly string[]).includes(value));
  if (!found) throw new Error(`${value} hangs on no branch`);
  return found;
}

const readings = builtOnce(
  (table: PortfolioRecords['outcomeReading']): ReadonlyMap<string, readonly OutcomeReading[]> => {
    const groups = Map.groupBy(Object.values(table), ({ outcomeId }) => outcomeId);
    for (const group of groups.values())
      group.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return groups;
  },
);
const links = builtOnce(
  (table: PortfolioRecords['outcomeLink']): ReadonlyMap<string, readonly OutcomeLink[]> =>
    Map.groupBy(Object.values(table), ({ outcomeId }) => outcomeId),
);

/** Readings by outcome, oldest first; grouped once for each state of the table. */
export const readingsByOutcome = (records: PortfolioRecords) => readings(records.outcomeReading);
/** Links to initiatives by outcome. */
export const linksByOutcome = (records: PortfolioRecords) => links(records.outcomeLink);

/** Why progress cannot be told. */
export type ProgressUnknown = 'noBaseline' | 'noTarget' | 'noReading' | 'targetIsBaseline';

/** How far an outcome has come. */
export type Progress =
  | {
      readonly known: true;
      /** 0 at the baseline, 1 at the target; below 0 when it went the wrong way, above 1 when it went further. */
      readonly share: number;
      readonly latest: OutcomeReading;
    }
  | { readonly known: false; readonly why: ProgressUnknown; readonly latest: OutcomeReading | null };

/** Progress by the latest reading; never a number where one of its parts is unknown. */
export function progressOf(outcome: Outcome, ordered: readonly OutcomeReading[]): Progress {
  const latest = ordered.at(-1) ?? null;
  const unknown = (why: ProgressUnknown): Progress => ({ known: false, why, latest });
  const { baseline, target } = outcome;
  if (baseline === null) return unknown('noBaseline');
  if (target === null) return unknown('noTarget');
  if (target === baseline) return unknown('targetIsBaseline');
  if (latest === null) return unknown('noReading');
  return { known: true, share: (latest.value - baseline) / (target - baseline), latest };
}

/** True when the direction that was chosen is not the one from baseline to target. */
export function directionContradicts({ baseline, target, direction }: Outcome): boolean {
  if (baseline === null || target === null || direction === null || baseline === target) return false;
  return target > baseline !== (direction === 'up');
}

/** Past its date without having reached the target, as far as is known. */
export function isOverdue(outcome: Outcome, progress: Progress, today: string): boolean {
  if (outcome.dueDate === null || outcome.dueDate >= today) return false;
  return !progress.known || progress.share < 1;
}

/** Free share of an initiative's effort for outcomes, leaving out what it gives to `except`. */
function freeOutcomeShare(records: PortfolioRecords, initiativeId: string, except?: string): number {
  const given = Object.values(records.outcomeLink)
    .filter((each) => each.initiativeId === initiativeId && each.outcomeId !== except)
    .map(({ weight }) => weight);
  return tidyShare(1 - sumShares(given));
}

/**
 * Lets an initiative serve an outcome with a share of its effort; null takes what is still free. A share beyond that
 * is cut, and `given` says what is left of it. Refuses when nothing is free.
 */
export function linkOutcome(
  records: PortfolioRecords,
  initiativeId: string,
  outcomeId: string,
  weight: number | null,
  newId: NewId,
): Planned<{ readonly asked: number; readonly given: number }> {
  if (!Object.hasOwn(records.initiative, initiativeId) || !Object.hasOwn(records.outcome, outcomeId))
    return refuse('missing');
  const free = freeOutcomeShare(records, initiativeId, outcomeId);
  const asked = weight === null ? free : tidyShare(weight);
  const given = Math.min(asked, free);
  if (given === 0 && (weight === null || asked > 0)) return refuse('noShareLeft');
  const [own, ...surplus] = Object.values(records.outcomeLink).filter(
    (each) => each.initiativeId === initiativeId && each.outcomeId === outcomeId,
  );
  const changes: Change[] = surplus.map(({ id }) => remove('outcomeLink', id));
  if (!own) changes.push(put('outcomeLink', { id: newId(), initiativeId, outcomeId, weight: given }));
  else if (own.weight !== given) changes.push(patch('outcomeLink', own.id, { weight: given }));
  return changes.length === 0 ? refuse('alreadyThere') : { ok: true, changes, asked, given };
}

/** What goes along when outcomes are deleted. */
export interface OutcomeLoss {
  readonly outcomes: number;
  readonly readings: number;
  readonly links: number;
}

/** Deletes outcomes with their readings and links. */
export function deleteOutcomes(records: PortfolioRecords, ids: readonly string[]): Planned<OutcomeLoss> {
  const known = ids.filter((id) => Object.hasOwn(records.outcome, id));
  if (known.length === 0) return refuse('missing');
  const count = (groups: ReadonlyMap<string, readonly unknown[]>): number =>
    known.reduce((sum, id) => sum + (groups.get(id)?.length ?? 0), 0);
  return {
    ok: true,
    changes: known.map((id) => remove('outcome', id)),
    outcomes: known.length,
    readings: count(readingsByOutcome(records)),
    links: count(linksByOutcome(records)),
  };
}

/** Copies an outcome without its readings and links: they are facts of the original. */
export function duplicateOutcome(
  records: PortfolioRecords,
  id: string,
  nameOfCopy: (name: string) => string,
  newId: NewId,
): Planned<{ readonly id: string }> {
  const original = Object.hasOwn(records.outcome, id) ? records.outcome[id] : undefined;
  if (!original) return refuse('missing');
  const copy = { ...original, id: newId(), name: nameOfCopy(original.name) };
  return { ok: true, changes: [put('outcome', copy)], id: copy.id };
}
