import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { SecondTries, triesAgain } from './helpers/secondTries.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Limits for what hangs, far from what a busy machine takes: no test is one of speed. */
const patient = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // A test that holds nothing against anything has forgotten what it is for.
  expect: { poll: { timeout: 30_000 }, requireAssertions: true },
};

/** Node-side tests and page components run as two projects of one command; browser and Electron suites have their own configs. */
export default defineConfig({
  root,
  test: {
    // By itself it leaves one core to itself, which is half of a small machine, and needs next to nothing of it.
    maxWorkers: '100%',
    reporters: ['default', new SecondTries()],
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{unit,contract,db,faults,security}/**/*.test.ts'],
          globalSetup: ['test/globalSetup/pictures.ts'],
          // Hundreds of programs are started, each of the same modules: compiling them anew was half of their time.
          env: { NODE_COMPILE_CACHE: `${root}node_modules/.cache/node` },
          ...patient,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/component/**/*.test.{ts,tsx}'],
          setupFiles: ['test/helpers/componentSetup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
          retry: triesAgain,
          ...patient,
        },
      },
    ],
  },
});
