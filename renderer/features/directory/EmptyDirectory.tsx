import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/commandList.ts';
import { Button } from '../../ui/Button.tsx';
import css from './directory.module.css';
import { create } from './directoryActions.ts';
import type { DirectoryTab } from './directoryStore.ts';

/** What stands where a list will be: what it is for, and a line to type the first name. */
export function EmptyDirectory({
  tab,
  readOnly,
}: {
  readonly tab: DirectoryTab;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('directory');
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const begin = (): void => {
    if (name.trim() === '') field.current?.focus();
    else void create(tab, name);
  };
  return (
    <section className={css.empty}>
      <h2>{t(`empty.${tab}.title`)}</h2>
      <p>{readOnly ? t('empty.readOnly') : t(`empty.${tab}.sentence`)}</p>
      {!readOnly && (
        <form
          className={css.start}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <input
            ref={field}
            aria-label={t(tab === 'teams' ? 'field.newTeam' : 'field.newPartner')}
            placeholder={t(tab === 'teams' ? 'entry.team' : 'entry.partner')}
            maxLength={500}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button look="primary" type="submit">
            {t(`empty.${tab}.button`)}
          </Button>
          <Button look="quiet" onPress={() => runCommand('portfolio.import')}>
            {t('empty.import')}
          </Button>
        </form>
      )}
    </section>
  );
}
