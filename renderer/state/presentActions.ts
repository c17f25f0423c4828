import type { PortfolioRecords, StoryboardPage } from '../../shared/domain/records.ts';
import type { Hidden } from '../../shared/storyboard/mask.ts';
import { pagesOf } from '../../shared/storyboard/pages.ts';
import { setHidden, useHiding } from './hiding.ts';
import { flipMode, selectedInitiative } from './initiativeActions.ts';
import { useNotices } from './noticeStore.ts';
import { goesOnSince } from './pageTimes.ts';
import { usePanel } from './panelStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { firstLook, type PresentLook, usePresent } from './presentStore.ts';
import { roomScenario } from './roomScenario.ts';
import { cardHand, stageHand, stageParts } from './stageHand.ts';
import { chosenParts, keepParts, setStagePart, stagePart } from './stagePart.ts';
import { currentStoryboard } from './storyboardActions.ts';
import { useStoryboard } from './storyboardStore.ts';
import { hideFromRoom } from './veil.ts';
import { type CapturedView, captureView, restoreView } from './viewCapture.ts';
import { useView, type ViewId, viewIds } from './viewStore.ts';

const records = (): PortfolioRecords | null => usePortfolio.getState().records;

/** True while a room is presented to. */
export const isPresenting = (): boolean => usePresent.getState().session !== null;

const look = (values: Partial<PresentLook>): void =>
  usePresent.setState((state) => ({ look: { ...state.look, ...values } }));

/** Pages of the storyboard that is run, in their order; empty while none is. */
export function shownPages(): readonly StoryboardPage[] {
  const { session } = usePresent.getState();
  const all = records();
  return session?.storyboardId && all ? pagesOf(all, session.storyboardId) : [];
}

/** Presents what is shown now; of the storyboards, the one that is worked on, from the open page. */
export function presentView(): void {
  const all = records();
  const { storyboardId, pageId } = useStoryboard.getState();
  const board = all && useView.getState().view === 'storyboard' ? currentStoryboard(all, storyboardId) : null;
  // The list of pages is no picture: what it lists is.
  if (board && all && pagesOf(all, board.id).length > 0) presentStoryboard(board.id, pageId ?? undefined);
  else begin(null, null);
}

/** Runs a storyboard, from the given page or the first one; one without a page does nothing. */
export function presentStoryboard(storyboardId: string, pageId?: string): void {
  const all = records();
  const pages = all ? pagesOf(all, storyboardId) : [];
  const first = pages.find((page) => page.id === pageId) ?? pages[0];
  if (first) begin(storyboardId, first);
}

function begin(storyboardId: string | null, page: StoryboardPage | null): void {
  if (!records()) return;
  usePanel.getState().close();
  useNotices.setState({ notices: [] });
  const { looking } = usePortfolio.getState();
  usePresent.setState(({ session, roomScenarioId }) => ({
    // A room that only went to the desk for a while goes on in its scenario.
    roomScenarioId:
      session || (looking.kind === 'scenario' && looking.id === roomScenarioId) ? roomScenarioId : null,
    session: {
      id: session?.id ?? crypto.randomUUID(),
      storyboardId,
      pageId: page?.id ?? null,
      startedAt: session?.startedAt ?? goesOnSince(storyboardId) ?? Date.now(),
      before: session?.before ?? captureView(),
    },
    look: firstLook,
    point: null,
    mark: null,
    keys: false,
    resumed: false,
  }));
  if (page) restoreView(page);
}

/**
 * Ends the presentation: the desk is as it was left, and nothing is hidden any more. What the room changed is still
 * looked at, to be compared, applied or dropped.
 */
export function leavePresenting(): void {
  const { session, keys } = usePresent.getState();
  if (keys) {
    usePresent.setState({ keys: false });
    return;
  }
  if (!session) return;
  usePresent.setState({
    session: null,
    look: firstLook,
    point: null,
    mark: null,
    timer: false,
    resumed: false,
    role: 'alone',
  });
  // What a room was shown of the views themselves stays chosen: it is what a page added now shows.
  const parts = session.storyboardId === null ? chosenParts() : {};
  restoreView(session.before);
  keepParts(parts);
  const changed = roomScenario();
  if (changed !== null) usePortfolio.getState().lookAtScenario(changed);
  void hide({ names: false, amounts: false });
}

/** Views that are walked through without a storyboard. */
const walked: readonly ViewId[] = viewIds.filter((id) => id !== 'storyboard');

/** Shows the next page or the one before; without a storyboard the next picture of the view, then the next view. */
export function turn(by: 1 | -1): void {
  const { session, look: now } = usePresent.getState();
  if (!session) return;
  if (now.blank) {
    look({ blank: false });
    return;
  }
  if (session.storyboardId) {
    const pages = shownPages();
    const at = pages.findIndex((page) => page.id === session.pageId);
    const next = pages[at + by];
    if (next) showPage(next);
    return;
  }
  const shown = useView.getState().view;
  const part = stagePart(shown) + by;
  if (part >= 0 && part < stageParts()) {
    showPartOf(shown, part);
    return;
  }
  const view = walked[walked.indexOf(shown) + by];
  if (!view) return;
  useView.getState().go(view);
  // Whoever walks from view to view sees all that each of them has.
  showPartOf(view, 0);
}

