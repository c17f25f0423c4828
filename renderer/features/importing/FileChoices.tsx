import { useTranslation } from 'react-i18next';
import { modes } from '../../../shared/domain/records.ts';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { currencyChoices } from '../../ui/currencies.ts';
import { SelectField } from '../../ui/Field.tsx';
import { delimiters, separators, withFound } from './choices.ts';
import css from './ImportDialog.module.css';
import { SourceChoices } from './SourceChoices.tsx';
import { SourceNotes } from './SourceNotes.tsx';
import type { PreviewState } from './useImportPreview.ts';
import { useSigns } from './useSigns.ts';

export interface FileChoicesProps {
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
  readonly takeAs: PreviewState['takeAs'];
}

/** Encodings in which lists are met, by the names that the reader knows. */
const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'cp1252',
  'cp1250',
  'cp1251',
  'macintosh',
  'shift_jis',
  'euc-kr',
];
const LINES = 30;

/** How the file is read: each choice was made by itself and can be changed. */
export function FileChoices({ preview, readAs, takeAs }: FileChoicesProps) {
  const { t } = useTranslation(['importing', 'common']);
  const language = usePreferences((state) => state.language);
  const { plan, prose } = preview;
  // Sheets have neither an encoding nor a delimiter.
  const isText = (preview.sheets ?? []).length === 0;
  const { sayDelimiter, saySeparator } = useSigns();
  return (
    <section aria-label={t('file.title')} className={css.file}>
      <SourceChoices preview={preview} readAs={readAs} />
      {isText && (
        <SelectField
          label={t('file.encoding')}
          value={plan.encoding}
          choices={withFound(encodings, plan.encoding).map((id) => ({ id, text: id.toUpperCase() }))}
          onChange={(encoding) => readAs({ encoding })}
        />
      )}
      {isText && (
        <SelectField
          label={t('file.delimiter')}
          value={plan.delimiter}
          choices={withFound(delimiters, plan.delimiter).map((id) => ({ id, text: sayDelimiter(id) }))}
          onChange={(delimiter) => readAs({ delimiter })}
        />
      )}
      <SelectField
        label={t('file.headerRow')}
        value={String(plan.headerRow)}
        choices={Array.from({ length: Math.max(LINES, plan.headerRow + 1) }, (_, line) => ({
          id: String(line),
          text: String(line + 1),
        }))}
        onChange={(line) => readAs({ headerRow: Number(line) })}
      />
      <SelectField
        label={t('file.currency')}
        value={plan.currency}
        choices={currencyChoices(language)}
        onChange={(currency) => takeAs({ currency })}
      />
      <SelectField
        label={t('file.listSeparator')}
        value={plan.listSeparator}
        choices={withFound(separators, plan.listSeparator).map((id) => ({ id, text: saySeparator(id) }))}
        onChange={(listSeparator) => takeAs({ listSeparator })}
      />
      <SelectField
        label={t('file.defaultMode')}
        value={plan.defaultMode}
        choices={modes.map((id) => ({ id, text: t(`mode.${id}`, { ns: 'common' }) }))}
        onChange={(defaultMode) => takeAs({ defaultMode })}
      />
      <SourceNotes notes={preview.notes ?? []} />
      {prose.length > 0 && (
        <details className={css.prose}>
          <summary>{t('file.prose', { count: prose.length })}</summary>
          <ul>
            {prose.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move and may repeat
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
