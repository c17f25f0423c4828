import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { namesRows, rowSubjects } from '../../../shared/exchange/importFields.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { runCommand } from '../../commands/commandList.ts';
import { usePanel } from '../../state/panelStore.ts';
import type { ChosenFile } from '../../transport/transport.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useSayError } from '../shell/sayError.ts';
import { FileChoices } from './FileChoices.tsx';
import { FilesTab } from './FilesTab.tsx';
import { FixedFile, fixedKinds } from './FixedFile.tsx';
import css from './ImportDialog.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReportPanel } from './ImportReportPanel.tsx';
import { KnownTab } from './KnownTab.tsx';
import { Matching } from './Matching.tsx';
import { PresetBar } from './PresetBar.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { Recognised } from './Recognised.tsx';
import { SumChecks } from './SumChecks.tsx';
import { type PreviewState, useImportPreview } from './useImportPreview.ts';
import { useImportRun } from './useImportRun.ts';
import { type PresetsState, usePresets } from './usePresets.ts';
import { ValuesTab } from './ValuesTab.tsx';

/** Shows how a list is understood, lets every choice be changed, imports it, and says what came in. */
export function ImportDialog({
  file,
  others = [],
}: {
  readonly file: ChosenFile;
  /** Further files of the same portfolio, chosen or dropped together with it. */
  readonly others?: readonly ChosenFile[];
}) {
  const { t } = useTranslation(['importing', 'common', 'importMapping']);
  const sayError = useSayError();
  const close = usePanel((state) => state.close);
  const [files, setFiles] = useState<readonly ChosenFile[]>([file, ...others]);
  const tokens = useMemo(() => files.slice(1).map(({ token }) => token), [files]);
  const view = useImportPreview(file.token, tokens);
  const presets = usePresets(view.preview, view.takeAs);
  const { state, run, cancel } = useImportRun(file.token, tokens, file.name);
  const { preview, error, loading } = view;
  if (state.kind === 'done')
    return <ImportReportPanel report={state.report} undoable={state.undoable} onClose={close} />;
  if (state.kind === 'running')
    return <ImportProgress state={state} fileName={file.name} onCancel={cancel} />;
  const shownError = state.error ?? error;
  const fixed = preview && fixedKinds.find((kind) => kind === preview.plan.kind);
  const isTable = !fixed;
  const named = !isTable || (preview !== null && namesRows(preview.plan.columns));
  const retired = preview?.plan.retire?.length ?? 0;
  const expected = preview ? expectedOf(preview) : null;
  const incoming = expected ? expected.created + expected.updated : 0;
  return (
    <Dialog
      title={t('title', { file: file.name })}
      width={preview && isTable ? 'full' : 'wide'}
      onClose={close}
      footer={
        <>
          {preview && <Expected preview={preview} />}
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
            isDisabled={!preview || loading || error !== null || !named || incoming + retired === 0}
            onPress={() => {
              if (preview) void run(preview.plan);
            }}
          >
            {preview && isTable ? t('runCount', { count: incoming }) : t('run')}
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
      {preview && fixed && <FixedFile kind={fixed} preview={preview} readAs={view.readAs} />}
      {preview && isTable && (
        <>
          {!named && (
            <p className={css.error} role="alert">
              {t('match.needName')}
            </p>
          )}
          <Parts
            preview={preview}
            view={view}
            presets={presets}
            suggested={stemOf(file.name)}
            files={files}
            onFiles={(next) => {
              setFiles(next);
              // What was chosen of a table names its file by its place.
              view.takeAs({ tables: undefined, main: undefined });
            }}
          />
        </>
      )}
    </Dialog>
  );
}

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '').slice(0, 100);

const tabs = ['columns', 'values', 'known', 'files', 'sums', 'reading'] as const;
type Tab = (typeof tabs)[number];

