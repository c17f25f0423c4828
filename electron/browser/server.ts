import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { packRecords } from '../../shared/contract/packedRecords.ts';
import type { AppError, ErrorCode, Result } from '../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { findAsset } from '../core/assets.ts';
import { securityHeaders } from '../core/csp.ts';
import type { Service } from '../core/service.ts';
import { refusedToWrite, writes } from '../core/viewOnly.ts';
import { type Admission, createAdmission } from './admission.ts';
import { BodyTooLarge, readText, writeBody } from './body.ts';
import type { EventStream } from './eventStream.ts';
import { forwardingPage, refusedPage } from './refusedPage.ts';
import { refuseForeign } from './requestChecks.ts';

export interface BrowserHostOptions {
  readonly service: Pick<Service, 'dispatch' | 'files'>;
  readonly events: EventStream;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Told every new one-time address. */
  readonly announce: (address: string) => void;
  /** Told every request that was refused and every failure, in one line. */
  readonly log: (line: string) => void;
  /** 0, or nothing, for any free port. */
  readonly port?: number;
  readonly limits?: Partial<Limits>;
}

interface Limits {
  readonly callBytes: number;
  readonly uploadBytes: number;
}

/** A running browser host. */
export interface BrowserHost {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Stops listening and ends every connection; the service stays open. */
  close(): Promise<void>;
}

const defaultLimits: Limits = { callBytes: 128 * 1024 * 1024, uploadBytes: 1024 * 1024 * 1024 };

interface Context extends BrowserHostOptions {
  readonly origin: string;
  readonly admission: Admission;
  readonly sizes: Limits;
  readonly invite: () => void;
}

/** Serves the page and the service on 127.0.0.1 and announces the first address. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer({ requestTimeout: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const admission = createAdmission(port);
  const invite = () => options.announce(`${origin}/?token=${admission.invite()}`);
  const context: Context = {
    ...options,
    origin,
    admission,
    invite,
    sizes: { ...defaultLimits, ...options.limits },
  };
  server.on('request', (request, response) => {
    handle(context, request, response).catch((error: unknown) => fail(context, request, response, error));
  });
  invite();
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        options.events.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const refusal = refuseForeign(request, context.origin);
  if (refusal) {
    context.log(`refused ${request.method} ${request.url}: ${refusal.reason}`);
    return refuse(response, refusal.status, 'not_found', refusal.reason);
  }
  const url = new URL(request.url ?? '/', context.origin);
  const token = url.pathname === '/' ? url.searchParams.get('token') : null;
  if (token !== null && request.method === 'GET' && context.admission.redeem(token))
    return letIn(context, request, response);
  if (!context.admission.admits(request.headers.cookie)) return turnAway(context, url, response);
  await route(context, url, request, response);
}

async function route(
  context: Context,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = url;
  if (pathname.startsWith('/rpc/')) {
    if (allows(request, response, 'POST')) await call(context, pathname.slice(5), request, response);
  } else if (pathname === '/upload') {
    if (allows(request, response, 'POST')) await upload(context, url, request, response);
  } else if (!allows(request, response, 'GET')) {
    return;
  } else if (pathname === '/events') {
    context.events.connect(request, response, url.searchParams.get('page') ?? '');
  } else if (pathname.startsWith('/files/')) {
    await download(context, pathname.slice(7), response);
  } else {
    await page(context, url, response);
  }
}

function allows(request: IncomingMessage, response: ServerResponse, method: string): boolean {
  if (request.method === method) return true;
  response.setHeader('allow', method);
  refuse(response, 405, 'invalid_input', `Only ${method} is answered here`);
  return false;
}

function letIn(context: Context, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('set-cookie', context.admission.cookie);
  response.setHeader('cache-control', 'no-store');
  // A strict cookie is not sent along a redirect that another site's link began.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(forwardingPage());
  } else response.writeHead(303, { location: '/' }).end();
}

function turnAway(context: Context, url: URL, response: ServerResponse): void {
  if (url.pathname !== '/') {
    refuse(response, 401, 'not_found', 'This browser was not let in');
    return;
  }
  // Only whoever reads the terminal sees the new address.
  if (!context.admission.invited()) context.invite();
  response.writeHead(401, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(refusedPage());
}

async function call(
  context: Context,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    return refuse(response, 415, 'invalid_input', 'Calls are application/json');
  const input = parse(await readText(request, context.sizes.callBytes));
  if (!input.ok) return refuse(response, 400, 'invalid_input', 'The call is not JSON');
  // A window that was opened to be projected can write nothing, whatever runs in it.
  if (request.headers['x-throughline-view-only'] !== undefined && writes(method))
    return sendJson(response, 200, refusedToWrite(method));
  const result = await context.events.during(pageOf(request), () =>
    context.service.dispatch(method, input.value),
  );
  // All pages share one service: what one opens is what the others show too.
  if (result.ok && changesWhatIsOpen(method)) context.events.restartOthers(pageOf(request));
  sendJson(response, 200, packed(result));
}

/** A whole portfolio is tens of megabytes: its records travel packed, and the page's transport unpacks them. */
function packed(result: Result<unknown>): unknown {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return result;
  if (!Object.hasOwn(result.value, 'records')) return result;
  const { records, ...value } = result.value as { readonly records: PortfolioRecords };
  return { ok: true, value, packedRecords: packRecords(records) };
}

