import type { Change } from '../contract/changes.ts';
import type { AnyRecord, Initiative, PortfolioRecords } from '../domain/records.ts';
import { sumShares, tidyShare } from './contributions.ts';
import {
  type InitiativePart,
  type InitiativeTable,
  initiativeOf,
  initiativeTables,
  type PartCounts,
  partsOf,
} from './initiatives.ts';
import { type Planned, patch, refuse, remove } from './planned.ts';

/**
 * What the merged ones are to each other. `pieces`: parts of one piece of work, so amounts add up and it runs from the
 * first start to the last end. `same`: one piece of work that was entered more than once, so nothing is counted twice.
 */
export type MergeKind = 'pieces' | 'same';

/** A field of which the merged ones say different things. */
export interface MergeConflict {
  readonly field: keyof Initiative;
  /** Whose value is kept. */
  readonly winner: string;
  /** Those that say something else than the winner. */
  readonly losers: readonly string[];
}

/** A share that was cut so that an initiative gives no more than 100 %. */
export interface CutShare {
  readonly table: 'contribution' | 'outcomeLink' | 'segmentLink';
  readonly targetId: string;
  readonly asked: number;
  readonly given: number;
}

export interface MergedInitiatives {
  /** The one that stays, as it will be. */
  readonly merged: Initiative;
  readonly conflicts: readonly MergeConflict[];
  /** Fields that the one that stays did not know and learns. */
  readonly filled: readonly (keyof Initiative)[];
  /** Fields whose amounts are added, and the ones that don't know theirs. */
  readonly added: readonly { readonly field: keyof Initiative; readonly unknown: readonly string[] }[];
  readonly cut: readonly CutShare[];
  /** Parts that move over, and parts of doubles that go. */
  readonly moved: PartCounts;
  readonly dropped: PartCounts;
}

const amounts = [
  'budget',
  'spent',
  'valuePerMonth',
  'penaltyPerMonth',
  'scopePersonDays',
  'teamPeople',
] as const satisfies readonly (keyof Initiative)[];

const choosable = [
  'description',
  'mode',
  'stage',
  'status',
  'owner',
  'teamId',
  'startDate',
  'endDate',
  'budget',
  'spent',
  'funded',
  'collaborationGroup',
  'valuePerMonth',
  'valueDecayMonthly',
  'valueEndMonth',
  'deadlineMonth',
  'penaltyPerMonth',
  'teamPeople',
  'teamAllocation',
  'teamParallel',
  'teamDayRate',
  'scopePersonDays',
  'familiarity',
  'startWaitMonths',
  'externalId',
  'overhead',
] as const satisfies readonly (keyof Initiative)[];
export type ChoosableField = (typeof choosable)[number];

const isBlank = (value: unknown): boolean => value === null || value === '';

/**
 * Merges initiatives into one of them. Its name stays; a field that it does not know it learns from the first that
 * knows; where they differ `choices` says whose value wins (else that of the one that stays). Parts and links point at
 * it; shares of one target are added and, where they pass 100 % together, cut in proportion.
 */
export function mergeInitiatives(
  records: PortfolioRecords,
  fromIds: readonly string[],
  intoId: string,
  kind: MergeKind,
  choices: { readonly [F in ChoosableField]?: string } = {},
): Planned<MergedInitiatives> {
  const into = initiativeOf(records, intoId);
  const from = [...new Set(fromIds)].flatMap((id) => initiativeOf(records, id) ?? []);
  if (!into || from.length !== fromIds.length) return refuse('missing');
  if (from.length === 0 || from.some(({ id }) => id === intoId)) return refuse('sameRecord');
  const fields = mergeFields(into, from, kind, choices);
  const parts = mergeParts(records, into, from, kind);
  const links = linkTables.map((table) => mergeLinks(records, table, into.id, from));
  const changes: Change[] = [
    ...(Object.keys(fields.values).length > 0 ? [patch('initiative', intoId, fields.values)] : []),
    ...parts.changes,
    ...links.flatMap((each) => each.changes),
    ...mergeDependencies(records, intoId, from),
    ...Object.values(records.overheadWork)
      .filter(({ initiativeId }) => from.some(({ id }) => id === initiativeId))
      .map(({ id }) => patch('overheadWork', id, { initiativeId: intoId })),
    ...from.map(({ id }) => remove('initiative', id)),
  ];
  const moved = { ...parts.moved };
  for (const { table, count } of links) if (count > 0) moved[table] = count;
  return {
    ok: true,
    changes,
    merged: { ...into, ...fields.values },
    conflicts: fields.conflicts,
    filled: fields.filled,
    added: fields.added,
    cut: links.flatMap(({ cut }) => cut),
    moved,
    dropped: parts.dropped,
  };
}

