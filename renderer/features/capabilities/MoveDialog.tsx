import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { childrenOf, isWithin, topmost } from '../../../shared/planning/capabilityTree.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import css from './capabilities.module.css';
import { move } from './capabilityActions.ts';
import type { CapabilitiesDialogProps } from './DeleteDialog.tsx';

/** Moves capabilities under a parent that is found by typing, for trees too large to drag across. */
export function MoveDialog({ records, ids, onClose }: CapabilitiesDialogProps) {
  const { t } = useTranslation(['capabilities', 'common']);
  const moved = useMemo(() => topmost(records, ids), [records, ids]);
  const parents = useMemo(
    () => inUse(records.capability).filter(({ id }) => !moved.some((each) => isWithin(records, id, each.id))),
    [records, moved],
  );
  const go = (parentId: string | null): void => {
    onClose();
    void move(ids, { to: 'place', parentId, at: childrenOf(records, parentId).length });
  };
  return (
    <Dialog
      title={
        moved.length === 1
          ? t('move.title', { name: moved[0]?.name ?? '' })
          : t('move.titleMany', { count: moved.length })
      }
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button isDisabled={moved.every(({ parentId }) => parentId === null)} onPress={() => go(null)}>
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
