import { emptyRecords, newPartner, newPhase } from '../../domain/defaults.ts';
import type {
  Engagement,
  Initiative,
  Partner,
  Phase,
  Portfolio,
  PortfolioRecords,
  Release,
} from '../../domain/records.ts';
import { matchKey, tidyLine } from '../cellText.ts';
import type { ImportPlan } from '../contract.ts';
import { readDateText, resolveDate } from '../dateText.ts';
import { detectPlan } from '../detectPlan.ts';
import { type ImportOutcome, mapTable } from '../mapTable.ts';
import type { FurtherTable, TableReport, TableRole } from '../sources.ts';
import { columnNames, tableWidth } from '../table.ts';
import { headerWords, joinColumn, joinShares, type OtherTable, roleOf } from './chooseTables.ts';
import { activityTitle, phaseKindOf } from './phaseWords.ts';

const ACTUAL_START = /\bactual\b.*\b(?:start|begin)|实际开始/i;
const ACTUAL_END = /\bactual\b.*\b(?:end|finish|completion|date)|实际(?:结束|完成)/i;
const IDS = 5;
const JOINS = 8;

/** Ids and names by which rows of other tables find an initiative. */
function keysOf(initiatives: readonly Initiative[]): ReadonlyMap<string, Initiative> {
  const keys = new Map<string, Initiative>();
  for (const initiative of initiatives)
    if (initiative.externalId !== null) keys.set(matchKey(initiative.externalId), initiative);
  for (const initiative of initiatives)
    if (!keys.has(matchKey(initiative.name))) keys.set(matchKey(initiative.name), initiative);
  return keys;
}

type Lists = {
  readonly partner: Partner[];
  readonly phase: Phase[];
  readonly release: Release[];
  readonly engagement: Engagement[];
};
const lists = (): Lists => ({ partner: [], phase: [], release: [], engagement: [] });

interface Row {
  readonly initiative: Initiative;
  /** The row read as if it were an initiative of its own: name, dates and money mean the same there. */
  readonly fields: Initiative;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
}

/**
 * Adds the rows of further tables to the initiatives of an outcome: activities as phases, suppliers as partners with
 * their engagements, releases as releases. Rows that are there already, by their own id or else their name, are brought
 * up to date. `choices` says which column joins a table; what it leaves out is found. Nothing is guessed for rows whose
 * initiative is not there: they are counted. `tables` are the choices that were made.
 */
export function joinTables(
  outcome: ImportOutcome,
  others: readonly (OtherTable & { readonly file: number })[],
  choices: readonly FurtherTable[],
  context: {
    readonly records: PortfolioRecords;
    readonly portfolio: Portfolio;
    readonly currency: string;
    readonly newId: () => string;
  },
): { readonly outcome: ImportOutcome; readonly tables: readonly FurtherTable[] } {
  if (others.length === 0) return { outcome, tables: [] };
  const { records, newId } = context;
  const updated = new Map((outcome.changes.update.initiative ?? []).map((each) => [each.id, each]));
  const initiatives = [
    ...Object.values(records.initiative).map((each) => updated.get(each.id) ?? each),
    ...(outcome.changes.add.initiative ?? []),
  ];
  const keys = keysOf(initiatives);
  const [add, update] = [lists(), lists()];
  const existing = existingBy(records, outcome);
  const tables: FurtherTable[] = [];
  const reports = others.map((other): TableReport => {
    const choice = choices.find(({ file }) => file === other.file);
    const given = choice?.columns ? { columns: choice.columns as ImportPlan['columns'] } : {};
    const detected = detectPlan(other.table, given, other, context.currency);
    const { headerRow } = detected.plan;
    const headers = columnNames(other.table.rows[headerRow] ?? [], tableWidth(other.table, headerRow));
    const role = choice?.role ?? roleOf(other.fileName, headers.names);
    const ids = new Set(keys.keys());
    const column = choice ? choice.join : joinColumn(other.table, headerRow, ids);
    tables.push({ ...choice, file: other.file, role, join: column });
    const empty = {
      fileName: other.fileName,
      role,
      join: null,
      rows: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      file: other.file,
      headers: [...headers.names],
      joins: joinShares(other.table, headerRow, ids).slice(0, JOINS),
      columns: Object.fromEntries(
        Object.entries(detected.plan.columns).filter(([, each]) => each !== column),
      ),
    };
    if (column === null || role === 'initiatives')
      return { ...empty, skipped: 0, refused: 0, unjoined: 0, unjoinedIds: [], sum: 0 };
    const { rows, report, unjoined } = readRows(
      other,
      detected.plan,
      column,
      headers.names,
      role,
      keys,
      context,
    );
    const before = [add, update].map(countOf);
    let kept = 0;
    for (const row of sorted(rows)) if (!put(role, row, existing, add, update, newId)) kept += 1;
    const [created, changed] = [add, update].map((all, index) => countOf(all) - (before[index] ?? 0));
    return {
      ...empty,
      join: headers.names[column] ?? null,
      rows: report.rows,
      created: created ?? 0,
      updated: changed ?? 0,
      unchanged: kept,
      skipped: report.skipped.length,
      refused: report.refused.length,
      unjoined: unjoined.length,
      unjoinedIds: [...new Set(unjoined)].slice(0, IDS),
      sum: rows.reduce((sum, { fields }) => sum + (fields.budget ?? 0), 0),
    };
  });
  const { report } = outcome;
  const changes = withLists(outcome.changes, add, update);
  return { tables, outcome: { ...outcome, changes, report: { ...report, tables: reports } } };
}

