import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { createScenario } from '../../state/scenarioActions.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { proposeComparison } from './compareStore.ts';
import { ScenarioLine } from './ScenarioLine.tsx';
import css from './scenarios.module.css';

/** Every scenario, what each moves, and the comparison of some of them. */
export function ScenariosView() {
  const plan = usePortfolio((state) => state.plan);
  return plan ? <Scenarios plan={plan} /> : null;
}

function Scenarios({ plan }: { readonly plan: PortfolioRecords }) {
  const { t } = useTranslation('scenarios');
  const readOnly = usePortfolio((state) => state.file?.readOnly ?? null) !== null;
  const snapshots = useSnapshots() ?? [];
  useEffect(proposeComparison, []);
  const all = Object.values(plan.scenario).sort((a, b) => a.position - b.position);
  const open = all.filter(({ appliedAt }) => appliedAt === null);
  const applied = all.filter(({ appliedAt }) => appliedAt !== null);
  return (
    <div className={page.page}>
      <header className={`${page.header} ${css.header}`}>
        <div>
          <h1>{open.length === 0 ? t('title.none') : t('title.some', { count: open.length })}</h1>
          <p>{t('intro')}</p>
        </div>
        <Button look="primary" isDisabled={readOnly} onPress={() => void createScenario()}>
          <Plus size={14} aria-hidden />
          {t('new')}
        </Button>
      </header>
      {all.length === 0 && <p className={page.empty}>{t('empty.text')}</p>}
      {open.length > 0 && (
        <ul className={css.list} aria-label={t('list.label')}>
          {open.map((scenario) => (
            <ScenarioLine key={scenario.id} scenario={scenario} plan={plan} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {/* The plan alone cannot be compared with anything. */}
      {(open.length > 0 || snapshots.length > 0) && <ComparisonPanel />}
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
