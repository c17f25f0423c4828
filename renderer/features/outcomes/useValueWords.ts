import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusinessValue, branchOf, valueBranches, valueTree } from '../../../shared/planning/outcomes.ts';

/** The tree of business value as choices, each leaf said with its branch, and unknown first. */
export function useValueChoices(): readonly { readonly id: BusinessValue | ''; readonly text: string }[] {
  const { t } = useTranslation(['outcomes', 'common']);
  return useMemo(
    () => [
      { id: '' as const, text: t('unknown', { ns: 'common' }) },
      ...valueBranches.flatMap((branch) =>
        valueTree[branch].map((id) => ({
          id,
          text: t('value.leaf', { branch: t(`branch.${branchOf(id)}`), value: t(`value.${id}`) }),
        })),
      ),
    ],
    [t],
  );
}
