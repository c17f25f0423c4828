import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the page as it stands: rule, and the elements that break it. */
export async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(`window.axe ?? (() => { ${source} })()`);
  // A dialog that may have a keyboard on the screen opened for it is kept out of sight for a moment.
  const inSight = (): Promise<boolean> =>
    page.evaluate(`[...document.querySelectorAll('[role=dialog]')]
      .every((each) => each.checkVisibility({ opacityProperty: true }))`);
  await expect.poll(inSight, { timeout: 5_000 }).toBe(true);
  return page.evaluate(`(async () => {
    // Colours are measured when nothing moves any more.
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      // By themselves these two are off: what is spoken holds what is written, and what is pressed can be hit.
      rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) =>
        id + ': ' + target.join(' ') + ' ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 260)));
  })()`);
}
