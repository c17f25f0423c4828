import type { Steps } from '../../shared/steps.ts';
import { giveWay } from './giveWay.ts';

/** Longest time at a stretch that work in pieces takes from the page, in ms. */
const SLICE = 8;

/**
 * Works steps off in the page, the first piece at once and each other one after those who wait. `onEnd` is told the value,
 * or `left` where `isWanted`, asked before each piece, said no.
 */
export function workInPieces<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
  onEnd: (end: { readonly value: T } | 'left') => void,
): void {
  const go = (): void => {
    if (!isWanted()) {
      onEnd('left');
      return;
    }
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) {
        onEnd({ value: step.value });
        return;
      }
    } while (performance.now() < until);
    giveWay(go, 'user-visible');
  };
  go();
}
