import { useTranslation } from 'react-i18next';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { naming } from '../../charts/frame/naming.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FindingDecision } from '../decisions/FindingDecision.tsx';
import { Figure } from '../receipts/Figure.tsx';
import { type FiguresOf, FigureText } from '../receipts/FigureText.tsx';
import css from './coverage.module.css';
import { confidenceFigure, evidenceFigure, stakeFigures, whyFigures } from './findingFigures.ts';
import { evidenceLines, type FindingSpeech, kindAndStake, subjectOf, whyText } from './findingWords.ts';
import { Healthy } from './Healthy.tsx';

const tones = {
  GAP_NONE: 'gap',
  GAP_UNDER: 'gap',
  ORPHAN: 'gap',
  OVERLAP: 'overlap',
  DUPLICATE_TEXT: 'overlap',
} as const;

/** One finding with its evidence, why it is flagged, and how to declare it healthy. */
export function FindingInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation('coverage');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { value } = useCoverageInStages();
  const select = useView((state) => state.select);
  if (!records || !value) return null;
  const { findings } = value.analysis;
  const at = findings.findIndex((finding) => findingKey(finding) === id);
  const finding = findings[at];
  if (!finding)
    return <p className={css.gone}>{t(value.compared ? 'inspector.gone' : 'comparing.findings')}</p>;
  const speech: FindingSpeech = { say: t, figures, records, origin: value.origin };
  const withNames = { ...speech, say: naming(t) };
  const next = findings[at + 1];
  const withReceipts = { ...speech, receipts };
  const evidence = evidenceLines(finding, speech).map((line) => ({
    line,
    opens: evidenceFigure(finding, line, withReceipts),
  }));
  const tone = tones[finding.type as keyof typeof tones];
  return (
    <div className={css.inspector}>
      <section>
        <p className={tone ? css[tone] : css.plain}>
          <FigureText text={kindAndStake(finding, withNames)} figures={stakeFigures(finding, withReceipts)} />
        </p>
        <h2>{subjectOf(finding, speech)}</h2>
        <p className={css.note}>
          <FigureText
            text={withNames.say('inspector.confidence', { confidence: figures.percent(finding.confidence) })}
            figures={
              {
                'inspector.confidence.confidence': confidenceFigure(finding, withReceipts),
              } satisfies FiguresOf<'coverage'>
            }
          />
        </p>
      </section>
      <section>
        <h3>{t('inspector.why')}</h3>
        <p>
          <FigureText text={whyText(finding, withNames)} figures={whyFigures(finding, withReceipts)} />
        </p>
      </section>
      <FindingDecision finding={finding} subject={subjectOf(finding, speech)} />
      <section>
        <h3>{t('inspector.evidence')}</h3>
        <table className={css.evidence}>
          <tbody>
            {evidence.map(({ line, opens }, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own and never move
              <tr key={k}>
                <th scope="row">
                  {line.initiative !== undefined ? (
                    <button
                      type="button"
                      className={css.link}
                      onClick={() => select({ kind: 'initiative', id: line.initiative! })}
                    >
                      {line.label}
                    </button>
                  ) : (
                    line.label
                  )}
                  {line.note && <small>{line.note}</small>}
                </th>
                <td>
                  {opens ? (
                    <Figure opens={opens} label={receipts('open', { what: line.label })}>
                      {line.value}
                    </Figure>
                  ) : (
                    line.value
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>{t('inspector.healthy')}</h3>
        <Healthy finding={finding} subject={subjectOf(finding, speech)} />
      </section>
      {next && (
        <button
          type="button"
          className={css.next}
          onClick={() => select({ kind: 'finding', id: findingKey(next) })}
        >
          {t('inspector.next', { type: t(`type.${next.type}`), subject: subjectOf(next, speech) })}
        </button>
      )}
    </div>
  );
}
