import type { Capability, OutcomeReading, Team } from '../../domain/records.ts';
import { type SubjectRecord, subjectKinds, subjectTables } from '../columns/subjectKinds.ts';
import type { RowMatch, SkipReason } from '../contract.ts';
import { type ImportField, nameColumns, type OtherSubject } from '../importFields.ts';
import { createMoreReader } from '../reading/readMore.ts';
import type { RowValues } from '../reading/rowValues.ts';
import { shownValue } from '../reading/showRow.ts';
import type { SourceNote } from '../sources.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { cellAt, columnCells } from '../table/rows.ts';
import { ownName } from '../values/splitNames.ts';
import { createGoalLinks } from './linkedGoals.ts';
import { createLinks } from './linkedRecords.ts';
import type { MatchRecord, RowKey } from './matchRows.ts';
import type { RecordLists, Refusal, RowTarget, TargetParts } from './rowTarget.ts';
import { createSubjectPlaces, type SubjectPlaces } from './subjectPlaces.ts';

type Values = Readonly<Record<string, unknown>>;

const MAX_CODE = 100;
const EXAMPLES = 5;
/** Fields that an empty cell can make unknown. */
const CLEARABLE: readonly ImportField[] = [
  ...(['externalId', 'description', 'owner', 'segments', 'businessValue', 'metric', 'unit'] as const),
  ...(['baseline', 'target', 'endDate', 'direction', 'importance', 'currentMaturity'] as const),
  ...(['targetMaturity', 'budget', 'kind', 'relationship', 'parent'] as const),
];
const TEXTS: ReadonlySet<string> = new Set(['description', 'metric', 'unit']);

