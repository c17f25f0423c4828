import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from '../../renderer/ui/Button.tsx';
import { Dialog } from '../../renderer/ui/Dialog.tsx';

/** A dialog whose button is switched off, or goes away, while its work runs. */
function Working({ onClose, how }: { readonly onClose: () => void; readonly how: 'disabled' | 'gone' }) {
  const [runs, setRuns] = useState(false);
  return (
    <Dialog
      title="Work"
      onClose={onClose}
      footer={
        how === 'disabled' ? (
          <Button isDisabled={runs} onPress={() => setRuns(true)}>
            Start
          </Button>
        ) : (
          !runs && <Button onPress={() => setRuns(true)}>Start</Button>
        )
      }
    >
      <p>{runs ? 'running' : 'ready'}</p>
    </Dialog>
  );
}

describe('a dialog', () => {
  it.each(['disabled', 'gone'] as const)('keeps the keyboard when its button is %s', async (how) => {
    const onClose = vi.fn();
    const user = userEvent.setup();
    render(<Working onClose={onClose} how={how} />);
    screen.getByRole('button', { name: 'Start' }).focus();
    await user.keyboard('{Enter}');
    await screen.findByText('running');
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('takes the keyboard back at the next key, wherever it was lost', async () => {
    const onClose = vi.fn();
    const user = userEvent.setup();
    render(<Working onClose={onClose} how="disabled" />);
    const dialog = screen.getByRole('dialog');
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('x');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
