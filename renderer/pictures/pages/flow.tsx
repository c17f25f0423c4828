import type { Initiative } from '../../../shared/domain/records.ts';
import { axisUnit } from '../../../shared/report/axisUnit.ts';
import type { NativeChart } from '../../../shared/report/page.ts';
import { runSteps } from '../../../shared/steps.ts';
import { flowData } from '../../analysis/flowData.ts';
import { type Simulation, simulateSteps } from '../../analysis/jobs.ts';
import { type Comparison, compareInitiative } from '../../analysis/useComparison.ts';
import { describeFlow, type FlowSpeech, flowLegend, flowWords } from '../../charts/flow/describe.ts';
import { FlowChart } from '../../charts/flow/FlowChart.tsx';
import { flowFinding } from '../../charts/flow/finding.ts';
import type { FlowData } from '../../charts/flow/flowData.ts';
import { fitFlow } from '../../charts/flow/layout.ts';
import { flowTable } from '../../charts/flow/table.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { legibleZoom } from '../legible.ts';
import { chosenInitiatives } from './chosenInitiatives.ts';

/** The smallest words of the drawing, px. */
const SMALL_TEXT = 12;

type Ready = Extract<Comparison, { status: 'ready' }>;

/** A page for each chosen initiative: both modes played forward; and its money as a chart to edit. */
export function flowPages(context: PageContext): readonly PageDraft[] {
  const { records } = context;
  return chosenInitiatives(context).flatMap((id) => {
    const initiative = records.initiative[id];
    if (!initiative) return [];
    const comparison = compareInitiative(records, id);
    return comparison.status === 'ready' ? pagesOf(initiative, comparison, context) : [];
  });
}

function pagesOf(initiative: Initiative, comparison: Ready, context: PageContext): readonly PageDraft[] {
  const { records, settings, options, figures, measure, say, join, look } = context;
  const mode = look?.flowMode ?? 'compare';
  const common = say('common');
  const reports = say('reports');
  const data = flowData(records, initiative.id, comparison, simulationOf(comparison, context));
  const speech: FlowSpeech = {
    say: say('flow'),
    figures,
    currency: settings.currency,
    name: initiative.name,
    draws: settings.draws,
    trancheMonths: comparison.parameters.tranche_months,
    startDate: comparison.basis.startDate,
    phaseKind: (kind) => common(`phase.${kind}`),
  };
  const hidden = options.amounts === 'hidden';
  const words = {
    ...flowWords(data, speech),
    // A column of masks would say nothing; the axis keeps its lines.
    ...(hidden ? { moneyTick: () => '', money: () => '' } : {}),
  };
  const page: PageDraft = {
    name: `${reports('page.flow')} - ${initiative.name}`,
    twin: 'flow',
    ...flowFinding(data, speech),
    description: describeFlow(data, mode, speech),
    basis: settings.draws,
    // A page is lower than a screen can scroll: height that words do not need goes to the curves.
    mostZoom: legibleZoom(SMALL_TEXT),
    drawing: (room) => {
      const layout = fitFlow(data, mode, room, words, measure);
      return {
        width: layout.width,
        height: layout.height,
        legend: flowLegend(data, mode, speech),
        draw: (patterns) => <FlowChart layout={layout} patterns={patterns} active={null} />,
      };
    },
    table: reportTable(flowTable(data, mode, speech)),
  };
  if (hidden) return [page];
  const { name } = initiative;
  return [
    page,
    {
      name: `${reports('page.values')} - ${name}`,
      title: valuesTitle(data, name, context),
      subtitle: join([reports('values.subtitle'), valuesRange(data, context)]),
      description: join([reports('values.describe', { name }), valuesRange(data, context)]),
      basis: settings.draws,
      chart: valuesChart(data, context),
      chartOnly: true,
    },
  ];
}

function simulationOf(comparison: Ready, { settings }: PageContext): Simulation {
  return runSteps(simulateSteps(comparison.input, comparison.defaults, settings.draws, settings.seed));
}

/** What the chart of money says: the value at its end in both modes, or what is spent where no value is known. */
function valuesTitle({ project, product, horizon }: FlowData, name: string, context: PageContext): string {
  const { say, figures } = context;
  const reports = say('reports');
  const last = (amounts: readonly number[]): string => figures.moneyShort(amounts.at(-1) ?? 0);
  const about = { name: shortName(name), months: horizon };
  return project.value && product.value
    ? reports('values.title', { ...about, project: last(project.value), product: last(product.value) })
    : reports('values.titleSpent', { ...about, project: last(project.spend), product: last(product.spend) });
}

/** How far the value at the end reaches over the futures: the lines of the chart are one of them. */
function valuesRange({ project, product, horizon }: FlowData, { say, figures }: PageContext): string {
  if (!project.band || !product.band) return '';
  const last = (amounts: readonly number[]): string => figures.moneyShort(amounts.at(-1) ?? 0);
  return say('reports')('values.range', {
    months: figures.number(horizon),
    productLow: last(product.band.low),
    productHigh: last(product.band.high),
    projectLow: last(project.band.low),
    projectHigh: last(project.band.high),
  });
}

function valuesChart(data: FlowData, { say, colors, settings, options }: PageContext): NativeChart {
  const reports = say('reports');
  const line = (
    key: 'values.project' | 'values.product' | 'values.spendProject' | 'values.spendProduct',
    values: readonly number[] | null,
  ) => {
    const mode: Initiative['mode'] =
      key === 'values.project' || key === 'values.spendProject' ? 'project' : 'product';
    const dashed = key === 'values.spendProject' || key === 'values.spendProduct';
    return values === null
      ? []
      : [{ name: reports(key), color: colors[`--${mode}`]!, dashed, mode, values: values.map(Math.round) }];
  };
  const series: NativeChart['series'] = [
    ...line('values.project', data.project.value),
    ...line('values.product', data.product.value),
    ...line('values.spendProject', data.project.spend),
    ...line('values.spendProduct', data.product.spend),
  ];
  const most = Math.max(0, ...series.flatMap(({ values }) => values));
  const axis = axisUnit(most, options.language);
  return {
    kind: 'lines',
    categories: data.project.spend.map((_, month) => String(month)),
    series: series.map((each) => ({ ...each, values: each.values.map((value) => value / axis.divisor) })),
    valueTitle: reports('values.axis', { currency: settings.currency }),
    categoryTitle: reports('values.month'),
    format: axis.labels,
    axisFormat: axis.ticks,
    beside: [],
  };
}
