import type { ChosenFile } from '../../shared/contract/bridge.ts';
import type { EventName } from '../../shared/contract/methods.ts';
import { type PackedRecords, unpackRecords } from '../../shared/contract/packedRecords.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Transport } from './transport.ts';
import { unwrap } from './unwrap.ts';

/** Carries calls over the browser host that served the page. File functions throw a `Failure` when it refuses. */
export function httpTransport(): Transport {
  // The host tells this page's own calls from those of other tabs.
  const page = crypto.randomUUID();
  // A window that was opened to be projected says so, and the host then refuses to write for it.
  const viewOnly: Record<string, string> = new URLSearchParams(location.search).has('projected')
    ? { 'x-throughline-view-only': '1' }
    : {};
  let events: Events | null = null;
  return {
    call: async (method, input) => {
      // A page that listens must hear every change that comes after what it reads.
      await events?.listening;
      return answer(
        fetch(`/rpc/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-throughline-page': page, ...viewOnly },
          body: JSON.stringify(input),
        }),
      );
    },
    on: (event, listener) => {
      events ??= openEvents(page);
      const { source } = events;
      const hear = (message: MessageEvent<string>): void => listener(JSON.parse(message.data));
      source.addEventListener(event satisfies EventName, hear);
      return () => source.removeEventListener(event, hear);
    },
    pickFile: async (accept) => {
      const file = await askForFile(accept);
      return file ? upload(file) : null;
    },
    takeFile: upload,
    // The browser saves by its own settings, and asks for the place itself where these say so.
    choosePlace: async () => 'browser',
    saveFile: async (token, suggestedName) => {
      const link = document.createElement('a');
      link.href = `/files/${token}`;
      link.download = suggestedName;
      document.body.append(link);
      link.click();
      link.remove();
      return { savedTo: suggestedName };
    },
    openProjected: async (session) =>
      window.open(
        `/?projected=${encodeURIComponent(session)}`,
        `throughline-${session}`,
        'popup,width=1280,height=720',
      ) !== null,
  };
}

interface Events {
  readonly source: EventSource;
  /** Done when the host sends events to this page, or cannot be reached. */
  readonly listening: Promise<void>;
}

function openEvents(page: string): Events {
  const source = new EventSource(`/events?page=${page}`);
  // Another tab opened another portfolio, or the events missed while the line was down are gone: start afresh.
  source.addEventListener('stale', () => location.reload());
  const listening = new Promise<void>((resolve) => {
    source.addEventListener('open', () => resolve(), { once: true });
    source.addEventListener('error', () => resolve(), { once: true });
  });
  return { source, listening };
}

async function upload(file: File): Promise<ChosenFile> {
  const result = await answer<ChosenFile>(
    fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
    file.name,
  );
  return unwrap(result);
}

/** The host answers every call, refused ones too, with a result; anything else means that it is gone. */
async function answer<T>(response: Promise<Response>, file?: string): Promise<Result<T>> {
  try {
    return unpacked(await (await response).json());
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The program behind this page did not answer: ${reason}`;
    return { ok: false, error: { code: 'no_answer', message, ...(file ? { place: { file } } : {}) } };
  }
}

/** The host sends a whole portfolio's records packed, beside the value that they belong to. */
function unpacked<T>(answer: Result<T> & { readonly packedRecords?: PackedRecords }): Result<T> {
  if (!answer.ok || !answer.packedRecords) return answer;
  return { ok: true, value: { ...answer.value, records: unpackRecords(answer.packedRecords) } };
}

/** Opens the browser's file picker; null when the person turns away. */
function askForFile(accept: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.hidden = true;
    const settle = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => settle(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => settle(null));
    // Some engines only open a picker, and only fire its events, for an element in the document.
    document.body.append(input);
    input.click();
  });
}
