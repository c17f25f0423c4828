import { type BrowserWindow, dialog, shell } from 'electron';
import type { Language } from '../../shared/text/area.ts';
import { catalogue } from '../../shared/text/catalogue.ts';

/** Asks before a link leaves the program, then gives it to the operating system. `address` is already checked. */
export async function openAfterAsking(
  window: BrowserWindow,
  address: string,
  language: Language,
): Promise<void> {
  const words = catalogue.hosts[language];
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words['dialog.openLink'],
    detail: address,
    buttons: [words['dialog.open'], words['dialog.cancel']],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(address);
}

/** Says that a file could not be opened, and why. */
export async function sayCannotOpen(
  window: BrowserWindow,
  name: string,
  reason: string,
  language: Language,
): Promise<void> {
  const words = catalogue.hosts[language];
  await dialog.showMessageBox(window, {
    type: 'error',
    message: words['dialog.cannotOpen'].replace('{{name}}', name),
    detail: reason,
    buttons: [words['dialog.ok']],
  });
}
