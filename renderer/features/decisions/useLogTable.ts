import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import type { DecisionRow } from './decisionRows.ts';

/** The log of decisions as a table, to be shown, copied or exported. */
export function useLogTable(): (rows: readonly DecisionRow[]) => TwinTableData {
  const { t } = useTranslation('decisions');
  return useCallback(
    (rows) => ({
      caption: t('list.label'),
      columns: [
        { id: 'question', label: t('question'), kind: 'text' },
        { id: 'state', label: t('filter.label'), kind: 'text' },
        { id: 'chosen', label: t('option.chosen'), kind: 'text' },
        { id: 'reason', label: t('reason'), kind: 'text' },
        { id: 'owner', label: t('owner'), kind: 'text' },
        { id: 'decidedOn', label: t('decidedOn'), kind: 'text' },
        { id: 'reviewOn', label: t('reviewOn'), kind: 'text' },
        { id: 'happened', label: t('happened'), kind: 'text' },
      ],
      rows: rows.map(({ decision, chosen, due }) => ({
        id: decision.id,
        cells: [
          decision.name,
          due ? t('state.due') : t(`state.${decision.state}`),
          chosen?.name ?? '',
          decision.reason,
          decision.owner,
          decision.decidedOn ?? '',
          decision.reviewOn ?? '',
          decision.happened,
        ].map(textCell),
      })),
    }),
    [t],
  );
}
