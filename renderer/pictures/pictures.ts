import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { type LeftOutPage, nothingLeftOut } from '../../shared/report/leftOutPage.ts';
import { type ReportOptions, sheetSize, usualPages } from '../../shared/report/options.ts';
import type { Report, ReportPage } from '../../shared/report/page.ts';
import { lookedKey, type ReportState, type ReportStates } from '../../shared/report/states.ts';
import { partOf, type Steps } from '../../shared/steps.ts';
import type { FootBasis } from '../analysis/footPlace.ts';
import type { Say } from '../i18n.ts';
import { asLooked } from './asLooked.ts';
import { type Composed, composePages, drawPage } from './composePage.tsx';
import type { PageContext } from './context.ts';
import type { PageDraft } from './draft.ts';
import { pageMakers } from './pageList.ts';
import { type PlannedPage, plannedPages } from './plannedPages.ts';
import { contextSteps, footer, type PictureTools, pageSteps } from './reportContext.ts';
import { pictureTheme } from './theme.ts';
import { sayIn } from './words.ts';

/** Makes the pages of a report; yields how far it is, 0 to 1. Needs no page, no window and no clock. */
export function* reportSteps(
  states: ReportStates,
  options: ReportOptions,
  tools: PictureTools,
): Steps<Report> {
  const reports = sayIn(options.language, 'reports');
  const planned = plannedPages(states.plan, options);
  const leftOut: LeftOutPage[] = [...planned.leftOut];
  const { pages } = planned;
  const stateOf = ({ looked }: PlannedPage): ReportState =>
    (looked === null ? undefined : states.ofPages[lookedKey(looked)]) ?? states.shown;
  const theme = pictureTheme(options.theme);
  const contexts = new Map<ReportState, PageContext>();
  const needed = new Set(pages.map(stateOf));
  for (const state of needed) {
    const ofState = pages.filter((page) => stateOf(page) === state).map(({ id }) => id);
    const steps = contextSteps(state, states, ofState, options, tools);
    const [from, to] = [contexts.size, contexts.size + 1].map((count) => (0.8 * count) / needed.size);
    contexts.set(state, yield* partOf(steps, from!, to!));
  }
  const titles = new Set<string>();
  const composed: {
    readonly id: ReportPage['id'];
    readonly page: Composed;
    readonly context: PageContext;
  }[] = [];
  for (const [at, page] of pages.entries()) {
    const { id, title, question } = page;
    const context = contexts.get(stateOf(page))!;
    const footOf = (basis: FootBasis): string => footer(basis, context);
    const share = (done: number): number => 0.8 + (0.15 * (at + done)) / pages.length;
    const { own, note } = yield* partOf(pageSteps(page, context, states), share(0), share(1));
    const drafts = pageMakers[id](own);
    if (drafts.length === 0) leftOut.push({ ...page.asked, why: 'nothing' });
    for (const proposed of drafts) {
      const draft = {
        ...asLooked(proposed, own),
        title: title ?? ownTitle(proposed, titles, reports),
        subtitle: context.join([question, proposed.subtitle, note]),
      };
      for (const made of composePages(draft, footOf, own, theme.textScale))
        composed.push({ id, page: made, context });
    }
    yield share(1);
  }
  // A file without pages would be none: most programs refuse it. The first page always has something to say.
  const [first] = composed;
  if (!first) {
    const plain = { ...options, pages: ['overview' as const], storyboard: null };
    const made = yield* reportSteps(states, plain, tools);
    return { ...made, leftOut: { pages: byPlace(leftOut), standIn: true } };
  }
  const drawn: ReportPage[] = [];
  // Pages that only slide programs have are not counted where sheets are numbered.
  const sheets = composed.filter(({ page }) => !page.draft.chartOnly).length;
  let sheet = 0;
  const taken = new Map<string, number>();
  for (const [at, { id, page, context }] of composed.entries()) {
    const count = (taken.get(page.draft.name) ?? 0) + 1;
    taken.set(page.draft.name, count);
    const name = count === 1 ? page.draft.name : `${page.draft.name} ${count}`;
    const number = reports('foot.page', { page: page.draft.chartOnly ? sheet : ++sheet, pages: sheets });
    drawn.push({ id, ...drawPage(page, number, name, context, theme) });
    yield 0.95 + (0.05 * (at + 1)) / composed.length;
  }
  const other = options.theme === 'light' ? 'dark' : 'light';
  return {
    options,
    portfolio: first.context.settings.name,
    footer: footer('records', first.context),
    colors: theme.colors,
    other: { theme: other, colors: pictureTheme(other).colors },
    ...sheetSize[options.pageSize],
    pages: drawn,
    leftOut: arePicked(options) ? { pages: byPlace(leftOut), standIn: false } : nothingLeftOut,
    font: inter,
  };
}

/** The title of a page; where another page says the same, with what this one is called: titles tell pages apart. */
function ownTitle({ title, name }: PageDraft, taken: Set<string>, say: Say<'reports'>): string {
  const own = taken.has(title) ? say('title.named', { title, page: name }) : title;
  taken.add(own);
  return own;
}

/** Whether somebody picked the pages: of all the usual ones nobody misses one that has nothing to show. */
const arePicked = ({ storyboard, pages }: ReportOptions): boolean =>
  storyboard !== null || !usualPages.every((id) => pages.includes(id));

const byPlace = (pages: readonly LeftOutPage[]): readonly LeftOutPage[] =>
  [...pages].sort((a, b) => a.place - b.place);
