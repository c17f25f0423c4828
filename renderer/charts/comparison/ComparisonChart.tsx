import { labelText } from '../frame/labelText.tsx';
import { StateShape } from '../frame/StateShape.tsx';
import { VerdictLine, verdictColour } from '../frame/VerdictLine.tsx';
import type { ComparisonLayout, Dumbbell } from './layout.ts';
import type { SlopeLine } from './slope.ts';

const inkOf = { better: 'var(--product-ink)', worse: 'var(--project-ink)', same: 'var(--ink-2)' } as const;

/** Draws the comparison: the base as a tick, each state as its letter, better solid and round, worse dashed and square. */
export function ComparisonChart({
  layout,
  active,
  selected,
}: {
  readonly layout: ComparisonLayout;
  readonly active: string | null;
  readonly selected: string | null;
}) {
  return (
    <g>
      {layout.heads.map((head) => (
        <g key={`${head.x}`}>{labelText(head, 'var(--ink-2)', { figures: true })}</g>
      ))}
      {layout.rules.map((y) => (
        <path key={y} d={`M0 ${y}H${layout.width}`} stroke="var(--line)" />
      ))}
      {layout.zero && (
        <path
          d={`M${layout.zero.x} ${layout.zero.top}V${layout.zero.bottom}`}
          stroke="var(--ink)"
          strokeWidth={1.6}
        />
      )}
      {layout.rows.map((row) => (
        <g key={row.row.measure}>
          {active === row.row.measure && (
            <rect
              x={-6}
              y={row.y + 2}
              width={layout.width + 12}
              height={row.height - 4}
              rx={6}
              fill="var(--selected)"
            />
          )}
          {labelText(row.name, 'var(--ink)', { figures: true })}
          {row.dumbbells.map((each) => (
            <Bell key={each.state} bell={each} />
          ))}
          {row.cells.map((cell) => (
            <g key={`${cell.x} ${cell.y}`}>
              {labelText(cell, cell.verdict === null ? 'var(--ink-2)' : inkOf[cell.verdict], {
                figures: true,
              })}
            </g>
          ))}
        </g>
      ))}
      {layout.dotsTitle && labelText(layout.dotsTitle, 'var(--ink)', { figures: true })}
      {layout.dots.map((strip) => (
        <g key={strip.state}>
          <path
            d={`M${strip.zeroX} ${strip.y}V${strip.baseline + 3}`}
            stroke="var(--ink)"
            strokeWidth={1.2}
          />
          {strip.dots.map((dot, k) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: the dots are quantiles, their place is what they are
              key={k}
              cx={dot.x}
              cy={dot.y}
              r={strip.radius - 0.7}
              fill={dot.ahead ? 'var(--product)' : 'var(--card)'}
              stroke={dot.ahead ? 'var(--product)' : 'var(--project)'}
              strokeWidth={1.4}
            />
          ))}
          <StateShape x={10} y={strip.y + 11} letter={strip.letter} verdict="same" />
          {strip.labels.map((label) => (
            <g key={`${label.x} ${label.y}`}>{labelText(label, 'var(--ink-2)', { figures: true })}</g>
          ))}
        </g>
      ))}
      {layout.slope && (
        <g>
          {labelText(layout.slope.title, 'var(--ink)', { figures: true })}
          {layout.slope.lines.map((line) => (
            <Slope
              key={line.id}
              line={line}
              lit={active === `initiative/${line.id}` || selected === line.id}
            />
          ))}
          {layout.slope.more && labelText(layout.slope.more, 'var(--ink-3)', { figures: true })}
        </g>
      )}
    </g>
  );
}

function Bell({ bell }: { readonly bell: Dumbbell }) {
  const { from, to, y, verdict } = bell;
  return (
    <g>
      {Math.abs(to - from) > 9 && (
        <VerdictLine verdict={verdict} d={`M${from} ${y}H${to}`} strokeWidth={2.4} />
      )}
      <StateShape x={to} y={y} letter={bell.letter} verdict={verdict} />
    </g>
  );
}

function Slope({ line, lit }: { readonly line: SlopeLine; readonly lit: boolean }) {
  const { x1, y1, x2, y2, kind, verdict } = line;
  const stroke = kind === 'changed' ? verdictColour[verdict] : 'var(--ink-3)';
  const ink = lit ? 'var(--ink)' : 'var(--ink-2)';
  return (
    <g>
      {kind === 'changed' && (
        <VerdictLine verdict={verdict} d={`M${x1} ${y1}L${x2} ${y2}`} strokeWidth={lit ? 3.2 : 1.8} />
      )}
      {line.left && <circle cx={x1} cy={y1} r={3.6} fill="var(--card)" stroke={stroke} strokeWidth={1.8} />}
      {line.right && <circle cx={x2} cy={y2} r={3.6} fill={stroke} />}
      {line.left && Math.abs(line.left.y - 4 - y1) > 2 && (
        <path
          d={`M${x1 - 8} ${line.left.y - 4}L${x1 - 4} ${y1}`}
          stroke="var(--line-strong)"
          strokeWidth={0.8}
        />
      )}
      {line.right && Math.abs(line.right.y - 4 - y2) > 2 && (
        <path
          d={`M${x2 + 8} ${line.right.y - 4}L${x2 + 4} ${y2}`}
          stroke="var(--line-strong)"
          strokeWidth={0.8}
        />
      )}
      {line.left && labelText(line.left, ink, { figures: true })}
      {line.right && labelText(line.right, ink, { figures: true })}
    </g>
  );
}
