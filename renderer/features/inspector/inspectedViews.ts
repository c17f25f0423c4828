import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { Refusal } from '../../state/noticeStore.ts';
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

/** Asked after every change: the ids of a large table are not counted. */
function isEmpty(table: Readonly<Record<string, unknown>>): boolean {
  for (const _ in table) return false;
  return true;
}

/** What decides whether the inspector has a place. */
export interface InspectorPlace {
  readonly view: ViewId;
  readonly selection: Selection;
  readonly records: PortfolioRecords | null;
  /** The list that the directory shows. */
  readonly listed: 'team' | 'partner';
  /** Whether the window has no room for the inspector beside the view: it then lies over the view's edge. */
  readonly isNarrow: boolean;
}

/** Why the inspector has no place beside the view, where it would only take room away, or null where it has one. */
export function noInspector({ view, selection, records, listed, isNarrow }: InspectorPlace): Refusal | null {
  const inspected = inspectedView(view);
  if (inspected === null) return 'cannot.noInspector';
  if (selection !== null) return null;
  const tables: readonly (keyof PortfolioRecords)[] =
    inspected === 'directory' ? [listed] : selectable[inspected];
  if (records === null || tables.every((table) => isEmpty(records[table]))) return 'cannot.noInspector';
  // Flow has its own part of it; elsewhere it would lie over what is to be selected.
  return isNarrow && inspected !== 'flow' ? 'cannot.inspectorNeedsRoom' : null;
}
