import { labelText } from '../frame/labelText.tsx';
import type { Viewport } from '../frame/wholePicture.ts';
import { PARTNER_ROW, type PartnersCell, type PartnersLayout } from './layout.ts';

/** Draws who holds what: a share as number and bar, too much with a thick frame and a triangle, not known dashed. */
export function PartnersChart({
  layout,
  active,
  selectedPartner,
  selectedCapability,
  viewport,
}: {
  readonly layout: PartnersLayout;
  readonly active: string | null;
  readonly selectedPartner: string | null;
  readonly selectedCapability: string | null;
  readonly viewport: Viewport;
}) {
  const { columns, left, width, height } = layout;
  const lines = layout.lines.filter(
    ({ y }) => y > viewport.top - PARTNER_ROW && y < viewport.bottom + PARTNER_ROW,
  );
  const step = columns.length > 1 ? columns[1]!.x - columns[0]!.x : 60;
  return (
    <g>
      {layout.titles.map((label) => (
        <g key={label.x}>{labelText(label, 'var(--ink-2)')}</g>
      ))}
      {columns.map((column) => {
        const chosen = column.key === selectedPartner;
        return (
          <g key={column.key}>
            {(chosen || active === `partner:${column.key}`) && (
              <rect
                x={column.x - step / 2 + 1}
                y={column.label.y - 10}
                width={step - 2}
                height={height - column.label.y}
                rx={4}
                fill={chosen ? 'var(--selected)' : 'var(--hover)'}
              />
            )}
            <path
              d={`M${column.x} ${column.label.y + 6}V${height - 10}`}
              stroke="var(--line)"
              opacity={0.8}
            />
            {labelText(column.label, column.key.startsWith('#') ? 'var(--ink-2)' : 'var(--ink)', {
              turned: true,
            })}
          </g>
        );
      })}
      {lines.map((line) => {
        const { row, y } = line;
        const chosen = selectedCapability === row.capabilityId;
        return (
          <g key={row.capabilityId}>
            {(chosen || active === `row:${row.capabilityId}`) && (
              <rect
                x={0}
                y={y - PARTNER_ROW / 2}
                width={chosen ? width : left - 6}
                height={PARTNER_ROW}
                rx={4}
                fill={chosen ? 'var(--selected)' : 'var(--hover)'}
              />
            )}
            <path d={`M0 ${y + PARTNER_ROW / 2}H${width}`} stroke="var(--line)" />
            {labelText(line.name, 'var(--ink)')}
            {line.held !== 'no' && (
              <path
                d={`M${line.largest.x - line.largest.width - 13} ${y + 4}l4.5 -8l4.5 8z`}
                fill={line.held === 'held' ? 'var(--danger)' : 'var(--card)'}
                stroke="var(--danger)"
                strokeWidth={1.2}
              />
            )}
            {labelText(line.largest, line.held === 'held' ? 'var(--danger)' : 'var(--ink-2)')}
            {labelText(line.who, 'var(--ink-2)')}
            {line.cells.map((cell) => (
              <Cell key={cell.id} cell={cell} active={cell.id === active} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function Cell({ cell, active }: { readonly cell: PartnersCell; readonly active: boolean }) {
  const { rect, filled, open, state, unknown } = cell;
  const held = state === 'held';
  const paint = active
    ? { stroke: 'var(--focus)', strokeWidth: 2.6 }
    : state !== 'no'
      ? { stroke: 'var(--danger)', strokeWidth: held ? 2 : 1.3 }
      : { stroke: 'var(--line-strong)', strokeWidth: 0.8 };
  const base = rect.y + rect.height - 5;
  const long = (share: number): number => Math.max(1, (rect.width - 4) * share);
  return (
    <g>
      <rect
        {...rect}
        rx={3}
        fill={held ? 'var(--danger-soft)' : 'var(--card)'}
        {...paint}
        {...(unknown && !active ? { strokeDasharray: '3 2' } : {})}
      />
      {open > filled && (
        <rect
          x={rect.x + 2}
          y={base + 0.5}
          width={long(open)}
          height={3}
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth={0.8}
        />
      )}
      {filled > 0 && (
        <rect
          x={rect.x + 2}
          y={base}
          width={long(filled)}
          height={3.5}
          fill={held ? 'var(--danger)' : 'var(--supply)'}
        />
      )}
      {labelText(cell.text, held ? 'var(--danger)' : 'var(--ink)')}
    </g>
  );
}