/** The pages that may be asked for next, the likeliest first: of a storyboard all others, else the next views. */
export function comingPages(): readonly { readonly pageId: string | null; readonly view: CapturedView }[] {
  const { session } = usePresent.getState();
  const pages = shownPages();
  const at = pages.findIndex((page) => page.id === session?.pageId);
  if (at >= 0)
    return [...pages.slice(at + 1), ...pages.slice(0, at).reverse()].map(({ id, area, state }) => ({
      pageId: id,
      view: { area: area as ViewId, state },
    }));
  const view = walked.indexOf(useView.getState().view);
  return walked.slice(view + 1, view + 3).map((area) => ({ pageId: null, view: { area, state: {} } }));
}

/** Shows the first or the last page of the storyboard. */
export function turnTo(end: 'first' | 'last'): void {
  const pages = shownPages();
  const page = end === 'first' ? pages[0] : pages.at(-1);
  if (page) showPage(page);
}

/** Shows that page of the storyboard. */
export function showPage(page: StoryboardPage): void {
  restoreView(page);
  usePresent.setState(({ session }) => ({ session: session && { ...session, pageId: page.id } }));
  fresh();
}

function fresh(): void {
  usePresent.setState(({ look: { spotlight } }) => ({
    look: { ...firstLook, spotlight },
    point: null,
    mark: null,
  }));
}

/** Shows another picture of the view. */
export function showPart(by: 1 | -1): void {
  const count = stageParts();
  const { view } = useView.getState();
  showPartOf(view, (Math.min(stagePart(view), count - 1) + by + count) % count);
}

function showPartOf(view: ViewId, part: number): void {
  setStagePart(view, part);
  fresh();
}

/** Goes down or up in a tall picture or a long table. */
export function scrollScreen(by: 1 | -1): void {
  const screens = stageHand()?.screens() ?? 1;
  const screen = Math.max(0, Math.min(screens - 1, usePresent.getState().look.screen + by));
  usePresent.setState((state) => ({ look: { ...state.look, screen }, mark: null }));
}

/** Shows columns further to the right or to the left. */
export function scrollColumns(by: 1 | -1): void {
  const { column } = usePresent.getState().look;
  if (by === 1 && !stageHand()?.moreColumns()) return;
  look({ column: Math.max(0, column + by) });
}

/** Moves on in the card of the keys where more is in it than shown, else the keyboard's mark over the picture. */
export function walkMarks(by: 1 | -1): void {
  if (cardHand()?.(by)) return;
  if (!stageHand()?.walk(by)) scrollScreen(by);
}

export const toggleBlank = (): void => look({ blank: !usePresent.getState().look.blank });
export const toggleSpotlight = (): void => look({ spotlight: !usePresent.getState().look.spotlight });
export const toggleTable = (): void =>
  look({ asTable: !(stageHand()?.isTable() ?? false), screen: 0, column: 0 });
export const toggleTimer = (): void => usePresent.setState(({ timer }) => ({ timer: !timer }));
export const toggleKeys = (): void => usePresent.setState(({ keys }) => ({ keys: !keys }));

const CLOSEST = 6;
/** Comes closer (more than 1) or goes back; 0 shows the whole again. */
export function zoomStage(factor: number): void {
  const { zoom } = usePresent.getState().look;
  const by = factor === 0 ? 1 : Math.max(1, Math.min(CLOSEST, zoom.by * factor));
  look({ zoom: by === 1 ? firstLook.zoom : { ...zoom, by } });
}

/** Moves what is shown closer, by shares of the screen; its edges stay outside of the screen. False while the whole is shown. */
export function panStage(dx: number, dy: number): boolean {
  const { zoom } = usePresent.getState().look;
  if (zoom.by === 1) return false;
  const most = (zoom.by - 1) / 2;
  const keep = (value: number): number => Math.max(-most, Math.min(most, value));
  look({ zoom: { ...zoom, x: keep(zoom.x + dx), y: keep(zoom.y + dy) } });
  return true;
}

/** Flips the initiative under the mark, or the selected one, between project and product team. */
export function flipShown(): void {
  const all = records();
  const id = stageHand()?.initiative();
  const initiative = (id ? all?.initiative[id] : undefined) ?? selectedInitiative();
  if (!initiative) return;
  useView.getState().select({ kind: 'initiative', id: initiative.id });
  void flipMode(initiative);
}

/** Hides amounts or names from the room, or shows them again. */
export function toggleHidden(what: 'names' | 'amounts'): void {
  const { names, amounts } = useHiding.getState();
  void hide({ names, amounts, [what]: what === 'names' ? !names : !amounts });
}

/** Hides from the room. The window that it looks at shows nothing until the portfolio was read again, masked. */
export async function hide(hidden: Hidden): Promise<void> {
  const { names, amounts } = useHiding.getState();
  if (names === hidden.names && amounts === hidden.amounts) return;
  // Where another window is projected, only that one hides: the presenter reads on.
  if (usePresent.getState().role === 'presenter') return setHidden(hidden, 'beside');
  await hideFromRoom(hidden);
}

/** Masks anew in another language, where something is hidden: aliases are words. */
export async function maskAgain(language: string): Promise<void> {
  const { names, amounts } = useHiding.getState();
  if (maskedIn === language) return;
  maskedIn = language;
  if (names && usePresent.getState().role !== 'presenter') await hideFromRoom({ names, amounts });
}

let maskedIn = '';
