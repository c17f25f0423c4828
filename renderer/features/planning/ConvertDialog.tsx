import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type ConversionNames,
  convertToProduct,
  convertToProject,
  type ToProductAnswers,
  type ToProjectAnswers,
  usualToProject,
} from '../../../shared/planning/conversion.ts';
import {
  type ConversionFacts,
  conversionFacts,
  proposedFirstRelease,
} from '../../../shared/planning/conversionFacts.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CarriedOver } from './CarriedOver.tsx';
import { AskProduct, AskProject } from './ConvertQuestions.tsx';
import { HeadlineChange } from './HeadlineChange.tsx';
import css from './planning.module.css';
import { planDay } from './today.ts';

export interface ConvertDialogProps {
  readonly initiativeId: string;
  readonly onClose: () => void;
}

/** Shows what a conversion carries over, asks and leaves behind, with the model's figures before and after. */
export function ConvertDialog({ initiativeId, onClose }: ConvertDialogProps) {
  const records = usePortfolio((state) => state.records);
  const initiative = records?.initiative[initiativeId];
  const facts = useMemo(
    () => (records ? conversionFacts(records, initiativeId) : null),
    [records, initiativeId],
  );
  if (!records || !initiative || !facts) return null;
  return <Conversion records={records} initiative={initiative} facts={facts} onClose={onClose} />;
}

interface ConversionProps {
  readonly records: PortfolioRecords;
  readonly initiative: Initiative;
  readonly facts: ConversionFacts;
  readonly onClose: () => void;
}

function Conversion({ records, initiative, facts, onClose }: ConversionProps) {
  const { t } = useTranslation(['planning', 'common']);
  const readOnly = usePlanReadOnly();
  const by = usePreferences((state) => state.userName);
  const to = initiative.mode === 'project' ? 'product' : 'project';
  const [busy, setBusy] = useState(false);
  const [product, setProduct] = useState<ToProductAnswers>(() => ({
    teamPeople: null,
    scopePersonDays: null,
    teamDayRate: null,
    cadenceMonths: facts.cadenceMonths,
    trancheMonths: facts.trancheMonths,
    tranches: facts.counts.tranches === 0 && facts.startDate !== null && facts.endDate !== null,
    firstRelease: facts.counts.releases > 0 ? null : proposedFirstRelease(facts, planDay(records)),
  }));
  const [project, setProject] = useState<ToProjectAnswers>(() => {
    const usual = usualToProject(facts);
    return { ...usual, startDate: usual.startDate ?? planDay(records) };
  });
  const planned = useMemo(() => {
    const names: ConversionNames = {
      releaseName: t('convert.releaseName'),
      trancheName: (number) => t('tranche.newName', { number }),
      phaseName: (kind) => t(`phase.${kind}`, { ns: 'common' }),
      by,
      at: new Date().toISOString(),
    };
    return to === 'product'
      ? convertToProduct(records, initiative.id, product, names, newId)
      : convertToProject(records, initiative.id, project, names, newId);
  }, [records, initiative.id, to, product, project, by, t]);
  const apply = (): void => {
    if (!planned.ok) return;
    setBusy(true);
    const key = to === 'product' ? 'initiative.convertToProduct' : 'initiative.convertToProject';
    void change(key, { name: initiative.name }, planned.changes).then((done) => {
      setBusy(false);
      if (done) onClose();
    });
  };
  return (
    <Dialog
      title={t(to === 'product' ? 'convert.toProduct' : 'convert.toProject', { name: initiative.name })}
      width="wide"
      onClose={onClose}
      footer={
        <>
          {readOnly && <p className={css.small}>{t('convert.readOnly')}</p>}
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button look="primary" isDisabled={busy || readOnly || !planned.ok} onPress={apply}>
            {t('convert.apply')}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <CarriedOver records={records} initiative={initiative} facts={facts} />
        <div className={css.form}>
          <section className={css.block}>
            <h3>{t('convert.asked')}</h3>
            {to === 'product' ? (
              <AskProduct
                facts={facts}
                initiative={initiative}
                answers={product}
                onChange={(values) => setProduct({ ...product, ...values })}
              />
            ) : (
              <AskProject
                facts={facts}
                answers={project}
                onChange={(values) => setProject({ ...project, ...values })}
              />
            )}
          </section>
          <section className={css.block}>
            <h3>{t('convert.left')}</h3>
            <ul className={css.items}>
              {(to === 'product'
                ? (['convert.leftPhases', 'convert.leftHandOver'] as const)
                : (['convert.leftTeam', 'convert.leftCadence', 'convert.leftTranches'] as const)
              ).map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <HeadlineChange
        records={records}
        initiativeId={initiative.id}
        from={initiative.mode}
        changes={planned.ok ? planned.changes : []}
      />
    </Dialog>
  );
}
