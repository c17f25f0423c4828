import { create } from 'zustand';
import { readStretches, type Stretch, usedMs, withStretch } from '../../shared/storyboard/pageTimes.ts';
import { type PresentSession, usePresent } from './presentStore.ts';
import { remember } from './viewMemory.ts';

interface PageTimesState {
  /** When which page was on the screen, of the last day. */
  readonly stretches: readonly Stretch[];
  /** The storyboard that was run last, and when; null before that. */
  readonly meeting: {
    readonly storyboardId: string;
    readonly startedAt: number;
    readonly leftAt: number;
  } | null;
}

/** How long the pages of storyboards were on the screen; remembered per portfolio, and by the service while a room looks. */
export const usePageTimes = create<PageTimesState>()(() => ({ stretches: [], meeting: null }));

/** The page whose time runs, and until when it is written down. */
let running: { readonly page: string; readonly since: number } | null = null;

/** So often the running time is written down: a crash loses no more than this. */
const BEAT_MS = 5000;
/** No window that is awake is held back for longer: what lies between was sleep, and no page was on the screen. */
const ASLEEP_MS = 150_000;
/** Whoever comes back to the same storyboard within this time goes on with the same meeting. */
const BREAK_MS = 15 * 60 * 1000;

/** The page that the room looks at; null while the screen is blank, and for views that belong to no storyboard. */
function shownPage(): string | null {
  const { session, look, role } = usePresent.getState();
  return session?.storyboardId && !look.blank && role !== 'projected' ? session.pageId : null;
}

/** True in a window that measures: one that leads, from its start on. */
let measuring = false;

/** Writes down how long the shown page was there until now. */
export function settlePageTimes(): void {
  if (!measuring) return;
  const now = Date.now();
  const page = shownPage();
  const { session } = usePresent.getState();
  if (running) {
    const awake = now - running.since <= ASLEEP_MS;
    const { stretches } = usePageTimes.getState();
    const next = withStretch(stretches, { page: running.page, from: running.since, to: now });
    if (awake && next !== stretches) usePageTimes.setState({ stretches: next });
  }
  running = page === null ? null : { page, since: now };
  if (session?.storyboardId)
    usePageTimes.setState({
      meeting: { storyboardId: session.storyboardId, startedAt: session.startedAt, leftAt: now },
    });
  tellClock(session, now);
}

/** Says in the store of the presentation how long the page was shown so far; the same word for word while it runs. */
function tellClock(session: PresentSession | null, now: number): void {
  const { stretches } = usePageTimes.getState();
  const used = session ? (usedMs(stretches, session.startedAt).get(session.pageId ?? '') ?? 0) : 0;
  const clock = { usedMs: running ? 0 : used, runsSince: running ? now - used : null };
  const { clock: before } = usePresent.getState();
  if (clock.usedMs !== before.usedMs || clock.runsSince !== before.runsSince) usePresent.setState({ clock });
}

/** When the meeting began that goes on with this storyboard after a while at the desk; null where it is a new one. */
export function goesOnSince(storyboardId: string | null): number | null {
  const { meeting } = usePageTimes.getState();
  if (!meeting || meeting.storyboardId !== storyboardId) return null;
  return Date.now() - meeting.leftAt <= BREAK_MS ? meeting.startedAt : null;
}

/** Measures how long each page is on the screen, from now on; answers the function that ends it. */
export function keepPageTimes(): () => void {
  measuring = true;
  let before = '';
  const look = (): void => {
    const { session, look: seen, role } = usePresent.getState();
    const place = JSON.stringify([session?.id, session?.pageId, session?.startedAt, seen.blank, role]);
    if (place === before) return;
    before = place;
    settlePageTimes();
  };
  look();
  const stop = usePresent.subscribe(look);
  const beat = setInterval(() => {
    if (running) settlePageTimes();
  }, BEAT_MS);
  return () => {
    settlePageTimes();
    stop();
    clearInterval(beat);
    measuring = false;
    running = null;
  };
}

const isMeeting = (value: unknown): value is NonNullable<PageTimesState['meeting']> =>
  typeof value === 'object' &&
  value !== null &&
  'storyboardId' in value &&
  typeof value.storyboardId === 'string' &&
  'startedAt' in value &&
  Number.isFinite(value.startedAt) &&
  'leftAt' in value &&
  Number.isFinite(value.leftAt);

remember('pageTimes', {
  memory: () => usePageTimes.getState(),
  recall: (memory) => {
    const { stretches, meeting } = memory as Partial<Record<keyof PageTimesState, unknown>>;
    // What the page was not there for was on no screen: time runs anew.
    running = null;
    usePageTimes.setState({
      stretches: readStretches(stretches),
      meeting: isMeeting(meeting) ? meeting : null,
    });
    settlePageTimes();
  },
  reset: () => {
    running = null;
    usePageTimes.setState(usePageTimes.getInitialState());
  },
  subscribe: (heard) => usePageTimes.subscribe(heard),
});
