import { DecisionShape } from '../DecisionShape.tsx';
import { HandoffShape } from '../HandoffShape.tsx';
import { StateShape } from '../StateShape.tsx';
import { VerdictLine } from '../VerdictLine.tsx';
import type { Swatches } from './swatch.ts';

/** Marks that stand for one thing: an initiative, a handoff, a decision, a state, a flag. */
export const markSwatches = {
  projectSquare: () => <rect x={1} y={-5.5} width={11} height={11} fill="var(--project)" />,
  productCircle: () => <circle cx={7} cy={0} r={6} fill="var(--product)" />,
  productHollow: () => (
    <circle cx={7} cy={0} r={5.5} fill="var(--card)" stroke="var(--product)" strokeWidth={1.6} />
  ),
  projectHollow: () => (
    <rect x={2} y={-4.5} width={9} height={9} fill="var(--card)" stroke="var(--project)" strokeWidth={1.8} />
  ),
  recordedFilled: () => <path d="M7 -6L13 0L7 6L1 0Z" fill="var(--ink)" />,
  recordedHollow: () => (
    <path
      d="M7 -6L13 0L7 6L1 0Z"
      fill="var(--card)"
      stroke="var(--ink)"
      strokeWidth={1.4}
      strokeDasharray="2.5 1.8"
    />
  ),
  flip: () => <path d="M1 -5L13 5M13 -5L1 5" stroke="var(--danger)" strokeWidth={2} />,
  others: () => <path d="M7 -6L13 0L7 6L1 0Z" fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.4} />,
  sizeScale: () => (
    <>
      <circle cx={4} cy={3} r={3} fill="none" stroke="var(--ink-2)" />
      <circle cx={20} cy={0} r={8} fill="none" stroke="var(--ink-2)" />
    </>
  ),
  ring: () => (
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
  ),
  greyMarks: () => (
    <g fill="none" stroke="var(--ink-3)" opacity={0.6}>
      <rect x={1} y={-5} width={10} height={10} />
      <circle cx={20} cy={0} r={5.4} />
    </g>
  ),
  modelledProject: () => <rect x={3} y={-4} width={8} height={8} fill="var(--project)" opacity={0.6} />,
  modelledProduct: () => <circle cx={7} cy={0} r={4} fill="var(--product)" opacity={0.6} />,
  flag: () => <path d="M3 7V-7H13L10 -3.5L13 0H3" fill="var(--ink)" stroke="var(--ink)" strokeWidth={1.3} />,
  flagHollow: () => (
    <path
      d="M3 7V-7H13L10 -3.5L13 0H3"
      fill="var(--card)"
      stroke="var(--gap-ink)"
      strokeWidth={1.5}
      strokeDasharray="3 1.6"
    />
  ),
  pressFlag: () => (
    <path
      d="M1 8V-8L17 -2L1 4"
      fill="var(--card)"
      stroke="var(--gap-ink)"
      strokeWidth={1}
      strokeLinejoin="round"
    />
  ),
  handoffTeam: ({ letter }) => <HandoffShape kind="team" x={8} y={0} r={7.5} letter={letter} />,
  handoffApproval: ({ letter }) => <HandoffShape kind="approval" x={8} y={0} r={7.5} letter={letter} />,
  handoffLegal: ({ letter }) => <HandoffShape kind="legal" x={8} y={0} r={7.5} letter={letter} />,
  handoffFunding: ({ letter }) => <HandoffShape kind="funding" x={8} y={0} r={7.5} letter={letter} />,
  handoffPartner: ({ letter }) => <HandoffShape kind="partner" x={8} y={0} r={7.5} letter={letter} />,
  assumedHandoff: ({ letter }) => <HandoffShape kind="team" x={8} y={0} r={7.5} letter={letter} assumed />,
  decisionContinue: ({ letter }) => <DecisionShape decision="continue" x={8} y={0} r={7.5} letter={letter} />,
  decisionChange: ({ letter }) => <DecisionShape decision="change" x={8.5} y={0} r={7} letter={letter} />,
  decisionStop: ({ letter }) => <DecisionShape decision="stop" x={8} y={0} r={7.5} letter={letter} />,
  decisionPending: ({ letter }) => <DecisionShape decision="pending" x={8} y={0} r={7} letter={letter} />,
  stateBetter: ({ letter }) => <StateShape x={10} y={0} letter={letter} verdict="better" />,
  stateWorse: ({ letter }) => <StateShape x={10} y={0} letter={letter} verdict="worse" />,
  stateSame: ({ letter }) => <StateShape x={10} y={0} letter={letter} verdict="same" />,
  futureAhead: () => <circle cx={7} cy={0} r={4.5} fill="var(--product)" />,
  futureBehind: () => (
    <circle cx={7} cy={0} r={4} fill="var(--card)" stroke="var(--project)" strokeWidth={1.5} />
  ),
  beforeAfter: () => (
    <g>
      <path d="M4 0H26" stroke="var(--line-strong)" />
      <circle cx={4} cy={0} r={3.6} fill="var(--card)" stroke="var(--ink-2)" strokeWidth={1.8} />
      <circle cx={26} cy={0} r={3.6} fill="var(--ink-2)" />
    </g>
  ),
  movedBetter: () => <VerdictLine verdict="better" d="M1 0H29" strokeWidth={1.8} />,
  movedWorse: () => <VerdictLine verdict="worse" d="M1 0H29" strokeWidth={1.8} />,
  movedUnknown: () => <VerdictLine verdict="same" d="M1 0H29" strokeWidth={1.8} />,
} satisfies Swatches;
