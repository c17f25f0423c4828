import { afterEach, expect, it, vi } from 'vitest';
import { httpTransport } from '../../renderer/transport/http.ts';

afterEach(() => vi.unstubAllGlobals());

it('says that the program does not answer, not that it failed inside, where the host has ended', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await httpTransport().call('portfolio.current', {})).toMatchObject({
    ok: false,
    error: { code: 'no_answer', message: expect.stringContaining('Failed to fetch') },
  });
});
