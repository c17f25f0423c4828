import { act, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { OpenPage } from './openPage.tsx';

/** Readings of the portfolio that wait for their turn. */
export interface HeldReadings {
  /** Waits until a reading has left the service and has not arrived in the page. */
  readonly held: () => Promise<void>;
  /** Lets the oldest one go on. */
  readonly next: () => Promise<void>;
}

/** Has every reading of the portfolio wait for its turn. */
export function holdReadings({ service: { transport } }: OpenPage): HeldReadings {
  const waiting: (() => void)[] = [];
  const { call } = transport;
  vi.spyOn(transport, 'call').mockImplementation(async (method, input) => {
    const answer = await call(method, input);
    if (method === 'portfolio.current') await new Promise<void>((go) => waiting.push(go));
    return answer;
  });
  const held = (): Promise<void> => waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  return {
    held,
    next: async () => {
      await held();
      await act(async () => waiting.shift()!());
    },
  };
}
