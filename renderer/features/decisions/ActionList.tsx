import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { addAction, editAction } from '../../state/decisionActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { parseDate } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readProse } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { todayIso } from '../planning/today.ts';
import { AddLine } from './AddLine.tsx';
import css from './decisions.module.css';

/** Who does what until when: of one decision, or of all (null). */
export function ActionList({
  records,
  readOnly,
  decisionId,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
  readonly decisionId: string | null;
}) {
  const { t } = useTranslation('decisions');
  const words = useWords();
  const language = usePreferences((state) => state.language);
  const today = todayIso();
  const items = Object.values(records.actionItem)
    .filter((item) => decisionId === null || item.decisionId === decisionId)
    .sort(
      (a, b) =>
        Number(a.doneOn !== null) - Number(b.doneOn !== null) ||
        ((a.dueDate ?? '9999') < (b.dueDate ?? '9999') ? -1 : 1),
    );
  return (
    <div className={css.list}>
      {items.length === 0 && decisionId === null && (
        <div className={css.teach}>
          <h2>{t('actions.title')}</h2>
          <p>{t('actions.text')}</p>
        </div>
      )}
      <ul>
        {items.map((item) => {
          const late = item.doneOn === null && item.dueDate !== null && item.dueDate < today;
          return (
            <li key={item.id} className={css.item} data-done={item.doneOn !== null}>
              <input
                type="checkbox"
                aria-label={t('actions.done', { name: item.name })}
                checked={item.doneOn !== null}
                disabled={readOnly}
                onChange={() => void editAction(item, { doneOn: item.doneOn === null ? today : null })}
              />
              <span className={css.itemName}>
                {item.name}
                {late && <small className={css.late}>{t('actions.overdue')}</small>}
                {item.doneOn !== null && (
                  <small>{t('actions.doneOn', { at: formatDate(item.doneOn, language) })}</small>
                )}
              </span>
              <InlineField
                label={t('actions.owner', { name: item.name })}
                labelAt="hidden"
                value={item.owner}
                show={(value) => value}
                read={readProse}
                placeholder={t('owner')}
                readOnly={readOnly}
                onCommit={(owner) => void editAction(item, { owner: owner.slice(0, 500) })}
              />
              <InlineField
                label={t('actions.due', { name: item.name })}
                labelAt="hidden"
                numeric
                value={item.dueDate}
                show={words.date}
                toText={words.dateText}
                read={parseDate}
                readOnly={readOnly}
                onCommit={(dueDate) => void editAction(item, { dueDate })}
              />
              {!readOnly && (
                <RemoveButton
                  label={t('actions.remove', { name: item.name })}
                  onPress={() => void editAction(item, null)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <AddLine
          label={t('actions.label')}
          example={t('actions.example')}
          button={t('actions.button')}
          onAdd={(name) => void addAction(name, decisionId)}
        />
      )}
    </div>
  );
}
