import { useLayoutEffect, useRef } from 'react';
import type { Label } from '../frame/rects.ts';
import { LEAST_TARGET, type MapLayout, QUIET, squareOf } from './layout.ts';

/** From this many marks on, the screen draws the quiet ones on a canvas; an exported picture always has shapes. */
export const CANVAS_FROM = 2000;
/** One path of thousands of shapes takes a third longer to fill in than several; images of the shapes, three times as long. */
const MARKS_A_PATH = 250;

const text = (label: Label, fill: string, halo = false) => (
  <text
    x={label.x}
    y={label.y}
    textAnchor={label.anchor}
    fontSize={label.size}
    fontWeight={label.weight}
    fill={fill}
    {...(halo
      ? { stroke: 'var(--card)', strokeWidth: 3.5, paintOrder: 'stroke', strokeLinejoin: 'round' }
      : {})}
  >
    {label.text}
  </text>
);

/** Draws the map: squares for projects, circles for product teams, a few lit with arrows, the rest hollow and quiet. */
export function MapChart({
  layout,
  active,
  selected,
  greyOnCanvas = false,
  clip,
}: {
  readonly layout: MapLayout;
  readonly active: string | null;
  readonly selected: string | null;
  readonly greyOnCanvas?: boolean;
  /** Id for the clip path, its own in each drawing. */
  readonly clip: string;
}) {
  const { plot } = layout;
  const bottom = plot.y + plot.height;
  const right = layout.neverX === null ? plot.x + plot.width : layout.width;
  return (
    <g>
      <defs>
        <clipPath id={clip}>
          <rect x={plot.x - 20} y={plot.y - 4} width={right - plot.x + 40} height={plot.height + 8} />
        </clipPath>
      </defs>
      {layout.yTicks.map(({ y, label }) => (
        <g key={y}>
          <path d={`M${plot.x} ${y}H${plot.x + plot.width}`} stroke="var(--line)" />
          {text(label, 'var(--ink-3)')}
        </g>
      ))}
      {layout.xTicks.map(({ x, label }) => (
        <g key={x}>
          <path d={`M${x} ${plot.y}V${bottom}`} stroke="var(--line)" />
          {label && text(label, 'var(--ink-3)')}
        </g>
      ))}
      {layout.neverX !== null && (
        <path d={`M${layout.neverX} ${plot.y}V${bottom}`} stroke="var(--line-strong)" strokeDasharray="2 4" />
      )}
      {layout.titles.map((title) => (
        <g key={title.text}>{text(title, 'var(--ink-2)')}</g>
      ))}
      {greyOnCanvas ? (
        <foreignObject width={layout.width} height={layout.height}>
          <GreyCanvas layout={layout} />
        </foreignObject>
      ) : (
        <g clipPath={`url(#${clip})`} fill="none" strokeWidth={1.1} opacity={0.6}>
          <path d={shapesOf(layout.grey.project, 'project')} stroke="var(--project)" />
          <path d={shapesOf(layout.grey.product, 'product')} stroke="var(--product)" />
        </g>
      )}
      {layout.arrows.map(({ item, path, head, ring, x, y, r }) => (
        <g key={item.id}>
          {ring && (
            <ellipse
              {...ring}
              fill="none"
              stroke={item.mode === 'project' ? 'var(--product)' : 'var(--project)'}
              strokeWidth={1.3}
              strokeDasharray="2.5 3"
            />
          )}
          {path !== '' && (
            <>
              <path d={path} fill="none" stroke="var(--ink-2)" strokeWidth={1.5} />
              <path d={head} fill="var(--ink-2)" />
            </>
          )}
          {item.mode === 'project' ? (
            <circle cx={x} cy={y} r={r} fill="var(--product)" stroke="var(--card)" />
          ) : (
            <rect
              x={x - r * 0.9}
              y={y - r * 0.9}
              width={r * 1.8}
              height={r * 1.8}
              fill="var(--project)"
              stroke="var(--card)"
            />
          )}
        </g>
      ))}
      {layout.lit.map((mark) => (
        <g key={mark.item.id}>
          {mark.item.mode === 'project' ? (
            <rect
              x={mark.x - mark.r * 0.9}
              y={mark.y - mark.r * 0.9}
              width={mark.r * 1.8}
              height={mark.r * 1.8}
              fill="var(--project)"
              stroke="var(--card)"
            />
          ) : (
            <circle cx={mark.x} cy={mark.y} r={mark.r} fill="var(--product)" stroke="var(--card)" />
          )}
        </g>
      ))}
      {layout.labels.map((label) => (
        <g key={label.id}>{text(label, 'var(--ink)', true)}</g>
      ))}
      <Focus layout={layout} id={active} stroke="var(--focus)" width={2.4} />
      {selected !== active && <Focus layout={layout} id={selected} stroke="var(--ink)" width={1.6} />}
    </g>
  );
}

