import { columnValues } from '../columns/columnValues.ts';
import { findReadings, readingDay } from '../columns/readingColumns.ts';
import type { ImportPlan, ImportPreview, ImportReport } from '../contract.ts';
import { type ImportField, type TranslatedField, translatedFields } from '../importFields.ts';
import { type DetectedPlan, proseAbove } from '../plan/detectPlan.ts';
import type { Table } from '../table/table.ts';
import type { ShownRow, TableMapping } from './mapTable.ts';

const RAW = 300;
const ROWS_NAMED = 20;

const isTranslated = (field: ImportField): field is TranslatedField =>
  (translatedFields as readonly ImportField[]).includes(field);

/** Problems over all rows, by column and reason, most frequent first. */
function problemsOf(report: ImportReport): NonNullable<ImportPreview['problems']> {
  const found = new Map<string, NonNullable<ImportPreview['problems']>[number]>();
  for (const { row, column, reason } of [...report.refused, ...report.unreadable]) {
    const key = `${reason}\n${column}`;
    const entry = found.get(key) ?? { column, reason, count: 0, rows: [] };
    entry.count += 1;
    if (entry.rows.length < ROWS_NAMED) entry.rows.push(row);
    found.set(key, entry);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function sampleRow(
  { row, values, problems, cells, known }: ShownRow,
  plan: ImportPlan,
): ImportPreview['sample'][number] {
  const raw: Partial<Record<ImportField, string>> = {};
  // A refused row has no values: its cells stand there as they are written.
  if (values === null) {
    const written: Partial<Record<ImportField, string>> = {};
    for (const [field, column] of Object.entries(plan.columns)) {
      const cell = (cells[column] ?? '').slice(0, RAW);
      if (cell !== '') written[field as ImportField] = cell;
    }
    return { row, values: written, problems: { ...problems }, raw, known };
  }
  for (const field of Object.keys(problems) as ImportField[]) {
    const column = plan.columns[field];
    if (column !== undefined) raw[field] = (cells[column] ?? '').slice(0, RAW);
  }
  return { row, values: { ...values }, problems: { ...problems }, raw, known };
}

/**
 * What a mapped table is to a person who looks before importing: columns with samples and how sure their match is, the
 * first rows and those with problems as they would come in, sums, and how the rows lie on what is there. `mapping`
 * must have been made with `explain`, and every row be mapped; `given` is what the person chose so far.
 */
export function previewTable(
  table: Table,
  detected: DetectedPlan,
  given: { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined },
  mapping: TableMapping,
  report: ImportReport,
  fiscalStartMonth: number,
): ImportPreview {
  const { plan, names, profiles, matches } = detected;
  const fieldOf = new Map(
    Object.entries(plan.columns).map(([field, column]) => [column, field as ImportField]),
  );
  const wouldFill = new Map([...matches].map(([field, match]) => [match.column, field]));
  const refresh = mapping.refresh();
  const readings = new Set(
    plan.rows === 'outcomes'
      ? [
          ...(plan.readings ?? []),
          ...findReadings(names.names, profiles, new Set(Object.values(plan.columns))),
        ]
      : [],
  );
  return {
    fileName: report.fileName,
    plan,
    prose: [...proseAbove(table, plan.headerRow), ...mapping.footnotes],
    rows: report.rows,
    columns: profiles.map(({ index, filled, samples, looksLike }) => {
      const field = fieldOf.get(index);
      const match = field === undefined ? undefined : matches.get(field);
      const found = match?.column === index ? match : undefined;
      // A choice that is what would have been found is as good as found.
      const own = given.columns === undefined || found !== undefined;
      const matched = field === undefined ? null : own && found ? found.by : 'chosen';
      return {
        index,
        header: names.names[index] ?? '',
        samples: [...samples],
        filled,
        looksLike,
        matched,
        sure: matched === 'chosen' ? null : (found?.sure ?? null),
        ...(readings.has(index)
          ? { reading: readingDay(names.names[index] ?? '', fiscalStartMonth) ?? '' }
          : {}),
        wouldFill: field === undefined ? (wouldFill.get(index) ?? null) : null,
        ...(field !== undefined && isTranslated(field)
          ? { values: columnValues(table, index, plan.headerRow + 1, field) }
          : {}),
      };
    }),
    sample: mapping.shownRows.map((row) => sampleRow(row, plan)),
    problems: problemsOf(report),
    sumChecks: report.sumChecks ?? [],
    ...(refresh ? { refresh } : {}),
    expected: {
      created: report.created,
      updated: report.updated,
      unchanged: report.unchanged,
      skipped: report.skipped.length,
      refused: report.refused.length,
    },
  };
}
