import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { Sensitivity, SensitivityRow } from '../../analysis/jobs.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useTornado } from '../../analysis/useSimulation.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { LegendItem } from '../../charts/frame/legend.ts';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { layoutTornado, type TornadoRow } from '../../charts/tornado/layout.ts';
import { TornadoChart } from '../../charts/tornado/TornadoChart.tsx';
import { useView } from '../../state/viewStore.ts';
import { InitiativePicker } from '../flow/InitiativePicker.tsx';
import { useFlowInitiative } from '../flow/useFlowInitiative.ts';
import { useFooter } from '../flow/useFooter.ts';
import { parameterText } from '../receipts/parameterWords.ts';
import css from './parameters.module.css';
import { focusParameter } from './parametersFocus.ts';

/** A row of the chart with what its card and its table say in full. */
interface Row extends TornadoRow {
  readonly lowWords: string;
  readonly highWords: string;
  readonly evenAt: number | null;
}

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
  const footer = useFooter(true);
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const rows = useMemo(() => {
    const value = (param: SensitivityRow['param'], amount: number): string => {
      const info = PARAMETERS.find((parameter) => parameter.id === param)!;
      return parameterText(Number(amount.toPrecision(3)), info.unit, figures, currency);
    };
    // Beside a bar there is no room for units; the card and the table say them.
    const short = (param: SensitivityRow['param'], amount: number): string => {
      const isShare = PARAMETERS.find((parameter) => parameter.id === param)?.unit === 'share';
      return isShare ? figures.percent(amount, 1) : figures.number(amount, 3);
    };
    return sensitivity.rows.map(
      (row): Row => ({
        id: row.param,
        name: t(`param.${row.param}`),
        low: short(row.param, row.low),
        lowWords: value(row.param, row.low),
        high: short(row.param, row.high),
        highWords: value(row.param, row.high),
        deltaLow: row.delta_net_low,
        deltaHigh: row.delta_net_high,
        flips: row.flips,
        breakEven:
          row.breakEven === null ? null : t('tornado.even', { value: value(row.param, row.breakEven) }),
        evenAt: row.breakEven,
      }),
    );
  }, [sensitivity, t, figures, currency]);
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
  const first = rows[0];
  const swing = (row: TornadoRow): number => Math.abs(row.deltaHigh - row.deltaLow);
  const flips = rows.filter((row) => row.flips).length;
  const legend: readonly LegendItem[] = [
    { swatch: 'lowBar', label: t('tornado.lowEnd') },
    { swatch: 'highBar', label: t('tornado.highEnd') },
    { swatch: 'dashes', label: t('tornado.base') },
    ...(flips > 0 ? [{ swatch: 'flip' as const, label: t('tornado.flip') }] : []),
  ];
  const table = (): TwinTableData => ({
    caption: t('tornado.subtitle', { initiative: name }),
    columns: [
      { id: 'param', label: t('tornado.param'), kind: 'text' },
      { id: 'low', label: t('tornado.low'), kind: 'text' },
      { id: 'high', label: t('tornado.high'), kind: 'text' },
      { id: 'atLow', label: t('tornado.atLow'), kind: 'number' },
      { id: 'atHigh', label: t('tornado.atHigh'), kind: 'number' },
      { id: 'swing', label: t('tornado.swing'), kind: 'number' },
      { id: 'winner', label: t('tornado.winner'), kind: 'text' },
      { id: 'even', label: t('tornado.evenAt'), kind: 'number' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        textCell(row.name),
        textCell(row.lowWords),
        textCell(row.highWords),
        numberCell(row.deltaLow, figures.money(row.deltaLow)),
        numberCell(row.deltaHigh, figures.money(row.deltaHigh)),
        numberCell(swing(row), figures.money(swing(row))),
        textCell(t(row.flips ? 'tornado.yes' : 'tornado.no')),
        numberCell(row.evenAt, row.evenAt === null ? '' : figures.number(row.evenAt, 3)),
      ],
    })),
  });
  const title = first ? t('tornado.title', { name: first.name }) : t('tornado.titleNone');
  return (
    <div ref={ref}>
      <h2 className={css.chartTitle}>{title}</h2>
      <p className={css.chartNote}>{t('tornado.subtitle', { initiative: name })}</p>
      <ChartFrame
        name="sensitivity"
        words={{
          title,
          subtitle: t('tornado.subtitle', { initiative: name }),
          footer,
          description: first
            ? t('tornado.describe', {
                count: rows.length,
                name: first.name,
                swing: figures.moneyShort(swing(first)),
                flips,
              })
            : '',
        }}
        legend={legend}
        table={table}
        marks={layout.marks}
        cardOf={(id) => {
          const row = rows.find((each) => each.id === id)!;
          return {
            title: row.name,
            rows: [
              [row.lowWords, figures.money(row.deltaLow)],
              [row.highWords, figures.money(row.deltaHigh)],
              [t('tornado.swing'), figures.money(swing(row))],
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
