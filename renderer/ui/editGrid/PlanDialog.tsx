import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import type { GridPlan } from './gridPlan.ts';
import css from './PlanDialog.module.css';

const LISTED = 200;

export interface PlanDialogProps {
  readonly plan: GridPlan;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

/** Names every cell that cannot take what was meant for it and every record that would be made, before anything is written. */
export function PlanDialog({ plan, onWrite, onClose }: PlanDialogProps) {
  const { t } = useTranslation(['initiatives', 'inspector', 'common']);
  const { refused, made } = plan;
  const isRefused = refused.length > 0;
  return (
    <Dialog
      title={
        isRefused ? t('refused.title', { count: refused.length }) : t('made.title', { count: made.length })
      }
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          {plan.changes.length > 0 && (
            <Button
              look="primary"
              onPress={() => {
                onClose();
                onWrite();
              }}
            >
              {isRefused ? t('refused.rest', { count: plan.cells }) : t('made.do', { count: made.length })}
            </Button>
          )}
        </>
      }
    >
      <p className={css.lead}>{t('refused.nothing')}</p>
      {made.length > 0 && (
        <>
          {isRefused && <h3 className={css.heading}>{t('made.title', { count: made.length })}</h3>}
          <ul className={css.made}>
            {made.slice(0, LISTED).map(({ table, name }) => (
              <li key={`${table} ${name}`}>
                <span>{t(`made.${table}`)}</span>
                {name}
              </li>
            ))}
          </ul>
          {made.length > LISTED && <p>{t('refused.more', { count: made.length - LISTED })}</p>}
        </>
      )}
      {isRefused && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('refused.line')}</th>
              <th scope="col">{t('refused.column')}</th>
              <th scope="col">{t('refused.text')}</th>
              <th scope="col">{t('refused.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, LISTED).map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
              <tr key={index}>
                <td>
                  {cell.line} · {cell.name || t('refused.newLine')}
                </td>
                <td>{cell.column ?? '–'}</td>
                <td className={css.text}>{cell.text === '' ? t('refused.empty') : cell.text}</td>
                <td>{t(cell.reason, { ns: 'inspector' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused.length > LISTED && <p>{t('refused.more', { count: refused.length - LISTED })}</p>}
    </Dialog>
  );
}
