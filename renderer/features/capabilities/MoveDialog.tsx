import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { childrenOf, isWithin } from '../../../shared/planning/capabilityTree.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import css from './capabilities.module.css';
import { move } from './capabilityActions.ts';
import type { CapabilityDialogProps } from './DeleteDialog.tsx';

/** Moves a capability under a parent that is found by typing, for trees too large to drag across. */
export function MoveDialog({ records, capability, onClose }: CapabilityDialogProps) {
  const { t } = useTranslation(['capabilities', 'common']);
  const parents = useMemo(
    () =>
      Object.values(records.capability).filter(
        ({ id }) => id !== capability.parentId && !isWithin(records, id, capability.id),
      ),
    [records, capability],
  );
  const go = (parentId: string | null): void => {
    onClose();
    void move(capability.id, { to: 'place', parentId, at: childrenOf(records, parentId).length });
  };
  return (
    <Dialog
      title={t('move.title', { name: capability.name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button isDisabled={capability.parentId === null} onPress={() => go(null)}>
            {t('move.top')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <RecordPicker label={t('move.under')} records={parents} onPick={go} />
      </div>
    </Dialog>
  );
}
