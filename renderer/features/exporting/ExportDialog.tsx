import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePanel } from '../../state/panelStore.ts';
import { saveFile } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import css from './ExportDialog.module.css';
import { type ExportRun, useExport } from './useExport.ts';

const formats = ['json', 'csv', 'analysis'] as const;
type Format = (typeof formats)[number];
const NOW = '';

/** Writes the portfolio, or a snapshot of it, into a file for others. */
export function ExportDialog({ snapshotId }: { readonly snapshotId: string | null }) {
  const { t } = useTranslation(['snapshots', 'common']);
  const close = usePanel((state) => state.close);
  const snapshots = useSnapshots();
  const [what, setWhat] = useState(snapshotId ?? NOW);
  const [format, setFormat] = useState<Format>('json');
  const { running, write, cancel } = useExport();
  const save = async (): Promise<void> => {
    const made = await write({ format, snapshot: what === NOW ? null : what });
    if (made && (await saveFile(made.file, made.suggestedName))) close();
  };
  const leave = running ? cancel : close;
  const sayRunning = ({ progress }: ExportRun): string =>
    progress?.total
      ? t('export.share', { share: Math.floor((100 * progress.done) / progress.total) })
      : t('export.running');
  return (
    <Dialog
      title={t('export.title')}
      onClose={leave}
      footer={
        <>
          <Button onPress={leave} isDisabled={running?.cancelling ?? false}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button look="primary" isDisabled={running !== null} onPress={() => void save()}>
            {running ? sayRunning(running) : t('export.do')}
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
