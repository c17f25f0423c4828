import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../helpers/findChromium.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import type { Running, StartOptions } from './running.ts';
import { watch } from './watch.ts';

const startMs = 90_000;

/** A browser host of its own process, started as a person starts it. */
interface Served {
  readonly address: string;
  readonly child: ChildProcess;
}

/** Starts the browser host on a data folder, answers its one-time address. */
export async function serve({ home, locale, problem }: StartOptions): Promise<Served> {
  // The runner's own NODE_ENV would make it another program than the one that people start.
  const { NODE_ENV: _runners, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'electron', 'start.mjs'), '--browser', '--no-open'],
    {
      cwd: home,
      env: { ...environment, THROUGHLINE_HOME: home, LC_ALL: locale.replace('-', '_') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stderr?.on('data', (part: Buffer) => problem(`host: ${part.toString().trim()}`));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`No address in ${startMs} ms: ${said}`)), startMs);
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said)?.[0];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${said}`)));
  });
  return { address, child };
}

/** Starts Chromium as the tests need it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** The program in its browser host, shown by Chromium. */
export async function startInBrowser(options: StartOptions): Promise<Running> {
  const browser = await launchChromium();
  const children: ChildProcess[] = [];
  const openPage = async (): Promise<Page> => {
    const { address, child } = await serve(options);
    children.push(child);
    const context = await browser.newContext({
      locale: options.locale,
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    watch(page, options.problem);
    await page.goto(address);
    return page;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (browser.isConnected()) await browser.close();
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill(signal);
      await once(child, 'exit');
    }
  };
  const page = await openPage();
  return {
    page,
    openSecond: openPage,
    async choose(path, act) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles(path);
    },
    async save(act, withinMs = 15_000) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: withinMs }), act()]);
      const path = join(options.home, 'saved', download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    quit: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
