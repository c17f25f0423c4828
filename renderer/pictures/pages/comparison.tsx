import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
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
import { comparisonData } from '../../features/scenarios/comparisonData.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';

const MOST_SCENARIOS = 4;

/**
 * The open scenarios held against the plan, one page each: each is large enough to be talked about alone. The one that
 * the report is of comes first.
 */
export function comparisonPages(context: PageContext): readonly PageDraft[] {
  const { base, state, settings, figures, measure, say, options } = context;
  // What a scenario writes may name anybody, and its own name was typed by people.
  if (options.names === 'hidden') return [];
  const t = say('comparison');
  const speech: ComparisonSpeech = { say: t, figures };
  const isShown = (id: string): boolean => state.looked.kind === 'scenario' && state.looked.id === id;
  return Object.values(base.scenario)
    .filter(({ appliedAt }) => appliedAt === null)
    .sort((a, b) => Number(isShown(b.id)) - Number(isShown(a.id)) || a.position - b.position)
    .slice(0, MOST_SCENARIOS)
    .flatMap(({ id, name }): PageDraft[] => {
      const after = playScenario(base, id).records;
      if (after === base) return [];
      const comparison = comparePlans(base, after, { draws: FUTURES });
      if (comparison.records.changes.length === 0) return [];
      const compared = { id, name, before: base, after, comparison };
      const data = comparisonData(t('state.plan'), [compared], settings.currency);
      if (!data) return [];
      const words = comparisonWords(data, speech);
      return [
        {
          name: `${say('reports')('page.comparison')} ${name}`,
          title: comparisonFinding(data, speech),
          subtitle: comparisonSubtitle(data, speech),
          description: describeComparison(data, speech),
          modelled: true,
          drawing: ({ width }) => {
            const layout = layoutComparison(data, 0, width, words, measure);
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
    });
}
