import type { Verdict } from './StateShape.tsx';

/** Colour of what is better or worse than what it is held against. */
export const verdictColour = {
  better: 'var(--product)',
  worse: 'var(--project)',
  same: 'var(--ink-3)',
} as const satisfies Record<Verdict, string>;
const dash = { better: undefined, worse: '5 3', same: '1 3' } as const;

/** A line from what was to what is: whole where better, dashed where worse, dotted where neither. */
export function VerdictLine({
  verdict,
  d,
  strokeWidth,
}: {
  readonly verdict: Verdict;
  /** A path, px. */
  readonly d: string;
  readonly strokeWidth: number;
}) {
  return (
    <path d={d} stroke={verdictColour[verdict]} strokeWidth={strokeWidth} strokeDasharray={dash[verdict]} />
  );
}
