import { useTranslation } from 'react-i18next';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Finding } from '../../../shared/coverage/findings.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { ReceiptButton } from '../receipts/ReceiptButton.tsx';
import { stakeFigures } from './findingFigures.ts';
import { openMatters } from './findingFilter.ts';
import { type FindingSpeech, kindAndStake, subjectOf } from './findingWords.ts';

const FIRST = 6;

/** The findings that rank first, for an inspector in which nothing is selected yet: each opens with its evidence. */
export function FirstFindings({
  onOpen,
}: {
  /** Opens a finding where it is not the shown view that shows the selection. */
  readonly onOpen?: (id: string) => void;
}) {
  const { t } = useTranslation('coverage');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { value } = useCoverageInStages();
  const select = useView((state) => state.select);
  // Where all of them are listed, the first few would stand there twice.
  const listed = useView((state) => state.view === 'coverage' && state.coverageView === 'findings');
  if (listed || !records || !value) return null;
  const first = openMatters(value.analysis.findings).slice(0, FIRST);
  if (first.length === 0) return null;
  const speech: FindingSpeech = { say: t, figures, records, origin: value.origin };
  return (
    <FirstList
      items={first.map((finding) => {
        const id = findingKey(finding);
        const tone = toneOf(finding.type);
        const stake = stakeFigures(finding, { ...speech, receipts })['inspector.stake.money'];
        return {
          id,
          note: kindAndStake(finding, speech),
          name: subjectOf(finding, speech),
          ...(tone === null ? {} : { tone }),
          ...(stake && {
            beside: (
              <ReceiptButton
                opens={stake.opens}
                label={receipts('openOf', {
                  what: receipts('made.stake'),
                  name: subjectOf(finding, speech),
                })}
              />
            ),
          }),
          onPress: () => (onOpen ? onOpen(id) : select({ kind: 'finding', id })),
        };
      })}
    />
  );
}

const toneOf = (type: Finding['type']): 'gap' | 'overlap' | null =>
  type === 'GAP_NONE' || type === 'GAP_UNDER' || type === 'ORPHAN'
    ? 'gap'
    : type === 'OVERLAP' || type === 'DUPLICATE_TEXT'
      ? 'overlap'
      : null;
