import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { joinWords, labelled } from '../../../shared/text/join.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { LegendDrawing } from './LegendDrawing.tsx';
import { type LegendItem, layoutLegend } from './legend.ts';
import type { MeasureText } from './measureText.ts';
import { Patterns } from './Patterns.tsx';

/** The legend below a chart, as wide as the chart and `scale` times as large; nothing where nothing needs one. */
export function ChartLegend({
  items,
  width,
  scale = 1,
  measure,
  className,
  onStage = false,
}: {
  readonly items: readonly LegendItem[];
  /** Width on the screen, px. */
  readonly width: number;
  readonly scale?: number;
  readonly measure: MeasureText;
  readonly className: string | undefined;
  readonly onStage?: boolean;
}) {
  const { t } = useTranslation('flow');
  const language = usePreferences((state) => state.language);
  const patterns = useId().replaceAll(':', '');
  const placed = useMemo(() => layoutLegend(items, width / scale, measure), [items, width, scale, measure]);
  if (placed.height === 0) return null;
  const labels = items.map(({ label }) => label);
  return (
    <svg
      className={className}
      width={width}
      height={placed.height * scale}
      viewBox={`0 0 ${width / scale} ${placed.height}`}
      fontFamily="var(--font)"
      role="img"
      aria-label={labelled(t('chart.legend'), joinWords(labels, language), language)}
      {...(onStage ? { 'data-stage-legend': '' } : {})}
    >
      <Patterns id={patterns} />
      <LegendDrawing items={placed.items} patterns={patterns} />
    </svg>
  );
}
