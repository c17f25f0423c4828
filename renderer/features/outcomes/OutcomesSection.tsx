import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { Outcome, OutcomeLink } from '../../../shared/domain/records.ts';
import { sumShares } from '../../../shared/planning/contributions.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { newId } from '../../state/initiativeActions.ts';
import { useView } from '../../state/viewStore.ts';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { Folding } from '../inspector/Folding.tsx';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useWords } from '../inspector/useWords.ts';
import { linkToOutcome, unlinkOutcome } from './outcomeActions.ts';
import { CappedNote, WeightLine } from './WeightLine.tsx';

const none: readonly OutcomeLink[] = [];

/** Which outcomes an initiative serves, and with how much of its effort. */
export function OutcomesSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const [capped, setCapped] = useState<number | null>(null);
  const own = portfolioIndex(records).outcomeLinks.get(initiative.id) ?? none;
  const free = useMemo(() => {
    const taken = new Set(own.map(({ outcomeId }) => outcomeId));
    return inUse(records.outcome).filter(({ id }) => !taken.has(id));
  }, [records.outcome, own]);
  const link = (outcome: Outcome, weight: number | null, isNew = false): void =>
    void linkToOutcome(initiative, outcome, weight, isNew).then((answer) => setCapped(answer.capped));
  return (
    <Folding id="outcomes" note={own.length > 0 ? own.length : undefined}>
      {own.length === 0 && <p className={lines.none}>{t('section.none')}</p>}
      <ul>
        {own.map((each) => {
          const outcome = records.outcome[each.outcomeId];
          if (!outcome) return null;
          return (
            <WeightLine
              key={each.id}
              name={outcome.name}
              weight={each.weight}
              labels={{
                weight: t('section.weight', { name: outcome.name }),
                remove: t('section.remove', { name: outcome.name }),
              }}
              readOnly={readOnly}
              onOpen={() => useView.getState().select({ kind: 'outcome', id: outcome.id })}
              onCommit={(weight) => link(outcome, weight)}
              onRemove={() => void unlinkOutcome(initiative, outcome, each.id)}
            />
          );
        })}
      </ul>
      {own.length > 0 && (
        <p className={lines.note}>
          {t('section.sum', { sum: words.share(sumShares(own.map(({ weight }) => weight))) })}
        </p>
      )}
      <CappedNote given={capped} />
      {!readOnly && (
        <RecordPicker
          label={t('section.add')}
          records={free}
          onPick={(id) => {
            const outcome = records.outcome[id];
            if (outcome) link(outcome, null);
          }}
          onCreate={(name) => link(newOutcome(newId(), name), null, true)}
          newLabel={(name) => t('section.new', { name })}
        />
      )}
    </Folding>
  );
}
