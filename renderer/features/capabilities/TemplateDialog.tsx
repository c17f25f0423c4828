import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { labelled } from '../../../shared/text/join.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './capabilities.module.css';
import { addTemplate } from './capabilityActions.ts';
import { loadTemplate, type TemplateId, templateIds, templateSizes } from './templates.ts';

export interface TemplateDialogProps {
  readonly records: PortfolioRecords;
  /** The capability under which it is added; null for the top. */
  readonly under: string | null;
  readonly onClose: () => void;
}

/** The ready-made trees to start from. */
export function TemplateDialog({ records, under, onClose }: TemplateDialogProps) {
  const { t } = useTranslation('capabilities');
  const language = usePreferences((state) => state.language);
  const [busy, setBusy] = useState<TemplateId | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const parent = under === null ? undefined : capabilityOf(records, under);
  const take = async (id: TemplateId): Promise<void> => {
    setBusy(id);
    setFailed(null);
    try {
      await addTemplate(await loadTemplate(id), under);
      onClose();
    } catch (cause) {
      setFailed(cause instanceof Error ? cause.message : String(cause));
      setBusy(null);
    }
  };
  return (
    <Dialog
      title={parent ? t('template.titleUnder', { name: parent.name }) : t('template.title')}
      width="medium"
      onClose={onClose}
    >
      <p className={css.intro}>{t('template.intro')}</p>
      <ul className={css.templates}>
        {templateIds.map((id, index) => (
          <li key={id} className={css.template}>
            <div>
              <h3>{t(`template.${id}`)}</h3>
              <p>
                {t(`template.${id}Text`)}
                {id === 'brm' && language !== 'en' && ` ${t('template.brmLanguage')}`}
              </p>
              <p className={css.size}>{t('template.size', { count: templateSizes[id] })}</p>
            </div>
            <Button
              autoFocus={index === 0}
              isDisabled={busy !== null}
              aria-label={labelled(t('template.add'), t(`template.${id}`), language)}
              onPress={() => void take(id)}
            >
              {t('template.add')}
            </Button>
          </li>
        ))}
      </ul>
      {busy && <p role="status">{t('template.loading')}</p>}
      {failed !== null && (
        <p role="alert" className={css.over}>
          {t('template.failed', { message: failed })}
        </p>
      )}
    </Dialog>
  );
}
