import type { Capability } from '../../domain/records.ts';
import type { ImportPlan } from '../contract.ts';
import { levelFields } from '../importFields.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { splitCodedName } from '../values/codedName.ts';
import { ownName } from '../values/splitNames.ts';

/** What stands above a row: another row of the list, a capability of ours, one that the list only names, or nothing. */
export type Above =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'named'; readonly place: number }
  | { readonly kind: 'root' };

/** A row in the tree of its list. */
export interface TreeRow {
  readonly name: string;
  readonly code: string | null;
  /** Null where the list says nothing of it. */
  readonly above: Above | null;
  /** Where it stands; null where the list says nothing of it. */
  readonly place: number | null;
  readonly problem: 'parent_unknown' | 'parent_circle' | null;
  /** The place of an earlier row, where this one says the same capability again. */
  readonly again: number | null;
}

/** A capability that the list names as standing above another, and describes nowhere. */
export interface NamedAbove {
  readonly name: string;
  readonly code: string | null;
  /** The place above it; 0 is the root. */
  readonly under: number;
}

export interface CapabilityTree {
  readonly rows: readonly (TreeRow | null)[];
  /** By their place, from the root on. */
  readonly named: ReadonlyMap<number, NamedAbove>;
}

/**
 * Places in a tree of names, by number: 0 is the root. Two capabilities of one name under the same place stand at one
 * place; case, width and white space do not count. Numbers, as paths of a deep tree would fill the memory.
 */
export class Places {
  readonly #below = new Map<string, number>();

  at(above: number, name: string): number {
    const key = `${above} ${matchKey(name)}`;
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const place = this.#below.size + 1;
    this.#below.set(key, place);
    return place;
  }

  /** The place of names from the root on. */
  of(names: readonly string[]): number {
    return names.reduce((above, name) => this.at(above, name), 0);
  }
}

/** Codes of one capability: 4.0 stands where 4 stands. */
const codeKey = (code: string): string => matchKey(code).replace(/(?:\.0+)*\.?$/, '');
/** A text that can only be a code: nobody is called so. */
const BARE_CODE = /^(?=.*\d)[\p{L}\d]{0,6}[\d.\-_/]*\d[\d.\-_/\p{L}]{0,3}$|^[\da-f]{8}-[\da-f-]{27}$/iu;
const ARROWS = /\s*(?:>|»|→|\\)\s*/;

/** The places of our own capabilities, by id. */
export function knownPlaces(
  capabilities: Readonly<Record<string, Capability>>,
  places: Places,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const id of Object.keys(capabilities)) {
    const chain: Capability[] = [];
    let above: Capability | undefined = capabilities[id];
    while (above && !known.has(above.id)) {
      chain.push(above);
      above = above.parentId === null ? undefined : capabilities[above.parentId];
    }
    for (const each of chain.reverse())
      known.set(each.id, places.at(each.parentId === null ? 0 : (known.get(each.parentId) ?? 0), each.name));
  }
  return known;
}

interface Draft {
  name: string;
  code: string | null;
  above: Above | null;
  problem: TreeRow['problem'];
}

/**
 * The tree that a list of capabilities says: by columns of levels (every level filled, filled down, or indented), by a
 * column with the parent's code or name, by depth, or by codes such as 4.1 and 4.1.2. Rows that are null have no name.
 */
