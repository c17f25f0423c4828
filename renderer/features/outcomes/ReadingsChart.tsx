import type { ReadingsLayout } from './readingsLayout.ts';

/** Draws a layout of readings: the line of what was measured, dashes for the way to the target. */
export function ReadingsChart({
  layout,
  active,
}: {
  readonly layout: ReadingsLayout;
  readonly active: string | null;
}) {
  const { points, way, targetY, left, right, bottom } = layout;
  return (
    <g fontSize={11}>
      {layout.ticks.map(({ y, text }) => (
        <g key={text}>
          <path d={`M${left} ${y}H${right}`} stroke="var(--line)" />
          <text x={left - 6} y={y + 4} textAnchor="end" fill="var(--ink-3)">
            {text}
          </text>
        </g>
      ))}
      {layout.dates.map(({ x, text, anchor }) => (
        <text key={anchor} x={x} y={bottom + 16} textAnchor={anchor} fill="var(--ink-3)">
          {text}
        </text>
      ))}
      {targetY !== null && !way && (
        <path d={`M${left} ${targetY}H${right}`} stroke="var(--ink-2)" strokeDasharray="4 3" />
      )}
      {way && (
        <path
          d={`M${way.from.x} ${way.from.y}L${way.to.x} ${way.to.y}`}
          stroke="var(--ink-2)"
          strokeDasharray="4 3"
          strokeWidth={1.4}
        />
      )}
      {layout.labels.map(({ x, y, text }) => (
        <text
          key={text}
          x={x}
          y={y}
          textAnchor="end"
          fill="var(--ink-2)"
          fontWeight={600}
          stroke="var(--card)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
      {points.length > 1 && (
        <path
          d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
          fill="none"
          stroke="var(--product)"
          strokeWidth={2}
          strokeLinejoin="round"
        />
      )}
      {points.map(({ id, x, y }) => (
        <circle
          key={id}
          cx={x}
          cy={y}
          r={active === id ? 6 : 4}
          fill="var(--product)"
          stroke="var(--card)"
          strokeWidth={1.5}
        />
      ))}
    </g>
  );
}
