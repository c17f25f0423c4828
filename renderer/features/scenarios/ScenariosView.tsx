import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { createScenario } from '../../state/scenarioActions.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import { Start } from '../../ui/Start.tsx';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { forgetGone, proposeComparison, useCompared } from './compareStore.ts';
import { FirstConversions } from './FirstConversions.tsx';
import { ScenarioLine } from './ScenarioLine.tsx';
import css from './scenarios.module.css';

/** Every scenario, what each moves, and the comparison of some of them. */
export function ScenariosView() {
  const plan = usePortfolio((state) => state.plan);
  return plan ? <Scenarios plan={plan} /> : null;
}

function Scenarios({ plan }: { readonly plan: PortfolioRecords }) {
  const { t } = useTranslation('scenarios');
  const readOnly = useReadOnly();
  const snapshots = useSnapshots();
  useEffect(proposeComparison, []);
  useEffect(() => {
    // Until the snapshots were read, nobody knows which of them are gone. What was applied is the plan itself.
    if (snapshots === null) return;
    forgetGone((state) =>
      state.kind === 'plan'
        ? true
        : state.kind === 'scenario'
          ? plan.scenario[state.id]?.appliedAt === null
          : snapshots.some(({ id }) => id === state.id),
    );
  }, [plan.scenario, snapshots]);
  const all = Object.values(plan.scenario).sort((a, b) => a.position - b.position);
  const open = all.filter(({ appliedAt }) => appliedAt === null);
  const isBare = Object.keys(plan.initiative).length === 0;
  const applied = all.filter(({ appliedAt }) => appliedAt !== null);
  // The plan alone cannot be compared with anything.
  const comparison = (open.length > 0 || (snapshots ?? []).length > 0) && <ComparisonPanel />;
  const isChosen = useCompared(({ others }) => others.length > 0);
  // Whoever compares snapshots did not come for the proposals.
  const isFirst = all.length === 0 && isChosen;
  return (
    <div className={page.page}>
      <header className={page.header}>
        <div>
          <h1>{open.length === 0 ? t('title.none') : t('title.some', { count: open.length })}</h1>
          <p>{t('intro')}</p>
        </div>
        <Button
          look={all.length === 0 ? 'plain' : 'primary'}
          isDisabled={readOnly}
          onPress={() => void createScenario()}
        >
          <Plus size={14} aria-hidden />
          {t('new')}
        </Button>
      </header>
      {isFirst && comparison}
      {all.length === 0 && (
        <Start title={t('what.title')} steps={[t('what.stays'), t('what.compare'), t('what.end')]}>
          {isBare ? (
            <>
              <h2>{t('empty.title')}</h2>
              <p>{t('empty.text')}</p>
              <div>
                <Button look="primary" onPress={() => useView.getState().go('initiatives')}>
                  {t('empty.button')}
                </Button>
              </div>
            </>
          ) : (
            <FirstConversions records={plan} readOnly={readOnly} />
          )}
        </Start>
      )}
      {open.length > 0 && (
        <ul className={css.list} aria-label={t('list.label')}>
          {open.map((scenario) => (
            <ScenarioLine key={scenario.id} scenario={scenario} plan={plan} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {!isFirst && comparison}
      {applied.length > 0 && (
        <section className={css.applied}>
          <h2>{t('list.applied')}</h2>
          <ul className={css.list}>
            {applied.map((scenario) => (
              <ScenarioLine key={scenario.id} scenario={scenario} plan={plan} readOnly={readOnly} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
