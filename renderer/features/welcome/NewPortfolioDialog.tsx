import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usualCurrency } from '../../../shared/domain/defaults.ts';
import { usePanel } from '../../state/panelStore.ts';
import { createPortfolio } from '../../state/portfolioActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { currencyChoices } from '../../ui/currencies.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';

/** Asks for a name and a currency, and starts an empty portfolio. */
export function NewPortfolioDialog() {
  const { t } = useTranslation(['shell', 'common']);
  const language = usePreferences((state) => state.language);
  const close = usePanel((state) => state.close);
  const [name, setName] = useState<string>(() => t('new.defaultName'));
  const [currency, setCurrency] = useState(usualCurrency(language));
  const [busy, setBusy] = useState(false);
  const create = async (): Promise<void> => {
    setBusy(true);
    const done = await createPortfolio(name.trim(), currency);
    setBusy(false);
    if (done) close();
  };
  return (
    <Dialog title={t('new.title')} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setName} autoFocus />
        <SelectField
          label={t('new.currency')}
          value={currency}
          choices={currencyChoices(language)}
          onChange={setCurrency}
        />
        <div className="formButtons">
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="primary" isDisabled={busy || name.trim() === ''}>
            {t('new.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
