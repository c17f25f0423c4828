import type { ColumnId } from './columns.ts';
import type { InitiativeRow } from './rows.ts';

const MOST = 60;
const suggested: ReadonlySet<ColumnId> = new Set(['owner', 'team', 'status']);

/** Values that the column already holds, most frequent first, for columns where they repeat. */
export function suggestionsFor(id: ColumnId, rows: readonly InitiativeRow[]): readonly string[] {
  if (!suggested.has(id)) return [];
  const counts = new Map<string, number>();
  for (const { initiative, teamName } of rows) {
    const value = id === 'team' ? teamName : id === 'owner' ? initiative.owner : initiative.status;
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([value]) => value);
}
