import type { ReactNode } from 'react';
import { DecisionShape } from '../frame/DecisionShape.tsx';
import { HandoffShape } from '../frame/HandoffShape.tsx';
import type { Label } from '../frame/rects.ts';
import { CurveStops } from './CurveStops.tsx';
import type { FlowLayout } from './layout.ts';

function Text({ label, fill }: { readonly label: Label; readonly fill: string }) {
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

const halo = {
  stroke: 'var(--card)',
  strokeWidth: 3,
  paintOrder: 'stroke',
  strokeLinejoin: 'round',
} as const;

function Haloed({ label, fill }: { readonly label: Label; readonly fill: string }) {
  return (
    <text
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
      fontSize={label.size}
      fontWeight={label.weight}
      fill={fill}
      {...halo}
    >
      {label.text}
    </text>
  );
}

const diamond = (x: number, y: number, r: number): string =>
  `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;

const tone = { project: 'var(--project-ink)', product: 'var(--product-ink)', ink: 'var(--ink)' } as const;

/** Draws a flow layout; holds no numbers of its own. */
export function FlowChart({
  layout,
  patterns,
  active,
}: {
  readonly layout: FlowLayout;
  readonly patterns: string;
  readonly active: string | null;
}) {
  const { plot, knowledge, curves } = layout;
  const isActive = (id: string): boolean => id === active;
  return (
    <g>
      {layout.ticks.map((tick) => (
        <g key={tick.x}>
          <path
            d={`M${tick.x} ${plot.top}V${plot.bottom}`}
            stroke="var(--line)"
            strokeWidth={tick.strong ? 1.6 : 1}
            opacity={tick.strong ? 1 : 0.6}
          />
          {tick.label && <Text label={tick.label} fill={tick.strong ? 'var(--ink)' : 'var(--ink-2)'} />}
        </g>
      ))}
      {layout.gutters.map((gutter) => (
        <g key={gutter.title.y}>
          <Text label={gutter.title} fill={tone[gutter.tone]} />
          {gutter.lines.map((line) => (
            <Text key={line.y} label={line} fill="var(--ink-3)" />
          ))}
        </g>
      ))}
      {layout.swimlane && <Swimlane lane={layout.swimlane} patterns={patterns} isActive={isActive} />}
      {layout.cadence && <Cadence strip={layout.cadence} isActive={isActive} />}
      {layout.recorded.length > 0 && (
        <g>
          <path
            d={`M${plot.left} ${layout.recorded[0]!.cy}H${plot.right}`}
            stroke="var(--line-strong)"
            strokeWidth={1}
            strokeDasharray="1 4"
          />
          {layout.recorded.map((mark) => (
            <g key={mark.id}>
              {mark.plannedR !== null && (
                <path
                  d={diamond(mark.cx, mark.cy, mark.plannedR)}
                  fill="var(--card)"
                  stroke="var(--ink-2)"
                  strokeWidth={1.2}
                  strokeDasharray="2 2"
                />
              )}
              <path
                d={diamond(mark.cx, mark.cy, mark.r)}
                fill={mark.out ? 'var(--ink)' : 'var(--card)'}
                stroke={isActive(mark.id) ? 'var(--focus)' : 'var(--ink)'}
                strokeWidth={isActive(mark.id) ? 2.6 : 1.4}
                {...(mark.out ? {} : { strokeDasharray: '2.5 1.8' })}
              />
              {mark.label && <Haloed label={mark.label} fill="var(--ink-2)" />}
            </g>
          ))}
        </g>
      )}

      {knowledge.ticks.map((tick) => (
        <g key={tick.y}>
          <path d={`M${plot.left} ${tick.y}H${plot.right}`} stroke="var(--line)" />
          <Text label={tick.label} fill="var(--ink-3)" />
        </g>
      ))}
      {knowledge.between && <path d={knowledge.between} fill="var(--project)" opacity={0.09} />}
      {knowledge.productPath && (
        <path
          d={knowledge.productPath}
          fill="none"
          stroke="var(--product)"
          strokeWidth={2.6}
          strokeLinecap="round"
        />
      )}
      {knowledge.projectPath && (
        <path
          d={knowledge.projectPath}
          fill="none"
          stroke="var(--project)"
          strokeWidth={2.4}
          strokeLinejoin="miter"
        />
      )}
      <CurveStops stops={knowledge.stops} isActive={isActive} />
      {knowledge.labels.map((label) => (
        <Haloed key={label.text} label={label} fill="var(--product-ink)" />
      ))}
      {knowledge.markers.map((marker) => (
        <g key={marker.id}>
          <path
            d={`M${marker.x - 4.5} ${marker.y - 9}H${marker.x + 4.5}L${marker.x} ${marker.y - 1}Z`}
            fill="var(--project)"
            stroke={isActive(marker.id) ? 'var(--focus)' : 'var(--card)'}
            strokeWidth={isActive(marker.id) ? 2.5 : 1}
          />
          {marker.label && <Haloed label={marker.label} fill="var(--project-ink)" />}
        </g>
      ))}

      {curves.ticks.map((tick) => (
        <g key={tick.y}>
          <path
            d={`M${plot.left} ${tick.y}H${plot.right}`}
            stroke={tick.y === curves.zeroY ? 'var(--line-strong)' : 'var(--line)'}
          />
          <Text label={tick.label} fill="var(--ink-3)" />
        </g>
      ))}
      {curves.product?.band && (
        <path
          d={curves.product.band}
          fill="var(--product)"
          fillOpacity={0.15}
          stroke="var(--product)"
          strokeOpacity={0.75}
          strokeWidth={0.8}
          strokeDasharray="0.1 3"
          strokeLinecap="round"
        />
      )}
      {curves.project?.band && (
        <path
          d={curves.project.band}
          fill="var(--project)"
          fillOpacity={0.14}
          stroke="var(--project)"
          strokeOpacity={0.75}
          strokeWidth={0.8}
        />
      )}
      {curves.project && (
        <path
          d={curves.project.spend}
          fill="none"
          stroke="var(--project)"
          strokeWidth={1.6}
          strokeDasharray="5 4"
        />
      )}
      {curves.product && (
        <path
          d={curves.product.spend}
          fill="none"
          stroke="var(--product)"
          strokeWidth={1.6}
          strokeDasharray="2 3.5"
          strokeLinecap="round"
        />
      )}
      {curves.product?.value && (
        <path
          d={curves.product.value}
          fill="none"
          stroke="var(--product)"
          strokeWidth={2.6}
          strokeLinecap="round"
        />
      )}
      {curves.project?.value && (
        <path d={curves.project.value} fill="none" stroke="var(--project)" strokeWidth={2.6} />
      )}
      {curves.firstProduct && (
        <circle cx={curves.firstProduct.x} cy={curves.firstProduct.y} r={4.5} fill="var(--product)" />
      )}
      <CurveStops stops={curves.stops} isActive={isActive} />
      {curves.before && (
        <g>
          <path
            d={`M${curves.before.x} ${curves.before.fromY}V${curves.before.toY}`}
            stroke="var(--project)"
            strokeWidth={1.6}
          />
          <rect
            x={curves.before.x - 4}
            y={curves.before.fromY - 4}
            width={8}
            height={8}
            fill="var(--project)"
          />
          <path
            d={`M${curves.before.x - 4.5} ${curves.before.toY - 7}H${curves.before.x + 4.5}L${curves.before.x} ${curves.before.toY}Z`}
            fill="var(--project)"
          />
          {curves.before.label && <Haloed label={curves.before.label} fill="var(--project-ink)" />}
        </g>
      )}
      {curves.product?.endLabel && <Haloed label={curves.product.endLabel} fill="var(--product-ink)" />}
      {curves.project?.endLabel && <Haloed label={curves.project.endLabel} fill="var(--project-ink)" />}
      {curves.unknown && <Haloed label={curves.unknown} fill="var(--ink-2)" />}
    </g>
  );
}

function Swimlane({
  lane,
  patterns,
  isActive,
}: {
  readonly lane: NonNullable<FlowLayout['swimlane']>;
  readonly patterns: string;
  readonly isActive: (id: string) => boolean;
}): ReactNode {
  return (
    <g>
      {lane.support && <rect {...lane.support} fill="var(--project)" opacity={0.35} />}
      {lane.bars.map((bar, k) => (
        <g key={bar.id}>
          {bar.handoff && k > 0 && bar.work.width > 0 && (
            <path
              d={`M${lane.bars[k - 1]!.work.x + lane.bars[k - 1]!.work.width} ${lane.bars[k - 1]!.work.y + 7}V${bar.work.y + 7}H${bar.work.x}`}
              fill="none"
              stroke="var(--project)"
              strokeWidth={1}
              opacity={0.7}
            />
          )}
          {bar.wait.width > 0 && <rect {...bar.wait} fill={`url(#${patterns}-wait)`} />}
          <rect
            {...bar.work}
            fill="var(--project)"
            stroke={isActive(bar.id) ? 'var(--focus)' : 'none'}
            strokeWidth={2.5}
          />
        </g>
      ))}
      {lane.passes.map((pass) => (
        <HandoffShape
          key={pass.id}
          kind="team"
          x={pass.x}
          y={pass.y}
          r={pass.r}
          letter={pass.letter}
          assumed={!pass.recorded}
          active={isActive(pass.id)}
        />
      ))}
      {lane.changes.map((change) => (
        <g key={change.id}>
          <rect {...change.hit} fill="var(--card)" />
          {change.wait.width > 0 && <rect {...change.wait} fill={`url(#${patterns}-wait)`} />}
          {change.relearn.width > 0 && (
            <rect {...change.relearn} fill={`url(#${patterns}-relearn)`} stroke="var(--project)" />
          )}
          <rect {...change.work} fill="var(--project)" />
          {isActive(change.id) && (
            <rect {...change.hit} fill="none" stroke="var(--focus)" strokeWidth={2.5} />
          )}
        </g>
      ))}
      {lane.stop && (
        <path
          d={`M${lane.stop.x} ${lane.stop.top}V${lane.stop.bottom}`}
          stroke="var(--danger)"
          strokeWidth={2}
          strokeDasharray="6 3"
        />
      )}
      {lane.labels.map((label) => (
        <Haloed
          key={`${label.x}/${label.y}`}
          label={label}
          fill={label.tone === 'project' ? 'var(--project-ink)' : 'var(--ink-2)'}
        />
      ))}
    </g>
  );
}

