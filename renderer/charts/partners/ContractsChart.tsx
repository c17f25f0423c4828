import { labelText } from '../frame/labelText.tsx';
import type { Viewport } from '../frame/wholePicture.ts';
import { CONTRACT_ROW, type ContractLayout, type ContractLine } from './contractLayout.ts';

/** Draws when contracts end: a filled post within a year, a hollow one later, a crossed one that has ended, a dashed line where nobody knows. */
export function ContractsChart({
  layout,
  active,
  selected,
  viewport,
}: {
  readonly layout: ContractLayout;
  readonly active: string | null;
  /** Id of the partner that is selected. */
  readonly selected: string | null;
  readonly viewport: Viewport;
}) {
  const { left, plotRight, nowX, soonX, headBottom, width, height } = layout;
  const bottom = Math.min(height, viewport.bottom + 40);
  const top = viewport.top + headBottom;
  const lines = layout.lines.filter(
    ({ y }) => y > viewport.top - CONTRACT_ROW && y < viewport.bottom + CONTRACT_ROW,
  );
  return (
    <g>
      <rect
        x={nowX}
        y={top}
        width={Math.max(0, soonX - nowX)}
        height={bottom - top}
        fill="var(--gap-soft)"
        opacity={0.55}
      />
      {layout.major.map(
        ({ x }) => x >= left && <path key={x} d={`M${x} ${top}V${bottom}`} stroke="var(--line)" />,
      )}
      {lines.map((line) => {
        const { partner } = line.total;
        const chosen = partner.id === selected;
        return (
          <g key={partner.id}>
            {(chosen || active === `contract:${partner.id}`) && (
              <rect
                x={0}
                y={line.y - CONTRACT_ROW / 2 + 1}
                width={width}
                height={CONTRACT_ROW - 2}
                rx={4}
                fill={chosen ? 'var(--selected)' : 'var(--hover)'}
              />
            )}
            <path d={`M0 ${line.y + CONTRACT_ROW / 2}H${width}`} stroke="var(--line)" />
            {labelText(line.name, 'var(--ink)')}
            <End line={line} right={plotRight} nowX={nowX} />
            {labelText(line.end, line.state === 'soon' ? 'var(--gap-ink)' : 'var(--ink-2)')}
            {labelText(line.money, 'var(--ink)')}
            <Readiness x={layout.exitX} y={line.y} readiness={line.readiness} />
            {labelText(line.exit, 'var(--ink-2)')}
            {labelText(line.hangs, 'var(--ink-2)')}
          </g>
        );
      })}
      <path d={`M${nowX} ${top}V${bottom}`} stroke="var(--ink)" strokeWidth={1.4} />
      <g transform={`translate(0,${viewport.top})`}>
        <rect x={-2} width={width + 4} height={headBottom - 2} fill="var(--card)" />
        {[...layout.major, ...layout.minor].map(
          ({ x, label }) =>
            label && (
              <g key={`${x} ${label.y}`}>
                {labelText(label, label.weight > 400 ? 'var(--ink)' : 'var(--ink-3)')}
              </g>
            ),
        )}
        {labelText(layout.nowLabel, 'var(--ink)')}
        {layout.titles.map((label) => (
          <g key={label.x}>{labelText(label, 'var(--ink-2)')}</g>
        ))}
        <path d={`M0 ${headBottom - 2}H${width}`} stroke="var(--line-strong)" strokeWidth={0.8} />
      </g>
    </g>
  );
}

function End({
  line: { state, x, y },
  right,
  nowX,
}: {
  readonly line: ContractLine;
  readonly right: number;
  readonly nowX: number;
}) {
  if (x === null) {
    return (
      <g stroke="var(--line-strong)" strokeDasharray="3 3">
        <path d={`M${nowX} ${y + 9}H${right - 6}`} opacity={0.7} />
        <circle cx={nowX + 12} cy={y} r={6} fill="var(--card)" strokeWidth={1.3} />
      </g>
    );
  }
  const from = Math.min(x, nowX);
  const tone = state === 'soon' ? 'var(--gap)' : state === 'ended' ? 'var(--line-strong)' : 'var(--supply)';
  return (
    <g>
      <path
        d={`M${from} ${y}H${Math.max(x, nowX)}`}
        stroke={tone}
        strokeWidth={state === 'ended' ? 1.4 : 4}
        {...(state === 'ended' ? { strokeDasharray: '2 3' } : {})}
      />
      <rect
        x={x - 5}
        y={y - 6}
        width={10}
        height={12}
        fill={state === 'soon' ? 'var(--gap-ink)' : 'var(--card)'}
        stroke={state === 'soon' ? 'var(--gap-ink)' : 'var(--ink-2)'}
        strokeWidth={1.5}
      />
      {state === 'ended' && (
        <path d={`M${x - 5} ${y - 6}l10 12m0 -12l-10 12`} stroke="var(--ink-2)" strokeWidth={1.3} />
      )}
    </g>
  );
}

/** Readiness to leave as a filled part of a small bar; dashed where nobody said. */
function Readiness({
  x,
  y,
  readiness,
}: {
  readonly x: number;
  readonly y: number;
  readonly readiness: number | null;
}) {
  return (
    <g>
      <rect
        x={x}
        y={y - 4}
        width={22}
        height={8}
        fill="var(--card)"
        stroke="var(--line-strong)"
        {...(readiness === null ? { strokeDasharray: '2.5 2' } : {})}
      />
      {readiness !== null && <rect x={x} y={y - 4} width={22 * readiness} height={8} fill="var(--supply)" />}
    </g>
  );
}
