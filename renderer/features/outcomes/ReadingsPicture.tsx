import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, OutcomeReading } from '../../../shared/domain/records.ts';
import { progressOf } from '../../../shared/planning/outcomes.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { LegendItem } from '../../charts/frame/legend.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { useFooter } from '../flow/useFooter.ts';
import { useWords } from '../inspector/useWords.ts';
import { ReadingsChart } from './ReadingsChart.tsx';
import { layoutReadings } from './readingsLayout.ts';

/** Readings over time against the way to the target, with their table twin. */
export function ReadingsPicture({
  outcome,
  readings,
}: {
  readonly outcome: Outcome;
  readonly readings: readonly OutcomeReading[];
}) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const layout = useMemo(
    () =>
      layoutReadings(
        {
          readings,
          baseline: outcome.baseline,
          target: outcome.target,
          dueDate: outcome.dueDate,
        },
        width,
        {
          value: words.number,
          date: words.date,
          target: outcome.target === null ? null : t('chart.target', { value: words.number(outcome.target) }),
          baseline:
            outcome.baseline === null ? null : t('chart.baseline', { value: words.number(outcome.baseline) }),
        },
        measure,
      ),
    [readings, outcome, width, words, t, measure],
  );
  const progress = progressOf(outcome, readings);
  const metric = [outcome.metric || outcome.name, outcome.unit].filter(Boolean).join(', ');
  const latest = readings.at(-1);
  const legend: readonly LegendItem[] = [
    { swatch: 'productCircle', label: t('chart.reading') },
    ...(layout.way ? [{ swatch: 'dashes' as const, label: t('chart.path') }] : []),
  ];
  const table = (): TwinTableData => ({
    caption: t('chart.subtitle', { metric }),
    columns: [
      { id: 'date', label: t('chart.date'), kind: 'text' },
      { id: 'value', label: t('chart.value'), kind: 'number' },
      { id: 'note', label: t('chart.note'), kind: 'text' },
    ],
    rows: readings.map(({ id, date, value, note }) => ({
      id,
      cells: [
        { value: date, text: words.date(date) },
        numberCell(value, words.number(value)),
        textCell(note),
      ],
    })),
  });
  return (
    <div ref={ref}>
      <ChartFrame
        name="readings"
        words={{
          title: progress.known
            ? t('chart.title', {
                name: shortName(outcome.name),
                share: words.share(Math.round(progress.share * 100) / 100),
              })
            : t('chart.titleUnknown', { name: shortName(outcome.name) }),
          subtitle: t('chart.subtitle', { metric }),
          footer,
          description: latest
            ? t('chart.describe', {
                count: readings.length,
                value: words.number(latest.value),
                date: words.date(latest.date),
              })
            : '',
        }}
        legend={legend}
        table={table}
        marks={layout.marks}
        cardOf={(id) => {
          const reading = readings.find((each) => each.id === id);
          return {
            title: reading ? words.date(reading.date) : '',
            rows: reading ? [[metric, words.number(reading.value)]] : [],
            ...(reading?.note ? { note: reading.note } : {}),
          };
        }}
        size={layout}
        lit="own"
        measure={measure}
        scale={scale}
        drawing={(_patterns, active) => <ReadingsChart layout={layout} active={active} />}
      />
    </div>
  );
}
