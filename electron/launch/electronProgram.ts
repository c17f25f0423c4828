import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { say } from '../core/hostWords.ts';

/** Why the window cannot be had, as part of a sentence. */
export interface NoWindow {
  readonly because: string;
}

const fetchSeconds = 40;
/** A program that fails this soon never had a window. */
const startSeconds = 15;
const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Why no window is even tried on this machine, or null. */
export function noWindowHere(environment: NodeJS.ProcessEnv): NoWindow | null {
  if (process.platform !== 'linux') return null;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return { because: say('why.noDisplay') };
  // Electron refuses to run its sandbox as root, and we do not run it without one.
  return process.getuid?.() === 0 ? { because: say('why.root') } : null;
}

/** Where Electron's program lies, fetched first where it is not there yet, within a bounded time. */
export async function findElectron(): Promise<string | NoWindow> {
  const there = installed();
  if (there) return there;
  console.log(say('start.fetching'));
  const outcome = await fetchElectron();
  if (outcome) return outcome;
  return installed() ?? { because: say('why.notFetched', { detail: 'incomplete' }) };
}

/** The program that the package fetched, or the one in `ELECTRON_OVERRIDE_DIST_PATH`, as the package itself looks for it. */
function installed(): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : elsewhere ? 'electron' : null;
  if (name === null) return null;
  const program = join(elsewhere ?? join(packageFolder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** Runs the package's own installer, which checks what it fetched; null when it is done. */
async function fetchElectron(): Promise<NoWindow | null> {
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stderr = gather(child);
  const outcome = await ended(child, fetchSeconds * 1000);
  if (outcome === 0) return null;
  child.kill();
  if (outcome === 'running') return { because: say('why.tooSlow', { seconds: fetchSeconds }) };
  return { because: say('why.notFetched', { detail: briefly(stderr()) }) };
}

/**
 * Opens the window and answers when the program has ended: null, or why it never had a window. `started` is told
 * once the program has run long enough to have one.
 */
export async function runElectron(program: string, root: string): Promise<NoWindow | null> {
  const child = spawn(program, [root], { stdio: ['ignore', 'inherit', 'pipe'] });
  const stderr = gather(child);
  child.stderr?.pipe(process.stderr);
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const outcome = await ended(child, startSeconds * 1000);
  const code = outcome === 'running' ? await ended(child, null) : outcome;
  process.off('SIGINT', pass).off('SIGTERM', pass);
  if (outcome !== 'running' && code !== 0 && !child.killed)
    return { because: say('why.didNotStart', { detail: briefly(stderr()) }) };
  process.exitCode = code === 0 ? 0 : 1;
  return null;
}

/** The exit code (-1 for a signal or a program that cannot be run), or `running` when the time is over. */
function ended(child: ChildProcess, milliseconds: number | null): Promise<number | 'running'> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const timer = milliseconds === null ? null : setTimeout(() => resolve('running'), milliseconds);
    const settle = (code: number | null) => {
      if (timer) clearTimeout(timer);
      resolve(code ?? -1);
    };
    child.once('error', () => settle(null));
    child.once('exit', settle);
  });
}

function gather(child: ChildProcess): () => string {
  let text = '';
  child.on('error', (error) => {
    text += error.message;
  });
  child.stderr?.on('data', (part: Buffer) => {
    text = (text + part.toString()).slice(-8000);
  });
  return () => text;
}

/** The line of an error output that names the error. */
function briefly(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const named = lines.find((line) => /error|fatal|not found|cannot/i.test(line)) ?? lines.find(Boolean);
  return (named ?? '?').slice(0, 160);
}