export function readCapabilityTree(
  cells: readonly (readonly string[] | null)[],
  plan: Pick<ImportPlan, 'columns'>,
  capabilities: Readonly<Record<string, Capability>>,
  places: Places,
): CapabilityTree {
  const { columns } = plan;
  const cellOf = (row: readonly string[], column: number | undefined): string =>
    column === undefined ? '' : tidyLine(row[column] ?? '').text;
  const levels = levelFields.flatMap((field) => columns[field] ?? []);
  const named = new Map<number, NamedAbove>();
  const paths: (readonly string[] | null)[] = readLevels(cells, levels, columns.name);
  const rows = cells.map((row, index): Draft | null => {
    if (row === null) return null;
    const path = paths[index] ?? null;
    const text = levels.length > 0 ? (path?.at(-1) ?? '') : (ownName(row[columns.name ?? -1] ?? '') ?? '');
    if (text === '') return null;
    const own = cellOf(row, columns.externalId);
    const coded = own === '' ? splitCodedName(text) : null;
    return {
      name: coded?.name ?? text,
      code: own === '' ? (coded?.code ?? null) : own,
      above: null,
      problem: null,
    };
  });
  const ours = knownPlaces(capabilities, places);
  const index = indexRows(rows, cells, capabilities, ours, columns.parent);
  if (levels.length > 0) placeByLevels();
  else if (columns.parent !== undefined) placeByParent(columns.parent);
  else if (columns.depth !== undefined) placeByDepth(columns.depth);
  else placeByCode();

  /** A capability that is named on the way down, and is neither a row nor ours. */
  function nameAbove(path: readonly string[]): Above {
    const known = index.ourPlaces.get(places.of(path.map(nameIn)));
    if (known !== undefined) return { kind: 'known', id: known };
    let under = 0;
    for (const text of path) {
      const name = nameIn(text);
      const place = places.at(under, name);
      if (!named.has(place) && !index.ourPlaces.has(place))
        named.set(place, { name, code: splitCodedName(text)?.code ?? null, under });
      under = place;
    }
    return { kind: 'named', place: under };
  }

  function placeByLevels(): void {
    const first = new Map<number, number>();
    const placeOf = (path: readonly string[]): number => places.of(path.map(nameIn));
    for (const [at, path] of paths.entries())
      if (path && rows[at] && !first.has(placeOf(path))) first.set(placeOf(path), at);
    for (const [at, path] of paths.entries()) {
      const row = rows[at];
      if (!row || !path) continue;
      const up = path.slice(0, -1);
      const above = first.get(placeOf(up));
      row.above =
        up.length === 0
          ? { kind: 'root' }
          : above === undefined
            ? nameAbove(up)
            : { kind: 'row', index: above };
    }
  }

  function placeByParent(column: number): void {
    for (const [at, row] of rows.entries()) {
      const cell = cells[at]?.[column];
      if (!row || cell === undefined || isBlank(cell)) continue;
      const text = tidyLine(cell).text;
      const name = ownName(cell);
      // "None" and "n/a" say that nothing stands above.
      if (name === null) row.above = { kind: 'root' };
      else row.above = index.find(text, at) ?? pathOrName(name);
      if (row.above === null) row.problem = 'parent_unknown';
    }
  }

  function pathOrName(text: string): Above | null {
    if (BARE_CODE.test(text)) return null;
    const path = text.split(ARROWS).flatMap((part) => ownName(part) ?? []);
    const deepest = path.length > 1 ? index.find(path.at(-1) ?? '', -1) : null;
    return deepest ?? nameAbove(path);
  }

  function placeByDepth(column: number): void {
    const open: { readonly depth: number; readonly at: number }[] = [];
    for (const [at, row] of rows.entries()) {
      const depth = Number.parseInt(cellOf(cells[at] ?? [], column).replace(/^\D+/, ''), 10);
      if (!row || !Number.isFinite(depth)) continue;
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const above = open.at(-1);
      row.above = above ? { kind: 'row', index: above.at } : { kind: 'root' };
      open.push({ depth, at });
    }
  }

  function placeByCode(): void {
    for (const [at, row] of rows.entries()) {
      if (!row || row.code === null) continue;
      let code = codeKey(row.code);
      let cut = lastSeparator(code);
      while (cut > 0 && row.above === null) {
        code = code.slice(0, cut);
        const above = index.byCode(code);
        if (above && !(above.kind === 'row' && above.index === at)) row.above = above;
        cut = lastSeparator(code);
      }
    }
  }
  return { rows: settle(rows, ours, places), named };
}

/** A name without a code in front of it. */
const nameIn = (text: string): string => splitCodedName(text)?.name ?? text;

const lastSeparator = (code: string): number =>
  Math.max(code.lastIndexOf('.'), code.lastIndexOf('-'), code.lastIndexOf('/'), code.lastIndexOf('_'));

/** The names from the root on that each row's columns of levels say. */
function readLevels(
  cells: readonly (readonly string[] | null)[],
  levels: readonly number[],
  nameColumn: number | undefined,
): (readonly string[] | null)[] {
  if (levels.length === 0) return cells.map(() => null);
  let last: (string | null)[] = [];
  return cells.map((row) => {
    if (row === null) return null;
    const filled = levels.map((column) => ownName(row[column] ?? ''));
    const from = filled.findIndex((name) => name !== null);
    const own = nameColumn === undefined ? null : ownName(row[nameColumn] ?? '');
    if (from >= 0) {
      // Levels left of the first that is filled are those of the rows above: filled down, or indented.
      const to = filled.findLastIndex((name) => name !== null);
      last = [...last.slice(0, from), ...filled.slice(from, to + 1)];
    } else if (own === null) return null;
    const path = last.flatMap((name) => name ?? []);
    return own === null || (path.length > 0 && matchKey(path.at(-1) ?? '') === matchKey(own))
      ? path
      : [...path, own];
  });
}

