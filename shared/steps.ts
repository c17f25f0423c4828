/**
 * Long work as a generator: it says wherever it can pause which share of it is done, 0..1, never falling. Whoever runs
 * it may look at other things there, or leave off.
 */
export type Steps<T> = Generator<number, T, void>;

/** Steps that may have something to say before they are done: an early answer, which their value will replace. */
export type StagedSteps<T> = Generator<number | { readonly early: T }, T, void>;

/** The value of steps that nobody pauses; `onShare` is told which share is done. */
export function runSteps<T>(steps: Steps<T>, onShare?: (share: number) => void): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onShare?.(step.value);
  }
}

/** Steps as one part of a larger work, whose 0..1 becomes `from`..`to`. */
export function* partOf<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
