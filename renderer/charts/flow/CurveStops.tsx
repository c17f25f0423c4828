import type { ReactNode } from 'react';
import type { CurveStop } from './knowledge.ts';

const R = 3.2;

/** What stands on the curves: a square on those of the project and a circle on those of the product team, so that they are told apart without colour; and the stop that is pointed at. */
export function CurveStops({
  stops,
  isActive,
}: {
  readonly stops: readonly CurveStop[];
  readonly isActive: (id: string) => boolean;
}): ReactNode {
  return (
    <g>
      {stops.map(({ id, x, y, of }) => (
        <g key={id}>
          {of === 'project' && (
            <rect
              x={x - R}
              y={y - R}
              width={2 * R}
              height={2 * R}
              fill="var(--project)"
              stroke="var(--card)"
              strokeWidth={0.8}
            />
          )}
          {of === 'product' && (
            <circle cx={x} cy={y} r={R + 0.3} fill="var(--product)" stroke="var(--card)" strokeWidth={0.8} />
          )}
          {isActive(id) && (
            <circle cx={x} cy={y} r={4.5} fill="var(--card)" stroke="var(--focus)" strokeWidth={2.5} />
          )}
        </g>
      ))}
    </g>
  );
}