function mergeFields(
  into: Initiative,
  from: readonly Initiative[],
  kind: MergeKind,
  choices: { readonly [F in ChoosableField]?: string },
) {
  const all = [into, ...from];
  const values: Record<string, unknown> = {};
  const conflicts: MergeConflict[] = [];
  const filled: (keyof Initiative)[] = [];
  const added: { field: keyof Initiative; unknown: readonly string[] }[] = [];
  for (const field of choosable) {
    const known = all.filter((each) => !isBlank(each[field]));
    if (kind === 'pieces' && (amounts as readonly string[]).includes(field)) {
      if (known.length < 2) {
        if (known[0] && known[0].id !== into.id) {
          values[field] = known[0][field];
          filled.push(field);
        }
        continue;
      }
      values[field] = known.reduce((sum, each) => sum + Number(each[field]), 0);
      added.push({ field, unknown: all.filter((each) => isBlank(each[field])).map(({ id }) => id) });
      continue;
    }
    if (kind === 'pieces' && (field === 'startDate' || field === 'endDate') && !choices[field]) {
      const days = known.map((each) => String(each[field])).sort();
      const day = field === 'startDate' ? days[0] : days.at(-1);
      if (day !== undefined && day !== into[field]) {
        values[field] = day;
        if (into[field] === null) filled.push(field);
      }
      continue;
    }
    const chosen = known.find(({ id }) => id === choices[field]);
    const winner = chosen ?? (isBlank(into[field]) ? known[0] : into);
    if (!winner) continue;
    const losers = known.filter((each) => each[field] !== winner[field]).map(({ id }) => id);
    if (losers.length > 0) conflicts.push({ field, winner: winner.id, losers });
    if (winner[field] === into[field]) continue;
    values[field] = winner[field];
    if (isBlank(into[field])) filled.push(field);
  }
  // The chosen dates may come from two of them; an end before its start would be refused.
  const [start, end] = [values.startDate ?? into.startDate, values.endDate ?? into.endDate];
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    values.startDate = end;
    values.endDate = start;
  }
  for (const field of ['parameters', 'extra'] as const) {
    const joined = Object.assign({}, ...[...from].reverse().map((each) => each[field]), into[field]);
    if (Object.keys(joined).length > Object.keys(into[field]).length) {
      values[field] = joined;
      filled.push(field);
    }
  }
  // What one of them retired is alive in the merged one as long as another is.
  if (into.retired && from.some(({ retired }) => !retired)) values.retired = false;
  return { values, conflicts, filled, added };
}

const linkTables = ['contribution', 'outcomeLink', 'segmentLink'] as const;
type LinkTable = (typeof linkTables)[number];
const targetField = {
  contribution: 'capabilityId',
  outcomeLink: 'outcomeId',
  segmentLink: 'segmentId',
} as const satisfies Record<LinkTable, string>;
/** Of a double, these are taken from one of the two: the work is there once. Releases and engagements are facts of their own. */
const onceOnly: readonly InitiativeTable[] = ['phase', 'scopeItem', 'tranche', 'handoff'];

function mergeParts(
  records: PortfolioRecords,
  into: Initiative,
  from: readonly Initiative[],
  kind: MergeKind,
) {
  const changes: Change[] = [];
  const moved: Partial<Record<InitiativeTable, number>> = {};
  const dropped: Partial<Record<InitiativeTable, number>> = {};
  const count = (counts: typeof moved, table: InitiativeTable, by: number): void => {
    if (by > 0) counts[table] = (counts[table] ?? 0) + by;
  };
  for (const table of initiativeTables) {
    if ((linkTables as readonly string[]).includes(table) || table === 'allocation') continue;
    const own = partsOf(records, table, new Set([into.id]));
    let position = own.reduce((last, part) => Math.max(last, positionOf(part)), -1) + 1;
    let taken = own.length > 0;
    for (const { id } of from) {
      const parts = [...partsOf(records, table, new Set([id]))].sort((a, b) => positionOf(a) - positionOf(b));
      if (parts.length === 0) continue;
      if (kind === 'same' && taken && onceOnly.includes(table)) {
        count(dropped, table, parts.length);
        continue;
      }
      taken = true;
      for (const part of parts) {
        const place = 'position' in part ? { position: position++ } : {};
        changes.push(patch(table, part.id, { initiativeId: into.id, ...place }));
      }
      count(moved, table, parts.length);
    }
  }
  const people = mergeAllocations(records, into.id, new Set(from.map(({ id }) => id)), kind);
  changes.push(...people.changes);
  count(moved, 'allocation', people.moved);
  count(dropped, 'allocation', people.joined);
  // A handoff that stays while the phase it led into is dropped keeps its row; the file clears the reference.
  return { changes, moved, dropped };
}

