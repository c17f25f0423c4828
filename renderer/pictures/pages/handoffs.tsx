import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import { pageScale } from '../../../shared/report/sheetFrame.ts';
import { type HandoffPictureData, handoffPicture } from '../../analysis/handoffPicture.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
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
import { MARK, type StringlineLayout } from '../../charts/stringline/scene.ts';
import { extentOf, MOST_LIT } from '../../charts/stringline/stringlineData.ts';
import { partOfTime } from '../../charts/stringline/timeWindow.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { leastZoomRoom, legibleZoom } from '../legible.ts';
import { selectedOf } from '../look.ts';
import { filteredRows } from '../scope.ts';
import { tickWords } from './ticks.ts';

/** Its smallest words, and what a page takes of its height around it, px. */
const SMALL_TEXT = 11;
const AROUND = 270;
/** Work between teams shows best where lines meet: two stay where they nearly find room. */
const FEWEST = 2;
const NEARLY = 1.2;
/** Share of the marks that may lie on others; so many lines stay however close their marks are. */
const MOST_CROWDED = 0.15;
const FEWEST_CROWDED = 4;
/** Lines of work that goes from team to team can be told apart from so far on, px. */
const APART = 5;

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
  const placed = (data: HandoffPictureData, width: number, height: number) => {
    const extent = extentOf(data.lit);
    const part = partOfTime(look?.handoffsWindow ?? null, extent && widened(extent));
    return layoutStringline(data, width, settings.fiscalYearStartMonth, words, measure, part, height);
  };
  const { width: usualWidth, height: usualHeight } = leastZoomRoom(options.pageSize, SMALL_TEXT, AROUND);
  const chosen = chosenIds(context);
  const dataOf = (most: number): HandoffPictureData =>
    handoffPicture(records, chosen, look?.handoffs === 'one', most);
  const measured = (of: HandoffPictureData): { readonly height: number; readonly crowded: boolean } => {
    const layout = placed(of, usualWidth, usualHeight);
    return { height: layout.height, crowded: crowding(layout) > MOST_CROWDED };
  };
  // What the title says is of the lines that are drawn: how many find room has to be known before.
  let data = dataOf(MOST_LIT);
  let least = measured(data);
  const most = data.lit.length;
  const goesOn = (lit: number): boolean =>
    least.height > usualHeight * (lit < FEWEST ? NEARLY : 1) || (least.crowded && lit >= FEWEST_CROWDED);
  for (let lit = most - 1; lit >= 1 && goesOn(lit); lit -= 1) {
    const fewer = dataOf(lit);
    const found = measured(fewer);
    // One line alone takes more room for its words than two do.
    if (found.height <= least.height) [data, least] = [fewer, found];
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
      // Larger words would leave fewer px between marks that are close already.
      ...(least.crowded ? { mostZoom: legibleZoom(SMALL_TEXT) / pageScale(options.pageSize) } : {}),
      drawing: ({ width, height }) => {
        const layout = placed(data, width, height);
        return {
          ...wholePicture(layout, (drawn) => (
            <StringlineChart
              {...drawn}
              modes={data.lit.map(({ mode }) => mode)}
              letters={handoffLetters(speech)}
              selected={at < 0 ? null : at}
            />
          )),
          legend: stringLegend(data, layout, speech),
        };
      },
      table: reportTable(stringTable(data, speech)),
    },
  ];
}

/** Share of the handoffs and ways between teams that cannot be told from others beside them. */
function crowding({ handoffs, drops }: StringlineLayout): number {
  const hidden = handoffs.filter(({ r }) => r < MARK).length;
  const close = drops.filter((one, at) =>
    drops.some(
      (other, k) =>
        k < at &&
        Math.abs(other.x - one.x) < APART &&
        Math.min(Math.max(one.fromY, one.toY), Math.max(other.fromY, other.toY)) >
          Math.max(Math.min(one.fromY, one.toY), Math.min(other.fromY, other.toY)),
    ),
  ).length;
  return (hidden + close) / Math.max(1, handoffs.length + drops.length);
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
