import { axisUnit } from '../../../shared/report/axisUnit.ts';
import type { NativeChart } from '../../../shared/report/page.ts';
import { wasteBill } from '../../analysis/wasteBill.ts';
import { BillChart } from '../../charts/bill/BillChart.tsx';
import { type BillData, type Measure, measured, rankedWastes } from '../../charts/bill/billData.ts';
import {
  type BillSpeech,
  billFinding,
  billLegend,
  billSubtitle,
  billTable,
  billWords,
  describeBill,
  rowName,
} from '../../charts/bill/describe.ts';
import { BILL_ROW, layoutBill } from '../../charts/bill/layout.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES, MOST_SIMULATED } from '../figures.ts';
import { reportTable } from '../hide.ts';
import { legibleZoom } from '../legible.ts';

/** The smallest words of the bill, px. */
const SMALL_TEXT = 11.5;

/** The bill of some results, which the page on the portfolio shows too. */
export const billOf = ({ results }: Pick<PageContext, 'results'>): BillData =>
  wasteBill(results.initiatives, results.simulated, (id) => results.futures.get(id));

/** Words of the bill in the report's language. */
export function billSpeech({ say, figures }: PageContext): BillSpeech {
  const common = say('common');
  return { say: say('wastes'), figures, waste: (category) => common(`waste.${category}`) };
}

/** The bill of the seven wastes. */
export function wastesPages(context: PageContext): readonly PageDraft[] {
  const { results, figures, measure, join, look, options } = context;
  const data = billOf(context);
  if (data.counted === 0) return [];
  const speech = billSpeech(context);
  const simulated = results.simulated.length;
  const only = results.initiatives.length === 1 ? results.initiatives[0] : undefined;
  // In money the bars would say nothing but their order where amounts are hidden.
  const unit = options.amounts === 'hidden' ? 'pd' : (look?.wastesIn ?? 'pd');
  const range =
    data.total.range === null
      ? ''
      : simulated < data.counted && simulated === MOST_SIMULATED
        ? speech.say('range.largest', { draws: figures.number(FUTURES), count: simulated })
        : speech.say('range.all', { draws: figures.number(FUTURES), count: data.counted });
  return [
    {
      name: context.say('reports')('page.wastes'),
      twin: 'wastes',
      title:
        look?.scope === 'selected' && only
          ? speech.say('finding.initiative', {
              name: shortName(only.name),
              finding: billFinding(data, speech),
            })
          : billFinding(data, speech),
      subtitle: join([billSubtitle(data, speech), range]),
      description: describeBill(data, speech),
      basis: FUTURES,
      mostZoom: legibleZoom(SMALL_TEXT),
      drawing: ({ width, height }) => {
        const placed = (row?: number) =>
          layoutBill(data, unit, width, billWords(data, unit, speech), measure, row);
        const usual = placed();
        // A page does not scroll: before the words become small the rows give way, and they fill what is left.
        const row = BILL_ROW.usual + (height - usual.height) / usual.rows.length;
        const layout = placed(Math.floor(Math.min(BILL_ROW.most, Math.max(BILL_ROW.least, row))));
        return {
          width: layout.width,
          height: layout.height,
          legend: billLegend(data, unit, speech),
          draw: (patterns) => <BillChart layout={layout} patterns={patterns} active={null} />,
        };
      },
      table: reportTable(billTable(data, unit, speech)),
      chart: billChart(data, unit, speech, context),
    },
  ];
}

function billChart(
  data: BillData,
  unit: Measure,
  speech: BillSpeech,
  { say, colors, options, settings }: PageContext,
): NativeChart {
  const common = say('common');
  const reports = say('reports');
  const lines = rankedWastes(data, unit);
  const axis = axisUnit(Math.max(...lines.map((row) => measured(row.today, unit))), options.language);
  return {
    kind: 'stackedBars',
    categories: lines.map(({ id }) => rowName(id, speech)),
    series: (['project', 'product'] as const).map((mode) => ({
      name: common(`mode.${mode}`),
      color: colors[`--${mode}`]!,
      dashed: false,
      mode,
      values: lines.map((row) => Math.round(measured(row[mode], unit)) / axis.divisor),
    })),
    valueTitle: unit === 'pd' ? reports('bill.axis') : settings.currency,
    categoryTitle: '',
    format: axis.labels,
    axisFormat: axis.ticks,
    beside:
      options.amounts === 'shown'
        ? ['waste', 'days', 'lowDays', 'highDays', 'paid']
        : ['waste', 'days', 'lowDays', 'highDays', 'allProjectDays'],
  };
}
