import css from './Brand.module.css';

/** The mark: a line that falls and rises as a project ends in a square, and goes on through a circle as a product. */
export function Brand() {
  return (
    <span className={css.brand}>
      <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" className={css.mark}>
        <path d="M1.5 13.5 C5 13.5 6 4.5 10.5 4.5 S16 10.5 18.5 11.2" />
        <rect x="8.3" y="2.2" width="4.6" height="4.6" />
        <circle cx="20" cy="11.4" r="2.7" />
      </svg>
      <span className={css.word}>Throughline</span>
    </span>
  );
}
