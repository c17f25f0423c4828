import type { Initiative } from '../../domain/records.ts';
import type { ImportPlan } from '../contract.ts';
import { type ImportField, type ListField, listFields } from '../importFields.ts';
import { createMoreReader } from '../reading/readMore.ts';
import type { RowValues } from '../reading/rowValues.ts';
import { shownDifferences, shownValues } from '../reading/showRow.ts';
import type { ParentRows } from '../rows/parentRows.ts';
import { cutText, isBlank, tidyLine } from '../table/cellText.ts';
import { cellAt } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { createMixedLists } from '../values/mixedLists.ts';
import { ownName, splitNames } from '../values/splitNames.ts';
import { createGoalLinks } from './linkedGoals.ts';
import { createLinks } from './linkedRecords.ts';
import type { RowKey } from './matchRows.ts';
import { clearable, createInitiative, mergeRow, sameInitiative } from './mergeRow.ts';
import type { RowTarget, TargetParts } from './rowTarget.ts';

/** What a row ties its initiative to that it was not tied to before. */
interface NewLinks {
  readonly field: ListField;
  readonly ids: readonly string[];
}

/** The key of every row while nothing is known that it could be. */
const NEW_ROW: RowKey = { externalId: null, name: '' };
const NO_LINKS: readonly NewLinks[] = [];

/** Under which name a heading is kept beside an initiative that says another group in its own row. */
const HEADING = 'group';

/** The heading that a row stands under is its group, unless its own cell says another one. */
function putGroup({ fields, extra }: RowValues, heading: string | null): void {
  if (heading === null || fields.collaborationGroup === heading) return;
  if (fields.collaborationGroup === null) fields.collaborationGroup = heading;
  else extra[HEADING] = heading;
}

/** What rows of the list are called that its column of groups names by their ids: an id is no name for a group. */
function groupNames(
  table: Table,
  plan: ImportPlan,
  { column, rows }: ParentRows,
): ReadonlyMap<string, string> {
  const { parent, name } = plan.columns;
  if (column !== parent || name === undefined) return new Map();
  return new Map(
    [...rows].flatMap(([text, index]) => {
      const called = ownName(cellAt(table.rows, index, name));
      return called === null ? [] : [[text, cutText(called, MAX_GROUP).trim()] as const];
    }),
  );
}

const MAX_GROUP = 200;

