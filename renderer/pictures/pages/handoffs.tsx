import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import { sheetSize } from '../../../shared/report/options.ts';
import { type HandoffPictureData, handoffPicture } from '../../analysis/handoffPicture.ts';
import { stringTable } from '../../charts/stringline/cards.ts';
import {
  describeStringline,
  handoffLetters,
  type StringSpeech,
  stringFinding,
  stringLegend,
  stringSubtitle,
  stringWords,
} from '../../charts/stringline/describe.ts';
import { layoutStringline, widened } from '../../charts/stringline/layout.ts';
import { StringlineChart } from '../../charts/stringline/StringlineChart.tsx';
import { extentOf, MOST_LIT } from '../../charts/stringline/stringlineData.ts';
import { partOfTime } from '../../charts/stringline/timeWindow.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { legibleZoom, MARGIN } from '../legible.ts';
import { selectedOf } from '../look.ts';
import { filteredRows } from '../scope.ts';
import { tickWords } from './ticks.ts';

/** The size that its words are drawn at, at least, and what a page takes around it, px. */
const SMALLEST = legibleZoom(11);
const AROUND = { width: 2 * MARGIN, height: 270 };
/** Work between teams shows best where lines meet: two stay where they nearly find room. */
const FEWEST = 2;
const NEARLY = 1.2;

/** Work travelling from team to team: one initiative, or those of the choice that wait most. */
export function handoffPages(context: PageContext): readonly PageDraft[] {
  const { records, settings, options, measure, figures, say, look } = context;
  const common = say('common');
  const speech: StringSpeech = {
    say: say('handoffs'),
    figures,
    phaseKind: (kind) => common(`phase.${kind}`),
  };
  const words = stringWords(speech, tickWords(context));
  const sheet = sheetSize[options.pageSize];
  const placed = (data: HandoffPictureData, width: number, height: number) => {
    const extent = extentOf(data.lit);
    const part = partOfTime(look?.handoffsWindow ?? null, extent && widened(extent));
    return layoutStringline(data, width, settings.fiscalYearStartMonth, words, measure, part, height);
  };
  const usualWidth = (sheet.width - AROUND.width) / SMALLEST;
  const chosen = chosenIds(context);
  const dataOf = (most: number): HandoffPictureData =>
    handoffPicture(records, chosen, look?.handoffs === 'one', most);
  const usualHeight = (sheet.height - AROUND.height) / SMALLEST;
  const heightOf = (of: HandoffPictureData): number => placed(of, usualWidth, usualHeight).height;
  // What the title says is of the lines that are drawn: how many find room has to be known before.
  let data = dataOf(MOST_LIT);
  let least = heightOf(data);
  const most = data.lit.length;
  for (let lit = most - 1; lit >= 1 && least > usualHeight * (lit < FEWEST ? NEARLY : 1); lit -= 1) {
    const fewer = dataOf(lit);
    const height = heightOf(fewer);
    // One line alone takes more room for its words than two do.
    if (height < least) [data, least] = [fewer, height];
  }
  if (data.lit.length === 0 || (look === null && !data.lit.some(saysAnything))) return [];
  const usual = placed(data, usualWidth, usualHeight);
  const selection = selectedOf(look, 'initiative');
  const at = data.lit.length > 1 ? data.lit.findIndex(({ id }) => id === selection) : -1;
  return [
    {
      name: say('reports')('page.handoffs'),
      twin: 'handoffs',
      title: stringFinding(data, speech),
      subtitle: stringSubtitle(data, usual, data.undated, speech),
      description: describeStringline(data, usual, speech),
      basis: 'derived',
      drawing: ({ width, height }) => {
        const layout = placed(data, width, height);
        return {
          width: layout.width,
          height: layout.height,
          legend: stringLegend(data, layout, speech),
          draw: (patterns) => (
            <StringlineChart
              layout={layout}
              modes={data.lit.map(({ mode }) => mode)}
              letters={handoffLetters(speech)}
              selected={at < 0 ? null : at}
              patterns={patterns}
              active={null}
              viewport={{ top: 0, bottom: layout.height }}
            />
          ),
        };
      },
      table: reportTable(stringTable(data, speech)),
    },
  ];
}

/** Whether a line is more than a bar of which nobody recorded who works on it and what it waits for. */
const saysAnything = ({ stays, waits, handoffs, unplacedRows }: HandoffLine): boolean =>
  unplacedRows > 0 ||
  waits.length > 0 ||
  handoffs.length > 0 ||
  stays.some(({ station }) => station.kind !== 'unknown');

/** The initiatives that the lines are of: the one that is looked at, those the table shows, or all. */
function chosenIds(context: PageContext): ReadonlySet<string> {
  const { results, options, look } = context;
  const all = results.initiatives.map(({ id }) => id);
  if (look?.handoffs === 'filtered') return new Set(filteredRows(context, look).map(({ id }) => id));
  if (look?.handoffs !== 'one') return new Set(all);
  const one = options.initiatives[0] ?? selectedOf(look, 'initiative') ?? all[0];
  return new Set(one === undefined ? [] : [one]);
}
