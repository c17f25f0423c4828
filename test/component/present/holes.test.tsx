import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useCoverage } from '../../../renderer/analysis/useCoverage.ts';
import { useStateRecords } from '../../../renderer/features/scenarios/useStates.ts';
import { useSnapshots } from '../../../renderer/features/snapshots/snapshotStore.ts';
import { setHidden, useHiding } from '../../../renderer/state/hiding.ts';
import { tell, useNotices } from '../../../renderer/state/noticeStore.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { hide, leavePresenting, presentView } from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { findProjection, roomView } from '../../../renderer/state/projection.ts';
import { ask } from '../../../renderer/state/service.ts';
import type { CapturedView } from '../../../renderer/state/viewCapture.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import { initiative } from '../../helpers/records.ts';
import { holdReadings } from '../support/holdReadings.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

const secret = 'Claims portal';
const nothing = { names: false, amounts: false };
const names = { names: true, amounts: false };

let page: OpenPage | null = null;
let room: BroadcastChannel | null = null;
afterEach(async () => {
  room?.close();
  room = null;
  vi.restoreAllMocks();
  if (usePresent.getState().session) await act(async () => leavePresenting());
  if (page) await act(() => hide(nothing));
  if (page) await act(async () => usePreferences.getState().write({ language: 'en' }));
  act(() => setHidden(nothing));
  await page?.close();
  page = null;
});

const says = (value: unknown): boolean => JSON.stringify(value ?? null).includes(secret);
const veiled = (): boolean => usePresent.getState().veiled;

async function open(): Promise<OpenPage> {
  page = await openPage();
  await withRecords([
    { op: 'put', table: 'initiative', record: { ...initiative('i1', { name: secret }) } },
    { op: 'put', table: 'initiative', record: { ...initiative('i2', { name: `${secret} again` }) } },
    { op: 'put', table: 'capability', record: newCapability('c1', 'Claims', null) },
  ]);
  return page;
}

/** Hides the names, and looks while the masked portfolio is still on its way; then lets it come. */
async function hideAndLook(look: () => void | Promise<void>): Promise<void> {
  const { next } = holdReadings(page!);
  let done: Promise<unknown> = Promise.resolve();
  act(() => {
    done = hide(names);
  });
  expect(veiled()).toBe(true);
  await look();
  await next();
  await act(() => done);
  expect(veiled()).toBe(false);
}

describe('while the masked portfolio is on its way, and afterwards,', () => {
  it('the bar of the window does not say what the portfolio is called', async () => {
    page = await openPage();
    await withRecords([
      { op: 'patch', table: 'portfolio', id: 'portfolio', values: { name: `${secret} 2026` } },
    ]);
    await waitFor(() => expect(document.title).toContain(secret));
    await hideAndLook(() => expect(document.title).toBe('Throughline'));
    expect(document.title).not.toContain(secret);
  });

  it('no message and no dialog from before stands over the veil, and later ones are masked', async () => {
    await open();
    act(() => {
      usePanel.getState().show({ kind: 'palette' });
      tell({ kind: 'done', key: 'notice.pageAdded', params: { name: secret } });
    });
    await hideAndLook(() => {
      expect(useNotices.getState().notices).toEqual([]);
      expect(usePanel.getState().panel).toBeNull();
      act(() => tell({ kind: 'done', key: 'notice.saved', params: { place: `/home/ada/${secret}.zip` } }));
      act(() =>
        tell({
          kind: 'error',
          error: {
            code: 'file_missing',
            message: `no file ${secret}`,
            params: { folder: `/home/${secret}` },
            place: { file: `${secret}.throughline` },
          },
        }),
      );
      expect(useNotices.getState().notices).toHaveLength(2);
      expect(says(useNotices.getState().notices)).toBe(false);
    });
    expect(says(useNotices.getState().notices)).toBe(false);
  });

  it('what snapshots are called, and what they hold, is read anew', async () => {
    await open();
    const frozen = await ask('snapshot.create', { name: `Before ${secret}`, note: '' });
    const list = renderHook(() => useSnapshots());
    const records = renderHook(() => useStateRecords({ kind: 'snapshot', id: frozen!.id }));
    await waitFor(() => expect(says(list.result.current)).toBe(true));
    await waitFor(() => expect(says(records.result.current)).toBe(true));
    // The stage shows no view while it is veiled.
    records.unmount();
    await hideAndLook(() => expect(says(list.result.current)).toBe(false));
    const again = renderHook(() => useStateRecords({ kind: 'snapshot', id: frozen!.id }));
    expect(again.result.current).toBe('reading');
    await waitFor(() => expect(again.result.current).not.toBe('reading'));
    expect(says(again.result.current)).toBe(false);
    expect(says(list.result.current)).toBe(false);
    again.unmount();
    list.unmount();
  });

  it('findings that were computed of the names are not shown, nor those still on their way', async () => {
    await open();
    const seen: boolean[] = [];
    const coverage = renderHook(() => {
      const state = useCoverage();
      if (useHiding.getState().names) seen.push(says(state));
      return state;
    });
    await waitFor(() => expect(coverage.result.current.status).toBe('ready'));
    expect(says(coverage.result.current)).toBe(true);
    // A change is being worked through when the names are hidden.
    await act(async () => {
      await ask('records.change', {
        label: { key: 'other', params: {} },
        changes: [{ op: 'patch', table: 'initiative', id: 'i2', values: { budget: 5_000_00 } }],
      });
    });
    await hideAndLook(async () => {
      expect(coverage.result.current.value).toBeNull();
      await act(() => new Promise((go) => setTimeout(go, 500)));
      expect(coverage.result.current.value).toBeNull();
    });
    await waitFor(() => expect(coverage.result.current.status).toBe('ready'));
    expect(seen).not.toContain(true);
    coverage.unmount();
  });

  it('a change that arrives before an older state of the portfolio is not lost, and is masked', async () => {
    await open();
    const { held, next } = holdReadings(page!);
    let done: Promise<unknown> = Promise.resolve();
    act(() => {
      done = hide(names);
    });
    // The older state has left the service; another window writes before it arrives here.
    await held();
    await act(async () => {
      await page!.service.transport.call('records.change', {
        label: { key: 'other', params: {} },
        changes: [
          { op: 'put', table: 'initiative', record: { ...initiative('i3', { name: `${secret} third` }) } },
        ],
      });
    });
    await next();
    expect(veiled()).toBe(true);
    await next();
    await act(() => done);
    expect(veiled()).toBe(false);
    const shown = usePortfolio.getState().records?.initiative;
    expect(Object.keys(shown ?? {}).sort()).toEqual(['i1', 'i2', 'i3']);
    expect(says(shown)).toBe(false);
  });
});

