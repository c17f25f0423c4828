import { minorDigits } from '../text/format.ts';
import { tidyLine } from './cellText.ts';
import type { ImportPlan, SumCheck } from './contract.ts';
import { moneyFields } from './detectPlan.ts';
import { readHeader } from './fieldNames.ts';
import { ONE_YEAR } from './preferColumns.ts';
import type { SourceNote } from './sources.ts';
import type { ColumnNames } from './table.ts';

/** What an initiative costs is no fewer whole units of a currency than this; a list of so small amounts lacks its unit. */
const LEAST = 1_000;
const AMOUNTS = 3;
const EXAMPLES = 5;

/** A header without its year: two that are then the same hold the money of different years. */
const withoutYear = (header: string): string =>
  readHeader(tidyLine(header).text).phrase.replace(/\d{2,4}(?:\D\d{2,4})?/g, '#');

/** Says that a field was filled with the money of one year, where other columns hold that of others. */
export function oneYearNote(plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const used = new Set(Object.values(plan.columns));
  return moneyFields.flatMap((field) => {
    const column = plan.columns[field];
    const header = names[column ?? -1];
    if (column === undefined || header === undefined) return [];
    if (!ONE_YEAR.test(readHeader(tidyLine(header).text).phrase)) return [];
    const others = names.filter(
      (name, at) => !used.has(at) && name !== header && withoutYear(name) === withoutYear(header),
    );
    return others.length === 0
      ? []
      : [
          {
            what: 'oneYearOnly' as const,
            count: others.length,
            examples: [header, ...others].slice(0, EXAMPLES),
          },
        ];
  });
}

/** Says that amounts may be in thousands or millions that nothing names: on average they are too small for initiatives. */
export function unitNote(plan: ImportPlan, checks: readonly SumCheck[]): readonly SourceNote[] {
  const perUnit = 10 ** minorDigits(plan.currency);
  const small = checks.filter(({ field, cells, came }) => {
    const column = plan.columns[field];
    const unit = column === undefined ? undefined : plan.units[String(column)];
    const isWhole = unit === undefined || unit === 'units';
    return field === 'budget' && isWhole && cells >= AMOUNTS && came > 0 && came / cells < LEAST * perUnit;
  });
  return small.length === 0
    ? []
    : [{ what: 'unitOpen', count: small.length, examples: small.map(({ column }) => column) }];
}