const countOf = (all: Lists): number => all.phase.length + all.release.length + all.engagement.length;

/** Every record once, as it stood last: one that is new stays new, however often later rows changed it. */
function withLists(changes: ImportOutcome['changes'], add: Lists, update: Lists): ImportOutcome['changes'] {
  const lastOf = <T extends { readonly id: string }>(
    ...all: readonly (readonly T[] | undefined)[]
  ): Map<string, T> => new Map(all.flatMap((list) => (list ?? []).map((each) => [each.id, each] as const)));
  const split = <T extends { readonly id: string }>(
    oldAdd: readonly T[] | undefined,
    oldUpdate: readonly T[] | undefined,
    ownAdd: readonly T[],
    ownUpdate: readonly T[],
  ): readonly [readonly T[], readonly T[]] => {
    const made = lastOf(oldAdd, ownAdd);
    const changed = lastOf(oldUpdate, ownUpdate);
    for (const [id, record] of changed)
      if (made.has(id)) {
        made.set(id, record);
        changed.delete(id);
      }
    return [[...made.values()], [...changed.values()]];
  };
  const phase = split(changes.add.phase, changes.update.phase, add.phase, update.phase);
  const release = split(changes.add.release, changes.update.release, add.release, update.release);
  const partner = split(changes.add.partner, changes.update.partner, add.partner, update.partner);
  const engagement = split(
    changes.add.engagement,
    changes.update.engagement,
    add.engagement,
    update.engagement,
  );
  return {
    ...changes,
    add: {
      ...changes.add,
      partner: partner[0],
      phase: phase[0],
      release: release[0],
      engagement: engagement[0],
    },
    update: {
      ...changes.update,
      partner: partner[1],
      phase: phase[1],
      release: release[1],
      engagement: engagement[1],
    },
  };
}

function sorted(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (a.fields.startDate ?? '9').localeCompare(b.fields.startDate ?? '9'));
}

function readRows(
  other: OtherTable,
  plan: ImportPlan,
  column: number,
  headers: readonly string[],
  role: TableRole,
  keys: ReadonlyMap<string, Initiative>,
  context: { readonly portfolio: Portfolio; readonly currency: string },
): { readonly rows: readonly Row[]; readonly report: ImportOutcome['report']; readonly unjoined: string[] } {
  const taken = Object.entries(plan.columns).filter(([, index]) => index !== column);
  const columns: ImportPlan['columns'] = Object.fromEntries(taken);
  // In a table of suppliers it is the supplier that has the name.
  if (role === 'suppliers' && columns.partners !== undefined) {
    columns.name = columns.partners;
    delete columns.partners;
  }
  const names = columnNames(other.table.rows[plan.headerRow] ?? [], tableWidth(other.table, plan.headerRow));
  let n = 0;
  const mapping = mapTable(other.table, { ...plan, columns, currency: context.currency }, names, {
    fileName: other.fileName,
    records: emptyRecords(),
    portfolio: { ...context.portfolio, currency: context.currency },
    newId: () => {
      n += 1;
      return `row-${n}`;
    },
  });
  mapping.map(0, mapping.rows);
  const { changes, report } = mapping.finish();
  const rows: Row[] = [];
  const unjoined: string[] = [];
  const header = headers[column] ?? '';
  const headerOf = (pattern: RegExp): string | undefined =>
    headers.find((each) => pattern.test(headerWords(each)));
  const [startHeader, endHeader] = [headerOf(ACTUAL_START), headerOf(ACTUAL_END)];
  for (const fields of changes.add.initiative ?? []) {
    const id = fields.extra[header] ?? '';
    const initiative = keys.get(matchKey(id));
    if (!initiative) unjoined.push(tidyLine(id).text);
    else
      rows.push({
        initiative,
        fields,
        actualStart: dayIn(fields.extra[startHeader ?? ''], 'start', plan),
        actualEnd: dayIn(fields.extra[endHeader ?? ''], 'end', plan),
      });
  }
  return { rows, report, unjoined };
}

function dayIn(text: string | undefined, side: 'start' | 'end', plan: ImportPlan): string | null {
  const read = text === undefined ? null : readDateText(tidyLine(text).text);
  if (read === null) return null;
  const order = Object.values(plan.dateOrders)[0] ?? 'yearFirst';
  const day = resolveDate(read, { order, spans: false }, side, 1);
  return typeof day === 'string' ? null : day.date;
}

