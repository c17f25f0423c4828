import { join, resolve } from 'node:path';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';
import { BackupKeeper } from './backupKeeper.ts';
import type { Handlers, ServiceContext } from './context.ts';
import { createQueue, dispatchTo } from './dispatch.ts';
import { createFileRegistry, type FileRegistry } from './fileRegistry.ts';
import { appHandlers } from './handlers/app.ts';
import { backupHandlers } from './handlers/backups.ts';
import { exchangeHandlers } from './handlers/exchange.ts';
import { portfolioHandlers } from './handlers/portfolio.ts';
import { recordHandlers } from './handlers/records.ts';
import { scenarioHandlers } from './handlers/scenarios.ts';
import { snapshotHandlers } from './handlers/snapshots.ts';
import { createJobs } from './jobs.ts';
import { createRoomStore } from './keptRoom.ts';
import { createKnownFiles } from './knownFiles.ts';
import { PortfolioSession } from './portfolioSession.ts';
import { createPreferences } from './preferences.ts';
import type { ServiceOptions } from './serviceOptions.ts';

/** Every method of the contract; one without a handler does not compile. */
export const handlers: Handlers<MethodName> = {
  ...appHandlers,
  ...portfolioHandlers,
  ...backupHandlers,
  ...recordHandlers,
  ...exchangeHandlers,
  ...scenarioHandlers,
  ...snapshotHandlers,
};

/** The planner without a face: what windows, browsers and the command line talk to. */
export interface Service {
  /** The only door. Never throws: an error is a value. */
  dispatch(name: string, raw: unknown): Promise<Result<unknown>>;
  /** Files that the person chose or that the service made, by token; hosts fill and read it. */
  readonly files: FileRegistry;
  /** Waits for what is under way, closes the portfolio and deletes temporary files. */
  close(): Promise<void>;
}

/** Makes a service with nothing open. It writes only below `dataFolder` and to files that the person chose. */
export function createService(given: ServiceOptions): Service {
  const options: ServiceOptions = {
    checkOutputs: process.env.NODE_ENV === 'test',
    ...given,
    dataFolder: resolve(given.dataFolder),
  };
  const now = options.now ?? (() => new Date());
  const log = options.log ?? ((line: string) => console.error(`throughline: ${line}`));
  const portfolioFolder = join(options.dataFolder, 'Portfolios');
  const backups = new BackupKeeper(join(options.dataFolder, 'Backups'), now, log);
  const preferences = createPreferences(options.dataFolder, log);
  const known = createKnownFiles(options.dataFolder, portfolioFolder, log);
  const session = new PortfolioSession({
    options,
    known,
    preferences,
    portfolioFolder,
    backups,
    now,
    log,
  });
  const room = createRoomStore(options.dataFolder, log);
  const files = createFileRegistry();
  const jobs = createJobs((progress) => options.emit('job.progress', progress));
  const context: ServiceContext = {
    options,
    files,
    preferences,
    known,
    room,
    jobs,
    session,
    now,
    log,
  };
  const queue = createQueue();
  return {
    async dispatch(name, raw) {
      const result = await dispatchTo(handlers, context, queue, name, raw);
      // After the answer: a backup must not keep the person waiting.
      void queue(() => session.backUpWhenDue());
      return result;
    },
    files,
    async close() {
      // What runs outside of the queue would outlive the portfolio that it is about.
      jobs.cancelAll();
      await queue(() => session.close());
      files.close();
    },
  };
}
