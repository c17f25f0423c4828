import type { ChosenFile } from '../../shared/contract/bridge.ts';
import type {
  EventName,
  EventPayload,
  MethodInput,
  MethodName,
  MethodOutput,
} from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';

export type { ChosenFile } from '../../shared/contract/bridge.ts';

/** The one way from the page to the service. Nothing else in the page knows which host carries it. */
export interface Transport {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>>;
  /** Listens to an event; answers the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Asks the person for a file; null when they turn away. `accept` lists endings with their dot. */
  pickFile(accept: readonly string[]): Promise<ChosenFile | null>;
  /** Takes a file that was dropped on the page. */
  takeFile(file: File): Promise<ChosenFile>;
  /**
   * Asks where a file that is about to be made shall lie, so that nobody waits for one that cannot be put there; the
   * place as a token for one `saveFile`, or null when the person turns away. Fails where nothing can be written there.
   */
  choosePlace(suggestedName: string): Promise<string | null>;
  /** Saves a file that the service made, and asks where unless a place was chosen; the place for people, or null. */
  saveFile(
    token: string,
    suggestedName: string,
    place?: string,
  ): Promise<{ readonly savedTo: string } | null>;
  /** Opens a window beside this one that only shows: it can write nothing. False where the host opens none. */
  openProjected(session: string): Promise<boolean>;
  /** Hears the ids of commands chosen in a native menu, where the host has one; absent where it has none. */
  onCommand?(listener: (id: string) => void): () => void;
}
