import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the page as it stands: each rule with the elements that break it. */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axeSource} })()`);
  return (await page.evaluate(`(async () => {
    // Colours are measured when nothing moves any more.
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | '));
  })()`)) as readonly string[];
}
