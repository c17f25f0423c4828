import { columnValues } from '../columns/columnValues.ts';
import type { ImportPlan, ImportPreview } from '../contract.ts';
import { translatedFields } from '../importFields.ts';
import type { ColumnNames } from '../table/table.ts';
import type { FurtherSource } from './otherTable.ts';

/** A table that came with a list, and how it is read. */
export interface WordedTable {
  readonly source: FurtherSource;
  readonly plan: ImportPlan;
  readonly names: ColumnNames;
  /** False where it is left out. */
  readonly taken: boolean;
}

/** The distinct values of the columns of tables beside a list that fill a translated field, table by table; none of one that is left out. */
export function tableValues(lists: readonly WordedTable[]): NonNullable<ImportPreview['tableValues']> {
  return [...lists]
    .sort((a, b) => a.source.file - b.source.file)
    .flatMap(({ source, plan, names, taken }) =>
      translatedFields.flatMap((field) => {
        const column = plan.columns[field];
        if (!taken || column === undefined) return [];
        const values = columnValues(source.table, column, plan.headerRow + 1, field);
        return values.length === 0
          ? []
          : [{ file: source.file, field, header: names.names[column] ?? '', values }];
      }),
    );
}
