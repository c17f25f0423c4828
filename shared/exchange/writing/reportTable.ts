import type { Language } from '../../text/area.ts';
import { importing } from '../../text/catalogues/importing.ts';
import { importReasons } from '../../text/catalogues/importReasons.ts';
import { minorDigits, toMajor } from '../../text/format.ts';
import { type ImportReport, skipReasons } from '../contract.ts';
import { harmless } from '../table/harmless.ts';

type Words = Readonly<Record<string, string>>;

/** A report as one table for spreadsheets: what happened, where, how often, why, and the text that stood there. */
export function reportTable(
  report: ImportReport,
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const words: Words = importing[language];
  const reasons: Words = importReasons[language];
  const say = (key: string): string => words[key] ?? key;
  const why = (key: string): string => reasons[key] ?? key;
  const amount = (minor: number): string =>
    toMajor(minor, report.sums.currency).toFixed(minorDigits(report.sums.currency));
  const line = (what: string, row: string, column: string, count: string, reason: string, text: string) =>
    [say(what), row, harmless(column), count, harmless(reason), harmless(text)] as const;
  const rows: (readonly string[])[] = [];
  const figure = (what: string, count: number): void => {
    rows.push(line(what, '', '', String(count), '', ''));
  };
  figure('report.read', report.rows);
  figure('report.created', report.created);
  figure('report.updated', report.updated);
  figure('report.unchanged', report.unchanged);
  for (const { row, reason } of report.skipped)
    rows.push(line('report.skipped', String(row), '', '', why(`skip.${reason}`), ''));
  for (const { row, column, reason } of report.refused)
    rows.push(line('report.refused', String(row), column, '', why(`reason.${reason}`), ''));
  for (const { row, column, reason, value } of report.unreadable)
    rows.push(line('report.unreadable', String(row), column, '', why(`reason.${reason}`), value));
  for (const { what, count, examples } of report.repaired)
    rows.push(line('report.repaired', '', '', String(count), why(`repair.${what}`), examples.join(' | ')));
  for (const { row, name, taken } of report.doubtful ?? [])
    rows.push(
      line('report.doubtful', String(row), '', '', taken === null ? say('refresh.new') : taken, name),
    );
  for (const { name, retired } of report.vanished ?? [])
    rows.push(line('report.vanished', '', '', '', say(retired ? 'report.retired' : 'report.stays'), name));
  for (const table of report.tables ?? []) {
    const counted = [
      ['report.created', table.created],
      ['report.updated', table.updated],
      ['report.unchanged', table.unchanged],
      ['report.unjoined', table.unjoined],
    ] as const;
    for (const [what, count] of counted)
      rows.push(
        line(
          what,
          '',
          table.join ?? '',
          String(count),
          table.fileName,
          what === 'report.unjoined' ? table.unjoinedIds.join(' | ') : '',
        ),
      );
    rows.push(line('sum.came', '', '', '', table.fileName, amount(table.sum)));
    rows.push(line('report.skipped', '', '', String(table.skipped), table.fileName, ''));
    rows.push(line('report.refused', '', '', String(table.refused), table.fileName, ''));
    for (const { row, column, reason, value } of table.issues ?? [])
      rows.push(
        line(
          'report.unreadable',
          String(row),
          `${table.fileName} · ${column}`,
          '',
          why(`reason.${reason}`),
          value,
        ),
      );
  }
  for (const { column, file, came, stated, cells, differences } of report.sumChecks ?? []) {
    rows.push(line('sum.came', '', column, String(cells), '', amount(came)));
    rows.push(line('sum.file', '', column, '', '', amount(file)));
    if (stated !== null) rows.push(line('sum.stated', '', column, '', '', amount(stated)));
    for (const difference of differences)
      rows.push(
        line(
          'sum.difference',
          '',
          column,
          String(difference.cells),
          sumReason(difference.why, why),
          difference.amount === null ? '' : amount(difference.amount),
        ),
      );
  }
  return {
    header: [
      'report.what',
      'report.row',
      'report.column',
      'report.count',
      'report.reason',
      'report.value',
    ].map(say),
    rows,
  };
}

/** The words for why an amount is not among those that came in. */
export function sumReason(
  reason: NonNullable<ImportReport['sumChecks']>[number]['differences'][number]['why'],
  say: (key: string) => string,
): string {
  if (reason === 'not_given' || reason === 'zero_unknown') return say(`sum.${reason}`);
  const skipped = (skipReasons as readonly string[]).includes(reason);
  return say(skipped ? `skip.${reason}` : `reason.${reason}`);
}
