import type { Handoff } from '../../../shared/domain/records.ts';

type Kind = Handoff['kind'];

/** The outline of a kind of handoff around (0, 0), `r` px from its middle to its edge. */
function outline(kind: Kind, r: number): string {
  switch (kind) {
    case 'team':
      return `M${-r * 0.95} ${-r}H${r * 0.95}V${r * 0.35}L0 ${r * 1.25}L${-r * 0.95} ${r * 0.35}Z`;
    case 'approval':
      return `M${-r * 0.9} ${-r * 0.9}H${r * 0.9}V${r * 0.9}H${-r * 0.9}Z`;
    case 'legal':
      return `M0 ${-r * 1.15}L${r * 1.15} 0L0 ${r * 1.15}L${-r * 1.15} 0Z`;
    case 'funding':
      return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
    case 'partner':
      return `M${-r * 0.55} ${-r}H${r * 0.55}L${r * 1.1} 0L${r * 0.55} ${r}H${-r * 0.55}L${-r * 1.1} 0Z`;
  }
}

/**
 * A handoff by shape and letter: a team shield, an approval square, a legal diamond, a funding circle, a partner
 * hexagon. Filled where the ledger records it, hollow and dashed where only the model supposes it.
 */
export function HandoffShape({
  kind,
  x,
  y,
  r,
  letter,
  assumed = false,
  active = false,
}: {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly letter: string;
  readonly assumed?: boolean;
  readonly active?: boolean;
}) {
  const small = r < 5;
  return (
    <g transform={`translate(${x},${y})`}>
      <path
        d={outline(kind, r)}
        fill={assumed ? 'var(--card)' : 'var(--ink)'}
        stroke={active ? 'var(--focus)' : assumed ? 'var(--ink-3)' : 'var(--card)'}
        strokeWidth={active ? 2.6 : 1.3}
        {...(assumed && !active ? { strokeDasharray: '2.6 1.8' } : {})}
      />
      {!small && (
        <text
          y={kind === 'team' ? 2.8 : 3.6}
          textAnchor="middle"
          fontSize={10}
          fontWeight={650}
          fill={assumed ? 'var(--ink-2)' : 'var(--card)'}
        >
          {letter}
        </text>
      )}
    </g>
  );
}
