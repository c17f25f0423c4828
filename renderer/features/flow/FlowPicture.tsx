import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { handoffLedger } from '../../../shared/analysis/handoffLedger.ts';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { Initiative, Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import { flowData } from '../../analysis/flowData.ts';
import type { Simulation } from '../../analysis/jobs.ts';
import type { Comparison } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import {
  describeFlow,
  type FlowSpeech,
  flowCard,
  flowLegend,
  flowWords,
} from '../../charts/flow/describe.ts';
import { FlowChart } from '../../charts/flow/FlowChart.tsx';
import { flowFinding } from '../../charts/flow/finding.ts';
import type { FlowMode } from '../../charts/flow/flowData.ts';
import { layoutFlow } from '../../charts/flow/layout.ts';
import { flowTable } from '../../charts/flow/table.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { openLedger } from '../../state/planningActions.ts';
import { drawFigures, type FiguresOf, type OpenFigure } from '../receipts/FigureText.tsx';
import { openReceipt, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';
import css from './flow.module.css';
import { useFooter } from './useFooter.ts';

/** The smallest text of the chart, px. */
const SMALLEST = 12;

type Ready = Extract<Comparison, { status: 'ready' }>;

/** The receipt behind a mark; null where a mark is a fact of the record and no modelled figure. */
function figureBehind(mark: string): string | null {
  const kind = mark.split(':')[0];
  const figures: Readonly<Record<string, string>> = {
    phase: 'project.t_complete',
    change: 'project.waste.relearning.pd',
    release: 'product.value',
    tranche: 'product.cost',
    handoff: 'project.waste.handoffs.pd',
    handover: 'project.waste.handoffs.pd',
    knowProject: 'project.knowledge_at_horizon',
    knowProduct: 'product.knowledge_at_horizon',
    valueProject: 'project.value',
    valueProduct: 'product.value',
    spendProject: 'project.cost',
    spendProduct: 'product.cost',
  };
  return figures[kind ?? ''] ?? null;
}

/** The row of the handoff ledger that a mark of a handoff stands for; null where nobody recorded one. */
function ledgerRowBehind(records: PortfolioRecords, initiativeId: string, mark: string): string | null {
  const [kind, phase] = mark.split(':');
  if (kind !== 'handoff' && kind !== 'pass') return null;
  const row = handoffLedger(records, initiativeId).rows.find(
    ({ modelled }) => modelled?.phase === Number(phase),
  );
  return row?.handoff.id ?? null;
}

/** The flow chart of one computed initiative. */
export function FlowPicture({
  records,
  initiative,
  comparison,
  simulation,
  mode,
}: {
  readonly records: PortfolioRecords;
  readonly initiative: Initiative;
  readonly comparison: Ready;
  readonly simulation: Simulation | null;
  readonly mode: FlowMode;
}) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const footer = useFooter('futures');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace(SMALLEST);
  const settings = settingsOf(records);
  const data = useMemo(
    () => flowData(records, initiative.id, comparison, simulation),
    [records, initiative.id, comparison, simulation],
  );
  const speech = useMemo<FlowSpeech>(
    () => ({
      say: t,
      figures,
      currency: settings.currency,
      name: initiative.name,
      draws: settings.draws,
      trancheMonths: comparison.parameters.tranche_months,
      startDate: comparison.basis.startDate,
      phaseKind: (kind) => common(`phase.${kind}`),
    }),
    [t, common, figures, settings, initiative.name, comparison],
  );
  const layout = useMemo(
    () => layoutFlow(data, mode, width, flowWords(data, speech), measure),
    [data, mode, width, speech, measure],
  );
  const table = useCallback(() => flowTable(data, mode, speech), [data, mode, speech]);
  const words = useMemo(() => {
    const first = (mode: Mode): OpenFigure => {
      const figure = `${mode}.time_to_first_value`;
      return {
        label: receipts('open', { what: figureName(figure) }),
        opens: shownFigure(initiative.id, figure),
      };
    };
    const [project, product] = [first('project'), first('product')];
    const titleFigures: FiguresOf<'flow'> = {
      'title.product.product': product,
      'title.product.project': project,
      'title.productOnly.product': product,
      'title.projectOnly.project': project,
    };
    return {
      ...flowFinding(data, { ...speech, say: naming(t) }),
      draw: drawFigures(titleFigures),
      footer,
      description: describeFlow(data, mode, speech),
    };
  }, [data, mode, speech, footer, t, receipts, initiative.id]);
  return (
    <div ref={ref} className={css.picture}>
      <ChartFrame
        name="flow"
        words={words}
        legend={flowLegend(data, mode, speech)}
        table={table}
        marks={layout.marks}
        cardOf={(id) => flowCard(id, data, speech)}
        onActivate={(id) => {
          const row = ledgerRowBehind(records, initiative.id, id);
          if (row !== null) return openLedger(initiative.id, row);
          // A handoff that nobody recorded can be recorded there.
          if (id.startsWith('pass:')) return openLedger(initiative.id);
          const figure = figureBehind(id);
          if (figure) openReceipt(initiative.id, figure);
        }}
        size={layout}
        lit="own"
        measure={measure}
        scale={scale}
        drawing={(patterns, active) => <FlowChart layout={layout} patterns={patterns} active={active} />}
      />
    </div>
  );
}