it('another language masks anew behind the veil, also what changes meanwhile', async () => {
  await open();
  act(presentView);
  await act(() => hide(names));
  const { held, next } = holdReadings(page!);
  await act(async () => usePreferences.getState().write({ language: 'zh-CN' }));
  await waitFor(() => expect(veiled()).toBe(true));
  await held();
  await act(async () => {
    await page!.service.transport.call('records.change', {
      label: { key: 'other', params: {} },
      changes: [{ op: 'patch', table: 'capability', id: 'c1', values: { name: `${secret} work` } }],
    });
  });
  expect(veiled()).toBe(true);
  await next();
  // What was read is older than what was heard of: it is read once more.
  expect(veiled()).toBe(true);
  await next();
  await waitFor(() => expect(veiled()).toBe(false));
  const { records } = usePortfolio.getState();
  expect(says(records)).toBe(false);
  expect(records?.initiative.i1?.name).toBe('举措 1');
  expect(records?.capability.c1?.name).toContain('举措 1');
});

describe('two windows', () => {
  interface Sent {
    readonly kind: string;
    readonly hidden?: unknown;
    readonly view?: CapturedView;
  }
  /** Projects into a second window that a channel of the test stands for; answers what it was told. */
  async function project(): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    const { session } = usePresent.getState();
    room = new BroadcastChannel(`throughline.present.${session!.id}`);
    room.onmessage = ({ data }: MessageEvent<Sent>) => sent.push(data);
    act(() => {
      findProjection(session!.id);
      usePresent.setState({ role: 'presenter' });
    });
    act(() => room!.postMessage({ kind: 'here' }));
    await waitFor(() => expect(sent.some(({ kind }) => kind === 'shown')).toBe(true));
    return sent;
  }

  it('let the presenter read again what the first one hid alone, so that no alias is written back', async () => {
    await open();
    act(presentView);
    await act(() => hide(names));
    expect(says(usePortfolio.getState().records)).toBe(false);
    const sent = await project();
    await waitFor(() => expect(says(usePortfolio.getState().records)).toBe(true));
    expect(sent.filter(({ kind }) => kind === 'shown').map(({ hidden }) => hidden)).not.toContainEqual(
      nothing,
    );
    expect(useHiding.getState().names).toBe(true);
  });

  it('mask the first one again when the second goes, and no message of the presenter stays', async () => {
    await open();
    act(presentView);
    await project();
    await act(() => hide(names));
    expect(says(usePortfolio.getState().records)).toBe(true);
    act(() => tell({ kind: 'done', key: 'notice.pageAdded', params: { name: secret } }));
    expect(says(useNotices.getState().notices)).toBe(true);
    const { next } = holdReadings(page!);
    act(() => room!.postMessage({ kind: 'gone' }));
    await waitFor(() => expect(usePresent.getState().role).toBe('alone'));
    expect(veiled()).toBe(true);
    expect(useNotices.getState().notices).toEqual([]);
    await next();
    await waitFor(() => expect(veiled()).toBe(false));
    expect(says(usePortfolio.getState().records)).toBe(false);
  });

  it('are told once of what changes in one turn, and nothing while only the pointer moves', async () => {
    await open();
    act(presentView);
    const sent = await project();
    const shown = (): number => sent.filter(({ kind }) => kind === 'shown').length;
    const pointed = (): number => sent.filter(({ kind }) => kind === 'pointed').length;
    let points = 0;
    const point = async (): Promise<void> => {
      points += 1;
      act(() => usePresent.setState({ point: { x: points / 100, y: 0.5 } }));
      await Promise.resolve();
    };
    /** A channel keeps the order: once the next pointer has come, all that was told before it has. */
    const heard = async (): Promise<void> => {
      await point();
      await waitFor(() => expect(pointed()).toBe(points));
    };
    await heard();
    const before = shown();
    for (let step = 0; step < 20; step += 1) await point();
    await heard();
    expect(shown()).toBe(before);
    act(() => {
      useView.getState().go('map');
      useView.getState().set({ flowMode: 'project' });
    });
    await heard();
    expect(shown()).toBe(before + 1);
  });
});

it('takes no search along to the room, wherever it is kept, while names are hidden', () => {
  const view: CapturedView = {
    area: 'map',
    state: {
      kept: { 'map.search': 'Clai', 'map.axis': 'first', 'history.person': 'Ada', 'history.search': 'Cl' },
      table: { search: 'Clai', sort: [] },
    },
  };
  expect(roomView(view)).toEqual(view);
  act(() => setHidden(names));
  expect(roomView(view).state).toEqual({ kept: { 'map.axis': 'first' }, table: { search: '', sort: [] } });
});
