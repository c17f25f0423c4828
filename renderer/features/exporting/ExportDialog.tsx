import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ExportFormat,
  exportFormats,
  type PageId,
  pageFormats,
  pageSizes,
  type ReportOptions,
  reportThemes,
  wholeFormats,
} from '../../../shared/report/options.ts';
import { languages } from '../../../shared/text/area.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import css from './ExportDialog.module.css';
import { ExportProgress } from './ExportProgress.tsx';
import { pagesOfView, rememberChoice, toggled, useExportChoice } from './exportChoice.ts';
import { FormatCards } from './FormatCards.tsx';
import { PageList } from './PageList.tsx';
import { StateField } from './StateField.tsx';
import { lookedAtNow, ofSnapshot, wantedState } from './stateChoice.ts';
import { tellLeftOut } from './tellLeftOut.ts';
import { useExport } from './useExport.ts';

const NO_BOARD = '';
const isOf = <T extends string>(list: readonly T[], format: string): boolean =>
  list.some((each) => each === format);

/** Writes what is looked at, or another state, into files for others: formats, pages and looks of one's choice. */
export function ExportDialog({
  snapshotId,
  format = null,
  storyboardId = null,
}: {
  readonly snapshotId: string | null;
  /** The format that was asked for by name; those of the last time otherwise. */
  readonly format?: ExportFormat | null;
  /** The storyboard whose pages are asked for. */
  readonly storyboardId?: string | null;
}) {
  const { t } = useTranslation(['reports', 'common', 'shell']);
  const close = usePanel((state) => state.close);
  const view = useView((state) => state.view);
  const flowInitiativeId = useView((state) => state.flowInitiativeId);
  const preferences = usePreferences();
  const choice = useExportChoice();
  const [ofView] = useState(() => pagesOfView(view));
  const [what, setWhat] = useState(() => (snapshotId === null ? lookedAtNow() : ofSnapshot(snapshotId)));
  const boards = usePortfolio((state) => state.plan?.storyboard);
  const [board, setBoard] = useState(storyboardId ?? NO_BOARD);
  const [formats, setFormats] = useState<readonly ExportFormat[]>(() => (format ? [format] : choice.formats));
  const [pages, setPages] = useState<readonly PageId[]>(() => (ofView.length > 0 ? ofView : choice.pages));
  const { running, failed, stopped, write, cancel } = useExport();

  const hides = choice.amounts === 'hidden' || choice.names === 'hidden';
  const refused = hides ? wholeFormats : [];
  const kept = formats.filter((each) => !isOf(refused, each));
  const hasPages = kept.some((each) => isOf(pageFormats, each));
  const problem =
    kept.length === 0
      ? t('dialog.nothing')
      : hasPages && board === NO_BOARD && pages.length === 0
        ? t('dialog.noPages')
        : null;
  const theme = choice.theme ?? (preferences.theme === 'system' ? 'light' : preferences.theme);
  const language = choice.language ?? preferences.language;

  const save = async (): Promise<void> => {
    choice.set({ formats: [...formats], ...(ofView.length > 0 ? {} : { pages: [...pages] }) });
    rememberChoice();
    // The usual report has flows of its own choice, wherever it is asked for from.
    const isAboutOne = view === 'flow' || (view === 'parameters' && !pages.includes('flow'));
    const options: ReportOptions = {
      language,
      theme,
      amounts: choice.amounts,
      names: choice.names,
      pageSize: choice.pageSize,
      pages: pages.length > 0 ? [...pages] : [...choice.pages],
      storyboard: board === NO_BOARD ? null : board,
      initiatives: isAboutOne && flowInitiativeId !== null ? [flowInitiativeId] : [],
    };
    const made = await write({ formats: [...kept], options, ...wantedState(what) });
    if (!made) return;
    tellLeftOut(made);
    close();
  };
  const leave = running ? cancel : close;
  return (
    <Dialog
      title={t('dialog.title')}
      width="wide"
      onClose={leave}
      footer={
        <>
          <ExportProgress run={running} problem={problem} failed={failed} stopped={stopped} />
          <Button onPress={leave} isDisabled={running?.cancelling ?? false}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button
            look="primary"
            isDisabled={running !== null || problem !== null}
            onPress={() => void save()}
          >
            {kept.length > 1 ? t('dialog.doMany', { number: kept.length }) : t('dialog.do')}
          </Button>
        </>
      }
    >
      <div className={css.columns} inert={running !== null}>
        <div className={css.main}>
          <FormatCards
            chosen={kept}
            refused={refused}
            onToggle={(each) => setFormats(toggled(exportFormats, kept, each))}
          />
          {hides && <p className={css.note}>{t('dialog.whole')}</p>}
          {Object.keys(boards ?? {}).length > 0 && (
            <div className={css.board}>
              <SelectField
                label={t('dialog.pagesOf')}
                value={board}
                disabled={!hasPages}
                choices={[
                  { id: NO_BOARD, text: t('dialog.pagesChosen') },
                  ...Object.values(boards ?? {}).map(({ id, name }) => ({ id, text: name })),
                ]}
                onChange={setBoard}
              />
            </div>
          )}
          {board === NO_BOARD ? (
            <PageList chosen={pages} ofView={ofView} disabled={!hasPages} onChange={setPages} />
          ) : (
            <p className={css.note}>{t('dialog.boardNote')}</p>
          )}
        </div>
        <div className={css.side}>
          <StateField value={what} onChange={setWhat} />
          <fieldset className={css.group}>
            <legend>{t('dialog.look')}</legend>
            <div className={css.looks}>
              <SelectField
                label={t('dialog.language')}
                value={language}
                choices={languages.map((id) => ({ id, text: t(`language.${id}`, { ns: 'shell' }) }))}
                onChange={(id) => choice.set({ language: id })}
              />
              <SelectField
                label={t('dialog.theme')}
                value={theme}
                disabled={!hasPages}
                choices={reportThemes.map((id) => ({ id, text: t(`dialog.theme.${id}`) }))}
                onChange={(id) => choice.set({ theme: id })}
              />
              <SelectField
                label={t('dialog.pageSize')}
                value={choice.pageSize}
                disabled={!hasPages}
                choices={pageSizes.map((id) => ({
                  id,
                  text: t(`dialog.pageSize.${id === '16:9' ? 'wide' : id}`),
                }))}
                onChange={(id) => choice.set({ pageSize: id })}
              />
            </div>
          </fieldset>
          <fieldset className={css.group}>
            <legend>{t('dialog.hide')}</legend>
            <Hide
              label={t('dialog.amounts')}
              note={t('dialog.amountsNote')}
              on={choice.amounts === 'hidden'}
              onChange={(on) => choice.set({ amounts: on ? 'hidden' : 'shown' })}
            />
            <Hide
              label={t('dialog.names')}
              note={t('dialog.namesNote')}
              on={choice.names === 'hidden'}
              onChange={(on) => choice.set({ names: on ? 'hidden' : 'shown' })}
            />
          </fieldset>
        </div>
      </div>
    </Dialog>
  );
}

function Hide({
  label,
  note,
  on,
  onChange,
}: {
  readonly label: string;
  readonly note: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label className={css.hide}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <strong>{label}</strong> <small>{note}</small>
      </span>
    </label>
  );
}
