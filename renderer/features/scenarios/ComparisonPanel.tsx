import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { COMPARED_AT_MOST } from '../../../shared/storyboard/pages.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { type PlanComparisonState, usePlanComparison } from '../../analysis/usePlanComparison.ts';
import { ComparisonChart } from '../../charts/comparison/ComparisonChart.tsx';
import type { ComparisonData } from '../../charts/comparison/comparisonData.ts';
import {
  type ComparisonSpeech,
  calledState,
  comparisonCard,
  comparisonFinding,
  comparisonLegend,
  comparisonSubtitle,
  comparisonTable,
  comparisonWords,
  describeComparison,
} from '../../charts/comparison/describe.ts';
import { layoutComparison } from '../../charts/comparison/layout.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { isPlace, useKept } from '../../state/kept.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { decideBetween } from '../decisions/decideBetween.ts';
import { useFooter } from '../flow/useFooter.ts';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import { openReceiptOf } from '../receipts/receiptStore.ts';
import { ChangesList } from './ChangesList.tsx';
import { ChooseStates } from './ChooseStates.tsx';
import { type StateRef, useCompared } from './compareStore.ts';
import css from './comparison.module.css';
import { type Compared, comparisonData } from './comparisonData.ts';
import { comparisonFigures } from './comparisonFigures.ts';
import { useStateName, useStateRecords } from './useStates.ts';

const keyOf = (state: StateRef): string => (state.kind === 'plan' ? 'plan' : `${state.kind}/${state.id}`);

/** Up to four states beside the one they are held against: picture, changes, findings and a paragraph. */
export function ComparisonPanel() {
  const { t } = useTranslation('comparison');
  const { t: decide } = useTranslation('decisions');
  const readOnly = useReadOnly();
  const { base, others, asked, set } = useCompared();
  const panel = useRef<HTMLElement>(null);
  const nameOf = useStateName();
  const draws = usePortfolio((state) => state.plan?.portfolio.portfolio?.draws ?? 0);
  const baseRecords = useStateRecords(base);
  const before = known(baseRecords);
  const own = useCurrency();
  // Amounts are in the currency of the state that the others are held against.
  const currency = before ? settingsOf(before).currency : own;
  const figures = useFigureWords(currency);
  // The number of states is bounded, and so is the number of hooks: one place for each, empty ones idle.
  const states = [
    useStateRecords(others[0]),
    useStateRecords(others[1]),
    useStateRecords(others[2]),
    useStateRecords(others[3]),
  ] as const;
  const isReading = others.length > 0 && [baseRecords, ...states].includes('reading');
  const results = [
    usePlanComparison(before, known(states[0]), draws),
    usePlanComparison(before, known(states[1]), draws),
    usePlanComparison(before, known(states[2]), draws),
    usePlanComparison(before, known(states[3]), draws),
  ];
  const baseName = nameOf(base);
  const compared = others.slice(0, COMPARED_AT_MOST).flatMap((state, k): Compared[] => {
    const { value } = results[k]!;
    const own = known(states[k] ?? null);
    if (!value || !before || !own) return [];
    return [{ id: keyOf(state), name: nameOf(state), before, after: own, comparison: value }];
  });
  const speech: ComparisonSpeech = { say: t, figures };
  const called = calledState({ id: base.kind, name: baseName }, speech);
  const data = comparisonData({ name: baseName, called }, compared, currency);
  const isThere = data !== null || others.length === 0;
  // Below a list of scenarios nobody would find what was asked for; until it is there, there is nothing to scroll to.
  useEffect(() => {
    if (!asked) return;
    panel.current?.scrollIntoView({ block: 'start' });
    if (isThere) set({ asked: false });
  }, [asked, isThere, set]);
  return (
    <section ref={panel} className={css.panel} aria-label={t('panel')}>
      <div className={css.choices}>
        <ChooseStates />
        {compared.length > 0 && !readOnly && (
          <Button onPress={() => void decideBetween(baseName, compared)}>{decide('finding.decide')}</Button>
        )}
      </div>
      {others.length === 0 && <p className={css.waiting}>{t('choose.hint')}</p>}
      <Waiting isReading={isReading} results={results.slice(0, others.length)} />
      {data && <Picture data={data} compared={compared} speech={speech} />}
      {compared.length > 0 && (
        <ChangesList
          baseName={base.kind === 'plan' ? baseName : t('words.quoted', { name: baseName })}
          compared={compared}
        />
      )}
    </section>
  );
}

