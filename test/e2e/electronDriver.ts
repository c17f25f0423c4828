import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import type { Running, StartOptions } from './running.ts';
import { watch } from './watch.ts';

/** Chromium's own remarks about a machine without a bus, a graphics card or a second process; they do no harm. */
const harmless =
  /:(ERROR|WARNING):|Debugger (listening|attached|ending)|debugger to disconnect|inspector|DevTools listening|^\s*$/;

/** A launch takes a second or two; this is for a machine that does something else. */
const launchMs = 45_000;

/** Starts the program that `ELECTRON_PROGRAM` names on a data folder. */
export async function launchElectron({ home, locale, problem }: StartOptions): Promise<ElectronApplication> {
  const executablePath = process.env.ELECTRON_PROGRAM;
  if (!executablePath) throw new Error('ELECTRON_PROGRAM is not set; npm run test:electron sets it');
  // The runner's own NODE_ENV would make it another program than the one that people start.
  const { NODE_ENV: _runners, ...environment } = process.env as Record<string, string>;
  const app = await launchPatiently({
    executablePath,
    timeout: launchMs,
    args: ['--no-sandbox', '--disable-gpu', `--lang=${locale}`],
    cwd: home,
    env: {
      ...environment,
      THROUGHLINE_HOME: home,
      LC_ALL: `${locale.replace('-', '_')}.UTF-8`,
      LANGUAGE: locale.replace('-', '_'),
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null',
    },
  });
  app.process().stderr?.on('data', (part: Buffer) => {
    for (const line of part.toString().split('\n')) if (!harmless.test(line)) problem(`host: ${line}`);
  });
  return app;
}

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/**
 * Launches again when the driver and the program miss each other: on a loaded machine the driver's debugger connection
 * is now and then never answered, before any code of ours runs. What the program itself does wrong is not retried.
 */
async function launchPatiently(options: LaunchOptions, attempts = 3): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (attempts <= 1 || !(error instanceof errors.TimeoutError)) throw error;
    console.log(`Electron did not answer the driver within ${launchMs} ms; launching it again`);
    return launchPatiently(options, attempts - 1);
  }
}

/** The packaged program in Electron. */
export async function startInElectron(options: StartOptions): Promise<Running> {
  const app = await launchElectron(options);
  const page = await app.firstWindow();
  watch(page, options.problem);
  await page.waitForLoadState('domcontentloaded');
  let ended = false;
  return {
    page,
    openSecond: () => openSecond(app, options),
    async choose(path, act) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      await act();
    },
    async save(act, withinMs = 10_000) {
      const folder = join(options.home, 'saved');
      await mkdir(folder, { recursive: true });
      await app.evaluate(({ dialog, session }, target) => {
        Object.assign(globalThis, { savedTo: null });
        // Pictures are made in the page and leave as downloads, for which Electron asks by a dialog of its own.
        session.defaultSession.removeAllListeners('will-download');
        session.defaultSession.once('will-download', (_event, item) => {
          const filePath = `${target}/${item.getFilename()}`;
          item.setSavePath(filePath);
          item.once('done', () => Object.assign(globalThis, { savedTo: filePath }));
        });
        dialog.showSaveDialog = (async (...given: unknown[]) => {
          const { defaultPath } = given.at(-1) as { defaultPath: string };
          const filePath = `${target}/${defaultPath}`;
          Object.assign(globalThis, { savedTo: filePath });
          return { canceled: false, filePath };
        }) as typeof dialog.showSaveDialog;
      }, folder);
      await act();
      return waitForSaved(app, withinMs);
    },
    async quit() {
      if (ended) return;
      ended = true;
      await app.close();
    },
    async kill() {
      if (ended) return;
      ended = true;
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    },
  };
}

async function openSecond(app: ElectronApplication, options: StartOptions): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('window.new');
    if (!item) throw new Error('The menu has no New window');
    item.click();
  });
  const page = await opened;
  watch(page, options.problem);
  return page;
}

/** Where the save dialog was answered to; null while it was not, or while the main process collects its garbage. */
async function savedPath(app: ElectronApplication): Promise<string | null> {
  try {
    return await app.evaluate(() => (globalThis as { savedTo?: string | null }).savedTo ?? null);
  } catch (error) {
    if (String(error).includes('promise was garbage collected')) return null;
    throw error;
  }
}

/** Waits until the file that the save dialog was answered with is there and no longer grows. */
async function waitForSaved(app: ElectronApplication, withinMs: number): Promise<string> {
  let before = -1;
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    const path = await savedPath(app);
    const size = path
      ? await stat(path).then(
          ({ size: bytes }) => bytes,
          () => -1,
        )
      : -1;
    if (path && size > 0 && size === before) return path;
    before = size;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing was saved within ${withinMs} ms`);
}
