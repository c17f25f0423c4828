import type { shell } from '../../shared/text/catalogues/shell.ts';
import {
  flipShown,
  leavePresenting,
  panStage,
  scrollColumns,
  scrollScreen,
  showPart,
  toggleBlank,
  toggleHidden,
  toggleKeys,
  toggleSpotlight,
  toggleTable,
  toggleTimer,
  turn,
  turnTo,
  walkMarks,
  zoomStage,
} from '../state/presentActions.ts';
import { usePresent } from '../state/presentStore.ts';
import { projectBeside, sendNow } from '../state/projection.ts';
import { rankingHand } from '../state/rankingStore.ts';
import { redo, undo } from '../state/service.ts';
import type { Shortcut } from './shortcuts.ts';

/** A command of a presentation: its keys mean this only while a room is presented to. */
export interface PresentCommand {
  readonly id: string;
  readonly label: Extract<keyof (typeof shell)['en'], `command.present${string}`>;
  readonly shortcuts: readonly Shortcut[];
  readonly run: () => void;
}

const STEP = 0.12;

/** Moves what a room points at within its ranking. */
function rank(by: 1 | -1): void {
  const { mark } = usePresent.getState();
  if (mark !== null) rankingHand()?.move?.(mark, by);
}

/** Gives what a room points at within its ranking a dot, or takes one back. */
function dot(by: 1 | -1): void {
  const { mark } = usePresent.getState();
  if (mark !== null) rankingHand()?.dot?.(mark, by);
}

/** Every command of a presentation, in the order of the key card. Clickers send the page keys, a point and Escape. */
export const presentCommands: readonly PresentCommand[] = [
  command('present.next', 'command.presentNext', ['ArrowRight', 'PageDown', 'Space'], () => turn(1)),
  command('present.back', 'command.presentBack', ['ArrowLeft', 'PageUp', 'Backspace'], () => turn(-1)),
  command('present.first', 'command.presentFirst', ['Home'], () => turnTo('first')),
  command('present.last', 'command.presentLast', ['End'], () => turnTo('last')),
  command('present.markNext', 'command.presentMarkNext', ['ArrowDown'], () => walkMarks(1)),
  command('present.markBack', 'command.presentMarkBack', ['ArrowUp'], () => walkMarks(-1)),
  command('present.partNext', 'command.presentPartNext', [']'], () => showPart(1)),
  command('present.partBack', 'command.presentPartBack', ['['], () => showPart(-1)),
  command('present.down', 'command.presentDown', ['Shift+ArrowDown', 'Shift+PageDown'], () => along('down')),
  command('present.up', 'command.presentUp', ['Shift+ArrowUp', 'Shift+PageUp'], () => along('up')),
  command('present.right', 'command.presentRight', ['Shift+ArrowRight'], () => along('right')),
  command('present.left', 'command.presentLeft', ['Shift+ArrowLeft'], () => along('left')),
  command('present.chooseFirst', 'command.presentChooseFirst', ['1'], () => rankingHand()?.choose?.(0)),
  command('present.chooseSecond', 'command.presentChooseSecond', ['2'], () => rankingHand()?.choose?.(1)),
  command('present.rankUp', 'command.presentRankUp', ['Alt+ArrowUp'], () => rank(-1)),
  command('present.rankDown', 'command.presentRankDown', ['Alt+ArrowDown'], () => rank(1)),
  command('present.dot', 'command.presentDot', ['D'], () => dot(1)),
  command('present.dotBack', 'command.presentDotBack', ['Shift+D'], () => dot(-1)),
  command('present.voterNext', 'command.presentVoterNext', ['P'], () => rankingHand()?.turn?.(1)),
  command('present.voterBack', 'command.presentVoterBack', ['Shift+P'], () => rankingHand()?.turn?.(-1)),
  command('present.flip', 'command.presentFlip', ['F'], flipShown),
  command('present.undo', 'command.presentUndo', ['U'], () => void undo()),
  command('present.redo', 'command.presentRedo', ['Shift+U'], () => void redo()),
  command('present.spotlight', 'command.presentSpotlight', ['S'], toggleSpotlight),
  command('present.closer', 'command.presentCloser', ['Plus', '='], () => zoomStage(1.4)),
  command('present.wider', 'command.presentWider', ['-'], () => zoomStage(1 / 1.4)),
  command('present.whole', 'command.presentWhole', ['0'], () => zoomStage(0)),
  command('present.amounts', 'command.presentAmounts', ['A'], () => toggleHidden('amounts')),
  command('present.names', 'command.presentNames', ['N'], () => toggleHidden('names')),
  command('present.table', 'command.presentTable', ['V'], toggleTable),
  command('present.timer', 'command.presentTimer', ['T'], toggleTimer),
  command('present.blank', 'command.presentBlank', ['B', '.'], toggleBlank),
  command('present.window', 'command.presentWindow', ['W'], () => void projectBeside()),
  command('present.keys', 'command.presentKeys', ['H'], toggleKeys),
  command('present.leave', 'command.presentLeave', ['Escape'], leavePresenting),
];

function command(
  id: string,
  label: PresentCommand['label'],
  shortcuts: readonly Shortcut[],
  run: () => void,
): PresentCommand {
  const andSend = (): void => {
    run();
    sendNow();
  };
  return { id, label, shortcuts, run: andSend };
}

/** Moves over what is shown closer; else through a tall picture or a wide table. */
function along(way: 'up' | 'down' | 'left' | 'right'): void {
  const by = way === 'down' || way === 'right' ? 1 : -1;
  const moved = way === 'up' || way === 'down' ? panStage(0, -by * STEP) : panStage(-by * STEP, 0);
  if (moved) return;
  if (way === 'up' || way === 'down') scrollScreen(by);
  else scrollColumns(by);
}
