import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import open from 'open';
import { dataFolder } from '../core/dataFolder.ts';
import { say, systemLocale } from '../core/hostWords.ts';
import { createService } from '../core/service.ts';
import { createEventStream } from './eventStream.ts';
import { startBrowserHost } from './server.ts';

export interface BrowserRun {
  /** The project's folder, with the built page in it. */
  readonly root: string;
  /** Why there is no window, as part of a sentence. */
  readonly because: string;
  readonly openBrowser: boolean;
}

/** Serves the planner to ordinary browsers until the process is asked to end; prints the address in one line. */
export async function runBrowserHost({ root, because, openBrowser }: BrowserRun): Promise<void> {
  const folder = dataFolder(process.env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const events = createEventStream();
  const service = createService({
    version: readVersion(root),
    host: 'browser',
    platform: process.platform,
    systemLocale: systemLocale(),
    dataFolder: folder,
    sampleFile: join(root, 'assets', 'samples', 'hhs-2012.json'),
    pictures: join(root, '.build', 'pictures'),
    emit: events.send,
  });
  let first = true;
  const host = await startBrowserHost({
    service,
    events,
    pageFolder: join(root, '.build', 'page'),
    announce: (address) => {
      console.log(
        first ? say('start.inBrowser', { reason: because, address }) : say('start.newAddress', { address }),
      );
      if (first && openBrowser && hasBrowser()) openAddress(address);
      first = false;
    },
    log: (line) => console.error(`throughline: ${line}`),
  });
  await askedToEnd();
  await host.close();
  await service.close();
  console.log(say('start.ended'));
}

/** Without a display there is no default browser either; asking for one would only print an error of its own. */
function hasBrowser(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function openAddress(address: string): void {
  open(address).then(
    // A machine without a default browser has the address on the screen.
    (child) =>
      child.on('error', (error) => console.error(`throughline: no browser opened: ${error.message}`)),
    (error: unknown) => console.error(`throughline: no browser opened: ${String(error)}`),
  );
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function readVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
