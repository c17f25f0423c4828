import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CircleMinus,
  CirclePause,
  OctagonX,
  ShieldQuestion,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineState } from './guardrailLines.ts';
import css from './guardrails.module.css';

const shapes = {
  holds: CircleCheck,
  partly: CircleDot,
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
