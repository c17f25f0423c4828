import type { MeasureText } from './measureText.ts';

/** What a legend entry shows; each is drawn by the same hand as the marks themselves. */
export type Swatch =
  | 'projectBar'
  | 'projectBare'
  | 'projectLine'
  | 'productLine'
  | 'projectSquare'
  | 'productCircle'
  | 'productHollow'
  | 'recordedFilled'
  | 'recordedHollow'
  | 'wait'
  | 'relearning'
  | 'band'
  | 'dashes'
  | 'gap'
  | 'overlap'
  | 'need'
  | 'supply'
  | 'lowBar'
  | 'highBar'
  | 'flip'
  | 'others'
  | 'sizeScale'
  | 'columnMark'
  | 'columnRest'
  | 'heatNeed'
  | 'heatSupply'
  | 'heatGap'
  | 'heatOverlap'
  | 'heatCount'
  | 'importance'
  | 'figures'
  | 'branch'
  | 'openBand'
  | 'handOver'
  | 'criticalHandOver'
  | 'criticalPhase'
  | 'actual'
  | 'arrow'
  | 'brokenArrow'
  | 'tranche'
  | 'todayLine'
  | 'dataLine'
  | 'overload'
  | 'productBar'
  | 'forgone'
  | 'wholeBar'
  | 'whisker'
  | 'projectHollow'
  | 'ring'
  | 'greyMarks'
  | 'modelledProject'
  | 'modelledProduct'
  | 'valueAfter'
  | 'flag'
  | 'flagHollow'
  | 'pressFlag'
  | 'handoffTeam'
  | 'handoffApproval'
  | 'handoffLegal'
  | 'handoffFunding'
  | 'handoffPartner'
  | 'assumedHandoff'
  | 'assumedStep'
  | 'idleLine'
  | 'restBars'
  | 'decisionContinue'
  | 'decisionChange'
  | 'decisionStop'
  | 'decisionPending'
  | 'carriers1'
  | 'carriers2'
  | 'carriers3'
  | 'unknownMark'
  | 'scatterBar'
  | 'heldCell'
  | 'maybeCell'
  | 'shareCell'
  | 'unknownCell'
  | 'contractSoon'
  | 'contractLater'
  | 'contractEnded'
  | 'leftAlone'
  | 'baseTick'
  | 'stateBetter'
  | 'stateWorse'
  | 'stateSame'
  | 'futureAhead'
  | 'futureBehind'
  | 'beforeAfter'
  | 'movedBetter'
  | 'movedWorse'
  | 'movedUnknown';

export interface LegendItem {
  readonly swatch: Swatch;
  readonly label: string;
  /** The letter inside the mark, for swatches that carry one. */
  readonly letter?: string;
}

export interface PlacedLegendItem extends LegendItem {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly width: number;
}

export const LEGEND_SIZE = 12;
const SWATCH_WIDTH: Readonly<Partial<Record<Swatch, number>>> = {
  gap: 34,
  overlap: 34,
  wait: 26,
  relearning: 26,
  band: 26,
  dashes: 26,
  projectLine: 26,
  productLine: 26,
  supply: 26,
  lowBar: 26,
  highBar: 26,
  projectBar: 26,
  projectBare: 26,
  sizeScale: 30,
  heatNeed: 62,
  heatSupply: 62,
  heatGap: 62,
  heatOverlap: 62,
  heatCount: 62,
  importance: 34,
  figures: 34,
  openBand: 34,
  criticalPhase: 26,
  actual: 26,
  arrow: 26,
  brokenArrow: 30,
  tranche: 26,
  overload: 26,
  productBar: 26,
  forgone: 26,
  wholeBar: 26,
  whisker: 26,
  ring: 18,
  greyMarks: 26,
  assumedStep: 26,
  idleLine: 26,
  restBars: 26,
  scatterBar: 26,
  pressFlag: 18,
  heldCell: 26,
  maybeCell: 26,
  shareCell: 26,
  unknownCell: 26,
  contractSoon: 26,
  contractLater: 26,
  contractEnded: 26,
  handoffTeam: 17,
  handoffApproval: 17,
  handoffLegal: 18,
  handoffFunding: 17,
  handoffPartner: 18,
  assumedHandoff: 17,
  decisionContinue: 18,
  decisionChange: 18,
  decisionStop: 17,
  decisionPending: 17,
  carriers1: 22,
  carriers2: 18,
  carriers3: 18,
  leftAlone: 22,
  stateBetter: 20,
  stateWorse: 20,
  stateSame: 20,
  beforeAfter: 30,
  movedBetter: 30,
  movedWorse: 30,
  movedUnknown: 30,
};
const LINE_HEIGHT = 22;
const SPACE = 22;

/** Px that a swatch takes, its gap to the words included. */
export const swatchWidth = (swatch: Swatch): number => (SWATCH_WIDTH[swatch] ?? 14) + 6;

/** Legend entries in lines that fit into `width`; `height` is what they take. */
export function layoutLegend(
  items: readonly LegendItem[],
  width: number,
  measure: MeasureText,
): { readonly items: readonly PlacedLegendItem[]; readonly height: number } {
  const placed: PlacedLegendItem[] = [];
  let x = 0;
  let line = 0;
  for (const item of items) {
    const itemWidth = swatchWidth(item.swatch) + measure(item.label, LEGEND_SIZE);
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      line += 1;
    }
    placed.push({ ...item, x, y: line * LINE_HEIGHT + LINE_HEIGHT / 2, width: itemWidth });
    x += itemWidth + SPACE;
  }
  return { items: placed, height: items.length === 0 ? 0 : (line + 1) * LINE_HEIGHT };
}
