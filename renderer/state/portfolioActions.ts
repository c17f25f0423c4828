import type { OpenPortfolio } from '../../shared/contract/methods.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { changeCurrency } from '../../shared/planning/changeCurrency.ts';
import type { ChosenFile } from '../transport/transport.ts';
import { tell } from './noticeStore.ts';
import { usePanel } from './panelStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { usePreferences } from './preferencesStore.ts';
import { usePresent } from './presentStore.ts';
import { interruptedParts, takeUpRoom } from './roomMemory.ts';
import { ask, call, change, pickFile, saveFile } from './service.ts';
import { useSession } from './sessionStore.ts';
import { startUnsaved } from './unsavedMemory.ts';
import { startMemory } from './viewMemory.ts';

/** File endings of a portfolio, and of lists that can be imported. */
export const portfolioEndings = ['.throughline'] as const;
export const listEndings = [
  '.csv',
  '.tsv',
  '.txt',
  '.xlsx',
  '.xlsm',
  '.xls',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.json',
  '.xml',
] as const;

function showOpened(portfolio: OpenPortfolio | null): boolean {
  if (!portfolio) return false;
  startMemory(portfolio.ref, interruptedParts(portfolio.ref));
  // What waits to be saved belongs to its portfolio, also when the file of it is opened again.
  startUnsaved(portfolio.ref);
  usePortfolio.getState().show(portfolio);
  useSession.setState({ lost: null });
  return true;
}

/** Reads who we are and the portfolio that is open, or opens the last one; call once at the start. */
export async function begin(): Promise<void> {
  const info = await ask('app.info', {});
  if (info) {
    takeUpRoom(info.room);
    usePreferences.getState().take(info.preferences, info.systemLocale);
    useSession.setState({ info });
  }
  // Not before it is known what is hidden from a room.
  const current = await ask('portfolio.current', {});
  if (current) showOpened(current);
  else if (info?.lastOpened) await openPortfolio(info.lastOpened.ref);
  useSession.setState({ ready: true });
}

/** Opens a portfolio of the list; one that is damaged or gone leads to its backups. */
export async function openPortfolio(ref: string): Promise<boolean> {
  const result = await call('portfolio.open', { ref });
  if (result.ok) return showOpened(result.value);
  await tellRefusal(result.error);
  return false;
}

/** Says why a portfolio could not be opened; where a backup can stand in for it, shows those that there are. */
async function tellRefusal(error: AppError): Promise<void> {
  const { code, params, place } = error;
  const ref = params?.ref;
  const why = code === 'damaged_file' ? 'damaged' : code === 'file_missing' ? 'missing' : null;
  if (why === null || typeof ref !== 'string') {
    tell({ kind: 'error', error });
    return;
  }
  const found = await ask('portfolio.backups', { ref });
  if (!found) return;
  const unlisted = found.problem?.code === 'backups_unreadable' ? found.problem : null;
  // A damaged file from elsewhere, of which we never made a backup: there is nothing to choose from.
  if (why === 'damaged' && found.backups.length === 0 && !unlisted) {
    tell({ kind: 'error', error });
    return;
  }
  useSession.setState({
    lost: {
      ref,
      why,
      file: place?.file ?? '',
      folder: String(params?.folder ?? ''),
      backups: found.backups,
      unlisted,
    },
  });
}

/** Opens the open portfolio's file again: to write where another window let go of it, or where it was replaced. */
export async function reopenPortfolio(): Promise<boolean> {
  const result = await call('portfolio.reopen', {});
  if (result.ok) return showOpened(result.value);
  // It may be that nothing is open any more: the page shows what the service has.
  const current = await ask('portfolio.current', {});
  if (!current) usePortfolio.getState().show(null);
  await tellRefusal(result.error);
  return false;
}

/** Puts a backup where a damaged or missing file was, and goes on with it. */
export async function restoreBackup(ref: string, backup: string): Promise<boolean> {
  return showOpened(await ask('portfolio.restoreBackup', { ref, backup }));
}

/** Shows a backup of the open portfolio in its place, for reading only. */
export async function showBackup(backup: string): Promise<boolean> {
  return showOpened(await ask('portfolio.showBackup', { backup }));
}

/** Asks for a portfolio file and opens it. */
export async function openChosenPortfolio(): Promise<boolean> {
  const file = await pickFile(portfolioEndings);
  if (!file) return false;
  return openChosen(file.token);
}

async function openChosen(file: string): Promise<boolean> {
  const result = await call('portfolio.openChosen', { file });
  if (result.ok) return showOpened(result.value);
  await tellRefusal(result.error);
  return false;
}

/** Opens a portfolio file that was dropped on the window. */
export async function openDroppedPortfolio(token: string): Promise<boolean> {
  return openChosen(token);
}

/** Opens the shipped sample. */
export async function openSample(): Promise<boolean> {
  return showOpened(await ask('portfolio.openSample', {}));
}

/** Starts a portfolio with nothing in it. */
export async function createPortfolio(name: string, currency: string): Promise<boolean> {
  return showOpened(await ask('portfolio.create', { name, currency }));
}

/** Closes the open portfolio; the welcome screen follows. */
export async function closePortfolio(): Promise<void> {
  if (await ask('portfolio.close', {})) usePortfolio.getState().show(null);
}

/** Offers a clean copy of the open portfolio for saving. */
export async function copyPortfolio(): Promise<void> {
  const copy = await ask('portfolio.copy', {});
  if (!copy) return;
  await saveFile(copy.file, copy.suggestedName);
}

/** Gives the open portfolio another name. */
export function renamePortfolio(name: string): Promise<boolean> {
  return change('portfolio.rename', { name }, [
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { name } },
  ]);
}

/** Shows how a list, and further files of it, would come in; nothing is made or changed before the person says so. */
export function importFile(file: ChosenFile, others: readonly ChosenFile[] = []): void {
  usePanel.getState().show({ kind: 'import', file, others });
}

/** Shows how pasted rows would come in, under a name for them. */
export async function importText(text: string, name: string): Promise<void> {
  const pasted = await ask('import.paste', { text, name });
  if (pasted) importFile({ token: pasted.file, name: pasted.name, bytes: pasted.bytes });
}

/** Makes a portfolio named after a list, for the import that follows where nothing is open. */
export function createForImport(fileName: string, currency: string): Promise<boolean> {
  return createPortfolio(fileName.replace(/\.[^.]+$/, '').trim() || fileName, currency);
}

/** Lets the portfolio's amounts count as another currency; nothing is exchanged. */
export function setCurrency(currency: string): Promise<boolean> {
  const { records, looking } = usePortfolio.getState();
  const planned = records ? changeCurrency(records, currency) : null;
  if (!planned?.ok) return Promise.resolve(false);
  // As a step of a scenario it leaves the others alone: the plan that they stand on keeps its currency.
  const intoPlan = looking.kind === 'plan' && usePresent.getState().session === null;
  const changes = planned.changes.filter(({ table }) => intoPlan || table !== 'scenarioStep');
  return change('portfolio.currency', { currency }, changes);
}

/** Sets the month (1 to 12) from which years and quarters are counted. */
export function setFiscalYearStart(month: number): Promise<boolean> {
  return change('portfolio.setting', { setting: 'fiscalYearStartMonth' }, [
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { fiscalYearStartMonth: month } },
  ]);
}

/** Takes back a portfolio that was made for an import which then did not happen. */
export async function discardNew(): Promise<void> {
  const answer = await ask('portfolio.discardNew', {});
  if (answer?.discarded) usePortfolio.getState().show(null);
}
