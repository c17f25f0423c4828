import { act, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { MethodName } from '../../../shared/contract/methods.ts';
import type { OpenPage } from './openPage.tsx';

/** Readings of the portfolio that wait for their turn. */
export interface HeldReadings {
  /** Waits until a reading has left the service and has not arrived in the page. */
  readonly held: () => Promise<void>;
  /** Lets the oldest one go on. */
  readonly next: () => Promise<void>;
}

/** Has every reading of the portfolio wait for its turn, or every answer to another method. */
export function holdReadings(
  { service: { transport } }: OpenPage,
  held: MethodName = 'portfolio.current',
): HeldReadings {
  const waiting: (() => void)[] = [];
  const { call } = transport;
  vi.spyOn(transport, 'call').mockImplementation(async (method, input) => {
    const answer = await call(method, input);
    if (method === held) await new Promise<void>((go) => waiting.push(go));
    return answer;
  });
  const isWaiting = (): Promise<void> => waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  return {
    held: isWaiting,
    next: async () => {
      await isWaiting();
      await act(async () => waiting.shift()!());
    },
  };
}
