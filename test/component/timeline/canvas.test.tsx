import { render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Paint, Scene } from '../../../renderer/charts/timeline/scene.ts';
import { StageCanvas } from '../../../renderer/features/timeline/StageCanvas.tsx';

afterEach(() => vi.restoreAllMocks());

const size = { width: 100, height: 50 };
const scene = (fill: Paint): Scene => ({
  ...size,
  plotBox: { x: 0, y: 0, ...size },
  plot: [{ kind: 'rect', x: 0, y: 0, width: 50, height: 10, fill }],
  side: [],
  head: [],
});

it('still knows the colours of the theme when the canvas that first asked for them is gone', () => {
  const stops: string[] = [];
  const context = {
    setTransform: () => undefined,
    clearRect: () => undefined,
    save: () => undefined,
    restore: () => undefined,
    beginPath: () => undefined,
    rect: () => undefined,
    clip: () => undefined,
    fillRect: () => undefined,
    createLinearGradient: () => ({ addColorStop: (_at: number, colour: string) => stops.push(colour) }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  // As browsers do: the style of an element lives as long as the element is in the page.
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(
    (element) =>
      ({ getPropertyValue: () => (element.isConnected ? '#0b7285' : '') }) as unknown as CSSStyleDeclaration,
  );
  render(<StageCanvas scene={scene('--project')} size={size} />).unmount();
  render(<StageCanvas scene={scene('fade')} size={size} />);
  expect(stops).toEqual(['#0b7285', '#0b728500']);
});
