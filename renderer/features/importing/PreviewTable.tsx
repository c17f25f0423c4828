import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '../../../shared/domain/primitives.ts';
import { type ImportField, type ImportPreview, importFields } from '../../../shared/exchange/contract.ts';
import type { Language } from '../../../shared/text/area.ts';
import { formatDate, formatMoney, toMinor } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './ImportDialog.module.css';

/** The first rows as they would come in; what cannot be read is marked and explained in its cell. */
export function PreviewTable({
  preview,
  loading,
}: {
  readonly preview: ImportPreview;
  readonly loading: boolean;
}) {
  const { t } = useTranslation(['importing', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const fields = importFields.filter((field) => preview.plan.columns[field] !== undefined);
  return (
    <div className={css.preview}>
      <h3>
        {t('preview.title')} {loading && <span role="status">{t('preview.updating')}</span>}
      </h3>
      {preview.sample.length === 0 ? (
        <p>{t('preview.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        <section className={css.scroll} tabIndex={0} aria-label={t('preview.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('preview.row')}</th>
                {fields.map((field) => (
                  <th key={field} scope="col">
                    {t(`field.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.sample.map((line) => (
                <tr key={line.row}>
                  <td className={css.row}>{line.row}</td>
                  {fields.map((field) => {
                    const problem = line.problems[field];
                    return (
                      <td key={field} data-problem={problem ? true : undefined} title={line.values[field]}>
                        {sayValue(field, line.values[field], language) ?? (problem ? '' : '–')}
                        {problem && (
                          <span className={css.problem}>
                            <TriangleAlert size={12} aria-hidden />
                            {t(`reason.${problem}`, { ns: 'importReasons' })}
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

/** A value as the table will show it: the preview carries amounts as `1200 USD` and dates in ISO form. */
function sayValue(field: ImportField, text: string | undefined, language: Language): string | undefined {
  if (text === undefined) return undefined;
  if (isIsoDate(text)) return formatDate(text, language);
  const money = field === 'budget' || field === 'spent' || field === 'valuePerMonth';
  const [, amount, currency] = (money && /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text)) || [];
  return amount && currency ? formatMoney(toMinor(Number(amount), currency), currency, language) : text;
}
