import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/contract/result.ts';
import { useSayError } from '../shell/sayError.ts';
import css from './ExportDialog.module.css';
import type { ExportRun } from './useExport.ts';

/** What stands in the way, how far the work is, or that it was stopped. */
export function ExportProgress({
  run,
  problem,
  failed,
  stopped,
}: {
  readonly run: ExportRun | null;
  readonly problem: string | null;
  readonly failed: AppError | null;
  readonly stopped: boolean;
}) {
  const { t } = useTranslation('reports');
  const sayError = useSayError();
  if (!run && !problem && failed)
    return (
      <p className={css.failed} role="alert">
        {sayError(failed)}
      </p>
    );
  if (!run)
    return (
      <p className={css.problem} role="status">
        {problem ?? (stopped ? t('dialog.stopped') : null)}
      </p>
    );
  const { progress, cancelling } = run;
  const share = progress?.total ? Math.floor((100 * progress.done) / progress.total) : null;
  const said = cancelling
    ? t('dialog.cancelling')
    : share === null
      ? t('dialog.starting')
      : t(progress?.stage === 'writing' ? 'dialog.writing' : 'dialog.computing', { share });
  return (
    <div className={css.progress} role="status">
      <progress max={100} {...(share === null ? {} : { value: share })} aria-label={said} />
      <span>{said}</span>
    </div>
  );
}
