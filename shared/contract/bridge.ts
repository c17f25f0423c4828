import type { EventName, EventPayload, MethodInput, MethodName, MethodOutput } from './methods.ts';
import type { Result } from './result.ts';

/** A file that the person picked; the token names it in calls. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * What the desktop host's preload gives the page as `window.throughline`: one named function for each method of
 * the contract and a few for files, never a free channel. `PickedFile` is the page's `File`.
 */
export interface DesktopBridge<PickedFile> {
  readonly methods: {
    readonly [M in MethodName]: (input: MethodInput<M>) => Promise<Result<MethodOutput<M>>>;
  };
  /** Listens to an event of the service; answers the function that stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void;
  /** Listens to the command ids of the native menu; answers the function that stops listening. */
  readonly onCommand: (listener: (id: string) => void) => () => void;
  /** Opens a window beside this one that shows what is presented and can write nothing. */
  readonly openProjected: (session: string) => Promise<Result<boolean>>;
  readonly pickFile: (accept: readonly string[]) => Promise<Result<ChosenFile | null>>;
  /** Takes a file that lies on disk and was dropped or chosen in the page. */
  readonly takeFile: (file: PickedFile) => Promise<Result<ChosenFile>>;
  /** Asks where a file that is about to be made shall lie; the place as a token, for one saving. */
  readonly choosePlace: (suggestedName: string) => Promise<Result<string | null>>;
  readonly saveFile: (
    token: string,
    suggestedName: string,
    place?: string,
  ) => Promise<Result<{ readonly savedTo: string } | null>>;
}
