import { useLayoutEffect, useRef } from 'react';
import type { Viewport } from '../frame/ChartFrame.tsx';
import { type CellLayout, HEAD_ANGLE, type MatrixLayout } from './layout.ts';
import styles from './matrix.module.css';

/** From this many marks on, the screen draws them on a canvas; an exported picture always has them as shapes. */
export const CANVAS_FROM = 2000;
const MARGIN = 60;

/** Draws a matrix layout; of a tall one only the rows in the viewport. */
export function MatrixChart({
  layout,
  patterns,
  active,
  selected,
  viewport,
  marksOnCanvas = false,
}: {
  readonly layout: MatrixLayout;
  readonly patterns: string;
  readonly active: string | null;
  /** Ids of the selected row and column. */
  readonly selected: { readonly row: string | null; readonly column: string | null };
  readonly viewport: Viewport;
  readonly marksOnCanvas?: boolean;
}) {
  const seen = (y: number): boolean => y > viewport.top - MARGIN && y < viewport.bottom + MARGIN;
  const { headBottom } = layout;
  const bottom = layout.height - 8;
  return (
    <g>
      {layout.rows
        .filter((row) => seen(row.y))
        .map((row) => (
          <g key={row.row.id}>
            {selected.row === row.row.id && (
              <rect x={0} y={row.y - 13} width={layout.width} height={26} fill="var(--selected)" rx={4} />
            )}
            <path d={`M0 ${row.y + 13.5}H${layout.width}`} stroke="var(--line)" />
            {row.row.flag === 'overlap' && <rect {...row.box} rx={3} fill={`url(#${patterns}-overlap)`} />}
            {row.row.flag === 'gap' && (
              <rect
                {...row.box}
                rx={5}
                fill="none"
                stroke="var(--gap)"
                strokeWidth={1.6}
                strokeDasharray="4 3"
              />
            )}
            <text
              x={row.name.x}
              y={row.name.y}
              fontSize={row.name.size}
              fontWeight={row.name.weight}
              fill="var(--ink)"
              textDecoration={active === `row:${row.row.id}` ? 'underline' : 'none'}
            >
              {row.name.text}
            </text>
            {row.group && (
              <text
                x={row.group.x}
                y={row.group.y}
                textAnchor="end"
                fontSize={row.group.size}
                fill="var(--ink-3)"
              >
                {row.group.text}
              </text>
            )}
            <rect {...row.bar.supply} fill="var(--supply)" />
            {row.bar.redundant && (
              <rect
                {...row.bar.redundant}
                fill={`url(#${patterns}-overlapBar)`}
                stroke="var(--overlap)"
                strokeWidth={1}
              />
            )}
            {row.bar.gap && (
              <rect
                {...row.bar.gap}
                fill="var(--gap-soft)"
                stroke="var(--gap)"
                strokeWidth={1.2}
                strokeDasharray="3 2"
              />
            )}
            {row.bar.needX !== null && (
              <path d={`M${row.bar.needX} ${row.y - 9}V${row.y + 9}`} stroke="var(--ink)" strokeWidth={2} />
            )}
            {row.bar.unknown && (
              <text
                x={row.bar.unknown.x}
                y={row.bar.unknown.y}
                fontSize={row.bar.unknown.size}
                fill="var(--ink-3)"
              >
                {row.bar.unknown.text}
              </text>
            )}
            {active === `bar:${row.row.id}` && (
              <rect
                x={row.bar.supply.x - 3}
                y={row.y - 11}
                width={layout.width - row.bar.supply.x + 3}
                height={22}
                fill="none"
                stroke="var(--focus)"
                strokeWidth={2}
                rx={4}
              />
            )}
          </g>
        ))}
      {layout.columns.map((column) => (
        <path
          key={column.column.id}
          d={`M${column.x} ${headBottom + 6}V${bottom}`}
          stroke={selected.column === column.column.id ? 'var(--focus)' : 'var(--line)'}
          strokeWidth={selected.column === column.column.id ? 2 : 1}
          opacity={0.7}
        />
      ))}
      {!marksOnCanvas &&
        layout.cells
          .filter((cell) => seen(cell.y))
          .map((cell) => <CellMark key={cell.id} cell={cell} active={active === cell.id} />)}
      {layout.others
        .filter((other) => seen(other.y))
        .map((other) => (
          <path
            key={other.id}
            d={`M${other.x} ${other.y - other.r}L${other.x + other.r} ${other.y}L${other.x} ${other.y + other.r}L${other.x - other.r} ${other.y}Z`}
            fill="var(--card)"
            stroke={active === other.id ? 'var(--focus)' : 'var(--ink-2)'}
            strokeWidth={active === other.id ? 2.5 : 1.4}
          />
        ))}
      <g transform={`translate(0,${viewport.top})`}>
        <rect x={-2} y={0} width={layout.width + 4} height={headBottom + 3} fill="var(--card)" />
        {layout.columns.map((column) => (
          <g key={column.column.id} transform={`translate(${column.x},${headBottom - 6})`}>
            <text
              transform={`translate(-1,-12) rotate(${-HEAD_ANGLE})`}
              fontSize={11.5}
              fill={column.column.mode === 'project' ? 'var(--project-ink)' : 'var(--product-ink)'}
              fontWeight={selected.column === column.column.id ? 700 : 400}
            >
              {column.text}
            </text>
            {column.column.mode === 'project' ? (
              <rect x={-4} y={-4} width={8} height={8} fill="var(--project)" />
            ) : (
              <circle r={4.3} fill="var(--product)" />
            )}
            {active === `column:${column.column.id}` && (
              <rect
                x={-7.5}
                y={-7.5}
                width={15}
                height={15}
                fill="none"
                stroke="var(--focus)"
                strokeWidth={2}
              />
            )}
          </g>
        ))}
        {layout.otherColumn && (
          <g transform={`translate(${layout.otherColumn.x},${headBottom - 6})`}>
            <text transform={`translate(-1,-12) rotate(${-HEAD_ANGLE})`} fontSize={11.5} fill="var(--ink-2)">
              {layout.otherColumn.text}
            </text>
            <path d="M0 -5L5 0L0 5L-5 0Z" fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.4} />
          </g>
        )}
        <text
          x={layout.barHead.need.x}
          y={layout.barHead.need.y}
          fontSize={layout.barHead.need.size}
          fontWeight={600}
          fill="var(--ink)"
        >
          {layout.barHead.need.text}
        </text>
        <path
          d={`M${layout.barHead.x} ${headBottom - 15}V${headBottom - 1}`}
          stroke="var(--ink)"
          strokeWidth={1.6}
        />
        <text
          x={layout.barHead.funded.x}
          y={layout.barHead.funded.y}
          fontSize={layout.barHead.funded.size}
          fill="var(--ink-2)"
        >
          {layout.barHead.funded.text}
        </text>
      </g>
    </g>
  );
}

