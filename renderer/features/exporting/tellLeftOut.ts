import i18next from 'i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { LeftOutPage } from '../../../shared/report/leftOutPage.ts';
import { pageIds } from '../../../shared/report/options.ts';
import type { Language } from '../../../shared/text/area.ts';
import { joinParts, labelled } from '../../../shared/text/join.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { viewIds } from '../../state/viewStore.ts';
import { describeLabel } from '../history/describeLabel.ts';

type Made = Pick<MethodOutput<'export.write'>, 'leftOut' | 'pagesLeftOut'>;

/** Steps and pages that are named in a notice; the first ones stand for very many. */
const NAMED = { steps: 3, pages: 5 };

/** Says which steps of scenarios, and which pages, an export had to do without; nothing where it holds all of them. */
export function tellLeftOut({ leftOut, pagesLeftOut: { pages, standIn } }: Made): void {
  const { language } = usePreferences.getState();
  if (leftOut.length > 0) {
    const steps = leftOut.map(({ scenario, label }) => labelled(scenario, describeLabel(label), language));
    tell({
      kind: 'done',
      key: 'notice.exportedWithout',
      params: { count: leftOut.length, steps: firstOf(steps, NAMED.steps, language) },
    });
  }
  if (pages.length > 0)
    tell({
      kind: 'done',
      key: standIn ? 'notice.exportedInstead' : 'notice.exportedWithoutPages',
      params: { count: pages.length, pages: firstOf(pages.map(pageWords), NAMED.pages, language) },
    });
}

const firstOf = (texts: readonly string[], most: number, language: Language): string =>
  joinParts([...texts.slice(0, most), ...(texts.length > most ? ['…'] : [])], language);

/** A page that is in no file: its place, what it is called, and why. */
function pageWords({ place, area, title, why }: LeftOutPage): string {
  const view = viewIds.find((id) => id === area);
  const page = pageIds.find((id) => id === area);
  const name =
    title ??
    (view
      ? i18next.t(`view.${view}`, { ns: 'shell' })
      : page
        ? i18next.t(`page.${page}`, { ns: 'reports' })
        : area);
  return i18next.t('leftOut.page', {
    ns: 'reports',
    place,
    name,
    why: i18next.t(`leftOut.${why}`, { ns: 'reports' }),
  });
}
