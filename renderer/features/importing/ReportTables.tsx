import { useTranslation } from 'react-i18next';
import type { ImportReport, TableReport } from '../../../shared/exchange/contract.ts';
import { isOwnList } from '../../../shared/exchange/sources.ts';
import { formatMoney, formatNumber } from '../../../shared/text/format.ts';
import { joinWords, labelled } from '../../../shared/text/join.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './ImportDialog.module.css';
import { ReportRows } from './ReportRows.tsx';
import { SourceNotes } from './SourceNotes.tsx';

/** Whether a column of the table is money: only then nothing of it is none. */
const holdsMoney = ({ role, columns = {} }: TableReport): boolean =>
  !isOwnList(role) && ['budget', 'spent', 'valuePerMonth'].some((field) => columns[field] !== undefined);

/** What became of tables that came together with a list: figures of each, then what did not come in, by its place. */
export function ReportTables({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation(['importing', 'importMapping', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const tables = report.tables ?? [];
  if (tables.length === 0) return null;
  const joinOf = ({ role, taken, join }: TableReport): string => {
    const isIn = isOwnList(role) ? taken : join !== null;
    if (!isIn) return t('report.leftOut');
    return join ?? t('report.ownList');
  };
  const figures = ['rows', 'created', 'updated', 'unchanged', 'skipped', 'refused'] as const;
  const issues = tables.flatMap((table) => (table.issues ?? []).map((issue) => ({ table, issue })));
  const doubtful = tables.flatMap((table) => (table.doubtful ?? []).map((row) => ({ table, row })));
  const noted = tables.filter(({ notes = [] }) => notes.length > 0);
  return (
    <>
      <ReportRows
        title={t('report.tablesTitle')}
        heads={[
          t('report.file'),
          t('report.what'),
          t('report.joinedBy'),
          ...figures.map((figure) => t(figure === 'rows' ? 'report.rowsRead' : `report.${figure}`)),
          t('report.unjoined'),
          t('report.amount'),
        ]}
        rows={tables.map((table) => [
          table.fileName,
          t(`role.${table.role}`, { ns: 'importMapping' }),
          joinOf(table),
          ...figures.map((figure) => formatNumber(table[figure], language)),
          table.unjoined === 0
            ? '0'
            : labelled(
                formatNumber(table.unjoined, language),
                joinWords(table.unjoinedIds, language),
                language,
              ),
          table.sum === 0 && !holdsMoney(table)
            ? '–'
            : formatMoney(table.sum, report.sums.currency, language),
        ])}
      />
      {issues.length > 0 && (
        <ReportRows
          title={t('report.tableIssues')}
          heads={[
            t('report.file'),
            t('report.row'),
            t('report.column'),
            t('report.value'),
            t('report.reason'),
          ]}
          rows={issues.map(({ table, issue: { row, column, value, reason } }) => [
            table.fileName,
            String(row),
            column,
            value,
            t(`reason.${reason}`, { ns: 'importReasons' }),
          ])}
        />
      )}
      {doubtful.length > 0 && (
        <ReportRows
          title={t('report.doubtfulTitle')}
          heads={[t('report.file'), t('report.row'), t('preview.name'), t('report.takenFor')]}
          rows={doubtful.map(({ table, row: { row, name, taken } }) => [
            table.fileName,
            String(row),
            name,
            taken ?? t('refresh.new'),
          ])}
        />
      )}
      {noted.map(({ file, fileName, notes = [] }) => (
        <div key={file ?? fileName} className={css.part}>
          <SourceNotes notes={notes} title={t('report.tableNotes', { file: fileName })} />
        </div>
      ))}
    </>
  );
}
