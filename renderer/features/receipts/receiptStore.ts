import { create } from 'zustand';

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
