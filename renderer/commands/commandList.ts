import i18next from 'i18next';
import { themes } from '../../shared/contract/methods.ts';
import { inspectorRefusal } from '../features/inspector/inspectorShown.ts';
import { selectedPartner, tryWithoutPartner } from '../features/partners/withoutPartner.ts';
import {
  deleteInitiatives,
  duplicateInitiatives,
  flipMode,
  retireInitiatives,
  selectedInitiative,
  tagOverhead,
} from '../state/initiativeActions.ts';
import { tell } from '../state/noticeStore.ts';
import { requestOutcome } from '../state/outcomeRequests.ts';
import { usePanel } from '../state/panelStore.ts';
import { askToConvert, askToMerge, openLedger } from '../state/planningActions.ts';
import {
  closePortfolio,
  copyPortfolio,
  importFile,
  listEndings,
  openChosenPortfolio,
  openSample,
} from '../state/portfolioActions.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import { usePreferences } from '../state/preferencesStore.ts';
import { isPresenting, leavePresenting, presentView, toggleKeys } from '../state/presentActions.ts';
import { createScenario } from '../state/scenarioActions.ts';
import { pickFile, redo, undo } from '../state/service.ts';
import { addToStoryboard } from '../state/storyboardActions.ts';
import { requestTable } from '../state/tableRequests.ts';
import { useView, type ViewId } from '../state/viewStore.ts';
import { always, type Command, changeable, command, opened, withInitiative, writable } from './command.ts';
import { coverageCommands } from './coverageCommands.ts';
import { exportCommands } from './exportCommands.ts';
import { toNextPane } from './panes.ts';
import { presentCommands } from './presentCommands.ts';
import type { Shortcut } from './shortcuts.ts';
import { type ViewAction, viewAction } from './viewActions.ts';

const show = usePanel.getState().show;

const go = (view: ViewId, label: Command['label'], key: Shortcut): Command =>
  command(`view.${view}`, 'view', label, [key], opened, () => useView.getState().go(view));

/** What the shown view does for a key that it shares with the initiatives, or null. */
const ofView = (action: ViewAction) => viewAction(useView.getState().view, action);

const fill = (id: string, action: ViewAction, label: Command['label'], key: Shortcut): Command =>
  command(
    id,
    'edit',
    label,
    [key],
    () => {
      const own = ofView(action);
      return changeable() ?? (own === null ? 'cannot.noTable' : own.refusal());
    },
    () => ofView(action)?.run(),
    false,
  );

async function chooseList(): Promise<void> {
  const file = await pickFile(listEndings);
  if (file) importFile(file);
}

