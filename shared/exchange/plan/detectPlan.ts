import { isChilean, saysPesosByM } from '../columns/chileanPesos.ts';
import { type ColumnProfile, profileColumns } from '../columns/columnProfile.ts';
import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { type ColumnMatch, matchColumns } from '../columns/matchColumns.ts';
import { findReadings } from '../columns/readingColumns.ts';
import { statedMoney } from '../columns/unitProse.ts';
import type { ImportPlan, MoneyUnit } from '../contract.ts';
import { type ImportField, listFields } from '../importFields.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import { type ColumnNames, columnNames, type Table, tableWidth } from '../table/table.ts';
import {
  crownOf,
  currencyColumn,
  currencyFits,
  dollarOf,
  firstOf,
  SHARED_SIGNS,
  saysCurrency,
} from '../values/currencies.ts';
import { currencyTold, TOLD_BY_PLACES } from '../values/currencyPlaces.ts';
import { findDateOrders } from '../values/dateOrders.ts';
import { readAmount } from '../values/moneyText.ts';
import { splitAt } from '../values/splitNames.ts';
import { unitBeside } from '../values/unitBeside.ts';
import { detectSubject } from './detectSubject.ts';
import { findHeader } from './headerRow.ts';
import { markRowNumbers } from './rowNumbers.ts';

export const moneyFields = ['budget', 'spent', 'valuePerMonth'] as const;
export const dateFields = ['startDate', 'endDate'] as const;

const PRODUCTS =
  /^products?(?: name| title)?$|^产品(?:名称)?$|^(?:product )?(?:team|squad)s?(?: name)?$|^(?:产品)?团队(?:名称)?$/;

/** A plan made whole, and what was seen of the table on the way. */
export interface DetectedPlan {
  readonly plan: ImportPlan;
  readonly names: ColumnNames;
  readonly profiles: readonly ColumnProfile[];
  readonly matches: ReadonlyMap<ImportField, ColumnMatch>;
  /** True when the field names run down the first column. */
  readonly transposed: boolean;
}

/**
 * The list's currency: what its headers or cells name; for a `$`, Rs or pesos, that of the country which the list speaks of; a sign
 * that several currencies share else stays the portfolio's when it can.
 */
function findCurrency(
  written: readonly string[],
  portfolioCurrency: string,
  headers: readonly string[],
  ofPlaces: (sign: string) => string | undefined,
): string {
  const chinese = headers.some((name) => /[\u4e00-\u9fff]/.test(name));
  const clear = written.find((code) => !SHARED_SIGNS.has(code));
  if (clear) return clear;
  // Who writes pesos as well means them by his $.
  const sign = written.includes('peso') ? 'peso' : written[0];
  const told = sign !== undefined && TOLD_BY_PLACES.has(sign) ? ofPlaces(sign) : undefined;
  if (told !== undefined) return told;
  if (sign === '¥' && headers.some((name) => /[\u3040-\u30ff]/.test(name))) return 'JPY';
  if (sign === undefined || currencyFits(sign, portfolioCurrency)) return portfolioCurrency;
  if (sign === 'kr') return crownOf(headers);
  if (sign === '元') return dollarOf(headers);
  if (sign === '¥') return chinese ? 'CNY' : 'JPY';
  return firstOf(sign) ?? 'USD';
}