const changesWhatIsOpen = (method: string): boolean => method.startsWith('portfolio.') && writes(method);

/** The name that a page gave itself, to tell its own calls from those of others. */
function pageOf(request: IncomingMessage): string {
  const page = request.headers['x-throughline-page'];
  return typeof page === 'string' ? page : '';
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false };
    throw error;
  }
}

async function upload(
  context: Context,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = fileName(url.searchParams.get('name') ?? '');
  if (name === '') return refuse(response, 400, 'invalid_input', 'An upload needs a file name');
  const { token, path } = context.service.files.make(name);
  const bytes = await writeBody(request, path, context.sizes.uploadBytes);
  sendJson(response, 200, { ok: true, value: { token, name, bytes } });
}

/** The last part of a path-like name, without what no file system takes. */
function fileName(raw: string): string {
  const last = raw.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((sign) => sign >= ' ' && sign !== '\u007f').join('');
  return clean === '.' || clean === '..' ? '' : clean.slice(0, 200).trim();
}

async function download(context: Context, token: string, response: ServerResponse): Promise<void> {
  const file = context.service.files.resolve(token);
  if (!file) return refuse(response, 404, 'not_found', 'No such file');
  const { size } = await stat(file.path);
  const ascii = file.name.replace(/[^\w.() -]/g, '_');
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${rfc5987(file.name)}`,
    'cache-control': 'no-store',
  });
  await pipeline(createReadStream(file.path), response);
}

function rfc5987(name: string): string {
  const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*]/g, percent);
}

/**
 * Isolates the projected window from the one that opened it, by one policy that only one of them has: the browser then
 * gives it a process of its own. In one process the room would wait for the presenter's window to be drawn first.
 */
const ownProcess = { 'cross-origin-embedder-policy': 'require-corp' } as const;

async function page(
  context: Context,
  { pathname, searchParams }: URL,
  response: ServerResponse,
): Promise<void> {
  const asset = await findAsset(context.pageFolder, pathname);
  if (!asset) return refuse(response, 404, 'not_found', 'No such page');
  // Names in assets/ carry a hash of their content; the start page must always be the newest.
  const forever = pathname.startsWith('/assets/');
  response.writeHead(200, {
    'content-type': asset.type,
    'cache-control': forever ? 'private, max-age=31536000, immutable' : 'no-store',
    // Its workers have to come under the same policy; other windows don't mind.
    ...(forever || searchParams.has('projected') ? ownProcess : {}),
  });
  await pipeline(createReadStream(asset.path), response);
}

function refuse(response: ServerResponse, status: number, code: ErrorCode, message: string): void {
  sendJson(response, status, { ok: false, error: { code, message } satisfies AppError });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers a failure as a value where an answer can still be sent, and always logs what was not expected. */
function fail(context: Context, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const tooLarge = error instanceof BodyTooLarge;
  if (!tooLarge && !response.destroyed) context.log(`${request.method} ${request.url}: ${String(error)}`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // Browsers read an answer only after they have sent everything: take the rest and forget it.
  request.unpipe();
  request.resume();
  if (tooLarge) refuse(response, 413, 'file_too_large', error.message);
  else refuse(response, 500, 'internal', 'The program failed to answer; its terminal says why');
}
