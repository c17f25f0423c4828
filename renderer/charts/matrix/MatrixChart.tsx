import { useLayoutEffect, useRef } from 'react';
import type { Viewport } from '../frame/wholePicture.ts';
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
  const bottom = layout.sums ? layout.sums.y : layout.height - 8;
  const rows = layout.rows.filter((row) => seen(row.y));
  const columns = layout.columns.filter(({ column }) => column.id !== selected.column);
  const marked = layout.columns.find(({ column }) => column.id === selected.column);
  return (
    <g>
      <path d={rows.map((row) => `M0 ${row.y + 13.5}H${layout.width}`).join('')} stroke="var(--line)" />
      {rows.map((row) => (
        <g key={row.row.id}>
          {selected.row === row.row.id && (
            <rect x={0} y={row.y - 13} width={layout.width} height={26} fill="var(--selected)" rx={4} />
          )}
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
          <text
            x={row.sum.x}
            y={row.sum.y}
            textAnchor="end"
            fontSize={row.sum.size}
            fill={row.row.supply > 0 ? 'var(--ink)' : 'var(--ink-3)'}
          >
            {row.sum.text}
          </text>
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
      <path
        d={rows.map(({ bar, y }) => (bar.needX === null ? '' : `M${bar.needX} ${y - 9}V${y + 9}`)).join('')}
        stroke="var(--ink)"
        strokeWidth={2}
      />
      <path
        d={columns.map(({ x }) => `M${x} ${headBottom + 6}V${bottom}`).join('')}
        stroke="var(--line)"
        opacity={0.7}
      />
      {marked && (
        <path
          d={`M${marked.x} ${headBottom + 6}V${bottom}`}
          stroke="var(--focus)"
          strokeWidth={2}
          opacity={0.7}
        />
      )}
      {layout.sums && seen(layout.sums.y) && <ColumnSums layout={layout} />}
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
              fill={inkOf(column.column.mode)}
              fontWeight={selected.column === column.column.id ? 700 : 400}
            >
              {column.text}
            </text>
            <ColumnMark mode={column.column.mode} rest={column.column.rest === true} r={4.3} />
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

/** Money by column under the rows: a bar, and the number upright below it. */
function ColumnSums({ layout }: { readonly layout: MatrixLayout }) {
  const { sums, columns, otherColumn } = layout;
  if (!sums) return null;
  const feet = [...columns, ...(otherColumn ? [otherColumn] : [])];
  return (
    <g>
      <text x={sums.label.x} y={sums.label.y} fontSize={sums.label.size} fontWeight={600} fill="var(--ink)">
        {sums.label.text}
      </text>
      <text
        x={sums.total.x}
        y={sums.total.y}
        textAnchor="end"
        fontSize={sums.total.size}
        fontWeight={600}
        fill="var(--ink)"
      >
        {sums.total.text}
      </text>
      {feet.map(({ x, sum }) => (
        <g key={x}>
          <rect {...sum.bar} fill="var(--supply)" />
          <text
            transform={`translate(${x + 4},${sum.y}) rotate(-90)`}
            textAnchor="end"
            fontSize={11.5}
            fill="var(--ink-2)"
          >
            {sum.text}
          </text>
        </g>
      ))}
    </g>
  );
}

const inkOf = (mode: CellLayout['mode']): string => (mode === null ? 'var(--ink)' : `var(--${mode}-ink)`);

/** Projects are squares, product teams circles, all others rounded; what nobody is named for is hollow. */
function ColumnMark({
  mode,
  rest,
  r,
  stroke = 'none',
  strokeWidth = 0,
}: {
  readonly mode: CellLayout['mode'];
  readonly rest: boolean;
  readonly r: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
}) {
  const outline = { stroke, strokeWidth };
  if (mode === 'product') return <circle r={r} fill="var(--product)" {...outline} />;
  const side = { x: -r * 0.9, y: -r * 0.9, width: r * 1.8, height: r * 1.8 };
  if (mode === 'project') return <rect {...side} fill="var(--project)" {...outline} />;
  if (!rest) return <rect {...side} rx={r * 0.55} fill="var(--ink-2)" {...outline} />;
  return (
    <rect
      {...side}
      rx={r * 0.55}
      fill="var(--card)"
      stroke={strokeWidth > 2 ? stroke : 'var(--ink-2)'}
      strokeWidth={strokeWidth > 2 ? strokeWidth : 1.4}
    />
  );
}

function CellMark({ cell, active }: { readonly cell: CellLayout; readonly active: boolean }) {
  return (
    <g transform={`translate(${cell.x},${cell.y})`}>
      <ColumnMark
        mode={cell.mode}
        rest={cell.rest}
        r={cell.r}
        stroke={active ? 'var(--focus)' : 'var(--card)'}
        strokeWidth={active ? 2.8 : 1}
      />
    </g>
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
    const fills = { project: colour('--project'), product: colour('--product'), none: colour('--ink-2') };
    context.setTransform(pixels, 0, 0, pixels, 0, -top * pixels);
    context.strokeStyle = colour('--card');
    for (const cell of layout.cells) {
      if (cell.y < top - 20 || cell.y > viewport.bottom + 20) continue;
      context.beginPath();
      const [x, y, side] = [cell.x - cell.r * 0.9, cell.y - cell.r * 0.9, cell.r * 1.8];
      if (cell.mode === 'product') context.arc(cell.x, cell.y, cell.r, 0, 2 * Math.PI);
      else if (cell.mode === 'project') context.rect(x, y, side, side);
      else context.roundRect(x, y, side, side, cell.r * 0.55);
      context.fillStyle = fills[cell.mode ?? 'none'];
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
