import { runSteps } from '../../../shared/steps.ts';
import { sensitivitySteps } from '../../analysis/jobs.ts';
import { type Comparison, compareInitiative } from '../../analysis/useComparison.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { layoutTornado, TORNADO_ROW } from '../../charts/tornado/layout.ts';
import { TornadoChart } from '../../charts/tornado/TornadoChart.tsx';
import {
  type SensitivitySpeech,
  sensitivityFinding,
  sensitivityLegend,
  sensitivityLines,
  sensitivityTable,
} from '../../features/parameters/sensitivityWords.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { chosenInitiatives } from './chosenInitiatives.ts';
import { rowsDrawing } from './rowsDrawing.ts';

type Ready = Extract<Comparison, { status: 'ready' }>;

/** A page for each chosen initiative: which assumptions move the difference between its modes, and where both are equal. */
export function sensitivityPages(context: PageContext): readonly PageDraft[] {
  const { records } = context;
  return chosenInitiatives(context).flatMap((id) => {
    const name = records.initiative[id]?.name;
    if (name === undefined) return [];
    const comparison = compareInitiative(records, id);
    return comparison.status === 'ready' ? [pageOf(name, comparison, context)] : [];
  });
}

function pageOf(initiative: string, comparison: Ready, context: PageContext): PageDraft {
  const { settings, options, figures, measure, say, join } = context;
  const sensitivity = runSteps(sensitivitySteps(comparison.input, comparison.defaults));
  const speech: SensitivitySpeech = {
    say: say('parameters'),
    figures,
    currency: settings.currency,
    initiative,
  };
  const lines = sensitivityLines(sensitivity, speech);
  const { title, subtitle, description } = sensitivityFinding(lines, speech);
  const words = {
    // A column of masks would say nothing; the axis keeps its lines.
    money: options.amounts === 'hidden' ? () => '' : figures.moneyShort,
    projectBetter: speech.say('tornado.projectBetter'),
    productBetter: speech.say('tornado.productBetter'),
  };
  return {
    name: `${say('reports')('page.sensitivity')} - ${initiative}`,
    twin: 'sensitivity',
    title: say('wastes')('finding.initiative', { name: shortName(initiative), finding: title }),
    subtitle: join([
      subtitle,
      comparison.basis.valueKnown ? '' : speech.say('tornado.valueUnknown', { name: initiative }),
    ]),
    description,
    basis: 'expected',
    ...rowsDrawing(context, lines, TORNADO_ROW, (shown, width) => {
      const layout = layoutTornado(shown, sensitivity.baseDeltaNet, width, words, measure);
      return {
        ...wholePicture(layout, (drawn) => <TornadoChart {...drawn} />),
        legend: sensitivityLegend(shown, speech),
      };
    }),
    table: reportTable(sensitivityTable(lines, speech)),
  };
}
