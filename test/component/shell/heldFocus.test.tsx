import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useHeldFocus } from '../../../renderer/features/shell/useHeldFocus.ts';

function Page({ button, dialog = false }: { readonly button: boolean; readonly dialog?: boolean }) {
  useHeldFocus('initiatives');
  return (
    <>
      <main aria-label="View" />
      <aside aria-label="Beside it">
        {button && <button type="button">Add</button>}
        <input aria-label="Name" />
      </aside>
      {dialog && (
        <div role="dialog">
          <button type="button">Close</button>
        </div>
      )}
    </>
  );
}

describe('the keyboard of a page', () => {
  afterEach(() => vi.useRealTimers());

  it('begins in the view', async () => {
    vi.useFakeTimers();
    render(<Page button />);
    await vi.advanceTimersByTimeAsync(1000);
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('stays in the region of a button that goes away as soon as the page is there', async () => {
    vi.useFakeTimers();
    const page = render(<Page button />);
    screen.getByRole('button').focus();
    page.rerender(<Page button={false} />);
    await vi.advanceTimersByTimeAsync(1000);
    expect(screen.getByRole('complementary')).toHaveFocus();
  });

  it.each([
    ['a button', 'button', 'Add'],
    ['a field', 'textbox', 'Name'],
  ] as const)(
    'goes back to %s beside the view when the dialog over it is gone and gave it to nobody',
    async (_, role, name) => {
      vi.useFakeTimers();
      const page = render(<Page button />);
      const opener = screen.getByRole(role, { name });
      opener.focus();
      page.rerender(<Page button dialog />);
      screen.getByRole('button', { name: 'Close' }).focus();
      page.rerender(<Page button />);
      await vi.advanceTimersByTimeAsync(1000);
      expect(opener).toHaveFocus();
    },
  );

  it('stays in the region of what opened a dialog and went away with it', async () => {
    vi.useFakeTimers();
    const page = render(<Page button />);
    screen.getByRole('textbox').focus();
    screen.getByRole('button', { name: 'Add' }).focus();
    page.rerender(<Page button dialog />);
    screen.getByRole('button', { name: 'Close' }).focus();
    page.rerender(<Page button={false} />);
    await vi.advanceTimersByTimeAsync(1000);
    // In the field, which was left before, the next key would be typed.
    expect(screen.getByRole('complementary')).toHaveFocus();
  });
});
