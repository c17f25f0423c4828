import type { z } from 'zod';
import type {
  EventName,
  EventPayload,
  MethodName,
  MethodOutput,
  Methods,
} from '../../shared/contract/methods.ts';
import type { FileRegistry } from './fileRegistry.ts';
import type { Jobs } from './jobs.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { PortfolioSession } from './portfolioSession.ts';
import type { PreferenceStore } from './preferences.ts';

/** Tells every page something. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** What a host says about itself when it makes a service. */
export interface ServiceOptions {
  readonly version: string;
  readonly host: 'desktop' | 'browser' | 'cli';
  readonly platform: string;
  readonly systemLocale: string;
  /** Folder for portfolios, backups and preferences. */
  readonly dataFolder: string;
  /** The shipped sample, in the JSON exchange format. */
  readonly sampleFile: string;
  readonly emit: Emit;
  /** Opens every portfolio as a private copy for reading; for commands that write nothing. */
  readonly readOnly?: boolean;
  /** Checks answers against the contract too; on in tests. */
  readonly checkOutputs?: boolean;
  readonly now?: () => Date;
  /** Where unexpected errors and repairs are reported; standard error unless said. */
  readonly log?: (line: string) => void;
}

/** Everything a handler works with. */
export interface ServiceContext {
  readonly options: ServiceOptions;
  readonly files: FileRegistry;
  readonly preferences: PreferenceStore;
  readonly known: KnownFiles;
  readonly jobs: Jobs;
  readonly session: PortfolioSession;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

export type ParsedInput<M extends MethodName> = z.output<Methods[M]['input']>;

/** Runs one method. Throws `Failure` for what is expected to go wrong. */
export type Handler<M extends MethodName> = (
  input: ParsedInput<M>,
  context: ServiceContext,
) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** Some of the handlers, by method. */
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };
