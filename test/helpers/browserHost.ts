import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventStream } from '../../electron/browser/eventStream.ts';
import { type BrowserHostOptions, startBrowserHost } from '../../electron/browser/server.ts';
import { createService, type Service } from '../../electron/core/service.ts';
import { projectRoot } from './projectRoot.ts';

/** A browser host on a real service over a fresh data folder, for tests that speak HTTP to it. */
export interface TestHost {
  readonly origin: string;
  readonly port: number;
  readonly home: string;
  readonly service: Service;
  /** Every address announced so far. */
  readonly addresses: readonly string[];
  readonly log: readonly string[];
  /** Turns the newest address into a cookie header. */
  letIn(): Promise<string>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export async function startTestHost(
  options: Partial<Pick<BrowserHostOptions, 'limits' | 'pageFolder'>> = {},
): Promise<TestHost> {
  const home = await mkdtemp(join(tmpdir(), 'throughline-host-'));
  const events = createEventStream();
  const service = createService({
    version: '0.0.0-test',
    host: 'browser',
    platform: process.platform,
    systemLocale: 'en',
    dataFolder: home,
    sampleFile: join(projectRoot, 'assets', 'samples', 'hhs-2012.json'),
    emit: events.send,
  });
  const addresses: string[] = [];
  const log: string[] = [];
  const host = await startBrowserHost({
    service,
    events,
    pageFolder: options.pageFolder ?? join(projectRoot, 'test', 'fixtures', 'page'),
    announce: (address) => addresses.push(address),
    log: (line) => log.push(line),
    ...(options.limits ? { limits: options.limits } : {}),
  });
  return {
    origin: host.origin,
    port: Number(new URL(host.origin).port),
    home,
    service,
    addresses,
    log,
    async letIn() {
      const answer = await send(host.origin, { path: new URL(addresses.at(-1) ?? '').search });
      const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
      if (answer.status !== 303 || !cookie) throw new Error(`Not let in: ${answer.status}`);
      return cookie;
    },
    async close() {
      await host.close();
      await service.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/**
 * Sends one request exactly as written: no path is tidied and no header is added, so that it can be a hostile one.
 * `path` may start with `?`.
 */
export function send(
  origin: string,
  ask: {
    readonly path: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  },
): Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path: ask.path.startsWith('?') ? `/${ask.path}` : ask.path,
        method: ask.method ?? 'GET',
        headers: { host, ...ask.headers },
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(ask.body);
  });
}
