import type { SVGProps } from 'react';
import { CarrierShape } from '../CarrierShape.tsx';
import { heatColour, heatOpacity, heatSteps } from '../heat.ts';
import type { Swatches } from './swatch.ts';

const Cell = (look: SVGProps<SVGRectElement>) => (
  <rect x={1} y={-6.5} width={24} height={13} rx={3} {...look} />
);

const heatRamp = (colour: string) =>
  heatSteps.map((step, k) => (
    <rect
      key={step}
      x={k * 12.4}
      y={-6}
      width={11.4}
      height={12}
      fill={`var(${colour})`}
      fillOpacity={heatOpacity(step)}
      stroke="var(--line-strong)"
      strokeWidth={0.6}
    />
  ));

/** What covers a capability: needs, supply, gaps, overlaps, heat, and who carries or delivers it. */
export const coverSwatches = {
  gap: () => (
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
  ),
  overlap: ({ patterns }) => (
    <rect x={0} y={-6.5} width={34} height={13} rx={3} fill={`url(#${patterns}-overlap)`} />
  ),
  need: () => <path d="M7 -7V7" stroke="var(--ink)" strokeWidth={2} />,
  supply: () => <rect x={0} y={-5} width={26} height={10} fill="var(--supply)" />,
  columnMark: () => <rect x={1} y={-5.5} width={11} height={11} rx={3.4} fill="var(--ink-2)" />,
  columnRest: () => (
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
  ),
  heatNeed: () => heatRamp(heatColour.need),
  heatSupply: () => heatRamp(heatColour.supply),
  heatGap: () => heatRamp(heatColour.gap),
  heatOverlap: () => heatRamp(heatColour.overlap),
  heatCount: () => heatRamp(heatColour.count),
  importance: () =>
    [0, 1, 2, 3, 4].map((k) => (
      <circle
        key={k}
        cx={3 + k * 6.6}
        cy={0}
        r={2.3}
        fill={k < 3 ? 'var(--ink)' : 'none'}
        stroke="var(--ink)"
        strokeWidth={0.9}
      />
    )),
  figures: ({ letter }) => (
    <text x={0} y={4} fontSize={11.5} fontWeight={600} fill="var(--ink)">
      {`${letter} · n`}
    </text>
  ),
  branch: () => <path d="M3 -5L9 0L3 5" fill="none" stroke="var(--ink)" strokeWidth={1.6} />,
  carriers1: () => <CarrierShape step={1} x={10} y={0} text="1" />,
  carriers2: () => <CarrierShape step={2} x={8} y={0} text="2" />,
  carriers3: () => <CarrierShape step={3} x={9} y={0} text="3+" />,
  leftAlone: () => <CarrierShape step={1} x={10} y={0} text="" />,
  unknownMark: () => (
    <circle
      cx={7}
      cy={0}
      r={5.5}
      fill="var(--card)"
      stroke="var(--ink-2)"
      strokeWidth={1.4}
      strokeDasharray="2.5 2"
    />
  ),
  heldCell: () => (
    <>
      <Cell fill="var(--danger-soft)" />
      <Cell fill="none" stroke="var(--danger)" strokeWidth={2} />
      <rect x={3} y={2} width={16} height={3} fill="var(--danger)" />
    </>
  ),
  maybeCell: () => <Cell fill="var(--card)" stroke="var(--danger)" strokeWidth={1.3} strokeDasharray="3 2" />,
  shareCell: () => (
    <>
      <Cell fill="var(--card)" stroke="var(--line-strong)" />
      <rect x={3} y={2} width={8} height={3} fill="var(--supply)" />
    </>
  ),
  unknownCell: () => <Cell fill="var(--card)" stroke="var(--line-strong)" strokeDasharray="3 2" />,
  contractSoon: () => (
    <>
      <path d="M0 0H18" stroke="var(--gap)" strokeWidth={4} />
      <rect x={15} y={-6} width={10} height={12} fill="var(--gap-ink)" />
    </>
  ),
  contractLater: () => (
    <>
      <path d="M0 0H18" stroke="var(--supply)" strokeWidth={4} />
      <rect x={15} y={-6} width={10} height={12} fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.5} />
    </>
  ),
  contractEnded: () => (
    <g fill="none" stroke="var(--ink-2)" strokeWidth={1.3}>
      <rect x={1} y={-6} width={10} height={12} />
      <path d="M1 -6l10 12m0 -12l-10 12M11 0H26" strokeDasharray="2 2" />
    </g>
  ),
} satisfies Swatches;
