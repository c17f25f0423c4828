import { formatInstant } from '../../../shared/text/format.ts';
import { countedTables } from '../../features/snapshots/countedTables.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { tablePage } from './tablePage.ts';

/** The frozen states that the portfolio keeps, newest first, with what each holds. */
export function snapshotPages(context: PageContext): readonly PageDraft[] {
  const { say, options, snapshots } = context;
  const t = say('snapshots');
  const pages = say('reportPages');
  const ordered = [...snapshots].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const [newest] = ordered;
  if (!newest) return [];
  const when = (at: string): string => formatInstant(at, options.language);
  return tablePage(context, {
    name: say('reports')('page.snapshots'),
    title: pages('snapshots.title', { count: ordered.length, at: when(newest.createdAt) }),
    subtitle: '',
    columns: [
      { id: 'name', label: t('new.name'), share: 0.26 },
      { id: 'note', label: t('new.note'), share: 0.32 },
      { id: 'when', label: pages('snapshots.when'), share: 0.16 },
      { id: 'by', label: pages('snapshots.by'), share: 0.1 },
      { id: 'holds', label: pages('snapshots.holds'), share: 0.16 },
    ],
    rows: ordered.map(({ name, note, by, createdAt, counts }) => [
      name,
      note,
      when(createdAt),
      by,
      countedTables
        .flatMap((table) => (counts[table] ? [t(`counts.${table}`, { count: counts[table] })] : []))
        .join(' · '),
    ]),
  });
}
