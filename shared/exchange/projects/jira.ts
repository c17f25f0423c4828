import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { moneyFields } from '../plan/detectPlan.ts';
import type { SourceNote } from '../sources.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { readDateText } from '../values/dateText.ts';
import { readStage } from '../values/stageWords.ts';
import { DEVOPS, type Field, HEADERS, OWN_FIELD } from './jiraHeaders.ts';

/** A version in which parts of an initiative went or will go out. */
export interface JiraRelease {
  /** The key of the epic. */
  readonly epic: string;
  readonly name: string;
  /** Share of the epic's issues that name the version. */
  readonly share: number;
  /** The last day on which one of them was resolved, as Jira writes it, when all of them are; else null. */
  readonly resolved: string | null;
}

const EPIC = /^(?:epic|epos|épopée|épica|エピック|史诗|长篇故事)$/i;
const ABOVE_EPIC = /^(?:initiative|theme|capability|saga|legend|portfolio epic|计划|主题|倡议)$/i;
const SUB_TASK = /^(?:sub-?task|子任务)/i;
const DROPPED =
  /^(?:won.?t (?:do|fix)|cancell?ed|rejected|declined|duplicate|obsolete|abandoned|不做|已取消|取消|拒绝|重复)/i;
const WAITING = /^(?:backlog|open|new|idea|to ?do|待办|待处理|新建|想法)/i;
const HEADER_ROWS = 10;
const EXAMPLES = 5;

/** Money of an organisation's own; hours, seconds and points are none. */
const NO_MONEY = /\b(?:time|points?|estimate|effort|work|ratio)\b/i;
const NAMED = 70;

type Columns = { readonly [F in Field]: readonly number[] };

interface Issue {
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly parents: readonly string[];
  readonly done: boolean;
  readonly resolved: string;
  readonly assignee: string;
  readonly components: readonly string[];
  readonly versions: readonly string[];
  readonly sprints: readonly string[];
  readonly points: number | null;
}

function columnsOf(
  header: readonly string[],
  words: Readonly<Partial<Record<Field, readonly string[]>>>,
): Columns {
  const keys = header.map((cell) => matchKey(tidyLine(cell).text));
  const entries = (Object.keys(HEADERS) as Field[]).map((field) => [
    field,
    // The words are in order of preference: a target date only counts where there is no plain one.
    (words[field] ?? []).flatMap((word) => keys.flatMap((key, index) => (key === word ? [index] : []))),
  ]);
  return Object.fromEntries(entries) as Columns;
}

/** The columns of money that an organisation added to its issues, by the names that it gave them. */
function moneyColumns(
  header: readonly string[],
): readonly { readonly column: number; readonly name: string }[] {
  return header.flatMap((cell, column) => {
    const { text } = tidyLine(cell);
    const name =
      OWN_FIELD.exec(text)
        ?.slice(1)
        .find((own) => own !== undefined) ?? text;
    const words = readHeader(name);
    const isMoney = moneyFields.some((field) => headerScore(field, words) >= NAMED);
    return isMoney && !NO_MONEY.test(words.phrase) ? [{ column, name }] : [];
  });
}

function findIssues(table: Table): { readonly row: number; readonly columns: Columns } | null {
  for (const [row, cells] of table.rows.slice(0, HEADER_ROWS).entries())
    for (const words of [HEADERS, DEVOPS]) {
      const columns = columnsOf(cells, words);
      const { key, type, summary, status } = columns;
      if (key.length > 0 && type.length > 0 && summary.length > 0 && status.length > 0)
        return { row, columns };
    }
  return null;
}

/**
 * Whether a table is a list of issues as Jira or Azure DevOps exports them: with keys, types, summaries and statuses.
 */
export function isJiraTable(table: Table): boolean {
  return findIssues(table) !== null;
}

const textAt = (cells: readonly string[], columns: readonly number[]): string => {
  for (const column of columns) {
    const text = (cells[column] ?? '').trim();
    if (text !== '') return text;
  }
  return '';
};
const allAt = (cells: readonly string[], columns: readonly number[]): string[] => {
  const texts = new Map<string, string>();
  for (const column of columns) {
    const { text } = tidyLine(cells[column] ?? '');
    if (text !== '') texts.set(matchKey(text), text);
  }
  return [...texts.values()];
};

