import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelledHandoff } from '../../../shared/analysis/handoffLedger.ts';
import type { Handoff, PortfolioRecords } from '../../../shared/domain/records.ts';
import { handoffEnd, type LedgerTotals, ledgerTotals } from '../../../shared/planning/handoffs.ts';
import { keptText } from '../../../shared/planning/keptText.ts';
import { countAs } from '../../../shared/text/format.ts';
import { useWords } from '../inspector/useWords.ts';

/** How rows of the ledger of this portfolio are said. */
export function useLedgerWords(records: PortfolioRecords) {
  const { t } = useTranslation('planning');
  const words = useWords();
  return useMemo(() => {
    const days = (value: number): string => words.number(Math.round(value));
    return {
      /** Both ends, a blank one as someone. */
      ends: (handoff: Handoff) => ({
        from: handoffEnd(records, handoff, 'from').name || t('handoff.someone'),
        to: handoffEnd(records, handoff, 'to').name || t('handoff.someone'),
      }),
      kept: (handoff: Handoff): string => {
        const text = keptText(handoff);
        return text === '' ? '' : `${text}%`;
      },
      modelled: ({ waitDays, kept, relearningDays }: ModelledHandoff) => ({
        wait: days(waitDays),
        kept: kept === null ? '–' : words.share(Math.round(kept * 100) / 100),
        relearning: days(relearningDays),
      }),
      totals: (ledger: readonly Handoff[]): { readonly totals: LedgerTotals; readonly text: string } => {
        const totals = ledgerTotals(ledger);
        const parts = [
          // A sum of nothing known is not zero: it is left out, and what is unknown is counted.
          ...(totals.unknownWait < totals.rows
            ? [
                t('handoff.totalWait', {
                  count: countAs(words.number(totals.waitDays)),
                  wait: words.number(totals.waitDays),
                }),
              ]
            : []),
          ...(totals.unknownRelearning < totals.rows
            ? [
                t('handoff.totalRelearning', {
                  count: countAs(words.number(totals.relearningDays)),
                  relearning: words.number(totals.relearningDays),
                }),
              ]
            : []),
          ...(totals.unknownWait > 0 ? [t('handoff.unknownWait', { count: totals.unknownWait })] : []),
          ...(totals.unknownKept > 0 ? [t('handoff.unknownKept', { count: totals.unknownKept })] : []),
          ...(totals.unknownRelearning > 0
            ? [t('handoff.unknownRelearning', { count: totals.unknownRelearning })]
            : []),
        ];
        return { totals, text: parts.join(' · ') };
      },
    };
  }, [t, words, records]);
}
