import { labelText } from '../frame/labelText.tsx';
import type { OutcomesLayout, PlacedTrack } from './layout.ts';

/** Draws a layout of outcomes: the rail from baseline to target, how far it is filled, and the readings on it. */
export function OutcomesChart({ layout }: { readonly layout: OutcomesLayout }) {
  const { width } = layout;
  return (
    <g>
      {layout.heads.map((head) => (
        <g key={head.x}>{labelText(head, 'var(--ink-2)')}</g>
      ))}
      {layout.tracks.map((track) => (
        <g key={track.id}>
          <path d={`M0 ${track.y + 32}H${width}`} stroke="var(--line)" />
          {track.name.map((line) => (
            <g key={line.y}>{labelText(line, 'var(--ink)')}</g>
          ))}
          {track.about && labelText(track.about, 'var(--ink-2)')}
          <Rail track={track} layout={layout} />
          {[layout.baselineX, layout.targetX].map((x) => (
            <path key={x} d={`M${x} ${track.y - 8}V${track.y + 8}`} stroke="var(--ink-2)" strokeWidth={1.4} />
          ))}
          <Readings track={track} />
          {[track.baseline, track.target].map(
            (label) => label && <g key={label.x}>{labelText(label, 'var(--ink-2)')}</g>,
          )}
          {track.now && labelText(track.now, track.at === null ? 'var(--ink-3)' : 'var(--ink)')}
          {track.due.map((line) => (
            <g key={line.y}>{labelText(line, track.late ? 'var(--danger)' : 'var(--ink-2)')}</g>
          ))}
        </g>
      ))}
    </g>
  );
}

/** The way from baseline to target, and how far it is gone; dotted where nobody knows. */
function Rail({ track, layout }: { readonly track: PlacedTrack; readonly layout: OutcomesLayout }) {
  const { y, at } = track;
  const { baselineX, targetX } = layout;
  return at === null ? (
    <path
      d={`M${baselineX} ${y}H${targetX}`}
      stroke="var(--line-strong)"
      strokeWidth={1.5}
      strokeDasharray="2 4"
    />
  ) : (
    <g>
      <path d={`M${baselineX} ${y}H${targetX}`} stroke="var(--line-strong)" strokeWidth={5} />
      <path d={`M${baselineX} ${y}H${at}`} stroke="var(--product)" strokeWidth={5} />
    </g>
  );
}

function Readings({ track }: { readonly track: PlacedTrack }) {
  const { y, at, beyond, earlier } = track;
  if (at === null) return null;
  const way = beyond === 'left' ? -1 : 1;
  return (
    <g>
      {earlier.map((x, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: two readings may stand at one place
          key={index}
          cx={x}
          cy={y}
          r={4}
          fill="var(--card)"
          stroke="var(--product)"
          strokeWidth={1.6}
        />
      ))}
      {beyond ? (
        <path
          d={`M${at - way * 6} ${y - 7}L${at + way * 6} ${y}L${at - way * 6} ${y + 7}Z`}
          fill="var(--product)"
        />
      ) : (
        <circle cx={at} cy={y} r={6.5} fill="var(--product)" stroke="var(--card)" strokeWidth={1.5} />
      )}
    </g>
  );
}
