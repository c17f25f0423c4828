import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { KindChoice } from './SourceChoices.tsx';
import css from './SourceNotes.module.css';
import { SourceNotes } from './SourceNotes.tsx';
import type { PreviewState } from './useImportPreview.ts';
import { useShownValue } from './useShownValue.ts';

/** Files that say by themselves what everything in them is. */
export const fixedKinds = ['throughline', 'ownTables', 'msProject'] as const;

export interface FixedFileProps {
  readonly kind: (typeof fixedKinds)[number];
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
}

/** Rows that are shown one by one. */
const MOST_ROWS = 40;
const shown = ['startDate', 'endDate', 'budget', 'spent'] as const;

/** What a file that needs no matching holds: how many records of which kind, and the first initiatives. */
export function FixedFile({ kind, preview, readAs }: FixedFileProps) {
  const { t } = useTranslation(['importSources', 'importing']);
  const say = useShownValue();
  const holds = preview.holds ?? [];
  const sentences = {
    throughline: t('file.isPortfolio', { ns: 'importing' }),
    ownTables: t('isOwnTables'),
    msProject: t('isProject'),
  };
  return (
    <div className={css.fixed}>
      <p>{sentences[kind]}</p>
      <KindChoice preview={preview} readAs={readAs} />
      <section aria-label={t('holds.title')}>
        <h3>{t('holds.title')}</h3>
        {holds.length === 0 ? (
          <p>{t('holds.nothing')}</p>
        ) : (
          <ul className={css.holds}>
            {holds.map(({ table, count }) => (
              <li key={table}>{t(`holds.${table}`, { count })}</li>
            ))}
          </ul>
        )}
        <ul className={css.first}>
          {preview.sample.map(({ row, values }) => (
            <li key={row}>
              <strong>{values.name}</strong>
              {shown.map((field) => {
                const value = values[field];
                return value === undefined ? null : (
                  <span key={field}>
                    {t(`field.${field}`, { ns: 'importing' })} {say(field, value)}
                  </span>
                );
              })}
            </li>
          ))}
        </ul>
      </section>
      {kind === 'ownTables' && <Changed preview={preview} />}
      <SourceNotes notes={preview.notes ?? []} />
    </div>
  );
}

/** What tables that come back change in which record, and what in them cannot be read; the first of each. */
function Changed({ preview }: Pick<FixedFileProps, 'preview'>) {
  const { t } = useTranslation(['importMapping', 'importSources', 'importing', 'importReasons']);
  const rows = (preview.refresh?.rows ?? []).slice(0, MOST_ROWS);
  const issues = [
    ...(preview.problems ?? []).map(({ rows: [row = 0], ...issue }) => ({ ...issue, row, file: '' })),
    ...(preview.tables ?? []).flatMap(({ fileName, issues: own = [] }) =>
      own.map((issue) => ({ ...issue, file: fileName })),
    ),
  ].slice(0, MOST_ROWS);
  const dash = t('differs.empty');
  return (
    <>
      {rows.length > 0 && (
        <ul className={css.first}>
          {rows.map(({ row, name, taken, differences }) => (
            <li key={`${taken} ${row}`}>
              <strong>{name}</strong>
              {differences.map(({ field, ours, theirs }) => (
                <span key={field}>
                  {t('differs.fromTo', { field, ours: ours ?? dash, theirs: theirs ?? dash })}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {issues.length > 0 && (
        <section aria-label={t('ownLeft', { ns: 'importSources' })}>
          <h3>{t('ownLeft', { ns: 'importSources' })}</h3>
          <ul className={css.first}>
            {issues.map(({ file, row, column, reason }) => (
              <li key={`${file} ${row} ${column} ${reason}`}>
                <strong>{file === '' ? column : `${file} · ${column}`}</strong>
                <span>{t('place.row', { ns: 'importing', row })}</span>
                <span>{t(`reason.${reason}`, { ns: 'importReasons' })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
