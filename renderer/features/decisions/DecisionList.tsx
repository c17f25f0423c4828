import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import type { DecisionRow } from './decisionRows.ts';
import { useDecisionView } from './decisionStore.ts';
import css from './decisions.module.css';

/** The log: each question with what became of it; up and down walk through it. */
export function DecisionList({
  rows,
  shown,
}: {
  readonly rows: readonly DecisionRow[];
  readonly shown: string | null;
}) {
  const { t } = useTranslation('decisions');
  const language = usePreferences((state) => state.language);
  const set = useDecisionView((state) => state.set);
  return (
    <ul className={css.log} aria-label={t('list.label')}>
      {rows.map(({ decision, chosen, due }, at) => (
        <li key={decision.id}>
          <button
            type="button"
            aria-current={decision.id === shown ? 'true' : undefined}
            onClick={() => set({ shown: decision.id })}
            onKeyDown={(event) => {
              const next = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;
              const row = rows[next];
              if (!row) return;
              event.preventDefault();
              set({ shown: row.decision.id });
              const items = event.currentTarget.closest('ul')?.querySelectorAll('button');
              items?.[next]?.focus();
            }}
          >
            <span className={css.state} data-state={due ? 'due' : decision.state}>
              {due ? t('state.due') : t(`state.${decision.state}`)}
            </span>
            <span className={css.question}>{decision.name}</span>
            {chosen && (
              <small>
                {t('list.decided', {
                  option: chosen.name,
                  at: formatDate(decision.decidedOn, language) ?? '',
                })}
              </small>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
