import type { Migration } from '../../db/migrations/migrations.ts';
import type { EventName, EventPayload } from '../../shared/contract/methods.ts';

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
  /** Folder of the built pictures, which slides, PDF, web pages and images are made from; without it these are refused. */
  readonly pictures?: string;
  /** The script of the thread that exports run in; the source beside the service unless a build says otherwise. */
  readonly exportThread?: string;
  /** Opens every portfolio as a private copy for reading; for commands that write nothing. */
  readonly readOnly?: boolean;
  /** What it opens is a copy that nobody keeps: no backups are made of it. */
  readonly scratch?: boolean;
  /** Checks answers against the contract too; on in tests. */
  readonly checkOutputs?: boolean;
  /** Steps to the newest schema; the released ones unless a test says otherwise. */
  readonly migrations?: readonly Migration[];
  readonly now?: () => Date;
  /** Where unexpected errors and repairs are reported; standard error unless said. */
  readonly log?: (line: string) => void;
}
