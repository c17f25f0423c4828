import { type RefObject, useEffect, useRef } from 'react';
import type { StripLayout } from '../../charts/cadenceStrip/layout.ts';
import type { StripWindow } from '../../charts/cadenceStrip/stripData.ts';
import { listenToHand } from './listenToHand.ts';

/** Lets the wheel (with Ctrl or ⌘) come closer where the pointer is, and dragging move along the time; a drag is no click. */
export function useStripHand(now: {
  readonly layout: StripLayout;
  readonly shown: StripWindow | null;
  readonly scale: number;
  readonly onShow: (from: number, days: number) => void;
}): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const state = useRef(now);
  useEffect(() => {
    state.current = now;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return listenToHand<StripWindow>(element, {
      onWheel(at, deltaY) {
        const { layout, shown, scale, onShow } = state.current;
        if (!shown) return false;
        const share = Math.max(0, Math.min(1, (at.x / scale - layout.left) / layout.plotWidth));
        const before = shown.to - shown.from;
        const days = before * Math.exp(deltaY * 0.0025);
        onShow(shown.from + share * (before - days), days);
        return true;
      },
      start: () => state.current.shown,
      onDrag(from, dx) {
        const { layout, scale, onShow } = state.current;
        const days = from.to - from.from;
        onShow(from.from - (dx / scale / layout.plotWidth) * days, days);
      },
    });
  }, []);
  return ref;
}
