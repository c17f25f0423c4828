import type { PortfolioRecords, StoryboardPage } from '../../shared/domain/records.ts';
import { type PageId, pageIds, type ReportOptions } from '../../shared/report/options.ts';
import type { Looked } from '../../shared/report/states.ts';
import { type ComparedStates, storyboardPages } from '../../shared/storyboard/pages.ts';
import { lookOf, type PageLook } from './look.ts';

/** A page of a report that is to be made. */
export interface PlannedPage {
  readonly id: PageId;
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

/** A page as a report has it when nobody arranged it. */
export const plainPage = (id: PageId): PlannedPage => ({
  id,
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
    case 'scenarios':
      return 'comparison';
    default:
      return pageIds.find((id) => id === area) ?? null;
  }
}

/** The pages to make: those asked for, or those of a storyboard in its order, as far as pages stand for its views. */
export function plannedPages(
  plan: PortfolioRecords,
  options: ReportOptions,
  silent: ReadonlySet<PageId>,
): readonly PlannedPage[] {
  if (options.storyboard === null)
    return pageIds.filter((id) => options.pages.includes(id) && !silent.has(id)).map(plainPage);
  // What people wrote may name anybody and any amount.
  const written = options.names === 'shown' && options.amounts === 'shown';
  return storyboardPages(plan, options.storyboard, options.language).flatMap((page): PlannedPage[] => {
    const id = pageOf(page.area, page.state);
    if (id === null || silent.has(id)) return [];
    return [
      {
        id,
        title: written ? page.title : null,
        question: written ? page.question : '',
        initiatives: page.initiativeId === null ? null : [page.initiativeId],
        looked: page.looked,
        compared: page.compared,
        look: lookOf(page.state),
      },
    ];
  });
}
