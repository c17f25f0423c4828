import { scaleLinear } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { LEAST_WIDTH } from '../frame/leastWidth.ts';
import { type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Label } from '../frame/rects.ts';
import { type CadenceLayout, layoutCadence } from './cadence.ts';
import { type CurvesLayout, layoutCurves } from './curves.ts';
import type { FlowData, FlowMode } from './flowData.ts';
import type { FlowWords, Frame } from './flowFrame.ts';
import { type KnowledgeLayout, layoutKnowledge } from './knowledge.ts';
import { layoutSwimlane, PHASE_ROW, PHASE_ROWS, type SwimlaneLayout } from './swimlane.ts';

export interface FlowTick {
  readonly x: number;
  readonly label: Label | null;
  readonly strong: boolean;
}

export interface Gutter {
  readonly title: Label;
  readonly lines: readonly Label[];
  readonly tone: 'project' | 'product' | 'ink';
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly ticks: readonly FlowTick[];
  readonly gutters: readonly Gutter[];
  readonly swimlane: SwimlaneLayout | null;
  readonly cadence: CadenceLayout | null;
  readonly recorded: CadenceLayout['recorded'];
  readonly knowledge: KnowledgeLayout;
  readonly curves: CurvesLayout;
  readonly marks: readonly ChartMark[];
}

const GUTTER = 176;
const RIGHT = 26;
const AXIS = 34;
/** What can be lower on a page than on the screen, px: a row of phases, the two bands of curves and what lies between. */
export interface FlowHeights {
  readonly row: number;
  readonly knowledge: number;
  readonly value: number;
  readonly gap: number;
  /** Rows of phases at most. */
  readonly rows: number;
}

const USUAL: FlowHeights = {
  row: PHASE_ROW.usual,
  knowledge: 122,
  value: 196,
  gap: 30,
  rows: PHASE_ROWS.usual,
};
/** As low as they get with the words beside them still apart. */
const LEAST: FlowHeights = {
  row: PHASE_ROW.least,
  knowledge: 44,
  value: 76,
  gap: 20,
  rows: PHASE_ROWS.least,
};

/** Every place of the flow chart in px, from the months and the money; pure. Never narrower than LEAST_WIDTH. */
export function layoutFlow(
  data: FlowData,
  mode: FlowMode,
  availableWidth: number,
  words: FlowWords,
  measure: MeasureText,
  { row, rows, knowledge: knowledgeHeight, value: valueHeight, gap }: FlowHeights = USUAL,
): FlowLayout {
  const width = Math.max(LEAST_WIDTH, Math.floor(availableWidth));
  const left = GUTTER + 36;
  const right = width - RIGHT;
  const horizon = Math.max(1, data.horizon);
  const x = scaleLinear([0, horizon], [left, right]);
  const frame: Frame = { left, right, x, horizon, measure };
  // Room between bands shrinks with the gap between the curves.
  const between = (least: number, usual: number): number =>
    Math.round(least + ((usual - least) * (gap - LEAST.gap)) / (USUAL.gap - LEAST.gap));
  const gutters: Gutter[] = [];
  const marks: ChartMark[] = [];
  let lane = 0;
  let y = AXIS;

  let swimlane: SwimlaneLayout | null = null;
  if (mode !== 'product') {
    gutters.push(gutter(words.projectTitle, words.projectNote, y + 12, 'project', measure));
    swimlane = layoutSwimlane(data.project, frame, y, words, row, rows);
    for (const bar of swimlane.bars) marks.push({ id: bar.id, lane: lane + bar.row, rect: bar.hit });
    for (const change of swimlane.changes) {
      marks.push({ id: change.id, lane: lane + swimlane.rows, rect: change.hit });
    }
    for (const pass of swimlane.passes) marks.push({ id: pass.id, lane: lane + pass.row, rect: pass.hit });
    lane += swimlane.rows + 1;
    y += Math.max(swimlane.height, gutterHeight(gutters.at(-1)!)) + between(10, 18);
  }

  let cadence: CadenceLayout | null = null;
  const strip = layoutCadence(data, mode, frame, y, words);
  if (mode !== 'project') {
    cadence = strip;
    gutters.push(gutter(words.productTitle, words.productNote, y + 12, 'product', measure));
    for (const dot of strip.dots) marks.push({ id: dot.id, lane, rect: dot.hit });
    for (const tranche of strip.tranches) marks.push({ id: tranche.id, lane: lane + 1, rect: tranche.hit });
    lane += 2;
    y += Math.max(strip.height, gutterHeight(gutters.at(-1)!)) + between(4, 12);
  }
  let recorded: CadenceLayout['recorded'] = [];
  if (data.recorded.length > 0) {
    recorded = strip.placeRecorded(y + 14);
    gutters.push(gutter(words.recordedTitle, '', y + 16, 'ink', measure));
    for (const release of recorded) marks.push({ id: release.id, lane, rect: release.hit });
    lane += 1;
    y += recorded.some(({ label }) => label !== null) ? 50 : between(34, 40);
  }

  y += between(2, 8);
  gutters.push(gutter(words.knowledgeTitle, words.knowledgeNote, y + 10, 'ink', measure));
  const knowledge = layoutKnowledge(data, mode, frame, y, knowledgeHeight, words);
  for (const marker of knowledge.markers) marks.push({ id: marker.id, lane, rect: marker.hit });
  for (const stop of knowledge.stops) marks.push({ id: stop.id, lane: lane + stop.lane + 1, rect: stop.hit });
  lane += 3;
  y += knowledgeHeight + gap;

  gutters.push(gutter(words.valueTitle, words.valueNote, y + 12, 'ink', measure));
  const curves = layoutCurves(data, mode, frame, y, valueHeight, words);
  for (const stop of curves.stops) marks.push({ id: stop.id, lane: lane + stop.lane, rect: stop.hit });
  y += valueHeight + between(10, 16);

  return {
    width,
    height: Math.ceil(y),
    plot: { left, right, top: AXIS - 4, bottom: y - 8 },
    ticks: axisTicks(frame, words),
    gutters,
    swimlane,
    cadence,
    recorded,
    knowledge,
    curves,
    marks,
  };
}

