import type { KeptRange } from './handoffs.ts';

/** What is wrong with a typed range of knowledge kept. */
export type KeptProblem = 'form' | 'share' | 'order';

/**
 * Reads a share of knowledge kept as people type it: `50`, `40–60`, `30 50 70` or `30/50/70`, in percent, full-width
 * signs included. One number is the likely one, two are low and high, three are low, likely, high. Empty is unknown.
 */
export function readKept(text: string): KeptRange | KeptProblem {
  const clean = text.normalize('NFKC').replace(/%/g, ' ').trim();
  if (clean === '') return { keptLow: null, keptLikely: null, keptHigh: null };
  const parts = clean.split(/\s*(?:[-–—~〜至/;,]|\s)\s*/u).filter((part) => part !== '');
  if (parts.length > 3 || parts.some((part) => !/^\d+(?:\.\d+)?$/.test(part))) return 'form';
  const shares = parts.map((part) => Number((Number(part) / 100).toFixed(6)));
  if (shares.some((share) => share > 1)) return 'share';
  if (shares.some((share, index) => index > 0 && shares[index - 1]! > share)) return 'order';
  const [first, second, third] = shares;
  if (third !== undefined) return { keptLow: first!, keptLikely: second!, keptHigh: third };
  if (second !== undefined) return { keptLow: first!, keptLikely: null, keptHigh: second };
  return { keptLow: null, keptLikely: first!, keptHigh: null };
}

/** A range in the form in which it can be typed again, in percent; empty where nothing is known. */
export function keptText({ keptLow, keptLikely, keptHigh }: KeptRange): string {
  const say = (share: number): string => String(Math.round(share * 1e4) / 100);
  if (keptLow === null && keptHigh === null) return keptLikely === null ? '' : say(keptLikely);
  // Three places are needed as soon as one end is known with the middle; a lone end stands for both.
  const low = keptLow ?? keptLikely ?? keptHigh!;
  const high = keptHigh ?? keptLikely ?? keptLow!;
  return keptLikely === null ? `${say(low)}–${say(high)}` : `${say(low)}–${say(keptLikely)}–${say(high)}`;
}
