import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { FUTURES, useFutures } from '../../analysis/useFutures.ts';
import { mostWasteful, wasteBill } from '../../analysis/wasteBill.ts';
import { type BillSpeech, billFinding, billSubtitle } from '../../charts/bill/describe.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { LackedFacts } from '../flow/LackedFacts.tsx';
import { NoInitiatives } from '../initiatives/NoInitiatives.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import { BillPicture } from './BillPicture.tsx';
import { billFigures } from './billFigures.ts';
import { useScope, useScopeChoice } from './useScope.ts';
import css from './wastes.module.css';

/** Initiatives simulated for the ranges at most: those that lose most; the rest count as expected. */
export const MOST_SIMULATED = 1000;

/** What the portfolio loses to the seven wastes, in days and money. */
export function WastesView() {
  const { t } = useTranslation('wastes');
  const records = usePortfolio((state) => state.records);
  if (!records) return null;
  if (Object.keys(records.initiative).length === 0) {
    return <NoInitiatives title={t('empty.title')} text={t('empty.text')} button={t('empty.button')} />;
  }
  return <Bill records={records} />;
}

function Bill({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('wastes');
  const { t: common } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const scope = useScope(records);
  const { initiatives, headlineOf } = scope;
  const waiting = initiatives.some(({ headline }) => headline === undefined);
  const simulated = useMemo(
    () => (waiting ? [] : mostWasteful(initiatives, MOST_SIMULATED)),
    [initiatives, waiting],
  );
  const futures = useFutures(simulated, headlineOf);
  // A range needs all of them: until then every answer would have the whole bill added up anew, and say nothing new.
  const complete = futures.done === futures.total ? futures : null;
  const data = useMemo(
    () => wasteBill(initiatives, simulated, complete?.of ?? (() => undefined)),
    [initiatives, simulated, complete],
  );
  const speech = useMemo<BillSpeech>(
    () => ({ say: t, figures, waste: (category) => common(`waste.${category}`) }),
    [t, common, figures],
  );
  const written = useMemo(
    () => billFigures(data, initiatives, { ...speech, receipts }),
    [data, initiatives, speech, receipts],
  );
  const lacking = useMemo(() => initiatives.map(({ id }) => id), [initiatives]);
  if (initiatives.length === 0) {
    return (
      <EmptyState title={t('none.title')} text={t('none.filtered')}>
        <Button
          look="primary"
          onPress={() => {
            useTable.getState().clearFilters();
            useScopeChoice.setState({ scope: 'all' });
          }}
        >
          {t('none.button')}
        </Button>
      </EmptyState>
    );
  }
  if (data.counted === 0 && data.pending === 0) {
    return (
      <EmptyState title={t('none.title')} text={t('none.text', { count: data.notComputed })}>
        <LackedFacts records={records} ids={lacking} />
      </EmptyState>
    );
  }
  const withNames = { ...speech, say: naming(t) };
  const finding = billFinding(data, withNames);
  const title =
    scope.scope === 'selected' && initiatives[0]
      ? t('finding.initiative', { name: shortName(initiatives[0].name), finding })
      : finding;
  const subtitle = billSubtitle(data, withNames);
  const isLargest = simulated.length < data.counted;
  const range =
    futures.failed !== null
      ? t('range.failed', { message: futures.failed })
      : data.total.range === null
        ? simulated.length === 0
          ? ''
          : t('range.progress', { done: figures.number(futures.done), all: figures.number(futures.total) })
        : isLargest && simulated.length === MOST_SIMULATED
          ? t('range.largest', { draws: figures.number(FUTURES), count: simulated.length })
          : t('range.all', { draws: figures.number(FUTURES), count: data.counted });
  return (
    <div className={css.view}>
      <header className={css.titles}>
        <h1>
          <FigureText text={title} figures={written} />
        </h1>
        <p>
          <FigureText text={subtitle} figures={written} />
        </p>
      </header>
      <BillPicture
        data={data}
        initiatives={initiatives}
        scope={scope}
        speech={speech}
        title={title}
        subtitle={subtitle}
        draw={drawFigures(written)}
        range={range}
      />
    </div>
  );
}
