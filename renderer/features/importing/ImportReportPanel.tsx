import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportReport, skipReasons } from '../../../shared/exchange/contract.ts';
import type { KeptReport } from '../../../shared/exchange/writing/keptReport.ts';
import { formatMoney, formatNumber } from '../../../shared/text/format.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { undo } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './ImportDialog.module.css';
import { ReportRows } from './ReportRows.tsx';
import { ReportTables } from './ReportTables.tsx';
import { SourceNotes } from './SourceNotes.tsx';
import { SumChecks } from './SumChecks.tsx';
import { isToLookAt } from './toLookAt.ts';

export interface ImportReportPanelProps {
  readonly report: ImportReport;
  /** False when nothing changed. */
  readonly undoable: boolean;
  readonly onClose: () => void;
}

const EXAMPLES = 3;

/** What an import did, row by row where it matters, and the way to take it back whole. */
export function ImportReportPanel({ report, undoable, onClose }: ImportReportPanelProps) {
  const { t } = useTranslation(['importing', 'importReasons']);
  const show = usePanel((state) => state.show);
  const [busy, setBusy] = useState(false);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    await undo();
    tell({ kind: 'done', key: 'notice.importUndone' });
    onClose();
  };
  return (
    <Dialog
      title={t('report.title', { file: report.fileName })}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onPress={() => show({ kind: 'pastImports' })}>
            {t('report.past')}
          </Button>
          {undoable && (
            <Button isDisabled={busy} onPress={() => void takeBack()}>
              {t('report.undo')}
            </Button>
          )}
          <Button look="primary" onPress={onClose}>
            {t('report.done')}
          </Button>
        </>
      }
    >
      {!undoable && <p>{t('report.nothing')}</p>}
      <ReportBody report={report} />
    </Dialog>
  );
}

/** A report in figures, lists and sums; `totals` are the lengths of lists that are kept cut. */
export function ReportBody({
  report,
  totals,
}: {
  readonly report: ImportReport;
  readonly totals?: KeptReport['totals'];
}) {
  const { t } = useTranslation(['importing', 'importReasons', 'importMapping']);
  const language = usePreferences((state) => state.language);
  const vanished = report.vanished ?? [];
  const doubtful = report.doubtful ?? [];
  const toLookAt = (report.notes ?? []).filter(isToLookAt);
  const done = (report.notes ?? []).filter((note) => !isToLookAt(note));
  const figures = [
    ['created', report.created],
    ['updated', report.updated],
    ['unchanged', report.unchanged],
    ['skipped', totals?.skipped ?? report.skipped.length],
    ['refused', totals?.refused ?? report.refused.length],
    ['unreadable', totals?.unreadable ?? report.unreadable.length],
    ...(report.vanished ? ([['vanished', totals?.vanished ?? vanished.length]] as const) : []),
  ] as const;
  // A list that says nothing of budgets, or none that could be read, does not say that they are zero.
  const saysBudget =
    report.of === undefined &&
    (report.sums.budget > 0 ||
      (report.sumChecks ?? []).some(({ field, cells }) => field === 'budget' && cells > 0));
  return (
    <>
      <p className={css.lead} role="status">
        {t('report.rows', { count: report.rows })}
        {saysBudget && ' · '}
        {saysBudget &&
          t('report.budget', { sum: formatMoney(report.sums.budget, report.sums.currency, language) })}
      </p>
      <dl className={css.figures}>
        {figures.map(([kind, count]) => (
          <div key={kind} data-zero={count === 0}>
            <dt>{t(`report.${kind}`)}</dt>
            <dd>{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      {(report.sumChecks?.length ?? 0) > 0 && (
        <section className={css.part}>
          <h3>{t('report.sumsTitle')}</h3>
          <SumChecks checks={report.sumChecks ?? []} currency={report.sums.currency} />
        </section>
      )}
      {toLookAt.length > 0 && (
        <div className={css.part}>
          <SourceNotes notes={toLookAt} title={t('report.lookTitle')} />
        </div>
      )}
      <ReportTables report={report} />
      <Refused report={report} />
      {report.unreadable.length > 0 && (
        <ReportRows
          title={t('report.unreadableTitle')}
          heads={[t('report.row'), t('report.column'), t('report.value'), t('report.reason')]}
          rows={report.unreadable.map(({ row, column, value, reason }) => [
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
          heads={[t('report.row'), t('preview.name'), t('report.takenFor'), t('report.reason')]}
          rows={doubtful.map(({ row, name, taken, decided }) => [
            String(row),
            name,
            taken ?? t('refresh.new'),
            t(decided ? 'report.byYou' : 'report.undecided'),
          ])}
        />
      )}
      {vanished.length > 0 && (
        <ReportRows
          title={t('report.vanishedTitle')}
          heads={[t('preview.name'), t('report.what')]}
          rows={vanished.map(({ name, retired }) => [
            name,
            retired ? t('report.retired') : t('report.stays'),
          ])}
        />
      )}
      <Skipped report={report} />
      <Repaired report={report} />
      {done.length > 0 && (
        <div className={css.part}>
          <SourceNotes notes={done} />
        </div>
      )}
    </>
  );
}

function Repaired({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation(['importing', 'importReasons']);
  if (report.repaired.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{t('report.repaired')}</h3>
      <ul className={css.repairs}>
        {report.repaired.map(({ what, count, examples }) => (
          <li key={what}>
            <span>
              {t(`repair.${what}`, { ns: 'importReasons' })} · {t('report.times', { count })}
            </span>
            {examples.length > 0 && (
              <span className={css.note}>
                {t('report.examples', { examples: examples.slice(0, EXAMPLES).join(' · ') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Refused({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation(['importing', 'importReasons']);
  if (report.refused.length === 0) return null;
  return (
    <ReportRows
      title={t('report.refusedTitle')}
      heads={[t('report.row'), t('report.column'), t('report.reason')]}
      rows={report.refused.map(({ row, column, reason }) => [
        String(row),
        column,
        t(`reason.${reason}`, { ns: 'importReasons' }),
      ])}
    />
  );
}

function Skipped({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation(['importing', 'importReasons']);
  if (report.skipped.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{t('report.skippedTitle')}</h3>
      <ul className={css.repairs}>
        {skipReasons.map((reason) => {
          const rows = report.skipped.filter((each) => each.reason === reason).map(({ row }) => row);
          if (rows.length === 0) return null;
          return (
            <li key={reason}>
              <span>
                {t(`skip.${reason}`, { ns: 'importReasons' })} · {t('report.times', { count: rows.length })}
              </span>
              <span className={css.note}>
                {t('skip.rows', { rows: rows.slice(0, 12).join(', ') + (rows.length > 12 ? '…' : '') })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
