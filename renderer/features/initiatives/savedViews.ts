import { builtOnce } from '../../../shared/builtOnce.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import type { PortfolioRecords, SavedView } from '../../../shared/domain/records.ts';
import { newId } from '../../state/initiativeActions.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { firstColumnsOf } from './firstColumns.ts';
import { readArrangement } from './readArrangement.ts';
import { useTable } from './tableStore.ts';

const AREA = 'initiatives';

/** The saved views of the initiatives table, in the order in which they were saved. */
export const tableViews = ({ savedView }: PortfolioRecords) => viewsOf(savedView);
const viewsOf = builtOnce((table: PortfolioRecords['savedView']): readonly SavedView[] =>
  Object.values(table).filter(({ area }) => area === AREA),
);

/** True for the view with which a portfolio opens that nobody arranged on this computer yet. */
export const isDefault = ({ settings }: SavedView): boolean => settings.isDefault === true;

/** True when the table is arranged otherwise than the view says. */
export function differs(view: SavedView): boolean {
  const { arrangement } = useTable.getState();
  return JSON.stringify(readArrangement(view.settings)) !== JSON.stringify(arrangement());
}

/** Arranges the table as the view says. */
export function pickView(view: SavedView): void {
  useTable.getState().arrange(view.id, view.settings);
}

/** Arranges the table as if nobody had arranged it yet. */
export function pickNone(): void {
  const { records } = usePortfolio.getState();
  useTable.getState().arrange(null, records ? { columns: firstColumnsOf(records) } : {});
}

type Settings = SavedView['settings'];
const present = (): Settings => JSON.parse(JSON.stringify(useTable.getState().arrangement())) as Settings;

/** Keeps the present arrangement under a new name and picks it. */
export async function saveView(name: string): Promise<boolean> {
  const record: SavedView = { id: newId(), name: name.trim(), area: AREA, settings: present() };
  const done = await change('view.save', { name: record.name }, [
    { op: 'put', table: 'savedView', record: { ...record } },
  ]);
  if (!done) return false;
  useTable.setState({ viewId: record.id });
  tell({ kind: 'done', key: 'notice.viewSaved', params: { name: record.name }, undoable: true });
  return true;
}

const patch = (view: SavedView, values: Partial<SavedView>): Change => ({
  op: 'patch',
  table: 'savedView',
  id: view.id,
  values,
});

/** Lets a saved view be as the table is arranged now. */
export function updateView(view: SavedView): Promise<boolean> {
  const settings = { ...present(), ...(isDefault(view) ? { isDefault: true } : {}) };
  return change('view.update', { name: view.name }, [patch(view, { settings })]);
}

/** Gives a saved view another name. */
export function renameView(view: SavedView, name: string): Promise<boolean> {
  return change('view.rename', { name: name.trim() }, [patch(view, { name: name.trim() })]);
}

/** Lets portfolios open with this view where nobody arranged the table yet; at most one is that. */
export function setDefault(view: SavedView, wanted: boolean): Promise<boolean> {
  const { records } = usePortfolio.getState();
  const without = ({ settings: { isDefault: _was, ...settings } }: SavedView): Settings => settings;
  const changes = (records ? tableViews(records) : [])
    .filter((each) => isDefault(each) || (wanted && each.id === view.id))
    .map((each) =>
      patch(each, {
        settings: wanted && each.id === view.id ? { ...each.settings, isDefault: true } : without(each),
      }),
    );
  return change(wanted ? 'view.default' : 'view.notDefault', { name: view.name }, changes);
}

/** Deletes a saved view; the table stays arranged as it is. */
export async function deleteView(view: SavedView): Promise<void> {
  const done = await change('view.delete', { name: view.name }, [
    { op: 'remove', table: 'savedView', id: view.id },
  ]);
  if (done) tell({ kind: 'done', key: 'notice.viewDeleted', params: { name: view.name }, undoable: true });
}
