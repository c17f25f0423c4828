import { type DetectedPlan, detectPlan } from '../plan/detectPlan.ts';
import { isPivot } from '../shape/pivotTable.ts';
import { matchKey, tidyLine } from '../table/cellText.ts';
import { joinColumn, ownIds } from './chooseTables.ts';
import { headerWords, namesRole } from './listNames.ts';
import type { OtherTable } from './otherTable.ts';

/** Sheets that hold what was, or help to fill in the others. */
const ASIDE =
  /\b(?:old|archived?|backup|copy|draft|template|example|sample|lookups?|lists?|drop ?downs?|legend|read ?me|instructions?|history|change ?log)\b|旧|备份|存档|归档|模板|样例|示例|字典|说明|历史/i;
/** Registers whose rows are no activities, releases or contracts, whatever else their columns name. */
const REGISTER =
  /\b(?:risks?|issues?|benefits?|decisions?|dependenc(?:y|ies)|actions?|lessons?|changes?|time ?sheets?|hours)\b|风险|问题|收益|决策|依赖|变更|工时/i;
/** So many of a sheet's names of columns stand in the list as well where it is another state of the same. */
const SAME = 0.6;

/** How the rows of a sheet are tied to the initiatives of a list: they say more of them, belong to them, or only name them. */
export type Tie = 'more' | 'belongs' | 'names';

/** What a list calls its initiatives, to be compared with the other sheets of its workbook. */
export interface Tying {
  readonly plan: DetectedPlan;
  readonly ids: ReadonlySet<string>;
}

/** Reads the list to which sheets may be tied; null where its rows are no initiatives. */
export function tyingOf(list: OtherTable): Tying | null {
  const plan = detectPlan(list.table, {}, list, 'USD');
  if ((plan.plan.rows ?? 'initiatives') !== 'initiatives') return null;
  return { plan, ids: ownIds(list.table, plan.plan) };
}

/** How a sheet of which nobody said anything is tied to a list; null where it is not, or is another state of it. */
export function tieOf(list: Tying, sheet: OtherTable): Tie | null {
  const { plan, names } = detectPlan(sheet.table, { rows: 'initiatives' }, sheet, 'USD');
  const above = sheet.table.rows.slice(0, plan.headerRow).flat();
  if (ASIDE.test(headerWords(sheet.fileName)) || isPivot([...names.names, ...above])) return null;
  const join = joinColumn(sheet.table, plan.headerRow, list.ids);
  if (join === null) return null;
  const own = new Set(list.plan.names.names.map(matchKey));
  const again = names.names.filter((name) => own.has(matchKey(name)));
  if (again.length >= SAME * names.names.length && names.names.length > 2) return null;
  const { name, externalId } = plan.columns;
  const isOnce = ownIds(sheet.table, { ...plan, columns: { name: join } }).size > 0;
  const isRegister = (said: string): boolean => REGISTER.test(headerWords(tidyLine(said).text));
  if (isRegister(sheet.fileName)) return 'names';
  if (isOnce && (join === name || join === externalId)) {
    const fresh = Object.keys(plan.columns).filter((field) => !Object.hasOwn(list.plan.plan.columns, field));
    return fresh.length > 0 ? 'more' : null;
  }
  return !names.names.some(isRegister) && namesRole(sheet.fileName, names.names) ? 'belongs' : 'names';
}
