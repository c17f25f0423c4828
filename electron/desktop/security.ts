import type { App, Session, WebContents } from 'electron';
import { safeExternalUrl } from '../core/safeUrl.ts';
import { isOurs, pageAddress } from './origin.ts';

type Log = (line: string) => void;

/** What a page may ask of the operating system: to put text on the clipboard, and to take the whole screen, after a click or a key. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);
/** Schemes that reach nothing outside the page; everything else never leaves it. */
const localSchemes: ReadonlySet<string> = new Set(['blob:', 'data:', 'devtools:']);

/** Denies, for every page that the program ever makes: navigation elsewhere, new windows, and embedded pages. */
export function hardenPages(
  app: App,
  openExternal: (address: string, from: WebContents) => void,
  log: Log,
): void {
  app.on('web-contents-created', (_event, contents) => hardenPage(contents, openExternal, log));
}

function hardenPage(
  contents: WebContents,
  openExternal: (address: string, from: WebContents) => void,
  log: Log,
): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    log(`refused to navigate to ${event.url}`);
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  // A blank page is no navigation that could be refused; the planner comes back in its place.
  contents.on('did-navigate', (_event, url) => {
    if (isOurs(url)) return;
    log(`left for ${url}, brought back`);
    contents.loadURL(pageAddress).catch((error: unknown) => log(`the page did not load: ${String(error)}`));
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log('refused to embed a page');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const address = safeExternalUrl(url);
    if (address) openExternal(address, contents);
    else log(`refused to open ${url}`);
    return { action: 'deny' };
  });
}

/** Denies every permission but the one above, every device, and every request that would leave the machine. */
export function hardenSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const allowed = allowedPermissions.has(permission) && isOurs(contents.getURL());
    if (!allowed) log(`refused the permission ${permission}`);
    answer(allowed);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = isOurs(details.url) || localSchemes.has(new URL(details.url).protocol);
    if (!local) log(`refused to load ${details.url}`);
    answer({ cancel: !local });
  });
}

/** What the sender of a message is checked by; `WebFrameMain` and `WebContents` have it. */
export interface Sender {
  readonly frame: { readonly url: string; readonly parent: unknown } | null;
  /** Whether the message comes from a window that we opened and that still is open. */
  readonly known: boolean;
}

/** Why a message's sender is refused, or null: it must be the main frame of one of our windows, showing our page. */
export function refuseSender({ frame, known }: Sender): string | null {
  if (!known) return 'not one of our windows';
  if (!frame) return 'the page is gone';
  if (frame.parent !== null) return 'not the main frame';
  if (!isOurs(frame.url)) return `a page of ${frame.url}`;
  return null;
}
