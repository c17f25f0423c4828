import { useTranslation } from 'react-i18next';
import { EVIDENCE } from '../../../shared/model/evidence.ts';
import css from './parameters.module.css';

/** The evidence behind the model's defaults; sources are named as they name themselves. */
export function EvidenceTable() {
  const { t } = useTranslation(['parameters', 'evidence']);
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
        <tbody>
          {EVIDENCE.map((row) => (
            <tr key={row.id} id={`evidence-${row.id}`}>
              <th scope="row">{row.id}</th>
              <td>
                <small>{t(`topic.${row.topic}`)}</small>
                {t(`figure.${row.id}`, { ns: 'evidence' })}
              </td>
              <td>
                <span lang="en">{row.source}</span>
                <small>{t(`access.${row.access}`)}</small>
              </td>
              <td>
                <span>{t(`strength.${row.strength}`)}</span>
                {'noted' in row && <small>{t(`note.${row.id}`, { ns: 'evidence' })}</small>}
              </td>
              <td>{t(`consequence.${row.id}`, { ns: 'evidence' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
