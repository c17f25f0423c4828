import { flushSync } from 'react-dom';
import { useReceipt } from '../features/receipts/receiptStore.ts';
import { usePanel } from '../state/panelStore.ts';
import { isDialogOpen } from '../ui/openDialogs.ts';
import type { Command } from './command.ts';
import { findCommand, runOrTell } from './commandList.ts';
import { isField, isTypedIn } from './typing.ts';

/**
 * Whether something lies over the page that is to be answered or left before anything else is done. Panels and receipts
 * do from when they are asked for: their code may come later.
 */
export const isCovered = (): boolean =>
  usePanel.getState().panel !== null || useReceipt.getState().trail.length > 0 || isDialogOpen();

/**
 * Runs a command for somebody who may be typing in `target`. What was typed is kept first, as it is by leaving the
 * field: the command may take the field away. Where keeping it has to ask something, that is asked instead.
 */
export function runBeside(command: Command, target: EventTarget | null): void {
  const field = isField(target) && isTypedIn(target) ? target : null;
  // What is asked stands at once: two dialogs that came together would keep the keyboard from each other.
  if (field) flushSync(() => field.blur());
  if (isCovered()) return;
  runOrTell(command);
  if (field?.isConnected && document.activeElement === document.body) field.focus();
}

/** Runs a command of the desktop's native menu; a name that we do not know does nothing, nor does any over a dialog. */
export function runFromMenu(id: string): void {
  const command = findCommand(id);
  if (command && !isCovered()) runBeside(command, document.activeElement);
}
