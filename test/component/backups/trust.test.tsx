import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { begin, openPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useSaving } from '../../../renderer/state/savingStore.ts';
import { change, connect } from '../../../renderer/state/service.ts';
import type { Transport } from '../../../renderer/transport/transport.ts';
import type { AppError } from '../../../shared/contract/result.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  useSaving.setState(useSaving.getInitialState());
  await page.close();
});

const initiative = {
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...newInitiative('a', 'Claims portal') },
};
const rename = (name: string) =>
  change('initiative.edit', { name: 'Claims portal', field: 'name' }, [
    { op: 'patch', table: 'initiative', id: 'a', values: { name } },
  ]);

/** The real service behind a disk that refuses changes as long as `refusal` is set. */
function withDisk(transport: Transport): { refusal: AppError | null } {
  const disk: { refusal: AppError | null } = { refusal: null };
  connect({
    ...transport,
    call: async (method, input) =>
      method === 'records.change' && disk.refusal
        ? { ok: false, error: disk.refusal }
        : transport.call(method, input),
  });
  return disk;
}

const full: AppError = { code: 'disk_full', message: 'full', place: { file: 'Test.throughline' } };
const nameNow = () => usePortfolio.getState().records?.initiative.a?.name;

describe('a folder of backups that cannot be read', () => {
  it('is said, with where it is and what to do, and not taken for an empty one', async () => {
    page = await openPage();
    await withRecords([initiative]);
    const { transport } = page.service;
    const problem: AppError = { code: 'backups_unreadable', message: 'no', place: { file: '/data/Backups' } };
    const damaged: AppError = { code: 'damaged_file', message: 'no', params: { ref: 'r' } };
    vi.spyOn(transport, 'call').mockImplementation(async (method) =>
      method === 'portfolio.backups'
        ? ({ ok: true, value: { backups: [], problem } } as never)
        : { ok: false, error: damaged },
    );
    act(() => usePanel.getState().show({ kind: 'backups' }));
    const dialog = await screen.findByRole('dialog', { name: 'Backups' });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /^The folder of the backups cannot be read, .* Allow reading it, .* \(\/data\/Backups\)$/,
    );
    expect(within(dialog).queryByText(/No backup yet/)).toBeNull();
    act(() => usePanel.getState().close());
    await act(async () => void (await openPortfolio('r')));
    const lost = await screen.findByRole('dialog', { name: /is damaged/ });
    expect(within(lost).getByRole('alert')).toHaveTextContent('Allow reading it');
    expect(within(lost).queryByText(/There is no good backup/)).toBeNull();
  });
});

describe('changes that the disk refuses', () => {
  it('wait, in their order, with what was typed, until they can be saved', async () => {
    page = await openPage();
    await withRecords([initiative]);
    const disk = withDisk(page.service.transport);
    disk.refusal = full;
    await act(async () => {
      expect(await rename('First')).toBe(false);
      expect(await rename('Second')).toBe(false);
    });
    const banner = await screen.findByRole('alert');
    expect(banner).toHaveTextContent(/2 changes are not saved: The disk is full/);
    expect(banner).toHaveTextContent('Waiting: Change name of “Claims portal” · First');
    expect(screen.getByText('Not saved')).toBeVisible();
    expect(nameNow()).toBe('Claims portal');
    await page.user.click(within(banner).getByRole('button', { name: 'Save again' }));
    expect(await screen.findByText(/2 changes are not saved/)).toBeVisible();
    disk.refusal = null;
    await page.user.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(() => expect(screen.queryByText(/not saved/)).toBeNull());
    expect(nameNow()).toBe('Second');
    expect(screen.getByText('Saved')).toBeVisible();
  });

  it('are offered again after the page went down, each until it is on the disk', async () => {
    page = await openPage();
    await withRecords([initiative]);
    const disk = withDisk(page.service.transport);
    disk.refusal = full;
    await act(async () => {
      await rename('First');
      await rename('Second');
    });
    const ref = usePortfolio.getState().file?.ref ?? '';
    const key = `throughline.unsaved.${ref}`;
    const goDown = async (kept = localStorage.getItem(key)): Promise<void> => {
      // What the page held is gone; what the browser stores is not.
      act(() => {
        useSaving.setState(useSaving.getInitialState());
        usePortfolio.getState().show(null);
      });
      if (kept !== null) localStorage.setItem(key, kept);
      await act(begin);
    };
    await goDown();
    expect(await screen.findByText(/2 changes are not saved: The disk is full/)).toBeVisible();
    // The disk takes the first, then the page goes down once more.
    let taken = 0;
    connect({
      ...page.service.transport,
      call: async (method, input) => {
        if (method !== 'records.change') return page.service.transport.call(method, input);
        taken += 1;
        return taken > 1 ? { ok: false, error: full } : page.service.transport.call(method, input);
      },
    });
    await page.user.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(() => expect(nameNow()).toBe('First'));
    await goDown();
    expect(await screen.findByText(/1 change is not saved/)).toBeVisible();
    connect(page.service.transport);
    await page.user.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(() => expect(nameNow()).toBe('Second'));
    expect(localStorage.getItem(key)).toBeNull();
    // What is not ours is neither offered nor kept.
    await goDown('{"unsaved":[{"label":1}]}');
    expect(screen.queryByText(/not saved/)).toBeNull();
    expect(localStorage.getItem(key)).toBeNull();
  });

  it('can be given up', async () => {
    page = await openPage();
    await withRecords([initiative]);
    withDisk(page.service.transport).refusal = full;
    await act(() => rename('First'));
    await page.user.click(await screen.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByText(/not saved/)).toBeNull());
    expect(nameNow()).toBe('Claims portal');
    expect(screen.getByText('Saved')).toBeVisible();
  });

  it('are only told when the change itself was wrong', async () => {
    page = await openPage();
    await withRecords([initiative]);
    withDisk(page.service.transport).refusal = { code: 'invalid_record', message: 'no' };
    await act(() => rename('First'));
    expect(await screen.findByText(/A value is not allowed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save again' })).toBeNull();
    expect(screen.getByText('Saved')).toBeVisible();
  });
});
