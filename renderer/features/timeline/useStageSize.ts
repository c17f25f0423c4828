import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Where nothing is laid out (tests), a timeline is as large as on a small laptop. */
const FALLBACK = { width: 880, height: 560 };

/** The inner size in px of an element, scroll bars taken off, followed as it changes. */
export function useStageSize<E extends HTMLElement>(): readonly [
  RefObject<E | null>,
  { readonly width: number; readonly height: number },
] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState(FALLBACK);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const take = (): void => {
      const [width, height] = [element.clientWidth, element.clientHeight];
      if (width > 0 && height > 0) {
        setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
      }
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
