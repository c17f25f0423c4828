import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ReportState } from '../../../shared/report/states.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { ComparisonChart } from '../../charts/comparison/ComparisonChart.tsx';
import {
  type ComparisonSpeech,
  comparisonFinding,
  comparisonLegend,
  comparisonSubtitle,
  comparisonTable,
  comparisonWords,
  describeComparison,
} from '../../charts/comparison/describe.ts';
import { layoutComparison } from '../../charts/comparison/layout.ts';
import { type Compared, comparisonData } from '../../features/scenarios/comparisonData.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';

const MOST_SCENARIOS = 4;

/**
 * The states that a page of a storyboard compares, in one picture. Else the open scenarios held against the plan, one
 * page each: each is large enough to be talked about alone. The one that the report is of comes first.
 */
export function comparisonPages(context: PageContext): readonly PageDraft[] {
  const { base, compared, state, records, say, options } = context;
  // What a scenario writes may name anybody, and its own name was typed by people.
  if (options.names === 'hidden') return [];
  const plan = say('comparison')('state.plan');
  if (compared) {
    const nameOf = ({ looked, name }: ReportState): string => (looked.kind === 'plan' ? plan : name);
    const before = compared.base.records;
    const others = compared.others.map((each, at) =>
      comparedWith(before, String(at), nameOf(each), each.records),
    );
    const left = compared.others.reduce((sum, { leftOut }) => sum + leftOut.length, 0);
    return pageOf(nameOf(compared.base), others, left, context);
  }
  const isShown = (id: string): boolean => state.looked.kind === 'scenario' && state.looked.id === id;
  return Object.values(base.scenario)
    .filter(({ appliedAt }) => appliedAt === null)
    .sort((a, b) => Number(isShown(b.id)) - Number(isShown(a.id)) || a.position - b.position)
    .slice(0, MOST_SCENARIOS)
    .flatMap(({ id, name }): readonly PageDraft[] => {
      const { records: after, passedOver } = playScenario(base, id);
      if (after === base) return [];
      const one = comparedWith(base, id, records.scenario[id]?.name ?? name, after);
      return one.comparison.records.changes.length === 0
        ? []
        : pageOf(plan, [one], passedOver.length, context);
    });
}

const comparedWith = (
  before: PortfolioRecords,
  id: string,
  name: string,
  after: PortfolioRecords,
): Compared => ({ id, name, before, after, comparison: comparePlans(before, after, { draws: FUTURES }) });

/** One page on some states; `leftOut` steps of their scenarios do not fit any more. */
function pageOf(
  baseName: string,
  compared: readonly Compared[],
  leftOut: number,
  { settings, figures, measure, join, say, look }: PageContext,
): readonly PageDraft[] {
  const data = comparisonData(baseName, compared, settings.currency);
  if (!data) return [];
  const speech: ComparisonSpeech = { say: say('comparison'), figures };
  const words = comparisonWords(data, speech);
  const focus = Math.min(look?.comparisonFocus ?? 0, data.states.length - 1);
  const reports = say('reports');
  return [
    {
      name: `${reports('page.comparison')} ${compared.map(({ name }) => name).join(', ')}`,
      twin: 'comparison',
      title: comparisonFinding(data, speech),
      subtitle: join([
        comparisonSubtitle(data, speech),
        leftOut > 0 ? reports('comparison.leftOut', { count: leftOut }) : '',
      ]),
      description: describeComparison(data, speech),
      basis: FUTURES,
      drawing: ({ width }) => {
        const layout = layoutComparison(data, focus, width, words, measure);
        return {
          width: layout.width,
          height: layout.height,
          legend: comparisonLegend(data, speech),
          draw: () => <ComparisonChart layout={layout} active={null} selected={null} />,
        };
      },
      table: reportTable(comparisonTable(data, speech)),
    },
  ];
}
