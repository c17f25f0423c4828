import { labelText } from '../frame/labelText.tsx';
import type { Viewport } from '../frame/wholePicture.ts';
import { LOAD_ROW, type LoadGridCell, type LoadLayout } from './loadLayout.ts';

/** Draws the loads, of a tall grid only the rows in the viewport: too much has a triangle and its per cent. */
export function LoadChart({
  layout,
  active,
  viewport,
}: {
  readonly layout: LoadLayout;
  readonly active: string | null;
  readonly viewport: Viewport;
}) {
  const rows = layout.rows.filter(({ y }) => y > viewport.top - LOAD_ROW && y < viewport.bottom + LOAD_ROW);
  return (
    <g>
      {rows.map((row) => (
        <g key={row.teamId}>
          <path d={`M0 ${row.y + LOAD_ROW / 2}H${layout.width}`} stroke="var(--line)" />
          {labelText(row.name, 'var(--ink)')}
          {labelText(row.people, 'var(--ink-3)')}
          {row.cells.map((cell) => (
            <Cell key={cell.id} cell={cell} arrows={layout.arrows} active={cell.id === active} />
          ))}
        </g>
      ))}
      <g transform={`translate(0,${viewport.top})`}>
        <rect x={-2} width={layout.width + 4} height={layout.headBottom - 2} fill="var(--card)" />
        {[...layout.major, ...layout.minor].map(
          ({ x, label }) =>
            label && (
              <g key={`${x} ${label.y}`}>
                {labelText(label, label.weight > 400 ? 'var(--ink)' : 'var(--ink-3)')}
              </g>
            ),
        )}
        <path
          d={`M0 ${layout.headBottom - 2}H${layout.width}`}
          stroke="var(--line-strong)"
          strokeWidth={0.8}
        />
      </g>
      {layout.nowX !== null && (
        <path
          d={`M${layout.nowX} ${viewport.top + layout.headBottom - 2}V${Math.min(layout.height, viewport.bottom)}`}
          stroke="var(--ink)"
          strokeWidth={1.4}
        />
      )}
    </g>
  );
}

function Cell({
  cell,
  arrows,
  active,
}: {
  readonly cell: LoadGridCell;
  readonly arrows: boolean;
  readonly active: boolean;
}) {
  const { rect, state, used } = cell;
  if (state === 'idle') return null;
  const over = state === 'over';
  const middle = rect.x + rect.width / 2;
  const focus = active ? { stroke: 'var(--focus)', strokeWidth: 2.4 } : {};
  return (
    <g>
      <rect
        {...rect}
        rx={4}
        fill={over ? 'var(--danger-soft)' : state === 'unknown' ? 'var(--card)' : 'var(--hover)'}
        stroke={over ? 'var(--danger)' : 'var(--line-strong)'}
        strokeWidth={over ? 1.2 : 0.6}
        {...(state === 'unknown' ? { strokeDasharray: '3 2' } : {})}
        {...focus}
      />
      {state === 'fits' && used !== null && (
        <rect
          x={rect.x}
          y={rect.y + rect.height - 4}
          width={rect.width * Math.min(1, used)}
          height={4}
          rx={2}
          fill="var(--supply)"
        />
      )}
      {over && (arrows || cell.text === '') && (
        <path d={`M${rect.x + 9} ${rect.y + 8}l4.5 8h-9z`} fill="var(--danger)" />
      )}
      {cell.text !== '' && (
        <text
          x={over && arrows ? middle + 6 : middle}
          y={rect.y + rect.height / 2 + 3}
          textAnchor="middle"
          fontSize={11}
          fontWeight={over ? 650 : 400}
          fill={over ? 'var(--danger)' : 'var(--ink-2)'}
        >
          {cell.text}
        </text>
      )}
    </g>
  );
}
