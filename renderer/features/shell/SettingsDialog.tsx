import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../../shared/contract/methods.ts';
import type { Portfolio } from '../../../shared/domain/records.ts';
import { formatMonthName } from '../../../shared/text/format.ts';
import { runCommand } from '../../commands/commandList.ts';
import { usePanel } from '../../state/panelStore.ts';
import { setCurrency, setFiscalYearStart } from '../../state/portfolioActions.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useSession } from '../../state/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { currencyChoices } from '../../ui/currencies.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import css from './SettingsDialog.module.css';

/** What the person likes, and the open portfolio's own units; every choice takes effect at once. */
export function SettingsDialog() {
  const { t } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  const info = useSession((state) => state.info);
  const portfolio = usePortfolio((state) => state.records?.portfolio.portfolio ?? null);
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
          onKeep={keepName}
        />
        <div className={css.pair}>
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
        </div>
        <div>
          <Button
            onPress={() => {
              leave();
              runCommand('app.keys');
            }}
          >
            {t('settings.keys')}
          </Button>
        </div>
        {portfolio && <Units portfolio={portfolio} />}
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

/** In which money and by which year the open portfolio counts. */
function Units({ portfolio }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation(['shell', 'parameters']);
  const language = usePreferences((state) => state.language);
  const readOnly = useReadOnly();
  return (
    <fieldset className={css.units} disabled={readOnly}>
      <legend>{t('settings.thisPortfolio', { name: portfolio.name })}</legend>
      <SelectField
        label={t('setting.currency', { ns: 'parameters' })}
        help={t('setting.currency.help', { ns: 'parameters' })}
        value={portfolio.currency}
        choices={currencyChoices(language)}
        disabled={readOnly}
        onChange={(code) => void setCurrency(code)}
      />
      <SelectField
        label={t('setting.fiscalYearStartMonth', { ns: 'parameters' })}
        help={t('setting.fiscalYearStartMonth.help', { ns: 'parameters' })}
        value={String(portfolio.fiscalYearStartMonth)}
        choices={Array.from({ length: 12 }, (_month, at) => ({
          id: String(at + 1),
          text: formatMonthName(at + 1, language),
        }))}
        disabled={readOnly}
        onChange={(start) => void setFiscalYearStart(Number(start))}
      />
    </fieldset>
  );
}
