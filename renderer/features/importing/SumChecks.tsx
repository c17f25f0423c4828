import { useTranslation } from 'react-i18next';
import type { SumCheck, SumReason } from '../../../shared/exchange/contract.ts';
import { formatMoney, formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './SumChecks.module.css';

/** False where no cell holds an amount that can be read: what they add up to is not known, and not nothing. */
const isRead = ({ cells, differences }: SumCheck): boolean =>
  cells > 0 || differences.some(({ amount }) => amount !== null);

/** What each column of money adds up to in the file and in what comes in, and why they differ. */
export function SumChecks({
  checks,
  currency,
}: {
  readonly checks: readonly SumCheck[];
  readonly currency: string;
}) {
  const { t } = useTranslation(['importMapping', 'importing', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const say = (amount: number): string => formatMoney(amount, currency, language);
  const why = (reason: SumReason): string => {
    switch (reason) {
      case 'not_given':
      case 'zero_unknown':
        return t(`sum.${reason}`, { ns: 'importReasons' });
      case 'blank':
      case 'total':
      case 'duplicate':
      case 'footnote':
      case 'group':
      case 'header':
        return t(`skip.${reason}`, { ns: 'importReasons' });
      default:
        return t(`reason.${reason}`, { ns: 'importReasons' });
    }
  };
  if (checks.length === 0) return <p className={css.none}>{t('sums.none')}</p>;
  return (
    <section className={css.sums} aria-label={t('sums.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sums.column')}</th>
            <th scope="col">{t('sums.field')}</th>
            <th scope="col" className={css.figure}>
              {t('sums.cells')}
            </th>
            <th scope="col" className={css.figure}>
              {t('sums.file')}
            </th>
            <th scope="col" className={css.figure}>
              {t('sums.came')}
            </th>
            <th scope="col" className={css.figure}>
              {t('sums.stated')}
            </th>
            <th scope="col">{t('sums.why')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.field}>
              <th scope="row">{check.column}</th>
              <td>{t(`field.${check.field}`, { ns: 'importing' })}</td>
              <td className={css.figure}>{formatNumber(check.cells, language)}</td>
              <td className={css.figure}>{isRead(check) ? say(check.file) : '–'}</td>
              <td className={css.figure} data-off={check.file !== check.came || undefined}>
                {check.cells > 0 ? say(check.came) : '–'}
              </td>
              <td className={css.figure}>
                {check.stated === null ? (
                  '–'
                ) : (
                  <>
                    {say(check.stated)}
                    <small data-off={check.stated !== check.file || undefined}>
                      {check.stated === check.file
                        ? t('sums.statedSame')
                        : t('sums.statedOff', { amount: say(check.stated - check.file) })}
                    </small>
                  </>
                )}
              </td>
              <td>
                {check.differences.length === 0 ? (
                  t('sums.same')
                ) : (
                  <ul>
                    {check.differences.map((difference) => (
                      <li key={difference.why}>
                        {t('sums.line', {
                          why: why(difference.why),
                          count: difference.cells,
                          amount: difference.amount === null ? t('sums.noAmount') : say(difference.amount),
                        })}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
