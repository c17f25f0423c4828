/** Whether a state is better or worse than the one it is held against. */
export type Verdict = 'better' | 'worse' | 'same';

/** A state's letter in its mark: round where better, square where worse, hollow where neither. */
export function StateShape({
  x,
  y,
  letter,
  verdict,
}: {
  readonly x: number;
  readonly y: number;
  readonly letter: string;
  readonly verdict: Verdict;
}) {
  const filled = verdict !== 'same';
  return (
    <g>
      {verdict === 'worse' ? (
        <rect x={x - 8.5} y={y - 8.5} width={17} height={17} fill="var(--project)" stroke="var(--card)" />
      ) : (
        <circle
          cx={x}
          cy={y}
          r={9}
          fill={filled ? 'var(--product)' : 'var(--card)'}
          stroke={filled ? 'var(--card)' : 'var(--ink-2)'}
        />
      )}
      <text
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize={11.5}
        fontWeight={700}
        fill={filled ? 'var(--card)' : 'var(--ink)'}
      >
        {letter}
      </text>
    </g>
  );
}
