import { type PortfolioIndex, portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { overloadOf, type TeamLoad } from '../../../shared/analysis/teamLoad.ts';
import { type Initiative, type PortfolioRecords, stages } from '../../../shared/domain/records.ts';
import type { LoadCell, TimelineRow } from '../../charts/timeline/rows.ts';
import type { TimelineData, TimelineItem } from '../../charts/timeline/timelineData.ts';
import type { Grouping, Order } from './timelineStore.ts';

/** A group by the id of what it stands for; null gathers those of which it is not known. */
interface Place {
  readonly id: string | null;
  readonly title: string;
}

const unknown: readonly Place[] = [{ id: null, title: '' }];

/** What an initiative belongs to under a grouping; several where it serves several. */
function placesOf(
  initiative: Initiative,
  by: Exclude<Grouping, 'none'>,
  records: PortfolioRecords,
  index: PortfolioIndex,
): readonly Place[] {
  const plain = (id: string | null): readonly Place[] => (id ? [{ id, title: id }] : unknown);
  const many = (ids: readonly string[], table: 'capability' | 'outcome' | 'partner'): readonly Place[] => {
    if (ids.length === 0) return unknown;
    return [...new Set(ids)].map((id) => ({ id, title: records[table][id]?.name ?? id }));
  };
  const { id } = initiative;
  switch (by) {
    case 'owner':
      return plain(initiative.owner);
    case 'mode':
      return plain(initiative.mode);
    case 'stage':
      return plain(initiative.stage);
    case 'team': {
      const { teamId } = initiative;
      return teamId === null ? unknown : [{ id: teamId, title: records.team[teamId]?.name ?? teamId }];
    }
    case 'capability':
      return many(
        (index.contributions.get(id) ?? []).map((each) => each.capabilityId),
        'capability',
      );
    case 'outcome':
      return many(
        (index.outcomeLinks.get(id) ?? []).map((each) => each.outcomeId),
        'outcome',
      );
    case 'partner':
      return many(
        (index.engagements.get(id) ?? []).map((each) => each.partnerId),
        'partner',
      );
  }
}

/** The words of groups and the language's order of them. */
export interface GroupWords {
  readonly unknown: (by: Exclude<Grouping, 'none'>) => string;
  readonly undated: string;
  /** The name of a mode or a stage. */
  readonly choice: (by: 'mode' | 'stage', id: string) => string;
  readonly compare: (a: string, b: string) => number;
}

const isUndated = ({ schedule }: TimelineItem): boolean => schedule.start === null && schedule.end === null;

/** Initiatives in the wished order; what has no date to go by comes last. */
export function orderItems(items: readonly TimelineItem[], order: Order): readonly TimelineItem[] {
  if (order === 'list') return items;
  const first = (item: TimelineItem): number =>
    (order === 'start' ? item.schedule.start : item.schedule.end) ?? Number.POSITIVE_INFINITY;
  const second = (item: TimelineItem): number =>
    (order === 'start' ? item.schedule.end : item.schedule.start) ?? Number.POSITIVE_INFINITY;
  const less = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...items].sort((a, b) => less(first(a), first(b)) || less(second(a), second(b)));
}

/** The lines of the timeline. Without groups, what has no dates stands under a quiet heading at the end. */
export function timelineRows(
  items: readonly TimelineItem[],
  by: Grouping,
  collapsed: ReadonlySet<string>,
  records: PortfolioRecords,
  words: GroupWords,
  loadOf: ((teamId: string) => readonly LoadCell[] | null) | null,
): readonly TimelineRow[] {
  if (by === 'none') {
    const undated = items.filter(isUndated);
    const rows: TimelineRow[] = items
      .filter((item) => !isUndated(item))
      .map((item) => ({ kind: 'item', key: item.id, item }));
    if (undated.length === 0) return rows;
    return [...rows, ...groupOf('undated', words.undated, undated, collapsed, null)];
  }
  const index = portfolioIndex(records);
  const groups = new Map<string | null, { title: string; items: TimelineItem[] }>();
  for (const item of items) {
    for (const { id, title } of placesOf(item.initiative, by, records, index)) {
      const group = groups.get(id);
      if (group) group.items.push(item);
      else groups.set(id, { title, items: [item] });
    }
  }
  const named = [...groups].map(([id, group]) => ({
    id,
    title:
      id === null ? words.unknown(by) : by === 'mode' || by === 'stage' ? words.choice(by, id) : group.title,
    items: group.items,
  }));
  named.sort((a, b) => {
    if (a.id === null || b.id === null) return a.id === b.id ? 0 : a.id === null ? 1 : -1;
    if (by === 'stage') return stageOrder(a.id) - stageOrder(b.id);
    if (by === 'mode') return a.id === 'project' ? -1 : 1;
    return words.compare(a.title, b.title);
  });
  return named.flatMap(({ id, title, items: own }) =>
    groupOf(
      id === null ? `${by}?` : `${by}=${id}`,
      title,
      own,
      collapsed,
      by === 'team' && id !== null && loadOf ? loadOf(id) : null,
    ),
  );
}

const stageOrder = (stage: string): number => (stages as readonly string[]).indexOf(stage);

function groupOf(
  key: string,
  title: string,
  items: readonly TimelineItem[],
  collapsed: ReadonlySet<string>,
  load: readonly LoadCell[] | null,
): readonly TimelineRow[] {
  const isCollapsed = collapsed.has(key);
  const head: TimelineRow = { kind: 'group', key, title, count: items.length, collapsed: isCollapsed, load };
  if (isCollapsed) return [head];
  return [head, ...items.map((item): TimelineRow => ({ kind: 'item', key: `${key}/${item.id}`, item }))];
}

/** A team's load as the cells of its line. */
export function loadCells(
  { size, loads }: TeamLoad,
  spans: readonly { readonly from: number; readonly to: number }[],
): readonly LoadCell[] {
  return loads.map((load, at) => ({
    ...load,
    from: spans[at]!.from,
    to: spans[at]!.to,
    overload: overloadOf(load, size),
  }));
}

/** How many initiatives are at work on a day, and how many of those end within the days after it. */
export function atWork(
  items: Iterable<TimelineItem>,
  day: number,
  within: number,
): {
  readonly projects: number;
  readonly products: number;
  readonly soon: number;
  /** Those that may be at work: one of their two dates is not known, and the other does not rule it out. */
  readonly unsure: number;
} {
  let [projects, products, soon, unsure] = [0, 0, 0, 0];
  for (const { initiative, schedule } of items) {
    const { start, end } = schedule;
    if (initiative.stage === 'stopped') continue;
    if ((start === null && end === null) || (start !== null && start > day) || (end !== null && end <= day))
      continue;
    // A project whose end nobody knows may be over; only a product team without an end surely goes on.
    if (start === null || (end === null && initiative.mode === 'project')) {
      if (initiative.stage !== 'done') unsure += 1;
      continue;
    }
    if (initiative.mode === 'project') projects += 1;
    else products += 1;
    if (end !== null && end <= day + within) soon += 1;
  }
  return { projects, products, soon, unsure };
}

/** The shown items of a timeline, each once, in order. */
export function itemsOf(data: TimelineData, ids: Iterable<string>): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const id of ids) {
    const item = data.items.get(id);
    if (item) items.push(item);
  }
  return items;
}
