import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { canvasMeasure, estimateWidth, type MeasureText } from './measureText.ts';

/** Where nothing is laid out (tests), a chart is as wide as on a small laptop. */
const FALLBACK_WIDTH = 880;

/** The width in px of an element, followed as it changes. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(FALLBACK_WIDTH);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const take = (): void => {
      const next = Math.floor(element.clientWidth);
      if (next > 0) setWidth(next);
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
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
