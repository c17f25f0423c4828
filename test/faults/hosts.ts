import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';
import { send } from '../helpers/browserHost.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

/** The program in a process of its own, on a data folder. */
export interface HostProcess {
  /** The answer of the service; throws when the process is gone before it answers. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>>;
  /** Ends it as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it as a person does. */
  end(): Promise<void>;
}

/** What the service answers; throws what it refuses. */
export async function ok<M extends MethodName>(
  host: HostProcess,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const result = await host.call(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

export type StartHost = (
  dataFolder: string,
  as?: { readonly uid: number; readonly gid: number },
) => Promise<HostProcess>;

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** The service that a desktop window has, spoken to over pipes. */
export const startDesktopService: StartHost = async (dataFolder, as) => {
  const script = fileURLToPath(new URL('children/service.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataFolder], { stdio: ['pipe', 'pipe', 'inherit'], ...as });
  const waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] = [];
  let closed = false;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => waiting.shift()?.resolve(line));
  lines.on('close', () => {
    closed = true;
    for (const each of waiting.splice(0)) each.reject(new Error('the service is gone'));
  });
  child.stdin.on('error', () => undefined);
  return {
    async call(method, input) {
      if (closed) throw new Error('the service is gone');
      const line = new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
      child.stdin.write(`${JSON.stringify([method, input])}\n`);
      return JSON.parse(await line) as never;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone(child);
    },
    async end() {
      child.stdin.end();
      await gone(child);
    },
  };
};

/** The program as `npm run start:browser` starts it, spoken to by HTTP. */
export const startBrowserProcess: StartHost = async (dataFolder) => {
  const { NODE_ENV: _runners, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'electron', 'start.mjs'), '--browser', '--no-open'],
    {
      env: { ...environment, THROUGHLINE_HOME: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const address = await new Promise<URL>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said)?.[0];
      if (found) resolve(new URL(found));
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)));
  });
  const { origin } = address;
  const welcome = await send(origin, { path: address.search });
  const cookie = welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const headers = { cookie, origin, 'content-type': 'application/json' };
  return {
    async call(method, input) {
      const body = JSON.stringify(input);
      const answer = await send(origin, { path: `/rpc/${method}`, method: 'POST', headers, body });
      return JSON.parse(answer.body.toString()) as never;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone(child);
    },
    async end() {
      child.kill('SIGTERM');
      await gone(child);
    },
  };
};
