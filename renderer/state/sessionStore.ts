import { create } from 'zustand';
import type { MethodOutput } from '../../shared/contract/methods.ts';

interface SessionState {
  /** False until the service said what is open. */
  readonly ready: boolean;
  readonly info: MethodOutput<'app.info'> | null;
  /** A file that was refused as damaged, with the backups to go on from. */
  readonly damaged: {
    readonly ref: string;
    readonly backups: MethodOutput<'portfolio.backups'>['backups'];
  } | null;
}

/** What the page knows about its host. */
export const useSession = create<SessionState>()(() => ({ ready: false, info: null, damaged: null }));
