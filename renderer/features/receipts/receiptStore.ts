import { create } from 'zustand';
import type { Mode } from '../../../shared/domain/records.ts';

/** The figure that sums the seven wastes of one mode; the model itself only knows them one by one. */
export const sevenWastesFigure = (mode: Mode): string => `${mode}.seven_wastes_pd`;

interface ReceiptState {
  /** The figure that is opened to its arithmetic, such as `project.waste.handoffs.pd`. */
  readonly open: { readonly initiativeId: string; readonly figure: string } | null;
}

/** Which receipt lies over the page, if any. */
export const useReceipt = create<ReceiptState>()(() => ({ open: null }));

/** Opens the receipt of a figure of an initiative. */
export function openReceipt(initiativeId: string, figure: string): void {
  useReceipt.setState({ open: { initiativeId, figure } });
}

/** Closes the receipt. */
export function closeReceipt(): void {
  useReceipt.setState({ open: null });
}
