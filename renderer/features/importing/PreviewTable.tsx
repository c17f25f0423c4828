import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ImportPreview, importFields } from '../../../shared/exchange/contract.ts';
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
                        {line.values[field] ?? (problem ? '' : '–')}
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
