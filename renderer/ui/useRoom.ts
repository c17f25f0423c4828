import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width (px) inside an element, followed as it changes; null before it is laid out. */
export function useRoom(ref: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const take = (): void => setRoom(element.clientWidth > 0 ? element.clientWidth : null);
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
