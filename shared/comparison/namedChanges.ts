import type { RecordChange } from '../contract/methods.ts';
import type { TableName } from '../domain/records.ts';
import type { PlanComparison } from './comparePlans.ts';
import { changedInitiatives } from './recordChanges.ts';

/** Tables beside the initiatives whose records people know by name. */
export const besidesTables = [
  'capability',
  'outcome',
  'segment',
  'team',
  'partner',
] as const satisfies TableName[];
const kinds = ['added', 'updated', 'removed'] as const;

/** Records of one table to which the same happened; an updated record by the name that it has afterwards. */
export interface BesidesChange {
  readonly table: (typeof besidesTables)[number];
  readonly kind: RecordChange['kind'];
  readonly names: readonly string[];
}

/** What differs between two states, by name: what somebody who reads of it would ask first. */
export interface NamedChanges {
  readonly fresh: readonly string[];
  /** Taken up again after they were retired. */
  readonly restored: readonly string[];
  readonly removed: readonly string[];
  readonly retired: readonly string[];
  readonly toProduct: readonly string[];
  readonly toProject: readonly string[];
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  /** With other dates of their own. */
  readonly redated: readonly string[];
  /** Different in something else, or in a part such as a phase. */
  readonly changed: readonly string[];
  readonly besides: readonly BesidesChange[];
}

/** Names what happened to initiatives, and which capabilities, outcomes, segments, teams and partners differ. */
export function namedChanges({
  records,
  initiatives,
}: Pick<PlanComparison, 'records' | 'initiatives'>): NamedChanges {
  const ofInitiatives = new Map(
    records.changes.filter(({ table }) => table === 'initiative').map((change) => [change.id, change]),
  );
  const isUpdated = (id: string): boolean => ofInitiatives.get(id)?.kind === 'updated';
  const fresh = initiatives.filter(({ before }) => before === null);
  const gone = initiatives.filter(({ after }) => after === null);
  const names = (of: typeof initiatives): readonly string[] => of.map(({ name }) => name);
  const turned = (mode: 'project' | 'product'): readonly string[] =>
    names(
      initiatives.filter(
        ({ before, after }) => before && after && before.mode !== mode && after.mode === mode,
      ),
    );
  const updated = [...ofInitiatives.values()].filter(({ kind }) => kind === 'updated');
  const has = (change: RecordChange, ...wanted: readonly string[]): boolean =>
    change.fields.some(({ field }) => wanted.includes(field));
  const redated = updated.filter((change) => has(change, 'startDate', 'endDate'));
  const said = new Set([
    ...[...fresh, ...gone].map(({ id }) => id),
    ...updated.filter((change) => has(change, 'mode', 'name', 'startDate', 'endDate')).map(({ id }) => id),
  ]);
  const changed = [...changedInitiatives(records.diff)].filter(
    (id) => !said.has(id) && (ofInitiatives.get(id)?.kind ?? 'updated') === 'updated',
  );
  return {
    fresh: names(fresh.filter(({ id }) => !isUpdated(id))),
    restored: names(fresh.filter(({ id }) => isUpdated(id))),
    removed: names(gone.filter(({ id }) => !isUpdated(id))),
    retired: names(gone.filter(({ id }) => isUpdated(id))),
    toProduct: turned('product'),
    toProject: turned('project'),
    renamed: [...ofInitiatives.values()].flatMap(({ kind, fields }) => {
      const name = kind === 'updated' ? fields.find(({ field }) => field === 'name') : undefined;
      return name ? [{ before: String(name.before), after: String(name.after) }] : [];
    }),
    redated: redated.map(({ name }) => name ?? ''),
    changed: changed.map((id) => ofInitiatives.get(id)?.name ?? records.names[id] ?? ''),
    besides: besidesTables.flatMap((table) =>
      kinds.flatMap((kind): BesidesChange[] => {
        const found = records.changes.filter((change) => change.table === table && change.kind === kind);
        const known = found.flatMap(({ name }) => (name === null ? [] : [name]));
        return known.length === 0 ? [] : [{ table, kind, names: known }];
      }),
    ),
  };
}
