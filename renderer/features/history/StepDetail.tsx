import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput, RecordChange } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { tableWord } from '../backups/tableWord.ts';
import { useDescribeLabel } from './describeLabel.ts';
import { fieldWord, type ValueContext, valueWords } from './fieldWords.ts';
import css from './HistoryView.module.css';
import type { Step } from './historySteps.ts';

type Detail = MethodOutput<'history.entry'>;

/** What a step changed, record by record and field by field, before and after. */
export function StepDetail({ step }: { readonly step: Step | null }) {
  const { t } = useTranslation('backups');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  const detail = useDetail(step);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  if (!step) return <aside className={css.detail}>{t('history.pick')}</aside>;
  const context: ValueContext = {
    language,
    currency,
    names: detail?.names ?? {},
    gone: t('history.gone'),
    unknown: t('history.unknown'),
  };
  const more = detail ? detail.total - detail.changes.length : 0;
  return (
    <aside className={css.detail} aria-label={t('history.detail')}>
      <h2>{describe(step.label)}</h2>
      <p className={css.facts}>
        {step.by || t('history.nobody')} · {formatInstant(step.at, language)}
      </p>
      {detail?.changes.map((change) => (
        <Change key={`${change.table}/${change.id}/${change.kind}`} change={change} context={context} />
      ))}
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

function Change({ change, context }: { readonly change: RecordChange; readonly context: ValueContext }) {
  const { t } = useTranslation('backups');
  const { table, kind } = change;
  return (
    <section className={css.change}>
      <h3>
        <span className={css.kind} data-kind={kind}>
          {t(`history.${kind}`)}
        </span>
        {change.name ?? t('history.gone')}
        <span className={css.table}>{tableWord(table, context.language)}</span>
      </h3>
      <dl>
        {change.fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{fieldWord(table, field, context.language)}</dt>
            <dd>
              {kind === 'updated' ? (
                <>
                  <del>{valueWords(table, field, before, context)}</del>
                  <span aria-hidden> → </span>
                  <ins>{valueWords(table, field, after, context)}</ins>
                </>
              ) : (
                valueWords(table, field, kind === 'added' ? after : before, context)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
