import type { ImportField } from '../importFields.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { HeaderWords } from './fieldNames.ts';

/** Of two amounts or days of one kind, the one that was first agreed. */
export const FIRST =
  /\b(?:original|initial|requested|oorspronkelijke?|initieel|initiele|initiële|oprindelig[te]?|ursprünglich\w*|previsionnel|prévisionnel|initiale?)\b|原定|原始|原计划|原核定/;
/** What holds now. */
export const NOW =
  /\bactualis|\b(?:current|revised|anticipated|latest|updated|approved|target|expected|forecast|schedule[ds]?|revidere[td]e?|revidert|revidier\w*|actueel|actuele?|aktuelt?|herijkte|geactualiseerde|aktuell\w*|recalé|recale|forvente[dt]e?)\b|\br[ée]vis[ée]e?(?!\p{L})|当前|现行|调整后|修正后|修订后|最新/u;
/** What was said the last time, beside what is said now. */
const BEFORE = /\b(?:last|previous|prior)\b|上期|上月|上季度|前回/;
/** The money of one year, which is not all of it. */
export const ONE_YEAR =
  /(?:^|\D)(?:19|20)\d\d(?!\d)|\bfy ?\d\d|\b(?:financial|fiscal|in|this|current) year\b|年度|(?:令和|平成)\d+年/;
const ALL_YEARS = /\b(?:whole[- ]life|whole of life|lifetime|life ?cycle|wlc)\b/;
/** Words for one part of what something costs. */
export const PART =
  /\b(?:cap ?ex|op ?ex|capital|operating|operational|revenue|internal|external|hardware|software|labou?r|staff|licen[cs]es?|one time|one off|recurring|run|change)\b|资本性|费用性|资本化|费用化|运营|硬件|软件|内部|外部|建设|运维/;
/** All of some money, where other columns hold parts of it. */
export const TOTAL =
  /^(?:(?:grand|overall|project|programme|program|all years) )?total(?: (?:fy ?)?\d{2,4}| all years)?$|^(?:合计|总计|gesamt|summe|合計|합계)$/;
const BASELINE = /\bbaseline\b/;
/** A day as it was planned or approved, and as it is expected by now. */
const PLANNED_DAY = /\b(?:planned|approved|geplant\w*|plan|pr[ée]vue?|prevista?)\b|计划|計画/u;
const EXPECTED_DAY =
  /\b(?:forecast|projected|anticipated|estimated|prognos\w*|current|aktuell\w*|actueel|actuele?)\b|预测/;
const LESSER = 2;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** A year in a header, with the month or quarter before it: DCA 2025, RAG (Mar 2025), Status Q1 2025. */
const WHEN = new RegExp(`(?:\\b(?:(${MONTHS.join('|')})[a-z]*|q([1-4])) )?((?:19|20)\\d\\d)`);

/** Whether two headers differ by their time alone, and the first has the later one. */
function isLater(header: string, than: string): boolean {
  const [time, before] = [WHEN.exec(header), WHEN.exec(than)];
  if (time === null || before === null) return false;
  const monthOf = ([, month = '', quarter = '', year = '']: readonly string[]): number =>
    Number(year) * 12 + (quarter === '' ? MONTHS.indexOf(month) + 1 : Number(quarter) * 3);
  return monthOf(time) > monthOf(before) && header.replace(time[0], '') === than.replace(before[0], '');
}
const NEARLY_FILLED = 0.05;
/** So many different values a column of ids has. */
const DISTINCT = 0.95;
/** A status of something else, such as a contract, is claimed with so many points less. */
const NEAR = 25;

/** Whether a column was made of another one and a third: it says the names of both behind its own. */
export const isMadeOf = (made: string, column: string, headers: readonly HeaderWords[]): boolean =>
  headers.some(
    ({ phrase }) =>
      phrase !== '' && (made.endsWith(` ${column} ${phrase}`) || made.endsWith(` ${phrase} ${column}`)),
  );

/** Columns that say less of a field than another one that names it too: the first plan where the present one is there, a year where the whole is. */
export function preferWhole(
  claims: readonly Claim[],
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
): Claim[] {
  const said = (column: number): string => headers[column]?.phrase ?? '';
  const filled = (column: number): number => profiles[column]?.filled ?? 0;
  return claims.map((claim) => {
    const { field, column, score } = claim;
    const isMoney = field === 'budget' || field === 'spent';
    if (BEFORE.test(said(column))) {
      const now = claims.filter((other) => other.field === field && !BEFORE.test(said(other.column)));
      if (now.length > 0)
        return { ...claim, score: Math.min(score, ...now.map((other) => other.score - LESSER)) };
    }
    if (field === 'externalId') {
      // Beside codes, numbers from one on are those of the rows: an export has both.
      const { looksLike, samples = [] } = profiles[column] ?? {};
      const codes = claims.filter((other) => {
        const profile = profiles[other.column];
        return other.field === field && profile?.looksLike === 'text' && profile.distinctShare >= DISTINCT;
      });
      return codes.length === 0 || looksLike !== 'number' || !/^[01]$/.test(samples[0] ?? '')
        ? claim
        : { ...claim, score: Math.min(score, ...codes.map((other) => other.score - LESSER)) };
    }
    if (field === 'status' || field === 'stage') {
      const settled = (at: number): number => profiles[at]?.settledShare ?? 0;
      // In "Closure" and "Completed", or in "Execution" and "Cancelled", it is the second that says how it ended.
      const later = claims.filter(
        (other) =>
          other.field === field &&
          (isLater(said(other.column), said(column)) ||
            (field === 'stage' && settled(other.column) > settled(column) && other.score > score - NEAR)),
      );
      return later.length === 0
        ? claim
        : { ...claim, score: Math.min(score, ...later.map((other) => other.score - LESSER)) };
    }
    if (!isMoney && field !== 'startDate' && field !== 'endDate') return claim;
    // A day of the baseline is the one first agreed; an amount of it is what was approved.
    const isFirst = (at: number): boolean => FIRST.test(said(at)) || (!isMoney && BASELINE.test(said(at)));
    // Amounts that are all zero were never filled in.
    const isNothing = isMoney && profiles[column]?.zeroShare === 1;
    const better = claims.filter(
      (other) =>
        other.field === field &&
        other.column !== column &&
        ((isFirst(column) &&
          NOW.test(said(other.column)) &&
          !isFirst(other.column) &&
          // What is filled only where something was revised does not say what holds everywhere.
          filled(other.column) >= filled(column) - NEARLY_FILLED) ||
          (!isMoney &&
            (PLANNED_DAY.test(said(column)) || isFirst(column)) &&
            EXPECTED_DAY.test(said(other.column)) &&
            !isFirst(other.column) &&
            filled(other.column) >= filled(column) - NEARLY_FILLED) ||
          isMadeOf(said(other.column), said(column), headers) ||
          (isMoney && ONE_YEAR.test(said(column)) && !ONE_YEAR.test(said(other.column))) ||
          (isMoney && PART.test(said(column)) && TOTAL.test(said(other.column))) ||
          // All of the money as it was said in a year: what was said later holds.
          (isMoney && ALL_YEARS.test(said(column)) && isLater(said(other.column), said(column))) ||
          (isNothing && profiles[other.column]?.zeroShare !== 1)),
    );
    return better.length === 0
      ? claim
      : { ...claim, score: Math.min(score, ...better.map((other) => other.score - LESSER)) };
  });
}

/** That a column holds a field, and how well its name and values say so. */
export interface Claim {
  readonly field: ImportField;
  readonly column: number;
  readonly score: number;
}
