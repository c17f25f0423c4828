import type { Hidden } from '../../shared/storyboard/mask.ts';
import { type Language, languages } from '../../shared/text/area.ts';
import { currentLanguage, speak } from '../i18n.ts';
import { followHiding, hidesHere, maskedValue, setHidden, useHiding } from './hiding.ts';
import { usePortfolio } from './portfolioStore.ts';
import { usePreferences } from './preferencesStore.ts';
import { type PageClock, type PresentLook, type PresentSession, usePresent } from './presentStore.ts';
import { transport } from './service.ts';
import { hideFromRoom, isMasked, readAgain, veilAndMask } from './veil.ts';
import { type CapturedView, captureView, restoreView } from './viewCapture.ts';
import { keepNothing, onPartsChange } from './viewMemory.ts';

/** What the presenter's window tells the projected one. */
interface Shown {
  readonly kind: 'shown';
  readonly view: CapturedView;
  readonly session: PresentSession | null;
  readonly look: PresentLook;
  readonly timer: boolean;
  readonly clock: PageClock;
  readonly hidden: Hidden;
  readonly language: Language;
}
type Message =
  | Shown
  | {
      readonly kind: 'pointed';
      readonly point: { readonly x: number; readonly y: number } | null;
      readonly mark: string | null;
    }
  | { readonly kind: 'ended' }
  /** The projected window is there, or not any more. */
  | { readonly kind: 'here' }
  | { readonly kind: 'gone' }
  /** The presenter is there (again). */
  | { readonly kind: 'presenter' }
  /** A key pressed on the projected window: the presenter's commands answer it. */
  | { readonly kind: 'key'; readonly shortcut: string };

const nameOf = (session: string): string => `throughline.present.${session}`;
const CALL_MS = 300;
const WAIT_MS = 8000;
/** A projected window that only loads again is back by then. */
const RELOAD_MS = 1500;

let channel: BroadcastChannel | null = null;
/** True while a change of what is shown waits for the end of its turn to be sent. */
let due = false;
let stop: (() => void) | null = null;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Has keys that are pressed on the projected window reach the commands of this one. */
let onKey: (shortcut: string) => void = () => {};
export function answerKeys(run: (shortcut: string) => void): void {
  onKey = run;
}

/** Opens the projected window, and makes this one the presenter's. Pressed again, it comes back to one window. */
export async function projectBeside(): Promise<void> {
  const { session, role } = usePresent.getState();
  if (!session || role === 'projected') return;
  if (role === 'presenter') return endProjection();
  usePresent.setState({ role: 'presenter', blocked: false });
  lead(session.id);
  const opened = await transport().openProjected(session.id);
  if (opened) return;
  usePresent.setState({ blocked: true });
  await alone();
}

/** Looks whether a projected window is still there, after this one had ended in the middle of a session. */
export function findProjection(session: string): void {
  if (channel || typeof BroadcastChannel === 'undefined') return;
  lead(session);
  post({ kind: 'presenter' });
}

function post(message: Message): void {
  channel?.postMessage(message);
}

/** What was told last, word for word: what changes nothing of it, such as a pointer that moves, is not told again. */
let told = '';
function tellShown(again: boolean): void {
  const message = shown();
  const text = JSON.stringify(message);
  if (!again && text === told) return;
  told = text;
  post(message);
}

/** Sends what has changed at once: this window is drawn anew only after the one that the room looks at was told. */
export function sendNow(): void {
  if (!due) return;
  due = false;
  if (usePresent.getState().role === 'presenter') tellShown(false);
}

function lead(session: string): void {
  channel?.close();
  channel = new BroadcastChannel(nameOf(session));
  const send = (): void => {
    if (due) return;
    due = true;
    // Once for all that changes in one turn; no frame is waited for, which a window in the background would not get.
    queueMicrotask(sendNow);
  };
  let { point, mark } = usePresent.getState();
  const stops = [
    onPartsChange(send),
    useHiding.subscribe(send),
    usePresent.subscribe((state) => {
      if (state.point !== point || state.mark !== mark) {
        ({ point, mark } = state);
        if (state.role === 'presenter') post({ kind: 'pointed', point, mark });
      }
      if (!state.session && channel) {
        post({ kind: 'ended' });
        close();
      }
    }),
  ];
  stop = () => {
    for (const each of stops) each();
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'here') {
      clearTimeout(leaving);
      // What this window hid for the room, while the room saw it, the projected one hides from now on.
      if (usePresent.getState().role === 'alone' || hidesHere()) void besideAgain();
      else tellShown(true);
    } else if (data.kind === 'gone') leaving = setTimeout(() => void alone(), RELOAD_MS);
    else if (data.kind === 'key') onKey(data.shortcut);
  };
}