/** How a row or a capability of ours is found by what a cell calls it. */
function indexRows(
  rows: readonly (Draft | null)[],
  cells: readonly (readonly string[] | null)[],
  capabilities: Readonly<Record<string, Capability>>,
  places: ReadonlyMap<string, number>,
  parentColumn: number | undefined,
) {
  const codes = new Map<string, number>();
  const names = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    if (!row) continue;
    if (row.code !== null && !codes.has(codeKey(row.code))) codes.set(codeKey(row.code), at);
    const same = names.get(matchKey(row.name));
    if (same) same.push(at);
    else names.set(matchKey(row.name), [at]);
  }
  const ourCodes = new Map<string, string>();
  const ourNames = new Map<string, string>();
  const ourPlaces = new Map<number, string>();
  for (const { id, code, name } of Object.values(capabilities)) {
    if (code !== null && !ourCodes.has(codeKey(code))) ourCodes.set(codeKey(code), id);
    if (!ourNames.has(matchKey(name))) ourNames.set(matchKey(name), id);
    const place = places.get(id) ?? 0;
    if (!ourPlaces.has(place)) ourPlaces.set(place, id);
  }
  const keys = parentColumn === undefined ? new Map<string, number>() : keyColumn(cells, parentColumn);
  const byCode = (code: string): Above | null => {
    const row = codes.get(codeKey(code));
    if (row !== undefined) return { kind: 'row', index: row };
    const ours = ourCodes.get(codeKey(code));
    return ours === undefined ? null : { kind: 'known', id: ours };
  };
  const byName = (name: string, at: number): Above | null => {
    const same = names.get(matchKey(name))?.filter((other) => other !== at) ?? [];
    // Of several of one name the nearest above is meant.
    const row = same.findLast((other) => other < at) ?? same[0];
    if (row !== undefined) return { kind: 'row', index: row };
    const ours = ourNames.get(matchKey(name));
    return ours === undefined ? null : { kind: 'known', id: ours };
  };
  const find = (text: string, at: number): Above | null => {
    const coded = splitCodedName(text);
    const key = keys.get(matchKey(text));
    return (
      byCode(text) ??
      (coded ? byCode(coded.code) : null) ??
      byName(text, at) ??
      (coded ? byName(coded.name, at) : null) ??
      (key === undefined ? null : { kind: 'row', index: key }) ??
      (Object.hasOwn(capabilities, text) ? { kind: 'known', id: text } : null)
    );
  };
  return { byCode, find, ourPlaces };
}

/** The column whose values the column of parents names most: lists have keys of their own beside codes. */
function keyColumn(
  cells: readonly (readonly string[] | null)[],
  parentColumn: number,
): ReadonlyMap<string, number> {
  const wanted = new Set(cells.flatMap((row) => (row ? matchKey(row[parentColumn] ?? '') || [] : [])));
  let best = new Map<string, number>();
  let hits = 0;
  const width = cells.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  for (let column = 0; column < width; column += 1) {
    if (column === parentColumn) continue;
    const values = new Map<string, number>();
    for (const [at, row] of cells.entries()) {
      const key = row ? matchKey(row[column] ?? '') : '';
      if (key !== '' && !values.has(key)) values.set(key, at);
    }
    const found = [...wanted].filter((key) => values.has(key)).length;
    if (found > hits) [best, hits] = [values, found];
  }
  return best;
}

/** Where each row stands; one that would stand below itself goes to the root, and says so. */
function settle(
  drafts: readonly (Draft | null)[],
  ours: ReadonlyMap<string, number>,
  places: Places,
): (TreeRow | null)[] {
  const done: (number | null | undefined)[] = [];
  for (const start of drafts.keys()) {
    const chain: number[] = [];
    const open = new Set<number>();
    for (let at = start; drafts[at] && done[at] === undefined; ) {
      chain.push(at);
      open.add(at);
      const draft = drafts[at];
      if (draft?.above?.kind !== 'row') break;
      if (open.has(draft.above.index)) {
        draft.above = { kind: 'root' };
        draft.problem = 'parent_circle';
        break;
      }
      at = draft.above.index;
    }
    for (const at of chain.reverse()) {
      const draft = drafts[at];
      if (draft) done[at] = placeIn(draft);
    }
  }
  function placeIn({ above, name }: Draft): number | null {
    if (above === null) return null;
    if (above.kind === 'root') return places.at(0, name);
    if (above.kind === 'known') return places.at(ours.get(above.id) ?? 0, name);
    if (above.kind === 'named') return places.at(above.place, name);
    // What stands above says nothing of its own place: it is told apart by its name alone.
    return places.at(done[above.index] ?? places.of([drafts[above.index]?.name ?? '']), name);
  }
  const seen = new Map<number | string, number>();
  const rows = drafts.map((draft, at): TreeRow | null => {
    if (!draft) return null;
    const place = done[at] ?? null;
    // Where the list says nothing of their places, two of one name are the same.
    const key = place ?? matchKey(draft.name);
    const earlier = seen.get(key);
    const other = earlier === undefined ? null : drafts[earlier];
    const same =
      other && (draft.code === null || other.code === null || codeKey(draft.code) === codeKey(other.code));
    if (earlier === undefined) seen.set(key, at);
    return { ...draft, place, again: same ? (earlier ?? null) : null };
  });
  // What stands below a row that says an earlier one again stands below that one.
  return rows.map((row) => {
    const above = row?.above;
    const again = above?.kind === 'row' ? (rows[above.index]?.again ?? null) : null;
    return row && again !== null ? { ...row, above: { kind: 'row', index: again } } : row;
  });
}
