import type { CoverageElement, ElementKind } from '../coverage/types.ts';
import type { Capability, PortfolioRecords } from '../domain/records.ts';
import { inUse } from '../planning/inUse.ts';

const prefixes: Readonly<Record<Exclude<ElementKind, 'capability'>, string>> = {
  outcome: 'outcome:',
  segment: 'segment:',
};

/** Id of an element in the coverage: capabilities keep theirs, the other kinds get their kind in front. */
export const elementId = (kind: ElementKind, id: string): string =>
  kind === 'capability' ? id : `${prefixes[kind]}${id}`;

/** The name of what an element's id means; undefined when nothing of that id is in the records. */
export function elementName(records: PortfolioRecords, id: string): string | undefined {
  for (const kind of ['outcome', 'segment'] as const) {
    if (!id.startsWith(prefixes[kind])) continue;
    const own = id.slice(prefixes[kind].length);
    if (Object.hasOwn(records[kind], own)) return records[kind][own]?.name;
  }
  return Object.hasOwn(records.capability, id) ? records.capability[id]?.name : undefined;
}

/** The name of whatever an id of the coverage means: an initiative, something needed, a partner or a team. */
export const nameBehind = (records: PortfolioRecords, id: string): string | undefined =>
  records.initiative[id]?.name ??
  elementName(records, id) ??
  records.partner[id]?.name ??
  records.team[id]?.name;

/** The capabilities that are still in use. */
export const activeCapabilities = (records: PortfolioRecords): readonly Capability[] =>
  inUse(records.capability);

/** What the portfolio needs and has not retired: capabilities, outcomes, customer segments. `major` makes whole currency units. */
export function coverageElements(
  records: PortfolioRecords,
  major: (amount: number | null) => number | null,
): readonly CoverageElement[] {
  return [
    ...activeCapabilities(records).map(
      (capability): CoverageElement => ({
        id: capability.id,
        kind: 'capability',
        name: capability.name,
        importance: capability.importance,
        current: capability.currentMaturity,
        target: capability.targetMaturity,
        needed_money: major(capability.neededMoney),
        owner_team: capability.ownerTeamId,
        parent: capability.parentId,
      }),
    ),
    ...inUse(records.outcome).map(
      (outcome): CoverageElement => ({
        id: elementId('outcome', outcome.id),
        kind: 'outcome',
        name: outcome.name,
        importance: outcome.importance,
        current: outcome.currentMaturity,
        target: outcome.targetMaturity,
        needed_money: major(outcome.neededMoney),
        owner_team: outcome.ownerTeamId,
      }),
    ),
    ...inUse(records.segment).map(
      (segment): CoverageElement => ({
        id: elementId('segment', segment.id),
        kind: 'segment',
        name: segment.name,
        ...(segment.importance === null ? {} : { importance: segment.importance }),
      }),
    ),
  ];
}
