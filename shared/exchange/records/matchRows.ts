import { buildGramVectors, type ComparableText, createCosines } from '../../coverage/gramVectors.ts';
import { partOf, type Steps } from '../../steps.ts';
import type { MatchCandidate, MatchEvidence, RowDecision } from '../contract.ts';
import { matchKey } from '../table/cellText.ts';
import { crossPairs } from './crossPairs.ts';
import { renumberedRows } from './renumberedRows.ts';

/** A row's claim to be known: its id in the list, its name, and the place in its tree where it has one. */
export interface RowKey {
  readonly externalId: string | null;
  readonly name: string;
  readonly place?: number | null;
}

/** A record of ours that a row can be. */
export interface MatchRecord {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly description: string;
  readonly owner: string | null;
  readonly retired: boolean;
  readonly place?: number | null;
}

/** What else tells rows apart, asked for only where id and name do not decide. */
export interface RowDetail {
  readonly owner: string | null;
  readonly description: string;
}

/** What a row is: one of ours or a new one, how sure that is, and what else it could be. */
export interface MatchedRow {
  readonly known: MatchRecord | null;
  readonly sure: 'sure' | 'doubtful' | 'new';
  readonly chosen: boolean;
  readonly candidates: readonly MatchCandidate[];
}

export interface MatchedRows {
  readonly rows: readonly (MatchedRow | null)[];
  /** False when the texts were too many to compare by likeness. */
  readonly compared: boolean;
}

/** More texts are not compared by likeness: a list of that length without ids is matched by its names. */
export const MAX_COMPARED = 8_000;
/** Likeness from which a row may be a record, and from which it is taken for it. */
const DOUBTFUL = 0.42;
const SURE = 0.72;
/** A likeness that another record comes this close to decides nothing. */
const MARGIN = 0.1;
/** What the same owner, another owner and another id in the list add to a likeness. */
const OWNER_SAME = 0.06;
const OWNER_OTHER = -0.06;
const ID_OTHER = -0.12;
/** Likeness of texts that the same owner can still make one. */
const LEAST_LIKE = DOUBTFUL - OWNER_SAME;
/** Two texts of one id less alike than this may be another thing under a used id. */
const REUSED_ID = 0.12;
const CANDIDATES = 5;
const GROUPS_BETWEEN_PAUSES = 512;

const NEW: MatchedRow = { known: null, sure: 'new', chosen: false, candidates: [] };

function group<T, K extends string | number>(items: readonly T[], key: (item: T) => K | null): Map<K, T[]> {
  const groups = Map.groupBy(items, key);
  groups.delete(null);
  return groups as Map<K, T[]>;
}

const sameOwner = (a: string | null, b: string | null): boolean | null =>
  a === null || b === null ? null : matchKey(a) === matchKey(b);

/**
 * Which record each row is, if it is in the portfolio already. A person's decision comes first; then the id in the list,
 * unless it is a number that only counts the rows; then the place in a tree; then the name, unless it carries another id,
 * told apart by owner and text where several share it; then the likeness of names, texts and owners. What is likely but
 * not certain is `doubtful`: it comes in as new unless its id or name says otherwise. Rows of one file read twice are
 * always the same records, in their order.
 */
export function* matchRowSteps(
  rows: readonly (RowKey | null)[],
  ours: readonly MatchRecord[],
  detail: (index: number) => RowDetail,
  decided: ReadonlyMap<number, RowDecision> = new Map(),
): Steps<MatchedRows> {
  const found = yield* matchUndecided(rows, ours, detail);
  return decided.size === 0 ? found : { ...found, rows: withDecisions(found.rows, ours, decided) };
}

