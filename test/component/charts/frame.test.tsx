import { render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ChartFrame } from '../../../renderer/charts/frame/ChartFrame.tsx';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';

afterEach(() => vi.restoreAllMocks());

const room = 730;
const bar = 10;

/** The width of the drawing of a picture of that height, in a room in which a scroll bar takes its part. */
function drawnWidth(height: number): number {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(room);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(room - bar);
  const { container } = render(
    <ChartFrame
      name="picture"
      words={{ title: 'Picture', subtitle: '', footer: '', description: '' }}
      legend={[]}
      table={() => ({ caption: '', columns: [], rows: [] })}
      marks={[]}
      cardOf={() => ({ title: '', rows: [] })}
      size={{ width: room, height }}
      measure={estimateWidth}
      maxHeight={500}
      drawing={() => null}
    />,
  );
  return Number(container.querySelector('[role=application] > svg')?.getAttribute('width'));
}

it('makes room for the bar where a picture scrolls, and is not scrolled sideways by it', () => {
  expect(drawnWidth(2_000)).toBe(room - bar);
});

it('takes the whole room where it does not scroll', () => {
  expect(drawnWidth(400)).toBe(room);
});
