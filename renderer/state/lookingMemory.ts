import { usePortfolio } from './portfolioStore.ts';
import { remember } from './viewMemory.ts';

/** Which scenario was looked at, so that a page that ended in the middle goes on where it was. */
remember('looking', {
  memory: () => {
    const { looking } = usePortfolio.getState();
    return looking.kind === 'scenario' ? { scenario: looking.id } : {};
  },
  recall: (memory) => {
    const { scenario } = memory as { readonly scenario?: unknown };
    const { plan, lookAtPlan, lookAtScenario } = usePortfolio.getState();
    if (typeof scenario !== 'string') lookAtPlan();
    else if (plan && Object.hasOwn(plan.scenario, scenario)) lookAtScenario(scenario);
    // The portfolio is about to be shown: it then shows this, or the plan where the scenario is gone.
    else usePortfolio.setState({ looking: { kind: 'scenario', id: scenario } });
  },
  reset: () => usePortfolio.getState().lookAtPlan(),
  subscribe: (heard) =>
    usePortfolio.subscribe((state, before) => {
      if (state.looking !== before.looking) heard();
    }),
});
