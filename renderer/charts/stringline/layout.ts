import { max, sum } from 'd3-array';
import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import { type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import { axisOver, xOf } from '../timeline/axis.ts';
import { quartersBetween } from '../timeline/calendar.ts';
import { tickLabels } from '../timeline/tickLabels.ts';
import { BADGE, placeStringLabels } from './labels.ts';
import { type LaneSpan, packLanes } from './lanes.ts';
import {
  type Drop,
  type HandoffMark,
  MARK,
  type StationRow,
  type StayBar,
  type StringlineLayout,
  type StringWords,
  type TimeWindow,
  type WaitBar,
} from './scene.ts';
import { orderStations } from './stationOrder.ts';
import { extentOf, type StringlineData, waitingBySpan } from './stringlineData.ts';

const HEAD = 44;
/** Free above the first station and under the last one, px. */
const TOP = 4;
const BOTTOM = 6;
const SIZE = 12.5;
const SMALL = 11;
const RIGHT = 18;
const PAD = 9;
const REST = 18;
/** Lines of a station's name and of the note under it, px. */
const NAME_LINE = 16;
const NOTE_LINE = 15;
const SMALL_MARK = 3;
const LEAST_BAR = 2;
const ALONE_BAR = 14;
/** A lane where several lines share the rows, px. */
const LANE = 24;
/** Lanes of one line alone: on the screen at least, on a page at least, and at most. */
const ALONE_LANE = { screen: 46, page: 28, most: 84 } as const;
const ALONE_HEIGHT = 380;
/**
 * Above and below the lanes of a station, for those that wait besides, and for the note under its name, the best first:
 * on a page, words that can be read are worth more than room around them, than how many others wait, and than the notes.
 */
const AROUND = [
  { pad: PAD, rest: REST, note: NOTE_LINE },
  { pad: 5, rest: REST, note: NOTE_LINE },
  { pad: PAD, rest: 0, note: NOTE_LINE },
  { pad: 3, rest: 0, note: NOTE_LINE },
  { pad: 3, rest: 0, note: 0 },
] as const;

/** Every place of the stringline in px; pure. One line has room for words at each mark, a dozen share the rows. */
export function layoutStringline(
  data: StringlineData,
  availableWidth: number,
  fiscalStartMonth: number,
  words: StringWords,
  measure: MeasureText,
  /** Shows these days only; null shows all. */
  focus: TimeWindow | null = null,
  /** Height that it is to fit into, px; null where it can be scrolled. */
  room: number | null = null,
): StringlineLayout {
  const { lit, rest } = data;
  const alone = lit.length === 1;
  const width = Math.max(480, Math.floor(availableWidth));
  const left = Math.max(120, Math.min(210, Math.round(width * 0.2)));
  const plotWidth = width - left - RIGHT;
  const extent = extentOf(lit);
  const whole = extent && widened(extent);
  const shown = focus ?? whole;
  const axis = shown
    ? axisOver(shown.from, shown.to, plotWidth, shown.to - shown.from)
    : axisOver(0, 365, plotWidth);
  const ticks = extent
    ? tickLabels(axis, left, plotWidth, fiscalStartMonth, words, measure, {
        size: SIZE,
        small: SMALL,
        majorY: 16,
        minorY: 34,
      })
    : { major: [], minor: [] };
  const right = width - RIGHT;
  // What begins before the window or goes on after it is cut at its edges.
  const x = (day: number): number => Math.max(left, Math.min(right, left + xOf(axis, day)));
  const isShown = (from: number, to: number): boolean => to > axis.from && left + xOf(axis, from) < right;

  const spans = lit.flatMap((line, k) => laneSpans(line, k, extent?.to ?? 0, alone ? 0 : axis.pxPerDay));
  const { lane, count } = packLanes(spans);
  const order = orderStations(lit);
  const names = order.map((station) => ({
    station,
    lines: wrapText(words.station(station), left - 18, 2, measure, SIZE, 600),
    note: wrapText(words.note(station), left - 18, 1, measure, SMALL)[0],
    lanes: count.get(station.key) ?? 1,
  }));
  const spread = spreadOver(names, alone, room, rest.length > 0);
  const laneHeight = spread.lane;
  const bar = alone ? ALONE_BAR : 8;
  const quarters = shown && spread.rest > 0 ? quartersBetween(shown.from, shown.to, fiscalStartMonth) : [];
  const waiting = waitingBySpan(rest, quarters);
  const mostRest = max(waiting.values(), (list) => max(list)) ?? 0;

  let y = HEAD + TOP;
  const marks: ChartMark[] = [];
  const stations = names.map((name, k): StationRow => {
    const { station, lines, note } = name;
    const counts = waiting.get(station.key) ?? [];
    const height = stationHeight(name, spread);
    const top = y;
    y += height;
    const label = (line: string, at: number, size: number, weight: number): Label => ({
      text: line,
      x: 2,
      y: top + at,
      anchor: 'start',
      size,
      weight,
      width: measure(line, size, weight),
    });
    return {
      station,
      top,
      height,
      labels: lines.map((line, at) => label(line, 20 + at * NAME_LINE, SIZE, 600)),
      note:
        note === undefined || spread.note === 0
          ? null
          : label(note, 20 + lines.length * NAME_LINE - 1, SMALL, 400),
      rest: counts.flatMap((waits, at) => {
        if (waits === 0) return [];
        const [from, to] = [x(quarters[at]!.from), x(quarters[at]!.to)];
        if (to - from < 1) return [];
        const tall = Math.max(2, ((REST - 5) * waits) / mostRest);
        const id = `rest:${k}:${at}`;
        const rect = { x: from, y: top + height - tall - 1, width: Math.max(1, to - from - 1), height: tall };
        marks.push({ id, lane: lit.length + k, rect: { ...rect, y: top + height - REST, height: REST } });
        return [{ id, count: waits, rect, ...quarters[at]! }];
      }),
    };
  });
  const rowOf = new Map(stations.map((row) => [row.station.key, row]));
  const yOf = new Map<string, number>();
  spans.forEach(({ station, line, stay }, k) => {
    yOf.set(
      `${line}:${stay}`,
      rowOf.get(station)!.top + spread.pad + (lane[k]! + (alone ? 0.62 : 0.66)) * laneHeight,
    );
  });

  const drawn = lit.map((line, k) => placeLine(line, k, { x, isShown, yOf, bar, right }));
  const stays = drawn.flatMap((each) => each.stays);
  const waits = drawn.flatMap((each) => each.waits);
  const releases = drawn.flatMap((each) => each.releases);
  const placed = thinMarks(drawn.flatMap((each) => each.handoffs));
  for (const each of [...stays, ...waits]) {
    marks.push({ id: each.id, lane: each.line, rect: grown(each.rect, 2, 3) });
  }
  for (const each of releases) {
    marks.push({
      id: each.id,
      lane: each.line,
      rect: { x: each.x - 5, y: each.y - 6, width: 10, height: 12 },
    });
  }
  for (const { id, line, x: at, y: middle, r } of placed) {
    const half = Math.max(r, 5);
    marks.push({
      id,
      lane: line,
      rect: { x: at - half, y: middle - half, width: 2 * half, height: 2 * half },
    });
  }
  const drops = drawn.flatMap((each) => each.drops);
  const labelled = placeStringLabels({
    lines: lit,
    alone,
    stays,
    waits,
    drops,
    handoffs: placed,
    bounds: { x: left, y: HEAD, width: right - left + RIGHT - 4, height: y - HEAD },
    words,
    measure,
  });
  return {
    width,
    height: Math.ceil(y) + BOTTOM,
    headBottom: HEAD,
    left,
    ...ticks,
    stations,
    stays,
    idle: drawn.flatMap((each) => each.idle),
    waits,
    drops,
    handoffs: labelled.handoffs,
    steps: labelled.steps,
    releases,
    starts: labelled.starts,
    marks,
    mostRest,
    window: shown,
    focusBar:
      focus && whole
        ? {
            x: left + (plotWidth * (focus.from - whole.from)) / (whole.to - whole.from),
            width: Math.max(8, (plotWidth * (focus.to - focus.from)) / (whole.to - whole.from)),
          }
        : null,
  };
}

/**
 * What a station's height is made of, px: a lane, the room around its lanes, the bars of those that wait besides, and the
 * note under its name.
 */
interface Spread {
  readonly lane: number;
  readonly pad: number;
  readonly rest: number;
  readonly note: number;
}

interface NamedStation {
  readonly lines: readonly string[];
  readonly note: string | undefined;
  readonly lanes: number;
}

const stationHeight = (
  { lines, note, lanes }: NamedStation,
  { lane, pad, rest, note: noteLine }: Spread,
): number =>
  Math.max(
    lanes * lane + 2 * pad + rest,
    lines.length * NAME_LINE + (note === undefined ? 0 : noteLine) + 14,
  );

/**
 * How lines are spread over their stations: into the room of a page, or as on a screen that scrolls. One line alone has
 * lanes as high as find room.
 */
function spreadOver(
  stations: readonly NamedStation[],
  alone: boolean,
  room: number | null,
  others: boolean,
): Spread {
  const { screen, page, most } = ALONE_LANE;
  const ways = AROUND.map((way) => ({ ...way, rest: others ? way.rest : 0 }));
  if (room === null) {
    const lane = alone ? Math.max(screen, Math.min(most, ALONE_HEIGHT / stations.length)) : LANE;
    return { lane, ...ways[0]! };
  }
  const fits = (spread: Spread): boolean =>
    HEAD + TOP + BOTTOM + sum(stations, (station) => stationHeight(station, spread)) <= room;
  const least = alone ? page : LANE;
  const way = ways.find((each) => fits({ lane: least, ...each })) ?? ways.at(-1)!;
  if (alone)
    for (let lane: number = most; lane > page; lane -= 2) if (fits({ lane, ...way })) return { lane, ...way };
  return { lane: least, ...way };
}

/** A little room on both sides, so that nothing stands on the edge. */
export function widened({ from, to }: TimeWindow): TimeWindow {
  const margin = Math.max(5, (to - from) * 0.025);
  return { from: from - margin, to: to + margin };
}

const grown = ({ x, y, width, height }: Rect, by: number, least: number): Rect => ({
  x: x - Math.max(0, (least - width) / 2),
  y: y - by,
  width: Math.max(least, width),
  height: height + 2 * by,
});

/**
 * Each stay with the wait after it, as the work lies there until it goes on, and with room for the line's number at its
 * beginning and the mark at its end where there are several lines (`pxPerDay` above 0).
 */
function laneSpans(
  line: HandoffLine,
  k: number,
  openEnd: number,
  pxPerDay: number,
): readonly (LaneSpan & { readonly stay: number })[] {
  const [badge, mark] = pxPerDay > 0 ? [(2 * BADGE + 2) / pxPerDay, (MARK + 1) / pxPerDay] : [0, 0];
  return line.stays.map(({ station, from, to }, stay) => {
    const next = line.stays[stay + 1];
    const before = stay === 0 ? line.waits.filter((wait) => wait.before === 0) : [];
    return {
      station: station.key,
      line: k,
      stay,
      from: Math.min(from, ...before.map((wait) => wait.from)) - (stay === 0 ? badge : 0),
      to: Math.max(to ?? openEnd, next ? next.from + (next.station.key === station.key ? 0 : mark) : from),
    };
  });
}

interface Place {
  readonly x: (day: number) => number;
  readonly isShown: (from: number, to: number) => boolean;
  readonly yOf: ReadonlyMap<string, number>;
  readonly bar: number;
  readonly right: number;
}

function placeLine(line: HandoffLine, k: number, { x, isShown, yOf, bar, right }: Place) {
  const lane = (stay: number): number => yOf.get(`${k}:${Math.max(0, stay)}`)!;
  const stays = line.stays.flatMap(({ from, to, assumed }, at): StayBar[] => {
    if (!isShown(from, to ?? Number.POSITIVE_INFINITY)) return [];
    const end = to === null ? right : x(to);
    return [
      {
        id: `stay:${k}:${at}`,
        line: k,
        rect: { x: x(from), y: lane(at) - bar / 2, width: Math.max(LEAST_BAR, end - x(from)), height: bar },
        assumed,
        open: to === null,
      },
    ];
  });
  const waits: WaitBar[] = [];
  const idle: { line: number; x: number; to: number; y: number }[] = [];
  line.waits.forEach((wait, at) => {
    // What lies before the end of the work before it is said by the mark: nobody waits while somebody works.
    const from = Math.max(wait.from, line.stays[wait.before - 1]?.to ?? wait.from);
    const y = lane(wait.before - 1);
    if (wait.to - from < 0.5 || !isShown(from, wait.to)) return;
    waits.push({
      id: `wait:${k}:${at}`,
      line: k,
      rect: { x: x(from), y: y - bar / 2, width: Math.max(1, x(wait.to) - x(from)), height: bar },
      assumed: wait.source === 'model',
    });
  });
  const drops = line.stays.slice(1).flatMap((stay, at): Drop[] => {
    const before = line.stays[at]!;
    const waitsHere = line.waits.filter((wait) => wait.before === at + 1);
    const first = Math.min(stay.from, ...waitsHere.map(({ from }) => from));
    if (before.to !== null && first - before.to > 1 && isShown(before.to, first)) {
      idle.push({ line: k, x: x(before.to), to: x(first), y: lane(at) });
    }
    const [fromY, toY] = [lane(at), lane(at + 1)];
    if (fromY === toY || !isShown(stay.from, stay.from + 1)) return [];
    const rows = line.handoffs.filter(({ into }) => into === at + 1);
    return [
      { line: k, x: x(stay.from), fromY, toY, assumed: rows.every(({ handoffId }) => handoffId === null) },
    ];
  });
  // Alone there is room beside the bar, so that a short wait can be seen; it stands on the way that the work takes.
  const markY = (into: number): number => {
    const at = lane(into - 1);
    if (bar < ALONE_BAR) return at;
    return at + (lane(into) < at ? -1 : 1) * (bar / 2 + MARK + 1);
  };
  const handoffs = line.handoffs.flatMap((handoff, at): HandoffMark[] =>
    isShown(handoff.at, handoff.at + 1)
      ? [
          {
            id: `handoff:${k}:${at}`,
            line: k,
            kind: handoff.kind,
            x: x(handoff.at),
            y: markY(handoff.into),
            r: MARK,
            assumed: handoff.handoffId === null,
            label: null,
          },
        ]
      : [],
  );
  const releases = line.releases.flatMap(({ day, out }, at) =>
    isShown(day, day + 1) ? [{ id: `release:${k}:${at}`, line: k, x: x(day), y: lane(0), out }] : [],
  );
  return { stays, waits, idle, drops, handoffs, releases };
}

/** Of marks that would lie on each other, the one on record (else the first) keeps its letter; the others become dots below. */
function thinMarks(marks: readonly HandoffMark[]): readonly HandoffMark[] {
  const kept: HandoffMark[] = [];
  const small = new Set<string>();
  for (const mark of [...marks].sort((a, b) => Number(a.assumed) - Number(b.assumed) || a.x - b.x)) {
    const crowded = kept.some(
      (other) => Math.abs(other.x - mark.x) < 2 * MARK && Math.abs(other.y - mark.y) < 2 * MARK,
    );
    if (crowded) small.add(mark.id);
    else kept.push(mark);
  }
  return marks.map((mark) =>
    small.has(mark.id) ? { ...mark, r: SMALL_MARK, y: mark.y + MARK + SMALL_MARK + 1 } : mark,
  );
}