function Focus({
  layout,
  id,
  stroke,
  width,
}: {
  readonly layout: MapLayout;
  readonly id: string | null;
  readonly stroke: string;
  readonly width: number;
}) {
  if (id === null) return null;
  // What is lit is found without the marks, which a map that is being moved does not have.
  const lit = layout.lit.find(({ item }) => item.id === id);
  const rect = lit
    ? squareOf({ ...lit, r: Math.max(lit.r, LEAST_TARGET) })
    : layout.marks.find((each) => each.id === id)?.rect;
  if (!rect) return null;
  const { x, y, width: size } = rect;
  return (
    <rect
      x={x - 3}
      y={y - 3}
      width={size + 6}
      height={size + 6}
      rx={5}
      fill="none"
      stroke={stroke}
      strokeWidth={width}
    />
  );
}

/** All quiet marks of a mode as one path: thousands of elements would take longer than the drawing itself. */
function shapesOf(marks: Float64Array, mode: 'project' | 'product'): string {
  const parts: string[] = [];
  for (let at = 0; at < marks.length; at += QUIET) {
    const r = marks[at + 2]!;
    const s = (r * 0.9).toFixed(1);
    const [cx, cy, d] = [marks[at]!.toFixed(1), marks[at + 1]!.toFixed(1), (2 * r).toFixed(1)];
    const k = r.toFixed(1);
    if (mode === 'project') {
      const side = (r * 1.8).toFixed(1);
      parts.push(`M${cx} ${cy}m-${s} -${s}h${side}v${side}h-${side}Z`);
    } else {
      parts.push(`M${cx} ${cy}m-${k} 0a${k} ${k} 0 1 0 ${d} 0a${k} ${k} 0 1 0 -${d} 0`);
    }
  }
  return parts.join('');
}

/** How many quiet marks a layout has. */
export const quietCount = ({ grey }: MapLayout): number =>
  (grey.project.length + grey.product.length) / QUIET;

/** The quiet marks of a very large map on a canvas under the lit ones, a few hundred in a path. */
function GreyCanvas({ layout }: { readonly layout: MapLayout }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const pixels = Math.max(1, globalThis.devicePixelRatio || 1);
    const [width, height] = [Math.round(layout.width * pixels), Math.round(layout.height * pixels)];
    // Setting a size throws the old picture away and takes new memory, which a drag would do in every frame.
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    }
    const style = getComputedStyle(canvas);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.globalAlpha = quietCount(layout) > 2 * CANVAS_FROM ? 0.3 : 0.5;
    context.lineWidth = 1;
    for (const mode of ['project', 'product'] as const) {
      const marks = layout.grey[mode];
      context.strokeStyle = style.getPropertyValue(`--${mode}`).trim();
      context.beginPath();
      for (let at = 0; at < marks.length; at += QUIET) {
        if (at % (QUIET * MARKS_A_PATH) === 0 && at > 0) {
          context.stroke();
          context.beginPath();
        }
        const [x, y, r] = [marks[at]!, marks[at + 1]!, marks[at + 2]!];
        if (mode === 'project') context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
        else {
          context.moveTo(x + r, y);
          context.arc(x, y, r, 0, 2 * Math.PI);
        }
      }
      context.stroke();
    }
  }, [layout]);
  return <canvas ref={ref} style={{ width: layout.width, height: layout.height, display: 'block' }} />;
}
