import { formatInstant } from '../../../shared/text/format.ts';
import { describeLabelIn } from '../../features/history/describeLabel.ts';
import { sizeWords } from '../../features/history/sizeWords.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { tablePage } from './tablePage.ts';

/** The last steps that are in force, newest first; of a snapshot those until it was taken. */
export function historyPages(context: PageContext): readonly PageDraft[] {
  const { say, options, state, snapshots, steps } = context;
  const { language } = options;
  const t = say('backups');
  const pages = say('reportPages');
  const until =
    state.looked.kind === 'snapshot'
      ? snapshots.find(({ id }) => state.looked.kind === 'snapshot' && id === state.looked.id)?.createdAt
      : undefined;
  const shown = steps.filter(({ undone, at }) => !undone && (until === undefined || at <= until));
  const oldest = shown.at(-1);
  if (!oldest) return [];
  return tablePage(context, {
    name: say('reports')('page.history'),
    title: pages('history.title', { count: shown.length, from: formatInstant(oldest.at, language) }),
    subtitle: '',
    columns: [
      { id: 'when', label: pages('snapshots.when'), share: 0.18 },
      { id: 'what', label: pages('history.what'), share: 0.48 },
      { id: 'by', label: pages('snapshots.by'), share: 0.14 },
      { id: 'size', label: pages('history.size'), share: 0.2 },
    ],
    rows: shown.map(({ at, label, by, counts }) => [
      formatInstant(at, language),
      describeLabelIn(language, label),
      by === '' ? t('history.nobody') : by,
      sizeWords(counts, t, language),
    ]),
  });
}