/**
 * The flow as high as `height` where that can be: its curves give way first, then the room between its bands, its rows,
 * and at last phases share rows; words keep their size.
 */
export function fitFlow(
  data: FlowData,
  mode: FlowMode,
  { width, height }: { readonly width: number; readonly height: number },
  words: FlowWords,
  measure: MeasureText,
): FlowLayout {
  const place = (heights: FlowHeights): FlowLayout => layoutFlow(data, mode, width, words, measure, heights);
  const usual = place(USUAL);
  if (usual.height <= height) return usual;
  const curves = USUAL.knowledge - LEAST.knowledge + (USUAL.value - LEAST.value);
  const share = Math.max(0, 1 - (usual.height - height) / curves);
  const between = (least: number, most: number): number => Math.floor(least + (most - least) * share);
  let heights: FlowHeights = {
    ...USUAL,
    knowledge: between(LEAST.knowledge, USUAL.knowledge),
    value: between(LEAST.value, USUAL.value),
  };
  let lower = place(heights);
  if (lower.height <= height) return lower;
  heights = { ...heights, gap: Math.max(LEAST.gap, Math.floor(USUAL.gap - (lower.height - height))) };
  lower = place(heights);
  const rows = lower.swimlane?.rows ?? 0;
  if (lower.height <= height || rows === 0) return lower;
  heights = { ...heights, row: Math.max(LEAST.row, Math.floor(USUAL.row - (lower.height - height) / rows)) };
  lower = place(heights);
  while (lower.height > height && heights.rows > LEAST.rows) {
    heights = { ...heights, rows: heights.rows - 1 };
    lower = place(heights);
  }
  return lower;
}

const AXIS_SIZE = 12;

/** Ticks at a step of months that leaves room for their words; whole years stand out and are named as years. */
export function axisTicks(frame: Frame, words: Pick<FlowWords, 'month' | 'year'>): readonly FlowTick[] {
  const pixelsPerMonth = (frame.right - frame.left) / frame.horizon;
  const widest = Math.max(frame.measure(words.year(10), AXIS_SIZE, 600), frame.measure('120', AXIS_SIZE));
  const step = [1, 3, 6, 12, 24, 60].find((months) => months * pixelsPerMonth >= widest + 8) ?? 120;
  const ticks: FlowTick[] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (let month = 0; month <= frame.horizon; month += step) {
    const strong = month % 12 === 0;
    const text = month === 0 ? words.month(0) : strong ? words.year(month / 12) : String(month);
    const weight = strong ? 600 : 400;
    const width = frame.measure(text, AXIS_SIZE, weight);
    const at = frame.x(month);
    const centre = Math.min(at, frame.right + RIGHT - 2 - width / 2);
    const fits = centre - width / 2 >= lastEnd + 4;
    if (fits) lastEnd = centre + width / 2;
    ticks.push({
      x: at,
      strong,
      label: fits ? { text, x: centre, y: 16, anchor: 'middle', size: AXIS_SIZE, weight, width } : null,
    });
  }
  return ticks;
}

function gutter(title: string, note: string, y: number, tone: Gutter['tone'], measure: MeasureText): Gutter {
  const label = (text: string, k: number, size: number, weight: number): Label => ({
    text,
    x: 0,
    y: y + k,
    anchor: 'start',
    size,
    weight,
    width: measure(text, size, weight),
  });
  const titles = wrapText(title, GUTTER - 12, 1, measure, 13, 600);
  return {
    title: label(titles[0] ?? '', 0, 13, 600),
    lines: wrapText(note, GUTTER - 20, 5, measure, 12).map((line, k) => label(line, 17 + k * 15.5, 12, 400)),
    tone,
  };
}

const gutterHeight = (item: Gutter): number => 16 + item.lines.length * 15.5;
