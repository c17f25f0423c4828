import { newPartner, newPhase, newRelease } from '../../domain/defaults.ts';
import type {
  Engagement,
  Initiative,
  Partner,
  Phase,
  PortfolioRecords,
  Release,
} from '../../domain/records.ts';
import { inOrder } from '../projects/dateOrder.ts';
import { activityTitle, phaseKindOf } from '../projects/phaseWords.ts';
import type { ImportOutcome } from '../records/mapTable.ts';
import type { JoinedRole } from '../sources.ts';
import { matchKey } from '../table/cellText.ts';
import type { RowWords } from './joinWords.ts';

/** Records of the tables that rows of further files become. */
export interface JoinedLists {
  readonly partner: Partner[];
  readonly phase: Phase[];
  readonly release: Release[];
  readonly engagement: Engagement[];
}

/** A row of a further file and the initiative it belongs to. */
export interface JoinedRow {
  readonly initiative: Initiative;
  /** The row read as if it were an initiative of its own: name, dates and money mean the same there. */
  readonly fields: Initiative;
  /** Hears of an end that lies before its start and was left unknown. */
  readonly told: (field: 'endDate' | 'actualEndDate', day: string) => void;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  readonly words: RowWords;
}

/** Records that rows can be, by their keys; a row takes one, and the next row of the same key the next. */
export interface Existing {
  readonly positions: Map<string, number>;
  readonly phases: Map<string, Phase[]>;
  readonly releases: Map<string, Release[]>;
  readonly partners: Map<string, Partner>;
  readonly engagements: Map<string, Engagement[]>;
  readonly taken: Set<string>;
}

const under = (initiativeId: string, externalId: string | null, name: string): string =>
  `${initiativeId}\n${externalId === null ? `name ${matchKey(name)}` : `id ${externalId}`}`;
const ownKey = (each: Phase | Release): string => under(each.initiativeId, each.externalId, each.name);
const pairKey = (each: Engagement): string => `${each.initiativeId}\n${each.partnerId}`;

/** Initiatives by the ids and names by which rows of other tables find them. */
export function keysOf(initiatives: readonly Initiative[]): ReadonlyMap<string, Initiative> {
  const keys = new Map<string, Initiative>();
  for (const initiative of initiatives)
    if (initiative.externalId !== null) keys.set(matchKey(initiative.externalId), initiative);
  for (const initiative of initiatives)
    if (!keys.has(matchKey(initiative.name))) keys.set(matchKey(initiative.name), initiative);
  return keys;
}

/** What a portfolio holds, with what the list of initiatives itself adds; `aliases` are ids of partners in another list. */
export function existingBy(
  records: PortfolioRecords,
  { changes }: ImportOutcome,
  aliases: ReadonlyMap<string, string> = new Map(),
): Existing {
  const positions = new Map<string, number>();
  for (const { initiativeId, position } of Object.values(records.phase))
    positions.set(initiativeId, Math.max(positions.get(initiativeId) ?? -1, position));
  const partners = [...Object.values(records.partner), ...(changes.add.partner ?? [])];
  const engagements = [...Object.values(records.engagement), ...(changes.add.engagement ?? [])];
  return {
    positions,
    phases: Map.groupBy(Object.values(records.phase), ownKey),
    releases: Map.groupBy([...Object.values(records.release), ...(changes.add.release ?? [])], ownKey),
    partners: new Map([
      ...[...aliases].flatMap(([key, id]) =>
        records.partner[id] ? [[key, records.partner[id]] as const] : [],
      ),
      ...partners.map((each) => [matchKey(each.name), each] as const),
    ]),
    engagements: Map.groupBy(engagements, pairKey),
    taken: new Set(),
  };
}

/** What is known stays where the row does not know it. */
function over<T extends object>(old: T, known: Partial<T>): T {
  return { ...old, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) };
}

