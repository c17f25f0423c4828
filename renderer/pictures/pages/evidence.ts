import { EVIDENCE } from '../../../shared/model/evidence.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { rowsPage } from './rowsPage.ts';

const MOST_PAGES = 12;

type Row = (typeof EVIDENCE)[number];

/** What the defaults of the model rest on: the same for every portfolio. */
export function evidencePages(context: PageContext): readonly PageDraft[] {
  const t = context.say('parameters');
  const say = context.say('evidence');
  return rowsPage<Row>(context, {
    name: context.say('reports')('page.evidence'),
    title: t('evidence.title'),
    subtitle: t('evidence.note'),
    mostPages: MOST_PAGES,
    rows: EVIDENCE,
    columns: [
      { id: 'id', label: '#', share: 5, text: ({ id }) => id },
      { id: 'topic', label: t('evidence.topic'), share: 11, text: ({ topic }) => t(`topic.${topic}`) },
      { id: 'figure', label: t('evidence.figure'), share: 30, text: ({ id }) => say(`figure.${id}`) },
      { id: 'source', label: t('evidence.source'), share: 22, text: ({ source }) => source },
      {
        id: 'strength',
        label: t('evidence.strength'),
        share: 13,
        text: (row) =>
          [t(`strength.${row.strength}`), ...('noted' in row ? [say(`note.${row.id}`)] : [])].join(' · '),
      },
      { id: 'access', label: t('evidence.access'), share: 9, text: ({ access }) => t(`access.${access}`) },
      {
        id: 'consequence',
        label: t('evidence.consequence'),
        share: 22,
        text: ({ id }) => say(`consequence.${id}`),
      },
    ],
  });
}
