import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { KindChoice } from './SourceChoices.tsx';
import css from './SourceNotes.module.css';
import { SourceNotes } from './SourceNotes.tsx';
import type { PreviewState } from './useImportPreview.ts';
import { useShownValue } from './useShownValue.ts';

/** Files that say by themselves what everything in them is. */
export const fixedKinds = ['throughline', 'msProject'] as const;

export interface FixedFileProps {
  readonly kind: (typeof fixedKinds)[number];
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
}

const shown = ['startDate', 'endDate', 'budget', 'spent'] as const;

/** What a file that needs no matching holds: how many records of which kind, and the first initiatives. */
export function FixedFile({ kind, preview, readAs }: FixedFileProps) {
  const { t } = useTranslation(['importSources', 'importing']);
  const say = useShownValue();
  const holds = preview.holds ?? [];
  return (
    <div className={css.fixed}>
      <p>{kind === 'throughline' ? t('file.isPortfolio', { ns: 'importing' }) : t('isProject')}</p>
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
      <SourceNotes notes={preview.notes ?? []} />
    </div>
  );
}
