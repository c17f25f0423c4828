import { LEGEND_SIZE, type PlacedLegendItem, swatchWidth } from './legend.ts';
import { coverSwatches } from './swatches/coverSwatches.tsx';
import { markSwatches } from './swatches/markSwatches.tsx';
import type { Swatches } from './swatches/swatch.ts';
import { timeSwatches } from './swatches/timeSwatches.tsx';

/** Every swatch; one that nobody draws does not compile. */
const swatches: Required<Swatches> = { ...timeSwatches, ...coverSwatches, ...markSwatches };

/** Draws legend entries that `layoutLegend` has placed. `patterns` is the id given to `Patterns` in the same drawing. */
export function LegendDrawing({
  items,
  patterns,
  x = 0,
  y = 0,
}: {
  readonly items: readonly PlacedLegendItem[];
  readonly patterns: string;
  readonly x?: number;
  readonly y?: number;
}) {
  return (
    <g transform={`translate(${x},${y})`}>
      {items.map((item) => (
        <g key={item.label} transform={`translate(${item.x},${item.y})`}>
          {swatches[item.swatch]({ patterns, letter: item.letter ?? '' })}
          <text
            x={swatchWidth(item.swatch)}
            y={LEGEND_SIZE * 0.35}
            fontSize={LEGEND_SIZE}
            fill="var(--ink-2)"
          >
            {item.label}
          </text>
        </g>
      ))}
    </g>
  );
}
