import { type RefObject, useEffect, useRef } from 'react';

/** Px of a line, for wheels that count in lines. */
const LINE = 16;
const ZOOM_SPEED = 0.002;

/**
 * The wheel over an element: with Control it zooms, sideways or with Shift it pans; up and down stays with the browser,
 * which scrolls. React listens to the wheel passively; here it must be kept from scrolling or zooming the page.
 */
export function useWheel(
  ref: RefObject<HTMLElement | null>,
  act: {
    /** `x` is the place of the pointer in the element, px. */
    readonly zoom: (factor: number, x: number) => void;
    readonly pan: (px: number) => void;
  },
): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const turn = (event: WheelEvent): void => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const x = event.clientX - element.getBoundingClientRect().left;
        latest.current.zoom(Math.exp(-event.deltaY * unit * ZOOM_SPEED), x);
        return;
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (sideways === 0 || (!event.shiftKey && Math.abs(sideways) <= Math.abs(event.deltaY))) return;
      event.preventDefault();
      latest.current.pan(sideways * unit);
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [ref]);
}