/** Puts one row among the records; false when it is there already just so. */
export function putRow(
  role: JoinedRole,
  row: JoinedRow,
  existing: Existing,
  add: JoinedLists,
  update: JoinedLists,
  newId: () => string,
): boolean {
  if (role === 'suppliers') return putEngagement(row, existing, add, update, newId);
  const { initiative, fields } = row;
  const { externalId, startDate, endDate, budget: cost, name } = fields;
  const title = role === 'releases' ? name : activityTitle(name);
  const key = under(initiative.id, externalId, title);
  const next = <T extends { readonly id: string }>(all: ReadonlyMap<string, readonly T[]>): T | undefined =>
    all.get(key)?.find(({ id }) => !existing.taken.has(id));
  if (role === 'releases') {
    const plannedDate = endDate ?? startDate;
    const { hypothesis, learned } = row.words;
    const known = {
      name,
      externalId,
      plannedDate,
      actualDate: row.actualEnd,
      plannedValuePerMonth: fields.valuePerMonth,
      // What the table does not say stays.
      ...(hypothesis === '' ? {} : { hypothesis }),
      ...(learned === '' ? {} : { learned }),
    };
    const fresh: Release = { ...newRelease(newId(), initiative.id, name), ...known };
    return place(next(existing.releases), known, fresh, existing.taken, add.release, update.release);
  }
  const known = {
    startDate,
    endDate,
    actualStartDate: row.actualStart,
    actualEndDate: row.actualEnd,
    cost,
    externalId,
    people: fields.teamPeople,
  };
  const position = (existing.positions.get(initiative.id) ?? -1) + 1;
  const old = next(existing.phases);
  if (!old) existing.positions.set(initiative.id, position);
  const fresh: Phase = {
    ...newPhase(newId(), initiative.id, position, phaseKindOf(name).kind, title),
    ...known,
  };
  const { told } = row;
  return place(old, { ...known, name: title }, fresh, existing.taken, add.phase, update.phase, told);
}

/** Brings a record up to date, or adds a fresh one where there is none; false when nothing changed. */
function place<T extends { readonly id: string }>(
  old: T | undefined,
  known: Partial<T>,
  fresh: T,
  taken: Set<string>,
  add: T[],
  update: T[],
  told: JoinedRow['told'] = () => undefined,
): boolean {
  taken.add((old ?? fresh).id);
  if (!old) {
    add.push(inOrder(fresh, told));
    return true;
  }
  const next = inOrder(over(old, known), told);
  if (JSON.stringify(next) === JSON.stringify(old)) return false;
  update.push(next);
  return true;
}

/** A partner with what a row says of it where nothing is known yet; of several contracts it ends with the last. */
function withContract(
  partner: Partner,
  { relationship, contractEnd }: RowWords,
  ...lists: readonly Partner[][]
): Partner {
  const isLater = contractEnd !== null && contractEnd > (partner.contractEnd ?? '');
  const next = {
    ...partner,
    relationship: partner.relationship ?? relationship,
    contractEnd: isLater ? contractEnd : partner.contractEnd,
  };
  if (next.relationship === partner.relationship && next.contractEnd === partner.contractEnd) return partner;
  const [, updated = []] = lists;
  for (const list of lists) {
    const at = list.findIndex(({ id }) => id === partner.id);
    if (at === -1) continue;
    list[at] = next;
    return next;
  }
  updated.push(next);
  return next;
}

function putEngagement(
  { initiative, fields, words }: JoinedRow,
  existing: Existing,
  add: JoinedLists,
  update: JoinedLists,
  newId: () => string,
): boolean {
  let partner = existing.partners.get(matchKey(fields.name));
  if (!partner) {
    partner = newPartner(newId(), fields.name);
    add.partner.push(partner);
  }
  partner = withContract(partner, words, add.partner, update.partner);
  existing.partners.set(matchKey(fields.name), partner);
  const { externalId, budget: amount, description } = fields;
  const fresh: Engagement = {
    id: newId(),
    initiativeId: initiative.id,
    partnerId: partner.id,
    description,
    amount,
    externalId,
  };
  const free = (existing.engagements.get(pairKey(fresh)) ?? []).filter(({ id }) => !existing.taken.has(id));
  // The list of initiatives may have named the supplier already, without a contract.
  const old =
    free.find((each) => each.externalId === externalId) ?? free.find((each) => each.externalId === null);
  const known: Partial<Engagement> = {
    ...(amount === null ? {} : { amount }),
    ...(description === '' ? {} : { description }),
    ...(externalId === null ? {} : { externalId }),
  };
  return place(old, known, fresh, existing.taken, add.engagement, update.engagement);
}
