import { useTranslation } from 'react-i18next';
import { EVIDENCE } from '../../../shared/model/evidence.ts';
import css from './parameters.module.css';

/** The evidence behind the model's defaults, in the words in which it was found. */
export function EvidenceTable() {
  const { t, i18n } = useTranslation('parameters');
  const own = i18n.language;
  return (
    <section aria-label={t('evidence.title')}>
      <p className={css.help}>{t('evidence.note')}</p>
      <table className={css.evidence}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('evidence.figure')}</th>
            <th scope="col">{t('evidence.source')}</th>
            <th scope="col">{t('evidence.strength')}</th>
            <th scope="col">{t('evidence.consequence')}</th>
          </tr>
        </thead>
        <tbody lang="en">
          {EVIDENCE.map((row) => (
            <tr key={row.id} id={`evidence-${row.id}`}>
              <th scope="row">{row.id}</th>
              <td>
                <small lang={own}>{t(`topic.${row.topic}`)}</small>
                {row.figure}
              </td>
              <td>
                {row.source}
                <small lang={own}>{t(`access.${row.access}`)}</small>
              </td>
              <td>
                <span lang={own}>{t(`strength.${row.strength}`)}</span>
                {row.note && <small>{row.note}</small>}
              </td>
              <td>{row.consequence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
