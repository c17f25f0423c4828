import type { ReactElement } from 'react';
import type { Label } from './rects.ts';

/** How a label stands otherwise than usual. */
export interface LabelLook {
  /** Every digit as wide as the others, for figures in columns. */
  readonly figures?: boolean;
  /** Rising to the right, for heads of narrow columns. */
  readonly turned?: boolean;
}

/** A label at the place that a layout gave it. */
export function labelText(
  label: Label,
  fill: string,
  { figures = false, turned = false }: LabelLook = {},
): ReactElement {
  return (
    <text
      x={turned ? 0 : label.x}
      y={turned ? 0 : label.y}
      textAnchor={label.anchor}
      fontSize={label.size}
      fontWeight={label.weight}
      fill={fill}
      {...(turned ? { transform: `translate(${label.x},${label.y}) rotate(-45)` } : {})}
      {...(figures ? { style: { fontVariantNumeric: 'tabular-nums' } } : {})}
    >
      {label.text}
    </text>
  );
}