/** What a person decided over what was found; a row that loses its record to a decision is open again. */
function withDecisions(
  found: readonly (MatchedRow | null)[],
  ours: readonly MatchRecord[],
  decided: ReadonlyMap<number, RowDecision>,
): readonly (MatchedRow | null)[] {
  const byId = new Map(ours.map((record) => [record.id, record]));
  const result = [...found];
  const claimed = new Set<string>();
  for (const [index, decision] of decided) {
    const row = found[index];
    if (!row) continue;
    // One record is one row: a second row for it, or for one that is gone by now, is a new one.
    const wanted = decision.id === null || claimed.has(decision.id) ? null : (byId.get(decision.id) ?? null);
    if (wanted) claimed.add(wanted.id);
    const others = row.candidates.filter(({ id }) => id !== wanted?.id);
    const own = row.candidates.find(({ id }) => id === wanted?.id);
    result[index] = {
      known: wanted,
      sure: wanted ? 'sure' : 'new',
      chosen: true,
      candidates: wanted ? [own ?? candidate(wanted, 1, ['chosen'], []), ...others] : row.candidates,
    };
  }
  return result.map((row, index) => {
    if (!row?.known || decided.has(index) || !claimed.has(row.known.id)) return row;
    const left = row.candidates.filter(({ id }) => !claimed.has(id));
    return { known: null, sure: left.length > 0 ? 'doubtful' : 'new', chosen: false, candidates: left };
  });
}

function* matchUndecided(
  rows: readonly (RowKey | null)[],
  ours: readonly MatchRecord[],
  detail: (index: number) => RowDetail,
): Steps<MatchedRows> {
  const result: (MatchedRow | null)[] = rows.map((row) => (row === null ? null : NEW));
  if (ours.length === 0) return { rows: result, compared: true };
  const taken = new Set<string>();
  const settled = new Set<number>();
  const settle = (index: number, row: MatchedRow): void => {
    result[index] = row;
    settled.add(index);
    if (row.known) taken.add(row.known.id);
  };
  const open = (): number[] =>
    [...rows.keys()].filter((index) => rows[index] !== null && !settled.has(index));
  const pairInOrder = (
    indices: readonly number[],
    records: readonly MatchRecord[],
    why: MatchEvidence,
    several: boolean,
  ): void => {
    for (const [n, index] of indices.entries()) {
      const known = records[n];
      if (!known) continue;
      const owner = several ? sameOwner(detail(index).owner, known.owner) : null;
      const unclear = several && owner === false;
      settle(index, {
        known,
        sure: unclear ? 'doubtful' : 'sure',
        chosen: false,
        candidates: [
          candidate(known, 1, owner ? [why, 'owner'] : [why], unclear ? ['several', 'owner'] : []),
        ],
      });
    }
  };

  const knownIds = group(ours, (record) => record.externalId);
  yield 0.1;
  const { renumbered, byName: renamed } = renumberedRows(rows, ours, knownIds);
  for (const [index, record] of renamed) {
    const own = candidate(record, 1, ['name'], ['id']);
    settle(index, {
      known: record,
      sure: renamed.size > 1 ? 'sure' : 'doubtful',
      chosen: false,
      candidates: [own],
    });
  }
  const byId = group(open(), (index) => (renumbered.has(index) ? null : (rows[index]?.externalId ?? null)));
  for (const [n, [id, indices]] of [...byId].entries()) {
    if (n % GROUPS_BETWEEN_PAUSES === 0) yield 0.2 + (0.2 * n) / byId.size;
    const records = (knownIds.get(id) ?? []).filter((record) => !taken.has(record.id));
    // Several of one id on both sides, equally many: told apart by their names, else in their order.
    if (records.length === indices.length) pairByName(indices, records);
  }

  function pairByName(indices: readonly number[], records: readonly MatchRecord[]): void {
    if (indices.length === 1) {
      pairInOrder(indices, records, 'id', false);
      return;
    }
    const left = new Set(records);
    const rest: number[] = [];
    for (const index of indices) {
      const name = matchKey(rows[index]?.name ?? '');
      const record = [...left].find((each) => matchKey(each.name) === name);
      if (!record) rest.push(index);
      else {
        left.delete(record);
        pairInOrder([index], [record], 'id', false);
      }
    }
    pairInOrder(rest, [...left], 'id', false);
  }

  const knownPlaces = group(ours, ({ place }) => place ?? null);
  for (const [place, indices] of group(open(), (index) => rows[index]?.place ?? null)) {
    const id = rows[indices[0] ?? -1]?.externalId ?? null;
    const there = (knownPlaces.get(place) ?? []).filter(
      (record) =>
        !taken.has(record.id) && (id === null || record.externalId === null || record.externalId === id),
    );
    if (indices.length === 1 && there.length === 1) pairInOrder(indices, there, 'place', false);
  }

  yield 0.4;
  const knownNames = group(ours, (record) => matchKey(record.name));
  yield 0.5;
  const byName = group(open(), (index) => matchKey(rows[index]?.name ?? ''));
  for (const [n, [name, indices]] of [...byName].entries()) {
    if (n % GROUPS_BETWEEN_PAUSES === 0) yield 0.6 + (0.1 * n) / byName.size;
    const withId = indices.some((index) => rows[index]?.externalId !== null);
    const records = (knownNames.get(name) ?? []).filter(
      (record) => !taken.has(record.id) && (!withId || record.externalId === null),
    );
    if (records.length === 0) continue;
    const [record] = records;
    if (indices.length === 1 && records.length === 1 && record) {
      const place = rows[indices[0] ?? -1]?.place ?? null;
      const moved = place !== null && (record.place ?? place) !== place;
      if (moved) settleMoved(indices[0] ?? -1, record);
      else pairInOrder(indices, records, 'name', false);
      continue;
    }
    const left = new Set(records);
    const rest = indices.filter((index) => {
      const { owner, description } = detail(index);
      const text = matchKey(description);
      const alike = [...left].filter(
        (record) => sameOwner(owner, record.owner) !== false && matchKey(record.description) === text,
      );
      const [record] = alike.length > 1 && records.length !== indices.length ? [] : alike;
      if (!record || (text === '' && owner === null && records.length !== indices.length)) return true;
      left.delete(record);
      pairInOrder([index], [record], 'name', false);
      return false;
    });
    if (rest.length === left.size) pairInOrder(rest, [...left], 'name', true);
  }
  function settleMoved(index: number, known: MatchRecord): void {
    const own = candidate(known, 1, ['name'], ['place']);
    settle(index, { known, sure: 'doubtful', chosen: false, candidates: [own] });
  }
  const compared = yield* partOf(compareTexts(rows, ours, detail, taken, open(), settle), 0.7, 0.9);
  questionReusedIds(rows, detail, result, compared);
  return { rows: result, compared };
}

