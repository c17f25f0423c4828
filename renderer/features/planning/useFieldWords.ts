import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ChoosableField } from '../../../shared/planning/initiativesMerge.ts';
import { useWords } from '../inspector/useWords.ts';

const money: readonly (keyof Initiative)[] = [
  'budget',
  'spent',
  'valuePerMonth',
  'penaltyPerMonth',
  'teamDayRate',
];
const shares: readonly (keyof Initiative)[] = ['teamAllocation', 'familiarity', 'valueDecayMonthly'];
const dates: readonly (keyof Initiative)[] = ['startDate', 'endDate'];

/** Names of an initiative's fields, and their values as people read them. */
export function useFieldWords() {
  const { t } = useTranslation(['inspector', 'common', 'planning']);
  const words = useWords();
  return useMemo(
    () => ({
      name: (field: keyof Initiative): string =>
        field === 'overhead'
          ? t('section.overhead')
          : field === 'parameters'
            ? t('section.parameters')
            : field === 'extra'
              ? t('section.extra')
              : t(`field.${field as Exclude<ChoosableField, 'overhead'>}`),
      value: (records: PortfolioRecords, initiative: Initiative, field: keyof Initiative): string => {
        const value = initiative[field];
        if (value === null || value === '') return t('unknown');
        if (money.includes(field)) return words.money(value as number);
        if (shares.includes(field)) return words.share(value as number);
        if (dates.includes(field)) return words.date(value as string);
        if (field === 'mode') return t(`mode.${initiative.mode}`, { ns: 'common' });
        if (field === 'stage' && initiative.stage !== null)
          return t(`stage.${initiative.stage}`, { ns: 'common' });
        if (field === 'teamId') return records.team[String(value)]?.name ?? t('unknown');
        if (field === 'funded') return t(initiative.funded ? 'fundedYes' : 'fundedNo');
        if (field === 'overhead')
          return t(initiative.overhead ? 'actions.overhead' : 'actions.overheadUndo', { ns: 'planning' });
        return typeof value === 'number' ? words.number(value) : String(value);
      },
    }),
    [t, words],
  );
}
