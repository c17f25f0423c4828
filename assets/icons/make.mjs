// Draws icon.png from icon.svg with an installed Chromium; run it again when the drawing changes:
//   CHROMIUM_PATH=/usr/bin/chromium node assets/icons/make.mjs
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const here = new URL('./', import.meta.url);
const drawing = await readFile(new URL('icon.svg', here), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
await page.setContent(`<style>*{margin:0;background:transparent}</style>${drawing}`);
await page.screenshot({ path: new URL('icon.png', here).pathname, omitBackground: true });
await browser.close();
