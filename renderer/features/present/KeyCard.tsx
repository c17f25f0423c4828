import { useTranslation } from 'react-i18next';
import { presentCommands } from '../../commands/presentCommands.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import css from './present.module.css';

/** Every key of a presentation on one card. */
export function KeyCard() {
  const { t } = useTranslation(['present', 'shell']);
  return (
    <div role="dialog" aria-label={t('keys.title')} className={css.keyCard}>
      <h2>{t('keys.title')}</h2>
      <ul>
        {presentCommands.map(({ id, label }) => (
          <li key={id}>
            <span>{t(label, { ns: 'shell' })}</span>
            <CommandKeys id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}
