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
  const { t } = useTranslation(['importing', 'common']);
  const language = usePreferences((each) => each.language);
  const { progress, cancelling } = state;
  const total = progress?.total ?? null;
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
      </p>
      <ProgressBar
        aria-label={t('progress')}
        isIndeterminate={!known}
        value={known ? (100 * progress.done) / total : 0}
        className={css.progress ?? ''}
      >
        {({ percentage }) => (
          <span
            className={css.bar}
            data-indeterminate={percentage === undefined || undefined}
            style={{ width: `${percentage ?? 30}%` }}
          />
        )}
      </ProgressBar>
    </Dialog>
  );
}
