import type { ReactNode } from 'react';
import css from './PictureView.module.css';

/** Above the picture of a view: what it says, on what that rests, and beside both what can be chosen. */
export function PictureHead({
  title,
  subtitle,
  children,
}: {
  /** Left out where what stands below says by itself that there is nothing to see. */
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
  /** What can be chosen. */
  readonly children: ReactNode;
}) {
  return (
    <header className={css.head}>
      {title === undefined ? (
        <span />
      ) : (
        <div className={css.titles}>
          <h1>{title}</h1>
          <p>{subtitle}</p>
        </div>
      )}
      {children}
    </header>
  );
}
