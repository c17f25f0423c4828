import { type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { LEAST_WIDTH } from './leastWidth.ts';
import { estimateWidth, type MeasureText } from './measureText.ts';
import { StageContext } from './stage.ts';

/** Where nothing is laid out (tests), a chart is as wide as on a small laptop. */
const FALLBACK_WIDTH = 880;

/** What the frame takes from its own width, both sides together (px): padding and border. */
const FRAME_PADDING = 34;
/** The text size (px) that the layouts are made for; themes with larger texts enlarge the whole chart. */
const TEXT = 13;

/** The smallest text of most layouts, px. */
const SMALLEST = 11;

/** Room for a chart; see `useChartSpace`. */
export interface ChartSpace {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly width: number;
  /** False while the width is a guess, before anything of the view was ever measured; never so once a person sees it. */
  readonly known: boolean;
  /** Null where a chart may be as high as it likes. */
  readonly height: number | null;
  readonly scale: number;
}

/**
 * Room for a chart inside its frame: `width` in the layout's own px, shown `scale` times as large. On a stage there is a
 * `height` to fill too, and the scale makes the layout's smallest text (px) as large as a room needs it. Elsewhere a
 * larger type does not push what is at the right, such as amounts, out of a layout that is at least `leastWidth` wide.
 */
export function useChartSpace(smallestText = SMALLEST, leastWidth = LEAST_WIDTH): ChartSpace {
  const stage = useContext(StageContext);
  const [ref, outer, measured] = useWidth<HTMLDivElement>();
  // Asked again with each theme: its tokens say how large texts are.
  usePreferences((state) => state.theme);
  const text = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--text-m'));
  if (stage) {
    const scale = stage.label / smallestText;
    return { ref, width: stage.width / scale, known: true, height: stage.height / scale, scale };
  }
  const room = outer - FRAME_PADDING;
  const enlarged = Number.isFinite(text) && text > 0 ? text / TEXT : 1;
  const scale = Math.max(1, Math.min(enlarged, room / leastWidth));
  return { ref, width: room / scale, known: measured, height: null, scale };
}

// How wide the chart of each view was last, and any chart: a chart that is first laid out for a wrong width is laid out,
// drawn and measured twice before anybody sees it.
const widths = new Map<string, number>();
let lastWidth = FALLBACK_WIDTH;

/** The width in px of an element, followed as it changes; at first as wide as the view's chart was last, if it was any. */
function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, width: number, known: boolean] {
  const ref = useRef<E>(null);
  const [view] = useState(() => useView.getState().view);
  const [width, setWidth] = useState(() => widths.get(view) ?? lastWidth);
  const [known, setKnown] = useState(() => widths.has(view));
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return setKnown(true);
    const take = (): void => {
      const next = Math.floor(element.clientWidth);
      if (next <= 0) return;
      lastWidth = next;
      widths.set(view, next);
      setWidth(next);
    };
    take();
    setKnown(true);
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [view]);
  return [ref, width, known];
}

let shared: MeasureText | null = null;

/** The page's measure of text, again once its fonts have arrived; an estimate where there is no canvas. */
export function useMeasure(): MeasureText {
  const [measure, setMeasure] = useState<MeasureText>(() => shared ?? pageMeasure());
  useLayoutEffect(() => {
    if (shared || !document.fonts) return;
    let gone = false;
    void document.fonts.ready.then(() => {
      shared = pageMeasure();
      if (!gone) setMeasure(() => shared ?? estimateWidth);
    });
    return () => {
      gone = true;
    };
  }, []);
  return measure;
}

function pageMeasure(): MeasureText {
  // jsdom has no canvas and would log an error when asked for one.
  if (!document.fonts) return estimateWidth;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return estimateWidth;
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font').trim();
  return canvasMeasure(context, family || 'sans-serif');
}

/** Measures with a canvas context and remembers each answer. */
function canvasMeasure(context: CanvasRenderingContext2D, family: string): MeasureText {
  const known = new Map<string, number>();
  return (text, size, weight = 400) => {
    const key = `${size}/${weight}/${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${weight} ${size}px ${family}`;
      width = context.measureText(text).width;
      if (known.size > 20_000) known.clear();
      known.set(key, width);
    }
    return width;
  };
}
