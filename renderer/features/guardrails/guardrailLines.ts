import type { Guardrail } from '../../../shared/domain/records.ts';
import { compareStates, type GuardrailChange } from '../../../shared/guardrails/compareStates.ts';
import type { GuardrailState } from '../../../shared/guardrails/evaluate.ts';
import { type Rule, ruleOf } from '../../../shared/guardrails/rules.ts';

/** One guardrail as it is shown, held against what is shown and, where that is not the plan, against the plan. */
export interface GuardrailLine {
  readonly guardrail: Guardrail;
  /** Null while it is switched off. */
  readonly now: GuardrailState | null;
  /** Null where the plan itself is shown, and while it is switched off. */
  readonly before: GuardrailState | null;
  readonly change: GuardrailChange | null;
  /** Initiatives whose figures are still computed, among those of which nothing is known. */
  readonly pending: ReadonlySet<string>;
}

/** What a guardrail is said to be; `partly`: nothing breaks it, but of some records too little is known to say. */
export type LineState = 'holds' | 'partly' | 'breaks' | 'waived' | 'unknown' | 'nothing' | 'off' | 'newer';

/** The state of a guardrail as it is shown: switched off and rules of a newer program are states of their own. */
export function lineState({ guardrail, now }: Pick<GuardrailLine, 'guardrail' | 'now'>): LineState {
  if (!guardrail.active || !now) return 'off';
  if (!now.rule) return 'newer';
  return now.state === 'holds' && now.unknown.length > 0 ? 'partly' : now.state;
}

/** Whether a rule looks at what the model says of initiatives; most read no figures. */
export const readsFigures = (rule: Rule | null): boolean =>
  rule?.kind === 'builtIn' && rule.rule === 'firstRelease';

/** Whether any guardrail that is switched on looks at what the model says of initiatives. */
export const anyReadsFigures = (guardrails: Readonly<Record<string, Guardrail>>): boolean =>
  Object.values(guardrails).some((guardrail) => guardrail.active && readsFigures(ruleOf(guardrail)));

/** All guardrails, those switched off too, in their order; `evaluate` is asked for those that are on. */
export function guardrailLines(
  guardrails: Readonly<Record<string, Guardrail>>,
  evaluate: (guardrail: Guardrail) => {
    readonly now: GuardrailState;
    readonly before: GuardrailState | null;
  },
  isPending: (id: string) => boolean = () => false,
): readonly GuardrailLine[] {
  return Object.values(guardrails)
    .sort((a, b) => a.position - b.position)
    .map((guardrail) => {
      if (!guardrail.active)
        return { guardrail, now: null, before: null, change: null, pending: new Set<string>() };
      const { now, before } = evaluate(guardrail);
      const waiting = readsFigures(now.rule) ? now.unknown.filter(({ id }) => isPending(id)) : [];
      const pending = new Set(waiting.map(({ id }) => id));
      return { guardrail, now, before, change: before ? compareStates(before, now) : null, pending };
    });
}
