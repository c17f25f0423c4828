import { builtOnce } from '../../shared/builtOnce.ts';
import type { Capability, PortfolioRecords } from '../../shared/domain/records.ts';

/** What each capability is called: its name, and in brackets what it belongs to where several have the same name. */
export const capabilityNames = builtOnce(
  (table: PortfolioRecords['capability']): ReadonlyMap<string, string> => {
    const all: readonly Capability[] = Object.values(table);
    const uses = new Map<string, number>();
    for (const { name } of all) uses.set(name, (uses.get(name) ?? 0) + 1);
    const names = new Map<string, string>();
    for (const { id, name, parentId } of all) {
      const parent = parentId === null ? undefined : table[parentId]?.name;
      names.set(id, parent !== undefined && (uses.get(name) ?? 0) > 1 ? `${name} (${parent})` : name);
    }
    return names;
  },
);
