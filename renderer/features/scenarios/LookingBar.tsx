import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import type { Snapshot } from '../../../shared/contract/methods.ts';
import type { Scenario } from '../../../shared/domain/records.ts';
import { scenarioSteps } from '../../../shared/scenarios/scenarioChanges.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { GuardrailBadge } from '../guardrails/GuardrailBadge.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { compareWithPlan } from './compareStore.ts';
import css from './LookingBar.module.css';
import { useSigned } from './useSigned.ts';

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
  const readOnly = usePortfolio((state) => state.file?.readOnly ?? null) !== null;
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

/** The difference to the plan in a few figures. */
function Moved() {
  const { t } = useTranslation('scenarios');
  const figures = useFigureWords();
  const { signed, tone } = useSigned();
  const plan = usePortfolio((state) => state.plan);
  const records = usePortfolio((state) => state.records);
  const moved = useMemo(() => (plan && records ? quickDifference(plan, records) : null), [plan, records]);
  if (moved === null) return <p className={css.moved}>{t('bar.many')}</p>;
  if (moved.records === 0) return <p className={css.moved}>{t('bar.noSteps')}</p>;
  const parts = [
    moved.value === null
      ? moved.initiatives > 0 && { key: 'value', text: t('bar.valueUnknown'), tone: 'same' as const }
      : {
          key: 'value',
          text: t('bar.value', { amount: signed(moved.value, figures.moneyShort) }),
          tone: tone(moved.value, 'more'),
        },
    moved.cost !== null && {
      key: 'cost',
      text: t('bar.cost', { amount: signed(moved.cost, figures.moneyShort) }),
      tone: tone(moved.cost, 'less'),
    },
    moved.wasteMoney !== null && {
      key: 'waste',
      text: t('bar.waste', { amount: signed(moved.wasteMoney, figures.moneyShort) }),
      tone: tone(moved.wasteMoney, 'less'),
    },
    moved.wasteDays !== null && {
      key: 'days',
      text: t('bar.days', { amount: signed(moved.wasteDays, figures.days) }),
      tone: tone(moved.wasteDays, 'less'),
    },
  ];
  return (
    <p className={css.moved} role="status">
      {parts.map(
        (part) =>
          part && (
            <span key={part.key} data-tone={part.tone}>
              {part.text}
            </span>
          ),
      )}
    </p>
  );
}
