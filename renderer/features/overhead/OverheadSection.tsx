import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overheadOfInitiative } from '../../../shared/planning/overhead.ts';
import { labelled } from '../../../shared/text/join.ts';
import { tagOverhead } from '../../state/initiativeActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readPersonDays } from '../../ui/readers.ts';
import { Folding } from '../inspector/Folding.tsx';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './overhead.module.css';
import { createOverhead, editOverhead, removeOverhead } from './overheadActions.ts';

/** What of an initiative customers don't care about: all of it, or work named here. */
export function OverheadSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('overhead');
  const language = usePreferences((state) => state.language);
  const words = useWords();
  const own = useMemo(() => overheadOfInitiative(records, initiative.id), [records, initiative.id]);
  const [name, setName] = useState('');
  return (
    <Folding id="overhead" note={own.length > 0 ? own.length : undefined}>
      <label className={css.tag}>
        <input
          type="checkbox"
          checked={initiative.overhead}
          disabled={readOnly}
          onChange={(event) => void tagOverhead([initiative.id], event.target.checked)}
        />
        {t('section.tag')}
      </label>
      <ul>
        {own.map((work) => (
          <li key={work.id} className={lines.pair}>
            <span className={work.stopped ? css.stopped : lines.text} title={work.name}>
              {work.name}
            </span>
            <span className={lines.value}>
              <InlineField
                label={t('field.of', { column: t('column.days'), name: work.name })}
                labelAt="hidden"
                numeric
                value={work.personDaysPerMonth}
                show={(days) => (days === null ? '' : t('section.days', { days: words.number(days) }))}
                toText={words.numberText}
                read={readPersonDays}
                readOnly={readOnly}
                onCommit={(personDaysPerMonth) => editOverhead(work, { personDaysPerMonth })}
              />
            </span>
            {!readOnly && (
              <RemoveButton
                narrow
                label={labelled(t('menu.delete'), work.name, language)}
                onPress={() => void removeOverhead(work)}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <form
          className={css.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            void createOverhead(name, { initiativeId: initiative.id, teamId: initiative.teamId }).then(
              (id) => {
                if (id !== null) setName('');
              },
            );
          }}
        >
          <input
            aria-label={t('section.addLabel', { name: initiative.name })}
            placeholder={t('section.add')}
            value={name}
            maxLength={500}
            onChange={(event) => setName(event.target.value)}
          />
        </form>
      )}
    </Folding>
  );
}