interface Existing {
  readonly phases: Map<string, Phase>;
  readonly positions: Map<string, number>;
  readonly releases: Map<string, Release>;
  readonly partners: Map<string, Partner>;
  readonly engagements: Map<string, Engagement>;
}

const under = (initiativeId: string, externalId: string | null, name: string): string =>
  `${initiativeId}\n${externalId === null ? `name ${matchKey(name)}` : `id ${externalId}`}`;
const engagementKey = (each: Engagement): string =>
  `${each.initiativeId}\n${each.partnerId}\n${each.externalId ?? ''}`;

function existingBy(records: PortfolioRecords, { changes }: ImportOutcome): Existing {
  const positions = new Map<string, number>();
  for (const { initiativeId, position } of Object.values(records.phase))
    positions.set(initiativeId, Math.max(positions.get(initiativeId) ?? -1, position));
  const partners = [...Object.values(records.partner), ...(changes.add.partner ?? [])];
  const engagements = [...Object.values(records.engagement), ...(changes.add.engagement ?? [])];
  return {
    positions,
    phases: new Map(
      Object.values(records.phase).map((each) => [
        under(each.initiativeId, each.externalId, each.name),
        each,
      ]),
    ),
    releases: new Map(
      Object.values(records.release).map((each) => [
        under(each.initiativeId, each.externalId, each.name),
        each,
      ]),
    ),
    partners: new Map(partners.map((each) => [matchKey(each.name), each])),
    engagements: new Map(engagements.map((each) => [engagementKey(each), each])),
  };
}

/** What is known stays where the row does not know it. */
function over<T extends object>(old: T, known: Partial<T>): T {
  return { ...old, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) };
}

/** Puts one row among the records; false when it is there already just so. */
function put(
  role: TableRole,
  row: Row,
  existing: Existing,
  add: Lists,
  update: Lists,
  newId: () => string,
): boolean {
  if (role === 'suppliers') return putEngagement(row, existing, add, update, newId);
  const { initiative, fields } = row;
  const { externalId, startDate, endDate, budget: cost, name } = fields;
  const key = under(initiative.id, externalId, name);
  if (role === 'releases') {
    const plannedDate = endDate ?? startDate;
    const known = {
      name,
      externalId,
      plannedDate,
      actualDate: row.actualEnd,
      plannedValuePerMonth: fields.valuePerMonth,
    };
    const fresh: Release = {
      id: newId(),
      initiativeId: initiative.id,
      scopeShare: null,
      measuredValuePerMonth: null,
      hypothesis: '',
      learned: '',
      ...known,
    };
    return place(existing.releases, key, known, fresh, add.release, update.release);
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
  if (!existing.phases.has(key)) existing.positions.set(initiative.id, position);
  const title = activityTitle(name);
  const fresh: Phase = {
    ...newPhase(newId(), initiative.id, position, phaseKindOf(name).kind, title),
    ...known,
  };
  return place(existing.phases, key, { ...known, name: title }, fresh, add.phase, update.phase);
}

function place<T extends { readonly id: string }>(
  existing: Map<string, T>,
  key: string,
  known: Partial<T>,
  fresh: T,
  add: T[],
  update: T[],
): boolean {
  const old = existing.get(key);
  if (!old) {
    existing.set(key, fresh);
    add.push(fresh);
    return true;
  }
  const next = over(old, known);
  if (JSON.stringify(next) === JSON.stringify(old)) return false;
  existing.set(key, next);
  update.push(next);
  return true;
}

function putEngagement(
  { initiative, fields }: Row,
  existing: Existing,
  add: Lists,
  update: Lists,
  newId: () => string,
): boolean {
  let partner = existing.partners.get(matchKey(fields.name));
  if (!partner) {
    partner = newPartner(newId(), fields.name);
    existing.partners.set(matchKey(fields.name), partner);
    add.partner.push(partner);
  }
  const fresh: Engagement = {
    id: newId(),
    initiativeId: initiative.id,
    partnerId: partner.id,
    description: fields.description,
    amount: fields.budget,
    externalId: fields.externalId,
  };
  const known = { amount: fields.budget, description: fields.description === '' ? null : fields.description };
  // The list of initiatives may have named the supplier already, without a contract.
  const bare = engagementKey({ ...fresh, externalId: null });
  const key = existing.engagements.has(engagementKey(fresh)) ? engagementKey(fresh) : bare;
  const old = existing.engagements.get(key);
  if (old && (old.externalId !== null || fields.externalId === null || old.amount === null)) {
    const next = over(old, { ...known, externalId: fields.externalId } as Partial<Engagement>);
    if (JSON.stringify(next) === JSON.stringify(old)) return false;
    existing.engagements.delete(key);
    existing.engagements.set(engagementKey(next), next);
    update.engagement.push(next);
    return true;
  }
  existing.engagements.set(engagementKey(fresh), fresh);
  add.engagement.push(fresh);
  return true;
}
