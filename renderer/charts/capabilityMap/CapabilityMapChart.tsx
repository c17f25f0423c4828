import { useLayoutEffect, useRef } from 'react';
import { heatColour, heatOpacity } from '../frame/heat.ts';
import type { Label } from '../frame/rects.ts';
import type { Viewport } from '../frame/wholePicture.ts';
import styles from '../matrix/matrix.module.css';
import type { Heat } from './capabilityTree.ts';
import {
  BAND,
  type CapabilityMapLayout,
  DOT,
  type SectionLayout,
  sectionMark,
  type TileLayout,
} from './layout.ts';

/** From this many boxes on, the screen draws them on a canvas; an exported picture always has them as shapes. */
export const CANVAS_FROM = 2000;
const MARGIN = 40;

/** Draws a capability map; of a high one only what is in the viewport. */
export function CapabilityMapChart({
  layout,
  heat,
  patterns,
  active,
  selected,
  viewport,
  tilesOnCanvas = false,
}: {
  readonly layout: CapabilityMapLayout;
  readonly heat: Heat;
  readonly patterns: string;
  readonly active: string | null;
  /** Id of the selected box or heading's mark. */
  readonly selected: string | null;
  readonly viewport: Viewport;
  readonly tilesOnCanvas?: boolean;
}) {
  const seen = ({ rect }: { readonly rect: { readonly y: number; readonly height: number } }): boolean =>
    rect.y + rect.height > viewport.top - MARGIN && rect.y < viewport.bottom + MARGIN;
  return (
    <g>
      {layout.sections.filter(seen).map((section) => (
        <g key={section.node?.id ?? ''}>
          <Section section={section} active={active} selected={selected} />
          {section.tiles
            .filter((tile) => (!tilesOnCanvas || tile.id === active || tile.id === selected) && seen(tile))
            .map((tile) => (
              <Tile
                key={tile.id}
                tile={tile}
                heat={heat}
                patterns={patterns}
                active={tile.id === active}
                selected={tile.id === selected}
              />
            ))}
        </g>
      ))}
    </g>
  );
}

function Words({ label, fill = 'var(--ink)' }: { readonly label: Label; readonly fill?: string }) {
  return (
    <text
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
      fontSize={label.size}
      fontWeight={label.weight}
      fill={fill}
    >
      {label.text}
    </text>
  );
}

function Section({
  section: { node, rect, head, name, figure },
  active,
  selected,
}: {
  readonly section: SectionLayout;
  readonly active: string | null;
  readonly selected: string | null;
}) {
  const id = node === null ? null : sectionMark(node.id);
  const lit = id !== null && (id === active || id === selected);
  const arrow = { x: head.x + head.width - 11, y: head.y + head.height / 2 };
  return (
    <g>
      <rect
        x={rect.x + 0.7}
        y={rect.y + 0.7}
        width={rect.width - 1.4}
        height={rect.height - 1.4}
        rx={8}
        fill="none"
        stroke="var(--line)"
        strokeWidth={1.2}
      />
      {lit && (
        <rect
          x={head.x + 2}
          y={head.y + 2}
          width={head.width - 4}
          height={head.height - 5}
          rx={6}
          fill={id === selected ? 'var(--selected)' : 'none'}
          stroke={id === active ? 'var(--focus)' : 'none'}
          strokeWidth={2}
        />
      )}
      <Words label={name} />
      {figure && <Words label={figure} fill="var(--ink-2)" />}
      {node && (
        <path
          d={`M${arrow.x - 2.5} ${arrow.y - 4.5}L${arrow.x + 2.5} ${arrow.y}L${arrow.x - 2.5} ${arrow.y + 4.5}`}
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth={1.5}
        />
      )}
    </g>
  );
}

