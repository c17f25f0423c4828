/** Px that a hand may tremble before a press counts as dragging. */
const DRAG = 4;

/** What a hand does to a drawing; a drag is of what `start` answered. */
export interface Hand<T> {
  /** The wheel was turned with Ctrl or ⌘ at a point of the drawing, px from its corner. Answers whether that meant anything. */
  readonly onWheel: (at: { readonly x: number; readonly y: number }, deltaY: number) => boolean;
  /** The drawing was pressed; null where there is nothing to drag. */
  readonly start: () => T | null;
  /** The pointer is now so many px from where it was pressed. */
  readonly onDrag: (from: T, dx: number, dy: number) => void;
}

/** Listens to wheel and pointer on the drawing in an element; a drag is no click. Answers what ends the listening. */
export function listenToHand<T>(element: HTMLElement, hand: Hand<T>): () => void {
  let drag: { readonly x: number; readonly y: number; readonly from: T; moved: boolean } | null = null;
  const drawingOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? (target.closest('[role="application"]')?.querySelector('svg') ?? null) : null;
  const onWheel = (event: WheelEvent): void => {
    const drawing = drawingOf(event.target);
    if (!drawing || !(event.ctrlKey || event.metaKey)) return;
    const box = drawing.getBoundingClientRect();
    if (hand.onWheel({ x: event.clientX - box.left, y: event.clientY - box.top }, event.deltaY))
      event.preventDefault();
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !drawingOf(event.target)) return;
    const from = hand.start();
    if (from !== null) drag = { x: event.clientX, y: event.clientY, from, moved: false };
  };
  const onMove = (event: PointerEvent): void => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < DRAG) return;
    drag.moved = true;
    hand.onDrag(drag.from, dx, dy);
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
}
