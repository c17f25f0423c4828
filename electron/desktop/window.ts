import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

/**
 * The options of every window: a page without Node, in its own world, in the sandbox. Each switch is named although
 * some are the default, so that no later default can open them.
 */
export function windowOptions(preload: string, bounds: Partial<Rectangle>): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    ...bounds,
    show: false,
    title: 'Throughline',
    backgroundColor: '#FBFAF7',
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      // It would fetch dictionaries over the network.
      spellcheck: false,
    },
  };
}
