import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { joinSentences } from '../../../shared/text/join.ts';
import { FUTURES } from '../../analysis/useFutures.ts';
import type { Billed } from '../../analysis/wasteBill.ts';
import { BillChart } from '../../charts/bill/BillChart.tsx';
import { type BillData, isUnknown, type Measure, rankedWastes } from '../../charts/bill/billData.ts';
import {
  type BillSpeech,
  billCard,
  billLegend,
  billTable,
  billWords,
  describeBill,
} from '../../charts/bill/describe.ts';
import { layoutBill } from '../../charts/bill/layout.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { DrawNamed } from '../../charts/frame/NamedText.tsx';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { isText, oneOf, useKept } from '../../state/kept.ts';
import { useFooter } from '../flow/useFooter.ts';
import { BehindList } from './BehindList.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import type { Scope } from './useScope.ts';
import css from './wastes.module.css';

/** The bill as a picture, and under it the initiatives behind the line that was opened. */
export function BillPicture({
  data,
  initiatives,
  scope,
  speech,
  title,
  subtitle,
  draw,
  range,
}: {
  readonly data: BillData;
  readonly initiatives: readonly Billed[];
  readonly scope: Scope;
  readonly speech: BillSpeech;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
  /** How the ranges were made, or how far they have come. */
  readonly range: string;
}) {
  const { t } = useTranslation('wastes');
  const footer = useFooter(FUTURES);
  const measureText = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const [measure, setMeasure] = useKept<Measure>('wastes.measure', 'pd', oneOf('pd', 'money'));
  const [opened, setOpened] = useKept('wastes.opened', '', isText);
  const layout = useMemo(
    () => layoutBill(data, measure, width, billWords(data, measure, speech), measureText),
    [data, measure, width, speech, measureText],
  );
  const ranked = rankedWastes(data, measure);
  const lines = [...ranked, data.total, ...data.prices];
  const shown = lines.find(({ id }) => id === opened) ?? ranked[0]!;
  const table = useCallback(() => billTable(data, measure, speech), [data, measure, speech]);
  return (
    <>
      <div ref={ref} className={css.picture}>
        <ChartFrame
          name="wastes"
          words={{
            title,
            subtitle: joinSentences([subtitle, range]),
            draw,
            footer,
            description: describeBill(data, speech),
          }}
          legend={billLegend(data, measure, speech)}
          table={table}
          marks={layout.marks}
          cardOf={(id) => billCard(id, data, measure, speech)}
          onActivate={setOpened}
          size={layout}
          measure={measureText}
          scale={scale}
          selectedMark={shown.id}
          lit="own"
          drawing={(patterns, active) => <BillChart layout={layout} patterns={patterns} active={active} />}
          toolbar={
            <>
              <Segmented
                label={t('measure.label')}
                value={measure}
                choices={[
                  { id: 'pd' as const, text: t('measure.pd') },
                  { id: 'money' as const, text: t('measure.money') },
                ]}
                onChange={setMeasure}
              />
              <ScopeChoice scope={scope} />
            </>
          }
        />
        {range !== '' && (
          <p className={css.note} role="status">
            {range}
          </p>
        )}
      </div>
      <BehindList
        key={shown.id}
        row={shown}
        isKnown={!isUnknown(shown, data)}
        measure={measure}
        initiatives={initiatives}
        speech={speech}
      />
    </>
  );
}
