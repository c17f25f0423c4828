import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import css from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  /** Stands at the right of the title: a count or a sum. */
  readonly note?: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A part of a pane that can be folded. */
export function Section({ title, note, open, onToggle, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css.section}>
      <h2 className={css.heading}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          className={css.toggle}
          onClick={onToggle}
        >
          <ChevronRight size={14} aria-hidden className={css.chevron} />
          <span>{title}</span>
          {note !== undefined && <span className={css.note}>{note}</span>}
        </button>
      </h2>
      <div id={id} hidden={!open} className={css.body}>
        {open && children}
      </div>
    </section>
  );
}
