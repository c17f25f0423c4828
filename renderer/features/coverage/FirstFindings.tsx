import { useTranslation } from 'react-i18next';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import css from './coverage.module.css';
import { type FindingSpeech, subjectOf } from './findingWords.ts';

const FIRST = 6;

/** The findings that rank first, for an inspector in which nothing is selected yet: each opens with its evidence. */
export function FirstFindings() {
  const { t } = useTranslation('coverage');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { value } = useCoverageInStages();
  const select = useView((state) => state.select);
  // Where all of them are listed, the first few would stand there twice.
  const listed = useView((state) => state.coverageView === 'findings');
  if (listed || !records || !value || value.analysis.findings.length === 0) return null;
  const speech: FindingSpeech = { say: t, figures, records, origin: value.origin };
  return (
    <section className={css.first}>
      <h2>{t('first.title')}</h2>
      <ol>
        {value.analysis.findings.slice(0, FIRST).map((finding) => {
          const id = findingKey(finding);
          return (
            <li key={id} data-type={finding.type}>
              <button type="button" onClick={() => select({ kind: 'finding', id })}>
                <small>
                  {t('inspector.stake', {
                    type: t(`type.${finding.type}`),
                    money: figures.moneyShort(finding.money),
                  })}
                </small>
                <span>{subjectOf(finding, speech)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
