import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { progressOf, readingsByOutcome } from '../../../shared/planning/outcomes.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { useWords } from '../inspector/useWords.ts';
import { progressWords } from './outcomeWords.ts';

const FIRST = 6;

/** Outcomes with a date that are not reached, those due first at the top. */
const firstOutcomes = (records: PortfolioRecords) => {
  const readings = readingsByOutcome(records);
  return inUse(records.outcome)
    .flatMap((outcome) => {
      const progress = progressOf(outcome, readings.get(outcome.id) ?? []);
      const isReached = progress.known && progress.share >= 1;
      return outcome.dueDate === null || isReached ? [] : [{ outcome, progress, due: outcome.dueDate }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, FIRST);
};

/** The outcomes that are due first and not reached, for an inspector in which none is selected yet. */
export function FirstOutcomes() {
  const { t } = useTranslation('outcomes');
  const { t: inspector } = useTranslation('inspector');
  const words = useWords();
  const records = usePortfolio((state) => state.records);
  const select = useView((state) => state.select);
  const first = useMemo(() => (records ? firstOutcomes(records) : []), [records]);
  return (
    <FirstList
      items={first.map(({ outcome, progress, due }) => ({
        id: outcome.id,
        note: inspector('first.outcome', {
          date: formatDate(due, words.language),
          progress: progressWords(progress, t, words),
        }),
        name: outcome.name,
        onPress: () => select({ kind: 'outcome', id: outcome.id }),
      }))}
    />
  );
}
