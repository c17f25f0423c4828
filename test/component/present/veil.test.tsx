import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { setHidden, useHiding } from '../../../renderer/state/hiding.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { hide } from '../../../renderer/state/presentActions.ts';
import { firstLook, usePresent } from '../../../renderer/state/presentStore.ts';
import { follow } from '../../../renderer/state/projection.ts';
import { captureView } from '../../../renderer/state/viewCapture.ts';
import type { Hidden } from '../../../shared/storyboard/mask.ts';
import { initiative } from '../../helpers/records.ts';
import { holdReadings } from '../support/holdReadings.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage | null = null;
let channel: BroadcastChannel | null = null;
afterEach(async () => {
  channel?.close();
  vi.restoreAllMocks();
  act(() => setHidden({ names: false, amounts: false }));
  await page?.close();
});

const secret = 'Claims portal';
const holds = (): boolean => JSON.stringify(usePortfolio.getState().records).includes(secret);
const veiled = (): boolean => usePresent.getState().veiled;

it('shows the room nothing until the last reading is masked, however fast one thing after another is hidden', async () => {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: { ...initiative('i1', { name: secret }) } }]);
  const { next } = holdReadings(page!);
  let all: Promise<unknown> = Promise.resolve();
  act(() => {
    all = Promise.all([hide({ names: false, amounts: true }), hide({ names: true, amounts: true })]);
  });
  await next();
  expect(veiled()).toBe(true);
  await next();
  await act(() => all);
  expect(veiled()).toBe(false);
  expect(holds()).toBe(false);
});

it('keeps a projected window veiled when the presenter goes on before it was masked', async () => {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: { ...initiative('i1', { name: secret }) } }]);
  expect(holds()).toBe(true);
  channel = new BroadcastChannel('throughline.present.room');
  const tell = (hidden: Hidden, turn: number): void =>
    channel?.postMessage({
      kind: 'shown',
      view: captureView(),
      session: null,
      look: { ...firstLook, screen: turn },
      timer: false,
      hidden,
      language: 'en',
    });
  follow('room');
  tell({ names: false, amounts: false }, 0);
  await waitFor(() => expect(veiled()).toBe(false));
  const { next } = holdReadings(page!);
  tell({ names: true, amounts: false }, 1);
  tell({ names: true, amounts: false }, 2);
  await waitFor(() => expect(useHiding.getState().names).toBe(true));
  // The second message has come once the pointer has: channels keep the order.
  const point = { x: 0.25, y: 0.75 };
  channel.postMessage({ kind: 'pointed', point, mark: null });
  await waitFor(() => expect(usePresent.getState().point).toEqual(point));
  expect(veiled()).toBe(true);
  await next();
  await waitFor(() => expect(veiled()).toBe(false));
  expect(usePresent.getState().look.screen).toBe(2);
  expect(holds()).toBe(false);
});
