import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './FirstList.module.css';

export interface FirstItem {
  readonly id: string;
  /** Why it stands here, above its name. */
  readonly note: string;
  readonly name: string;
  readonly tone?: 'gap' | 'overlap';
  readonly onPress: () => void;
  /** A button of its own beside the row, such as one that opens the figure in its reason. */
  readonly beside?: ReactNode;
}

/** What to look at first where nothing is selected or entered yet: each with its reason, and opened by a press. */
export function FirstList({
  items,
  title,
  text,
}: {
  readonly items: readonly FirstItem[];
  /** Above the list, where it is not simply what to look at first. */
  readonly title?: string;
  readonly text?: string;
}) {
  const { t } = useTranslation('inspector');
  if (items.length === 0) return null;
  return (
    <section className={css.first}>
      <h2>{title ?? t('first.title')}</h2>
      {text !== undefined && <p>{text}</p>}
      <ol>
        {items.map(({ id, note, name, tone, onPress, beside }) => (
          <li key={id} data-tone={tone}>
            <button type="button" onClick={onPress}>
              <small>{note}</small>
              <span>{name}</span>
            </button>
            {beside}
          </li>
        ))}
      </ol>
    </section>
  );
}
