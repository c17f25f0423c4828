import { clockText } from './clock.ts';

/** A time in which a page of a storyboard was on the screen of a room; milliseconds since 1970. */
export interface Stretch {
  readonly page: string;
  readonly from: number;
  readonly to: number;
}

/** Older ones belong to another meeting: the minutes look back a day at most. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST = 2000;

/** The stretches with one more; one that goes on where the last one of the same page ended makes that one longer. */
export function withStretch(stretches: readonly Stretch[], next: Stretch): readonly Stretch[] {
  // A clock that was set back says nothing of how long it was.
  if (next.to <= next.from) return stretches;
  const last = stretches.at(-1);
  const joined =
    last && last.page === next.page && last.to === next.from
      ? [...stretches.slice(0, -1), { ...last, to: next.to }]
      : [...stretches, next];
  return joined.filter(({ to }) => to > next.to - KEPT_MS).slice(-MOST);
}

/** Milliseconds that each page was on the screen from an instant on, all its stretches together. */
export function usedMs(stretches: readonly Stretch[], since: number): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { page, from, to } of stretches) {
    const ms = to - Math.max(from, since);
    if (ms > 0) used.set(page, (used.get(page) ?? 0) + ms);
  }
  return used;
}

/** What was written down, perhaps by another version; what is not understood is left out. */
export function readStretches(stored: unknown): readonly Stretch[] {
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(
      (each): each is Stretch =>
        typeof each === 'object' &&
        each !== null &&
        typeof each.page === 'string' &&
        Number.isFinite(each.from) &&
        Number.isFinite(each.to) &&
        each.to > each.from,
    )
    .map(({ page, from, to }) => ({ page, from, to }));
}

/** How long a page took, as the minutes of a meeting keep it. */
export interface UsedPage {
  readonly page: string;
  /** What the page was called then. */
  readonly title: string;
  /** Whole seconds. */
  readonly seconds: number;
}

const SIGN = '⏱';
const line = new RegExp(`^${SIGN} ((?:\\d+:)?\\d+:\\d\\d) (.*)\\[([^\\]\\s]+)\\]$`);

/** The line of the minutes that says how long a page took; people and `readMinutes` can read it. */
export const usedLine = ({ page, title, seconds }: UsedPage): string =>
  `${SIGN} ${clockText(seconds)} ${title.replace(/\s+/g, ' ').trim()} [${page}]`;

/** The notes of a meeting: how long its pages took, and its other lines; empty ones are left out. */
export function readMinutes(notes: string): {
  readonly used: readonly UsedPage[];
  readonly lines: readonly string[];
} {
  const used: UsedPage[] = [];
  const lines: string[] = [];
  for (const text of notes.split('\n')) {
    const [, clock = '', title = '', page = ''] = line.exec(text) ?? [];
    if (page !== '') {
      const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      used.push({ page, title: title.trim(), seconds });
    } else if (text.trim() !== '') lines.push(text);
  }
  return { used, lines };
}
