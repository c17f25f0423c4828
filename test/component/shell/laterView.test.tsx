import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { describe, expect, it } from 'vitest';
import { laterView } from '../../../renderer/features/shell/laterView.tsx';
import { ViewBoundary } from '../../../renderer/features/shell/ViewBoundary.tsx';
import { startLanguage } from '../../../renderer/i18n.ts';

startLanguage('en');
const Picture = () => <p>the picture</p>;

describe('a view whose code comes later', () => {
  it('draws at once what was loaded before it is wanted', async () => {
    let loads = 0;
    const View = laterView(async () => {
      loads += 1;
      return Picture;
    });
    await View.preload();
    await View.preload();
    render(<View />);
    // No waiting: a picture that is drawn in the second round is a picture that flashes.
    expect(screen.getByText('the picture')).toBeVisible();
    expect(loads).toBe(1);
  });

  it('says that it is loading once that takes long enough to notice', async () => {
    let come: (view: ComponentType) => void = () => undefined;
    const View = laterView(() => new Promise((resolve) => (come = resolve)));
    render(<View />);
    expect(screen.queryByRole('status')).toBeNull();
    expect(await screen.findByRole('status')).toHaveTextContent('Loading…');
    come(Picture);
    expect(await screen.findByText('the picture')).toBeVisible();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says what failed, and asks again on the next try', async () => {
    let loads = 0;
    const View = laterView(async () => {
      loads += 1;
      if (loads === 1) throw new Error('the file is gone');
      return Picture;
    });
    const said = console.error;
    // React writes down what a boundary catches; here it is what the test is about.
    console.error = () => undefined;
    render(
      <ViewBoundary>
        <View />
      </ViewBoundary>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('the file is gone');
    console.error = said;
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByText('the picture')).toBeVisible();
  });
});
