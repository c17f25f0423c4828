import type { ReportTable } from '../../../shared/report/page.ts';
import type { Language } from '../../../shared/text/area.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { filled } from '../../../shared/text/filled.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { xmlText } from './xml.ts';

/**
 * Rows that a table shows at once. Ten thousand initiatives make tables of a hundred thousand rows in all, whose million
 * cells take seconds to open and no screen reader or checker gets through.
 */
export const ROWS_AT_ONCE = 300;
/** Rows that are added when more are asked for: forty thousand at once would stop a browser for ten seconds. */
export const ROWS_MORE = 2000;

/**
 * A table that scrolls sideways by itself; what the title says already is not shown twice. The further rows of a long one
 * stand in a `noscript`: whoever reads without scripts sees them, and for everybody else they are one text that the
 * page's script reads when they are asked for, and shows in portions.
 */
export function htmlTable(
  { caption, columns, rows }: ReportTable,
  title: string,
  language: Language,
): string {
  const words = reports[language];
  const number = (value: number): string => formatNumber(value, language);
  const numbers = columns.map(({ kind }, at) => (kind === 'number' ? ` n${at + 1}` : '')).join('');
  const tableOf = (inside: string): string =>
    `<table${numbers && ` class="${numbers.trim()}"`}>${inside}</table>`;
  const headOf = (wrap: (label: string) => string): string =>
    `<thead><tr>${columns.map(({ label }) => `<th scope="col">${wrap(xmlText(label))}</th>`).join('')}</tr></thead>`;
  const named = `<caption${caption === title ? ' class="said"' : ''}>${xmlText(caption)}</caption>`;
  const shown = rows.length > ROWS_AT_ONCE ? rows.slice(0, ROWS_AT_ONCE) : rows;
  const table = tableOf(named + headOf((label) => `<button type="button">${label}</button>`) + bodyOf(shown));
  const rest = rows.slice(shown.length);
  const kept =
    rest.length > 0 ? `<noscript>${tableOf(headOf((label) => label) + bodyOf(rest))}</noscript>` : '';
  const all = number(rows.length);
  const cut = (shown: string): string => filled(words['cut.rows'], { shown, all });
  const showAll = filled(words['html.showAll'], { all });
  const more =
    rest.length > 0
      ? `<p class="more" data-said="${xmlText(cut('{{shown}}'))}" data-all="${xmlText(showAll)}"><span role="status">${xmlText(cut(number(shown.length)))}</span> <button type="button">${xmlText(rest.length > ROWS_MORE ? filled(words['html.showMore'], { count: number(ROWS_MORE) }) : showAll)}</button></p>`
      : '';
  return `${more}<div class="scroll" tabindex="0" role="region" aria-label="${xmlText(caption)}">${table}${kept}</div>`;
}

/** The style that sets numbers to the right: a table names its columns of numbers in its class, not in each cell. */
export function numbersToTheRight(tables: readonly ReportTable[]): string {
  const most = Math.max(0, ...tables.map(({ columns }) => columns.length));
  return Array.from(
    { length: most },
    (_, at) => `.n${at + 1} tr>:nth-child(${at + 1}){text-align:right}`,
  ).join('');
}

const bodyOf = (rows: ReportTable['rows']): string =>
  `<tbody>${rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`).join('')}</tbody>`;

/** A cell says what it sorts by where that is not what stands there. */
function cellOf({ value, text }: ReportTable['rows'][number][number]): string {
  const key = String(value ?? '');
  return `<td${key === text ? '' : ` data-v="${xmlText(key)}"`}>${xmlText(text)}</td>`;
}
