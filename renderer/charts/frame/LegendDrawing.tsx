import type { ReactNode } from 'react';
import { CarrierShape } from './CarrierShape.tsx';
import { DecisionShape } from './DecisionShape.tsx';
import { HandoffShape } from './HandoffShape.tsx';
import { heatColour, heatOpacity, heatSteps } from './heat.ts';
import { LEGEND_SIZE, type PlacedLegendItem, type Swatch, swatchWidth } from './legend.ts';
import { StateShape } from './StateShape.tsx';

/** Draws legend entries that `layoutLegend` has placed. `patterns` is the id given to `Patterns` in the same drawing. */
export function LegendDrawing({
  items,
  patterns,
  x = 0,
  y = 0,
}: {
  readonly items: readonly PlacedLegendItem[];
  readonly patterns: string;
  readonly x?: number;
  readonly y?: number;
}) {
  return (
    <g transform={`translate(${x},${y})`}>
      {items.map((item) => (
        <g key={item.label} transform={`translate(${item.x},${item.y})`}>
          {swatch(item.swatch, patterns, item.letter ?? '')}
          <text
            x={swatchWidth(item.swatch)}
            y={LEGEND_SIZE * 0.35}
            fontSize={LEGEND_SIZE}
            fill="var(--ink-2)"
          >
            {item.label}
          </text>
        </g>
      ))}
    </g>
  );
}

const heatFill = {
  heatNeed: heatColour.need,
  heatSupply: heatColour.supply,
  heatGap: heatColour.gap,
  heatOverlap: heatColour.overlap,
  heatCount: heatColour.count,
} as const;

