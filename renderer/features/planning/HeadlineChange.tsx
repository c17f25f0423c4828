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
import { Figure } from '../receipts/Figure.tsx';
import type { NamedState } from '../receipts/receiptStore.ts';
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
  const after = useMemo(() => withChanges(records, changes), [records, changes]);
  const then = useMemo(() => compareInitiative(after, initiativeId), [after, initiativeId]);
  const to: Mode = from === 'project' ? 'product' : 'project';
  const horizon = then.status === 'ready' ? then.parameters.horizon_months : null;
  const rows: readonly {
    readonly name: string;
    /** The figure of one mode that its receipt is of. */
    readonly figure: string;
    readonly say: (side: ModeResult, of: Extract<Comparison, { status: 'ready' }>) => string;
  }[] = [
    {
      name: t('head.firstValue', { ns: 'flow' }),
      figure: 'time_to_first_value',
      say: (side, { parameters }) =>
        side.time_to_first_value === null
          ? t('head.noneShort', { ns: 'flow', months: parameters.horizon_months })
          : figures.months(side.time_to_first_value),
    },
    {
      name: t('head.waste', { ns: 'flow' }),
      figure: 'seven_wastes_share',
      say: (side) => {
        const share = wasteShare(side);
        return share === null ? t('unknown', { ns: 'common' }) : figures.percent(share);
      },
    },
    {
      name: t('head.before', { ns: 'flow' }),
      figure: 'money_at_risk',
      say: (side) => figures.moneyShort(side.money_at_risk),
    },
    {
      name: t('head.value', { ns: 'flow', month: horizon ?? '' }),
      figure: 'value',
      say: (side, { basis }) =>
        basis.valueKnown ? figures.moneyShort(side.value) : t('unknown', { ns: 'common' }),
    },
  ];
  const cell = (
    comparison: Comparison,
    mode: Mode,
    state: NamedState | null,
    { name, figure, say }: (typeof rows)[number],
  ) =>
    comparison.status === 'ready' ? (
      <td data-mode={mode}>
        <Figure
          opens={{ kind: 'initiative', initiativeId, figure: `${mode}.${figure}`, state }}
          label={t('head.receipt', { ns: 'flow', what: name, mode: t(`mode.${mode}`, { ns: 'common' }) })}
        >
          {say(comparison.result[mode], comparison)}
        </Figure>
      </td>
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
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {cell(now, from, null, row)}
              {cell(
                then,
                to,
                { name: t('convert.after', { mode: t(`mode.${to}`, { ns: 'common' }) }), records: after },
                row,
              )}
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
