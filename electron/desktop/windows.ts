import { type BrowserWindow, screen, BrowserWindow as Window } from 'electron';
import type { EventName, EventPayload } from '../../shared/contract/methods.ts';
import { Failure, type Result } from '../../shared/contract/result.ts';
import type { Service } from '../core/service.ts';
import { asResult } from './asResult.ts';
import { channels } from './channels.ts';
import { type Planner, register } from './ipc.ts';
import { pageAddress } from './origin.ts';
import { windowOptions } from './window.ts';
import { isReachable, rememberWindows } from './windowState.ts';

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

export interface WindowsOptions {
  readonly preload: string;
  readonly dataFolder: string;
  /** Makes the service of one window; each window has its own, so each may show another portfolio. */
  readonly makeService: (emit: Emit) => Service;
  /** Told when a file that the operating system handed over could not be opened. */
  readonly cannotOpen: (window: BrowserWindow, path: string, result: Result<unknown>) => void;
  readonly log: (line: string) => void;
}

/** The program's windows, each with its own service. */
export interface Windows {
  /** Opens a window, and in it the portfolio at `path` where one is given. */
  open(path?: string): Promise<void>;
  /** Opens a window that shows what `planner` presents: full screen on another display where there is one. */
  openProjected(planner: Planner, session: string): Promise<boolean>;
  of(webContentsId: number): Planner | null;
  count(): number;
  front(): Planner | null;
  /** Sends a command id of the native menu to the window in front. */
  command(id: string): void;
  /** Done when every service of a closed window has closed its portfolio. */
  settled(): Promise<void>;
}

/** Keeps the windows and closes a window's service with it. */
export function createWindows(options: WindowsOptions): Windows {
  const planners = new Map<number, Planner>();
  /** Windows that are projected beside another one, by the web contents of that one. */
  const projected = new Map<number, BrowserWindow>();
  const closing = new Set<Promise<void>>();
  const memory = rememberWindows(options.dataFolder, options.log);

  function place(): { bounds: Partial<Electron.Rectangle>; maximized: boolean } {
    const state = memory.read();
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    if (!state || !isReachable(state, screens)) return { bounds: {}, maximized: state?.maximized ?? false };
    const { maximized, x, y, width, height } = state;
    // A further window stands a little lower, so that both are seen.
    const offset = planners.size * 24;
    return { bounds: { x: x + offset, y: y + offset, width, height }, maximized };
  }

  function follow({ window, service }: Planner): void {
    const id = window.webContents.id;
    window.on('close', () => memory.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
    window.on('closed', () => {
      planners.delete(id);
      projected.get(id)?.close();
      const closed = Promise.resolve(service.close())
        .catch((error: unknown) => options.log(`a portfolio did not close: ${String(error)}`))
        .finally(() => closing.delete(closed));
      closing.add(closed);
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      options.log(`the page ended: ${reason}`);
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
  }

  const windows: Windows = {
    async open(path) {
      const { bounds, maximized } = place();
      const window = new Window(windowOptions(options.preload, bounds));
      const { id } = window.webContents;
      const emit: Emit = (event, payload) => {
        for (const each of [window, projected.get(id)])
          if (each && !each.isDestroyed()) each.webContents.send(channels.event, event, payload);
      };
      const planner: Planner = { window, service: options.makeService(emit) };
      planners.set(id, planner);
      follow(planner);
      if (maximized) window.maximize();
      window.once('ready-to-show', () => window.show());
      if (path !== undefined) {
        const result = await openFile(planner, path);
        if (!result.ok) options.cannotOpen(window, path, result);
      }
      await window.loadURL(pageAddress);
    },
    async openProjected(planner, session) {
      const owner = planner.window.webContents.id;
      const open = projected.get(owner);
      if (open) {
        open.focus();
        return true;
      }
      const here = screen.getDisplayMatching(planner.window.getBounds());
      const other = screen.getAllDisplays().find(({ id }) => id !== here.id);
      const window = new Window({
        ...windowOptions(options.preload, other ? other.bounds : { width: 1280, height: 720 }),
        backgroundColor: '#0E1318',
        fullscreen: other !== undefined,
        autoHideMenuBar: true,
      });
      const { id } = window.webContents;
      projected.set(owner, window);
      planners.set(id, { window, service: planner.service, viewOnly: true });
      window.on('closed', () => {
        planners.delete(id);
        projected.delete(owner);
      });
      window.once('ready-to-show', () => window.showInactive());
      await window.loadURL(`${pageAddress}?projected=${session}`);
      return true;
    },
    of: (webContentsId) => planners.get(webContentsId) ?? null,
    count: () => planners.size,
    front() {
      const focused = Window.getFocusedWindow();
      const inFront = focused ? planners.get(focused.webContents.id) : undefined;
      if (inFront && !inFront.viewOnly) return inFront;
      return [...planners.values()].findLast(({ viewOnly }) => !viewOnly) ?? null;
    },
    command: (id) => windows.front()?.window.webContents.send(channels.command, id),
    settled: async () => {
      await Promise.all(closing);
    },
  };
  return windows;
}

function openFile(planner: Planner, path: string): Promise<Result<unknown>> {
  return asResult(async () => {
    const { token } = await register(planner, path);
    const opened = await planner.service.dispatch('portfolio.openChosen', { file: token });
    if (opened.ok) return opened.value;
    const { code, message } = opened.error;
    throw new Failure(code, message);
  });
}
