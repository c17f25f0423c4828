import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { type ImportField, importFields, levelFields } from '../../../shared/exchange/importFields.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './PreviewTable.module.css';
import { useFieldLabel } from './useFieldLabel.ts';
import { useShownValue } from './useShownValue.ts';

/** Columns that say where a capability stands: the result says it by the one above. */
const placing: ReadonlySet<ImportField> = new Set([...levelFields, 'depth']);
const PROBLEMS = 3;
const ROWS_NAMED = 5;

/** The result as our table will show it; what cannot be read is marked in its cell, with the reason and the raw text. */
export function PreviewTable({
  preview,
  loading,
}: {
  readonly preview: ImportPreview;
  readonly loading: boolean;
}) {
  const { t } = useTranslation(['importMapping', 'importing', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const show = useShownValue();
  const [only, setOnly] = useState<'first' | 'problems'>('first');
  const labelOf = useFieldLabel(preview.plan.rows ?? 'initiatives');
  const fields = importFields.filter(
    (field) =>
      !placing.has(field) &&
      (preview.plan.columns[field] !== undefined ||
        preview.sample.some(({ values }) => values[field] !== undefined)),
  );
  const bad = preview.sample.filter(({ problems }) => Object.keys(problems).length > 0);
  const shown = only === 'problems' && bad.length > 0 ? bad : preview.sample;
  const problems = preview.problems ?? [];
  const count = problems.reduce((sum, each) => sum + each.count, 0);
  const updating = (preview.refresh?.counts.sure ?? 0) > 0;
  return (
    <section className={css.preview} aria-label={t('result.title')}>
      <header className={css.head}>
        <h3>{t('result.title')}</h3>
        {bad.length > 0 && (
          <Segmented
            label={t('result.show')}
            value={shown === bad ? 'problems' : 'first'}
            choices={[
              { id: 'first' as const, text: t('result.first') },
              { id: 'problems' as const, text: t('result.problems'), count },
            ]}
            onChange={setOnly}
          />
        )}
        <span className={css.of}>
          {loading ? (
            <span role="status">{t('preview.updating', { ns: 'importing' })}</span>
          ) : preview.sample.length < preview.rows ? (
            t('result.of', { count: preview.rows, shown: preview.sample.length })
          ) : (
            t('result.all', { count: preview.rows })
          )}
        </span>
        {count === 0 ? (
          <span className={css.of}>{t('result.noProblems')}</span>
        ) : (
          <ul className={css.problems}>
            {problems.slice(0, PROBLEMS).map(({ column, reason, count: times, rows }) => (
              <li key={`${reason} ${column}`} title={rows.join(', ')}>
                <TriangleAlert size={12} aria-hidden />
                {t('result.problem', {
                  reason: t(`reason.${reason}`, { ns: 'importReasons' }),
                  column,
                  count: times,
                  rows: rows.slice(0, ROWS_NAMED).join(', '),
                })}
              </li>
            ))}
            {problems.length > PROBLEMS && (
              <li>{t('report.more', { ns: 'importing', count: problems.length - PROBLEMS })}</li>
            )}
          </ul>
        )}
      </header>
      {shown.length === 0 ? (
        <p>{t('preview.none', { ns: 'importing' })}</p>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          tabIndex={0}
          className={css.scroll}
          aria-label={t('preview.title', { ns: 'importing' })}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{t('preview.row', { ns: 'importing' })}</th>
                {updating && <th scope="col">{t('result.state')}</th>}
                {fields.map((field) => (
                  <th key={field} scope="col" data-figure={figures.has(field) || undefined}>
                    {labelOf(field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.row}>
                  <td className={css.row}>{formatNumber(line.row, language)}</td>
                  {updating && <td className={css.row}>{t(line.known ? 'result.known' : 'result.new')}</td>}
                  {fields.map((field) => {
                    const problem = line.problems[field];
                    const value = line.values[field];
                    const raw = line.raw?.[field];
                    return (
                      <td
                        key={field}
                        data-problem={problem ? true : undefined}
                        data-figure={figures.has(field) || undefined}
                        data-prose={field === 'description' || undefined}
                        title={problem ? raw : value}
                      >
                        {value !== undefined ? show(field, value) : problem ? null : '–'}
                        {problem && (
                          <span className={css.problem}>
                            <TriangleAlert size={12} aria-hidden />
                            <span>
                              {t(`reason.${problem}`, { ns: 'importReasons' })}
                              {raw !== undefined && raw !== '' && <q>{raw}</q>}
                            </span>
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
    </section>
  );
}

const figures: ReadonlySet<string> = new Set([
  ...['budget', 'spent', 'valuePerMonth', 'teamPeople', 'baseline', 'target'],
  ...['importance', 'currentMaturity', 'targetMaturity'],
]);
