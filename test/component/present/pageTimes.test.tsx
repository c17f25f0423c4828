import { act, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PresenterView } from '../../../renderer/features/present/PresenterView.tsx';
import { StageFoot } from '../../../renderer/features/present/StageFoot.tsx';
import { goesOnSince, keepPageTimes, usePageTimes } from '../../../renderer/state/pageTimes.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import {
  leavePresenting,
  presentStoryboard,
  toggleBlank,
  turn,
} from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { captureView } from '../../../renderer/state/viewCapture.ts';
import { partsState, startMemory } from '../../../renderer/state/viewMemory.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import { readMinutes, usedMs } from '../../../shared/storyboard/pageTimes.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

const MINUTE = 60_000;
let page: OpenPage;
let stop: () => void = () => undefined;

beforeEach(async () => {
  page = await openPage();
  await withRecords([
    { op: 'put', table: 'initiative', record: newInitiative('a', 'Alpha') },
    { op: 'put', table: 'storyboard', record: { id: 's', position: 0, name: 'Board', description: '' } },
    {
      op: 'put',
      table: 'storyboardPage',
      record: { ...newStoryboardPage('p1', 's', 0, 'map'), minutes: 5, titleEn: 'Where we stand' },
    },
    { op: 'put', table: 'storyboardPage', record: newStoryboardPage('p2', 's', 1, 'decisions') },
  ]);
  // Only the clock and the beat: what waits for the service runs on.
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  stop = keepPageTimes();
});
afterEach(async () => {
  stop();
  vi.useRealTimers();
  if (usePresent.getState().session) await act(async () => leavePresenting());
  await act(async () => usePreferences.getState().write({ language: 'en' }));
  await page.close();
});

const pass = (minutes: number): void =>
  act(() => {
    vi.advanceTimersByTime(minutes * MINUTE);
  });
/** Minutes used of each page in this meeting. */
const used = (since = usePresent.getState().session?.startedAt ?? 0): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...usedMs(usePageTimes.getState().stretches, since)].map(([id, ms]) => [id, ms / MINUTE]),
  );
const onPage = (): number => {
  const { usedMs: still, runsSince } = usePresent.getState().clock;
  return (runsSince === null ? still : Date.now() - runsSince) / MINUTE;
};

describe('the time on a page', () => {
  it('runs while it is on the screen, stands still while that is blank, and adds up when it comes back', () => {
    act(() => presentStoryboard('s'));
    pass(2);
    expect(onPage()).toBeCloseTo(2, 9);
    act(() => turn(1));
    expect(onPage()).toBe(0);
    pass(1);
    act(toggleBlank);
    pass(10);
    expect(onPage()).toBeCloseTo(1, 9);
    act(toggleBlank);
    pass(0.5);
    act(() => turn(-1));
    expect(onPage()).toBeCloseTo(2, 9);
    pass(1);
    act(() => turn(1));
    expect(used()).toEqual({ p1: 3, p2: 1.5 });
  });

  it('goes on after a while at the desk, and begins anew in another meeting', () => {
    act(() => presentStoryboard('s'));
    const { startedAt } = usePresent.getState().session!;
    pass(3);
    act(leavePresenting);
    pass(4);
    act(() => presentStoryboard('s'));
    expect(usePresent.getState().session?.startedAt).toBe(startedAt);
    expect(onPage()).toBeCloseTo(3, 9);
    pass(1);
    act(leavePresenting);
    pass(20);
    expect(goesOnSince('s')).toBeNull();
    act(() => presentStoryboard('s'));
    expect(onPage()).toBe(0);
    expect(used(0)).toEqual({ p1: 4 });
  });

  it('is there after a crash, which itself is on no page; a page of another portfolio is not', async () => {
    act(() => presentStoryboard('s'));
    pass(2.05);
    // What the service has in its file when the page goes down between two beats.
    const room = JSON.parse(JSON.stringify(partsState())) as Readonly<Record<string, object>>;
    const { ref } = usePortfolio.getState().file!;
    stop();
    pass(30);
    stop = keepPageTimes();
    act(() => startMemory(ref, room));
    expect(usePresent.getState().session?.pageId).toBe('p1');
    expect(onPage()).toBeGreaterThanOrEqual(2);
    expect(onPage()).toBeLessThanOrEqual(2.05);
    pass(1);
    expect(onPage()).toBeGreaterThanOrEqual(3);
    expect(onPage()).toBeLessThanOrEqual(3.05);
    act(() => startMemory('another', {}));
    expect(usePageTimes.getState().stretches).toEqual([]);
  });

  it('counts none for a computer that slept', () => {
    act(() => presentStoryboard('s'));
    pass(1);
    act(() => {
      vi.setSystemTime(Date.now() + 60 * MINUTE);
    });
    pass(1);
    expect(onPage()).toBeLessThanOrEqual(2);
    expect(onPage()).toBeGreaterThanOrEqual(1.9);
  });

  it('is no part of what a page of a storyboard keeps, and no step of the history', async () => {
    const before = usePortfolio.getState().history.revision;
    act(() => presentStoryboard('s'));
    pass(2);
    expect(Object.keys(captureView().state)).not.toContain('pageTimes');
    expect(usePortfolio.getState().history.revision).toBe(before);
  });
});

it('is written into the minutes with the pack, also after the room was left', async () => {
  act(() => presentStoryboard('s'));
  pass(6);
  act(() => turn(1));
  pass(0.5);
  act(leavePresenting);
  vi.useRealTimers();
  act(() => usePanel.getState().show({ kind: 'pack' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave with the pack' }));
  await page.user.click(dialog.getByRole('button', { name: 'Make the pack' }));
  await waitFor(() => expect(Object.keys(usePortfolio.getState().plan?.meeting ?? {})).toHaveLength(1));
  const [meeting] = Object.values(usePortfolio.getState().plan!.meeting);
  expect(meeting?.storyboardId).toBe('s');
  const { used: kept, lines } = readMinutes(meeting!.notes);
  expect(kept).toEqual([
    { page: 'p1', title: 'Where we stand', seconds: 360 },
    { page: 'p2', title: 'Decisions', seconds: 30 },
  ]);
  expect(lines.length).toBeGreaterThan(0);
});

describe.each([
  ['en', '3 of 5 min', '6 of 5 min', '▲ over by 1:30', '1 min'],
  ['zh-CN', '3 / 5 分钟', '6 / 5 分钟', '▲ 超时 1:30', '1 分钟'],
] as const)('the presenter reads in %s', (language, inTime, over, sign, unplanned) => {
  it('how many of the planned minutes are used, and by a sign and in words that they are over', async () => {
    await act(async () => usePreferences.getState().write({ language }));
    act(() => presentStoryboard('s'));
    act(() => usePresent.setState({ role: 'presenter', timer: true }));
    pass(3.2);
    const shown = render(<PresenterView />);
    expect(screen.getAllByText(inTime)[0]).toBeVisible();
    expect(screen.queryByText(/▲/)).toBeNull();
    pass(3.3);
    expect(screen.getAllByText(over)[0]).toBeVisible();
    expect(screen.getAllByText(sign)[0]).toBeVisible();
    shown.unmount();
    const foot = render(<StageFoot />);
    expect(screen.getAllByText(sign)[0]).toBeVisible();
    foot.unmount();
    act(() => turn(1));
    pass(1.1);
    render(<PresenterView />);
    expect(screen.getAllByText(unplanned)[0]).toBeVisible();
    act(() => usePresent.setState({ role: 'alone' }));
  });
});
