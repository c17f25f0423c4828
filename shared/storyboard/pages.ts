import type { PortfolioRecords, Storyboard, StoryboardPage } from '../domain/records.ts';
import { isLooked, type Looked } from '../report/states.ts';
import type { Language } from '../text/area.ts';

const byPosition = (
  a: { readonly position: number; readonly id: string },
  b: { readonly position: number; readonly id: string },
): number => a.position - b.position || (a.id < b.id ? -1 : 1);

/** All storyboards in their order. */
export const storyboardsOf = (records: Pick<PortfolioRecords, 'storyboard'>): readonly Storyboard[] =>
  Object.values(records.storyboard).sort(byPosition);

/** The pages of a storyboard in their order. */
export const pagesOf = (
  records: Pick<PortfolioRecords, 'storyboardPage'>,
  storyboardId: string,
): readonly StoryboardPage[] =>
  Object.values(records.storyboardPage)
    .filter((page) => page.storyboardId === storyboardId)
    .sort(byPosition);

/** The title that somebody wrote, in that language or else in the other; null where it is proposed from the data. */
export function writtenTitle(page: StoryboardPage, language: Language): string | null {
  const [own, other] = language === 'zh-CN' ? [page.titleZh, page.titleEn] : [page.titleEn, page.titleZh];
  return own.trim() || other.trim() || null;
}

/** The question of a page, in that language or else in the other; empty for none. */
export function questionOf(page: StoryboardPage, language: Language): string {
  const [own, other] =
    language === 'zh-CN' ? [page.questionZh, page.questionEn] : [page.questionEn, page.questionZh];
  return own.trim() || other.trim();
}

/** Minutes that the pages take together, and how many of them nobody gave a time. */
export function plannedMinutes(pages: readonly StoryboardPage[]): {
  readonly minutes: number;
  readonly unknown: number;
} {
  let [minutes, unknown] = [0, 0];
  for (const page of pages) {
    if (page.minutes === null) unknown += 1;
    else minutes += page.minutes;
  }
  return { minutes, unknown };
}

/** At most so many states are compared with the one they start from. */
export const COMPARED_AT_MOST = 4;

/** One state, and those that are compared with it. */
export interface ComparedStates {
  readonly base: Looked;
  readonly others: readonly Looked[];
}

/** Which states are compared, from what was written down; null where that is not understood. */
export function readCompared(stored: unknown): ComparedStates | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { base, others } = stored as { readonly base?: unknown; readonly others?: unknown };
  if (!isLooked(base) || !Array.isArray(others)) return null;
  return { base, others: others.filter(isLooked).slice(0, COMPARED_AT_MOST) };
}

/** One page of a storyboard as an export writes it: what to draw, in which state, and what to say beside it. */
export interface StoryboardPageDescription {
  readonly id: string;
  /** The view, as in the program. */
  readonly area: string;
  /** Filter, focus, quarter, order and mode of that view. */
  readonly state: StoryboardPage['state'];
  /** What was looked at when the page was added; null for a page that says nothing of it. */
  readonly looked: Looked | null;
  /** The states that its view compares; null where it says nothing of it. */
  readonly compared: ComparedStates | null;
  readonly initiativeId: string | null;
  /** Null where the picture's own finding is the title. */
  readonly title: string | null;
  readonly question: string;
  readonly notes: string;
  readonly minutes: number | null;
}

/** The pages of a storyboard for an export, in order and in one language; an unknown storyboard has none. */
export function storyboardPages(
  records: Pick<PortfolioRecords, 'storyboardPage'>,
  storyboardId: string,
  language: Language,
): readonly StoryboardPageDescription[] {
  return pagesOf(records, storyboardId).map((page) => ({
    id: page.id,
    area: page.area,
    state: page.state,
    looked: lookedOf(page.state.looking),
    compared: readCompared(page.state.compared),
    initiativeId: textOf(page.state.view, 'flowInitiativeId'),
    title: writtenTitle(page, language),
    question: questionOf(page, language),
    notes: page.notes,
    minutes: page.minutes,
  }));
}

/** What a page looks at, as the state of the view was captured: a scenario, a snapshot, or else the plan. */
function lookedOf(looking: unknown): Looked | null {
  if (typeof looking !== 'object' || looking === null) return null;
  const scenario = textOf(looking, 'scenario');
  if (scenario !== null) return { kind: 'scenario', id: scenario };
  const snapshot = textOf(looking, 'snapshot');
  return snapshot === null ? { kind: 'plan' } : { kind: 'snapshot', id: snapshot };
}

function textOf(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return null;
  const found = (value as Readonly<Record<string, unknown>>)[field];
  return typeof found === 'string' ? found : null;
}