function candidate(
  record: MatchRecord,
  likeness: number,
  why: readonly MatchEvidence[],
  against: MatchCandidate['against'],
): MatchCandidate {
  return { id: record.id, name: record.name, likeness, why: [...why], against: [...against] };
}

/** Compares what is left by its texts; answers false when it is too much. */
function* compareTexts(
  rows: readonly (RowKey | null)[],
  ours: readonly MatchRecord[],
  detail: (index: number) => RowDetail,
  taken: ReadonlySet<string>,
  open: readonly number[],
  settle: (index: number, row: MatchedRow) => void,
): Steps<boolean> {
  const records = ours.filter((record) => !taken.has(record.id));
  if (open.length === 0 || records.length === 0) return true;
  if (open.length + records.length > MAX_COMPARED) return false;
  const details = open.map(detail);
  const texts: ComparableText[] = [
    ...open.map((index, n) => ({
      name: rows[index]?.name ?? '',
      description: details[n]?.description ?? '',
    })),
    ...records.map(({ name, description }) => ({ name, description })),
  ];
  const likeText = yield* partOf(crossPairs(texts, open.length, LEAST_LIKE), 0, 0.6);
  const names = texts.map(({ name }) => ({ name: name ?? '' }));
  const likeName = yield* partOf(crossPairs(names, open.length, LEAST_LIKE), 0.6, 1);
  const found = new Map<number, (MatchCandidate & { readonly record: MatchRecord })[]>();
  const byRecord = new Map<string, number[]>();
  for (const pair of new Set([...likeText.keys(), ...likeName.keys()])) {
    const n = Math.floor(pair / texts.length);
    const record = records[(pair % texts.length) - open.length];
    const index = open[n];
    if (!record || index === undefined) continue;
    const [text, name] = [likeText.get(pair) ?? 0, likeName.get(pair) ?? 0];
    const owner = sameOwner(details[n]?.owner ?? null, record.owner);
    const ids = rows[index]?.externalId ?? null;
    const otherId = ids !== null && record.externalId !== null && ids !== record.externalId;
    const likeness = Math.max(
      0,
      Math.min(
        1,
        Math.max(text, name) +
          (owner === null ? 0 : owner ? OWNER_SAME : OWNER_OTHER) +
          (otherId ? ID_OTHER : 0),
      ),
    );
    if (likeness < DOUBTFUL) continue;
    const why: MatchEvidence[] = [];
    if (name >= DOUBTFUL)
      why.push(matchKey(record.name) === matchKey(rows[index]?.name ?? '') ? 'name' : 'likeName');
    if (text >= DOUBTFUL) why.push('likeText');
    if (owner) why.push('owner');
    const against: MatchCandidate['against'][number][] = [];
    if (otherId) against.push('id');
    if (owner === false) against.push('owner');
    const list = found.get(n) ?? [];
    list.push({ ...candidate(record, likeness, why, against), record });
    found.set(n, list);
    byRecord.set(record.id, [...(byRecord.get(record.id) ?? []), likeness]);
  }
  for (const list of found.values()) list.sort((a, b) => b.likeness - a.likeness);
  // The most alike pair first; each record is one row's at most.
  const queue = [...found].flatMap(([n, list]) => list.map((each) => ({ n, each })));
  queue.sort((a, b) => b.each.likeness - a.each.likeness || a.n - b.n);
  const [rowsDone, recordsDone] = [new Set<number>(), new Set<string>()];
  for (const { n, each } of queue) {
    if (rowsDone.has(n) || recordsDone.has(each.id)) continue;
    rowsDone.add(n);
    recordsDone.add(each.id);
    const list = found.get(n) ?? [];
    const ofRow = list.find((other) => other.id !== each.id)?.likeness ?? 0;
    const ofRecord = Math.max(0, ...rivals(byRecord.get(each.id) ?? [], each.likeness));
    const clear = each.likeness - Math.max(ofRow, ofRecord) >= MARGIN;
    const sure = each.likeness >= SURE && clear && !each.against.includes('id');
    const index = open[n];
    if (index === undefined) continue;
    settle(index, {
      known: sure ? each.record : null,
      sure: sure ? 'sure' : 'doubtful',
      chosen: false,
      candidates: list
        .slice(0, CANDIDATES)
        .map((other) =>
          candidate(
            other.record,
            other.likeness,
            other.why,
            other.id === each.id && !clear ? [...other.against, 'several'] : other.against,
          ),
        ),
    });
  }
  return true;
}

