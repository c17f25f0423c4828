import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '../../../shared/domain/time.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { formatDate, formatMoneyShort } from '../../../shared/text/format.ts';
import { dataDay } from '../../analysis/carryPicture.ts';
import { useCurrency } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { type FirstReason, firstInitiatives } from './firstInitiatives.ts';

/** The initiatives to look at first, for an inspector in which none is selected yet. */
export function FirstInitiatives() {
  const { t } = useTranslation('inspector');
  const language = usePreferences((state) => state.language);
  const currency = useCurrency();
  // It looks through all of them: whatever somebody does in the view comes first.
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const select = useView((state) => state.select);
  const first = useMemo(
    () => (records ? firstInitiatives(inUse(records.initiative), isoDay(dataDay(records))) : []),
    [records],
  );
  const say = (reason: FirstReason): string =>
    reason.kind === 'late'
      ? t('first.late', { date: formatDate(reason.end, language) })
      : t(`first.${reason.kind}`, { money: formatMoneyShort(reason.money, currency, language) });
  return (
    <FirstList
      items={first.map(({ initiative, reason }) => ({
        id: initiative.id,
        note: say(reason),
        name: initiative.name,
        onPress: () => select({ kind: 'initiative', id: initiative.id }),
      }))}
    />
  );
}