/** Above what is decided, one thing at a time; below the result, always. */
function Parts({
  preview,
  view,
  presets,
  suggested,
  files,
  onFiles,
}: {
  readonly preview: ImportPreview;
  readonly view: PreviewState;
  readonly presets: PresetsState;
  readonly suggested: string;
  readonly files: readonly ChosenFile[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}) {
  const { t } = useTranslation('importMapping');
  const [tab, setTab] = useState<Tab>('columns');
  const filled = Object.keys(preview.plan.columns).length;
  const values =
    preview.columns.filter((column) => (column.values?.length ?? 0) > 0).length +
    (preview.tableValues?.length ?? 0);
  const doubtful = preview.refresh?.counts.doubtful ?? 0;
  const together = preview.tables?.length ?? 0;
  const counts: Readonly<Partial<Record<Tab, number>>> = {
    columns: filled,
    ...(values > 0 ? { values } : {}),
    ...(doubtful > 0 ? { known: doubtful } : {}),
    ...(together > 0 ? { files: 1 + together } : {}),
  };
  return (
    <div className={css.parts} data-tab={tab} data-loading={view.loading || undefined}>
      <div className={css.bar}>
        <RowsAre preview={preview} takeAs={view.takeAs} />
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={tabs.map((id) => {
            const count = counts[id];
            return { id, text: t(`tab.${id}`), ...(count === undefined ? {} : { count }) };
          })}
          onChange={setTab}
        />
        <PresetBar state={presets} suggested={suggested} />
        <Recognised preview={preview} readAs={view.readAs} takeAs={view.takeAs} />
      </div>
      <div className={css.pane}>
        {tab === 'columns' && (
          <Matching
            preview={preview}
            fill={view.fill}
            takeAs={view.takeAs}
            onValues={() => setTab('values')}
          />
        )}
        {tab === 'values' && <ValuesTab preview={preview} translate={view.translate} takeAs={view.takeAs} />}
        {tab === 'known' && (
          <KnownTab preview={preview} decide={view.decide} retire={view.retire} takeAs={view.takeAs} />
        )}
        {tab === 'files' && (
          <FilesTab
            preview={preview}
            files={files}
            takeAs={view.takeAs}
            onAdd={(added) => onFiles([...files, added])}
            onRemove={(index) => onFiles(files.filter((_, at) => at !== index))}
          />
        )}
        {tab === 'sums' && <SumChecks checks={preview.sumChecks ?? []} currency={preview.plan.currency} />}
        {tab === 'reading' && <FileChoices preview={preview} readAs={view.readAs} takeAs={view.takeAs} />}
      </div>
      <PreviewTable preview={preview} loading={view.loading} />
    </div>
  );
}

/** What a row of the list is: found by itself, and chosen here; which column fills what is then found anew. */
function RowsAre({
  preview,
  takeAs,
}: {
  readonly preview: ImportPreview;
  readonly takeAs: PreviewState['takeAs'];
}) {
  const { t } = useTranslation('importSubjects');
  if (preview.plan.kind === 'jira') return null;
  return (
    <div className={css.rows}>
      <span aria-hidden>{t('rows')}</span>
      <SelectField
        compact
        label={t('rows')}
        value={preview.plan.rows ?? 'initiatives'}
        choices={rowSubjects.map((id) => ({ id, text: t(`rows.${id}`) }))}
        onChange={(rows) =>
          takeAs({
            rows,
            columns: undefined,
            readings: undefined,
            separators: undefined,
            decisions: undefined,
            retire: undefined,
          })
        }
      />
    </div>
  );
}

const counts = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;

/** What would come of the rows of a list and of everything that came together with it. */
const expectedOf = ({ expected, tables = [] }: ImportPreview): ImportPreview['expected'] => {
  const sum = (kind: (typeof counts)[number]): number =>
    tables.reduce((all, table) => all + table[kind], expected[kind]);
  return {
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    skipped: sum('skipped'),
    refused: sum('refused'),
  };
};

function Expected({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation(['importing', 'importMapping']);
  const { refresh } = preview;
  const expected = expectedOf(preview);
  const undecided = (refresh?.rows ?? []).filter(({ sure, chosen }) => sure === 'doubtful' && !chosen);
  const asNew = undecided.filter(({ taken }) => taken === null).length;
  const asKnown = undecided.length - asNew;
  return (
    <p className={css.expected} role="status">
      {counts
        .filter((kind) => expected[kind] > 0 || kind === 'created')
        .map((kind) => t(`expected.${kind}`, { count: expected[kind] }))
        .join(' · ')}
      {asNew > 0 && (
        <span className={css.undecided}>{t('known.undecided', { ns: 'importMapping', count: asNew })}</span>
      )}
      {asKnown > 0 && (
        <span className={css.undecided}>
          {t('known.undecidedTaken', { ns: 'importMapping', count: asKnown })}
        </span>
      )}
    </p>
  );
}
