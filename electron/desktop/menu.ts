import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/text/area.ts';
import { catalogue } from '../../shared/text/catalogue.ts';

export interface MenuActions {
  /** Sends a command id to the page in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

/**
 * The native menu in one language. It stays small: the page owns the list of commands, and its palette shows all of
 * them. Keys of page commands are shown but left to the page, so that they do not fire twice or inside text fields.
 */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const words = catalogue.hosts[language];
  const command = (id: string, label: string, accelerator: string | null): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => actions.command(id),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  const program: MenuItemConstructorOptions = {
    label: 'Throughline',
    submenu: [
      { role: 'about', label: words['menu.about'] },
      line,
      { role: 'services', label: words['menu.services'] },
      line,
      { role: 'hide', label: words['menu.hide'] },
      { role: 'hideOthers', label: words['menu.hideOthers'] },
      { role: 'unhide', label: words['menu.showAll'] },
      line,
      { role: 'quit', label: words['menu.quit'] },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: words['menu.file'],
    submenu: [
      {
        id: 'window.new',
        label: words['menu.newWindow'],
        accelerator: 'CmdOrCtrl+Shift+N',
        click: actions.newWindow,
      },
      command('portfolio.open', words['menu.openFile'], 'CmdOrCtrl+O'),
      command('palette.open', words['menu.commands'], 'CmdOrCtrl+K'),
      line,
      { role: 'close', label: words['menu.closeWindow'] },
      ...(mac ? [] : [line, { role: 'quit', label: words['menu.quit'] } as const]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words['menu.edit'],
    submenu: [
      command('history.undo', words['menu.undo'], 'CmdOrCtrl+Z'),
      command('history.redo', words['menu.redo'], mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      line,
      { role: 'cut', label: words['menu.cut'] },
      { role: 'copy', label: words['menu.copy'] },
      { role: 'paste', label: words['menu.paste'] },
      { role: 'selectAll', label: words['menu.selectAll'] },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words['menu.view'],
    submenu: [
      { role: 'resetZoom', label: words['menu.resetZoom'] },
      { role: 'zoomIn', label: words['menu.zoomIn'] },
      { role: 'zoomOut', label: words['menu.zoomOut'] },
      line,
      { role: 'togglefullscreen', label: words['menu.fullScreen'] },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: words['menu.window'],
    role: 'window',
    submenu: [
      { role: 'minimize', label: words['menu.minimize'] },
      ...(mac ? [{ role: 'front', label: words['menu.front'] } as const] : []),
    ],
  };
  return [...(mac ? [program] : []), file, edit, view, window];
}
