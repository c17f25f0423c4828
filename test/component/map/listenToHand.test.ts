import { fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenToHand } from '../../../renderer/features/map/listenToHand.ts';

const listened = () => {
  document.body.innerHTML =
    '<div id="frame"><div role="application"><svg><rect id="mark"></rect></svg></div><p id="beside"></p></div>';
  const frame = document.getElementById('frame') as HTMLElement;
  const [mark, beside] = [document.getElementById('mark')!, document.getElementById('beside')!];
  const hand = {
    onWheel: vi.fn(() => true),
    start: vi.fn((): string | null => 'here'),
    onDrag: vi.fn(),
  };
  const clicked = vi.fn();
  frame.addEventListener('click', clicked);
  return { mark, beside, hand, clicked, stop: listenToHand(frame, hand) };
};
const press = (target: Element, from: readonly [number, number], to: readonly [number, number]): void => {
  fireEvent.pointerDown(target, { button: 0, clientX: from[0], clientY: from[1] });
  fireEvent.pointerMove(window, { clientX: to[0], clientY: to[1] });
  fireEvent.pointerUp(window);
  fireEvent.click(target);
};

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a hand on a drawing', () => {
  it('drags from where it pressed, and a drag is no click', () => {
    const { mark, hand, clicked } = listened();
    press(mark, [10, 10], [30, 4]);
    expect(hand.onDrag.mock.calls).toEqual([['here', 20, -6]]);
    expect(clicked).not.toHaveBeenCalled();
  });

  it('that only trembles clicks, and moves nothing', () => {
    const { mark, hand, clicked } = listened();
    press(mark, [10, 10], [12, 11]);
    expect(hand.onDrag).not.toHaveBeenCalled();
    expect(clicked).toHaveBeenCalledOnce();
    fireEvent.pointerMove(window, { clientX: 90, clientY: 90 });
    expect(hand.onDrag).not.toHaveBeenCalled();
  });

  it('drags nothing beside the drawing, nor where there is nothing to drag', () => {
    const { mark, beside, hand } = listened();
    press(beside, [10, 10], [60, 10]);
    hand.start.mockReturnValue(null);
    press(mark, [10, 10], [60, 10]);
    expect(hand.onDrag).not.toHaveBeenCalled();
  });

  it('turns the wheel for the page unless Ctrl or ⌘ is held and it means anything here', () => {
    const { mark, hand } = listened();
    expect(fireEvent.wheel(mark, { deltaY: 5 })).toBe(true);
    expect(hand.onWheel).not.toHaveBeenCalled();
    expect(fireEvent.wheel(mark, { deltaY: 5, ctrlKey: true, clientX: 7, clientY: 8 })).toBe(false);
    expect(hand.onWheel).toHaveBeenLastCalledWith({ x: 7, y: 8 }, 5);
    hand.onWheel.mockReturnValue(false);
    expect(fireEvent.wheel(mark, { deltaY: 5, metaKey: true })).toBe(true);
  });

  it('is not listened to any more after the end', () => {
    const { mark, hand, stop } = listened();
    stop();
    press(mark, [10, 10], [60, 10]);
    fireEvent.wheel(mark, { deltaY: 5, ctrlKey: true });
    expect(hand.start).not.toHaveBeenCalled();
    expect(hand.onWheel).not.toHaveBeenCalled();
  });
});
