import { expect } from 'vitest';
import type { Initiative } from '../../../shared/domain/records.ts';
import { minorDigits } from '../../../shared/text/format.ts';
import { importText } from './helpers.ts';

/** A list as others publish or export it; every value that is expected stands in the list itself. */
export interface ListCase {
  readonly list: string;
  readonly text: string;
  /** What of each initiative is looked at, and what it must be; money in whole units. */
  readonly fields: readonly (keyof Initiative)[];
  readonly rows: readonly (readonly unknown[])[];
  readonly currency?: string;
  readonly partners?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly skipped?: readonly string[];
  /** What the file's own totals say, column by column, in whole units. */
  readonly stated?: readonly (number | null)[];
}

export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const money: ReadonlySet<keyof Initiative> = new Set(['budget', 'spent']);

/** Imports a list and holds what came of it to what must; no row may be refused. */
export async function expectList({
  text,
  currency,
  fields,
  rows,
  partners,
  capabilities,
  skipped,
  stated,
}: ListCase): Promise<void> {
  const list = await importText(text);
  const per = 10 ** minorDigits(currency ?? 'USD');
  expect(list.preview.plan.currency).toBe(currency ?? 'USD');
  expect(
    list.initiatives.map((each) =>
      fields.map((field) => {
        const value = each[field];
        return money.has(field) && typeof value === 'number' ? value / per : value;
      }),
    ),
  ).toEqual(rows);
  if (partners) expect((list.changes.add.partner ?? []).map(({ name }) => name)).toEqual(partners);
  if (capabilities) expect((list.changes.add.capability ?? []).map(({ name }) => name)).toEqual(capabilities);
  expect(list.report.skipped.map(({ reason }) => reason)).toEqual(skipped ?? []);
  expect(list.report.refused).toEqual([]);
  if (stated)
    expect(
      (list.report.sumChecks ?? []).map((check) => (check.stated === null ? null : check.stated / per)),
    ).toEqual(stated);
}