const positionOf = (part: InitiativePart): number => ('position' in part ? Number(part.position) : 0);

/** People of one team in one quarter are one number: added for pieces, the larger one for a double. */
function mergeAllocations(
  records: PortfolioRecords,
  intoId: string,
  from: ReadonlySet<string>,
  kind: MergeKind,
) {
  const changes: Change[] = [];
  let [moved, joined] = [0, 0];
  const all = Object.values(records.allocation);
  const key = (each: { teamId: string; quarter: string }): string => `${each.quarter} ${each.teamId}`;
  const own = new Map(
    all.filter((each) => each.initiativeId === intoId).map((each) => [key(each), each] as const),
  );
  for (const each of all.filter(({ initiativeId }) => from.has(initiativeId))) {
    const before = own.get(key(each));
    if (!before) {
      own.set(key(each), each);
      changes.push(patch('allocation', each.id, { initiativeId: intoId }));
      moved += 1;
      continue;
    }
    joined += 1;
    const people =
      kind === 'pieces'
        ? Math.min(100_000, before.people + each.people)
        : Math.max(before.people, each.people);
    own.set(key(each), { ...before, people });
    changes.push(patch('allocation', before.id, { people }));
  }
  return { changes, moved, joined };
}

interface Link {
  readonly id: string;
  readonly initiativeId: string;
  readonly weight: number;
}

function mergeLinks(
  records: PortfolioRecords,
  table: LinkTable,
  intoId: string,
  from: readonly Initiative[],
) {
  const rank = new Map([intoId, ...from.map(({ id }) => id)].map((id, index) => [id, index]));
  const links = (Object.values(records[table]) as unknown as Link[])
    .filter(({ initiativeId }) => rank.has(initiativeId))
    .sort((a, b) => rank.get(a.initiativeId)! - rank.get(b.initiativeId)!);
  const targetOf = (link: Link): string => String((link as unknown as AnyLink)[targetField[table]]);
  const groups = Map.groupBy(links, targetOf);
  const asked = new Map(
    [...groups].map(([target, own]) => [target, sumShares(own.map(({ weight }) => weight))]),
  );
  const total = sumShares([...asked.values()]);
  const changes: Change[] = [];
  const cut: CutShare[] = [];
  const foreign = links.some(({ initiativeId }) => initiativeId !== intoId);
  if (!foreign) return { table, changes, cut, count: 0 };
  for (const [target, own] of groups) {
    const wanted = asked.get(target)!;
    // Rounded down, so that the shares never pass the whole together.
    const given = total > 1 ? Math.floor((wanted / total) * 1e6) / 1e6 : tidyShare(wanted);
    if (given < wanted) cut.push({ table, targetId: target, asked: wanted, given });
    const [kept, ...surplus] = own;
    const values = {
      ...(kept!.initiativeId === intoId ? {} : { initiativeId: intoId }),
      ...(kept!.weight === given ? {} : { weight: given }),
    };
    for (const { id } of surplus) changes.push(remove(table, id));
    if (Object.keys(values).length > 0) changes.push(patch(table, kept!.id, values));
  }
  const count = links.filter(({ initiativeId }) => initiativeId !== intoId).length;
  return { table, changes, cut, count };
}
type AnyLink = Readonly<Record<string, unknown>>;

/** Dependencies point at the one that stays; one on itself and one that is there already go. */
function mergeDependencies(
  records: PortfolioRecords,
  intoId: string,
  from: readonly Initiative[],
): readonly Change[] {
  const gone = new Set(from.map(({ id }) => id));
  const target = (id: string): string => (gone.has(id) ? intoId : id);
  const changes: Change[] = [];
  const all = Object.values(records.dependency);
  const touched = (each: AnyRecord & { fromInitiativeId: string; toInitiativeId: string }): boolean =>
    gone.has(each.fromInitiativeId) || gone.has(each.toInitiativeId);
  const known = new Set(
    all
      .filter((each) => !touched(each))
      .map(({ fromInitiativeId, toInitiativeId }) => `${fromInitiativeId}\n${toInitiativeId}`),
  );
  for (const each of all) {
    if (!touched(each)) continue;
    const [start, end] = [target(each.fromInitiativeId), target(each.toInitiativeId)];
    const key = `${start}\n${end}`;
    if (start === end || known.has(key)) changes.push(remove('dependency', each.id));
    else {
      known.add(key);
      changes.push(patch('dependency', each.id, { fromInitiativeId: start, toInitiativeId: end }));
    }
  }
  return changes;
}
