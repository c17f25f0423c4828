import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './ImportDialog.module.css';

const SHOWN = 100;

/** Lines of a report, the first of them where there are many. */
export function ReportRows({
  title,
  heads,
  rows,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  const { t } = useTranslation('importing');
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      <table className={css.issues}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished report never move
            <tr key={index}>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a finished report never move
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className={css.note}>{t('report.more', { count: rows.length - SHOWN })}</p>}
    </section>
  );
}
