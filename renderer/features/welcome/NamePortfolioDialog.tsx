import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanel } from '../../state/panelStore.ts';
import { renamePortfolio } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

/** Asks for another name of the open portfolio. */
export function NamePortfolioDialog() {
  const { t } = useTranslation(['shell', 'common']);
  const close = usePanel((state) => state.close);
  const old = usePortfolio((state) => state.records?.portfolio.portfolio?.name ?? '');
  const [name, setName] = useState(old);
  return (
    <Dialog title={t('rename.title')} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void renamePortfolio(name.trim()).then((done) => {
            if (done) close();
          });
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setName} autoFocus />
        <div className="formButtons">
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === '' || name.trim() === old}>
            {t('rename.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
