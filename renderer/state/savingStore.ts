import { create } from 'zustand';
import type { Change } from '../../shared/contract/changes.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { AppError, ErrorCode } from '../../shared/contract/result.ts';
import type { Label } from '../../shared/domain/label.ts';

/** Refusals that say nothing about the change: the same change can be written once the disk or the file allows it. */
const ofTheDisk: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk_full',
  'folder_read_only',
  'read_only',
  'file_unreadable',
  'file_replaced',
  'file_gone',
  'no_answer',
  'internal',
]);

/** True when the same change can be written later: it is then kept, and said to be waiting. */
export const isKept = (error: AppError): boolean => ofTheDisk.has(error.code);

/** A step that the disk refused; it is kept so that nothing typed is lost. */
export interface UnsavedStep {
  readonly label: Label;
  readonly changes: readonly Change[];
}

interface SavingState {
  /** Changes on their way to the disk. */
  readonly pending: number;
  /** Steps that are not on the disk, oldest first, and why the last of them is not. */
  readonly unsaved: readonly UnsavedStep[];
  readonly reason: AppError | null;
  readonly begin: () => void;
  /** A change was answered; `error` where it was refused. */
  readonly end: (step: MethodInput<'records.change'>, error: AppError | null) => void;
  readonly forget: () => void;
  /** The oldest step waits no more. */
  readonly settle: () => void;
  /** Why the oldest step still waits. */
  readonly stay: (reason: AppError) => void;
}

/** Whether what is on the screen is on the disk. */
export const useSaving = create<SavingState>()((set) => ({
  pending: 0,
  unsaved: [],
  reason: null,
  begin: () => set(({ pending }) => ({ pending: pending + 1 })),
  end: (step, error) =>
    set(({ pending, unsaved, reason }) => {
      const left = Math.max(0, pending - 1);
      if (!error || !isKept(error)) {
        // What waits for the disk still waits; only saving it, or giving it up, ends that.
        return { pending: left, unsaved, reason: unsaved.length > 0 ? reason : null };
      }
      return { pending: left, unsaved: [...unsaved, step], reason: error };
    }),
  forget: () => set({ unsaved: [], reason: null }),
  settle: () =>
    set(({ unsaved, reason }) => ({
      unsaved: unsaved.slice(1),
      reason: unsaved.length > 1 ? reason : null,
    })),
  stay: (reason) => set({ reason }),
}));
