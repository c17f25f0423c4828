import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../../shared/domain/records.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { scenarioChain } from '../../../shared/scenarios/scenarioChanges.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { applyScenario } from '../../state/scenarioActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { useSayError } from '../shell/sayError.ts';
import { snapshotsChanged } from '../snapshots/snapshotStore.ts';
import css from './LookingBar.module.css';

/** Asks before a scenario becomes part of the plan, and says which of its steps cannot. */
export function ApplyDialog({
  scenario,
  onClose,
}: {
  readonly scenario: Scenario;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('scenarios');
  const { t: common } = useTranslation();
  const describe = useDescribeLabel();
  const sayError = useSayError();
  const language = usePreferences((state) => state.language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const plan = usePortfolio((state) => state.plan);
  const [busy, setBusy] = useState(false);
  if (!plan) return null;
  const { passedOver } = playScenario(plan, scenario.id);
  const below = scenarioChain(plan, scenario.id).filter(({ id }) => id !== scenario.id);
  return (
    <Dialog
      title={t('apply.title', { name: scenario.name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={busy}
            onPress={() => {
              setBusy(true);
              void applyScenario(scenario, passedOver.length > 0)
                // One of the plan as it was is there now.
                .then(snapshotsChanged)
                .finally(onClose);
            }}
          >
            {passedOver.length > 0 ? t('apply.others') : t('apply.do')}
          </Button>
        </>
      }
    >
      <p>{t('apply.body')}</p>
      {below.length > 0 && (
        <p>{t('apply.chain', { names: list.format(below.map(({ name }) => `“${name}”`)) })}</p>
      )}
      {passedOver.length > 0 && (
        <>
          <p>{t('apply.misfits')}</p>
          <ul className={css.list}>
            {passedOver.map(({ step, error }) => (
              <li key={step.id}>
                {describe(step.label)} <small>{sayError(error)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