function readIssue(cells: readonly string[], row: number, columns: Columns): Issue {
  const status = textAt(cells, columns.status);
  const category = matchKey(textAt(cells, columns.category));
  const points = Number(textAt(cells, columns.points));
  return {
    row,
    key: textAt(cells, columns.key),
    id: textAt(cells, columns.id),
    type: textAt(cells, columns.type),
    parents: [...allAt(cells, columns.parentKey), ...allAt(cells, columns.parentId)],
    done: category === 'done' || category === '完成' || readStage(status)?.stage === 'done',
    resolved: textAt(cells, columns.resolved),
    assignee: textAt(cells, columns.assignee),
    components: allAt(cells, columns.components),
    versions: allAt(cells, columns.versions),
    sprints: allAt(cells, columns.sprint),
    points: textAt(cells, columns.points) !== '' && Number.isFinite(points) ? points : null,
  };
}

/** Our stage for a status of Jira, by its words and its category; empty when neither says. */
export function stageOfStatus(status: string, category: string, resolution: string): string {
  if (DROPPED.test(status.trim()) || DROPPED.test(resolution.trim())) return 'stopped';
  const found = readStage(tidyLine(status).text);
  if (found) return found.stage;
  switch (matchKey(category)) {
    case 'done':
    case '完成':
      return 'done';
    case 'in progress':
    case '进行中':
      return 'active';
    case 'to do':
    case 'new':
    case '待办':
      return 'planned';
    default:
      return WAITING.test(status.trim()) ? 'planned' : '';
  }
}

/** The epic that each issue belongs to, up its parents; null where there is none. */
function topsOf(issues: readonly Issue[], isTop: (issue: Issue) => boolean): ReadonlyMap<Issue, Issue> {
  const byName = new Map<string, Issue>();
  for (const issue of issues) {
    if (issue.key !== '') byName.set(issue.key, issue);
    if (issue.id !== '' && !byName.has(issue.id)) byName.set(issue.id, issue);
  }
  const tops = new Map<Issue, Issue>();
  for (const issue of issues) {
    const seen = new Set<Issue>();
    let at: Issue | undefined = issue;
    while (at && !isTop(at) && !seen.has(at)) {
      seen.add(at);
      const parent: string | undefined = at.parents.find((name) => byName.has(name));
      at = parent === undefined ? undefined : byName.get(parent);
    }
    if (at && isTop(at)) tops.set(issue, at);
  }
  return tops;
}

const OUT = [
  'Issue key',
  'Name',
  'Description',
  'Stage',
  'Status',
  'Start date',
  'End date',
  'Capabilities',
  'Programme',
  'Jira project',
  'Issue type',
  'Priority',
  'Labels',
  'Sprints',
  'Issues',
  'Issues done',
  'Story points',
  'People assigned',
] as const;

const AREA = 'Area path';

/** The separator of gathered names, which names themselves do not have. */
const JOIN = '; ';
const joined = (names: Iterable<string>): string =>
  [...names].map((name) => name.replaceAll(';', ',')).join(JOIN);

/**
 * Gathers issues into a table of initiatives, a row an epic: components become capabilities, assignees only a number
 * of people, fix versions releases. Lists without epics keep every issue that lies below no other. People's names,
 * comments and work logs are left out; money that an issue at the top has comes along.
 */