const known = (records: PortfolioRecords | null | 'reading'): PortfolioRecords | null =>
  records === 'reading' ? null : records;

/** How far the comparison is, from the moment that it was asked for. */
function Waiting({
  isReading,
  results,
}: {
  /** While a snapshot of it is still read. */
  readonly isReading: boolean;
  readonly results: readonly PlanComparisonState[];
}) {
  const { t } = useTranslation('comparison');
  const figures = useFigureWords();
  const failed = results.find(({ status }) => status === 'failed');
  if (failed) {
    return (
      <p role="alert" className={css.failed}>
        {t('failed', { message: failed.message ?? '' })}
      </p>
    );
  }
  const running = results.filter(({ status }) => status === 'running');
  if (running.length === 0 && !isReading) return null;
  const share = results.reduce((sum, each) => sum + each.share, 0) / results.length;
  return (
    <p role="status" className={css.waiting}>
      {t('computing', { percent: figures.percent(share) })}
    </p>
  );
}

function Picture({
  data,
  compared,
  speech,
}: {
  readonly data: ComparisonData;
  /** The same states, in the same order. */
  readonly compared: readonly Compared[];
  readonly speech: ComparisonSpeech;
}) {
  const { t } = useTranslation('comparison');
  const footer = useFooter('futures');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const select = useView((state) => state.select);
  const selected = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const [wanted, setFocus] = useKept('comparison.focus', 0, isPlace);
  const focus = Math.min(wanted, data.states.length - 1);
  const layout = useMemo(
    () => layoutComparison(data, focus, width, comparisonWords(data, speech), measure),
    [data, focus, width, speech, measure],
  );
  const table = useCallback(() => comparisonTable(data, speech), [data, speech]);
  const { t: receipts } = useTranslation('receipts');
  const written = comparisonFigures(data, compared, { speech, receipts });
  const withNames = { ...speech, say: naming(t) };
  const title = comparisonFinding(data, withNames);
  const subtitle = comparisonSubtitle(data, withNames);
  return (
    <div ref={ref} className={css.picture}>
      <header className={css.finding}>
        <h2>
          <FigureText text={title} figures={written} />
        </h2>
        <p>
          <FigureText text={subtitle} figures={written} />
        </p>
      </header>
      {/* Where nothing differs, the sentence says all. */}
      {data.rows.length > 0 && (
        <ChartFrame
          name="comparison"
          words={{
            title,
            subtitle,
            draw: drawFigures(written),
            footer,
            description: describeComparison(data, speech),
          }}
          legend={comparisonLegend(data, focus, speech)}
          table={table}
          marks={layout.marks}
          cardOf={(id) => comparisonCard(id, data, focus, speech)}
          onActivate={(id) => {
            if (id.startsWith('initiative/'))
              select({ kind: 'initiative', id: id.slice('initiative/'.length) });
            const row = data.rows.find(({ measure }) => measure === id);
            const state = compared[focus];
            if (row && state)
              openReceiptOf({
                kind: 'moved',
                baseName: data.baseName,
                compared: state,
                row,
                place: focus,
              });
          }}
          size={layout}
          measure={measure}
          scale={scale}
          selectedMark={selected === null ? null : `initiative/${selected}`}
          drawing={(_patterns, active) => (
            <ComparisonChart layout={layout} active={active} selected={selected} />
          )}
          toolbar={
            data.states.length > 1 && (
              <SelectField
                compact
                label={t('choose.focus')}
                value={String(focus)}
                choices={data.states.map(({ letter, name }, k) => ({
                  id: String(k),
                  text: `${letter} ${name}`,
                }))}
                onChange={(id) => setFocus(Number(id))}
              />
            )
          }
        />
      )}
    </div>
  );
}
