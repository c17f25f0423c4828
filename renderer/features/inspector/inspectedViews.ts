import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { Selection, ViewId } from '../../state/viewStore.ts';

/** Views whose selection the inspector shows, and what there must be some of for anything to be selected in them. */
const selectable = {
  initiatives: ['initiative'],
  timeline: ['initiative'],
  flow: ['initiative'],
  coverage: ['capability'],
  partners: ['partner'],
  outcomes: ['outcome'],
  capabilities: ['capability'],
  directory: ['team', 'partner'],
} as const satisfies Partial<Record<ViewId, readonly (keyof PortfolioRecords)[]>>;

export type InspectedView = keyof typeof selectable;

/** The view as one with an inspector, or null for the others, which use the whole width. */
export const inspectedView = (view: ViewId): InspectedView | null =>
  view in selectable ? (view as InspectedView) : null;

/** Whether the inspector has a place beside that view: where nothing can be selected it would only take room away. */
export function hasInspector(
  view: ViewId,
  selection: Selection,
  records: PortfolioRecords | null,
  /** The list that the directory shows. */
  listed: 'team' | 'partner',
): boolean {
  const inspected = inspectedView(view);
  if (inspected === null) return false;
  if (selection !== null) return true;
  if (records === null) return false;
  const tables = inspected === 'directory' ? [listed] : selectable[inspected];
  for (const table of tables) for (const _ in records[table]) return true;
  return false;
}
