import type { ReactNode } from 'react';
import { LegendDrawing } from './LegendDrawing.tsx';
import { type LegendItem, layoutLegend } from './legend.ts';
import { type MeasureText, wrapText } from './measureText.ts';
import { Patterns } from './Patterns.tsx';
import type { PictureWords } from './pictureWords.ts';

const MARGIN = 28;
const TITLE = 22;
const SUBTITLE = 14;
const FOOTER = 12;

/** A whole picture as one SVG element: title, chart, legend and footer; px as on the screen. */
export function PictureSheet({
  words,
  legend,
  width,
  height,
  measure,
  patterns,
  children,
}: {
  readonly words: PictureWords;
  readonly legend: readonly LegendItem[];
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureText;
  readonly patterns: string;
  readonly children: ReactNode;
}) {
  const titles = wrapText(words.title, width, 2, measure, TITLE, 600);
  const subtitles = words.subtitle === '' ? [] : wrapText(words.subtitle, width, 3, measure, SUBTITLE);
  const head = MARGIN + titles.length * 28 + subtitles.length * 20 + 10;
  const placed = layoutLegend(legend, width, measure);
  const footers = wrapText(words.footer, width, 2, measure, FOOTER);
  const total = head + height + 14 + placed.height + 12 + footers.length * 17 + MARGIN - 6;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width + 2 * MARGIN}
      height={total}
      viewBox={`0 0 ${width + 2 * MARGIN} ${total}`}
      fontFamily="var(--font)"
      role="img"
    >
      <title>{words.title}</title>
      <desc>{words.description}</desc>
      <rect width="100%" height="100%" fill="var(--card)" />
      <Patterns id={patterns} />
      <g transform={`translate(${MARGIN},0)`}>
        {titles.map((line, k) => (
          <text key={line} y={MARGIN + 20 + k * 28} fontSize={TITLE} fontWeight={600} fill="var(--ink)">
            {line}
          </text>
        ))}
        {subtitles.map((line, k) => (
          <text
            key={line}
            y={MARGIN + 14 + titles.length * 28 + k * 20}
            fontSize={SUBTITLE}
            fill="var(--ink-2)"
          >
            {line}
          </text>
        ))}
        <g transform={`translate(0,${head})`}>{children}</g>
        <LegendDrawing items={placed.items} patterns={patterns} y={head + height + 14} />
        {footers.map((line, k) => (
          <text
            key={line}
            y={head + height + 14 + placed.height + 24 + k * 17}
            fontSize={FOOTER}
            fill="var(--ink-3)"
          >
            {line}
          </text>
        ))}
      </g>
    </svg>
  );
}