function nextTheme(): void {
  const { theme, write } = usePreferences.getState();
  void write({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' });
}

function inTable(what: 'search' | 'new'): void {
  useView.getState().go('initiatives');
  requestTable(what);
}

/** Every command of the program. */
export const commands: readonly Command[] = [
  command('app.palette', 'app', 'command.palette', ['Mod+K'], opened, () => show({ kind: 'palette' })),
  command(
    'edit.undo',
    'edit',
    'command.undo',
    ['Mod+Z'],
    () => writable() ?? (usePortfolio.getState().history.undo === null ? 'bar.nothingToUndo' : null),
    () => void undo(),
    'kept',
    'both',
  ),
  command(
    'edit.redo',
    'edit',
    'command.redo',
    ['Mod+Shift+Z', 'Mod+Y'],
    () => writable() ?? (usePortfolio.getState().history.redo === null ? 'bar.nothingToRedo' : null),
    () => void redo(),
    'kept',
    'both',
  ),

  command('initiative.new', 'initiative', 'command.newInitiative', ['Alt+N'], changeable, () =>
    inTable('new'),
  ),
  command('initiative.search', 'initiative', 'command.searchTable', ['Mod+F'], opened, () => {
    const own = ofView('search');
    if (own) own.run();
    else inTable('search');
  }),
  command('initiative.flip', 'initiative', 'command.flipMode', ['Alt+M'], withInitiative, () => {
    const initiative = selectedInitiative();
    if (initiative) void flipMode(initiative);
  }),
  command(
    'initiative.duplicate',
    'initiative',
    'command.duplicateInitiative',
    // Control with D fills down in a table, as in a spreadsheet.
    ['Mod+Shift+D'],
    () => (ofView('duplicate') === null ? withInitiative() : changeable()),
    () => {
      const own = ofView('duplicate');
      if (own) return own.run();
      const initiative = selectedInitiative();
      if (initiative) void duplicateInitiatives([initiative.id], nameOfCopy);
    },
  ),
  command(
    'initiative.delete',
    'initiative',
    'command.deleteInitiative',
    ['Mod+Delete', 'Mod+Backspace'],
    withInitiative,
    () => {
      const initiative = selectedInitiative();
      if (initiative) void deleteInitiatives([initiative.id]);
    },
    false,
  ),

  command('initiative.retire', 'initiative', 'command.retireInitiative', [], withInitiative, () => {
    const initiative = selectedInitiative();
    if (initiative) void retireInitiatives([initiative.id], !initiative.retired);
  }),
  command('initiative.overhead', 'initiative', 'command.tagOverhead', [], withInitiative, () => {
    const initiative = selectedInitiative();
    if (initiative) void tagOverhead([initiative.id], !initiative.overhead);
  }),
  fill('table.fillDown', 'fillDown', 'command.fillDown', 'Mod+D'),
  fill('table.fillRight', 'fillRight', 'command.fillRight', 'Mod+R'),
  command('table.saveView', 'initiative', 'command.saveView', [], writable, () => {
    useView.getState().go('initiatives');
    show({ kind: 'saveView', id: null });
  }),

  go('initiatives', 'command.goInitiatives', 'Alt+1'),
  go('flow', 'command.goFlow', 'Alt+2'),
  go('coverage', 'command.goCoverage', 'Alt+3'),
  go('scenarios', 'command.goScenarios', 'Alt+S'),
  go('decisions', 'command.goDecisions', 'Alt+D'),
  command(
    'initiative.decide',
    'initiative',
    'command.decideInitiative',
    ['Alt+Shift+D'],
    withInitiative,
    () => {
      const initiative = selectedInitiative();
      if (initiative)
        void import('../features/decisions/decideOnFlip.ts').then((own) => own.decideOnFlip(initiative));
    },
  ),
  command('scenario.new', 'edit', 'command.newScenario', ['Alt+Shift+S'], writable, () => {
    void createScenario();
  }),
  command(
    'scenario.leave',
    'view',
    'command.backToPlan',
    ['Alt+Shift+X'],
    () => (usePortfolio.getState().looking.kind === 'plan' ? 'cannot.plan' : null),
    () => usePortfolio.getState().lookAtPlan(),
  ),
  go('parameters', 'command.goParameters', 'Alt+4'),
  go('snapshots', 'command.goSnapshots', 'Alt+5'),
  go('history', 'command.goHistory', 'Alt+6'),
  go('timeline', 'command.goTimeline', 'Alt+9'),
  go('wastes', 'command.goWastes', 'Alt+W'),
  go('map', 'command.goMap', 'Alt+P'),
  go('handoffs', 'command.goHandoffs', 'Alt+H'),
  go('carry', 'command.goCarry', 'Alt+K'),
  go('partners', 'command.goPartners', 'Alt+Shift+K'),
  command(
    'partner.without',
    'edit',
    'command.withoutPartner',
    ['Alt+Shift+W'],
    () => changeable() ?? (selectedPartner() === null ? 'cannot.noPartner' : null),
    () => void tryWithoutPartner(),
  ),
  go('capabilities', 'command.goCapabilities', 'Alt+7'),
  go('directory', 'command.goDirectory', 'Alt+8'),
  go('outcomes', 'command.goOutcomes', 'Alt+0'),
  go('overhead', 'command.goOverhead', 'Alt+Shift+0'),
  command('outcome.new', 'edit', 'command.newOutcome', ['Alt+O'], changeable, requestOutcome),
  command(
    'initiative.convert',
    'initiative',
    'command.convertInitiative',
    ['Alt+Shift+M'],
    withInitiative,
    () => {
      const initiative = selectedInitiative();
      if (initiative) askToConvert(initiative.id);
    },
  ),
  command(
    'initiative.merge',
    'initiative',
    'command.mergeInitiative',
    ['Alt+Shift+J'],
    withInitiative,
    () => {
      const initiative = selectedInitiative();
      if (initiative) askToMerge([initiative.id]);
    },
  ),
  command(
    'initiative.ledger',
    'initiative',
    'command.openLedger',
    ['Alt+L'],
    () => opened() ?? (selectedInitiative() === null ? 'cannot.noInitiative' : null),
    () => {
      const initiative = selectedInitiative();
      if (initiative) openLedger(initiative.id);
    },
  ),
  go('rankings', 'command.goRankings', 'Alt+R'),
  go('guardrails', 'command.goGuardrails', 'Alt+G'),
  go('storyboard', 'command.goStoryboard', 'Alt+Shift+B'),
  command(
    'present.start',
    'present',
    'command.present',
    ['F5', 'Alt+Shift+P'],
    opened,
    () => (isPresenting() ? leavePresenting() : presentView()),
    true,
    'both',
  ),
  command(
    'storyboard.add',
    'present',
    'command.addToStoryboard',
    ['Alt+B'],
    () => writable() ?? (useView.getState().view === 'storyboard' ? 'cannot.storyboard' : null),
    () => void addToStoryboard(),
    true,
    'both',
  ),
  ...presentCommands.map(
    ({ id, label, shortcuts, run }): Command =>
      command(
        id,
        'present',
        label,
        shortcuts,
        () => (isPresenting() ? null : 'cannot.notPresenting'),
        run,
        false,
        'present',
      ),
  ),
  ...coverageCommands.map(({ id, label, run }) => command(id, 'view', label, [], opened, run)),
  command(
    'view.inspector',
    'view',
    'command.toggleInspector',
    ['Alt+I'],
    () => opened() ?? inspectorRefusal(),
    () => {
      const { inspectorOpen, set } = useView.getState();
      set({ inspectorOpen: !inspectorOpen });
    },
  ),
  command(
    'view.back',
    'view',
    'command.goBack',
    ['Alt+Z'],
    () => opened() ?? (useView.getState().trail.length === 0 ? 'cannot.noWayBack' : null),
    () => useView.getState().back(),
  ),
  command('view.nextPane', 'view', 'command.nextPane', ['F6'], opened, toNextPane),

  command(
    'portfolio.import',
    'portfolio',
    'command.import',
    ['Mod+I'],
    () => (opened() === null ? writable() : null),
    () => void chooseList(),
  ),
  command(
    'portfolio.paste',
    'portfolio',
    'command.paste',
    ['Mod+Shift+V'],
    () => (opened() === null ? writable() : null),
    () => show({ kind: 'paste' }),
    false,
  ),
  command('portfolio.pastImports', 'portfolio', 'command.pastImports', [], opened, () =>
    show({ kind: 'pastImports' }),
  ),
  command('portfolio.export', 'portfolio', 'command.export', ['Mod+E'], opened, () =>
    show({ kind: 'export', snapshotId: null }),
  ),
  ...exportCommands.map(({ format, label }) =>
    command(`export.${format}`, 'portfolio', label, [], opened, () =>
      show({ kind: 'export', snapshotId: null, format }),
    ),
  ),
  command('portfolio.pack', 'portfolio', 'command.pack', ['Mod+Shift+E'], opened, () =>
    show({ kind: 'pack' }),
  ),
  command('portfolio.snapshot', 'portfolio', 'command.newSnapshot', ['Mod+Shift+S'], writable, () =>
    show({ kind: 'newSnapshot' }),
  ),
  command('portfolio.new', 'portfolio', 'command.newPortfolio', ['Alt+Shift+N'], always, () =>
    show({ kind: 'newPortfolio' }),
  ),
  command(
    'portfolio.open',
    'portfolio',
    'command.openPortfolio',
    ['Mod+O'],
    always,
    () => void openChosenPortfolio(),
  ),
  command(
    'portfolio.copy',
    'portfolio',
    'command.copyPortfolio',
    ['Mod+S'],
    opened,
    () => void copyPortfolio(),
  ),
  command('portfolio.backups', 'portfolio', 'command.backups', [], opened, () => show({ kind: 'backups' })),
  command('portfolio.rename', 'portfolio', 'command.renamePortfolio', [], writable, () =>
    show({ kind: 'renamePortfolio' }),
  ),
  command('portfolio.sample', 'portfolio', 'command.openSample', [], always, () => void openSample()),
  command('portfolio.close', 'portfolio', 'command.closePortfolio', [], opened, () => void closePortfolio()),

  command(
    'app.language',
    'app',
    'command.language',
    ['Mod+Alt+L'],
    always,
    () => {
      const { language, write } = usePreferences.getState();
      void write({ language: language === 'en' ? 'zh-CN' : 'en' });
    },
    true,
    'both',
  ),
  command('app.theme', 'app', 'command.theme', ['Mod+Alt+T'], always, nextTheme),
  command('app.settings', 'app', 'command.settings', ['Mod+,'], always, () => show({ kind: 'settings' })),
  command(
    'app.keys',
    'app',
    'command.keys',
    ['?', 'F1'],
    always,
    () => (isPresenting() ? toggleKeys() : show({ kind: 'keys' })),
    false,
    'both',
  ),
];

const byId = new Map(commands.map((each) => [each.id, each]));

/** The command of an id that comes from outside, if there is one. */
export const findCommand = (id: string): Command | undefined => byId.get(id);

/** The command of that id; an unknown one is a mistake in the program. */
export function commandOf(id: string): Command {
  const found = findCommand(id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}

/** Runs a command, or tells why it cannot be run now; a room is not told what was pressed in vain. */
export function runOrTell({ refusal, run }: Command): void {
  const key = refusal();
  if (key === null) run();
  else if (!isPresenting()) tell({ kind: 'refused', key });
}

/** Runs the command of that id, or tells why it cannot be run now. */
export const runCommand = (id: string): void => runOrTell(commandOf(id));

/** What a copy of that name is called. */
export const nameOfCopy = (name: string): string => i18next.t('copyOf', { ns: 'initiatives', name });
