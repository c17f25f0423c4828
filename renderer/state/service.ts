import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { Failure, type Result } from '../../shared/contract/result.ts';
import type { Label } from '../../shared/domain/label.ts';
import type { ChosenFile, Transport } from '../transport/transport.ts';
import { authorName } from './author.ts';
import { tell } from './noticeStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { usePresent } from './presentStore.ts';
import { openRoomScenario } from './roomScenario.ts';
import { isKept, useSaving } from './savingStore.ts';
import { intoScenario } from './scenarioWrite.ts';

let connected: Transport | null = null;

/** Makes this transport the page's way to the service; answers the function that lets go of it. */
export function connect(transport: Transport): () => void {
  connected = transport;
  const stop = transport.on('portfolio.changed', (changed) => usePortfolio.getState().apply(changed));
  return () => {
    stop();
    if (connected === transport) connected = null;
  };
}

/** The connected transport; throws before `connect`, which is a mistake in the program and not of the person. */
export function transport(): Transport {
  if (!connected) throw new Error('the page is not connected to a service');
  return connected;
}

/** Calls the service and leaves the error to the caller. */
export function call<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
): Promise<Result<MethodOutput<M>>> {
  return transport().call(method, input);
}

/** Calls the service; a failure is told to the person, and the answer is then null. */
export async function ask<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M> | null> {
  const result = await call(method, input);
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') tell({ kind: 'error', error: result.error });
  return null;
}

/** Asks the person for a file; null when they turn away or it cannot be had, which they are then told. */
export function pickFile(accept: readonly string[]): Promise<ChosenFile | null> {
  return told(transport().pickFile(accept));
}

/** Takes a file that was dropped on the window; null when it cannot be had, which the person is then told. */
export function takeFile(file: File): Promise<ChosenFile | null> {
  return told(transport().takeFile(file));
}

/** Asks where a file that is about to be made shall lie; the error is left to the caller, null is no place. */
export function choosePlace(suggestedName: string): Promise<Result<string | null>> {
  return resultOf(transport().choosePlace(suggestedName));
}

/** Has a file of the service saved at a place that was chosen, and says where that is; leaves the error to the caller. */
export async function saveAt(token: string, suggestedName: string, place?: string): Promise<Result<boolean>> {
  const saved = await resultOf(transport().saveFile(token, suggestedName, place));
  if (!saved.ok) return saved;
  if (saved.value) tell({ kind: 'done', key: 'notice.saved', params: { place: saved.value.savedTo } });
  return { ok: true, value: saved.value !== null };
}

/** Has a file of the service saved where the person says, and says where that is; a failure is told too. */
export async function saveFile(token: string, suggestedName: string): Promise<void> {
  const saved = await saveAt(token, suggestedName);
  if (!saved.ok && saved.error.code !== 'cancelled') tell({ kind: 'error', error: saved.error });
}

async function told<T>(attempt: Promise<T>): Promise<T | null> {
  const result = await resultOf(attempt);
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') tell({ kind: 'error', error: result.error });
  return null;
}

/** What a transport's function for files answers or throws, as a value. */
async function resultOf<T>(attempt: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await attempt };
  } catch (cause) {
    if (cause instanceof Failure) return { ok: false, error: cause.error };
    const message = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, error: { code: 'internal', message } };
  }
}

/**
 * Writes one undoable step and shows it. `key` names its sentence in the `history` catalogue.
 * Answers false when the service refused; the person was then told why.
 */
export async function change(
  key: string,
  params: Label['params'],
  changes: readonly Change[],
): Promise<boolean> {
  if (changes.length === 0) return true;
  const short = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, 500) : value,
    ]),
  );
  const label = { key, params: short };
  const { looking, records, plan } = usePortfolio.getState();
  if (!records || !plan) return write({ label, changes: [...changes] });
  const at = new Date().toISOString();
  // While a room looks on, nothing goes silently into the plan.
  const roomScenario = usePresent.getState().session ? i18next.t('name.room', { ns: 'scenarios' }) : null;
  const step = intoScenario(
    { label, changes },
    { looking, records, plan, by: authorName(), at, roomScenario },
  );
  if (!step.ok) {
    tell({ kind: 'error', error: step.error });
    return false;
  }
  const { opens, ...written } = step.value;
  if (!(await write({ ...written, changes: [...written.changes] }))) return false;
  if (opens !== null) openRoomScenario(opens);
  return true;
}

async function write(step: MethodInput<'records.change'>): Promise<boolean> {
  const { begin, end } = useSaving.getState();
  begin();
  const result = await call('records.change', step);
  end(step, result.ok ? null : result.error);
  if (!result.ok) {
    // What is kept to be saved later says so, and why, for as long as it waits.
    if (!isKept(result.error)) tell({ kind: 'error', error: result.error });
    return false;
  }
  usePortfolio.getState().apply(result.value);
  return true;
}

/**
 * Writes again, in their order, the steps that the disk refused; those from the first refusal on go on waiting. Each
 * waits until it is on the disk, so that a page that goes down in between loses none.
 */
export async function saveAgain(): Promise<boolean> {
  const { settle, stay } = useSaving.getState();
  for (;;) {
    const [step] = useSaving.getState().unsaved;
    if (!step) return true;
    const result = await call('records.change', { label: step.label, changes: [...step.changes] });
    if (!result.ok && isKept(result.error)) {
      stay(result.error);
      return false;
    }
    settle();
    if (!result.ok) {
      // It no longer fits what the file holds: the others may.
      tell({ kind: 'error', error: result.error });
      return false;
    }
    usePortfolio.getState().apply(result.value);
  }
}

/** Takes the last step back. */
export async function undo(): Promise<void> {
  const changed = await ask('history.undo', {});
  if (changed) usePortfolio.getState().apply(changed);
}

/** Does the step again that was taken back last. */
export async function redo(): Promise<void> {
  const changed = await ask('history.redo', {});
  if (changed) usePortfolio.getState().apply(changed);
}
