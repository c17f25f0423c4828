import { create } from 'zustand';
import { useView } from './viewStore.ts';

/** Whether the table of outcomes is to open the place where a new one is typed, once it is on the screen. */
export const useOutcomeRequests = create<{ readonly wished: boolean }>()(() => ({ wished: false }));

/** Goes to the outcomes and asks for the place where a new one is typed. */
export function requestOutcome(): void {
  useView.getState().go('outcomes');
  useOutcomeRequests.setState({ wished: true });
}

/** Answers that the place is open. */
export function outcomeRequestDone(): void {
  useOutcomeRequests.setState({ wished: false });
}
