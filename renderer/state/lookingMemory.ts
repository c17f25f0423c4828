import { forgetFrozen, lookAtFrozen } from './frozen.ts';
import { usePortfolio } from './portfolioStore.ts';
import { remember } from './viewMemory.ts';

/** Which scenario or snapshot was looked at: a page that ended goes on where it was, and a storyboard shows each page of its own. */
remember('looking', {
  memory: () => {
    const { looking } = usePortfolio.getState();
    if (looking.kind === 'plan') return {};
    return looking.kind === 'scenario' ? { scenario: looking.id } : { snapshot: looking.snapshot.id };
  },
  recall: (memory) => {
    forgetFrozen();
    const { scenario, snapshot } = memory as { readonly scenario?: unknown; readonly snapshot?: unknown };
    const { plan, looking, lookAtPlan, lookAtScenario } = usePortfolio.getState();
    if (typeof snapshot === 'string') {
      if (looking.kind !== 'snapshot' || looking.snapshot.id !== snapshot) void lookAtFrozen(snapshot);
    } else if (typeof scenario !== 'string') lookAtPlan();
    else if (plan && Object.hasOwn(plan.scenario, scenario)) lookAtScenario(scenario);
    // The portfolio is about to be shown: it then shows this, or the plan where the scenario is gone.
    else usePortfolio.setState({ looking: { kind: 'scenario', id: scenario } });
  },
  reset: () => {
    forgetFrozen();
    usePortfolio.getState().lookAtPlan();
  },
  subscribe: (heard) =>
    usePortfolio.subscribe((state, before) => {
      if (state.looking !== before.looking) heard();
    }),
});
