import type { Tranche } from '../../../shared/domain/records.ts';

type Decision = Tranche['decision'];

function outline(decision: Decision, r: number): string {
  switch (decision) {
    case 'continue':
      return `M${-r} ${-r * 0.85}H${r * 0.35}L${r * 1.2} 0L${r * 0.35} ${r * 0.85}H${-r}Z`;
    case 'change':
      return `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`;
    case 'stop':
      return `M${-r * 0.45} ${-r}H${r * 0.45}L${r} ${-r * 0.45}V${r * 0.45}L${r * 0.45} ${r}H${-r * 0.45}L${-r} ${r * 0.45}V${-r * 0.45}Z`;
    case 'pending':
      return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
  }
}

/**
 * A decision on a tranche by shape and letter around (x, y): continue an arrow, change a diamond, stop an octagon,
 * pending a hollow circle; `r` px from its middle to its edge.
 */
export function DecisionShape({
  decision,
  x,
  y,
  r,
  letter,
  active = false,
}: {
  readonly decision: Decision;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly letter: string;
  readonly active?: boolean;
}) {
  const open = decision === 'pending';
  return (
    <g transform={`translate(${x},${y})`}>
      <path
        d={outline(decision, r)}
        fill={open ? 'var(--card)' : decision === 'stop' ? 'var(--danger)' : 'var(--product)'}
        stroke={active ? 'var(--focus)' : open ? 'var(--product)' : 'var(--card)'}
        strokeWidth={active ? 2.6 : 1.2}
        {...(open && !active ? { strokeDasharray: '2.6 1.8' } : {})}
      />
      <text
        x={decision === 'continue' ? -1 : 0}
        y={3.2}
        textAnchor="middle"
        fontSize={9}
        fontWeight={650}
        fill={open ? 'var(--product-ink)' : 'var(--card)'}
      >
        {letter}
      </text>
    </g>
  );
}
