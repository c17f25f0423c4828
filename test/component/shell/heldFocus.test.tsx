import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useHeldFocus } from '../../../renderer/features/shell/useHeldFocus.ts';

function Page({ button }: { readonly button: boolean }) {
  useHeldFocus('initiatives');
  return (
    <>
      <main aria-label="View" />
      <aside aria-label="Beside it">{button && <button type="button">Add</button>}</aside>
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
});
