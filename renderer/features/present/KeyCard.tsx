import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { presentCommands } from '../../commands/presentCommands.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import { takeCard } from '../../state/stageHand.ts';
import css from './present.module.css';

/** How much of the card one press moves on. */
const STEP_SHARE = 0.5;

/** Every key of a presentation on one card, which has the keyboard while it is there: a screen reader reads it out. */
export function KeyCard() {
  const { t } = useTranslation(['present', 'shell']);
  const card = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      takeCard((by) => {
        const element = card.current;
        if (!element || element.scrollHeight <= element.clientHeight) return false;
        element.scrollTop += by * STEP_SHARE * element.clientHeight;
        return true;
      }),
    [],
  );
  useEffect(() => {
    const before = document.activeElement;
    card.current?.focus();
    return () => {
      // The stage is drawn anew when something is hidden meanwhile.
      const next = before?.isConnected ? before : document.querySelector('[data-stage]');
      if (next instanceof HTMLElement) next.focus();
    };
  }, []);
  return (
    <div ref={card} role="dialog" aria-label={t('keys.title')} tabIndex={-1} className={css.keyCard}>
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
