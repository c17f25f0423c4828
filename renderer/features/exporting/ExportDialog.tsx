import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePanel } from '../../state/panelStore.ts';
import { ask, saveFile } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import css from './ExportDialog.module.css';

const formats = ['json', 'csv'] as const;
type Format = (typeof formats)[number];
const NOW = '';

/** Writes the portfolio, or a snapshot of it, into a file for others. */
export function ExportDialog({ snapshotId }: { readonly snapshotId: string | null }) {
  const { t } = useTranslation(['snapshots', 'common']);
  const close = usePanel((state) => state.close);
  const snapshots = useSnapshots();
  const [what, setWhat] = useState(snapshotId ?? NOW);
  const [format, setFormat] = useState<Format>('json');
  const [busy, setBusy] = useState(false);
  const write = async (): Promise<void> => {
    setBusy(true);
    const made = await ask('export.write', { format, snapshot: what === NOW ? null : what });
    const saved = made ? await saveFile(made.file, made.suggestedName) : false;
    setBusy(false);
    if (saved) close();
  };
  return (
    <Dialog
      title={t('export.title')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button look="primary" isDisabled={busy} onPress={() => void write()}>
            {busy ? t('export.running') : t('export.do')}
          </Button>
        </>
      }
    >
      <div className="form">
        <SelectField
          label={t('export.what')}
          value={what}
          choices={[
            { id: NOW, text: t('export.now') },
            ...(snapshots ?? []).map(({ id, name }) => ({ id, text: t('export.snapshot', { name }) })),
          ]}
          onChange={setWhat}
        />
        <RadioGroup
          value={format}
          onChange={(chosen) => setFormat(formats.find((each) => each === chosen) ?? 'json')}
          className={css.formats ?? ''}
        >
          <Label className={css.label ?? ''}>{t('export.format')}</Label>
          {formats.map((each) => (
            <Radio key={each} value={each} className={css.format ?? ''}>
              <span className={css.dot} aria-hidden />
              <span>
                <strong>{t(`export.${each}`)}</strong>
                <span>{t(`export.${each}Note`)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      </div>
    </Dialog>
  );
}
