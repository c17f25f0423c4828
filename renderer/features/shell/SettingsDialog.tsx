import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../../shared/contract/methods.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useSession } from '../../state/sessionStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import css from './SettingsDialog.module.css';

/** What the person likes; every choice takes effect at once. */
export function SettingsDialog() {
  const { t } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  const info = useSession((state) => state.info);
  const { language, theme, userName, write } = usePreferences();
  const [name, setName] = useState(userName);
  const keepName = (): void => {
    if (name.trim() !== userName) void write({ userName: name.trim() });
  };
  const leave = (): void => {
    keepName();
    close();
  };
  return (
    <Dialog title={t('settings.title')} onClose={leave}>
      <div className={css.fields}>
        <TextField
          label={t('settings.userName')}
          help={t('settings.userNameHelp')}
          value={name}
          onChange={setName}
          onBlur={keepName}
        />
        <SelectField
          label={t('settings.language')}
          value={language}
          choices={languages.map((id) => ({ id, text: t(`language.${id}`) }))}
          onChange={(id) => void write({ language: id })}
        />
        <SelectField
          label={t('settings.theme')}
          value={theme}
          choices={themes.map((id) => ({ id, text: t(`theme.${id}`) }))}
          onChange={(id) => void write({ theme: id })}
        />
        {info && (
          <p className={css.info}>
            {t('settings.dataFolder')} <code>{info.dataFolder}</code>
            <br />
            {t('settings.version', { version: info.version })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
