import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { columnOf } from './columns.ts';
import css from './RefusedDialog.module.css';
import { useRefusals, writePlan } from './writeCells.ts';

const LISTED = 200;

/** Names every cell that cannot take what was meant for it, before anything is written. */
export function RefusedDialog() {
  const { t } = useTranslation(['initiatives', 'inspector', 'common']);
  const asked = useRefusals((state) => state.asked);
  // What was asked on a table that is gone is no question any more.
  useEffect(() => () => useRefusals.setState({ asked: null }), []);
  if (!asked) return null;
  const { plan, kind } = asked;
  const close = (): void => useRefusals.setState({ asked: null });
  return (
    <Dialog
      title={t('refused.title', { count: plan.refused.length })}
      width="medium"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          {plan.changes.length > 0 && (
            <Button
              look="primary"
              onPress={() => {
                close();
                void writePlan(plan, kind);
              }}
            >
              {t('refused.rest', { count: plan.cells })}
            </Button>
          )}
        </>
      }
    >
      <p className={css.lead}>{t('refused.nothing')}</p>
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
          {plan.refused.slice(0, LISTED).map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
            <tr key={index}>
              <td>
                {cell.line} · {cell.name || t('new')}
              </td>
              <td>{cell.column ? t(columnOf(cell.column).label) : '–'}</td>
              <td className={css.text}>{cell.text === '' ? t('refused.empty') : cell.text}</td>
              <td>{t(cell.reason, { ns: 'inspector' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.refused.length > LISTED && <p>{t('refused.more', { count: plan.refused.length - LISTED })}</p>}
    </Dialog>
  );
}
