import { type Initiative, type Mode, modes, stages } from '../../domain/records.ts';
import { isCompletionHeader } from '../columns/completionDay.ts';
import { readHeader } from '../columns/fieldNames.ts';
import type { ImportPlan, ImportReason } from '../contract.ts';
import type { ImportField } from '../importFields.ts';
import { dateFields, moneyFields } from '../plan/detectPlan.ts';
import { type CellCheck, moveBack } from '../rows/shiftedRow.ts';
import type { SumTally } from '../rows/sumTally.ts';
import { cutText, isBlank, matchKey, type TidyText, tidyLine, tidyProse } from '../table/cellText.ts';
import { withoutMarks } from '../table/footnoteMarks.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import type { Tally } from '../tally.ts';
import { foreignRows, saysCurrency } from '../values/currencies.ts';
import { readDateText } from '../values/dateText.ts';
import { readMode, readStage } from '../values/stageWords.ts';
import { saysNotGiven } from '../values/unknownWords.ts';
import {
  dateReader,
  lineReader,
  moneyReader,
  OTHER_CURRENCY,
  peopleReader,
  type ReadCell,
  translationsOf,
  unknownWords,
  yesNoReader,
} from './readCells.ts';

/** What one row says in our fields; null is "not known", and for an initiative known already "leave it". */
export interface RowValues {
  readonly fields: {
    name: string;
    externalId: string | null;
    description: string | null;
    mode: Mode | null;
    stage: Initiative['stage'];
    status: string | null;
    owner: string | null;
    startDate: string | null;
    endDate: string | null;
    budget: number | null;
    spent: number | null;
    valuePerMonth: number | null;
    collaborationGroup: string | null;
    teamPeople: number | null;
    funded: boolean | null;
    overhead: boolean | null;
    retired: boolean | null;
  };
  /** Cells that name other records, as written. */
  capabilities: string | null;
  partners: string | null;
  readonly team: string | null;
  outcomes: string | null;
  segments: string | null;
  readonly extra: Record<string, string>;
  readonly problems: Partial<Record<ImportField, ImportReason>>;
}

export interface RowReader {
  /**
   * The cells as they stand, or moved back when the row is shifted, the name without marks of footnotes; cells past the
   * table's width stay at the end.
   */
  straighten(row: readonly string[], line: number): readonly string[];
  /** Reads a row that has a name; `existing` is the initiative that it will update. */
  row(cells: readonly string[], line: number, existing: Initiative | null): RowValues;
  /** An id as it is kept: null when it only says "not known" or is too long to be one. */
  externalIdOf(text: string): string | null;
  amountsRead(): number;
  /** The amounts of a row that does not come in, by field in the order of `moneyFields`; null where none can be read. */
  amountsOf(cells: readonly string[]): readonly (number | null)[];
}

const MAX_NAME = 500;
/** Under which name a footnote is kept beside the initiative whose name had its mark. */
const FOOTNOTE = 'footnote';
const SHARE = /^\d+(?:[.,]\d+)?\s?%?$/;
const MAX_ID = 200;
const MAX_GROUP = 200;
const MAX_TEXT = 100_000;
const MAX_KEY = 200;
const lineFields = ['status', 'owner'] as const;
const yesNoFields = ['funded', 'overhead', 'retired'] as const;

/** Keeps a text under a name, in pieces when it is longer than one entry may be. */
function putExtra(extra: Record<string, string>, key: string, text: string): void {
  if (text.length <= MAX_TEXT) {
    if (text !== '') extra[key] = text;
    return;
  }
  let rest = text;
  for (let part = 0; rest !== ''; part += 1) {
    const piece = cutText(rest, MAX_TEXT);
    extra[part === 0 ? key : `${cutText(key, MAX_KEY - 12)} [${part + 1}]`] = piece;
    rest = rest.slice(piece.length);
  }
}

/** The amount in a cell, below zero where it says so; null where none can be read as the plan's money. */
function amountIn(cell: string, read: (cell: string) => ReadCell<number>): number | null {
  if (isBlank(cell)) return null;
  const result = read(cell);
  if (result.value !== null) return result.value;
  if (result.reason !== 'negative_amount') return null;
  const positive = read(cell.normalize('NFKC').replace(/[()\u2212-]/g, '')).value;
  return positive === null ? null : -positive;
}

