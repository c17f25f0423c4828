import { columnValues } from '../columns/columnValues.ts';
import type { ImportPreview } from '../contract.ts';
import { translatedFields } from '../importFields.ts';
import type { OwnList } from './splitTables.ts';

/** The distinct values of the columns of lists of their own that fill a translated field, list by list; none of a list that is left out. */
export function tableValues(lists: readonly OwnList[]): NonNullable<ImportPreview['tableValues']> {
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
