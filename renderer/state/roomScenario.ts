import { usePortfolio } from './portfolioStore.ts';
import { usePresent } from './presentStore.ts';

/** The scenario that takes what the room changes; null where it has changed nothing yet, or the scenario is gone. */
export function roomScenario(): string | null {
  const { roomScenarioId: id } = usePresent.getState();
  const scenario = id === null ? undefined : usePortfolio.getState().plan?.scenario[id];
  return scenario && scenario.appliedAt === null ? scenario.id : null;
}

/** Shows the scenario that was made for what the room changes. */
export function openRoomScenario(id: string): void {
  usePresent.setState({ roomScenarioId: id });
  usePortfolio.getState().lookAtScenario(id);
}

/**
 * What the room has changed stays on the screen: a page that was kept at the plan shows it on top of the plan, and what
 * was taken back and is done again is looked at again.
 */
function stay(): void {
  if (usePresent.getState().session === null || usePortfolio.getState().looking.kind !== 'plan') return;
  const id = roomScenario();
  if (id !== null) usePortfolio.getState().lookAtScenario(id);
}
usePortfolio.subscribe(stay);
