import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePause,
  OctagonX,
  ShieldQuestion,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './guardrails.module.css';
import type { GuardrailLine } from './useGuardrailLines.ts';

/** What a guardrail is said to be. */
export type LineState = 'holds' | 'breaks' | 'waived' | 'unknown' | 'nothing' | 'off' | 'newer';

/** The state of a guardrail as it is shown: switched off and rules of a newer program are states of their own. */
export function lineState({ guardrail, now }: Pick<GuardrailLine, 'guardrail' | 'now'>): LineState {
  if (!guardrail.active || !now) return 'off';
  return now.rule ? now.state : 'newer';
}

const shapes = {
  holds: CircleCheck,
  breaks: OctagonX,
  waived: CirclePause,
  unknown: CircleHelp,
  nothing: CircleMinus,
  off: CircleDashed,
  newer: ShieldQuestion,
} as const satisfies Record<LineState, unknown>;

/** A state as a shape and a word, never by colour alone. */
export function StateMark({ state }: { readonly state: LineState }) {
  const { t } = useTranslation('guardrails');
  const Shape = shapes[state];
  return (
    <span className={css.state} data-state={state}>
      <Shape size={18} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
