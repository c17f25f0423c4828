import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isBudgetOfMode } from '../../../shared/analysis/assumptions.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useSimulation } from '../../analysis/useSimulation.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { NoInitiatives } from '../initiatives/NoInitiatives.tsx';
import { enterField } from './enterField.ts';
import { FlowPicture } from './FlowPicture.tsx';
import css from './flow.module.css';
import { Headlines } from './Headlines.tsx';
import { InitiativePicker } from './InitiativePicker.tsx';
import { MissingFacts } from './MissingFacts.tsx';
import { useFlowInitiative } from './useFlowInitiative.ts';

/** One initiative played forward as a project and as a product team. */
export function FlowView() {
  const { t } = useTranslation('flow');
  const records = usePortfolio((state) => state.records);
  const initiative = useFlowInitiative();
  const mode = useView((state) => state.flowMode);
  const setView = useView((state) => state.set);
  const select = useView((state) => state.select);
  const comparison = useComparison(initiative?.id ?? null);
  const simulation = useSimulation(initiative?.id ?? null);
  useFollowedMode(initiative);
  if (!records || !initiative) {
    return (
      <NoInitiatives
        title={t('empty.portfolio.title')}
        text={t('empty.portfolio.text')}
        button={t('empty.none.button')}
      />
    );
  }
  return (
    <div className={css.view}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>
            <InitiativePicker value={initiative.id} onChoose={(id) => select({ kind: 'initiative', id })} />
          </h1>
          {comparison.status === 'ready' && (
            <p>{t(`subtitle.${initiative.mode}`, { months: comparison.parameters.horizon_months })}</p>
          )}
          {comparison.status === 'ready' && isBudgetOfMode(comparison.basis) && (
            <p>
              {t('ofMode.text')}{' '}
              <button
                type="button"
                className={css.link}
                onClick={() => enterField(initiative.id, planField[initiative.mode])}
              >
                {t(`ofMode.${initiative.mode}`)}
              </button>
            </p>
          )}
        </div>
        <Segmented
          label={t('as.label')}
          value={mode}
          choices={(['project', 'product', 'compare'] as const).map((id) => ({ id, text: t(`as.${id}`) }))}
          onChange={(flowMode) => setView({ flowMode })}
        />
      </header>
      {comparison.status === 'ready' && (
        <>
          <Headlines
            initiativeId={initiative.id}
            comparison={comparison}
            simulation={simulation}
            today={initiative.mode}
            mode={mode}
          />
          {simulation.status === 'failed' && (
            <p role="alert">{t('inspector.failed', { message: simulation.message })}</p>
          )}
          <FlowPicture
            records={records}
            initiative={initiative}
            comparison={comparison}
            simulation={simulation.value}
            mode={mode}
          />
        </>
      )}
      {comparison.status === 'not_computable' && (
        <MissingFacts initiative={initiative} obstacles={comparison.obstacles} />
      )}
    </div>
  );
}

/** Where each mode's own plan begins. */
const planField = { project: 'initiative.phases', product: 'initiative.teamPeople' } as const;

/** Whoever looks at an initiative in the one way it is run goes along when it is flipped, and when that is undone. */
function useFollowedMode(initiative: Initiative | null): void {
  const before = useRef(initiative);
  useEffect(() => {
    const { current } = before;
    before.current = initiative;
    if (!initiative || current?.id !== initiative.id || current.mode === initiative.mode) return;
    const { flowMode, set } = useView.getState();
    if (flowMode === current.mode) set({ flowMode: initiative.mode });
  }, [initiative]);
}
