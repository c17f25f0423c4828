import { spawn } from 'node:child_process';
import { buildPart, isStale } from '../../electron/launch/build.ts';
import { prepareElectronProgram } from '../electron/program.ts';
import { findChromium } from '../helpers/findChromium.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

// node test/e2e/run.ts browser|electron [vitest arguments]
// Says in one line what is not run for want of a browser or a runtime; with E2E_REQUIRED=1 that is a failure.

const [host = 'browser', ...rest] = process.argv.slice(2);
const required = process.env.E2E_REQUIRED === '1';

function skip(why: string): void {
  console.log(`End-to-end tests (${host}) were NOT run: ${why}`);
  process.exitCode = required ? 1 : 0;
}

if (host === 'browser') {
  if (findChromium()) {
    for (const part of ['page', 'pictures'] as const)
      if (await isStale(projectRoot, part)) await buildPart(projectRoot, part);
    await run({});
  } else skip('no Chromium, Chrome or Edge was found; CHROMIUM_PATH names one');
} else {
  const program = await prepareElectronProgram();
  if ('program' in program) await run({ ELECTRON_PROGRAM: program.program });
  else skip(program.missing);
}

async function run(environment: Record<string, string>): Promise<void> {
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/e2e/vitest.config.ts', ...rest],
    { stdio: 'inherit', env: { ...process.env, ...environment, E2E_HOST: host } },
  );
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
