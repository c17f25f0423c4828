import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isBudgetOfMode } from '../../../shared/analysis/assumptions.ts';
import { wasteShare } from '../../../shared/analysis/figures.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ModeResult } from '../../../shared/model/types.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { type Comparison, compareInitiative } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import css from './planning.module.css';

/** The four headline figures in the mode of now and in the mode of then, by the model. */
export function HeadlineChange({
  records,
  initiativeId,
  from,
  changes,
}: {
  readonly records: PortfolioRecords;
  readonly initiativeId: string;
  readonly from: Mode;
  readonly changes: readonly Change[];
}) {
  const { t } = useTranslation(['planning', 'flow', 'common']);
  const figures = useFigureWords();
  const now = useMemo(() => compareInitiative(records, initiativeId), [records, initiativeId]);
  const then = useMemo(
    () => compareInitiative(withChanges(records, changes), initiativeId),
    [records, changes, initiativeId],
  );
  const to: Mode = from === 'project' ? 'product' : 'project';
  const horizon = then.status === 'ready' ? then.parameters.horizon_months : null;
  const rows: readonly {
    readonly name: string;
    readonly say: (side: ModeResult, of: Extract<Comparison, { status: 'ready' }>) => string;
  }[] = [
    {
      name: t('head.firstValue', { ns: 'flow' }),
      say: (side, { parameters }) =>
        side.time_to_first_value === null
          ? t('head.noneShort', { ns: 'flow', months: parameters.horizon_months })
          : figures.months(side.time_to_first_value),
    },
    {
      name: t('head.waste', { ns: 'flow' }),
      say: (side) => {
        const share = wasteShare(side);
        return share === null ? t('unknown', { ns: 'common' }) : figures.percent(share);
      },
    },
    { name: t('head.before', { ns: 'flow' }), say: (side) => figures.moneyShort(side.money_at_risk) },
    {
      name: t('head.value', { ns: 'flow', month: horizon ?? '' }),
      say: (side, { basis }) =>
        basis.valueKnown ? figures.moneyShort(side.value) : t('unknown', { ns: 'common' }),
    },
  ];
  const cell = (comparison: Comparison, mode: Mode, say: (typeof rows)[number]['say']) =>
    comparison.status === 'ready' ? (
      <td data-mode={mode}>{say(comparison.result[mode], comparison)}</td>
    ) : (
      <td className={css.small}>{t('convert.notComputable')}</td>
    );
  return (
    <>
      <table className={css.figures}>
        <caption>{t('convert.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('convert.figure')}</th>
            <th scope="col">{t('convert.before', { mode: t(`mode.${from}`, { ns: 'common' }) })}</th>
            <th scope="col">{t('convert.after', { mode: t(`mode.${to}`, { ns: 'common' }) })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, say }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cell(now, from, say)}
              {cell(then, to, say)}
            </tr>
          ))}
        </tbody>
      </table>
      {then.status === 'ready' && isBudgetOfMode(then.basis) && (
        <p className={css.small}>{t(`convert.budgetOfMode.${to}`)}</p>
      )}
      {then.status !== 'ready' && <p className={css.small}>{t('convert.missing')}</p>}
    </>
  );
}
