import type { ReactNode } from 'react';
import styles from './frame.module.css';

/** What a view says when it has nothing to show: one sentence and what to do about it; untitled under a title that says so. */
export function EmptyState({
  title,
  text,
  children,
}: {
  readonly title?: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.empty}>
      {title !== undefined && <h1>{title}</h1>}
      <p>{text}</p>
      {children}
    </section>
  );
}
