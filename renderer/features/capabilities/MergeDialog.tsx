import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { mergeCapabilities } from '../../../shared/planning/mergeCapabilities.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { useWords } from '../inspector/useWords.ts';
import css from './capabilities.module.css';
import { merge } from './capabilityActions.ts';

const columnOf: Partial<
  Record<keyof Capability, 'code' | 'importance' | 'current' | 'target' | 'needed' | 'owner'>
> = {
  code: 'code',
  importance: 'importance',
  currentMaturity: 'current',
  targetMaturity: 'target',
  neededMoney: 'needed',
  ownerTeamId: 'owner',
};

interface MergeDialogProps {
  readonly records: PortfolioRecords;
  readonly capability: Capability;
  readonly onClose: () => void;
}

/** Merges a capability into another one, and shows beforehand what moves, what is added and what is cut. */
export function MergeDialog({ records, capability, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['capabilities', 'common']);
  const words = useWords();
  const [intoId, setInto] = useState<string | null>(null);
  const others = useMemo(
    () => inUse(records.capability).filter(({ id }) => id !== capability.id),
    [records.capability, capability.id],
  );
  const into = intoId === null ? undefined : capabilityOf(records, intoId);
  const planned = into ? mergeCapabilities(records, capability.id, into.id) : null;
  const filled = planned?.ok
    ? planned.filled.flatMap((field) => {
        const column = columnOf[field];
        return column ? [t(`column.${column}`)] : [];
      })
    : [];
  return (
    <Dialog
      title={t('merge.title', { name: capability.name })}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="primary"
            isDisabled={!into}
            onPress={() => {
              if (!into) return;
              onClose();
              void merge(capability.id, into.id);
            }}
          >
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <RecordPicker label={t('merge.into')} records={others} onPick={setInto} />
        {into && planned?.ok ? (
          <>
            <h3 className={css.chosen}>{into.name}</h3>
            <ul className={css.consequences}>
              <li>
                {planned.links === 0
                  ? t('merge.links_zero')
                  : t('merge.links', { count: planned.links, into: into.name })}
              </li>
              {planned.added > 0 && <li>{t('merge.added', { count: planned.added })}</li>}
              {planned.capped.map(({ initiativeId, asked, given }) => (
                <li key={initiativeId} className={css.over}>
                  {t('merge.capped', {
                    name: records.initiative[initiativeId]?.name ?? initiativeId,
                    asked: words.share(asked),
                    given: words.share(given),
                  })}
                </li>
              ))}
              {planned.children > 0 && (
                <li>{t('merge.children', { count: planned.children, into: into.name })}</li>
              )}
              {filled.length > 0 && (
                <li>{t('merge.filled', { into: into.name, fields: filled.join(' · ') })}</li>
              )}
              {planned.neededMoney !== null && (
                <li>{t('merge.needed', { money: words.money(planned.neededMoney) })}</li>
              )}
              <li>{t('merge.gone', { name: capability.name })}</li>
            </ul>
          </>
        ) : (
          <p className={css.note}>{t('merge.choose')}</p>
        )}
      </div>
    </Dialog>
  );
}
