import { CarrierShape } from '../frame/CarrierShape.tsx';
import { labelText } from '../frame/labelText.tsx';
import type { Viewport } from '../frame/wholePicture.ts';
import type { CarryCell, CarryLayout } from './layout.ts';

/** Draws who carries what, of a tall picture only the rows in the viewport: round stays, square goes, dashed is not known. */
export function CarryChart({
  layout,
  patterns,
  active,
  selected,
  viewport,
}: {
  readonly layout: CarryLayout;
  readonly patterns: string;
  readonly active: string | null;
  /** Id of the capability that is selected. */
  readonly selected: string | null;
  readonly viewport: Viewport;
}) {
  const { strip, columns, left, right, width } = layout;
  const lines = layout.lines.filter(({ y }) => y > viewport.top - 40 && y < viewport.bottom + 40);
  return (
    <g>
      {strip && (
        <g>
          {labelText(strip.title, 'var(--ink)')}
          {strip.minor.map(({ x, label }) => label && <g key={x}>{labelText(label, 'var(--ink-3)')}</g>)}
          {strip.major.map(({ x, label }) => (
            <g key={x}>
              {x >= left && <path d={`M${x} ${strip.top}V${strip.base + 36}`} stroke="var(--line)" />}
              {label && labelText(label, 'var(--ink)')}
            </g>
          ))}
          <path d={`M${left} ${strip.base}H${right}`} stroke="var(--line-strong)" />
          {strip.now && (
            <g>
              <path d={`M${strip.now.x} 2V${strip.base}`} stroke="var(--ink)" strokeWidth={1.4} />
              {labelText(strip.now.label, 'var(--ink)')}
            </g>
          )}
          {strip.bars.map(({ id, rect, alone, chosen, quarter }) => (
            <g key={id}>
              {(chosen || id === active) && (
                <rect
                  x={rect.x - 1.5}
                  y={strip.top}
                  width={rect.width + 3}
                  height={strip.base - strip.top}
                  fill={chosen ? 'var(--selected)' : 'var(--hover)'}
                />
              )}
              <rect {...rect} fill="var(--card)" />
              <rect
                {...rect}
                fill={`url(#${patterns}-wait)`}
                stroke={id === active ? 'var(--focus)' : 'var(--project)'}
                strokeWidth={id === active ? 2.4 : 1}
                {...(quarter.money === 0 && quarter.unknownMoney > 0 ? { strokeDasharray: '2.5 2' } : {})}
              />
              {alone && <CarrierShape step={1} x={alone.x} y={alone.y} text={alone.text} />}
            </g>
          ))}
        </g>
      )}
      {strip?.losses && (
        <g>
          {labelText(strip.losses.title, 'var(--ink)')}
          <path d={`M${left} ${strip.losses.base}H${right}`} stroke="var(--line-strong)" />
          {strip.losses.bars.map(({ id, rect, label }) => (
            <g key={id}>
              <rect
                {...rect}
                fill={`url(#${patterns}-relearn)`}
                stroke={id === active ? 'var(--focus)' : 'var(--project)'}
                strokeWidth={id === active ? 2.4 : 1}
              />
              {label && labelText(label, 'var(--ink-2)')}
            </g>
          ))}
        </g>
      )}
      {layout.titles.map((label) => (
        <g key={label.x}>{labelText(label, 'var(--ink-2)')}</g>
      ))}
      {columns.map((column) => (
        <g key={column.key}>
          <path
            d={`M${column.x} ${column.label.y + 6}V${layout.height - 10}`}
            stroke="var(--line)"
            opacity={0.8}
          />
          {labelText(column.label, column.kind === 'team' ? 'var(--ink)' : 'var(--ink-2)', { turned: true })}
        </g>
      ))}
      {lines.map((line) => {
        const { row, y } = line;
        const lit = selected === row.capabilityId || active === `row:${row.capabilityId}`;
        return (
          <g key={row.capabilityId}>
            {lit && (
              <rect
                x={0}
                y={y - 14}
                width={width}
                height={28}
                rx={4}
                fill={selected === row.capabilityId ? 'var(--selected)' : 'var(--hover)'}
              />
            )}
            {line.isAlone && (
              <rect
                x={left}
                y={y - 10}
                width={right - left}
                height={20}
                rx={5}
                fill="none"
                stroke="var(--gap)"
                strokeWidth={1.4}
                strokeDasharray="4 3"
              />
            )}
            <path d={`M0 ${y + 14}H${width}`} stroke="var(--line)" />
            {labelText(line.name, 'var(--ink)')}
            <CarrierShape step={line.step} x={line.countX} y={y} text={line.count} />
            {line.alone && labelText(line.alone, row.aloneFrom === null ? 'var(--ink-3)' : 'var(--gap-ink)')}
            {line.cells.map((cell) => (
              <Cell key={cell.id} cell={cell} active={cell.id === active} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function Cell({ cell, active }: { readonly cell: CarryCell; readonly active: boolean }) {
  const { x, y, r, kind, stays, unknownMoney, only, real, money, bar } = cell;
  const hollow = unknownMoney || kind === 'unknown';
  const tone = kind === 'unknown' ? 'var(--ink-2)' : stays ? 'var(--product)' : 'var(--project)';
  const paint = {
    fill: hollow ? 'var(--card)' : tone,
    stroke: active ? 'var(--focus)' : tone,
    strokeWidth: active ? 2.8 : 1.5,
    opacity: real ? 1 : 0.45,
    ...(kind === 'unknown' && !active ? { strokeDasharray: '2.5 2' } : {}),
  };
  return (
    <g>
      {only && (
        <path
          d={`M${x} ${y - r - 6}L${x + r + 6} ${y}L${x} ${y + r + 6}L${x - r - 6} ${y}Z`}
          fill="var(--gap-soft)"
          stroke="var(--gap)"
          strokeWidth={1.4}
          strokeDasharray="3 2"
        />
      )}
      {stays || kind === 'unknown' ? (
        <circle cx={x} cy={y} r={r} {...paint} />
      ) : (
        <rect x={x - r} y={y - r} width={2 * r} height={2 * r} {...paint} />
      )}
      {money && labelText(money, 'var(--ink-2)')}
      {bar && (
        <rect
          {...bar}
          fill="var(--hover)"
          stroke={tone}
          strokeWidth={0.8}
          {...(kind === 'unknown' ? { strokeDasharray: '2.5 2' } : {})}
        />
      )}
    </g>
  );
}
