import type { ReactNode } from 'react';
import { LegendDrawing } from '../charts/frame/LegendDrawing.tsx';
import type { PlacedLegendItem } from '../charts/frame/legend.ts';
import { Patterns } from '../charts/frame/Patterns.tsx';

/** A line of words on a sheet. */
export interface SheetText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly tone: 'ink' | 'ink-2' | 'ink-3';
  readonly anchor: 'start' | 'end';
}

/** A drawing and where it stands: its own px times `scale` are those of the sheet. */
export interface SheetPart {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly draw: (patterns: string) => ReactNode;
}

const PATTERNS = 's';

/** A whole page as one SVG of the page's size; colours by token. */
export function Sheet({
  width,
  height,
  title,
  description,
  texts,
  parts,
}: {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly texts: readonly SheetText[];
  readonly parts: readonly SheetPart[];
}) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="var(--font)"
      role="img"
    >
      <title>{title}</title>
      <desc>{description}</desc>
      <rect width={width} height={height} fill="var(--card)" />
      <Patterns id={PATTERNS} />
      {texts.map((text) => (
        <text
          key={`${text.x} ${text.y}`}
          x={text.x}
          y={text.y}
          textAnchor={text.anchor}
          fontSize={text.size}
          fontWeight={text.weight}
          fill={`var(--${text.tone})`}
        >
          {text.text}
        </text>
      ))}
      {parts.map((part) => (
        <g key={`${part.x} ${part.y}`} transform={`translate(${part.x},${part.y}) scale(${part.scale})`}>
          {part.draw(PATTERNS)}
        </g>
      ))}
    </svg>
  );
}

/** A drawing alone as one SVG of its own size; `patterns` must differ between drawings that share a document. */
export function Alone({
  width,
  height,
  description,
  patterns,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly patterns: string;
  readonly children: ReactNode;
}) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="var(--font)"
      role="img"
      aria-label={description}
    >
      <Patterns id={patterns} />
      {children}
    </svg>
  );
}

/** Legend entries that have their places. */
export const legendPart =
  (items: readonly PlacedLegendItem[]) =>
  (patterns: string): ReactNode => <LegendDrawing items={items} patterns={patterns} />;
