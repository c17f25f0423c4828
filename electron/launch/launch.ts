import { fileURLToPath } from 'node:url';
import { say } from '../core/hostWords.ts';
import { type BuildPart, buildPart, isStale } from './build.ts';
import { findElectron, type NoWindow, noWindowHere, runElectron } from './electronProgram.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the program: its window where there can be one, else the browser host, with one line that says why.
 * `--browser` asks for the browser host, `--no-open` keeps the default browser closed, `--build` builds and ends.
 */
export async function launch(args: readonly string[]): Promise<void> {
  try {
    if (args.includes('--build')) {
      await make(['page', 'pictures', 'desktop']);
      return;
    }
    const noWindow = args.includes('--browser') ? { because: say('why.asked') } : await openWindow();
    if (noWindow === null) return;
    await make(['page', 'pictures']);
    // Loaded only now: a window has the database in a process of its own.
    const { runBrowserHost } = await import('../browser/run.ts');
    await runBrowserHost({ root, because: noWindow.because, openBrowser: !args.includes('--no-open') });
  } catch (error) {
    // Build tools add pages to their messages; the first line says what is wrong.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    console.error(say('start.failed', { reason }));
    process.exitCode = 1;
  }
}

/** Runs the window until it is closed; answers why there is none. */
async function openWindow(): Promise<NoWindow | null> {
  const here = noWindowHere(process.env);
  if (here) return here;
  const program = await findElectron();
  if (typeof program !== 'string') return program;
  await make(['page', 'pictures', 'desktop']);
  return runElectron(program, root);
}

async function make(parts: readonly BuildPart[]): Promise<void> {
  const stale: BuildPart[] = [];
  for (const part of parts) if (await isStale(root, part)) stale.push(part);
  if (stale.length > 0) console.log(say('start.building'));
  for (const part of stale) await buildPart(root, part);
}
