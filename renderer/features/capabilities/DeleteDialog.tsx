import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { topmost } from '../../../shared/planning/capabilityTree.ts';
import { deleteCapabilities } from '../../../shared/planning/deleteCapability.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './capabilities.module.css';
import { remove } from './capabilityActions.ts';

export interface CapabilitiesDialogProps {
  readonly records: PortfolioRecords;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** What goes along when a capability is deleted, before it is. */
export function DeleteDialog({ records, ids, onClose }: CapabilitiesDialogProps) {
  const { t } = useTranslation(['capabilities', 'common']);
  const planned = deleteCapabilities(records, ids);
  if (!planned.ok) return null;
  const [first, ...more] = topmost(records, ids);
  const below = planned.capabilities - more.length - 1;
  return (
    <Dialog
      title={
        more.length === 0
          ? t('delete.title', { name: first?.name ?? '' })
          : t('delete.titleMany', { count: more.length + 1 })
      }
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="danger"
            autoFocus
            onPress={() => {
              onClose();
              void remove(ids);
            }}
          >
            {t('delete.do')}
          </Button>
        </>
      }
    >
      <ul className={css.consequences}>
        {below > 0 && <li>{t('delete.below', { count: below })}</li>}
        {planned.links > 0 && <li>{t('delete.links', { count: planned.links })}</li>}
        {planned.stranded > 0 && <li>{t('delete.stranded', { count: planned.stranded })}</li>}
        <li>{t('delete.undo')}</li>
      </ul>
    </Dialog>
  );
}
