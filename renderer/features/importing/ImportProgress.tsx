import { useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './ImportDialog.module.css';
import type { RunState } from './useImportRun.ts';

export interface ImportProgressProps {
  readonly state: Extract<RunState, { readonly kind: 'running' }>;
  readonly fileName: string;
  readonly onCancel: () => void;
}

/** How far the import is, and the way out of it. */
export function ImportProgress({ state, fileName, onCancel }: ImportProgressProps) {
  const { t } = useTranslation(['importing', 'common', 'importMapping']);
  const language = usePreferences((each) => each.language);
  const { progress, cancelling } = state;
  const total = progress?.total ?? null;
  const rate = useRate(progress);
  const known = progress !== null && total !== null && total > 0;
  return (
    <Dialog
      title={t('title', { file: fileName })}
      dismissable={false}
      onClose={onCancel}
      footer={
        <Button isDisabled={cancelling} onPress={onCancel}>
          {t('action.cancel', { ns: 'common' })}
        </Button>
      }
    >
      <p role="status">
        {cancelling ? t('cancelling') : progress ? t(`stage.${progress.stage}`) : t('running')}
        {known &&
          !cancelling &&
          ` · ${formatNumber(progress.done, language)} / ${formatNumber(total, language)}`}
        {rate !== null && !cancelling && ` · ${t('rate', { ns: 'importMapping', count: rate })}`}
      </p>
      <ProgressBar
        aria-label={t('progress')}
        isIndeterminate={!known}
        value={known ? (100 * progress.done) / total : 0}
        className={css.progress ?? ''}
      >
        {({ percentage }) => (
          <span
            className={css.done}
            data-indeterminate={percentage === undefined || undefined}
            style={{ width: `${percentage ?? 30}%` }}
          />
        )}
      </ProgressBar>
    </Dialog>
  );
}

/** Rows a second of the stage that is under way, over its whole time so far; null until that says something. */
function useRate(progress: { readonly stage: string; readonly done: number } | null): number | null {
  const start = useRef<{ readonly stage: string; readonly at: number; readonly done: number } | null>(null);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    if (progress === null) return;
    const now = performance.now();
    if (start.current?.stage !== progress.stage) {
      start.current = { stage: progress.stage, at: now, done: progress.done };
      setRate(null);
      return;
    }
    const seconds = (now - start.current.at) / 1000;
    const rows = progress.done - start.current.done;
    if (seconds > 0.2 && rows > 0) setRate(Math.round(rows / seconds));
  }, [progress]);
  return rate;
}
