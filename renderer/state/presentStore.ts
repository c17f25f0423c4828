import { create } from 'zustand';
import type { CapturedView } from './viewCapture.ts';
import { remember } from './viewMemory.ts';

/** A room that is being presented to. Instants are milliseconds since 1970. */
export interface PresentSession {
  /** Names the session among the windows of this computer. */
  readonly id: string;
  /** The storyboard that is run; null while the views themselves are walked through. */
  readonly storyboardId: string | null;
  /** The page of the storyboard that is shown. */
  readonly pageId: string | null;
  readonly startedAt: number;
  /** Where the desk was left; shown again afterwards. */
  readonly before: CapturedView;
}

/** How the page is looked at; each page starts anew. */
export interface PresentLook {
  /** Which screenful of a tall picture, and from which column of a wide table. */
  readonly screen: number;
  readonly column: number;
  /** The table in the place of a picture, or the picture; null as the picture is kept with the view. */
  readonly asTable: boolean | null;
  readonly blank: boolean;
  readonly spotlight: boolean;
  /** 1 shows the whole; the middle is moved by x and y, shares of the screen. */
  readonly zoom: { readonly by: number; readonly x: number; readonly y: number };
}

export const firstLook: PresentLook = {
  screen: 0,
  column: 0,
  asTable: null,
  blank: false,
  spotlight: false,
  zoom: { by: 1, x: 0, y: 0 },
};

/** Which window this is: one for all, the presenter's beside a projected one, or the projected one. */
export type PresentRole = 'alone' | 'presenter' | 'projected';

/** How long the shown page was on the screen in this meeting: so many ms, or, while it is, since an instant that says as much. */
export interface PageClock {
  readonly usedMs: number;
  readonly runsSince: number | null;
}

interface PresentState {
  readonly role: PresentRole;
  readonly session: PresentSession | null;
  /** The scenario that the room's changes went into, today or before it was interrupted; it may be gone. */
  readonly roomScenarioId: string | null;
  readonly look: PresentLook;
  /** What is pointed at, shares of the picture's width and height. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** The mark under the keyboard or the pointer. */
  readonly mark: string | null;
  readonly timer: boolean;
  readonly clock: PageClock;
  readonly keys: boolean;
  /** True while nothing may be shown: what is hidden changes, and the page still holds what it held before. */
  readonly veiled: boolean;
  /** True while a projected window draws what comes next, under cover, so that it has drawn it before. */
  readonly rehearsing: boolean;
  /** True when the browser opened no second window. */
  readonly blocked: boolean;
  /** True when the session goes on after the page had ended in the middle of it. */
  readonly resumed: boolean;
}

/** What is presented, in this window. */
export const usePresent = create<PresentState>()(() => ({
  role: 'alone',
  session: null,
  roomScenarioId: null,
  look: firstLook,
  point: null,
  mark: null,
  timer: false,
  clock: { usedMs: 0, runsSince: null },
  keys: false,
  veiled: false,
  rehearsing: false,
  blocked: false,
  resumed: false,
}));

/** A session older than this was not interrupted but left. */
const LONGEST = 12 * 60 * 60 * 1000;

remember('present', {
  memory: () => {
    const { role, session, roomScenarioId, look, timer } = usePresent.getState();
    return role === 'projected'
      ? {}
      : { session, roomScenarioId, look: { ...look, spotlight: false }, timer };
  },
  recall: (memory) => {
    const { session, roomScenarioId, look, timer } = memory as Partial<PresentState>;
    usePresent.setState({ roomScenarioId: typeof roomScenarioId === 'string' ? roomScenarioId : null });
    if (!isFresh(session)) return;
    usePresent.setState({
      session,
      look: { ...firstLook, ...look, spotlight: false },
      timer: timer === true,
      resumed: true,
    });
  },
  reset: () => {
    if (usePresent.getState().role !== 'projected')
      usePresent.setState({
        session: null,
        roomScenarioId: null,
        look: firstLook,
        point: null,
        mark: null,
        resumed: false,
      });
  },
  subscribe: (heard) => usePresent.subscribe(heard),
});

/** True for a session that may still go on: one that is not too old to have been interrupted. */
export function isFresh(value: unknown): value is PresentSession {
  return isSession(value) && Date.now() - value.startedAt <= LONGEST;
}

function isSession(value: unknown): value is PresentSession {
  if (typeof value !== 'object' || value === null) return false;
  const { id, startedAt, before } = value as Partial<Record<keyof PresentSession, unknown>>;
  return (
    typeof id === 'string' && typeof startedAt === 'number' && typeof before === 'object' && before !== null
  );
}
