import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import { isLive } from '../../../shared/planning/inUse.ts';
import { formatMoneyShort } from '../../../shared/text/format.ts';
import { useCurrency } from '../../analysis/useFigureWords.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { enterField } from '../flow/enterField.ts';
import { firstOf } from './firstInitiatives.ts';

const FIRST = 5;

/**
 * The initiatives planned or under way that lack what a still empty view will hold: how many, and the largest budgets,
 * each opened where it is entered. Nothing where none lacks it.
 */
export function LackingInitiatives({
  title,
  say,
  records,
  lacks,
  field,
}: {
  readonly title: string;
  /** The sentence under the title, for so many initiatives. */
  readonly say: (count: number) => string;
  readonly records: PortfolioRecords;
  readonly lacks: (initiative: Initiative) => boolean;
  /** The field of an initiative that a press leads to. */
  readonly field: string;
}) {
  const { t } = useTranslation('inspector');
  const language = usePreferences((state) => state.language);
  const currency = useCurrency();
  const lacking = Object.values(records.initiative).filter((each) => isLive(each) && lacks(each));
  const first = firstOf(lacking, FIRST, byBudget);
  return (
    <FirstList
      title={title}
      text={say(lacking.length)}
      items={first.map(({ id, name, budget }) => ({
        id,
        note:
          budget === null
            ? t('first.noBudget')
            : t('first.largest', { money: formatMoneyShort(budget, currency, language) }),
        name,
        onPress: () => enterField(id, `initiative.${field}`),
      }))}
    />
  );
}

/** The largest first; an unknown budget comes after every known one. */
const byBudget = (a: Initiative, b: Initiative): number => (b.budget ?? -1) - (a.budget ?? -1);
