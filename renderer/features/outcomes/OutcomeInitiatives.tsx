import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative, Outcome, OutcomeLink } from '../../../shared/domain/records.ts';
import { linksByOutcome } from '../../../shared/planning/outcomes.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import lines from '../inspector/Lines.module.css';
import { linkToOutcome, unlinkOutcome } from './outcomeActions.ts';
import { CappedNote, WeightLine } from './WeightLine.tsx';

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
  const records = usePortfolio((state) => state.records);
  const [capped, setCapped] = useState<number | null>(null);
  const own = records ? (linksByOutcome(records).get(outcome.id) ?? none) : none;
  const free = useMemo(() => {
    const taken = new Set(own.map(({ initiativeId }) => initiativeId));
    return Object.values(records?.initiative ?? {}).filter(({ id, retired }) => !retired && !taken.has(id));
  }, [records?.initiative, own]);
  if (!records) return null;
  const link = (initiative: Initiative, weight: number | null): void =>
    void linkToOutcome(initiative, outcome, weight).then((answer) => setCapped(answer.capped));
  return (
    <>
      {own.length === 0 && <p className={lines.none}>{t('inspect.noInitiatives')}</p>}
      <ul>
        {own.map((each) => {
          const initiative = records.initiative[each.initiativeId];
          if (!initiative) return null;
          return (
            <WeightLine
              key={each.id}
              mark={<ModeMark mode={initiative.mode} bare />}
              name={initiative.name}
              weight={each.weight}
              labels={{
                weight: t('inspect.weight', { name: initiative.name }),
                remove: t('inspect.unlink', { name: initiative.name }),
              }}
              readOnly={readOnly}
              onOpen={() => useView.getState().select({ kind: 'initiative', id: initiative.id })}
              onCommit={(weight) => link(initiative, weight)}
              onRemove={() => void unlinkOutcome(initiative, outcome, each.id)}
            />
          );
        })}
      </ul>
      <CappedNote given={capped} />
      {!readOnly && (
        <RecordPicker
          label={t('inspect.addInitiative')}
          records={free}
          onPick={(id) => {
            const initiative = records.initiative[id];
            if (initiative) link(initiative, null);
          }}
        />
      )}
    </>
  );
}
