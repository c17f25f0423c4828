import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { renameView, saveView, tableViews } from './savedViews.ts';

/** Asks for the name under which the table's arrangement is kept, or for another name of a saved view. */
export function SaveViewDialog({ id }: { readonly id: string | null }) {
  const { t } = useTranslation(['initiatives', 'common']);
  const close = usePanel((state) => state.close);
  const records = usePortfolio((state) => state.records);
  const views = records ? tableViews(records) : [];
  const renamed = views.find((view) => view.id === id) ?? null;
  const [name, setName] = useState(renamed?.name ?? '');
  const wanted = name.trim();
  const taken = views.some((view) => view !== renamed && view.name.toLowerCase() === wanted.toLowerCase());
  const keep = async (): Promise<void> => {
    if (renamed ? await renameView(renamed, wanted) : await saveView(wanted)) close();
  };
  return (
    <Dialog title={t(renamed ? 'views.renameTitle' : 'views.saveTitle')} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '' && !taken) void keep();
        }}
      >
        <TextField
          label={t('views.name')}
          {...(renamed ? {} : { help: t('views.holds') })}
          error={taken ? t('views.taken') : null}
          value={name}
          onChange={setName}
          autoFocus
        />
        <div className="formButtons">
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            type="submit"
            look="primary"
            isDisabled={wanted === '' || taken || wanted === renamed?.name}
          >
            {t('action.save', { ns: 'common' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