/** Takes rows in as capabilities, outcomes, customer segments or partners. */
export function createSubjectTarget(subject: OtherSubject, parts: TargetParts): RowTarget {
  const { table, plan, names, read, tally, context } = parts;
  const { records, portfolio, newId } = context;
  const kind = subjectKinds[subject];
  const ours = records[subjectTables[subject]] as Readonly<Record<string, SubjectRecord>>;
  const more = createMoreReader(table, plan, names, tally, portfolio.fiscalYearStartMonth);
  const links = createLinks(records, { capabilities: '', partners: '' }, newId);
  const goals = createGoalLinks(records, { outcomes: '', segments: '' }, newId, context.aliases);
  const nameAt = nameColumns(plan.columns);
  const header = (field: ImportField): string => names.names[plan.columns[field] ?? nameAt[0] ?? -1] ?? field;
  const add: SubjectRecord[] = [];
  const update: SubjectRecord[] = [];
  const addReadings: OutcomeReading[] = [];
  const updateReadings: OutcomeReading[] = [];
  const readingAt = new Map(
    Object.values(records.outcomeReading).map((each) => [`${each.outcomeId} ${each.date}`, each]),
  );
  /** Records by the list's own ids, where it has any. */
  const called = new Map<string, string>();
  let saidIds: readonly string[] = [];
  /** Rows that say an earlier one again, with its place. */
  const repeats = new Map<number, number>();
  let places: SubjectPlaces | null = null;
  let ids: readonly (string | null)[] = [];
  let last: { values: RowValues; patch: Values; record: SubjectRecord } | null = null;

  const teamName = (id: string | null): string | null =>
    id === null ? null : (records.team[id]?.name ?? null);
  const idsOfList = new Set(
    subject === 'capabilities' || plan.columns.externalId === undefined
      ? []
      : Array.from(columnCells(table.rows, plan.columns.externalId, 0), (cell) => tidyLine(cell).text),
  );
  const known = (): MatchRecord[] => {
    const located =
      subject === 'capabilities' ? createSubjectPlaces([], plan, records.capability, newId) : null;
    return Object.values(ours).map((record): MatchRecord => {
      const own = record as SubjectRecord & { readonly code?: string | null; ownerTeamId?: string | null };
      return {
        id: record.id,
        // Only capabilities have a code of the list's: others are known by the id that our own exports give.
        externalId: located ? (own.code ?? null) : idsOfList.has(record.id) ? record.id : null,
        name: record.name,
        description: record.description,
        owner: teamName(own.ownerTeamId ?? null),
        retired: record.retired,
        place: located?.placeOf(record.id) ?? null,
      };
    });
  };
  const knownRecords = known();

  const keyOf = (row: readonly string[]): RowKey | null => {
    const name = ownName(row[plan.columns.name ?? -1] ?? '');
    const id = tidyLine(row[plan.columns.externalId ?? -1] ?? '').text;
    return name === null ? null : { externalId: Object.hasOwn(ours, id) ? id : null, name };
  };
  const saidBy = (row: readonly string[]): string => matchKey(row[plan.columns.externalId ?? -1] ?? '');
  /** A partner or segment is what it is called: of several rows of one name the first counts, unless each is one of ours. */
  const findRepeats = (cells: readonly (readonly string[] | SkipReason)[]): void => {
    const first = new Map<string, number>();
    for (const [index, row] of cells.entries()) {
      const key = typeof row === 'string' ? null : keyOf(row);
      if (key === null || key.externalId !== null) continue;
      const name = matchKey(key.name);
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, index);
      else repeats.set(index, earlier);
    }
  };
  const nameKey = (row: readonly string[], index: number): RowKey | Refusal | null =>
    repeats.has(index) ? { reason: 'same_name', column: nameAt[0] ?? 0 } : keyOf(row);
  const treeKey = (index: number): RowKey | Refusal | null => {
    const row = places?.rows[index];
    if (!row) return null;
    if (row.again !== null) return { reason: 'same_place', column: nameAt[0] ?? 0 };
    return { externalId: codeOf(row.code), name: row.name, place: row.place };
  };
  const codeOf = (code: string | null): string | null =>
    code === null || code.length > MAX_CODE ? null : read.externalIdOf(code);

  /** What the row says in the fields of the record; what it does not know is absent. */
  const patchOf = (row: readonly string[], line: number, index: number, values: RowValues): Values => {
    const { fields, problems } = values;
    const { scales, choices, measures, metric, unit, readings } = more.row(row, line, problems);
    const said: Partial<Record<ImportField, unknown>> = {
      name: fields.name,
      description: fields.description,
      owner: fields.owner === null ? null : links.teamOf(fields.owner),
      endDate: fields.endDate,
      budget: fields.budget,
      retired: fields.retired,
      segments: values.segments === null ? null : goals.segmentOf(values.segments),
      metric,
      unit,
      ...scales,
      ...choices,
      ...measures,
    };
    const tree = places?.rows[index];
    if (tree) Object.assign(said, treeFields(index, line, values));
    const patch: Record<string, unknown> = {};
    for (const [field, key] of Object.entries(kind.keys) as [ImportField, string][]) {
      const value = said[field];
      const column = plan.columns[field];
      if (value !== null && value !== undefined) patch[key] = value;
      else if (field === 'parent' && value === null && tree?.above) patch[key] = null;
      else if (
        plan.emptyClears &&
        column !== undefined &&
        CLEARABLE.includes(field) &&
        isBlank(row[column]) &&
        problems[field] === undefined
      )
        patch[key] = TEXTS.has(key) ? '' : null;
    }
    const id = ids[index] ?? '';
    for (const { date, value } of readings) putReading(id, date, value);
    return patch;
  };

  const treeFields = (
    index: number,
    line: number,
    values: RowValues,
  ): Partial<Record<ImportField, unknown>> => {
    const tree = places?.rows[index];
    if (!places || !tree) return {};
    const problem = tree.problem ?? (places.staysPut(index) ? ('parent_circle' as const) : null);
    if (problem !== null) {
      values.problems.parent = problem;
      tally.keep(line, header('parent'), problem, cellOf(index, plan.columns.parent) || tree.name);
    }
    if (tree.code !== null && codeOf(tree.code) === null && tree.code.length > MAX_CODE)
      tally.keep(line, header('externalId'), 'too_long', tree.code);
    if (plan.columns.externalId === undefined && tree.code !== null)
      tally.repair('codeInName', `${tree.code} · ${tree.name}`);
    return { name: tree.name, externalId: codeOf(tree.code), parent: places.parentOf(index) };
  };
  const cellOf = (index: number, column: number | undefined): string =>
    column === undefined ? '' : cellAt(table.rows, plan.headerRow + 1 + index, column);

  let readingsChanged = false;
  const putReading = (outcomeId: string, date: string, value: number): void => {
    const old = readingAt.get(`${outcomeId} ${date}`);
    if (old?.value === value) return;
    readingsChanged = true;
    const reading: OutcomeReading = old
      ? { ...old, value }
      : { id: newId(), outcomeId, date, value, note: '' };
    (old ? updateReadings : addReadings).push(reading);
    readingAt.set(`${outcomeId} ${date}`, reading);
  };

  const nameOf = (key: string, id: string): string => {
    if (key === 'ownerTeamId')
      return teamName(id) ?? links.team.find((team: Team) => team.id === id)?.name ?? id;
    if (key === 'segmentId')
      return records.segment[id]?.name ?? goals.segment.find((segment) => segment.id === id)?.name ?? id;
    const index = ids.indexOf(id);
    return (
      places?.rows[index]?.name ??
      records.capability[id]?.name ??
      places?.named().find((each) => each.id === id)?.name ??
      id
    );
  };
  const shownField = (field: ImportField, key: string, value: unknown): string | null => {
    const isId = key === 'ownerTeamId' || key === 'segmentId' || key === 'parentId';
    return shownValue(field, isId && typeof value === 'string' ? nameOf(key, value) : value, plan.currency);
  };
  const fieldKeys = Object.entries(kind.keys) as [ImportField, string][];

  const notes = (): SourceNote[] => {
    const used = new Set([...Object.values(plan.columns), ...(plan.readings ?? [])]);
    const body = table.rows.slice(plan.headerRow + 1);
    const left = names.names.filter(
      (_, column) => !used.has(column) && body.some((row) => !isBlank(row[column])),
    );
    const above = (places?.named() ?? []).map(({ name }) => name);
    return [
      ...(left.length === 0
        ? []
        : [{ what: 'columnsLeft' as const, count: left.length, examples: left.slice(0, 20) }]),
      ...(above.length === 0
        ? []
        : [{ what: 'parentsMade' as const, count: above.length, examples: above.slice(0, EXAMPLES) }]),
    ];
  };

  return {
    known: knownRecords,
    seesAll: true,
    keys(cells) {
      if (subject === 'capabilities') {
        places = createSubjectPlaces(cells, plan, records.capability, newId);
        for (const [index, row] of places.rows.entries())
          if (row && row.again !== null) repeats.set(index, row.again);
      } else if (subject !== 'outcomes') findRepeats(cells);
      saidIds = cells.map((row) => (typeof row === 'string' ? '' : saidBy(row)));
      return cells.map((row, index) =>
        typeof row === 'string' ? null : places ? treeKey(index) : nameKey(row, index),
      );
    },
    matched(rows) {
      ids = places
        ? places.settle(rows)
        : rows.map((row) => (row === null ? null : (row.known?.id ?? newId())));
      for (const [index, said] of saidIds.entries()) {
        const id = ids[repeats.get(index) ?? index] ?? null;
        if (said !== '' && id !== null && !called.has(said)) called.set(said, id);
      }
    },
    take(row, line, index, id) {
      const values = read.row(row, line, null);
      readingsChanged = false;
      const patch = patchOf(row, line, index, values);
      const existing = id === null ? null : (ours[id] ?? null);
      const base = existing ?? kind.fresh(ids[index] ?? newId(), values.fields.name);
      const record = { ...base, ...patch } as SubjectRecord;
      last = { values, patch, record };
      if (existing === null) {
        add.push(record);
        return 'created';
      }
      const changed = fieldKeys.some(([, key]) => (existing as Values)[key] !== (record as Values)[key]);
      if (changed) update.push(record);
      return changed || readingsChanged ? 'updated' : 'unchanged';
    },
    shown() {
      if (!last) throw new Error('no row was taken yet');
      const { values, patch } = last;
      return {
        problems: values.problems,
        values: () =>
          Object.fromEntries(
            fieldKeys.flatMap(([field, key]) => {
              const text = key in patch ? shownField(field, key, patch[key]) : null;
              return text === null ? [] : [[field, text] as const];
            }),
          ),
      };
    },
    differences(id) {
      const old = ours[id] as Values | undefined;
      if (!last || !old) return [];
      const next: Values = { ...old, ...last.patch };
      return fieldKeys.flatMap(([field, key]): RowMatch['differences'] =>
        old[key] === next[key]
          ? []
          : [{ field, ours: shownField(field, key, old[key]), theirs: shownField(field, key, next[key]) }],
      );
    },
    finish(retired) {
      const gone = retired.flatMap((id) => (ours[id] ? [{ ...ours[id], retired: true }] : []));
      const own = subjectTables[subject];
      const added: readonly SubjectRecord[] = places
        ? placed(places, add as Capability[], records.capability)
        : add;
      const lists = (mine: readonly SubjectRecord[]) => ({ [own]: mine }) as RecordLists;
      return {
        add: {
          team: links.team,
          segment: goals.segment,
          ...lists(added),
          outcomeReading: addReadings,
        },
        update: { ...lists([...update, ...gone]), outcomeReading: updateReadings },
        notes: notes(),
        called,
      };
    },
  };
}

/** New capabilities in their order among their siblings, the upper ones first, with those that are only named. */
function placed(
  places: SubjectPlaces,
  added: readonly Capability[],
  ours: Readonly<Record<string, Capability>>,
): readonly Capability[] {
  const next = new Map<string | null, number>();
  for (const { parentId, position } of Object.values(ours))
    next.set(parentId, Math.max(next.get(parentId) ?? 0, position + 1));
  const fresh = subjectKinds.capabilities.fresh;
  const named = places
    .named()
    .map(({ id, name, code, parentId }) => ({ ...(fresh(id, name) as Capability), code, parentId }));
  return places.inOrder([...named, ...added]).map((capability) => {
    const position = next.get(capability.parentId) ?? 0;
    next.set(capability.parentId, position + 1);
    return { ...capability, position };
  });
}
