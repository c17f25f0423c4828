import { newRelease } from '../../domain/defaults.ts';
import type { Release } from '../../domain/records.ts';
import type { ImportPlan, ImportPreview, ImportReport } from '../contract.ts';
import { type ImportField, nameColumns } from '../importFields.ts';
import type { JiraRelease } from '../projects/jira.ts';
import type { ImportOutcome } from '../records/mapTable.ts';
import type { SourceNote } from '../sources.ts';
import { cutText, matchKey, tidyLine } from '../table/cellText.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { readDateText } from '../values/dateText.ts';
import { resolveDate } from '../values/resolveDate.ts';

const MAX_NAME = 500;

const EXAMPLES = 5;

/** A note on the rows that came in although the sheet strikes their names through; their lines and names are its examples. */
function struckNote(
  { struckTexts, rows, lines }: Table,
  { columns }: ImportPlan,
  { skipped, refused }: ImportReport,
): readonly SourceNote[] {
  if (struckTexts === undefined) return [];
  const left = new Set([...skipped, ...refused].map(({ row }) => row));
  const struck: string[] = [];
  for (const [index, line] of lines.entries()) {
    const texts = left.has(line) ? undefined : struckTexts.get(line)?.map((text) => tidyLine(text).text);
    if (texts === undefined) continue;
    const name = nameColumns(columns)
      .map((column) => tidyLine(rows.at(index)?.[column] ?? '').text)
      .find((text) => text !== '');
    if (name !== undefined && texts.includes(name)) struck.push(`${line}: ${name}`);
  }
  return struck.length === 0
    ? []
    : [{ what: 'struckRows', count: struck.length, examples: struck.slice(0, EXAMPLES) }];
}

/** A report with what the reader of the file's format found: cells whose formula failed, names struck through, and its notes. */
export function withSource(
  report: ImportReport,
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
): ImportReport {
  const failed = (table.failedCells ?? []).flatMap(({ row, column, text }) =>
    row > plan.headerRow
      ? [
          {
            row: table.lines[row] ?? 0,
            column: names[column] ?? `column ${column + 1}`,
            reason: 'formula_error' as const,
            value: text.slice(0, 500),
          },
        ]
      : [],
  );
  const unreadable =
    failed.length === 0 ? report.unreadable : [...report.unreadable, ...failed].sort((a, b) => a.row - b.row);
  return {
    ...report,
    unreadable,
    notes: [...(table.notes ?? []), ...struckNote(table, plan, report), ...(report.notes ?? [])],
  };
}

/** A preview whose shown rows say which of their cells hold a formula that failed. */
export function withFailedCells(preview: ImportPreview, table: Table): ImportPreview {
  const failed = table.failedCells ?? [];
  if (failed.length === 0) return preview;
  const texts = new Map(failed.map(({ row, column, text }) => [`${table.lines[row]} ${column}`, text]));
  const fields = Object.entries(preview.plan.columns) as [ImportField, number][];
  const sample = preview.sample.map((shown) => {
    const hit = fields.filter(([, column]) => texts.has(`${shown.row} ${column}`));
    if (hit.length === 0) return shown;
    const problems = Object.fromEntries(hit.map(([field]) => [field, 'formula_error' as const]));
    const raw = Object.fromEntries(
      hit.map(([field, column]) => [field, texts.get(`${shown.row} ${column}`) ?? '']),
    );
    return { ...shown, problems: { ...shown.problems, ...problems }, raw: { ...shown.raw, ...raw } };
  });
  return { ...preview, sample };
}

/** Adds the releases of gathered issues to the initiatives that came in; one that is known by its name is not made twice. */
export function withReleases(
  outcome: ImportOutcome,
  releases: readonly JiraRelease[],
  existing: readonly Release[],
  initiatives: readonly { readonly id: string; readonly externalId: string | null }[],
  newId: () => string,
): ImportOutcome {
  if (releases.length === 0) return outcome;
  const { add, update } = outcome.changes;
  const idOf = new Map<string, string>();
  for (const { id, externalId } of [...initiatives, ...(add.initiative ?? []), ...(update.initiative ?? [])])
    if (externalId !== null) idOf.set(externalId, id);
  const known = new Set(existing.map((release) => `${release.initiativeId}\n${matchKey(release.name)}`));
  const made: Release[] = [];
  for (const { epic, name, share, resolved } of releases) {
    const initiativeId = idOf.get(epic);
    const title = cutText(tidyLine(name).text, MAX_NAME).trim();
    const key = `${initiativeId}\n${matchKey(title)}`;
    if (initiativeId === undefined || title === '' || known.has(key)) continue;
    known.add(key);
    made.push({
      ...newRelease(newId(), initiativeId, title),
      actualDate: resolved === null ? null : dayOf(resolved),
      scopeShare: Math.min(1, Math.max(0, share)),
    });
  }
  if (made.length === 0) return outcome;
  const changes = { ...outcome.changes, add: { ...add, release: [...(add.release ?? []), ...made] } };
  return { ...outcome, changes };
}

function dayOf(text: string): string | null {
  const read = readDateText(text);
  if (read === null) return null;
  const day = resolveDate(read, { order: 'yearFirst', spans: false }, 'end', 1);
  return typeof day === 'string' ? null : day.date;
}
