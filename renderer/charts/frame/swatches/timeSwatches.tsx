import type { SVGProps } from 'react';
import type { Swatches } from './swatch.ts';

/** A bar whose outline says what it is. */
const OutlinedBar = (look: SVGProps<SVGRectElement>) => (
  <rect x={0.7} y={-5} width={25} height={10} {...look} />
);

/** What stands on a time axis: bars, waits, bands, lines and what hangs on them. */
export const timeSwatches = {
  projectBar: () => <rect x={0} y={-5} width={26} height={10} fill="var(--project)" />,
  projectBare: () => (
    <rect
      x={0.4}
      y={-5}
      width={25.2}
      height={10}
      fill="var(--project-soft)"
      stroke="var(--project)"
      strokeWidth={0.7}
    />
  ),
  projectLine: () => (
    <>
      <path d="M0 0H26" stroke="var(--project)" strokeWidth={2.5} />
      <rect x={9} y={-4} width={8} height={8} fill="var(--project)" stroke="var(--card)" strokeWidth={0.8} />
    </>
  ),
  productLine: () => (
    <>
      <path d="M0 0H26" stroke="var(--product)" strokeWidth={2.5} strokeLinecap="round" />
      <circle cx={13} cy={0} r={4.4} fill="var(--product)" stroke="var(--card)" strokeWidth={0.8} />
    </>
  ),
  productBar: ({ patterns }) => (
    <path d="M0 -5H21A5 5 0 0 1 21 5H0Z" fill={`url(#${patterns}-product)`} stroke="var(--product)" />
  ),
  wait: ({ patterns }) => <rect x={0} y={-6} width={26} height={12} fill={`url(#${patterns}-wait)`} />,
  relearning: ({ patterns }) => (
    <rect x={0} y={-6} width={26} height={12} fill={`url(#${patterns}-relearn)`} stroke="var(--project)" />
  ),
  band: () => (
    <>
      <rect x={0} y={-6} width={12} height={12} fill="var(--project)" opacity={0.18} />
      <rect x={14} y={-6} width={12} height={12} fill="var(--product)" opacity={0.18} />
      <path d="M0 -6H12M0 6H12" stroke="var(--project)" strokeOpacity={0.75} strokeWidth={0.8} />
      <path
        d="M14 -6H26M14 6H26"
        stroke="var(--product)"
        strokeOpacity={0.75}
        strokeWidth={0.8}
        strokeDasharray="0.1 3"
        strokeLinecap="round"
      />
    </>
  ),
  dashes: () => <path d="M0 0H26" stroke="var(--ink-2)" strokeWidth={1.6} strokeDasharray="5 4" />,
  lowBar: () => <OutlinedBar fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.4} />,
  highBar: () => <rect x={0} y={-5} width={26} height={10} fill="var(--ink-2)" />,
  // Fading in steps: a gradient would need a name of its own in every drawing.
  openBand: () => (
    <>
      <path d="M18 -6H6A6 6 0 0 0 6 6H18Z" fill="var(--product)" opacity={0.3} />
      <rect x={18} y={-6} width={8} height={12} fill="var(--product)" opacity={0.17} />
      <rect x={26} y={-6} width={8} height={12} fill="var(--product)" opacity={0.08} />
      <path d="M3 0H26" stroke="var(--product)" strokeWidth={2} />
    </>
  ),
  handOver: () => <path d="M2 -4H12L7 4Z" fill="var(--card)" stroke="var(--project)" strokeWidth={1.3} />,
  criticalHandOver: () => (
    <path d="M2 -4H12L7 4Z" fill="var(--danger)" stroke="var(--danger)" strokeWidth={1.3} />
  ),
  criticalPhase: () => (
    <>
      <rect x={0} y={-2} width={26} height={8} fill="var(--project)" />
      <rect x={0} y={-6} width={26} height={2} fill="var(--ink)" />
    </>
  ),
  actual: () => <rect x={0} y={-1.2} width={26} height={2.5} fill="var(--ink-2)" />,
  arrow: () => (
    <>
      <path d="M0 -4H10V3H19" fill="none" stroke="var(--ink-2)" strokeWidth={1.3} />
      <path d="M18 -1L25 3L18 7Z" fill="var(--ink-2)" />
    </>
  ),
  brokenArrow: () => (
    <>
      <path d="M0 0H12" stroke="var(--danger)" strokeWidth={2} strokeDasharray="5 3" />
      <path d="M19 -7L26 5.5H12Z" fill="var(--danger)" />
      <path d="M19 -2.5V1.2M19 2.6V4.2" stroke="var(--card)" strokeWidth={1.6} />
    </>
  ),
  tranche: () => (
    <>
      <rect x={0} y={-2} width={12} height={4} fill="var(--product)" />
      <rect x={14} y={-1.5} width={12} height={3} fill="var(--card)" stroke="var(--product)" />
    </>
  ),
  todayLine: () => <path d="M7 -7V7" stroke="var(--ink)" strokeWidth={1.6} />,
  dataLine: () => <path d="M7 -7V7" stroke="var(--ink-2)" strokeWidth={1.4} strokeDasharray="4 3" />,
  overload: () => (
    <>
      <rect x={0} y={-6.5} width={26} height={13} rx={3} fill="var(--danger-soft)" />
      <path d="M13 -4L18 4H8Z" fill="var(--danger)" />
    </>
  ),
  forgone: () => <OutlinedBar fill="none" stroke="var(--ink-2)" strokeWidth={1.3} strokeDasharray="4 2.5" />,
  wholeBar: () => <OutlinedBar fill="none" stroke="var(--ink-3)" strokeWidth={1} />,
  whisker: () => <path d="M1 0H25M1 -4V4M25 -4V4" fill="none" stroke="var(--ink)" strokeWidth={1.6} />,
  assumedStep: () => (
    <OutlinedBar fill="var(--project-soft)" stroke="var(--project)" strokeDasharray="4 3" opacity={0.6} />
  ),
  idleLine: () => <path d="M0 0H26" stroke="var(--project)" strokeWidth={1.6} strokeDasharray="1.5 3" />,
  restBars: () => (
    <g fill="var(--line-strong)" opacity={0.7}>
      <rect x={1} y={0} width={7} height={6} />
      <rect x={9} y={-6} width={7} height={12} />
      <rect x={17} y={-2} width={7} height={8} />
    </g>
  ),
  scatterBar: ({ patterns }) => (
    <rect x={0} y={-6} width={26} height={12} fill={`url(#${patterns}-wait)`} stroke="var(--project)" />
  ),
  valueAfter: () => <path d="M7 6V-6" stroke="var(--ink)" strokeWidth={3.2} />,
  baseTick: () => <path d="M7 -8V8" stroke="var(--ink)" strokeWidth={2} />,
} satisfies Swatches;
