/** Lets the page draw and answer; resolves in a later task. */
export type Pause = () => Promise<void>;

/** A pause that gives way to input first. */
export const nextTask: Pause = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });

const RUN = 128;
const COMPARES_PER_SLICE = 4000;

/**
 * The texts in the collator's order, sorted in short slices with a pause between: comparing ten thousand names by
 * the rules of a language takes longer than the page may be silent. Rejects with `AbortError` when aborted.
 */
export async function orderTexts(
  texts: readonly string[],
  collator: Intl.Collator,
  pause: Pause = nextTask,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  let compares = 0;
  const rest = async (): Promise<void> => {
    if (compares < COMPARES_PER_SLICE) return;
    compares = 0;
    await pause();
    signal?.throwIfAborted();
  };
  let source = [...texts];
  for (let start = 0; start < source.length; start += RUN) {
    const run = source.slice(start, start + RUN).sort(collator.compare);
    for (let index = 0; index < run.length; index += 1) source[start + index] = run[index] as string;
    compares += run.length * 7;
    await rest();
  }
  for (let width = RUN; width < source.length; width *= 2) {
    const target: string[] = new Array(source.length);
    for (let start = 0; start < source.length; start += 2 * width) {
      const middle = Math.min(start + width, source.length);
      const end = Math.min(start + 2 * width, source.length);
      let [left, right, at] = [start, middle, start];
      while (at < end) {
        const takeLeft =
          left < middle &&
          (right >= end || collator.compare(source[left] as string, source[right] as string) <= 0);
        target[at] = (takeLeft ? source[left] : source[right]) as string;
        if (takeLeft) left += 1;
        else right += 1;
        at += 1;
        compares += 1;
        if (compares >= COMPARES_PER_SLICE) await rest();
      }
    }
    source = target;
  }
  return source;
}

/** An ordered list with a few more texts put in their places. */
export function insertOrdered(
  ordered: readonly string[],
  texts: readonly string[],
  collator: Intl.Collator,
): readonly string[] {
  const next = [...ordered];
  for (const text of texts) {
    let [low, high] = [0, next.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (collator.compare(next[middle] as string, text) <= 0) low = middle + 1;
      else high = middle;
    }
    next.splice(low, 0, text);
  }
  return next;
}
