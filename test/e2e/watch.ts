import type { Page } from 'playwright-core';

/** A step that takes longer than this has failed; the message then names what was waited for. */
const stepMs = 15_000;

/** Tells every console error and warning (refusals of the content-security policy too) and every script that fails. */
export function watch(page: Page, problem: (line: string) => void): void {
  page.setDefaultTimeout(stepMs);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problem(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problem(`script: ${error.message}`));
  page.on('crash', () => problem('the page crashed'));
}