function close(): void {
  clearTimeout(leaving);
  stop?.();
  stop = null;
  channel?.close();
  channel = null;
}

function shown(): Shown {
  const { session, look, timer, clock } = usePresent.getState();
  const { names, amounts } = useHiding.getState();
  return {
    kind: 'shown',
    view: captureView(),
    session,
    look,
    timer,
    clock,
    hidden: { names, amounts },
    language: currentLanguage(),
  };
}

async function endProjection(): Promise<void> {
  post({ kind: 'ended' });
  await alone();
}

/** Back to one window, which is now the one that the room sees: it hides what the other one hid. */
async function alone(): Promise<void> {
  if (usePresent.getState().role !== 'presenter') return;
  close();
  usePresent.setState({ role: 'alone' });
  const { names, amounts } = useHiding.getState();
  if (names || amounts) await hideFromRoom({ names, amounts });
}

/** The room sees the projected window: that one hides from now on, and the presenter may read again. */
async function besideAgain(): Promise<void> {
  const { names, amounts } = useHiding.getState();
  usePresent.setState({ role: 'presenter' });
  setHidden({ names, amounts }, 'beside');
  await readAgain();
  tellShown(true);
}

/** The session that this window was opened to project; null in every other window. */
export const projectedSession = (): string | null => new URLSearchParams(location.search).get('projected');

/** Follows the presenter's window; this one shows nothing until it was told what it may show. */
export function follow(session: string): void {
  keepNothing();
  followHiding();
  usePresent.setState({ role: 'projected', veiled: true });
  channel = new BroadcastChannel(nameOf(session));
  const call = setInterval(() => post({ kind: 'here' }), CALL_MS);
  const giveUp = setTimeout(() => clearInterval(call), WAIT_MS);
  post({ kind: 'here' });
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'shown') {
      clearInterval(call);
      clearTimeout(giveUp);
      void take(data);
    } else if (data.kind === 'pointed') usePresent.setState({ point: data.point, mark: data.mark });
    else if (data.kind === 'presenter') post({ kind: 'here' });
    else if (data.kind === 'ended') window.close();
  };
  window.addEventListener('pagehide', () => post({ kind: 'gone' }));
}

/** Sends a key to the presenter's window. */
export const sendKey = (shortcut: string): void => post({ kind: 'key', shortcut });

let latest: Shown | null = null;
let rehearsed = false;

async function take(message: Shown): Promise<void> {
  latest = message;
  const { names, amounts } = useHiding.getState();
  const { hidden, language } = message;
  if (languages.includes(language) && language !== currentLanguage()) {
    speak(language);
    usePreferences.setState({ language });
  }
  if (names !== hidden.names || amounts !== hidden.amounts) veilAndMask(hidden);
  else if (!usePortfolio.getState().records) await readAgain();
  // An earlier message may have begun the reading that this one needs; what came meanwhile is newer.
  if (!(await isMasked()) || latest !== message) return;
  const { look, timer, clock } = message;
  const view = roomView(message.view);
  // Where the presenter's desk was left is nothing for this window.
  const session = message.session && { ...message.session, before: view };
  // What comes next is drawn before the room sees anything; a presenter who goes on ends that.
  usePresent.setState({ session, look, timer, clock, veiled: false, rehearsing: !rehearsed });
  rehearsed = true;
  restoreView(view);
}

/** Values that may be a part of a name: what is searched for, and who. */
const typed = /(?:^|\.)(?:search|person)$/;

/** A view as the room may see it: while names are hidden no search is taken along, since it may be a part of one. */
export function roomView(view: CapturedView): CapturedView {
  const masked = maskedValue(view);
  if (!useHiding.getState().names) return masked;
  const state = Object.entries(masked.state).map(([name, part]) => [
    name,
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).flatMap(([key, value]) =>
            typed.test(key) ? (key === 'search' ? [[key, '']] : []) : [[key, value]],
          ),
        )
      : part,
  ]);
  return { ...masked, state: Object.fromEntries(state) };
}

/** Shows what the presenter shows, after other pages were drawn under cover. */
export function endRehearsal(): void {
  if (!usePresent.getState().rehearsing || !latest) return;
  const { session, look, view } = latest;
  const shownView = roomView(view);
  restoreView(shownView);
  usePresent.setState({
    session: session && { ...session, before: shownView },
    look,
    rehearsing: false,
  });
}
