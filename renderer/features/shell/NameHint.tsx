import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './NameHint.module.css';

/** Asks for the name that the history records, once, where the history shows that it has none. */
export function NameHint() {
  const { t } = useTranslation(['shell', 'common']);
  const userName = usePreferences((state) => state.userName);
  const [name, setName] = useState('');
  if (userName !== '') return null;
  return (
    <form
      className={css.hint}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void usePreferences.getState().write({ userName: name.trim() });
      }}
    >
      <TextField label={t('nameHint.label')} help={t('nameHint.help')} value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('action.save', { ns: 'common' })}
      </Button>
    </form>
  );
}
