/** How long work reports and stops: the caller's hooks, asked every few thousand steps so that they cost nothing. */
export interface CoverageHooks {
  /** Share of the work done, 0..1, never falling. */
  readonly onProgress?: (share: number) => void;
  /** True stops the work; the running function then answers null. */
  readonly isCancelled?: () => boolean;
}

/** Reports `share` and says whether to go on. */
export const continues = (hooks: CoverageHooks, share: number): boolean => {
  if (hooks.isCancelled?.()) return false;
  hooks.onProgress?.(Math.min(1, share));
  return true;
};

/** The same hooks for one part of the work, whose 0..1 becomes `from`..`to`. */
export const partOf = (hooks: CoverageHooks, from: number, to: number): CoverageHooks => {
  const { onProgress, isCancelled } = hooks;
  return {
    ...(onProgress && { onProgress: (share: number) => onProgress(from + share * (to - from)) }),
    ...(isCancelled && { isCancelled }),
  };
};
