import type { OverviewLayout } from './overviewLayout.ts';

/** Draws the portfolio on a page: figures above, then where the effort goes, what to convert, and what was found. */
export function OverviewChart({ layout }: { readonly layout: OverviewLayout }) {
  return (
    <g>
      {layout.boxes.map((box) => (
        <rect
          key={`${box.x} ${box.y}`}
          x={box.x + 0.5}
          y={box.y + 0.5}
          width={box.width - 1}
          height={box.height - 1}
          rx={10}
          fill="none"
          stroke="var(--line)"
        />
      ))}
      {layout.rules.map((rule) => (
        <path key={rule.x} d={`M${rule.x} ${rule.from}V${rule.to}`} stroke="var(--line)" />
      ))}
      {layout.bars.map((bar) =>
        bar.mode === 'project' ? (
          <rect
            key={`${bar.y} ${bar.mode}`}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            fill="var(--project)"
          />
        ) : (
          <rect
            key={`${bar.y} ${bar.mode}`}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            rx={Math.min(bar.height, bar.width) / 2}
            fill="var(--product)"
          />
        ),
      )}
      {layout.texts.map((text) => (
        <text
          key={`${text.x} ${text.y} ${text.text}`}
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
    </g>
  );
}