export function gatherIssues(table: Table): {
  readonly table: Table;
  readonly releases: readonly JiraRelease[];
} {
  const found = findIssues(table);
  if (!found) return { table, releases: [] };
  const { row: headerRow, columns } = found;
  const issues: Issue[] = [];
  for (let row = headerRow + 1; row < table.rows.length; row += 1) {
    const cells = table.rows.at(row) ?? [];
    if (cells.some((cell) => !isBlank(cell))) issues.push(readIssue(cells, row, columns));
  }
  const epics = new Set(issues.filter(({ type }) => EPIC.test(type)));
  const above = issues.filter(({ type }) => ABOVE_EPIC.test(type));
  const parented = (issue: Issue): boolean => issue.parents.length > 0 || SUB_TASK.test(issue.type);
  const hasEpics = epics.size > 0;
  // What lies above epics is a programme of them, and an initiative only where it has none.
  const programmeOf = topsOf(issues, (issue) => ABOVE_EPIC.test(issue.type));
  const withEpics = new Set([...epics].map((epic) => programmeOf.get(epic)));
  const money = moneyColumns(table.rows.at(headerRow) ?? []);
  const hasMoney = ({ row }: Issue): boolean =>
    money.some(({ column }) => /[1-9]/.test(table.rows.at(row)?.[column] ?? ''));
  const withPaidEpics = new Set([...epics].filter(hasMoney).map((epic) => programmeOf.get(epic)));
  // Where it alone has the money, it is what was funded, and its epics are its parts.
  const isPaid = (issue: Issue | undefined): boolean =>
    issue !== undefined && hasMoney(issue) && !withPaidEpics.has(issue);
  const isTop = (issue: Issue): boolean =>
    !hasEpics
      ? !parented(issue)
      : epics.has(issue)
        ? !isPaid(programmeOf.get(issue))
        : above.includes(issue) && (!withEpics.has(issue) || isPaid(issue));
  const tops = topsOf(issues, isTop);
  const members = new Map<Issue, Issue[]>();
  for (const issue of issues) {
    const top = tops.get(issue);
    if (!top) continue;
    const list = members.get(top) ?? [];
    list.push(issue);
    members.set(top, list);
  }
  const summaryOf = (issue: Issue): string => textAt(table.rows.at(issue.row) ?? [], columns.summary);
  // Which team or part of the product an issue is of: only Azure DevOps says so.
  const hasArea = columns.area.length > 0;
  const rows: string[][] = [[...OUT, ...(hasArea ? [AREA] : []), ...money.map(({ name }) => name)]];
  const lines: number[] = [table.lines[headerRow] ?? 1];
  const releases: JiraRelease[] = [];
  for (const [top, own] of members) {
    const cells = table.rows.at(top.row) ?? [];
    const below = own.filter((issue) => issue !== top);
    const counted = below.length > 0 ? below : own;
    const people = new Set(own.flatMap(({ assignee }) => (assignee === '' ? [] : [matchKey(assignee)])));
    const points = own.flatMap((issue) => issue.points ?? []);
    const programme = programmeOf.get(top);
    const status = textAt(cells, columns.status);
    const ended = top.done ? textAt(cells, columns.resolved) : '';
    rows.push([
      top.key,
      summaryOf(top),
      textAt(cells, columns.description),
      stageOfStatus(status, textAt(cells, columns.category), textAt(cells, columns.resolution)),
      status,
      textAt(cells, columns.start),
      textAt(cells, columns.due) || ended,
      joined(new Set(own.flatMap(({ components }) => components))),
      programme && programme !== top ? summaryOf(programme) : '',
      textAt(cells, columns.project),
      top.type,
      textAt(cells, columns.priority),
      joined(allAt(cells, columns.labels)),
      joined(new Set(own.flatMap(({ sprints }) => sprints))),
      String(below.length),
      String(below.filter(({ done }) => done).length),
      points.length === 0 ? '' : String(points.reduce((sum, value) => sum + value, 0)),
      people.size === 0 ? '' : String(people.size),
      ...(hasArea ? [textAt(cells, columns.area)] : []),
      ...money.map(({ column }) => cells[column] ?? ''),
    ]);
    lines.push(table.lines[top.row] ?? 0);
    releases.push(...releasesOf(top, counted));
  }
  const left = issues.filter((issue) => !tops.has(issue) && !withEpics.has(issue));
  const everybody = new Set(issues.flatMap(({ assignee }) => (assignee === '' ? [] : [matchKey(assignee)])));
  const note = (what: SourceNote['what'], count: number, examples: readonly string[]): SourceNote[] =>
    count > 0 ? [{ what, count, examples: examples.slice(0, EXAMPLES) }] : [];
  return {
    table: {
      ...table,
      rows,
      lines,
      failedCells: [],
      notes: [
        ...(table.notes ?? []),
        ...note(
          'issuesGathered',
          issues.length - left.length,
          rows.slice(1).map((row) => row[1] ?? ''),
        ),
        ...note(
          'issuesLeft',
          left.length,
          left.map(({ key }) => key),
        ),
        ...note('peopleCounted', everybody.size, []),
      ],
    },
    releases,
  };
}

function releasesOf(epic: Issue, issues: readonly Issue[]): JiraRelease[] {
  const versions = new Map<string, Issue[]>();
  for (const issue of issues)
    for (const version of issue.versions) {
      const list = versions.get(version) ?? [];
      list.push(issue);
      versions.set(version, list);
    }
  return [...versions].map(([name, list]) => {
    const days = list.every(({ done }) => done) ? list.map(({ resolved }) => resolved) : [];
    return { epic: epic.key, name, share: list.length / issues.length, resolved: lastOf(days) };
  });
}

/** The latest of several days as Jira writes them, or null when one of them cannot be told. */
function lastOf(texts: readonly string[]): string | null {
  let [last, best] = ['', null as string | null];
  for (const text of texts) {
    const day = readDateText(tidyLine(text).text);
    if (day?.kind !== 'day') return null;
    const key = `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
    if (key > last) [last, best] = [key, key];
  }
  return best;
}
