import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../../renderer/App.tsx';
import { hidingTransport } from '../../../renderer/state/hiding.ts';
import { useNotices } from '../../../renderer/state/noticeStore.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { begin, createPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { ask, change, connect } from '../../../renderer/state/service.ts';
import { useSession } from '../../../renderer/state/sessionStore.ts';
import { saveOnLeaving } from '../../../renderer/state/viewMemory.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { startTestService, type TestService } from './serviceTransport.ts';

saveOnLeaving();

export interface OpenPage {
  readonly service: TestService;
  readonly user: UserEvent;
  readonly close: () => Promise<void>;
}

/** Draws the whole page on a real service with nothing open. */
export async function openPage(): Promise<OpenPage> {
  const service = startTestService();
  const disconnect = connect(hidingTransport(service.transport));
  const user = userEvent.setup();
  render(<App />);
  await act(begin);
  return {
    service,
    user,
    close: async () => {
      disconnect();
      act(() => {
        usePortfolio.getState().show(null);
        usePanel.setState(usePanel.getInitialState());
        useNotices.setState(useNotices.getInitialState());
        useSession.setState(useSession.getInitialState());
        useView.setState(useView.getInitialState());
      });
      // What the page remembers is written as it is left, and not when its window is gone.
      window.dispatchEvent(new Event('pagehide'));
      await service.close();
    },
  };
}

/** Opens a new portfolio in the page, with these records written as one step. */
export async function withRecords(changes: readonly Change[]): Promise<void> {
  await act(async () => {
    await createPortfolio('Test', 'USD');
    if (!(await change('other', {}, changes))) throw new Error('the records of the test were refused');
  });
  await screen.findByRole('grid');
}

/** The newest steps of the history, as the service keeps them. */
export async function historyKeys(): Promise<readonly string[]> {
  const list = await ask('history.list', { limit: 20 });
  return (list?.entries ?? []).map((entry) => entry.label.key);
}
