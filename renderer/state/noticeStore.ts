import { create } from 'zustand';
import type { AppError } from '../../shared/contract/result.ts';
import type { shell } from '../../shared/text/catalogues/shell.ts';

/** A counted sentence goes by its name alone: the number in its values chooses between one and many. */
type Uncounted<K> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K;
/** The sentences that a short message can say; they live in the `shell` area under `notice.`. */
export type NoticeKey = Uncounted<Extract<keyof (typeof shell)['en'], `notice.${string}`>>;

/** Something the person should know: an error stays until closed, news goes by itself. */
export type NewNotice =
  | { readonly kind: 'error'; readonly error: AppError }
  | {
      readonly kind: 'done';
      readonly key: NoticeKey;
      readonly params?: Readonly<Record<string, string | number>>;
      readonly undoable?: boolean;
    };
export type Notice = NewNotice & { readonly id: number };

interface NoticeState {
  readonly notices: readonly Notice[];
  readonly close: (id: number) => void;
}

let lastId = 0;

/** The messages on the screen, oldest first, four at most. */
export const useNotices = create<NoticeState>()((set) => ({
  notices: [],
  close: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));

/** Shows a message. */
export function tell(notice: NewNotice): void {
  lastId += 1;
  const next = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({ notices: [...notices, next].slice(-4) }));
}
