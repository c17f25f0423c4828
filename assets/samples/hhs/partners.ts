import { cell, type HhsSource } from './source.ts';

/** One supplier under all its spellings. */
export interface HhsPartner {
  readonly id: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

const LEGAL_FORM =
  /\s+(?:INCORPORATED|INC|CORPORATION|CORP|LIMITED LIABILITY COMPANY|LIMITED|LTD|LLC|L L C|LLP|L L P|COMPANY|CO)$/;
/** The source cuts long names after this many letters. */
const CUT_AT = 28;

function core(spelling: string): string {
  let text = spelling
    .toUpperCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/&/g, ' AND ')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  for (let next = text.replace(LEGAL_FORM, ''); next !== text; next = text.replace(LEGAL_FORM, ''))
    text = next;
  return text;
}

/**
 * The suppliers, each once: spellings that differ in case, punctuation, a bracket or the legal form are one, and a
 * name cut by the source belongs to the only full name that begins with it. Nothing cleverer: firms that merged or
 * changed their name stay apart.
 */
export function normalisePartners(source: HhsSource): {
  readonly partners: readonly HhsPartner[];
  readonly partnerOf: (spelling: string) => string;
} {
  const groups = new Map<string, Set<string>>();
  const spellings = new Set<string>();
  for (const row of source.suppliers) spellings.add(cell(row, 'name').trim());
  for (const row of [...source.projects, ...source.investments])
    for (const name of cell(row, 'suppliers').split(';')) if (name.trim() !== '') spellings.add(name.trim());
  for (const spelling of spellings) {
    const key = core(spelling);
    const group = groups.get(key);
    if (group) group.add(spelling);
    else groups.set(key, new Set([spelling]));
  }
  const keyOf = new Map<string, string>([...groups.keys()].map((key) => [key, key]));
  for (const [key, group] of groups) {
    if (![...group].some((name) => name.length >= CUT_AT)) continue;
    const longer = [...groups.keys()].filter((other) => other !== key && other.startsWith(key));
    if (longer.length === 1 && longer[0] !== undefined) keyOf.set(key, longer[0]);
  }
  const merged = new Map<string, string[]>();
  for (const [key, group] of groups) {
    const target = keyOf.get(key) ?? key;
    merged.set(target, [...(merged.get(target) ?? []), ...group]);
  }
  const partners = [...merged]
    .map(([key, names]) => {
      const sorted = [...names].sort();
      const whole = sorted.filter((name) => core(name) === key && !/\(/.test(name));
      const name =
        [...(whole.length > 0 ? whole : sorted)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ??
        key;
      return { id: `hhs-partner-${key.toLowerCase().replace(/ /g, '-')}`, name, spellings: sorted };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const idOf = new Map(
    partners.flatMap((partner) => partner.spellings.map((name) => [name, partner.id] as const)),
  );
  return {
    partners,
    partnerOf: (spelling) => {
      const id = idOf.get(spelling.trim());
      if (id === undefined) throw new Error(`unknown supplier ${spelling}`);
      return id;
    },
  };
}
