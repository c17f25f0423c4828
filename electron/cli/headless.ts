import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  EventPayload,
  MethodInput,
  MethodName,
  MethodOutput,
  OpenPortfolio,
} from '../../shared/contract/methods.ts';
import { Failure, type Result } from '../../shared/contract/result.ts';
import { dataFolder } from '../core/dataFolder.ts';
import { createService, type Service } from '../core/service.ts';
import { createProgressLine } from './progressLine.ts';

/** A service without a page, with the one portfolio of a command open. */
export interface Headless {
  readonly service: Service;
  readonly opened: OpenPortfolio;
  /** Calls a method; an error answer is thrown as its `Failure`. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
}

/** Where the drawings are built to; commands that need them build them first. */
const pictures = fileURLToPath(new URL('../../.build/pictures', import.meta.url));

/**
 * Opens a portfolio file for one command and closes it again, however the command ends; `scratch` is a copy to write
 * into that nobody keeps. Says on the terminal how far long work is. Ctrl C stops the work, leaves nothing half done,
 * and throws `cancelled`.
 */
export async function withPortfolio<T>(
  path: string,
  mode: 'read' | 'write' | 'scratch',
  work: (headless: Headless) => Promise<T>,
): Promise<T> {
  const full = resolve(path);
  requireFile(full);
  const progress = createProgressLine(process.stderr);
  const service = createService({
    version: '',
    host: 'cli',
    platform: process.platform,
    systemLocale: new Intl.DateTimeFormat().resolvedOptions().locale,
    dataFolder: dataFolder(process.env),
    sampleFile: '',
    emit: (event, payload) => {
      if (event !== 'job.progress') return;
      const { stage, done, total } = payload as EventPayload<'job.progress'>;
      progress.show(stage, done, total);
    },
    pictures,
    readOnly: mode === 'read',
    scratch: mode === 'scratch',
  });
  const call: Headless['call'] = async <M extends MethodName>(method: M, input: MethodInput<M>) =>
    unwrap<M>(await service.dispatch(method, input));
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    void service.close();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    const opened = await call('portfolio.openChosen', { file: service.files.register(full) });
    return await work({ service, opened, call });
  } catch (error) {
    // Whatever the work met when the portfolio was closed under it.
    if (stopped)
      throw new Failure('cancelled', 'stopped before it was done; nothing was changed', { cause: error });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
    progress.clear();
    await service.close();
  }
}

/** Throws `file_missing` or `file_unreadable` unless there is a file at that path. */
export function requireFile(path: string): void {
  const file = basename(path);
  if (!existsSync(path)) {
    throw new Failure('file_missing', `${path} is not there`, { params: { file }, place: { file } });
  }
  if (!statSync(path).isFile()) {
    throw new Failure('file_unreadable', `${path} is not a file`, { params: { file }, place: { file } });
  }
}

/**
 * Throws `file_missing` or `file_unreadable` unless the folder of a file that is to be written is there. It is not made:
 * a mistyped path would put the file where nobody looks for it.
 */
export function requireFolderOf(path: string): void {
  const folder = dirname(path);
  const found = statSync(folder, { throwIfNoEntry: false });
  const about = { params: { file: folder }, place: { file: folder } };
  if (!found)
    throw new Failure(
      'file_missing',
      `the folder ${folder} is not there: make it, or name another one`,
      about,
    );
  if (!found.isDirectory())
    throw new Failure('file_unreadable', `${folder} is not a folder: name another one`, about);
}

function unwrap<M extends MethodName>(result: Result<unknown>): MethodOutput<M> {
  if (result.ok) return result.value as MethodOutput<M>;
  const { code, message, params, place } = result.error;
  throw new Failure(code, message, { ...(params ? { params } : {}), ...(place ? { place } : {}) });
}

/** Prints one answer: JSON for machines, lines for people. */
export function print(asJson: boolean | undefined, value: unknown, lines: readonly string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}
