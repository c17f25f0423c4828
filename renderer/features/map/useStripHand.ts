import { type RefObject, useEffect, useRef } from 'react';
import type { StripLayout } from '../../charts/cadenceStrip/layout.ts';
import type { StripWindow } from '../../charts/cadenceStrip/stripData.ts';

const DRAG = 4;

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
    let drag: { x: number; shown: StripWindow; moved: boolean } | null = null;
    const drawingOf = (target: EventTarget | null): Element | null =>
      target instanceof Element
        ? (target.closest('[role="application"]')?.querySelector('svg') ?? null)
        : null;
    const onWheel = (event: WheelEvent): void => {
      const { layout, shown, scale, onShow } = state.current;
      const drawing = drawingOf(event.target);
      if (!drawing || !shown || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const x = (event.clientX - drawing.getBoundingClientRect().left) / scale - layout.left;
      const at = Math.max(0, Math.min(1, x / layout.plotWidth));
      const before = shown.to - shown.from;
      const days = before * Math.exp(event.deltaY * 0.0025);
      onShow(shown.from + at * (before - days), days);
    };
    const onDown = (event: PointerEvent): void => {
      const { shown } = state.current;
      if (event.button !== 0 || !shown || !drawingOf(event.target)) return;
      drag = { x: event.clientX, shown, moved: false };
    };
    const onMove = (event: PointerEvent): void => {
      if (!drag) return;
      const dx = event.clientX - drag.x;
      if (!drag.moved && Math.abs(dx) < DRAG) return;
      drag.moved = true;
      const { layout, scale, onShow } = state.current;
      const days = drag.shown.to - drag.shown.from;
      onShow(drag.shown.from - (dx / scale / layout.plotWidth) * days, days);
    };
    const onUp = (): void => {
      if (drag && !drag.moved) drag = null;
    };
    const onClick = (event: MouseEvent): void => {
      if (drag?.moved) event.stopPropagation();
      drag = null;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('click', onClick, true);
    globalThis.addEventListener('pointermove', onMove);
    globalThis.addEventListener('pointerup', onUp);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('click', onClick, true);
      globalThis.removeEventListener('pointermove', onMove);
      globalThis.removeEventListener('pointerup', onUp);
    };
  }, []);
  return ref;
}
