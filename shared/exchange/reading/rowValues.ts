import type { Initiative, Mode } from '../../domain/records.ts';
import type { ImportReason } from '../contract.ts';
import type { ImportField } from '../importFields.ts';
import { cutText, type TidyText } from '../table/cellText.ts';
import type { Tally } from '../tally.ts';
import type { ReadCell } from './readCells.ts';

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

/** Longest texts of a record's fields: of a line, and of prose. */
export const MAX_NAME = 500;
export const MAX_TEXT = 100_000;
const MAX_KEY = 200;

/** Keeps a text under a name, in pieces when it is longer than one entry may be. */
export function putExtra(extra: Record<string, string>, key: string, text: string): void {
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

/** What takes cells of one table into the values of their row. */
export interface CellTaker {
  /** The name of a column, from 0. */
  readonly header: (column: number) => string;
  /** The text of a cell without what was tidied up in it, which is counted; `raw` stands for it in the report. */
  readonly tidied: (tidy: TidyText, raw: string) => string;
  /** Takes what a cell became into the tally, and its words into `values` where they must be kept; answers its value. */
  readonly take: <T>(
    result: ReadCell<T>,
    field: ImportField,
    column: number,
    cell: string,
    line: number,
    values: RowValues,
  ) => T | null;
}

export function createCellTaker(tally: Tally, names: readonly string[]): CellTaker {
  const header = (column: number): string => names[column] ?? `column ${column + 1}`;
  return {
    header,
    tidied(tidy, raw) {
      if (tidy.entities) tally.repair('entities', raw);
      if (tidy.whitespace) tally.repair('whitespace', tidy.text);
      return tidy.text;
    },
    take(result, field, column, cell, line, values) {
      for (const repair of result.repairs)
        tally.repair(repair, result.taken === undefined ? cell : `${cell} → ${result.taken}`);
      if (result.keep) putExtra(values.extra, header(column), cell);
      if (result.reason !== null) {
        values.problems[field] = result.reason;
        tally.keep(line, header(column), result.reason, cell);
      }
      return result.value;
    },
  };
}
