import type { OpenPortfolio } from '../../shared/contract/methods.ts';
import type { Hidden } from '../../shared/storyboard/mask.ts';
import { lookAtFrozen } from './frozen.ts';
import { setHidden } from './hiding.ts';
import { useNotices } from './noticeStore.ts';
import { usePanel } from './panelStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { usePresent } from './presentStore.ts';
import { ask } from './service.ts';

/** Reads the open portfolio again, as this window may see it; false where it could not be read. */
export async function readAgain(): Promise<boolean> {
  const { looking } = usePortfolio.getState();
  const portfolio = await newest();
  if (!portfolio) return false;
  usePortfolio.getState().show(portfolio);
  // The plan is shown until the snapshot, too, was read as it may be seen.
  if (looking.kind === 'snapshot') await lookAtFrozen(looking.snapshot.id);
  return true;
}

/** Readings that changes may overtake, one after the other, before the last of them is taken as it is. */
const OVERTAKEN_AT_MOST = 5;

/** The open portfolio with every change that this page has heard of: one may arrive while an older state is on its way. */
async function newest(): Promise<OpenPortfolio | null> {
  for (let turn = 1; ; turn += 1) {
    const portfolio = await ask('portfolio.current', {});
    const { file, history } = usePortfolio.getState();
    const isOlder = portfolio?.ref === file?.ref && (portfolio?.history.revision ?? 0) < history.revision;
    if (!isOlder || turn === OVERTAKEN_AT_MOST) return portfolio;
  }
}

let reading: Promise<boolean> = Promise.resolve(true);

/**
 * Hides from the room, which sees nothing from now on: what is in the page is not masked yet. Messages and dialogs that
 * were made before say what they say: they are closed.
 */
export function veilAndMask(hidden: Hidden): void {
  useNotices.setState({ notices: [] });
  usePanel.getState().close();
  usePresent.setState({ veiled: true });
  setHidden(hidden);
  reading = readAgain();
}

/**
 * True once the portfolio in the page is masked as was asked for last. False where it could not be read, or where more
 * was asked for meanwhile: what the room then may see is for that later caller to show.
 */
export async function isMasked(): Promise<boolean> {
  const mine = reading;
  return (await mine) && mine === reading;
}

/** Hides from the room, and shows it everything else again as soon as it may. */
export async function hideFromRoom(hidden: Hidden): Promise<void> {
  veilAndMask(hidden);
  if (await isMasked()) usePresent.setState({ veiled: false });
}
