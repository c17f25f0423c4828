import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventName, EventPayload } from '../../shared/contract/methods.ts';
import { diffCounts } from '../../shared/history/diff.ts';

/** The service's events on their way to every open page, as server-sent events. */
export interface EventStream {
  send<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** Runs a call of a page: what is too long to be sent is told to that page by the answer to its call. */
  during<T>(page: string, call: () => T): T;
  /** Keeps the response open and sends it every event from now on, and those missed since its last one. */
  connect(request: IncomingMessage, response: ServerResponse, page: string): void;
  /** Makes every page but one start afresh: what they show is no longer what is open. */
  restartOthers(page: string): void;
  /** Ends every response. */
  close(): void;
}

const keptEvents = 256;
const keptBytes = 16 * 1024 * 1024;
/** A change of more records is too long as well; writing it as JSON to find that out would take a copy of an import. */
const mostRecords = 50_000;
/** A page that reads this far behind is cut off; it connects again and starts afresh. */
const unsentBytes = 64 * 1024 * 1024;
const heartbeatMs = 20_000;
const stale = 'event: stale\ndata: {}\n\n';

interface Kept {
  readonly number: number;
  readonly text: string;
}

function holdsMany<E extends EventName>(event: E, payload: EventPayload<E>): boolean {
  if (event !== 'portfolio.changed') return false;
  const { added, updated, removed } = diffCounts((payload as EventPayload<'portfolio.changed'>).diff);
  return added + updated + removed > mostRecords;
}

/** Makes a stream that remembers the latest events for pages whose connection breaks for a moment. */
export function createEventStream(): EventStream {
  const run = randomUUID();
  const calling = new AsyncLocalStorage<string>();
  const open = new Map<ServerResponse, string>();
  const kept: Kept[] = [];
  let bytes = 0;
  let last = 0;
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();

  function write(text: string): void {
    for (const response of open.keys()) {
      if (response.writableLength > unsentBytes) response.destroy();
      else response.write(text);
    }
  }

  /** What to send to a page that saw `lastId`, or null when that is too long ago. */
  function missedSince(lastId: string): readonly Kept[] | null {
    const [seenRun, seenNumber] = lastId.split('/');
    const seen = Number(seenNumber);
    if (seenRun !== run || !Number.isInteger(seen) || seen > last) return null;
    const missed = kept.filter(({ number }) => number > seen);
    return missed.length === last - seen ? missed : null;
  }

  return {
    send(event, payload) {
      last += 1;
      const text = holdsMany(event, payload)
        ? null
        : `id: ${run}/${last}\nevent: ${event}\ndata: ${JSON.stringify(payload)}\n\n`;
      if (text === null || text.length > keptBytes) {
        // A long import: the page that asked for it has the same in the answer, the others read anew.
        kept.length = 0;
        bytes = 0;
        const asked = calling.getStore();
        for (const [response, page] of open)
          response.write(page === asked ? `id: ${run}/${last}\nevent: here\ndata: {}\n\n` : stale);
        return;
      }
      kept.push({ number: last, text });
      bytes += text.length;
      while (kept.length > keptEvents || (bytes > keptBytes && kept.length > 0))
        bytes -= kept.shift()?.text.length ?? 0;
      write(text);
    },
    connect(request, response, page) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const lastId = request.headers['last-event-id'];
      const missed = typeof lastId === 'string' ? missedSince(lastId) : [];
      if (missed === null) response.write(stale);
      else for (const { text } of missed) response.write(text);
      // The id makes the browser remember where it stands, before any event came.
      response.write(`id: ${run}/${last}\nevent: here\ndata: {}\n\n`);
      open.set(response, page);
      response.on('close', () => open.delete(response));
    },
    during: (page, call) => calling.run(page, call),
    restartOthers(page) {
      for (const [response, its] of open) if (its !== page) response.write(stale);
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open.keys()) response.end();
    },
  };
}
