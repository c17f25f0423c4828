import type { PortfolioRecords, StoryboardPage } from '../../shared/domain/records.ts';
import type { LeftOutPage } from '../../shared/report/leftOutPage.ts';
import { type PageId, pageIds, type ReportOptions } from '../../shared/report/options.ts';
import type { Looked } from '../../shared/report/states.ts';
import { type ComparedStates, storyboardPages } from '../../shared/storyboard/pages.ts';
import { lookOf, type PageLook } from './look.ts';
import { silenceOf } from './silence.ts';

/** A page of a report that is to be made. */
export interface PlannedPage {
  readonly id: PageId;
  /** Which of those that were asked for it is. */
  readonly asked: Pick<LeftOutPage, 'place' | 'area' | 'title'>;
  /** What people wrote over it in a storyboard; null where the page's own finding is the title. */
  readonly title: string | null;
  readonly question: string;
  /** Initiatives that the page is about; null for those of the options. */
  readonly initiatives: readonly string[] | null;
  /** What it is drawn of; null for what the report shows. */
  readonly looked: Looked | null;
  /** The states that it compares; null for those that the report proposes. */
  readonly compared: ComparedStates | null;
  /** How it shows its view; null for a page that nobody arranged. */
  readonly look: PageLook | null;
}

/** A page as a report has it when nobody arranged it; `place` counts from 1. */
const plainPage = (id: PageId, place: number): PlannedPage => ({
  id,
  asked: { place, area: id, title: null },
  title: null,
  question: '',
  initiatives: null,
  looked: null,
  compared: null,
  look: null,
});

/** The page that stands for a view in a state, or null where none does. */
function pageOf(area: string, state: StoryboardPage['state']): PageId | null {
  const view = state.view as { readonly coverageView?: unknown } | null | undefined;
  const kept = state.kept as Readonly<Record<string, unknown>> | null | undefined;
  const decisions = state.decisions as { readonly tab?: unknown } | null | undefined;
  const parameters = state.parameters as { readonly tab?: unknown } | null | undefined;
  switch (area) {
    case 'map':
      return kept?.['map.tab'] === 'cadence' ? 'cadence' : 'map';
    case 'decisions':
      return decisions?.tab === 'actions' || decisions?.tab === 'parking' ? 'actions' : 'decisions';
    case 'coverage':
      return view?.coverageView === 'findings'
        ? 'findings'
        : view?.coverageView === 'map'
          ? 'capabilities'
          : 'coverage';
    case 'parameters':
      return parameters?.tab === 'sensitivity' || parameters?.tab === 'evidence'
        ? parameters.tab
        : 'parameters';
    case 'scenarios':
      return 'comparison';
    default:
      return pageIds.find((id) => id === area) ?? null;
  }
}

/**
 * The pages to make: those asked for, or those of a storyboard in its order; and those that cannot be made, because no
 * page stands for a view, or because they would tell what is hidden.
 */
export function plannedPages(
  plan: PortfolioRecords,
  options: ReportOptions,
): { readonly pages: readonly PlannedPage[]; readonly leftOut: readonly LeftOutPage[] } {
  if (options.storyboard === null) {
    const asked = pageIds.filter((id) => options.pages.includes(id)).map((id, at) => plainPage(id, at + 1));
    return {
      pages: asked.filter(({ id }) => silenceOf(id, options) === null),
      leftOut: asked.flatMap((page) => {
        const why = silenceOf(page.id, options);
        return why === null ? [] : [{ ...page.asked, why }];
      }),
    };
  }
  // What people wrote may name anybody and any amount.
  const written = options.names === 'shown' && options.amounts === 'shown';
  const pages: PlannedPage[] = [];
  const leftOut: LeftOutPage[] = [];
  const board = storyboardPages(plan, options.storyboard, options.language);
  for (const [at, { area, state, title, question, initiativeId, looked, compared }] of board.entries()) {
    const id = pageOf(area, state);
    const place = { place: at + 1, area, title };
    const why = id === null ? 'noPage' : silenceOf(id, options);
    if (id === null || why !== null) {
      leftOut.push({ ...place, why: why ?? 'noPage' });
      continue;
    }
    pages.push({
      id,
      asked: place,
      title: written ? title : null,
      question: written ? question : '',
      initiatives: initiativeId === null ? null : [initiativeId],
      looked,
      compared,
      look: lookOf(state),
    });
  }
  return { pages, leftOut };
}
