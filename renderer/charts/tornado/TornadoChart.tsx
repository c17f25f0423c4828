import { labelText } from '../frame/labelText.tsx';
import type { TornadoLayout } from './layout.ts';

/** Draws a tornado layout: hollow bars lead to a parameter's low end, filled ones to its high end, a cross marks a change of winner. */
export function TornadoChart({
  layout,
  active,
}: {
  readonly layout: TornadoLayout;
  readonly active: string | null;
}) {
  return (
    <g>
      {layout.ticks.map((tick) => (
        <g key={tick.x}>
          <path d={`M${tick.x} ${layout.top}V${layout.bottom}`} stroke="var(--line)" />
          {tick.label && labelText(tick.label, 'var(--ink-3)')}
        </g>
      ))}
      {layout.sides.map((label) => (
        <g key={label.text}>
          {labelText(label, label.anchor === 'end' ? 'var(--project-ink)' : 'var(--product-ink)')}
        </g>
      ))}
      {/* Between the words of both sides and the bars stands the tick of zero. */}
      <path
        d={`M${layout.zeroX} 6V22M${layout.zeroX} ${layout.top}V${layout.bottom}`}
        stroke="var(--line-strong)"
        strokeWidth={1.6}
      />
      {layout.bars.map((bar) => (
        <g key={bar.id}>
          {active === bar.id && (
            <rect x={0} y={bar.y - 13} width={layout.width} height={26} fill="var(--hover)" rx={4} />
          )}
          {labelText(bar.name, 'var(--ink)')}
          <rect {...bar.low} fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.4} />
          <rect {...bar.high} fill="var(--ink-2)" />
          {bar.lowLabel && labelText(bar.lowLabel, 'var(--ink-3)')}
          {bar.highLabel && labelText(bar.highLabel, 'var(--ink-3)')}
          {bar.breakEven && labelText(bar.breakEven, 'var(--ink)')}
          {bar.flips && (
            <path
              d={`M${layout.zeroX - 5} ${bar.y - 5}L${layout.zeroX + 5} ${bar.y + 5}M${layout.zeroX + 5} ${bar.y - 5}L${layout.zeroX - 5} ${bar.y + 5}`}
              stroke="var(--danger)"
              strokeWidth={2.2}
            />
          )}
        </g>
      ))}
      <path
        d={`M${layout.baseX} ${layout.top}V${layout.bottom}`}
        stroke="var(--ink)"
        strokeWidth={1.6}
        strokeDasharray="4 3"
      />
    </g>
  );
}