function Cadence({
  strip,
  isActive,
}: {
  readonly strip: NonNullable<FlowLayout['cadence']>;
  readonly isActive: (id: string) => boolean;
}): ReactNode {
  const { band } = strip;
  const r = band.height / 2;
  const middle = band.y + r;
  return (
    <g>
      <path
        d={`M${band.x + band.width} ${band.y}H${band.x + r}A${r} ${r} 0 0 0 ${band.x + r} ${band.y + band.height}H${band.x + band.width}`}
        fill="var(--product-soft)"
      />
      <path
        d={`M${band.x + band.width - 7} ${band.y + 4}L${band.x + band.width} ${middle}L${band.x + band.width - 7} ${band.y + band.height - 4}`}
        fill="none"
        stroke="var(--product)"
        strokeWidth={1.6}
        strokeLinecap="round"
      />
      <path d={`M${band.x + 4} ${middle}H${band.x + band.width}`} stroke="var(--product)" strokeWidth={1.6} />
      {strip.stopX !== null && (
        <path
          d={`M${strip.stopX} ${band.y - 4}V${band.y + band.height + 4}`}
          stroke="var(--danger)"
          strokeWidth={2}
          strokeDasharray="6 3"
        />
      )}
      {strip.dots.map((dot) => (
        <circle
          key={dot.id}
          cx={dot.cx}
          cy={dot.cy}
          r={dot.r}
          fill="var(--product)"
          stroke={isActive(dot.id) ? 'var(--focus)' : 'var(--card)'}
          strokeWidth={isActive(dot.id) ? 3 : 1.8}
        />
      ))}
      {strip.labels.map((label) => (
        <Haloed key={label.text} label={label} fill="var(--product-ink)" />
      ))}
      {strip.tranches.map((tranche) => (
        <g key={tranche.id}>
          <rect
            {...tranche.line}
            rx={1.5}
            fill={isActive(tranche.id) ? 'var(--focus)' : 'var(--product)'}
            opacity={isActive(tranche.id) ? 1 : 0.5}
          />
          {tranche.label && <Text label={tranche.label} fill="var(--product-ink)" />}
          {tranche.decision && (
            <DecisionShape
              decision={tranche.decision.kind}
              x={tranche.decision.x}
              y={tranche.decision.y}
              r={tranche.decision.r}
              letter={tranche.decision.letter}
              active={isActive(tranche.id)}
            />
          )}
        </g>
      ))}
    </g>
  );
}
