import { readingDay } from '../columns/readingColumns.ts';
import type { ImportPlan, ImportReason } from '../contract.ts';
import {
  type ChoiceField,
  choiceFields,
  type ImportField,
  type ScaleField,
  scaleFields,
} from '../importFields.ts';
import { isBlank } from '../table/cellText.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import type { Tally } from '../tally.ts';
import {
  choiceReader,
  lineReader,
  type Measure,
  measureReader,
  type ReadCell,
  scaleReader,
  translationsOf,
  unknownWords,
} from './readCells.ts';

/** What a row says in the fields that only records beside initiatives have; what it does not know is absent. */
export interface MoreValues {
  readonly scales: Partial<Record<ScaleField, number>>;
  readonly choices: Partial<Record<ChoiceField, string>>;
  readonly measures: Partial<Record<'baseline' | 'target', number>>;
  metric: string | null;
  unit: string | null;
  readonly readings: { readonly date: string; readonly value: number }[];
}

export interface MoreReader {
  /** Reads a row; what cannot be read is told to the tally and noted in `problems`. */
  row(
    cells: readonly string[],
    line: number,
    problems: Partial<Record<ImportField, ImportReason>>,
  ): MoreValues;
}

const MAX_METRIC = 500;
const MAX_UNIT = 100;

/** A reader of these fields for all rows of one table. */
export function createMoreReader(
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
  tally: Tally,
  fiscalStartMonth: number,
): MoreReader {
  const { columns } = plan;
  const firstRow = plan.headerRow + 1;
  const say = unknownWords(plan);
  const translations = translationsOf(plan.translations);
  const header = (column: number): string => names[column] ?? `column ${column + 1}`;
  const filled = <F extends ImportField, T>(
    fields: readonly F[],
    reader: (field: F, column: number) => (cell: string) => ReadCell<T>,
  ) =>
    fields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [{ field, column, read: reader(field, column) }];
    });
  const scales = filled(scaleFields, (field, column) =>
    scaleReader(table, column, firstRow, say, translations.get(field)),
  );
  const choices = filled(choiceFields, (field) => choiceReader(field, say, translations.get(field)));
  const measures = filled(['baseline', 'target'] as const, (_, column) =>
    measureReader(table, column, firstRow, say),
  );
  const texts = filled(['metric', 'unit'] as const, (field) =>
    lineReader(field === 'metric' ? MAX_METRIC : MAX_UNIT, say),
  );
  const readings = (plan.readings ?? []).flatMap((column) => {
    const date = readingDay(names[column] ?? '', fiscalStartMonth);
    return date === null ? [] : [{ column, date, read: measureReader(table, column, firstRow, say) }];
  });

  return {
    row(cells, line, problems) {
      const values: MoreValues = {
        scales: {},
        choices: {},
        measures: {},
        metric: null,
        unit: null,
        readings: [],
      };
      const take = <T>(
        column: number,
        read: (cell: string) => ReadCell<T>,
        field?: ImportField,
      ): T | null => {
        const cell = cells[column] ?? '';
        if (isBlank(cell)) return null;
        const result = read(cell);
        for (const repair of result.repairs) tally.repair(repair, cell);
        if (result.reason !== null) {
          if (field !== undefined) problems[field] = result.reason;
          tally.keep(line, header(column), result.reason, cell);
        }
        return result.value;
      };
      for (const { field, column, read } of scales) {
        const step = take(column, read, field);
        if (step !== null) values.scales[field] = step;
      }
      for (const { field, column, read } of choices) {
        const choice = take(column, read, field);
        if (choice !== null) values.choices[field] = choice;
      }
      for (const { field, column, read } of texts) values[field] = take(column, read, field);
      let unit = '';
      const measured = (found: Measure | null): number | null => {
        if (found !== null && unit === '') unit = found.unit;
        return found?.value ?? null;
      };
      for (const { field, column, read } of measures) {
        const value = measured(take(column, read, field));
        if (value !== null) values.measures[field] = value;
      }
      for (const { column, date, read } of readings) {
        const value = measured(take(column, read));
        if (value !== null) values.readings.push({ date, value });
      }
      // A list without a column of units says them beside its figures.
      if (values.unit === null && unit !== '' && unit.length <= MAX_UNIT) values.unit = unit;
      return values;
    },
  };
}
