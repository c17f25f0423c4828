import { create } from 'zustand';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { AppError } from '../../shared/contract/result.ts';

interface SessionState {
  /** False until the service said what is open. */
  readonly ready: boolean;
  readonly info: MethodOutput<'app.info'> | null;
  /** A portfolio that is damaged or not where it was, with the backups to go on from. */
  readonly lost: {
    readonly ref: string;
    readonly why: 'damaged' | 'missing';
    readonly file: string;
    readonly folder: string;
    /** Newest first, damaged ones too. */
    readonly backups: MethodOutput<'portfolio.backups'>['backups'];
    /** Why the backups cannot be listed, or null. */
    readonly unlisted: AppError | null;
  } | null;
}

/** What the page knows about its host. */
export const useSession = create<SessionState>()(() => ({ ready: false, info: null, lost: null }));
