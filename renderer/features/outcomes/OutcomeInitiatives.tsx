import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, OutcomeLink } from '../../../shared/domain/records.ts';
import { linksByOutcome } from '../../../shared/planning/outcomes.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import lines from '../inspector/Lines.module.css';
import { useWords } from '../inspector/useWords.ts';
import { linkToOutcome, unlinkOutcome } from './outcomeActions.ts';
import { WeightField } from './WeightField.tsx';

const none: readonly OutcomeLink[] = [];

/** Which initiatives serve an outcome, and with how much of their effort. */
export function OutcomeInitiatives({
  outcome,
  readOnly,
}: {
  readonly outcome: Outcome;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const records = usePortfolio((state) => state.records);
  const [capped, setCapped] = useState<number | null>(null);
  const own = records ? (linksByOutcome(records).get(outcome.id) ?? none) : none;
  const free = useMemo(() => {
    const taken = new Set(own.map(({ initiativeId }) => initiativeId));
    return Object.values(records?.initiative ?? {}).filter(({ id, retired }) => !retired && !taken.has(id));
  }, [records?.initiative, own]);
  if (!records) return null;
  return (
    <>
      {own.length === 0 && <p className={lines.none}>{t('inspect.noInitiatives')}</p>}
      <ul>
        {own.map((link) => {
          const initiative = records.initiative[link.initiativeId];
          if (!initiative) return null;
          return (
            <li key={link.id} className={lines.pair}>
              <ModeMark mode={initiative.mode} bare />
              <button
                type="button"
                className={lines.link}
                onClick={() => useView.getState().select({ kind: 'initiative', id: initiative.id })}
              >
                {initiative.name}
              </button>
              <span className={lines.value}>
                <WeightField
                  label={t('inspect.weight', { name: initiative.name })}
                  weight={link.weight}
                  readOnly={readOnly}
                  onCommit={(weight) =>
                    void linkToOutcome(initiative, outcome, weight).then((answer) => setCapped(answer.capped))
                  }
                />
              </span>
              {!readOnly && (
                <RemoveButton
                  narrow
                  label={t('inspect.unlink', { name: initiative.name })}
                  onPress={() => void unlinkOutcome(initiative, outcome, link.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {capped !== null && (
        <p className={lines.wrong} role="alert">
          {capped === 0 ? t('section.full') : t('section.capped', { given: words.share(capped) })}
        </p>
      )}
      {!readOnly && (
        <RecordPicker
          label={t('inspect.addInitiative')}
          records={free}
          onPick={(id) => {
            const initiative = records.initiative[id];
            if (initiative)
              void linkToOutcome(initiative, outcome, null).then((answer) => setCapped(answer.capped));
          }}
        />
      )}
    </>
  );
}