/** The likenesses without one that equals `own`. */
function rivals(likenesses: readonly number[], own: number): readonly number[] {
  const at = likenesses.indexOf(own);
  return likenesses.filter((_, n) => n !== at);
}

/** An id whose name and text have nothing in common with its record's may have been given away again: worth a look. */
function questionReusedIds(
  rows: readonly (RowKey | null)[],
  detail: (index: number) => RowDetail,
  result: (MatchedRow | null)[],
  compared: boolean,
): void {
  if (!compared) return;
  const suspects = [...result.keys()].filter((index) => {
    const row = result[index];
    return (
      row?.sure === 'sure' &&
      row.known !== null &&
      row.candidates[0]?.why[0] === 'id' &&
      matchKey(row.known.name) !== matchKey(rows[index]?.name ?? '')
    );
  });
  if (suspects.length === 0 || suspects.length * 2 > MAX_COMPARED) return;
  const vectors = buildGramVectors(
    suspects.flatMap((index) => {
      const known = result[index]?.known;
      return [
        { name: rows[index]?.name ?? '', description: detail(index).description },
        { name: known?.name ?? '', description: known?.description ?? '' },
      ];
    }),
  );
  const cosines = createCosines(vectors);
  for (const [n, index] of suspects.entries()) {
    const row = result[index];
    if (!row?.known || cosines.between(2 * n, 2 * n + 1) >= REUSED_ID) continue;
    result[index] = {
      ...row,
      sure: 'doubtful',
      candidates: row.candidates.map((each) => ({ ...each, against: ['text'] })),
    };
  }
}
