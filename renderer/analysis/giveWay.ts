/** The part of the browser's scheduler that is used; not every browser has one. */
interface TaskScheduler {
  readonly postTask: (
    run: () => void,
    options: { readonly priority: 'user-visible' | 'background' },
  ) => unknown;
}

/**
 * Runs something after those who wait already: in the page after input and drawing too (`background`). A timer would do
 * the same, but nested timers wait 4 ms each, which makes a second of a thousand short pieces of work.
 */
export function giveWay(run: () => void, priority: 'user-visible' | 'background'): void {
  const { scheduler } = globalThis as { readonly scheduler?: TaskScheduler };
  if (scheduler) scheduler.postTask(run, { priority });
  else setTimeout(run, 0);
}
