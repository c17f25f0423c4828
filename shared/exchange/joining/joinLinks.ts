import type { Initiative, PortfolioRecords } from '../../domain/records.ts';
import type { ImportPlan, TableReport } from '../contract.ts';
import { type ListField, listFields } from '../importFields.ts';
import { unknownWords } from '../reading/readCells.ts';
import type { Aliases } from '../records/aliases.ts';
import { createGoalLinks } from '../records/linkedGoals.ts';
import { createLinks } from '../records/linkedRecords.ts';
import type { ImportChanges } from '../records/rowTarget.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { findWeights, sharesOf } from './linkWeights.ts';

/** Between names that rows gave together: no name holds it. */
const BETWEEN = '\n';
const NO_NAMES: readonly string[] = [];
/** As much of a cell that is no number as an issue shows. */
const LONGEST = 80;
const EXAMPLES = 5;

type Issue = NonNullable<TableReport['issues']>[number];

/** What came of a table of links: how many it made, changed and found there, and rows that name no initiative. */
type Linked = Pick<TableReport, 'rows' | 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'> & {
  readonly unjoined: readonly string[];
  readonly issues: Issue[];
  readonly notes?: NonNullable<TableReport['notes']>;
};

/** What the rows of a table name for one initiative in one field; a weight that is not known is null. */
interface Tied {
  readonly field: ListField;
  readonly initiative: Initiative;
  readonly parts: Map<string, { readonly name: string; readonly weight: number | null }>;
}

/** Ties initiatives to what tables of links name beside them: in the shares that they say, else in equal ones. */
export interface Linker {
  /** Takes the rows of a table below its header: `join` names the initiative, the plan's columns what it is tied to. */
  take(table: Table, plan: ImportPlan, join: number, headers: readonly string[]): Linked;
  changes(): Pick<ImportChanges, 'add' | 'update'>;
}

/** Adds what a row names in one field to what its initiative is tied to; answers how many of these stood there before. */
function gather(
  tied: Map<string, Tied>,
  field: ListField,
  initiative: Initiative,
  row: readonly string[],
  plan: ImportPlan,
  weight: number | null,
): number {
  const cell = row[plan.columns[field] ?? -1] ?? '';
  const separator = plan.separators?.[String(plan.columns[field] ?? -1)] ?? plan.listSeparator;
  const names = (isBlank(cell) ? NO_NAMES : separator === '' ? [cell] : cell.split(separator)).filter(
    (name) => !isBlank(name),
  );
  if (names.length === 0) return 0;
  const key = `${field} ${initiative.id}`;
  const entry = tied.get(key) ?? { field, initiative, parts: new Map() };
  tied.set(key, entry);
  // A weight beside several names is theirs together.
  const own = weight === null ? null : weight / names.length;
  let again = 0;
  for (const name of names) {
    const before = entry.parts.get(matchKey(name));
    const said = tidyLine(name).text;
    if (before === undefined) entry.parts.set(matchKey(name), { name: said, weight: own });
    else if (own === null || before.weight === null || before.weight === own) again += 1;
    else entry.parts.set(matchKey(name), { name: before.name, weight: before.weight + own });
  }
  return again;
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
  const share = {
    capabilities: links.shareCapabilities,
    outcomes: goals.shareOutcomes,
    segments: goals.shareSegments,
  } as const;
  /** What an initiative was tied to by an earlier table: it joins once. */
  const done = new Set<string>();
  return {
    take(table, plan, join, headers) {
      const taken = new Set([join, ...listFields.flatMap((field) => plan.columns[field] ?? [])]);
      const weights = findWeights(table, plan.headerRow, headers, taken);
      const say = unknownWords(plan);
      const isName = (name: string): boolean => say(name) === null;
      const tied = new Map<string, Tied>();
      const unjoined: string[] = [];
      const refused: Issue[] = [];
      const unweighed: Issue[] = [];
      let [rows, skipped] = [0, 0];
      for (let at = plan.headerRow + 1; at < table.rows.length; at += 1) {
        const row = table.rows.at(at) ?? [];
        const line = table.lines[at] ?? 0;
        rows += 1;
        if (row.every((cell) => isBlank(cell))) {
          skipped += 1;
          continue;
        }
        const called = tidyLine(row[join] ?? '').text;
        const initiative = keys.get(matchKey(called));
        if (called === '')
          refused.push({ row: line, column: headers[join] ?? '', reason: 'no_name', value: '' });
        else if (!initiative) unjoined.push(called);
        else {
          const said = weights === null ? '' : (row[weights.column] ?? '');
          const weight = weights?.weigh(said) ?? null;
          if (weights !== null && weight === null)
            unweighed.push({
              row: line,
              column: weights.header,
              reason: 'not_a_number',
              value: tidyLine(said).text.slice(0, LONGEST),
            });
          for (const field of listFields) skipped += gather(tied, field, initiative, row, plan, weight);
        }
      }
      let [created, updated, unchanged] = [0, 0, 0];
      const waiting = [...tied].flatMap(([key, entry]) => (done.has(key) ? [] : [entry]));
      for (const key of tied.keys()) done.add(key);
      const weightsOf = ({ parts }: Tied): readonly (number | null)[] =>
        [...parts.values()].map(({ weight }) => weight);
      // Where one weight is not known, nobody knows what is left for it: its initiative is shared equally.
      const weighed = waiting.filter(
        (each) =>
          each.field !== 'partners' &&
          weightsOf(each).every((weight) => weight !== null) &&
          weightsOf(each).some((weight) => weight !== 0),
      );
      const { shares, fitted } = sharesOf(
        weighed.map((each) => weightsOf(each).map((weight) => weight ?? 0)),
        weights?.inPercent ?? false,
      );
      const sharesBy = new Map(weighed.map((each, at) => [each, shares[at] ?? []]));
      for (const each of waiting) {
        const { field, initiative, parts } = each;
        const given = sharesBy.get(each);
        if (given === undefined || field === 'partners') {
          const names = [...parts.values()].map(({ name }) => name).filter(isName);
          const fresh = tie[field](initiative.id, names.join(BETWEEN)).length;
          created += fresh;
          unchanged += Math.max(0, names.length - fresh);
          skipped += parts.size - names.length;
          continue;
        }
        const named = new Map([...parts.values()].map(({ name }, at) => [name, given[at] ?? 0]));
        // A share of nothing ties to nothing, and so does one of what nobody knows.
        for (const [name, part] of named) if (part === 0 || !isName(name)) named.delete(name);
        skipped += parts.size - named.size;
        const { fresh, changed } = share[field](initiative.id, named);
        created += fresh.length;
        updated += changed.length;
        unchanged += Math.max(0, named.size - fresh.length - changed.length);
      }
      const over = fitted.flatMap((at) => weighed[at]?.initiative.name ?? []);
      return {
        rows,
        created,
        updated,
        unchanged,
        skipped,
        refused: refused.length,
        unjoined,
        issues: [...refused, ...unweighed],
        ...(over.length === 0
          ? {}
          : { notes: [{ what: 'sharesFitted', count: over.length, examples: over.slice(0, EXAMPLES) }] }),
      };
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
