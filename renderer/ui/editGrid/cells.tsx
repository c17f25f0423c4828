import type { ReactNode } from 'react';
import css from './EditGrid.module.css';

/** The sign for what is not known. */
export const unknown = <span className={css.unknown}>–</span>;

/** Text that is cut at the cell's edge; the sign for unknown where there is none. */
export const textCell = (text: string | null | undefined): ReactNode =>
  text ? <span className={css.text}>{text}</span> : unknown;

/** A count, quiet where it is none. */
export const countCell = (count: number, say: (count: number) => string): ReactNode =>
  count === 0 ? <span className={css.unknown}>0</span> : say(count);
