import type { ReactNode } from 'react';
import css from './Start.module.css';

/** What a view shows before anything was made in it: what could be made now, and beside it in steps what that is for. */
export function Start({
  title,
  steps,
  children,
}: {
  readonly title: string;
  readonly steps: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className={css.start}>
      <section className={css.card}>{children}</section>
      <section className={css.card}>
        <h2>{title}</h2>
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}
