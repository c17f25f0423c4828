import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import css from './Tip.module.css';

export interface TipProps {
  readonly text: string;
  /** After the text: its keys. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** Says what a button does when it is hovered or focused. The child must be a react-aria button. */
export function Tip({ text, end, children }: TipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <Tooltip className={css.tip ?? ''} offset={6}>
        {text}
        {end}
      </Tooltip>
    </TooltipTrigger>
  );
}
