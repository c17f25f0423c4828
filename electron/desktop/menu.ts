import type { MenuItemConstructorOptions } from 'electron';
import type { Preferences } from '../../shared/contract/methods.ts';
import type { Language } from '../../shared/text/area.ts';
import { catalogue } from '../../shared/text/catalogue.ts';

export interface MenuActions {
  /** Sends a command id to the page in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
}

type Item = MenuItemConstructorOptions;
type CommandLabel = Extract<keyof (typeof catalogue.shell)['en'], `command.${string}`>;

const line: Item = { type: 'separator' };

/** A key as pages write it (`Mod+Shift+S`, `Alt+ArrowUp`) as Electron does; undefined for one that it cannot show. */
function acceleratorOf(shortcut: string | undefined): string | undefined {
  const accelerator = shortcut?.replace(/\bMod\b/, 'CmdOrCtrl').replace(/Arrow(Up|Down|Left|Right)$/, '$1');
  return accelerator &&
    /^(?:(?:CmdOrCtrl|Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d{1,2}|[!-~]|Plus|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Backspace)$/.test(
      accelerator,
    )
    ? accelerator
    : undefined;
}

/**
 * The native menu in one language, with the keys that the person gave commands in place of their usual ones. Its commands are the page's own, by id and by name; their keys are shown but left
 * to the page, so that they neither fire twice nor reach into a text field.
 */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  actions: MenuActions,
  keys: NonNullable<Preferences['keys']> = {},
): Item[] {
  const words = catalogue.hosts[language];
  const mac = platform === 'darwin';
  const command = (id: string, label: CommandLabel, usual?: string): Item => {
    const given = keys[id];
    const accelerator = given ? acceleratorOf(given[0]) : usual;
    return {
      id,
      label: catalogue.shell[language][label],
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
      click: () => actions.command(id),
    };
  };
  const newWindow: Item = {
    id: 'window.new',
    label: words['menu.newWindow'],
    accelerator: 'CmdOrCtrl+Shift+N',
    click: actions.newWindow,
  };
  const file: Item[] = [
    command('portfolio.new', 'command.newPortfolio'),
    command('portfolio.open', 'command.openPortfolio', 'CmdOrCtrl+O'),
    command('portfolio.sample', 'command.openSample'),
    line,
    command('portfolio.import', 'command.import', 'CmdOrCtrl+I'),
    command('portfolio.export', 'command.export', 'CmdOrCtrl+E'),
    command('portfolio.snapshot', 'command.newSnapshot', 'CmdOrCtrl+Shift+S'),
    command('portfolio.copy', 'command.copyPortfolio', 'CmdOrCtrl+S'),
    line,
    command('portfolio.close', 'command.closePortfolio'),
    { role: 'close', label: words['menu.closeWindow'] },
    ...(mac ? [] : [line, { role: 'quit', label: words['menu.quit'] } as const]),
  ];
  const edit: Item[] = [
    command('edit.undo', 'command.undo', 'CmdOrCtrl+Z'),
    command('edit.redo', 'command.redo', 'CmdOrCtrl+Shift+Z'),
    line,
    { role: 'cut', label: words['menu.cut'] },
    { role: 'copy', label: words['menu.copy'] },
    { role: 'paste', label: words['menu.paste'] },
    { role: 'selectAll', label: words['menu.selectAll'] },
  ];
  const view: Item[] = [
    command('app.palette', 'command.palette', 'CmdOrCtrl+K'),
    command('view.initiatives', 'command.goInitiatives', 'Alt+1'),
    command('view.flow', 'command.goFlow', 'Alt+2'),
    command('view.coverage', 'command.goCoverage', 'Alt+3'),
    line,
    command('app.language', 'command.language', 'CmdOrCtrl+Alt+L'),
    command('app.theme', 'command.theme', 'CmdOrCtrl+Alt+T'),
    line,
    { role: 'resetZoom', label: words['menu.resetZoom'] },
    { role: 'zoomIn', label: words['menu.zoomIn'] },
    { role: 'zoomOut', label: words['menu.zoomOut'] },
    { role: 'togglefullscreen', label: words['menu.fullScreen'] },
  ];
  const window: Item[] = [
    newWindow,
    { role: 'minimize', label: words['menu.minimize'] },
    ...(mac ? [{ role: 'front', label: words['menu.front'] } as const] : []),
  ];
  return [
    ...(mac ? [programMenu(language)] : []),
    { label: words['menu.file'], submenu: file },
    { label: words['menu.edit'], submenu: edit },
    { label: words['menu.view'], submenu: view },
    { label: words['menu.window'], role: 'window', submenu: window },
    { label: words['menu.help'], role: 'help', submenu: [command('app.keys', 'command.keys', 'F1')] },
  ];
}

/** The menu that macOS puts first. */
function programMenu(language: Language): Item {
  const words = catalogue.hosts[language];
  return {
    label: catalogue.common[language]['app.name'],
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
}
