import { useTranslation } from 'react-i18next';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import { deleteCapabilities } from '../../../shared/planning/deleteCapability.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './capabilities.module.css';
import { remove } from './capabilityActions.ts';

export interface CapabilityDialogProps {
  readonly records: PortfolioRecords;
  readonly capability: Capability;
  readonly onClose: () => void;
}

/** What goes along when a capability is deleted, before it is. */
export function DeleteDialog({ records, capability, onClose }: CapabilityDialogProps) {
  const { t } = useTranslation(['capabilities', 'common']);
  const planned = deleteCapabilities(records, [capability.id]);
  if (!planned.ok) return null;
  return (
    <Dialog
      title={t('delete.title', { name: capability.name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="danger"
            autoFocus
            onPress={() => {
              onClose();
              void remove(capability.id);
            }}
          >
            {t('delete.do')}
          </Button>
        </>
      }
    >
      <ul className={css.consequences}>
        {planned.capabilities > 1 && <li>{t('delete.below', { count: planned.capabilities - 1 })}</li>}
        {planned.links > 0 && <li>{t('delete.links', { count: planned.links })}</li>}
        {planned.stranded > 0 && <li>{t('delete.stranded', { count: planned.stranded })}</li>}
        <li>{t('delete.undo')}</li>
      </ul>
    </Dialog>
  );
}