function Tile({
  tile: { node, rect, step, name, figure, dots, arrow },
  heat,
  patterns,
  active,
  selected,
}: {
  readonly tile: TileLayout;
  readonly heat: Heat;
  readonly patterns: string;
  readonly active: boolean;
  readonly selected: boolean;
}) {
  const { x, y, width, height } = rect;
  const small = width < 50;
  const round = small ? 2 : 5;
  const band = small ? 3 : BAND;
  return (
    <g>
      <rect {...rect} rx={round} fill="var(--card)" stroke="var(--line-strong)" strokeWidth={0.7} />
      {step !== null && step > 0 && (
        <rect
          {...rect}
          rx={round}
          fill={`var(${heatColour[heat]})`}
          fillOpacity={heatOpacity(step as Exclude<typeof step, 0>)}
        />
      )}
      {node.overlaps > 0 && (
        <rect
          x={x + 0.5}
          y={y + round}
          width={band}
          height={height - 2 * round}
          fill={`url(#${patterns}-overlapBar)`}
          stroke="var(--overlap)"
          strokeWidth={0.7}
        />
      )}
      {node.gaps > 0 && (
        <rect
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={height - 2}
          rx={round}
          fill="none"
          stroke="var(--gap)"
          strokeWidth={small ? 1.2 : 1.8}
          strokeDasharray={small ? '2.5 2' : '4.5 3'}
        />
      )}
      {name.map((label) => (
        <Words key={label.y} label={label} />
      ))}
      {figure && <Words label={figure} />}
      {dots.map((dot) => (
        <circle
          key={dot.x}
          cx={dot.x}
          cy={dot.y}
          r={DOT}
          fill={dot.filled ? 'var(--ink)' : 'none'}
          stroke="var(--ink)"
          strokeWidth={0.9}
        />
      ))}
      {arrow && (
        <path
          d={`M${arrow.x - 2} ${arrow.y - 4}L${arrow.x + 2.5} ${arrow.y}L${arrow.x - 2} ${arrow.y + 4}`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.4}
        />
      )}
      {(active || selected) && (
        <rect
          x={x - 1.5}
          y={y - 1.5}
          width={width + 3}
          height={height + 3}
          rx={round + 1}
          fill="none"
          stroke={active ? 'var(--focus)' : 'var(--ink)'}
          strokeWidth={2.2}
        />
      )}
    </g>
  );
}

/** The boxes of a very large map on a canvas over the drawing, only where they can be seen. */
export function CapabilityMapCanvas({
  layout,
  heat,
  viewport,
  scale,
}: {
  readonly layout: CapabilityMapLayout;
  readonly heat: Heat;
  readonly viewport: Viewport;
  readonly scale: number;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const height = Math.max(1, viewport.bottom - viewport.top);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const pixels = scale * (globalThis.devicePixelRatio || 1);
    canvas.width = Math.round(layout.width * pixels);
    canvas.height = Math.round(height * pixels);
    const style = getComputedStyle(canvas);
    const value = (name: string): string => style.getPropertyValue(name).trim();
    const opacity = [0, 1, 2, 3, 4, 5].map((step) => Number(value(`--heat-${step}`)));
    const [fill, line, gap, overlap, ink] = [
      value(heatColour[heat]),
      value('--line-strong'),
      value('--gap'),
      value('--overlap'),
      value('--ink'),
    ] as const;
    context.setTransform(pixels, 0, 0, pixels, 0, -viewport.top * pixels);
    for (const { tiles } of layout.sections) {
      for (const { rect, node, step, figure } of tiles) {
        if (rect.y + rect.height < viewport.top - MARGIN || rect.y > viewport.bottom + MARGIN) continue;
        const { x, y, width, height: tall } = rect;
        if (step) {
          context.globalAlpha = opacity[step]!;
          context.fillStyle = fill;
          context.fillRect(x, y, width, tall);
          context.globalAlpha = 1;
        }
        context.setLineDash(node.gaps > 0 ? [2.5, 2] : []);
        context.lineWidth = node.gaps > 0 ? 1.3 : 0.7;
        context.strokeStyle = node.gaps > 0 ? gap : line;
        context.strokeRect(x + 0.5, y + 0.5, width - 1, tall - 1);
        if (node.overlaps > 0) {
          context.fillStyle = overlap;
          for (let at = y + 1; at < y + tall - 2; at += 4) context.fillRect(x + 1, at, 3, 2);
        }
        if (figure) {
          context.fillStyle = ink;
          context.font = `${figure.weight} ${figure.size}px ${value('--font')}`;
          context.fillText(figure.text, figure.x, figure.y);
        }
      }
    }
  }, [layout, heat, viewport.top, viewport.bottom, height, scale]);
  return (
    <canvas
      ref={ref}
      className={styles.canvas}
      style={{ top: viewport.top * scale, width: layout.width * scale, height: height * scale }}
    />
  );
}
