import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SecondTries, triesAgain } from '../helpers/secondTries.ts';

const electron = process.env.E2E_HOST === 'electron';

/** What looks only at the drawn page, which is one page in both hosts: Chromium draws it, and once is enough. */
const drawnAlike = ['test/e2e/looks.test.ts', 'test/e2e/labels.test.ts'];

/** The end-to-end suite: each test starts whole programs. `E2E_HOST` picks the host. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: electron ? 'electron' : 'browser',
    environment: 'node',
    include: ['test/e2e/**/*.test.ts', ...(electron ? ['test/electron/**/*.test.ts'] : [])],
    exclude: electron ? drawnAlike : [],
    // Two browsers beside each other do not meet; two desktop programs share a display.
    fileParallelism: !electron,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    retry: triesAgain,
    reporters: ['default', new SecondTries()],
  },
});