/** The unit that the list's own prose proves: `£2,013.02` in the column and `£2013.02m` in a comment of the same row. */
function unitFromProse(table: Table, column: number, firstRow: number): MoneyUnit | null {
  const found = new Map<MoneyUnit, number>();
  const last = Math.min(table.rows.length, firstRow + 400);
  for (let index = firstRow; index < last; index += 1) {
    const row = table.rows.at(index) ?? [];
    const amount = readAmount(row[column] ?? '');
    if (typeof amount === 'string' || amount.value < 1 || amount.scale !== null) continue;
    const digits = amount.value
      .toFixed(2)
      .replace(/\.?0+$/, '')
      .replace('.', '\\.');
    const pattern = new RegExp(`(?<![\\d.,])${digits}(?:\\.?0+)?\\s?(m|mn|million|bn|billion|k)\\b`, 'i');
    for (const [other, cell] of row.entries()) {
      if (other === column || cell.length < 12) continue;
      const word = pattern.exec(cell.replace(/(\d),(?=\d{3})/g, '$1'))?.[1]?.toLowerCase();
      if (word === undefined) continue;
      const unit = word.startsWith('m') ? 'millions' : word.startsWith('b') ? 'billions' : 'thousands';
      found.set(unit, (found.get(unit) ?? 0) + 1);
      break;
    }
  }
  const [best, second] = [...found].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 3 && best[1] > 3 * (second?.[1] ?? 0) ? best[0] : null;
}

/**
 * The sign between several names in one cell: one that the cells use; a comma only when its parts stand alone elsewhere,
 * or are names that are `known`.
 */
function findSeparator(cells: ReadonlySet<string>, known: ReadonlySet<string>): string | null {
  for (const separator of [';', '；', '|', '、', '\n'])
    for (const cell of cells) if (cell.trim().includes(separator)) return separator;
  for (const separator of [',', '，']) {
    // A name may have a comma of its own.
    const isOne = (cell: string): boolean => !cell.includes(separator) || splitAt(cell, separator).length < 2;
    const split = [...cells].filter((cell) => !isOne(cell) && !known.has(matchKey(cell)));
    if (split.length === 0) continue;
    const alone = new Set([...cells].filter(isOne).map(matchKey));
    for (const name of known) alone.add(name);
    const parts = new Set(split.flatMap((cell) => splitAt(cell, separator).map(matchKey)));
    if ([...parts].filter((part) => alone.has(part)).length >= 2) return separator;
  }
  return null;
}

/** A column named in the plural has several names in a cell. */
const PLURAL =
  /(?:capabilities|functions|partners|suppliers|vendors|contractors|outcomes|segments|leveranciers|leverandører|leverandorer|prestataires|fournisseurs|dienstleister|lieferanten|proveedores|fornecedores|fornitori|fähigkeiten|capacités métier)$|\ball that apply\b/;
/** What stands behind a comma inside a name: the form of a company, or the last of what it is made of. */
const INSIDE =
  /,\s*(?:inc|ltd|llc|llp|plc|co|corp|gmbh|ag|sa|s\.a|bv|b\.v|lp|pty|pte|and|&|und|et|y)\b|,[^,]*\s(?:and|&|und|et|y)\s/i;

/** A comma between Chinese words: no name has one inside. */
const HAN_COMMA = /[\u3400-\u9fff）)]\s*[,，]\s*[\u3400-\u9fff]/;
const isHanList = (cells: ReadonlySet<string>): boolean =>
  [...cells].every((cell) => !cell.includes(',') || HAN_COMMA.test(cell));

/** A comma as the sign between names, where a column of many has it in none of its names. */
function commaOfMany(cells: ReadonlySet<string>): string | null {
  const split = [...cells].filter((cell) => cell.includes(','));
  return split.length > 0 && !split.some((cell) => INSIDE.test(cell)) ? ',' : null;
}

const NOTHING: ReadonlySet<string> = new Set();
/** How well a header must name a field, and what share of its values be known, for codes such as 1.2 to be names. */
const NAMED = 70;
const MOSTLY = 0.5;

/** Columns that name records of other lists by codes that look like numbers: known only where those are. */
function columnsOfCodes(
  table: Table,
  firstRow: number,
  headers: readonly HeaderWords[],
  matches: ReadonlyMap<ImportField, ColumnMatch>,
  known: ReadonlySet<string>,
): Partial<Record<ImportField, number>> {
  if (known.size === 0) return {};
  const used = new Set([...matches.values()].map(({ column }) => column));
  const share = (column: number): number => {
    const cells = [...distinctCells(table, column, firstRow)].filter((cell) => !isBlank(cell));
    return cells.filter((cell) => known.has(matchKey(cell))).length / Math.max(1, cells.length);
  };
  return Object.fromEntries(
    listFields.flatMap((field) => {
      if (matches.has(field)) return [];
      const column = headers.findIndex(
        (header, index) => !used.has(index) && headerScore(field, header) >= NAMED && share(index) >= MOSTLY,
      );
      return column === -1 ? [] : [[field, column] as const];
    }),
  );
}

