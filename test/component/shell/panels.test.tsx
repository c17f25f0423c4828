import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

// What the page gets of a dialog's code when the program that serves it has ended, and a dialog with a fault of its own.
vi.mock('../../../renderer/features/exporting/ExportDialog.tsx', () => {
  throw new Error('Failed to fetch');
});
vi.mock('../../../renderer/features/backups/BackupsDialog.tsx', () => ({
  BackupsDialog: () => {
    throw new Error('a fault');
  },
}));

let page: OpenPage;
const said = console.error;
afterEach(() => {
  console.error = said;
  return page.close();
});

it.each([
  ['Export…', /does not answer: it has ended, or the connection is cut/],
  ['Backups…', /Something went wrong inside the program/],
])('a dialog that cannot be shown (%s) leaves the page as it is, and says why', async (command, why) => {
  page = await openPage();
  await withRecords([]);
  // React writes down what a boundary catches; here it is what the test is about.
  console.error = () => undefined;
  await page.user.keyboard('{Control>}k{/Control}');
  await page.user.type(await screen.findByRole('combobox'), `${command}{Enter}`);
  expect(await screen.findByText(why)).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Views' })).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});
