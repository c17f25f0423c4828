import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../../electron/core/service.ts';
import type { Transport } from '../../../renderer/transport/transport.ts';
import type { EventName, EventPayload } from '../../../shared/contract/methods.ts';

/** The real service behind a page under test, in a folder of its own. */
export interface TestService {
  readonly transport: Transport;
  /** The next file that the person picks: its name and bytes; null turns away. */
  readonly willPick: (file: { readonly name: string; readonly text: string } | null) => void;
  /** What was saved, by the suggested name. */
  readonly saved: readonly string[];
  /** Waits until every call was answered, and its answer has reached whoever asked. */
  readonly answered: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a service with nothing open; everything crosses as JSON, as it does in every host. */
export function startTestService(): TestService {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-page-'));
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const service = createService({
    version: '0.0.0-test',
    host: 'browser',
    platform: 'test',
    systemLocale: 'en-US',
    dataFolder: join(folder, 'data'),
    sampleFile: join(import.meta.dirname, '..', '..', '..', 'assets', 'samples', 'hhs-2012.json'),
    emit: (event, payload) => {
      const sent = JSON.parse(JSON.stringify(payload)) as never;
      for (const listener of listeners.get(event) ?? []) listener(sent);
    },
  });
  let next: { readonly name: string; readonly text: string } | null = null;
  let files = 0;
  const saved: string[] = [];
  const asked = new Set<Promise<unknown>>();
  const give = (name: string, text: string) => {
    files += 1;
    const path = join(folder, `${files}-${name}`);
    writeFileSync(path, text);
    const token = service.files.register(path, name);
    return { token, name, bytes: Buffer.byteLength(text) };
  };
  return {
    transport: {
      call: async (method, input) => {
        const asking = service.dispatch(method, JSON.parse(JSON.stringify(input)));
        asked.add(asking);
        const answer = await asking.finally(() => asked.delete(asking));
        return JSON.parse(JSON.stringify(answer)) as never;
      },
      on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => {
        const heard = listeners.get(event) ?? new Set();
        listeners.set(event, heard);
        heard.add(listener as (payload: never) => void);
        return () => void heard.delete(listener as (payload: never) => void);
      },
      openProjected: async () => false,
      pickFile: async () => (next ? give(next.name, next.text) : null),
      takeFile: async (file) => give(file.name, await file.text()),
      choosePlace: async () => 'place',
      saveFile: async (_token, suggestedName) => {
        saved.push(suggestedName);
        return { savedTo: suggestedName };
      },
    },
    willPick: (file) => {
      next = file;
    },
    saved,
    answered: async () => {
      // An answer may lead to the next call.
      do {
        await Promise.all(asked);
        await new Promise((go) => setImmediate(go));
      } while (asked.size > 0);
    },
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
