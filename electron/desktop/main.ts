import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, ipcMain, Menu, protocol, session } from 'electron';
import { type Preferences, preferencesSchema } from '../../shared/contract/methods.ts';
import type { Language } from '../../shared/text/area.ts';
import { catalogue } from '../../shared/text/catalogue.ts';
import { dataFolder } from '../core/dataFolder.ts';
import { createService } from '../core/service.ts';
import { openAfterAsking, sayCannotOpen } from './dialogs.ts';
import { answerMessages } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { pageSchemes, servePage } from './protocol.ts';
import { hardenPages, hardenSession } from './security.ts';
import { createWindows } from './windows.ts';

const log = (line: string): void => console.error(`throughline: ${line}`);
const folder = dataFolder(process.env);
mkdirSync(folder, { recursive: true, mode: 0o700 });
// Chromium's own files stay apart from portfolios, and each data folder has its own running program.
app.setPath('userData', join(folder, 'desktop'));
// Whoever switches the sandbox off on the command line (tests that run as root) must not be half inside it: windows
// still ask for it one by one.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([...pageSchemes]);

const root = app.getAppPath();
const samples = app.isPackaged ? join(process.resourcesPath, 'samples') : join(root, 'assets', 'samples');
let language: Language = 'en';
let keys: NonNullable<Preferences['keys']> = {};

const windows = createWindows({
  preload: join(import.meta.dirname, 'preload.cjs'),
  dataFolder: folder,
  makeService: (emit) =>
    createService({
      version: app.getVersion(),
      host: 'desktop',
      platform: process.platform,
      systemLocale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
      dataFolder: folder,
      sampleFile: join(samples, 'hhs-2012.json'),
      pictures: join(root, '.build', 'pictures'),
      exportThread: join(import.meta.dirname, 'exporting', 'export.worker.cjs'),
      emit,
    }),
  cannotOpen: (window, path, result) => {
    if (result.ok) return;
    const reasons: Readonly<Record<string, string>> = catalogue.errors[language];
    const reason = reasons[result.error.code] ?? result.error.message;
    sayCannotOpen(window, basename(path), reason, language).catch((error: unknown) => log(String(error)));
  },
  log,
});

function open(path?: string): void {
  windows.open(path).catch((error: unknown) => log(`the window did not open: ${String(error)}`));
}

/** A portfolio among the arguments that the operating system started us with. */
function portfolioIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((argument) => argument.endsWith('.throughline'));
}

function showMenu(): void {
  const actions = { command: windows.command, newWindow: () => open() };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform, actions, keys)));
}

/** The menu follows the language and the keys as soon as a page has read or written them. */
function followPreferences(method: string, value: unknown): void {
  const preferences = method === 'app.info' ? (value as { preferences: unknown }).preferences : value;
  const read = preferencesSchema.safeParse(preferences);
  if (!read.success) return;
  const system = app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh-CN' : 'en';
  const chosen = read.data.language ?? system;
  const given = read.data.keys ?? {};
  if (chosen === language && JSON.stringify(given) === JSON.stringify(keys)) return;
  language = chosen;
  keys = given;
  showMenu();
}

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let opened = portfolioIn(process.argv);
  app.on('second-instance', (_event, argv) => open(portfolioIn(argv)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) open(path);
    else opened = path;
  });
  app.on('activate', () => {
    if (windows.count() === 0) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    windows.settled().finally(() => app.exit(0));
  });
  hardenPages(
    app,
    (address, from) => {
      const planner = windows.of(from.id);
      if (planner)
        openAfterAsking(planner.window, address, language).catch((error: unknown) => log(String(error)));
    },
    log,
  );
  answerMessages(ipcMain, {
    plannerOf: windows.of,
    openProjected: windows.openProjected,
    words: () => ({ allFiles: catalogue.hosts[language]['dialog.allFiles'] }),
    answered: (_planner, method, result) => {
      if (result.ok && (method === 'app.info' || method === 'preferences.write'))
        followPreferences(method, result.value);
    },
    log,
  });
  app.whenReady().then(
    () => {
      hardenSession(session.defaultSession, log);
      servePage(protocol, join(root, '.build', 'page'));
      showMenu();
      open(opened);
    },
    (error: unknown) => log(`could not start: ${String(error)}`),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}
