import type { KeptRoom } from '../../shared/contract/keptRoom.ts';
import { setHidden, useHiding } from './hiding.ts';
import { usePortfolio } from './portfolioStore.ts';
import { isFresh, usePresent } from './presentStore.ts';
import { call } from './service.ts';
import { onPartsChange, partsState } from './viewMemory.ts';

/** What was on the screen of a room when the program ended, until its portfolio is open. */
let interrupted: KeptRoom | null = null;
/** What the disk holds; null where no room is kept there. */
let onDisk: string | null = null;

/**
 * Takes up what the service kept of a room, where its meeting may still go on. What was hidden is hidden from here on:
 * call before the portfolio is read.
 */
export function takeUpRoom(room: KeptRoom | null): void {
  const present = room?.parts.present;
  const session = typeof present === 'object' && present !== null && 'session' in present && present.session;
  interrupted = room && isFresh(session) ? room : null;
  if (room) onDisk = '';
  if (interrupted && (interrupted.hidden.names || interrupted.hidden.amounts)) setHidden(interrupted.hidden);
}

/** How the screen was when this portfolio's meeting was interrupted; answered once, null where none was. */
export function interruptedParts(ref: string): Readonly<Record<string, object>> | null {
  const room = interrupted?.ref === ref ? interrupted : null;
  interrupted = null;
  return room ? (room.parts as Readonly<Record<string, object>>) : null;
}

const SOON_MS = 50;

/**
 * Has the service keep what a room is shown from now on, as it changes. The browser alone is no place for it: it writes
 * its own memory late, and forgets it with the address of a service that is started again.
 */
export function keepRoom(): void {
  let due = false;
  let writing = false;
  const soon = (): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      if (!writing) void write();
    }, SOON_MS);
  };
  const write = async (): Promise<void> => {
    const room = shownRoom();
    const text = room && JSON.stringify(room);
    // Before the portfolio of an interrupted meeting is open again, nothing is known that could stand in its place.
    if (text === onDisk || (interrupted && !room)) return;
    writing = true;
    const result = await call('app.keepRoom', { room });
    writing = false;
    if (result.ok) {
      onDisk = text;
      soon();
    } else console.info('what the room is shown could not be kept', result.error.message);
  };
  onPartsChange(soon);
  useHiding.subscribe(soon);
  usePortfolio.subscribe((state, before) => {
    if (state.file !== before.file) soon();
  });
}

function shownRoom(): KeptRoom | null {
  const { session } = usePresent.getState();
  const { file } = usePortfolio.getState();
  if (!session || !file) return null;
  const { names, amounts } = useHiding.getState();
  // As JSON: what is left out must not stand there as undefined.
  const parts = JSON.parse(JSON.stringify(partsState())) as KeptRoom['parts'];
  return { ref: file.ref, hidden: { names, amounts }, parts };
}
