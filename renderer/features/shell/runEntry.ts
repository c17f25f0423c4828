import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { useDirectory } from '../directory/directoryStore.ts';
import { pickView } from '../initiatives/savedViews.ts';
import { useOutcomes } from '../outcomes/outcomesStore.ts';
import { type Entry, nameOf } from './paletteEntries.ts';
import { noteRecent } from './recentStore.ts';

/** Runs a command, or goes to where a record is seen best. */
export function runEntry(entry: Entry): void {
  noteRecent(nameOf(entry));
  const view = useView.getState();
  switch (entry.kind) {
    case 'command':
      entry.command.run();
      return;
    case 'initiative':
      view.select({ kind: 'initiative', id: entry.id });
      view.set({ inspectorOpen: true });
      if (view.view !== 'initiatives' && view.view !== 'flow' && view.view !== 'timeline')
        view.go('initiatives');
      return;
    case 'capability':
      view.select({ kind: 'capability', id: entry.id });
      view.set({ inspectorOpen: true });
      if (view.view !== 'coverage') view.go('capabilities');
      return;
    case 'outcome':
      useOutcomes.getState().set({ tab: 'outcomes' });
      view.select({ kind: 'outcome', id: entry.id });
      view.set({ inspectorOpen: true });
      view.go('outcomes');
      return;
    case 'segment':
      useOutcomes.getState().set({ tab: 'segments' });
      view.go('outcomes');
      return;
    case 'team':
    case 'partner':
      useDirectory.getState().show(entry.kind === 'team' ? 'teams' : 'partners');
      view.select({ kind: entry.kind, id: entry.id });
      view.set({ inspectorOpen: true });
      view.go('directory');
      return;
    case 'savedView': {
      const saved = usePortfolio.getState().records?.savedView[entry.id];
      if (saved) pickView(saved);
      view.go('initiatives');
      return;
    }
    case 'snapshot':
      view.go('snapshots');
  }
}
