import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptRoom } from '../../shared/contract/keptRoom.ts';
import { startInBrowser } from './browserDriver.ts';
import { startInElectron } from './electronDriver.ts';
import type { Running } from './running.ts';

export type HostKind = 'browser' | 'electron';

/** A person's machine: a data folder that outlives the program, and the program started on it as often as asked. */
export interface Machine {
  readonly kind: HostKind;
  readonly home: string;
  /** Everything that went wrong in any window since this was asked last. */
  takeProblems(): readonly string[];
  /** What the service keeps of a room that is presented to, for after a crash; null where none is kept. */
  keptRoom(): Promise<KeptRoom | null>;
  start(options?: { readonly locale?: string }): Promise<Running>;
  /** Ends what still runs and deletes the data folder. */
  dispose(): Promise<void>;
}

/** The host that this run of the suite drives. */
export function hostKind(): HostKind {
  return process.env.E2E_HOST === 'electron' ? 'electron' : 'browser';
}

/** A machine on which the program never ran. */
export async function freshMachine(): Promise<Machine> {
  const home = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
  const kind = hostKind();
  const problems: string[] = [];
  const running = new Set<Running>();
  return {
    kind,
    home,
    takeProblems: () => problems.splice(0),
    async keptRoom() {
      try {
        return JSON.parse(await readFile(join(home, 'room.json'), 'utf8')) as KeptRoom | null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async start({ locale = 'en-US' } = {}) {
      const start = kind === 'electron' ? startInElectron : startInBrowser;
      const started = await start({ home, locale, problem: (line) => problems.push(line) });
      running.add(started);
      return started;
    },
    async dispose() {
      for (const each of running) await each.quit();
      await rm(home, { recursive: true, force: true });
    },
  };
}
