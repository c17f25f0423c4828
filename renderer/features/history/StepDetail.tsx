import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { useDescribeLabel } from './describeLabel.ts';
import css from './HistoryView.module.css';
import type { Step } from './historySteps.ts';
import { RecordChanges } from './RecordChanges.tsx';

type Detail = MethodOutput<'history.entry'>;

/** What a step changed, record by record and field by field, before and after. */
export function StepDetail({ step }: { readonly step: Step | null }) {
  const { t } = useTranslation('backups');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  const detail = useDetail(step);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  if (!step) return <aside className={css.detail}>{t('history.pick')}</aside>;
  const more = detail ? detail.total - detail.changes.length : 0;
  return (
    <aside className={css.detail} aria-label={t('history.detail')}>
      <h2>{describe(step.label)}</h2>
      <p className={css.facts}>
        {step.by || t('history.nobody')} · {formatInstant(step.at, language)}
      </p>
      {detail && (
        <RecordChanges
          changes={detail.changes}
          names={detail.names}
          currency={currency}
          language={language}
        />
      )}
      {more > 0 && <p className={css.facts}>{t('history.more', { count: more })}</p>}
    </aside>
  );
}

function useDetail(step: Step | null): Detail | null {
  const [detail, setDetail] = useState<{ readonly of: string; readonly detail: Detail } | null>(null);
  const id = step?.id;
  const key = step ? `${step.id}/${step.undone}` : '';
  useEffect(() => {
    if (id === undefined) return;
    let gone = false;
    void ask('history.entry', { id }).then((found) => {
      if (found && !gone) setDetail({ of: key, detail: found });
    });
    return () => {
      gone = true;
    };
  }, [id, key]);
  return detail?.of === key ? detail.detail : null;
}
