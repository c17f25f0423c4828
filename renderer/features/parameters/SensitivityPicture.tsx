import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sensitivity } from '../../analysis/jobs.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useTornado } from '../../analysis/useSimulation.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { layoutTornado } from '../../charts/tornado/layout.ts';
import { TornadoChart } from '../../charts/tornado/TornadoChart.tsx';
import { useView } from '../../state/viewStore.ts';
import { InitiativePicker } from '../flow/InitiativePicker.tsx';
import { useFlowInitiative } from '../flow/useFlowInitiative.ts';
import { useFooter } from '../flow/useFooter.ts';
import css from './parameters.module.css';
import { focusParameter } from './parametersFocus.ts';
import {
  type SensitivitySpeech,
  sensitivityFinding,
  sensitivityLegend,
  sensitivityLines,
  sensitivityTable,
  swingOf,
} from './sensitivityWords.ts';

/** Which assumptions move the difference between the modes of one initiative most, and where the winner changes. */
export function SensitivityPicture() {
  const { t } = useTranslation('parameters');
  const { t: flow } = useTranslation('flow');
  const initiative = useFlowInitiative();
  const comparison = useComparison(initiative?.id ?? null);
  const sensitivity = useTornado(initiative?.id ?? null);
  const select = useView((state) => state.select);
  if (!initiative) return <p className={css.help}>{t('tornado.pick')}</p>;
  return (
    <div className={css.sensitivity}>
      <div className={css.pick}>
        <InitiativePicker value={initiative.id} onChoose={(id) => select({ kind: 'initiative', id })} />
      </div>
      {comparison.status === 'not_computable' && (
        <p>{t('tornado.notComputable', { name: initiative.name })}</p>
      )}
      {comparison.status === 'ready' && !comparison.basis.valueKnown && (
        <p role="note">{t('tornado.valueUnknown', { name: initiative.name })}</p>
      )}
      {sensitivity.status === 'running' && <p role="status">{flow('inspector.computing')}</p>}
      {sensitivity.status === 'failed' && (
        <p role="alert">{flow('inspector.failed', { message: sensitivity.message })}</p>
      )}
      {sensitivity.value && <Tornado sensitivity={sensitivity.value} name={initiative.name} />}
    </div>
  );
}

function Tornado({ sensitivity, name }: { readonly sensitivity: Sensitivity; readonly name: string }) {
  const { t } = useTranslation('parameters');
  const figures = useFigureWords();
  const currency = useCurrency();
  const footer = useFooter('expected');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const speech = useMemo(
    (): SensitivitySpeech => ({ say: t, figures, currency, initiative: name }),
    [t, figures, currency, name],
  );
  const rows = useMemo(() => sensitivityLines(sensitivity, speech), [sensitivity, speech]);
  const layout = useMemo(
    () =>
      layoutTornado(
        rows,
        sensitivity.baseDeltaNet,
        width,
        {
          money: figures.moneyShort,
          projectBetter: t('tornado.projectBetter'),
          productBetter: t('tornado.productBetter'),
        },
        measure,
      ),
    [rows, sensitivity, width, figures, t, measure],
  );
  const { title, subtitle, description } = sensitivityFinding(rows, speech);
  return (
    <div ref={ref}>
      <h2 className={css.chartTitle}>{title}</h2>
      <p className={css.chartNote}>{subtitle}</p>
      <ChartFrame
        name="sensitivity"
        words={{ title, subtitle, footer, description }}
        legend={sensitivityLegend(rows, speech)}
        table={() => sensitivityTable(rows, speech)}
        marks={layout.marks}
        cardOf={(id) => {
          const row = rows.find((each) => each.id === id)!;
          return {
            title: row.name,
            rows: [
              [row.lowWords, figures.money(row.deltaLow)],
              [row.highWords, figures.money(row.deltaHigh)],
              [t('tornado.swing'), figures.money(swingOf(row))],
              [t('tornado.winner'), t(row.flips ? 'tornado.yes' : 'tornado.no')],
            ],
            ...(row.breakEven === null ? {} : { note: row.breakEven }),
          };
        }}
        onActivate={focusParameter}
        size={layout}
        lit="own"
        measure={measure}
        scale={scale}
        drawing={(_, active) => <TornadoChart layout={layout} active={active} />}
      />
    </div>
  );
}
