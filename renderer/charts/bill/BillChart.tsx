import { labelText } from '../frame/labelText.tsx';
import type { BillLayout } from './layout.ts';

/** Draws the bill: square bars of projects, dotted, rounded ones of product teams, dashed what is forgone, a whisker for the range. */
export function BillChart({
  layout,
  patterns,
  active,
}: {
  readonly layout: BillLayout;
  readonly patterns: string;
  readonly active: string | null;
}) {
  return (
    <g>
      {layout.heads.map((head) => (
        <g key={`${head.x} ${head.y}`}>{labelText(head, 'var(--ink-2)', { figures: true })}</g>
      ))}
      {layout.rules.map((y) => (
        <path key={y} d={`M0 ${y}H${layout.width}`} stroke="var(--line-strong)" strokeWidth={0.8} />
      ))}
      {labelText(layout.priceHead, 'var(--ink-2)', { figures: true })}
      {layout.rows.map((bar) => (
        <g key={bar.row.id}>
          {active === bar.row.id && (
            <rect x={-6} y={bar.y - 20} width={layout.width + 12} height={40} rx={6} fill="var(--selected)" />
          )}
          {labelText(bar.name, 'var(--ink)', { figures: true })}
          {bar.all && <rect {...bar.all} fill="none" stroke="var(--ink-3)" strokeWidth={1} />}
          {bar.project && <rect {...bar.project} fill="var(--project)" />}
          {bar.product && (
            <path d={rounded(bar.product)} fill={`url(#${patterns}-product)`} stroke="var(--product)" />
          )}
          {bar.forgone && (
            <rect
              x={bar.forgone.x + 0.7}
              y={bar.forgone.y + 0.7}
              width={Math.max(0.5, bar.forgone.width - 1.4)}
              height={bar.forgone.height - 1.4}
              fill="none"
              stroke="var(--ink-2)"
              strokeWidth={1.3}
              strokeDasharray="4 2.5"
            />
          )}
          {bar.range && (
            <path
              d={`M${bar.range.from} ${bar.range.y}H${bar.range.to}M${bar.range.from} ${bar.range.y - 4}v8M${bar.range.to} ${bar.range.y - 4}v8`}
              fill="none"
              stroke="var(--ink)"
              strokeWidth={1.6}
            />
          )}
          {bar.ifs && (
            <>
              <path
                d={`M${bar.ifs.project} ${bar.ifs.y}H${bar.ifs.product}`}
                stroke="var(--line-strong)"
                strokeWidth={1}
              />
              <rect
                x={bar.ifs.project - 3.8}
                y={bar.ifs.y - 3.8}
                width={7.6}
                height={7.6}
                fill="var(--card)"
                stroke="var(--project)"
                strokeWidth={1.8}
              />
              <circle
                cx={bar.ifs.product}
                cy={bar.ifs.y}
                r={4}
                fill="var(--card)"
                stroke="var(--product)"
                strokeWidth={1.8}
              />
            </>
          )}
          {bar.cells.map((cell) => (
            <g key={cell.x}>
              {labelText(cell, cell.weight > 400 ? 'var(--ink)' : 'var(--ink-2)', { figures: true })}
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}

/** A bar with a round end to the right, as far as it is long enough. */
function rounded({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  const r = Math.min(height / 2, width);
  return `M${x} ${y}H${x + width - r}A${r} ${height / 2} 0 0 1 ${x + width - r} ${y + height}H${x}Z`;
}
