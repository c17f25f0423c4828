import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/contract/methods.ts';
import type { Scenario } from '../../../shared/domain/records.ts';
import { scenarioSteps } from '../../../shared/scenarios/scenarioChanges.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { forgetErrors } from '../../state/noticeStore.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { GuardrailBadge } from '../guardrails/GuardrailBadge.tsx';
import { FigureText } from '../receipts/FigureText.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { compareWithPlan } from './compareStore.ts';
import css from './LookingBar.module.css';
import { useMoved } from './useMoved.ts';

/** Says that not the plan is shown but a scenario or a snapshot, what that moves, and the way back. */
export function LookingBar() {
  const looking = usePortfolio((state) => state.looking);
  const scenario = usePortfolio((state) =>
    looking.kind === 'scenario' ? (state.plan?.scenario[looking.id] ?? null) : null,
  );
  if (looking.kind === 'snapshot') return <SnapshotShown snapshot={looking.snapshot} />;
  return scenario ? <ScenarioShown scenario={scenario} /> : null;
}

const back = (): void => usePortfolio.getState().lookAtPlan();

function SnapshotShown({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useTranslation('scenarios');
  const language = usePreferences((state) => state.language);
  useEffect(() => () => forgetErrors('looking_at_snapshot'), []);
  return (
    <section className={css.bar} data-kind="snapshot" aria-label={t('bar.label')}>
      <p className={css.what}>
        <span className={css.kind}>
          {t('bar.snapshot', { at: formatInstant(snapshot.createdAt, language) })}
        </span>
        <strong>{snapshot.name}</strong>
      </p>
      <p className={css.moved}>{t('bar.onlyLooking')}</p>
      <GuardrailBadge />
      <Button onPress={() => compareWithPlan({ kind: 'snapshot', id: snapshot.id })}>
        {t('bar.compare')}
      </Button>
      <Button onPress={back}>{t('bar.back')}</Button>
    </section>
  );
}

function ScenarioShown({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const plan = usePortfolio((state) => state.plan);
  const misfits = usePortfolio((state) => state.passedOver.length);
  const readOnly = useReadOnly();
  const go = useView((state) => state.go);
  const [applying, setApplying] = useState(false);
  const steps = plan ? scenarioSteps(plan, scenario.id).length : 0;
  const parent = scenario.parentId === null ? null : plan?.scenario[scenario.parentId];
  return (
    <section className={css.bar} data-kind="scenario" aria-label={t('bar.label')}>
      <p className={css.what}>
        <span className={css.kind}>{t('bar.scenario')}</span>
        <button type="button" className={css.name} onClick={() => go('scenarios')}>
          {scenario.name}
        </button>
        {parent && parent.appliedAt === null && <span>{t('bar.onTop', { name: parent.name })}</span>}
        {steps > 0 && <span>{t('bar.steps', { count: steps })}</span>}
      </p>
      <Moved />
      <GuardrailBadge />
      {misfits > 0 && (
        <button type="button" className={css.misfits} onClick={() => setApplying(true)}>
          {t('bar.misfits', { count: misfits })}
        </button>
      )}
      <Button isDisabled={steps === 0} onPress={() => compareWithPlan({ kind: 'scenario', id: scenario.id })}>
        {t('bar.compare')}
      </Button>
      <Button isDisabled={steps === 0 || readOnly} onPress={() => setApplying(true)}>
        {t('bar.apply')}
      </Button>
      <Button onPress={back}>{t('bar.back')}</Button>
      {applying && <ApplyDialog scenario={scenario} onClose={() => setApplying(false)} />}
    </section>
  );
}

const verdicts = ['better', 'worse', 'same'] as const;

/** The difference to the plan in a few figures: what is better, what is worse, then what is neither. */
function Moved() {
  const { t } = useTranslation('scenarios');
  const moved = useMoved();
  if (moved === null) return <p className={css.moved}>{t('bar.many')}</p>;
  if (moved.records === 0) return <p className={css.moved}>{t('bar.noSteps')}</p>;
  return (
    <p className={css.moved} role="status">
      {verdicts.map((verdict) => {
        const own = moved.figures.filter((figure) => figure.verdict === verdict);
        if (own.length === 0) return null;
        return (
          <span key={verdict} data-verdict={verdict}>
            {verdict !== 'same' && <b>{t(`bar.${verdict}`)} </b>}
            <FigureText text={own.map(({ text }) => text).join(' · ')} figures={moved.opens} />
          </span>
        );
      })}
    </p>
  );
}