/** Takes rows in as initiatives, with what their cells name beside them. */
export function createInitiativeTarget(parts: TargetParts): RowTarget {
  const { table, plan, names, read, tally, context, parents, groupOf } = parts;
  const { records, newId } = context;
  const separatorOf = (field: ImportField): string =>
    plan.separators?.[String(plan.columns[field] ?? -1)] ?? plan.listSeparator;
  const alike = createMixedLists(table, plan, separatorOf);
  const listed = listFields.filter((field) => plan.columns[field] !== undefined);
  const links = createLinks(
    records,
    { capabilities: separatorOf('capabilities'), partners: separatorOf('partners') },
    newId,
    context.aliases,
  );
  const goals = createGoalLinks(
    records,
    { outcomes: separatorOf('outcomes'), segments: separatorOf('segments') },
    newId,
    context.aliases,
  );
  const nameColumn = plan.columns.name ?? -1;
  const named = groupNames(table, plan, parents);
  const known = Object.values(records.initiative);
  const add: Initiative[] = [];
  const update: Initiative[] = [];
  const clearing = plan.emptyClears
    ? (Object.keys(clearable) as (keyof typeof clearable)[]).flatMap((field) => {
        const column = plan.columns[field];
        return column === undefined ? [] : [{ field, column, ours: clearable[field] }];
      })
    : [];
  const forget = (): void => {
    add.length = 0;
    update.length = 0;
    links.forget();
    goals.forget();
  };
  const weight = plan.columns.capabilityImportance;
  const more =
    weight === undefined
      ? null
      : createMoreReader(
          table,
          { ...plan, columns: { capabilityImportance: weight } },
          names,
          tally,
          context.portfolio.fiscalYearStartMonth,
        );
  /** Takes the importance that a row gives its capabilities, once for each of them. */
  const weigh = (row: readonly string[], line: number, { capabilities, problems }: RowValues): void => {
    if (more === null || weight === undefined) return;
    const step = more.row(row, line, problems).scales.capabilityImportance;
    if (step === undefined || capabilities === null || links.weighCapabilities(capabilities, step)) return;
    problems.capabilityImportance = 'importance_differs';
    tally.unreadable.push({
      row: line,
      column: names.names[weight] ?? '',
      reason: 'importance_differs',
      value: row[weight] ?? '',
    });
  };
  let last: { values: RowValues; merged: Initiative | null; linked: readonly NewLinks[] } | null = null;

  const keyOf = (row: readonly string[]): RowKey => {
    const id = tidyLine(row[plan.columns.externalId ?? -1] ?? '').text;
    return {
      externalId: id === '' ? null : read.externalIdOf(id),
      // Cut as it is kept, or a name too long for its field would be new each time.
      name: ownName(row[nameColumn] ?? '') ?? tidyLine(row[nameColumn] ?? '').text,
    };
  };

  /** Ties an initiative to what its cells name; answers what it was not tied to before, by field. */
  const linkCells = (initiativeId: string, values: RowValues): readonly NewLinks[] => {
    const found: NewLinks[] = [];
    const note = (field: ListField, ids: readonly string[]): void => {
      if (ids.length > 0) found.push({ field, ids });
    };
    if (values.capabilities !== null)
      note('capabilities', links.linkCapabilities(initiativeId, values.capabilities));
    if (values.partners !== null) note('partners', links.linkPartners(initiativeId, values.partners));
    if (values.outcomes !== null) note('outcomes', goals.linkOutcomes(initiativeId, values.outcomes));
    if (values.segments !== null) note('segments', goals.linkSegments(initiativeId, values.segments));
    return found;
  };

  const namesOf = ({ field, ids }: NewLinks): readonly string[] =>
    ids.map((id) => (field === 'outcomes' || field === 'segments' ? goals : links).nameOf(id));

  return {
    known,
    seesAll: known.length > 0,
    keys: (cells) =>
      cells.map((row) =>
        typeof row === 'string' || isBlank(row[nameColumn]) ? null : known.length > 0 ? keyOf(row) : NEW_ROW,
      ),
    matched: () => undefined,
    take(row, line, index, id) {
      if (context.countOnly) forget();
      const existing = id === null ? null : (records.initiative[id] ?? null);
      const values = read.row(row, line, existing);
      for (const field of listed) values[field] = alike(field, values[field]);
      const { collaborationGroup } = values.fields;
      if (collaborationGroup !== null)
        values.fields.collaborationGroup = named.get(collaborationGroup) ?? collaborationGroup;
      putGroup(values, groupOf(index));
      tally.budget += values.fields.budget ?? 0;
      weigh(row, line, values);
      const teamId = values.team === null ? null : links.teamOf(values.team);
      if (existing === null) {
        const initiative = createInitiative(newId(), values, teamId, plan.defaultMode);
        add.push(initiative);
        linkCells(initiative.id, values);
        last = { values, merged: null, linked: NO_LINKS };
        return 'created';
      }
      const cleared = clearing.flatMap(({ field, column, ours }) =>
        isBlank(row[column]) && values.problems[field] === undefined ? [ours] : [],
      );
      const merged = mergeRow(existing, values, teamId, cleared);
      const linked = linkCells(existing.id, values);
      const changed = !sameInitiative(existing, merged);
      if (changed) update.push(merged);
      last = { values, merged, linked };
      return changed || linked.length > 0 ? 'updated' : 'unchanged';
    },
    shown() {
      const values = last?.values;
      if (!values) throw new Error('no row was taken yet');
      return {
        problems: values.problems,
        values: () =>
          shownValues(values, plan.currency, (field, cell) => splitNames(cell, separatorOf(field))),
      };
    },
    differences(id) {
      const ours = records.initiative[id];
      if (!last || !ours) return [];
      const theirs = last.merged ?? mergeRow(ours, last.values, null);
      return [
        ...shownDifferences(ours, theirs, plan.currency),
        ...last.linked.map((link) => ({
          field: link.field,
          ours: null,
          theirs: `+ ${namesOf(link).join(' · ')}`,
        })),
      ];
    },
    finish(retired) {
      if (context.countOnly) return { add: {}, update: {}, notes: [] };
      return {
        add: {
          team: links.team,
          partner: links.partner,
          capability: links.capability,
          initiative: add,
          contribution: links.contribution.add,
          engagement: links.engagement,
          segment: goals.segment,
          outcome: goals.outcome,
          outcomeLink: goals.outcomeLink.add,
          segmentLink: goals.segmentLink.add,
        },
        update: {
          capability: links.weighed(),
          initiative: [
            ...update,
            ...retired.flatMap((id) => {
              const initiative = records.initiative[id];
              return initiative ? [{ ...initiative, retired: true }] : [];
            }),
          ],
          contribution: links.contribution.update,
          outcomeLink: goals.outcomeLink.update,
          segmentLink: goals.segmentLink.update,
        },
        notes: [],
      };
    },
  };
}
