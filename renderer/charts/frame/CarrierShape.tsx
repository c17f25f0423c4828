import type { CarrierStep } from './carrierStep.ts';

/**
 * A number of teams around (x, y), 9 px from its middle to its edge: none or not known a dashed circle, one a dashed diamond in the
 * colour of gaps, two a square, three and more a circle.
 */
export function CarrierShape({
  step,
  x,
  y,
  text,
  active = false,
}: {
  readonly step: CarrierStep;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly active?: boolean;
}) {
  const alone = step === 1;
  const stroke = active
    ? { stroke: 'var(--focus)', strokeWidth: 2.6 }
    : { stroke: alone ? 'var(--gap)' : 'var(--line-strong)', strokeWidth: alone ? 1.8 : 1.2 };
  const dash = alone || step === 0 ? { strokeDasharray: '3 2' } : {};
  return (
    <g transform={`translate(${x},${y})`}>
      {alone ? (
        <path d="M0 -11L11 0L0 11L-11 0Z" fill="var(--gap-soft)" {...stroke} {...dash} />
      ) : step === 2 ? (
        <rect x={-8} y={-8} width={16} height={16} fill="var(--card)" {...stroke} />
      ) : (
        <circle r={9} fill="var(--card)" {...stroke} {...dash} />
      )}
      <text
        y={3.8}
        textAnchor="middle"
        fontSize={11}
        fontWeight={650}
        fill={alone ? 'var(--gap-ink)' : 'var(--ink)'}
      >
        {text}
      </text>
    </g>
  );
}
