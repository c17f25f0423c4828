import { matchKey, tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { findDateOrders } from '../values/dateOrders.ts';
import { readDateText } from '../values/dateText.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { resolveDate } from '../values/resolveDate.ts';
import { readYesNo } from '../values/statusWords.ts';
import { levelsOf } from './planLevels.ts';

/** Headers of MS Project's tables by what they mean, in English, German and Chinese; `_` counts as a space. */
const HEADERS = {
  id: ['id', 'nr.', 'nr', '标识号'],
  uid: ['unique id', 'eindeutige nr.', 'eindeutige nummer', '唯一标识号'],
  name: ['task name', 'name', 'vorgangsname', '任务名称'],
  level: ['outline level', 'gliederungsebene', '大纲级别'],
  number: ['outline number', 'wbs', 'gliederungsnummer', 'psp-code', '大纲数字', '大纲编号'],
  summary: ['summary', 'sammelvorgang', '摘要', '摘要任务'],
  milestone: ['milestone', 'meilenstein', '里程碑'],
  active: ['active', 'aktiv', '活动', '活动状态'],
  mode: ['task mode', 'vorgangsmodus', '任务模式'],
  duration: ['duration', 'dauer', '工期'],
  work: ['work', 'arbeit', '工时'],
  start: ['start', 'start date', 'anfang', 'starttermin', '开始时间', '开始日期'],
  finish: ['finish', 'finish date', 'ende', 'fertig stellen', 'endtermin', '完成时间', '完成日期'],
  baselineStart: ['baseline start', 'geplanter anfang', '基线开始时间', '比较基准开始时间'],
  baselineFinish: ['baseline finish', 'geplantes ende', '基线完成时间', '比较基准完成时间'],
  actualStart: ['actual start', 'aktueller anfang', 'ist-anfang', '实际开始时间'],
  actualFinish: ['actual finish', 'aktuelles ende', 'ist-ende', '实际完成时间'],
  cost: ['cost', 'total cost', 'kosten', 'gesamtkosten', '成本', '总成本'],
  baselineCost: ['baseline cost', 'geplante kosten', '基线成本', '比较基准成本'],
  actualCost: ['actual cost', 'aktuelle kosten', 'ist-kosten', '实际成本'],
  complete: [
    '% complete',
    'percent complete',
    '% abgeschlossen',
    'prozent abgeschlossen',
    '完成百分比',
    '% 完成',
  ],
  predecessors: ['predecessors', 'vorgänger', '前置任务'],
  resources: ['resource names', 'ressourcennamen', '资源名称'],
  notes: ['notes', 'notizen', '备注'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** What a column of a plan's table holds. */
export type Field = keyof typeof HEADERS;
export type Columns = Readonly<Partial<Record<Field, number>>>;

const HEADER_ROWS = 10;
const MOST_LEVEL = 50;

/** A plan's rows, in a table that is one. */
export interface PlanRows {
  readonly headerRow: number;
  readonly columns: Columns;
  readonly rows: readonly Row[];
}

/** A row that is a task of the plan. */
interface Row {
  readonly index: number;
  readonly name: string;
  readonly level: number;
  readonly summary: boolean;
  readonly milestone: boolean;
}

function columnsOf(header: readonly string[]): Columns {
  const keys = header.map((cell) => matchKey(tidyLine(cell).text.replaceAll('_', ' ')));
  const found: Partial<Record<Field, number>> = {};
  for (const [field, words] of Object.entries(HEADERS) as [Field, readonly string[]][])
    for (const word of words) {
      const column = keys.indexOf(word);
      if (column === -1) continue;
      found[field] = column;
      break;
    }
  return found;
}

/** The level of a row by its own column, else by the parts of its number; null where neither says one. */
function levelOf(cells: readonly string[], { level, number }: Columns): number | null {
  const said = (cells[level ?? -1] ?? '').trim();
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const parts = (cells[number ?? -1] ?? '').trim();
  return /^\d+(?:\.\d+)*\.?$/.test(parts)
    ? Math.min(MOST_LEVEL, parts.replace(/\.$/, '').split('.').length)
    : null;
}

/** Finds the tasks of a plan as MS Project exports it; null for a table that is none. */
export function findRows(table: Table): PlanRows | null {
  for (const [headerRow, cells] of table.rows.slice(0, HEADER_ROWS).entries()) {
    const columns = columnsOf(cells);
    const { name, start, finish, level, number, summary, duration, predecessors, mode } = columns;
    if (name === undefined || start === undefined || finish === undefined) continue;
    if ((level ?? number ?? summary) === undefined || (duration ?? predecessors ?? mode) === undefined)
      continue;
    const rows = readRows(table, headerRow, columns);
    // Tasks of which none stands above another are a list like any other.
    return rows.some(({ summary }) => summary) ? { headerRow, columns, rows } : null;
  }
  return null;
}

function readRows(table: Table, headerRow: number, columns: Columns): readonly Row[] {
  const says = (cells: readonly string[], field: Field): boolean | null =>
    readYesNo(tidyLine(cells[columns[field] ?? -1] ?? '').text);
  const isLevelled = (columns.level ?? columns.number) !== undefined;
  const rows: Row[] = [];
  for (let index = headerRow + 1; index < table.rows.length; index += 1) {
    const cells = table.rows.at(index) ?? [];
    const name = tidyLine(cells[columns.name ?? -1] ?? '').text;
    const level = isLevelled ? levelOf(cells, columns) : 1;
    if (name === '' || level === null || says(cells, 'active') === false) continue;
    const nothing = /^0(?:[.,]0+)?(?:\D|$)/.test((cells[columns.duration ?? -1] ?? '').trim());
    const summary = !isLevelled && says(cells, 'summary') === true;
    rows.push({ index, name, level, summary, milestone: says(cells, 'milestone') ?? (nothing && !summary) });
  }
  if (!isLevelled) return withLevels(table, headerRow, columns, rows);
  return rows.map((row, at) => ({ ...row, summary: (rows[at + 1]?.level ?? 0) > row.level }));
}

/** The rows with the levels that they have by which of them are summaries, their dates and their costs. */
function withLevels(
  table: Table,
  headerRow: number,
  { start = -1, finish = -1, cost = -1 }: Columns,
  rows: readonly Row[],
): readonly Row[] {
  const firstRow = headerRow + 1;
  const spans = [start, finish] as const;
  const orders = findDateOrders(table, spans, firstRow, { spans, american: false });
  const dayAt = (index: number, column: number, side: 'start' | 'end'): string | null => {
    const read = readDateText(tidyLine(table.rows.at(index)?.[column] ?? '').text);
    const order = orders[String(column)] ?? 'dayFirst';
    const day = read === null ? null : resolveDate(read, { order, spans: false }, side, 1);
    return day === null || typeof day === 'string' ? null : day.date;
  };
  const comma = commaIsDecimal(columnCells(table.rows, cost, firstRow));
  const costAt = (index: number): number | null => {
    const amount = readAmount(tidyLine(table.rows.at(index)?.[cost] ?? '').text, comma);
    return typeof amount === 'string' ? null : amount.value * (amount.scale ?? 1);
  };
  const levels = levelsOf(
    rows.map(({ index, summary }) => ({
      summary,
      start: dayAt(index, start, 'start'),
      finish: dayAt(index, finish, 'end'),
      cost: costAt(index),
    })),
  );
  return rows.map((row, at) => ({ ...row, level: levels[at] ?? 1 }));
}

/** Whether a table is a plan as MS Project exports it: tasks with levels, some of them above others. */
export function isPlanTable(table: Table): boolean {
  return findRows(table) !== null;
}
