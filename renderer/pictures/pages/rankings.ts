import { roomOrder } from '../../../shared/ranking/order.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { tablePage } from './tablePage.ts';

const MOST_PAGES = 2;

/** What rooms ranked, a page each: the order with its votes, who agreed and when. */
export function rankingPages(context: PageContext): readonly PageDraft[] {
  const { records, say, figures, options, look, join } = context;
  const reports = say('reports');
  const chosen = look?.rankingId ?? null;
  const nameOf = (id: string): string =>
    records.initiative[id]?.name ??
    records.outcome[id]?.name ??
    records.decisionOption[id]?.name ??
    reports('rankings.gone');
  return Object.values(records.ranking)
    .filter(
      ({ id, items }) =>
        items.length > 0 && (chosen === null || records.ranking[chosen] === undefined || id === chosen),
    )
    .sort((a, b) => a.position - b.position)
    .flatMap((ranking): readonly PageDraft[] => {
      const { name, method, agreedBy, agreedOn, note } = ranking;
      const order = roomOrder(ranking);
      const first = order.filter(({ place }) => place === 1);
      const date = agreedOn === null ? '' : formatDate(agreedOn, options.language);
      const hasDots = method === 'dots';
      return tablePage(context, {
        name: `${reports('page.rankings')} - ${name}`,
        title:
          first.length === 1
            ? reports('rankings.title', { name: shortName(name), first: shortName(nameOf(first[0]!.id)) })
            : reports('rankings.titleShared', { name: shortName(name), count: first.length }),
        subtitle: join([
          reports(`rankings.by.${method}`),
          agreedBy === '' && date === ''
            ? reports('rankings.notAgreed')
            : agreedBy === ''
              ? reports('rankings.agreedOn', { date })
              : date === ''
                ? reports('rankings.agreedBy', { names: agreedBy })
                : reports('rankings.agreedByOn', { names: agreedBy, date }),
          note,
        ]),
        mostPages: MOST_PAGES,
        columns: [
          { id: 'place', label: reports('rankings.place'), share: 0.1 },
          { id: 'what', label: reports('rankings.what'), share: hasDots ? 0.76 : 0.9 },
          ...(hasDots ? [{ id: 'dots', label: reports('rankings.dots'), share: 0.14 }] : []),
        ],
        rows: order.map(({ id, place, score }) => [
          figures.number(place),
          nameOf(id),
          ...(hasDots ? [figures.number(score ?? 0)] : []),
        ]),
      });
    });
}