/** A reader for all rows of one table; it keeps what it learnt of every column. */
export function createRowReader(
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
  options: {
    readonly tally: Tally;
    readonly sums: SumTally;
    readonly width: number;
    readonly moneyAccepted: boolean;
    readonly fiscalStartMonth: number;
    /** What lines below the table say of marks behind names, by mark. */
    readonly footnotes: ReadonlyMap<string, string>;
  },
): RowReader {
  const { tally, sums, width, footnotes } = options;
  /** What is said of the names of rows, by line. */
  const saidOf = new Map<number, readonly string[]>();
  const { columns } = plan;
  const sayUnknown = unknownWords(plan);
  const translations = translationsOf(plan.translations);
  const firstRow = plan.headerRow + 1;
  const header = (column: number): string => names[column] ?? `column ${column + 1}`;

  const money = moneyFields
    .flatMap((field) => {
      const column = columns[field];
      if (column === undefined) return [];
      const read = moneyReader(table, column, firstRow, plan, options.moneyAccepted);
      return [{ field, column, read, saysOwn: saysCurrency(readHeader(header(column)).currency) }];
    })
    .map((reader, at) => ({ ...reader, at }));
  const dates = dateFields.flatMap((field) => {
    const column = columns[field];
    if (column === undefined) return [];
    const side = field === 'startDate' ? 'start' : 'end';
    return [
      { field, column, read: dateReader(table, column, firstRow, plan, side, options.fiscalStartMonth) },
    ];
  });
  const lines = lineFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column, read: lineReader(MAX_NAME, sayUnknown) }];
  });
  const group = lineReader(MAX_GROUP, sayUnknown);
  const people = peopleReader(sayUnknown);
  const answers = yesNoFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined
      ? []
      : [{ field, column, read: yesNoReader(sayUnknown, translations.get(field)) }];
  });
  // What names records knows our own words for "not known": only those of the plan are asked for here.
  const isUnknown = (plan.unknownWords ?? []).length === 0 ? null : sayUnknown;
  const linkedCell = (cells: readonly string[], column: number | undefined): string | null => {
    const cell = column === undefined ? '' : (cells[column] ?? '');
    return isBlank(cell) || (isUnknown !== null && isUnknown(tidyLine(cell).text) === 'token') ? null : cell;
  };
  const isForeign = foreignRows(names, table, firstRow, plan.currency);
  const used = new Set(Object.values(columns));
  const spare = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !used.has(column))
    .map((column) => ({ column, key: header(column) }));

  const isDayOfCompletion = columns.stage !== undefined && isCompletionHeader(header(columns.stage));
  const checks = new Map<number, CellCheck>();
  for (const { column, read } of [...money, ...dates])
    checks.set(column, (cell) => {
      if (isBlank(cell)) return 'silent';
      const { value, reason } = read(cell);
      return value !== null
        ? 'fits'
        : reason === 'not_a_date' || reason === 'not_an_amount'
          ? 'wrong'
          : 'silent';
    });

  let amounts = 0;
  const tidied = (tidy: TidyText, raw: string): string => {
    if (tidy.entities) tally.repair('entities', raw);
    if (tidy.whitespace) tally.repair('whitespace', tidy.text);
    return tidy.text;
  };

  /** Takes what a cell became into the tally, and its words into `values` where they must be kept. */
  function take<T>(
    result: ReadCell<T>,
    field: ImportField,
    column: number,
    cell: string,
    line: number,
    values: RowValues,
  ): T | null {
    for (const repair of result.repairs)
      tally.repair(repair, result.taken === undefined ? cell : `${cell} → ${result.taken}`);
    if (result.keep) putExtra(values.extra, header(column), cell);
    if (result.reason !== null) {
      values.problems[field] = result.reason;
      tally.keep(line, header(column), result.reason, cell);
    }
    return result.value;
  }

  function readWords(cells: readonly string[], line: number, values: RowValues): void {
    const { fields } = values;
    if (columns.description !== undefined) {
      const cell = cells[columns.description] ?? '';
      const text = tidied(tidyProse(cell), cell.slice(0, 60));
      if (text.length > MAX_TEXT) {
        putExtra(values.extra, header(columns.description), text);
        tally.keep(line, header(columns.description), 'too_long', text);
      }
      fields.description = text === '' ? null : cutText(text, MAX_TEXT);
    }
    for (const { field, column, read } of lines) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const said = field === 'status' ? translated('status', cell) : null;
      if (said !== null) fields[field] = said === '' ? null : said;
      else fields[field] = take(read(cell), field, column, cell, line, values);
    }
    for (const { field, column, read } of answers) {
      const cell = cells[column] ?? '';
      if (cell !== '') fields[field] = take(read(cell), field, column, cell, line, values);
    }
    if (columns.teamPeople !== undefined) {
      const cell = cells[columns.teamPeople] ?? '';
      if (cell !== '')
        fields.teamPeople = take(people(cell), 'teamPeople', columns.teamPeople, cell, line, values);
    }
    if (columns.parent !== undefined) {
      const cell = cells[columns.parent] ?? '';
      if (cell !== '')
        fields.collaborationGroup = take(group(cell), 'parent', columns.parent, cell, line, values);
    }
    if (columns.stage !== undefined) readStageCell(cells[columns.stage] ?? '', columns.stage, values);
    if (columns.mode !== undefined) readModeCell(cells[columns.mode] ?? '', columns.mode, line, values);
  }

  /** Our word for a cell that the plan translates; empty for "not known", null where it says nothing of it. */
  function translated(field: 'stage' | 'status' | 'mode', cell: string): string | null {
    const words = translations.get(field);
    if (words === undefined) return null;
    const said = words.get(matchKey(tidyLine(cell).text));
    if (said === undefined) return null;
    tally.repair('translated', said === '' ? cell : `${cell} → ${said}`);
    return said;
  }

  function readStageCell(cell: string, column: number, values: RowValues): void {
    const { text } = tidyLine(cell);
    if (text === '') return;
    const said = translated('stage', cell);
    if (said !== null) {
      values.fields.stage = stages.find((stage) => stage === said) ?? null;
      if (values.fields.stage === null && said !== '') putExtra(values.extra, header(column), cell);
      return;
    }
    const found = readStage(text);
    if (found) {
      values.fields.stage = found.stage;
      if (text !== found.stage && text.toLowerCase() !== found.stage) tally.repair('stageText', text);
      if (!found.exact) putExtra(values.extra, header(column), cell);
    } else if (sayUnknown(text) === 'token') tally.repair('unknownWord', text);
    // A day under "Completed at" says that it is done.
    else if (isDayOfCompletion && readDateText(text) !== null) {
      values.fields.stage = 'done';
      tally.repair('stageText', text);
      putExtra(values.extra, header(column), cell);
    }
    // How far it has come is neither a stage nor a health.
    else if (values.fields.status === null && columns.status === undefined && !SHARE.test(text))
      values.fields.status = cutText(text, MAX_NAME);
    else putExtra(values.extra, header(column), cell);
  }

  function readModeCell(cell: string, column: number, line: number, values: RowValues): void {
    const { text } = tidyLine(cell);
    if (text === '') return;
    const said = translated('mode', cell);
    if (said !== null) {
      values.fields.mode = modes.find((each) => each === said) ?? null;
      return;
    }
    const mode = readMode(text);
    if (mode !== null) {
      values.fields.mode = mode;
      if (text !== mode && text.toLowerCase() !== mode) tally.repair('modeText', text);
    } else if (sayUnknown(text) !== null) tally.repair('unknownWord', text);
    else
      take(
        { value: null, repairs: [], reason: 'not_a_mode', keep: true },
        'mode',
        column,
        cell,
        line,
        values,
      );
  }

  /** The schema has no end before its start: the start stays, the end becomes unknown and its words are kept. */
  function orderDates(
    cells: readonly string[],
    line: number,
    existing: Initiative | null,
    values: RowValues,
  ): void {
    const { fields } = values;
    const drop = (field: 'startDate' | 'endDate'): void => {
      const column = columns[field] ?? -1;
      const cell = cells[column] ?? '';
      fields[field] = null;
      values.problems[field] = 'end_before_start';
      putExtra(values.extra, header(column), cell);
      tally.unreadable.push({ row: line, column: header(column), reason: 'end_before_start', value: cell });
      tally.repair('endBeforeStart', `row ${line}: ${cell}`);
    };
    const start = fields.startDate ?? existing?.startDate ?? null;
    if (fields.endDate !== null && start !== null && fields.endDate < start) drop('endDate');
    const end = fields.endDate ?? existing?.endDate ?? null;
    if (fields.startDate !== null && end !== null && end < fields.startDate) drop('startDate');
  }

  return {
    amountsRead: () => amounts,
    externalIdOf: (text) => (text.length > MAX_ID || sayUnknown(text) === 'token' ? null : text),
    amountsOf: (cells) => money.map(({ column, read }) => amountIn(cells[column] ?? '', read)),
    straighten(row, line) {
      const moved = checks.size < 2 ? null : moveBack(row, width, columns.name ?? 0, checks);
      if (moved) tally.repair('shiftedRow', `row ${line}`);
      const straight = moved ?? row;
      const name = footnotes.size === 0 ? undefined : straight[columns.name ?? -1];
      const found = name === undefined ? null : withoutMarks(name, footnotes);
      if (found === null) return straight;
      tally.repair('footnoteMark', name ?? '');
      saidOf.set(line, found.notes);
      return straight.map((cell, column) => (column === columns.name ? found.name : cell));
    },
    row(cells, line, existing) {
      const rawName = cells[columns.name ?? -1] ?? '';
      const name = tidied(tidyLine(rawName), rawName);
      const extra: Record<string, string> = {};
      for (const { column, key } of spare) {
        const cell = cells[column];
        if (cell !== undefined && cell !== '' && !isBlank(cell)) putExtra(extra, key, cell);
      }
      const values: RowValues = {
        fields: {
          name: cutText(name, MAX_NAME).trim(),
          externalId: null,
          description: null,
          mode: null,
          stage: null,
          status: null,
          owner: null,
          startDate: null,
          endDate: null,
          budget: null,
          spent: null,
          valuePerMonth: null,
          collaborationGroup: null,
          teamPeople: null,
          funded: null,
          overhead: null,
          retired: null,
        },
        capabilities: linkedCell(cells, columns.capabilities),
        partners: linkedCell(cells, columns.partners),
        team: linkedCell(cells, columns.team),
        outcomes: linkedCell(cells, columns.outcomes),
        segments: linkedCell(cells, columns.segments),
        extra,
        problems: {},
      };
      const said = footnotes.size === 0 ? undefined : saidOf.get(line);
      if (said !== undefined) putExtra(extra, FOOTNOTE, said.join('\n'));
      if (name.length > MAX_NAME) {
        putExtra(extra, header(columns.name ?? 0), rawName);
        tally.keep(line, header(columns.name ?? 0), 'too_long', name);
      }
      if (columns.externalId !== undefined) {
        const cell = cells[columns.externalId] ?? '';
        const { text } = tidyLine(cell);
        values.fields.externalId = text === '' ? null : this.externalIdOf(text);
        if (text.length > MAX_ID) {
          putExtra(extra, header(columns.externalId), cell);
          tally.keep(line, header(columns.externalId), 'too_long', cell);
        }
      }
      readWords(cells, line, values);
      for (const { at, field, column, read, saysOwn } of money) {
        const cell = cells[column] ?? '';
        if (cell === '') continue;
        const amount = read(cell);
        const result = amount.value !== null && !saysOwn && isForeign(cells) ? OTHER_CURRENCY : amount;
        const notGiven =
          result.value === 0 &&
          (saysNotGiven(cells[column + 1] ?? '') || saysNotGiven(cells[column + 2] ?? ''));
        if (notGiven) {
          tally.repair('unknownWord', cell);
          sums.differs(at, 'not_given', 0);
          continue;
        }
        if (result.value !== null) {
          amounts += 1;
          sums.came(at, result.value);
        } else if (result.reason !== null) sums.differs(at, result.reason, amountIn(cell, read));
        else if (result.repairs[0] === 'zeroUnknown') sums.differs(at, 'zero_unknown', 0);
        values.fields[field] = take(result, field, column, cell, line, values);
      }
      for (const { field, column, read } of dates) {
        const cell = cells[column] ?? '';
        if (cell !== '') values.fields[field] = take(read(cell), field, column, cell, line, values);
      }
      orderDates(cells, line, existing, values);
      for (let column = width; column < cells.length; column += 1) {
        const cell = cells[column] ?? '';
        if (isBlank(cell)) continue;
        putExtra(extra, `column ${column + 1}`, cell);
        tally.keep(line, `column ${column + 1}`, 'beyond_header', cell);
      }
      return values;
    },
  };
}
