import type { Initiative, PortfolioRecords } from '../../domain/records.ts';
import type { Aliases } from '../aliases.ts';
import { isBlank, matchKey, tidyLine } from '../cellText.ts';
import type { ImportPlan, TableReport } from '../contract.ts';
import { listFields } from '../importFields.ts';
import { createGoalLinks } from '../linkedGoals.ts';
import { createLinks } from '../linkedRecords.ts';
import type { ImportChanges } from '../rowTarget.ts';
import type { Table } from '../table.ts';

/** Between names that rows gave together: no name holds it. */
const BETWEEN = '\n';
const NO_NAMES: readonly string[] = [];

/** What came of a table of links: how many it made and how many were there, and rows that name no initiative. */
type Linked = Pick<TableReport, 'rows' | 'created' | 'unchanged' | 'skipped' | 'refused'> & {
  readonly unjoined: readonly string[];
  readonly issues: NonNullable<TableReport['issues']>;
};

/** Ties initiatives to what tables of links name beside them, in equal shares. */
export interface Linker {
  /** Takes the rows of a table below its header: `join` names the initiative, the plan's columns what it is tied to. */
  take(table: Table, plan: ImportPlan, join: number, header: string): Linked;
  changes(): Pick<ImportChanges, 'add' | 'update'>;
}

/** Starts from the records as they are by then; `keys` are the initiatives by what rows call them. */
export function createLinker(
  records: PortfolioRecords,
  keys: ReadonlyMap<string, Initiative>,
  newId: () => string,
  aliases: Aliases = {},
): Linker {
  const links = createLinks(records, { capabilities: BETWEEN, partners: BETWEEN }, newId, aliases);
  const goals = createGoalLinks(records, { outcomes: BETWEEN, segments: BETWEEN }, newId, aliases);
  const tie = {
    capabilities: links.linkCapabilities,
    partners: links.linkPartners,
    outcomes: goals.linkOutcomes,
    segments: goals.linkSegments,
  } as const;
  /** What an initiative was tied to by an earlier table: it joins in equal shares once. */
  const done = new Set<string>();
  return {
    take(table, plan, join, header) {
      const named = new Map<string, Map<string, string>>();
      const unjoined: string[] = [];
      const issues: NonNullable<TableReport['issues']>[number][] = [];
      let [rows, skipped] = [0, 0];
      for (let at = plan.headerRow + 1; at < table.rows.length; at += 1) {
        const row = table.rows.at(at) ?? [];
        rows += 1;
        if (row.every((cell) => isBlank(cell))) {
          skipped += 1;
          continue;
        }
        const called = tidyLine(row[join] ?? '').text;
        const initiative = keys.get(matchKey(called));
        if (called === '')
          issues.push({ row: table.lines[at] ?? 0, column: header, reason: 'no_name', value: '' });
        else if (!initiative) unjoined.push(called);
        else
          for (const field of listFields) {
            const cell = row[plan.columns[field] ?? -1] ?? '';
            const separator = plan.separators?.[String(plan.columns[field] ?? -1)] ?? plan.listSeparator;
            const names = isBlank(cell) ? NO_NAMES : separator === '' ? [cell] : cell.split(separator);
            const key = `${field} ${initiative.id}`;
            const before = named.get(key) ?? new Map<string, string>();
            for (const name of names)
              if (!isBlank(name)) {
                if (before.has(matchKey(name))) skipped += 1;
                before.set(matchKey(name), tidyLine(name).text);
              }
            if (before.size > 0) named.set(key, before);
          }
      }
      let [created, unchanged] = [0, 0];
      for (const [key, names] of named) {
        if (done.has(key)) continue;
        done.add(key);
        const cut = key.indexOf(' ');
        const [field, id] = [key.slice(0, cut), key.slice(cut + 1)];
        const listField = listFields.find((each) => each === field);
        if (listField === undefined) continue;
        const fresh = tie[listField](id, [...names.values()].join(BETWEEN)).length;
        created += fresh;
        unchanged += Math.max(0, names.size - fresh);
      }
      return { rows, created, unchanged, skipped, refused: issues.length, unjoined, issues };
    },
    changes: () => ({
      add: {
        team: links.team,
        partner: links.partner,
        capability: links.capability,
        contribution: links.contribution.add,
        engagement: links.engagement,
        segment: goals.segment,
        outcome: goals.outcome,
        outcomeLink: goals.outcomeLink.add,
        segmentLink: goals.segmentLink.add,
      },
      update: {
        contribution: links.contribution.update,
        outcomeLink: goals.outcomeLink.update,
        segmentLink: goals.segmentLink.update,
      },
    }),
  };
}