/** How sure a column is by a name that was made from what stands in it. */
const BY_MADE_NAME = 0.6;

const guessed = (matches: ReadonlyMap<ImportField, ColumnMatch>): ReadonlyMap<ImportField, ColumnMatch> =>
  new Map(
    [...matches].map(([field, match]) => [
      field,
      match.by === 'values' ? match : { ...match, by: 'values', sure: match.sure * BY_MADE_NAME },
    ]),
  );

const defined = (
  value: { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined },
): Partial<ImportPlan> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));

/**
 * Completes a plan: what `given` says stays, everything else is found in the table. Matches made by the person are
 * those in `given.columns`. The plan may lack a name column; reading then refuses.
 */
export function detectPlan(
  table: Table,
  given: { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined },
  found: {
    readonly encoding: string;
    readonly delimiter: string;
    /** What cells may name, by `matchKey`: records that are there, or in a list that came with this one. */
    readonly known?: ReadonlySet<string>;
    /** Lists that came with this one, whose rows may name its rows by their numbers. */
    readonly beside?: readonly { readonly table: Table }[];
    /** Whether the portfolio holds money: a sign that its currency shares with others then stays its own. */
    readonly moneyHeld?: boolean;
  },
  portfolioCurrency: string,
): DetectedPlan {
  const { known = NOTHING } = found;
  const header = findHeader(table);
  const headerRow = given.headerRow ?? header?.row ?? 0;
  const width = tableWidth(table, headerRow);
  const cells = table.rows.at(headerRow) ?? [];
  const names = columnNames(cells, width);
  const firstRow = headerRow + 1;
  const headers = Array.from({ length: width }, (_, index) => readHeader(tidyLine(cells[index] ?? '').text));
  const profiles = markRowNumbers(
    profileColumns(table, width, firstRow),
    headers,
    table,
    firstRow,
    found.beside ?? [],
  );
  const rows =
    given.rows === undefined && given.kind !== 'jira'
      ? detectSubject(headers, profiles)
      : {
          subject: given.rows ?? ('initiatives' as const),
          matches: matchColumns(headers, profiles, given.rows),
        };
  const { subject } = rows;
  const matches = table.notes?.some(({ what }) => what === 'namesMade')
    ? guessed(rows.matches)
    : rows.matches;
  const columns: Partial<Record<ImportField, number>> = given.columns ?? {
    ...Object.fromEntries([...matches].map(([field, match]) => [field, match.column])),
    ...(subject === 'initiatives' ? columnsOfCodes(table, firstRow, headers, matches, known) : {}),
  };

  const money = moneyFields.flatMap((field) => columns[field] ?? []);
  const dates = dateFields.flatMap((field) => columns[field] ?? []);
  const dateLike = profiles
    .filter((p) => p.looksLike === 'date' || dates.includes(p.index))
    .map((p) => p.index);
  const moneyLike = profiles.filter(
    (p) => p.looksLike === 'money' || p.looksLike === 'number' || money.includes(p.index),
  );
  const saysOwn = money.length > 0 && money.every((column) => saysCurrency(headers[column]?.currency));
  const written = [
    ...(saysOwn ? [] : (currencyColumn(names.names, table, firstRow)?.currencies ?? [])),
    ...[...money, ...headers.keys()].flatMap((column) => [
      ...(headers[column]?.currency ? [headers[column].currency] : []),
      ...(profiles[column]?.looksLike === 'money' ? profiles[column].currencies : []),
    ]),
  ];
  const stated = statedMoney(table, headerRow);
  if (stated.currency !== null) written.push(stated.currency);
  const isOfChile =
    written.every((code) => code === '$' || code === 'peso' || code === 'CLP') &&
    written.length > 0 &&
    isChilean(table.rows, headerRow, [...written, portfolioCurrency]);
  if (isOfChile) written.unshift('CLP');
  const unitOf = (unit: MoneyUnit | null | undefined, said: string): MoneyUnit | null =>
    unit === 'millions' && isOfChile && saysPesosByM(said) ? 'thousands' : (unit ?? null);
  const units: Record<string, MoneyUnit> = {};
  for (const { index } of moneyLike) {
    // A column that names its own currency and no unit is in whole ones, whatever the others are in.
    const ofAll =
      headers[index]?.currency === null && profiles[index]?.looksLike !== 'money'
        ? unitOf(stated.unit, proseAbove(table, headerRow).join(' '))
        : null;
    const unit =
      unitOf(headers[index]?.unit, names.names[index] ?? '') ??
      (money.includes(index) ? (ofAll ?? unitFromProse(table, index, firstRow)) : null);
    if (unit !== null && unit !== 'units') units[String(index)] = unit;
  }
  // Also of columns that fill no field: a planned cost in millions beside the one over the whole life.
  const united = Object.entries(units).map(([column, unit]) => ({ column: Number(column), unit }));
  for (const column of united.length === 0 ? [] : money) {
    const header = headers[column];
    if (!header || header.currency !== null || (header.unit ?? units[String(column)] ?? null) !== null)
      continue;
    const unit = unitBeside(table, firstRow, column, united);
    if (unit !== null) units[String(column)] = unit;
  }
  const lists = listFields.flatMap((field) => {
    const column = columns[field];
    const isMany = PLURAL.test(headers[column ?? -1]?.phrase ?? '');
    return column === undefined ? [] : [{ column, isMany, cells: distinctCells(table, column, firstRow) }];
  });
  const listSeparator =
    given.listSeparator ?? findSeparator(new Set(lists.flatMap(({ cells }) => [...cells])), known) ?? ';';
  const separators = Object.fromEntries(
    lists.flatMap(({ column, cells, isMany }) => {
      const own = findSeparator(cells, known) ?? (isMany || isHanList(cells) ? commaOfMany(cells) : null);
      return own === null || own === listSeparator ? [] : [[String(column), own]];
    }),
  );
  const readings =
    subject === 'outcomes' ? findReadings(names.names, profiles, new Set(Object.values(columns))) : [];
  const plan: ImportPlan = {
    kind: 'table',
    ...(subject === 'initiatives' ? {} : { rows: subject }),
    ...(readings.length === 0 ? {} : { readings }),
    encoding: found.encoding,
    delimiter: found.delimiter,
    headerRow,
    columns,
    currency: findCurrency(written, portfolioCurrency, names.names, (sign) =>
      found.moneyHeld ? undefined : currencyTold(table, headerRow, sign)?.currency,
    ),
    units,
    dateOrders: findDateOrders(table, dateLike, firstRow, {
      spans: dates.length === 2 ? [dates[0] ?? -1, dates[1] ?? -1] : null,
      american: written.includes('USD'),
    }),
    listSeparator,
    ...(Object.keys(separators).length > 0 ? { separators } : {}),
    // A list of products is run by product teams, unless a column of its own says otherwise.
    defaultMode: PRODUCTS.test(headers[columns.name ?? -1]?.phrase ?? '') ? 'product' : 'project',
    ...defined(given),
  };
  const transposed = (header?.transposed ?? false) && given.columns === undefined;
  return { plan, names, profiles, matches, transposed };
}

/** Lines above the header that say something, one string a line. */
export function proseAbove(table: Table, headerRow: number): string[] {
  return table.rows
    .slice(0, headerRow)
    .map((row) =>
      row
        .filter((cell) => !isBlank(cell))
        .map((cell) => tidyLine(cell).text)
        .join(' '),
    )
    .filter((line) => line !== '');
}
