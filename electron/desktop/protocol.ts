import { readFile } from 'node:fs/promises';
import type { CustomScheme, Protocol } from 'electron';
import { findAsset } from '../core/assets.ts';
import { securityHeaders } from '../core/csp.ts';
import { isOurs, pageScheme } from './origin.ts';

/** To be registered before the program is ready: our scheme behaves as https does, and may do nothing more. */
export const pageSchemes: readonly CustomScheme[] = [
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
];

/** Serves the built page at `app://planner/`, and refuses every `file:` address. */
export function servePage(protocol: Protocol, pageFolder: string): void {
  protocol.handle(pageScheme, (request) => answerPageRequest(pageFolder, request));
  protocol.handle('file', () => refuse(403));
}

/** The answer to one request for a part of the page: GET only, our host only, files of `pageFolder` only. */
export async function answerPageRequest(
  pageFolder: string,
  request: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  if (!isOurs(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const asset = await findAsset(pageFolder, new URL(request.url).pathname);
  if (!asset) return refuse(404);
  const body = new Uint8Array(await readFile(asset.path));
  return new Response(body, { headers: { ...securityHeaders, 'content-type': asset.type } });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
