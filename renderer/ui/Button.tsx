import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import css from './Button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary` at most once on a screen; `quiet` has no frame. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Square, for an icon alone; give it an `aria-label`. */
  readonly icon?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button in the program's looks. */
export function Button({ look = 'plain', icon = false, className, ...props }: ButtonProps) {
  const classes = [css.button, css[look], icon ? css.icon : '', className ?? ''].filter(Boolean).join(' ');
  return <AriaButton {...props} className={classes} />;
}
