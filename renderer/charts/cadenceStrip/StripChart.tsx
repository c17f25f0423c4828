import { labelText } from '../frame/labelText.tsx';
import type { MeasureText } from '../frame/measureText.ts';
import type { Viewport } from '../frame/wholePicture.ts';
import {
  STRIP_ROW,
  type StripContext,
  type StripLayout,
  type StripMark,
  type StripWords,
  stripTexts,
} from './layout.ts';
import { isUnmeasured } from './stripData.ts';

/** Draws the strip, of a tall one only the lines in the viewport: recorded releases dark, modelled ones light. */
export function StripChart({
  layout,
  words,
  measure,
  active,
  selected,
  viewport,
}: {
  readonly layout: StripLayout;
  readonly words: StripWords;
  readonly measure: MeasureText;
  readonly active: string | null;
  readonly selected: string | null;
  readonly viewport: Viewport;
}) {
  const first = Math.max(0, Math.floor((viewport.top - layout.headBottom) / STRIP_ROW) - 2);
  const last = Math.ceil((viewport.bottom - layout.headBottom) / STRIP_ROW) + 2;
  const bottom = Math.min(layout.height, viewport.bottom + 40);
  return (
    <g>
      {layout.minor.map(({ x }) => (
        <path key={x} d={`M${x} ${viewport.top + layout.headBottom}V${bottom}`} stroke="var(--line)" />
      ))}
      {layout.lines.slice(first, last).map((line) => {
        const { row, y } = line;
        const [name, cadence] = stripTexts(line, layout, words, measure);
        return (
          <g key={row.id}>
            {(selected === row.id || active === `row:${row.id}`) && (
              <rect
                x={0}
                y={y - STRIP_ROW / 2}
                width={layout.width}
                height={STRIP_ROW}
                rx={4}
                fill={selected === row.id ? 'var(--selected)' : 'var(--hover)'}
              />
            )}
            <path d={`M${layout.left} ${y}H${layout.width - 14}`} stroke="var(--line)" />
            {row.mode === 'project' ? (
              <rect x={2} y={y - 4} width={8} height={8} fill="var(--project)" />
            ) : (
              <circle cx={6} cy={y} r={4.3} fill="var(--product)" />
            )}
            {labelText(name, 'var(--ink)')}
            {labelText(cadence, 'var(--ink-3)')}
            {line.lacks !== null && (
              <PressFlag x={layout.flagX} y={y} lacks={line.lacks} active={active === `press:${row.id}`} />
            )}
            {line.marks.map((mark) => (
              <Release key={mark.id} mark={mark} y={y} mode={row.mode} active={active === mark.id} />
            ))}
          </g>
        );
      })}
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
        {layout.context && <Context context={layout.context} left={layout.left} width={layout.plotWidth} />}
        <path
          d={`M0 ${layout.headBottom - 2}H${layout.width}`}
          stroke="var(--line-strong)"
          strokeWidth={0.8}
        />
      </g>
    </g>
  );
}

/** A hollow pennant with the number of parts that the press release lacks. */
function PressFlag({
  x,
  y,
  lacks,
  active,
}: {
  readonly x: number;
  readonly y: number;
  readonly lacks: number;
  readonly active: boolean;
}) {
  return (
    <g>
      <path
        d={`M${x} ${y + 9}V${y - 8}L${x + 19} ${y - 1.5}L${x} ${y + 5}`}
        fill="var(--card)"
        stroke={active ? 'var(--focus)' : 'var(--gap-ink)'}
        strokeWidth={active ? 2.2 : 1}
        strokeLinejoin="round"
      />
      <text x={x + 5.5} y={y + 2} textAnchor="middle" fontSize={10} fontWeight={650} fill="var(--gap-ink)">
        {lacks}
      </text>
    </g>
  );
}

/** All of the time as a band of bars, the part that is shown framed. */
function Context({
  context: { top, height, bars, from, to },
  left,
  width,
}: {
  readonly context: StripContext;
  readonly left: number;
  readonly width: number;
}) {
  return (
    <g>
      {bars.map((bar) => (
        <rect
          key={bar.x}
          x={bar.x}
          y={top + height - bar.height}
          width={Math.max(0.5, bar.width)}
          height={bar.height}
          fill="var(--supply)"
          opacity={bar.x + bar.width >= from && bar.x <= to ? 1 : 0.4}
        />
      ))}
      <path d={`M${left} ${top + height}H${left + width}`} stroke="var(--line-strong)" strokeWidth={0.8} />
      <rect
        x={from}
        y={top - 1}
        width={Math.max(2, to - from)}
        height={height + 2}
        rx={3}
        fill="none"
        stroke="var(--focus)"
        strokeWidth={1.6}
      />
    </g>
  );
}

function Release({
  mark,
  y,
  mode,
  active,
}: {
  readonly mark: StripMark;
  readonly y: number;
  readonly mode: 'project' | 'product';
  readonly active: boolean;
}) {
  const { x, release, value } = mark;
  const focus = active ? { stroke: 'var(--focus)', strokeWidth: 2.4 } : {};
  const diamond = `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z`;
  const flag = `M${x} ${y - 4}V${y - 12}H${x + 8}L${x + 6} ${y - 9.5}L${x + 8} ${y - 7}H${x}`;
  return (
    <g>
      {value !== null && <path d={`M${x} ${y}v${-value}`} stroke="var(--ink)" strokeWidth={3.2} />}
      {release.kind === 'modelled' ? (
        mode === 'project' ? (
          <rect
            x={x - 3.5}
            y={y - 3.5}
            width={7}
            height={7}
            fill="var(--project)"
            opacity={active ? 1 : 0.6}
            {...focus}
          />
        ) : (
          <circle cx={x} cy={y} r={3.6} fill="var(--product)" opacity={active ? 1 : 0.6} {...focus} />
        )
      ) : (
        <path
          d={diamond}
          fill={release.kind === 'out' ? 'var(--ink)' : 'var(--card)'}
          stroke="var(--ink)"
          strokeWidth={1.4}
          {...(release.kind === 'planned' ? { strokeDasharray: '2.4 1.6' } : {})}
          {...focus}
        />
      )}
      {release.first ? (
        <path
          d={flag}
          fill={isUnmeasured(release) ? 'var(--card)' : 'var(--ink)'}
          stroke={isUnmeasured(release) ? 'var(--gap-ink)' : 'var(--ink)'}
          strokeWidth={1.3}
          {...(isUnmeasured(release) ? { strokeDasharray: '3 1.6' } : {})}
        />
      ) : (
        isUnmeasured(release) && (
          <path
            d={`M${x} ${y - 5}v-5h5l-1.4 2l1.4 2h-5`}
            fill="var(--card)"
            stroke="var(--gap-ink)"
            strokeWidth={1.1}
            strokeDasharray="2.4 1.2"
          />
        )
      )}
    </g>
  );
}
