import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionChanges, OptionNames } from '../../../shared/decisions/options.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';

/** What options are called in the language of the page. */
export function useOptionNames(): {
  readonly records: OptionNames;
  readonly optionName: (option: OptionChanges) => string;
  readonly percent: (share: number) => string;
} {
  const { t } = useTranslation('decisions');
  const figures = useFigureWords();
  return useMemo(
    () => ({
      records: {
        initiative: (capability) => t('propose.initiative', { capability }).slice(0, 500),
        partner: t('propose.partnerName'),
      },
      optionName: ({ kind, about }) => {
        const names = about.join(t('propose.and'));
        if (kind === 'accept') return t('propose.accept');
        if (kind === 'split') return t('propose.split');
        if (kind === 'build') return t('propose.build', { about: names });
        return names === '' ? t(`propose.${kind}Other`) : t(`propose.${kind}`, { about: names });
      },
      percent: (share) => figures.percent(share),
    }),
    [t, figures],
  );
}