function swatch(kind: Swatch, patterns: string, letter: string): ReactNode {
  switch (kind) {
    case 'projectBar':
      return <rect x={0} y={-5} width={26} height={10} fill="var(--project)" />;
    case 'projectLine':
      return <path d="M0 0H26" stroke="var(--project)" strokeWidth={2.5} />;
    case 'productLine':
      return <path d="M0 0H26" stroke="var(--product)" strokeWidth={2.5} strokeLinecap="round" />;
    case 'projectSquare':
      return <rect x={1} y={-5.5} width={11} height={11} fill="var(--project)" />;
    case 'productCircle':
      return <circle cx={7} cy={0} r={6} fill="var(--product)" />;
    case 'productHollow':
      return <circle cx={7} cy={0} r={5.5} fill="var(--card)" stroke="var(--product)" strokeWidth={1.6} />;
    case 'recordedFilled':
      return <path d="M7 -6L13 0L7 6L1 0Z" fill="var(--ink)" />;
    case 'recordedHollow':
      return (
        <path
          d="M7 -6L13 0L7 6L1 0Z"
          fill="var(--card)"
          stroke="var(--ink)"
          strokeWidth={1.4}
          strokeDasharray="2.5 1.8"
        />
      );
    case 'wait':
      return <rect x={0} y={-6} width={26} height={12} fill={`url(#${patterns}-wait)`} />;
    case 'relearning':
      return (
        <rect
          x={0}
          y={-6}
          width={26}
          height={12}
          fill={`url(#${patterns}-relearn)`}
          stroke="var(--project)"
        />
      );
    case 'band':
      return (
        <>
          <rect x={0} y={-6} width={13} height={12} fill="var(--project)" opacity={0.18} />
          <rect x={13} y={-6} width={13} height={12} fill="var(--product)" opacity={0.18} />
        </>
      );
    case 'dashes':
      return <path d="M0 0H26" stroke="var(--ink-2)" strokeWidth={1.6} strokeDasharray="5 4" />;
    case 'gap':
      return (
        <rect
          x={0}
          y={-6.5}
          width={34}
          height={13}
          rx={4}
          fill="none"
          stroke="var(--gap)"
          strokeWidth={1.6}
          strokeDasharray="4 3"
        />
      );
    case 'overlap':
      return <rect x={0} y={-6.5} width={34} height={13} rx={3} fill={`url(#${patterns}-overlap)`} />;
    case 'need':
      return <path d="M7 -7V7" stroke="var(--ink)" strokeWidth={2} />;
    case 'supply':
      return <rect x={0} y={-5} width={26} height={10} fill="var(--supply)" />;
    case 'lowBar':
      return (
        <rect
          x={0.7}
          y={-5}
          width={25}
          height={10}
          fill="var(--card)"
          stroke="var(--ink-2)"
          strokeWidth={1.4}
        />
      );
    case 'highBar':
      return <rect x={0} y={-5} width={26} height={10} fill="var(--ink-2)" />;
    case 'flip':
      return <path d="M1 -5L13 5M13 -5L1 5" stroke="var(--danger)" strokeWidth={2} />;
    case 'others':
      return <path d="M7 -6L13 0L7 6L1 0Z" fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.4} />;
    case 'sizeScale':
      return (
        <>
          <circle cx={4} cy={3} r={3} fill="none" stroke="var(--ink-2)" />
          <circle cx={20} cy={0} r={8} fill="none" stroke="var(--ink-2)" />
        </>
      );
    case 'columnMark':
      return <rect x={1} y={-5.5} width={11} height={11} rx={3.4} fill="var(--ink-2)" />;
    case 'columnRest':
      return (
        <rect
          x={1}
          y={-5.5}
          width={11}
          height={11}
          rx={3.4}
          fill="var(--card)"
          stroke="var(--ink-2)"
          strokeWidth={1.4}
        />
      );
    case 'heatNeed':
    case 'heatSupply':
    case 'heatGap':
    case 'heatOverlap':
    case 'heatCount':
      return heatSteps.map((step, k) => (
        <rect
          key={step}
          x={k * 12.4}
          y={-6}
          width={11.4}
          height={12}
          fill={`var(${heatFill[kind]})`}
          fillOpacity={heatOpacity(step)}
          stroke="var(--line-strong)"
          strokeWidth={0.6}
        />
      ));
    case 'importance':
      return [0, 1, 2, 3, 4].map((k) => (
        <circle
          key={k}
          cx={3 + k * 6.6}
          cy={0}
          r={2.3}
          fill={k < 3 ? 'var(--ink)' : 'none'}
          stroke="var(--ink)"
          strokeWidth={0.9}
        />
      ));
    case 'figures':
      return (
        <text x={0} y={4} fontSize={11.5} fontWeight={600} fill="var(--ink)">
          $ · n
        </text>
      );
    case 'branch':
      return <path d="M3 -5L9 0L3 5" fill="none" stroke="var(--ink)" strokeWidth={1.6} />;
    case 'openBand':
      // Fading in steps: a gradient would need a name of its own in every drawing.
      return (
        <>
          <path d="M18 -6H6A6 6 0 0 0 6 6H18Z" fill="var(--product)" opacity={0.3} />
          <rect x={18} y={-6} width={8} height={12} fill="var(--product)" opacity={0.17} />
          <rect x={26} y={-6} width={8} height={12} fill="var(--product)" opacity={0.08} />
          <path d="M3 0H26" stroke="var(--product)" strokeWidth={2} />
        </>
      );
    case 'handOver':
      return <path d="M2 -4H12L7 4Z" fill="var(--card)" stroke="var(--project)" strokeWidth={1.3} />;
    case 'criticalHandOver':
      return <path d="M2 -4H12L7 4Z" fill="var(--danger)" stroke="var(--danger)" strokeWidth={1.3} />;
    case 'criticalPhase':
      return (
        <>
          <rect x={0} y={-2} width={26} height={8} fill="var(--project)" />
          <rect x={0} y={-6} width={26} height={2} fill="var(--ink)" />
        </>
      );
    case 'actual':
      return <rect x={0} y={-1.2} width={26} height={2.5} fill="var(--ink-2)" />;
    case 'arrow':
      return (
        <>
          <path d="M0 -4H10V3H19" fill="none" stroke="var(--ink-2)" strokeWidth={1.3} />
          <path d="M18 -1L25 3L18 7Z" fill="var(--ink-2)" />
        </>
      );
    case 'brokenArrow':
      return (
        <>
          <path d="M0 0H12" stroke="var(--danger)" strokeWidth={2} strokeDasharray="5 3" />
          <path d="M19 -7L26 5.5H12Z" fill="var(--danger)" />
          <path d="M19 -2.5V1.2M19 2.6V4.2" stroke="var(--card)" strokeWidth={1.6} />
        </>
      );
    case 'tranche':
      return (
        <>
          <rect x={0} y={-2} width={12} height={4} fill="var(--product)" />
          <rect x={14} y={-1.5} width={12} height={3} fill="var(--card)" stroke="var(--product)" />
        </>
      );
    case 'todayLine':
      return <path d="M7 -7V7" stroke="var(--ink)" strokeWidth={1.6} />;
    case 'dataLine':
      return <path d="M7 -7V7" stroke="var(--ink-2)" strokeWidth={1.4} strokeDasharray="4 3" />;
    case 'overload':
      return (
        <>
          <rect x={0} y={-6.5} width={26} height={13} rx={3} fill="var(--danger-soft)" />
          <path d="M13 -4L18 4H8Z" fill="var(--danger)" />
        </>
      );
    case 'productBar':
      return <path d="M0 -5H21A5 5 0 0 1 21 5H0Z" fill="var(--product)" />;
    case 'forgone':
      return (
        <rect
          x={0.7}
          y={-5}
          width={25}
          height={10}
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth={1.3}
          strokeDasharray="4 2.5"
        />
      );
    case 'whisker':
      return <path d="M1 0H25M1 -4V4M25 -4V4" fill="none" stroke="var(--ink)" strokeWidth={1.6} />;
    case 'projectHollow':
      return (
        <rect
          x={2}
          y={-4.5}
          width={9}
          height={9}
          fill="var(--card)"
          stroke="var(--project)"
          strokeWidth={1.8}
        />
      );
    case 'ring':
      return (
        <ellipse
          cx={9}
          cy={0}
          rx={8.4}
          ry={6.5}
          fill="none"
          stroke="var(--product)"
          strokeWidth={1.4}
          strokeDasharray="2.5 2.5"
        />
      );
    case 'greyMarks':
      return (
        <g fill="none" stroke="var(--ink-3)" opacity={0.6}>
          <rect x={1} y={-5} width={10} height={10} />
          <circle cx={20} cy={0} r={5.4} />
        </g>
      );
    case 'modelledProject':
      return <rect x={3} y={-4} width={8} height={8} fill="var(--project)" opacity={0.45} />;
    case 'modelledProduct':
      return <circle cx={7} cy={0} r={4} fill="var(--product)" opacity={0.45} />;
    case 'valueAfter':
      return <path d="M7 6V-6" stroke="var(--ink)" strokeWidth={3.2} />;
    case 'baseTick':
      return <path d="M7 -8V8" stroke="var(--ink)" strokeWidth={2} />;
    case 'stateBetter':
      return <StateShape x={10} y={0} letter={letter} verdict="better" />;
    case 'stateWorse':
      return <StateShape x={10} y={0} letter={letter} verdict="worse" />;
    case 'stateSame':
      return <StateShape x={10} y={0} letter={letter} verdict="same" />;
    case 'futureAhead':
      return <circle cx={7} cy={0} r={4.5} fill="var(--product)" />;
    case 'futureBehind':
      return <circle cx={7} cy={0} r={4} fill="var(--card)" stroke="var(--project)" strokeWidth={1.5} />;
    case 'flag':
      return <path d="M3 7V-7H13L10 -3.5L13 0H3" fill="var(--ink)" stroke="var(--ink)" strokeWidth={1.3} />;
    case 'flagHollow':
      return (
        <path
          d="M3 7V-7H13L10 -3.5L13 0H3"
          fill="var(--card)"
          stroke="var(--gap-ink)"
          strokeWidth={1.5}
          strokeDasharray="3 1.6"
        />
      );
    case 'pressFlag':
      return (
        <path
          d="M1 8V-8L17 -2L1 4"
          fill="var(--card)"
          stroke="var(--gap-ink)"
          strokeWidth={1}
          strokeLinejoin="round"
        />
      );
    case 'handoffTeam':
    case 'handoffApproval':
    case 'handoffLegal':
    case 'handoffFunding':
    case 'handoffPartner':
      return <HandoffShape kind={handoffKinds[kind]} x={8} y={0} r={7.5} letter={letter} />;
    case 'assumedHandoff':
      return <HandoffShape kind="team" x={8} y={0} r={7.5} letter={letter} assumed />;
    case 'assumedStep':
      return (
        <rect
          x={0.7}
          y={-5}
          width={25}
          height={10}
          fill="var(--project-soft)"
          stroke="var(--project)"
          strokeDasharray="4 3"
          opacity={0.6}
        />
      );
    case 'idleLine':
      return <path d="M0 0H26" stroke="var(--project)" strokeWidth={1.6} strokeDasharray="1.5 3" />;
    case 'restBars':
      return (
        <g fill="var(--line-strong)" opacity={0.45}>
          <rect x={1} y={0} width={7} height={6} />
          <rect x={9} y={-6} width={7} height={12} />
          <rect x={17} y={-2} width={7} height={8} />
        </g>
      );
    case 'decisionContinue':
      return <DecisionShape decision="continue" x={8} y={0} r={7.5} letter={letter} />;
    case 'decisionChange':
      return <DecisionShape decision="change" x={8.5} y={0} r={7} letter={letter} />;
    case 'decisionStop':
      return <DecisionShape decision="stop" x={8} y={0} r={7.5} letter={letter} />;
    case 'decisionPending':
      return <DecisionShape decision="pending" x={8} y={0} r={7} letter={letter} />;
    case 'carriers1':
      return <CarrierShape step={1} x={10} y={0} text="1" />;
    case 'carriers2':
      return <CarrierShape step={2} x={8} y={0} text="2" />;
    case 'carriers3':
      return <CarrierShape step={3} x={9} y={0} text="3+" />;
    case 'unknownMark':
      return (
        <circle
          cx={7}
          cy={0}
          r={5.5}
          fill="var(--card)"
          stroke="var(--ink-2)"
          strokeWidth={1.4}
          strokeDasharray="2.5 2"
        />
      );
    case 'heldCell':
      return (
        <>
          <rect x={1} y={-6.5} width={24} height={13} rx={3} fill="var(--danger-soft)" />
          <rect
            x={1}
            y={-6.5}
            width={24}
            height={13}
            rx={3}
            fill="none"
            stroke="var(--danger)"
            strokeWidth={2}
          />
          <rect x={3} y={2} width={16} height={3} fill="var(--danger)" />
        </>
      );
    case 'maybeCell':
      return (
        <rect
          x={1}
          y={-6.5}
          width={24}
          height={13}
          rx={3}
          fill="var(--card)"
          stroke="var(--danger)"
          strokeWidth={1.3}
          strokeDasharray="3 2"
        />
      );
    case 'shareCell':
      return (
        <>
          <rect x={1} y={-6.5} width={24} height={13} rx={3} fill="var(--card)" stroke="var(--line-strong)" />
          <rect x={3} y={2} width={8} height={3} fill="var(--supply)" />
        </>
      );
    case 'unknownCell':
      return (
        <rect
          x={1}
          y={-6.5}
          width={24}
          height={13}
          rx={3}
          fill="var(--card)"
          stroke="var(--line-strong)"
          strokeDasharray="3 2"
        />
      );
    case 'contractSoon':
      return (
        <>
          <path d="M0 0H18" stroke="var(--gap)" strokeWidth={4} />
          <rect x={15} y={-6} width={10} height={12} fill="var(--gap-ink)" />
        </>
      );
    case 'contractLater':
      return (
        <>
          <path d="M0 0H18" stroke="var(--supply)" strokeWidth={4} />
          <rect
            x={15}
            y={-6}
            width={10}
            height={12}
            fill="var(--card)"
            stroke="var(--ink-2)"
            strokeWidth={1.5}
          />
        </>
      );
    case 'contractEnded':
      return (
        <g fill="none" stroke="var(--ink-2)" strokeWidth={1.3}>
          <rect x={1} y={-6} width={10} height={12} />
          <path d="M1 -6l10 12m0 -12l-10 12M11 0H26" strokeDasharray="2 2" />
        </g>
      );
    case 'scatterBar':
      return (
        <rect x={0} y={-6} width={26} height={12} fill={`url(#${patterns}-wait)`} stroke="var(--project)" />
      );
    case 'leftAlone':
      return <CarrierShape step={1} x={10} y={0} text="" />;
  }
}

const handoffKinds = {
  handoffTeam: 'team',
  handoffApproval: 'approval',
  handoffLegal: 'legal',
  handoffFunding: 'funding',
  handoffPartner: 'partner',
} as const;
