import type { IncomingMessage } from 'node:http';

/** Why a request is refused before anything else looks at it: the status and a sentence for logs. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/**
 * Refuses requests that did not come from our own page: another name for this machine (DNS rebinding), another
 * site's page, or a write whose origin is not told. `origin` is ours, as a browser writes it.
 */
export function refuseForeign(request: IncomingMessage, origin: string): Refusal | null {
  const { host, origin: sender } = request.headers;
  if (`http://${host ?? ''}` !== origin)
    return { status: 421, reason: `Host ${host ?? 'missing'} is not ours` };
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (sender === undefined && !reads) return { status: 403, reason: 'A write without an Origin' };
  if (sender !== undefined && sender !== origin)
    return { status: 403, reason: `Origin ${sender} is not ours` };
  const site = request.headers['sec-fetch-site'];
  const opensPage = request.headers['sec-fetch-mode'] === 'navigate' && reads;
  if (site === undefined || site === 'same-origin' || opensPage) return null;
  return { status: 403, reason: `A request from another site (${String(site)})` };
}
