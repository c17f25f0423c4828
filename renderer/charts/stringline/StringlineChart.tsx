import type { Handoff, Mode } from '../../../shared/domain/records.ts';
import { HandoffShape } from '../frame/HandoffShape.tsx';
import type { Label } from '../frame/rects.ts';
import type { Viewport } from '../frame/wholePicture.ts';

import type { StringlineLayout } from './scene.ts';

const text = (label: Label, fill: string, halo = false) => (
  <text
    x={label.x}
    y={label.y}
    textAnchor={label.anchor}
    fontSize={label.size}
    fontWeight={label.weight}
    fill={fill}
    {...(halo
      ? { stroke: 'var(--card)', strokeWidth: 3, paintOrder: 'stroke', strokeLinejoin: 'round' as const }
      : {})}
  >
    {label.text}
  </text>
);

/** Draws the stringline: what only the model says is lighter, and of a dozen lines the selected one stands out. */
export function StringlineChart({
  layout,
  modes,
  selected,
  letters,
  patterns,
  active,
  viewport,
}: {
  readonly layout: StringlineLayout;
  /** Mode of each line. */
  readonly modes: readonly Mode[];
  /** Place of the line that is selected; null for none. */
  readonly selected: number | null;
  /** The letter of each kind of handoff. */
  readonly letters: Readonly<Record<Handoff['kind'], string>>;
  readonly patterns: string;
  readonly active: string | null;
  readonly viewport: Viewport;
}) {
  const { left, width } = layout;
  const alone = modes.length === 1;
  const opacity = (line: number, assumed = false): number =>
    (assumed ? 0.5 : 1) * (selected !== null && selected !== line ? 0.55 : 1);
  const tone = (line: number): string => (modes[line] === 'product' ? 'var(--product)' : 'var(--project)');
  const ink = (line: number): string =>
    modes[line] === 'product' ? 'var(--product-ink)' : 'var(--project-ink)';
  const focus = (id: string): object =>
    id === active ? { stroke: 'var(--focus)', strokeWidth: 2.5, opacity: 1 } : {};
  return (
    <g>
      {layout.stations.map((row, k) => (
        <g key={row.station.key}>
          {k % 2 === 1 && (
            <rect x={0} y={row.top} width={width} height={row.height} fill="var(--hover)" opacity={0.45} />
          )}
          <path d={`M0 ${row.top + row.height}H${width}`} stroke="var(--line)" />
        </g>
      ))}
      {layout.minor
        .filter(({ x }) => x >= left)
        .map(({ x }) => (
          <path
            key={x}
            d={`M${x} ${layout.headBottom}V${layout.height - 6}`}
            stroke="var(--line)"
            opacity={0.6}
          />
        ))}
      {layout.major.map(({ x }) => (
        <path
          key={x}
          d={`M${Math.max(left, x)} ${layout.headBottom}V${layout.height - 6}`}
          stroke="var(--line)"
          strokeWidth={1.4}
        />
      ))}
      {layout.stations.map((row) => (
        <g key={row.station.key}>
          {row.labels.map((label) => (
            <g key={label.y}>
              {text(
                label,
                row.station.kind === 'team' || row.station.kind === 'name' ? 'var(--ink)' : 'var(--ink-2)',
              )}
            </g>
          ))}
          {row.note && text(row.note, 'var(--ink-3)')}
          {row.rest.map(({ id, rect }) => (
            <rect key={id} {...rect} fill="var(--line-strong)" opacity={0.7} {...focus(id)} />
          ))}
        </g>
      ))}
      {layout.drops.map((drop) => (
        <g key={`${drop.line} ${drop.x} ${drop.fromY}`} opacity={opacity(drop.line, drop.assumed)}>
          <path
            d={`M${drop.x} ${drop.fromY}V${drop.toY}`}
            stroke={tone(drop.line)}
            strokeWidth={alone ? 2 : 1.5}
            {...(drop.assumed ? { strokeDasharray: '4 3' } : {})}
          />
          <path
            d={
              drop.toY > drop.fromY
                ? `M${drop.x - 3.5} ${drop.toY - 12}h7l-3.5 6z`
                : `M${drop.x - 3.5} ${drop.toY + 12}h7l-3.5 -6z`
            }
            fill={tone(drop.line)}
          />
        </g>
      ))}
      {layout.idle.map(({ line, x, to, y }) => (
        <path
          key={`${line} ${x} ${y}`}
          d={`M${x} ${y}H${to}`}
          stroke={tone(line)}
          strokeWidth={1.6}
          strokeDasharray="1.5 3"
          opacity={opacity(line)}
        />
      ))}
      {layout.waits.map(({ id, line, rect, assumed }) => (
        <g key={id} opacity={opacity(line)}>
          <rect {...rect} fill="var(--card)" />
          <rect
            {...rect}
            fill={`url(#${patterns}-wait)`}
            stroke={tone(line)}
            strokeWidth={0.8}
            opacity={assumed ? 0.5 : 1}
            {...(assumed ? { strokeDasharray: '3 2.5' } : {})}
            {...focus(id)}
          />
        </g>
      ))}
      {layout.stays.map(({ id, line, rect, assumed, open }) => {
        const round = modes[line] === 'product' ? rect.height / 2 : 0;
        return (
          <g key={id} opacity={opacity(line, assumed)}>
            {open ? (
              <path
                d={`M${rect.x + rect.width} ${rect.y}H${rect.x + round}a${round} ${round} 0 0 0 0 ${rect.height}H${rect.x + rect.width}`}
                fill="var(--product-soft)"
                stroke={tone(line)}
                strokeWidth={1.2}
                {...focus(id)}
              />
            ) : (
              <rect
                {...rect}
                rx={round}
                fill={round > 0 ? 'var(--product-soft)' : tone(line)}
                stroke={tone(line)}
                strokeWidth={1.2}
                {...(assumed ? { fill: 'var(--project-soft)', strokeDasharray: '4 3' } : {})}
                {...focus(id)}
              />
            )}
            {open && (
              <path
                d={`M${rect.x + rect.width - 6} ${rect.y + 1}l5 ${rect.height / 2 - 1}l-5 ${rect.height / 2 - 1}`}
                fill="none"
                stroke={tone(line)}
                strokeWidth={1.6}
              />
            )}
          </g>
        );
      })}
      {layout.releases.map(({ id, line, x, y, out }) => (
        <circle
          key={id}
          cx={x}
          cy={y}
          r={alone ? 5 : 3.6}
          fill={out ? 'var(--product)' : 'var(--card)'}
          stroke="var(--product)"
          strokeWidth={1.4}
          opacity={opacity(line)}
          {...(out ? {} : { strokeDasharray: '2.4 1.6' })}
          {...focus(id)}
        />
      ))}
      {layout.handoffs.map((mark) => (
        <g key={mark.id}>
          <g opacity={opacity(mark.line)}>
            <HandoffShape
              kind={mark.kind}
              x={mark.x}
              y={mark.y}
              r={mark.r}
              letter={letters[mark.kind]}
              assumed={mark.assumed}
              active={mark.id === active}
            />
          </g>
          {mark.label && text(mark.label, mark.assumed ? 'var(--ink-3)' : 'var(--ink)', true)}
        </g>
      ))}
      {layout.steps.map((label) => (
        <g key={`${label.x} ${label.y}`}>{text(label, 'var(--ink-2)')}</g>
      ))}
      {layout.starts.map(({ line, number, x, y, label }) => (
        <g key={line}>
          <g opacity={opacity(line)}>
            {modes[line] === 'product' ? (
              <circle cx={x} cy={y} r={7.5} fill={tone(line)} />
            ) : (
              <rect x={x - 7} y={y - 7} width={14} height={14} fill={tone(line)} />
            )}
          </g>
          <text x={x} y={y + 3.6} textAnchor="middle" fontSize={10} fontWeight={650} fill="var(--card)">
            {number}
          </text>
          {label && text(label, ink(line), true)}
        </g>
      ))}
      <g transform={`translate(0,${viewport.top})`}>
        <rect x={-2} width={width + 4} height={layout.headBottom - 2} fill="var(--card)" />
        {[...layout.major, ...layout.minor].map(
          ({ x, label }) =>
            label && (
              <g key={`${x} ${label.y}`}>{text(label, label.weight > 400 ? 'var(--ink)' : 'var(--ink-3)')}</g>
            ),
        )}
        <path d={`M0 ${layout.headBottom - 2}H${width}`} stroke="var(--line-strong)" strokeWidth={0.8} />
        {layout.focusBar && (
          <rect
            x={layout.focusBar.x}
            y={layout.headBottom - 4}
            width={layout.focusBar.width}
            height={4}
            fill="var(--ink-2)"
          />
        )}
      </g>
    </g>
  );
}
