import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { runCommand } from '../../commands/commandList.ts';
import { usePanel } from '../../state/panelStore.ts';
import type { ChosenFile } from '../../transport/transport.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSayError } from '../shell/sayError.ts';
import { FileChoices } from './FileChoices.tsx';
import css from './ImportDialog.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReportPanel } from './ImportReportPanel.tsx';
import { Matching } from './Matching.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { useImportPreview } from './useImportPreview.ts';
import { useImportRun } from './useImportRun.ts';

/** Shows how a list is understood, lets every choice be changed, imports it, and says what came in. */
export function ImportDialog({ file }: { readonly file: ChosenFile }) {
  const { t } = useTranslation(['importing', 'common']);
  const sayError = useSayError();
  const close = usePanel((state) => state.close);
  const view = useImportPreview(file.token);
  const { state, run, cancel } = useImportRun(file.token, file.name);
  const { preview, error, loading } = view;
  if (state.kind === 'done')
    return <ImportReportPanel report={state.report} undoable={state.undoable} onClose={close} />;
  if (state.kind === 'running')
    return <ImportProgress state={state} fileName={file.name} onCancel={cancel} />;
  const shownError = state.error ?? error;
  const isTable = preview?.plan.kind !== 'throughline';
  const named = !isTable || preview?.plan.columns.name !== undefined;
  const incoming = preview ? preview.expected.created + preview.expected.updated : 0;
  return (
    <Dialog
      title={t('title', { file: file.name })}
      width="wide"
      onClose={close}
      footer={
        <>
          {preview && <Expected expected={preview.expected} />}
          <Button
            onPress={() => {
              close();
              runCommand('portfolio.import');
            }}
          >
            {t('otherFile')}
          </Button>
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="primary"
            isDisabled={!preview || loading || error !== null || !named || incoming === 0}
            onPress={() => {
              if (preview) void run(preview.plan);
            }}
          >
            {preview ? t('runCount', { count: incoming }) : t('run')}
          </Button>
        </>
      }
    >
      {shownError && (
        <p className={css.error} role="alert">
          {sayError(shownError)}
        </p>
      )}
      {!preview && !shownError && <p role="status">{t('reading')}</p>}
      {preview && !isTable && <p>{t('file.isPortfolio')}</p>}
      {preview && isTable && (
        <div className={css.parts} data-loading={loading || undefined}>
          <FileChoices preview={preview} readAs={view.readAs} takeAs={view.takeAs} />
          {!named && (
            <p className={css.error} role="alert">
              {t('match.needName')}
            </p>
          )}
          <Matching preview={preview} fill={view.fill} takeAs={view.takeAs} />
          <PreviewTable preview={preview} loading={loading} />
        </div>
      )}
    </Dialog>
  );
}

const counts = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;

function Expected({ expected }: { readonly expected: ImportPreview['expected'] }) {
  const { t } = useTranslation('importing');
  return (
    <p className={css.expected} role="status">
      {counts
        .filter((kind) => expected[kind] > 0 || kind === 'created')
        .map((kind) => t(`expected.${kind}`, { count: expected[kind] }))
        .join(' · ')}
    </p>
  );
}
