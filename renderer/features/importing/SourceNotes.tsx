import { useTranslation } from 'react-i18next';
import type { SourceNote } from '../../../shared/exchange/sources.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './SourceNotes.module.css';

const EXAMPLES = 3;

/** What was seen and done while a file was taken apart: merged cells, other sheets, people who only count. */
export function SourceNotes({
  notes,
  title,
}: {
  readonly notes: readonly SourceNote[];
  /** What stands above them, where it is not the file that the import is about. */
  readonly title?: string;
}) {
  const { t } = useTranslation(['importSources', 'importReasons']);
  const language = usePreferences((state) => state.language);
  if (notes.length === 0) return null;
  return (
    <section className={css.notes} aria-label={title ?? t('notes.title')}>
      <h3>{title ?? t('notes.title')}</h3>
      <ul>
        {notes.map(({ what, count, examples }) => (
          <li key={`${what} ${examples[0]}`}>
            {t(`note.${what}`, { ns: 'importReasons' })} · {formatNumber(count, language)}
            {examples.length > 0 && (
              <span className={css.examples}>
                {t('notes.examples', { examples: examples.slice(0, EXAMPLES).join(' · ') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
