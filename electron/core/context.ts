import type { z } from 'zod';
import type { MethodName, MethodOutput, Methods } from '../../shared/contract/methods.ts';
import type { FileRegistry } from './fileRegistry.ts';
import type { Jobs } from './jobs.ts';
import type { RoomStore } from './keptRoom.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { PortfolioSession } from './portfolioSession.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ServiceOptions } from './serviceOptions.ts';

/** Everything a handler works with. */
export interface ServiceContext {
  readonly options: ServiceOptions;
  readonly files: FileRegistry;
  readonly preferences: PreferenceStore;
  readonly known: KnownFiles;
  readonly room: RoomStore;
  readonly jobs: Jobs;
  readonly session: PortfolioSession;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

export type ParsedInput<M extends MethodName> = z.output<Methods[M]['input']>;

/** The rest of a method's work, which needs the portfolio no more: others get their turn while it goes on. */
export class Later<T> {
  readonly finish: () => Promise<T>;
  constructor(finish: () => Promise<T>) {
    this.finish = finish;
  }
}

/** Runs one method. Throws `Failure` for what is expected to go wrong. */
export type Handler<M extends MethodName> = (
  input: ParsedInput<M>,
  context: ServiceContext,
) => MethodOutput<M> | Later<MethodOutput<M>> | Promise<MethodOutput<M> | Later<MethodOutput<M>>>;

/** Some of the handlers, by method. */
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };
