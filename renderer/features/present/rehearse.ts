import { comingPages } from '../../state/presentActions.ts';
import { firstLook, usePresent } from '../../state/presentStore.ts';
import { endRehearsal, roomView } from '../../state/projection.ts';
import { restoreView } from '../../state/viewCapture.ts';

/** A page is drawn when nothing in it has changed for so long; its code and its figures come in between. */
const QUIET_MS = 300;
/** The room waits no longer than this, for one page and in all. */
const PAGE_MS = 1500;
const WHOLE_MS = 6000;

/**
 * Draws the pages that may come next, one after the other, under cover: their code is loaded then, their figures are
 * computed and their words measured, so that the room sees them at once when they are turned to. Answers how to stop.
 */
export function rehearse(): () => void {
  let stopped = false;
  const run = async (): Promise<void> => {
    const until = Date.now() + WHOLE_MS;
    // The page that is shown first is drawn first.
    await drawn();
    for (const { pageId, view } of comingPages()) {
      if (stopped || Date.now() > until) break;
      restoreView(roomView(view));
      usePresent.setState(({ session }) => ({ session: session && { ...session, pageId }, look: firstLook }));
      await drawn();
    }
    if (!stopped) endRehearsal();
  };
  void run();
  return () => {
    stopped = true;
  };
}

/** Done when the page has been still for a moment, or takes too long. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(quiet);
      clearTimeout(most);
      observer.disconnect();
      resolve();
    };
    let quiet = setTimeout(end, QUIET_MS);
    const most = setTimeout(end, PAGE_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET_MS);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
