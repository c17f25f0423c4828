import { useTranslation } from 'react-i18next';
import css from './FirstList.module.css';

export interface FirstItem {
  readonly id: string;
  /** Why it stands here, above its name. */
  readonly note: string;
  readonly name: string;
  readonly tone?: 'gap' | 'overlap';
  readonly onPress: () => void;
}

/** What to look at first where nothing is selected yet: each with its reason, and opened by a press. */
export function FirstList({ items }: { readonly items: readonly FirstItem[] }) {
  const { t } = useTranslation('inspector');
  if (items.length === 0) return null;
  return (
    <section className={css.first}>
      <h2>{t('first.title')}</h2>
      <ol>
        {items.map(({ id, note, name, tone, onPress }) => (
          <li key={id} data-tone={tone}>
            <button type="button" onClick={onPress}>
              <small>{note}</small>
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