function CellMark({ cell, active }: { readonly cell: CellLayout; readonly active: boolean }) {
  const stroke = active ? 'var(--focus)' : 'var(--card)';
  const strokeWidth = active ? 2.8 : 1;
  return cell.mode === 'project' ? (
    <rect
      x={cell.x - cell.r * 0.9}
      y={cell.y - cell.r * 0.9}
      width={cell.r * 1.8}
      height={cell.r * 1.8}
      fill="var(--project)"
      stroke={stroke}
      strokeWidth={strokeWidth}
    />
  ) : (
    <circle
      cx={cell.x}
      cy={cell.y}
      r={cell.r}
      fill="var(--product)"
      stroke={stroke}
      strokeWidth={strokeWidth}
    />
  );
}

/** The cells of a very large matrix on a canvas over the drawing, only where they can be seen. */
export function MatrixCanvas({
  layout,
  viewport,
  scale,
}: {
  readonly layout: MatrixLayout;
  readonly viewport: Viewport;
  readonly scale: number;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const top = viewport.top + layout.headBottom + 3;
  const height = Math.max(1, viewport.bottom - top);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const pixels = scale * (globalThis.devicePixelRatio || 1);
    canvas.width = Math.round(layout.width * pixels);
    canvas.height = Math.round(height * pixels);
    const style = getComputedStyle(canvas);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const fills = { project: colour('--project'), product: colour('--product') };
    context.setTransform(pixels, 0, 0, pixels, 0, -top * pixels);
    context.strokeStyle = colour('--card');
    for (const cell of layout.cells) {
      if (cell.y < top - 20 || cell.y > viewport.bottom + 20) continue;
      context.beginPath();
      if (cell.mode === 'project') {
        context.rect(cell.x - cell.r * 0.9, cell.y - cell.r * 0.9, cell.r * 1.8, cell.r * 1.8);
      } else {
        context.arc(cell.x, cell.y, cell.r, 0, 2 * Math.PI);
      }
      context.fillStyle = fills[cell.mode];
      context.fill();
      context.stroke();
    }
  }, [layout, top, height, viewport.bottom, scale]);
  return (
    <canvas
      ref={ref}
      className={styles.canvas}
      style={{ top: top * scale, width: layout.width * scale, height: height * scale }}
    />
  );
}
