import { type Looking, usePortfolio } from '../../state/portfolioStore.ts';

/** The plan, among the states that an export can be of; the others are `snapshot:ID` and `scenario:ID`. */
export const PLAN = '';
export const ofSnapshot = (id: string): string => `snapshot:${id}`;
export const ofScenario = (id: string): string => `scenario:${id}`;

/** The choice that stands for what is looked at. */
export const choiceOf = (looking: Looking): string =>
  looking.kind === 'plan'
    ? PLAN
    : looking.kind === 'scenario'
      ? ofScenario(looking.id)
      : ofSnapshot(looking.snapshot.id);

/** What is looked at now, as a choice. */
export const lookedAtNow = (): string => choiceOf(usePortfolio.getState().looking);

/** A choice as an export asks for it. */
export function wantedState(choice: string): {
  readonly snapshot: string | null;
  readonly scenario: string | null;
} {
  const idAfter = (start: string): string | null =>
    choice.startsWith(start) ? choice.slice(start.length) : null;
  return { snapshot: idAfter(ofSnapshot('')), scenario: idAfter(ofScenario('')) };
}
