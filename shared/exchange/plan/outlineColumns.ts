import { readHeader } from '../columns/fieldNames.ts';
import type { ImportPlan } from '../contract.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import { cellAt } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { outlinePath, pathAbove } from '../values/outlineNumber.ts';
import { readYesNo } from '../values/statusWords.ts';
import { namesCounter } from './rowNumbers.ts';

const SUMMARY =
  /^(?:is )?(?:summary|summary task|summary row|rollup|roll up|sammelvorgang|r[eé]capitulati(?:f|ve)|resumen|resumo|摘要|摘要任务|汇总行|是否汇总)$/;
const LEVEL =
  /^(?:outline level|wbs level|hierarchy level|level|indent|indent level|gliederungsebene|ebene|hierarchieebene|niveau|nivel|n[ií]vel|livello|大纲级别|层级|级别|階層|レベル|레벨|수준)$/;
const NUMBER =
  /^(?:wbs|wbs code|wbs no|outline number|outline|hierarchy|gliederungsnummer|gliederung|psp|psp code|大纲数字|大纲编号|层级编号|项目编号)$/;
/** In a list that is ordered by its levels the first rows show them. */
const ROWS_LOOKED = 300;

const headerKeys = (names: readonly string[]): readonly string[] =>
  names.map((name) => matchKey(tidyLine(name).text.replaceAll('_', ' ')));

/** The column that says by yes and no which rows sum those below them; null where there is none. */
export function summaryColumn(table: Table, { names }: ColumnNames, firstRow: number): number | null {
  const column = headerKeys(names).findIndex((key) => SUMMARY.test(key));
  if (column === -1) return null;
  const cells = [...distinctCells(table, column, firstRow)].filter((cell) => !isBlank(cell));
  if (cells.length === 0 || cells.length > 4) return null;
  const answers = cells.map((cell) => readYesNo(tidyLine(cell).text));
  return answers.includes(true) && answers.includes(false) && !answers.includes(null) ? column : null;
}

/** Where a row stands in the list's levels: what tells it, and whether a row is above another. */
export interface Levels {
  /** The level of a row, 0 for the uppermost; null for one that has none. */
  readonly of: (index: number) => number | null;
  /** Whether a row that stands above another by its level is so by its number as well. */
  readonly isAbove: (upper: number, lower: number) => boolean;
}

const always = (): boolean => true;

/** What says on which level each row of a list stands: a column of levels, of outline numbers, or names set in; null where nothing does. */
export function findLevels(
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
  firstRow: number,
  nameColumn: number,
): Levels | null {
  const { rows } = table;
  const last = Math.min(rows.length, firstRow + ROWS_LOOKED);
  const keys = headerKeys(names);
  const level = keys.findIndex((key) => LEVEL.test(key));
  if (level !== -1) {
    const said = [...distinctCells(table, level, firstRow)].filter((cell) => !isBlank(cell));
    if (said.length >= 2 && said.every((cell) => /^\s*\d\s*$/.test(cell)))
      return {
        of: (index) => {
          const cell = cellAt(rows, index, level).trim();
          return cell === '' ? null : Number(cell);
        },
        isAbove: always,
      };
  }
  const number = names.findIndex(
    (name, column) =>
      (column === plan.columns.externalId ||
        NUMBER.test(keys[column] ?? '') ||
        namesCounter(readHeader(tidyLine(name).text))) &&
      isOutline(table, column, firstRow, last),
  );
  if (number !== -1) {
    const pathAt = (index: number): string | null => outlinePath(cellAt(rows, index, number));
    return {
      of: (index) => pathAt(index)?.split('.').length ?? null,
      isAbove: (upper, lower) => (pathAt(lower) ?? '').startsWith(`${pathAt(upper)}.`),
    };
  }
  const indentAt = (index: number): number =>
    /^[\s\u3000]*/.exec(cellAt(rows, index, nameColumn))?.[0].length ?? 0;
  let [deepest, bare] = [0, false];
  for (let index = firstRow; index < last; index += 1) {
    if (isBlank(cellAt(rows, index, nameColumn))) continue;
    deepest = Math.max(deepest, indentAt(index));
    bare ||= indentAt(index) === 0;
  }
  return deepest >= 2 && bare ? { of: indentAt, isAbove: always } : null;
}

/** Whether the first cells of a column are outline numbers, one of them right above another. */
function isOutline({ rows }: Table, column: number, firstRow: number, last: number): boolean {
  const seen = new Set<string>();
  let pairs = 0;
  for (let index = firstRow; index < last; index += 1) {
    const cell = cellAt(rows, index, column);
    if (isBlank(cell)) continue;
    const path = outlinePath(cell);
    if (path === null) {
      if (/\d/.test(cell) && cell.length < 20) return false;
      continue;
    }
    if (seen.has(pathAbove(path) ?? '')) pairs += 1;
    seen.add(path);
  }
  return pairs > 0;
}
