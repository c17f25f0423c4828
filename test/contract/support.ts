import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { createService, type Service } from '../../electron/core/service.ts';
import type { ServiceOptions } from '../../electron/core/serviceOptions.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { AppError } from '../../shared/contract/result.ts';

export const sampleFile = fileURLToPath(new URL('../../assets/samples/hhs-2012.json', import.meta.url));

export interface Event {
  readonly name: string;
  readonly payload: unknown;
}

/** A service in a folder of its own, with everything it told. */
export interface TestService {
  readonly service: Service;
  readonly folder: string;
  readonly events: Event[];
  readonly log: string[];
  /** The answer; an error answer fails the test. */
  ok<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** The error; any other answer fails the test. */
  error(method: string, input: unknown): Promise<AppError>;
}

/** Makes services that close, and folders that go, after each test. */
export function services(): { make(options?: Partial<ServiceOptions>): TestService; folder(): string } {
  const made: Service[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const service of made.splice(0)) await service.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'throughline-test-'));
    folders.push(path);
    return path;
  };
  return {
    folder,
    make(options = {}) {
      const dataFolder = options.dataFolder ?? folder();
      const events: Event[] = [];
      const log: string[] = [];
      const service = createService({
        version: '1.2.3',
        host: 'desktop',
        platform: 'linux',
        systemLocale: 'zh-CN',
        sampleFile,
        emit: (name, payload) => events.push({ name, payload }),
        log: (line) => log.push(line),
        checkOutputs: true,
        ...options,
        dataFolder,
      });
      made.push(service);
      return {
        service,
        folder: dataFolder,
        events,
        log,
        async ok(method, input) {
          const result = await service.dispatch(method, input);
          if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
          return result.value as never;
        },
        async error(method, input) {
          const result = await service.dispatch(method, input);
          if (result.ok) throw new Error(`${method} should have failed`);
          return result.error;
        },
      };
    },
  };
}

/** A label for changes that tests make. */
export const label = { key: 'test', params: {} };
