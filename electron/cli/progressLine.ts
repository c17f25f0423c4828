import { clearLine, cursorTo } from 'node:readline';

/** A line on the terminal that says how far long work is. */
export interface ProgressLine {
  /** `total` is null where nobody knows it. */
  show(what: string, done: number, total: number | null): void;
  /** Takes the line away, so that what is printed next stands alone. */
  clear(): void;
}

const SHOWN_EVERY_MS = 100;

/** A line that is written over and over; none at all where nobody looks on, as in a pipe or a file. */
export function createProgressLine(
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> & NodeJS.WritableStream,
  now: () => number = () => performance.now(),
): ProgressLine {
  let shownAt: number | null = null;
  const clear = (): void => {
    if (shownAt === null) return;
    shownAt = null;
    cursorTo(out, 0);
    clearLine(out, 1);
  };
  return {
    show(what, done, total) {
      const at = now();
      if (!out.isTTY || (shownAt !== null && at - shownAt < SHOWN_EVERY_MS)) return;
      clear();
      shownAt = at;
      const count = done.toLocaleString('en');
      const text =
        total === null || total === 0
          ? `${what} ${count}`
          : `${what} ${count} of ${total.toLocaleString('en')} (${Math.floor((100 * done) / total)}%)`;
      // A line that wraps could not be taken away again.
      out.write(text.slice(0, Math.max(0, (out.columns || 80) - 1)));
    },
    clear,
  };
}
