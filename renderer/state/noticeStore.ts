import { create } from 'zustand';
import type { AppError } from '../../shared/contract/result.ts';
import type { shell } from '../../shared/text/catalogues/shell.ts';
import { hidesHere, maskedText, maskedValue } from './hiding.ts';

/** A counted sentence goes by its name alone: the number in its values chooses between one and many. */
type Uncounted<K> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K;
type ShellKey = keyof (typeof shell)['en'];
/** Why a command cannot be run now; the sentences live in the `shell` area. */
export type Refusal = Extract<ShellKey, `cannot.${string}` | 'bar.nothingToUndo' | 'bar.nothingToRedo'>;
/** The sentences that a short message can say; they live in the `shell` area under `notice.`. */
export type NoticeKey = Uncounted<Extract<ShellKey, `notice.${string}`>>;

/** Something the person should know: an error stays until closed; news, and why a key did nothing, go by themselves. */
export type NewNotice =
  | { readonly kind: 'refused'; readonly key: Refusal }
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

/** A message as the room may read it: what it names may be a file, a person or anything else that somebody wrote. */
function masked(notice: NewNotice): NewNotice {
  if (notice.kind === 'refused' || !hidesHere()) return notice;
  if (notice.kind === 'error') {
    const error = maskedValue(notice.error);
    const { place } = error;
    return place?.file === undefined
      ? { ...notice, error }
      : { ...notice, error: { ...error, place: { ...place, file: maskedText(place.file) } } };
  }
  const { params } = notice;
  if (!params) return notice;
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskedText(value) : value,
  ]);
  return { ...notice, params: Object.fromEntries(shown) };
}

/**
 * Shows a message, without what is hidden from the room; the same a second time takes the place of the first, unless
 * each of them can be undone.
 */
export function tell(notice: NewNotice): void {
  lastId += 1;
  const next = { ...masked(notice), id: lastId };
  const said = JSON.stringify({ ...next, id: 0 });
  useNotices.setState(({ notices }) => {
    const others = notices.filter(
      (each) => (each.kind === 'done' && each.undoable) || JSON.stringify({ ...each, id: 0 }) !== said,
    );
    return { notices: [...others, next].slice(-4) };
  });
}

/** Takes errors of a kind away whose cause is gone. */
export function forgetErrors(code: AppError['code']): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter((each) => each.kind !== 'error' || each.error.code !== code),
  }));
}
