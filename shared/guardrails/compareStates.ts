import type { Verdict } from './builtIn.ts';
import type { Breach, GuardrailState } from './evaluate.ts';

/** What became of a guardrail between two states of the plan. */
export interface GuardrailChange {
  /** Records that break it now and did not before, with or without leave. */
  readonly newly: readonly Breach[];
  /** Records that broke it before and do not now: they hold, or are not there or not asked any more. */
  readonly mended: readonly Verdict[];
  /** True when it breaks now and did not before, or the other way round. */
  readonly breaks: boolean;
  readonly mends: boolean;
}

/** The change of one guardrail from `before` to `now`; what is not known now is not mended. */
export function compareStates(before: GuardrailState, now: GuardrailState): GuardrailChange {
  const broken = new Set(before.breaches.map(({ id }) => id));
  const still = new Set([...now.breaches, ...now.unknown].map(({ id }) => id));
  return {
    newly: now.breaches.filter(({ id }) => !broken.has(id)),
    mended: before.breaches.filter(({ id }) => !still.has(id)),
    breaks: now.state === 'breaks' && before.state !== 'breaks',
    mends: before.state === 'breaks' && now.state !== 'breaks' && now.state !== 'unknown',
  };
}

/** How far a record is from what the rule asks, largest is worst; what has no number is worst of all. */
export function worstFirst(breaches: readonly Breach[], worse: 'higher' | 'lower'): readonly Breach[] {
  const sign = worse === 'higher' ? -1 : 1;
  return [...breaches].sort((a, b) => {
    // Leave to break comes last: nobody has to act on it now.
    if ((a.waiver === null) !== (b.waiver === null)) return a.waiver === null ? -1 : 1;
    if (a.measured === null || b.measured === null)
      return a.measured === b.measured ? a.name.localeCompare(b.name) : a.measured === null ? -1 : 1;
    return sign * (a.measured - b.measured) || a.name.localeCompare(b.name);
  });
}
