import type { Change } from '../../shared/contract/changes.ts';
import { newCapability, newPartner, newTeam } from '../../shared/domain/defaults.ts';
import { newSegment } from '../../shared/domain/planningDefaults.ts';
import type { AnyRecord } from '../../shared/domain/records.ts';
import { childrenOf } from '../../shared/planning/capabilityTree.ts';
import { put } from '../../shared/planning/planned.ts';
import { capabilityNames } from './capabilityNames.ts';
import { newId } from './initiativeActions.ts';
import { usePortfolio } from './portfolioStore.ts';

/** Records that people point at by typing their name. */
export type NamedTable = 'team' | 'segment' | 'partner' | 'capability';

/** The names typed within one step: each stands for one record, made where the portfolio has none of that name. */
export interface NamedRecords {
  /** The id of the record of that name, whatever its case; null for an empty name. */
  readonly idOf: (table: NamedTable, typed: string) => string | null;
  /** Whether a record of that name is there, or was made in this step. */
  readonly has: (table: NamedTable, typed: string) => boolean;
  /** What was made so far, in order. */
  readonly made: () => readonly { readonly table: NamedTable; readonly name: string }[];
  /** The changes that make it; they come before those that point at it. */
  readonly changes: () => readonly Change[];
}

const plain = (name: string): string => name.trim().toLowerCase();

/** The names of one step in the open portfolio. */
export function namedRecords(): NamedRecords {
  const records = usePortfolio.getState().records;
  const known = new Map<NamedTable, Map<string, string>>();
  const made: { readonly table: NamedTable; readonly name: string; readonly change: Change }[] = [];
  const idsOf = (table: NamedTable): Map<string, string> => {
    let ids = known.get(table);
    if (!ids) {
      ids = new Map();
      // Of several with one name the first is meant, as in a list that is read from the top.
      for (const each of Object.values<{ readonly id: string; readonly name: string }>(
        records?.[table] ?? {},
      ))
        if (!ids.has(plain(each.name))) ids.set(plain(each.name), each.id);
      // Where several have one name, each can be said with what it belongs to, as it is shown.
      if (table === 'capability' && records)
        for (const [id, name] of capabilityNames(records.capability)) ids.set(plain(name), id);
      known.set(table, ids);
    }
    return ids;
  };
  const make = (table: NamedTable, id: string, name: string): AnyRecord => {
    switch (table) {
      case 'team':
        return newTeam(id, name);
      case 'segment':
        return newSegment(id, name);
      case 'partner':
        return newPartner(id, name);
      case 'capability': {
        const top = records ? childrenOf(records, null).length : 0;
        const before = made.filter((each) => each.table === 'capability').length;
        return { ...newCapability(id, name, null), position: top + before };
      }
    }
  };
  return {
    idOf: (table, typed) => {
      const name = typed.trim();
      if (name === '') return null;
      const ids = idsOf(table);
      const there = ids.get(plain(name));
      if (there !== undefined) return there;
      const id = newId();
      made.push({ table, name, change: put(table, make(table, id, name)) });
      ids.set(plain(name), id);
      return id;
    },
    has: (table, typed) => idsOf(table).has(plain(typed)),
    made: () => made,
    changes: () => made.map(({ change }) => change),
  };
}
