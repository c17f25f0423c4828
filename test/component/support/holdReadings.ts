import { act, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { OpenPage } from './openPage.tsx';

/** Has every reading of the portfolio wait for its turn; answers what lets the oldest one go on. */
export function holdReadings({ service: { transport } }: OpenPage): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const { call } = transport;
  vi.spyOn(transport, 'call').mockImplementation(async (method, input) => {
    const answer = await call(method, input);
    if (method === 'portfolio.current') await new Promise<void>((go) => waiting.push(go));
    return answer;
  });
  return async () => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    await act(async () => waiting.shift()!());
  };
}
