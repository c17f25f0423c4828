import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { streamFor } from '../../../shared/model/rng.ts';
import { fixture } from './helpers.ts';

/** Next year's list of a real portfolio, and which row of the first list each of its rows is (null for a new one). */
export interface NextYear {
  readonly text: string;
  /** By line of the new list: the project id of the first list, or null. */
  readonly truth: ReadonlyMap<number, string | null>;
  readonly dropped: readonly string[];
}

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/Development/i, 'Dev'],
  [/Enhancements?/i, 'Enh.'],
  [/Management/i, 'Mgmt'],
  [/Implementation/i, 'Roll-out'],
  [/Release/i, 'Rel.'],
  [/Support/i, 'Services'],
  [/System/i, 'Platform'],
  [/Information/i, 'Info'],
  [/Phase/i, 'Ph.'],
  [/ and /i, ' & '],
];

const read = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(fixture(name), 'utf8').trim()).data;

/**
 * Mutates the list of 202 HHS projects as a year does, from a seed: a tenth goes, a quarter is renamed, some move to
 * another bureau, descriptions are rewritten in part, money and dates move, and real projects of another government
 * come in as new ones. Without `ids` the list has no column of ids.
 */
export function nextYear(seed: number, ids: boolean): NextYear {
  const [header = [], ...rows] = read('hhs_projects.csv');
  const [, ...foreign] = read('canada-2019.csv');
  const dice = streamFor(seed, 'next year');
  const chance = (share: number): boolean => dice.nextUniform() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice.nextUniform() * list.length)] as T;
  const at = (name: string): number => header.indexOf(name);
  const [id, name, text, bureau, cost, end] = [
    'project_id',
    'project_name',
    'description',
    'bureau',
    'lifecycle_cost_usd_m',
    'completion_b1',
  ].map(at) as [number, number, number, number, number, number];
  const bureaus = [...new Set(rows.map((row) => row[bureau] ?? ''))];

  const rename = (old: string): string => {
    let next = old;
    for (const [pattern, shorter] of SHORTER) if (chance(0.7)) next = next.replace(pattern, shorter);
    const words = next.split(' ');
    if (words.length > 4 && chance(0.4)) words.splice(Math.floor(dice.nextUniform() * words.length), 1);
    if (chance(0.3)) words.push(pick(['(continued)', '2013', 'FY13', '- Next Gen']));
    next = words.join(' ');
    return next === old ? `${old} 2013` : next;
  };
  const rewrite = (old: string): string => {
    const sentences = old.split(/(?<=\.)\s+/);
    const kept = sentences.filter(() => chance(0.7));
    return [...(kept.length > 0 ? kept : sentences), 'Updated for the next fiscal year.'].join(' ');
  };

  const out: { readonly row: string[]; readonly was: string | null }[] = [];
  const dropped: string[] = [];
  for (const old of rows) {
    const was = old[id] ?? '';
    if (chance(0.1)) {
      dropped.push(was);
      continue;
    }
    const row = [...old];
    if (chance(0.25)) row[name] = rename(row[name] ?? '');
    if (chance(0.15)) row[bureau] = pick(bureaus);
    if (chance(0.3)) row[text] = rewrite(row[text] ?? '');
    if (chance(0.5) && row[cost])
      row[cost] = String(Math.round(Number(row[cost]) * (0.7 + dice.nextUniform()) * 1000) / 1000);
    if (chance(0.3)) row[end] = '2013-09-30';
    out.push({ row, was });
  }
  for (let n = 0; n < 25; n += 1) {
    const other = pick(foreign);
    const row = header.map(() => '');
    row[id] = `N${1000 + n}`;
    row[name] = other[4] ?? '';
    row[text] = other[5] ?? '';
    row[bureau] = pick(bureaus);
    row[cost] = '1.5';
    out.push({ row, was: null });
  }
  // Another order, so that no place proves anything.
  const shuffled = out.map((each) => ({ each, key: dice.nextUniform() })).sort((a, b) => a.key - b.key);
  const columns = header.map((_, column) => column).filter((column) => ids || column !== id);
  const lines = shuffled.map(({ each }) =>
    columns.map((column) => (each.row[column] ?? '').replace(/\s*\n\s*/g, ' ')),
  );
  return {
    text: Papa.unparse([columns.map((column) => header[column] ?? ''), ...lines], { newline: '\n' }),
    truth: new Map(shuffled.map(({ each }, index) => [index + 2, each.was])),
    dropped,
  };
}
