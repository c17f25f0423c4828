import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import { knownOnOneSide } from '../../../shared/comparison/movedParts.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ReportState } from '../../../shared/report/states.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { scenarioChain } from '../../../shared/scenarios/scenarioChanges.ts';
import { joinWords } from '../../../shared/text/join.ts';
import { ComparisonChart } from '../../charts/comparison/ComparisonChart.tsx';
import type { ComparisonData } from '../../charts/comparison/comparisonData.ts';
import {
  type ComparisonSpeech,
  calledState,
  comparisonFinding,
  comparisonLegend,
  comparisonSubtitle,
  comparisonTable,
  comparisonWords,
  describeComparison,
  differenceText,
  futuresFinding,
} from '../../charts/comparison/describe.ts';
import { SMALL } from '../../charts/comparison/labels.ts';
import {
  type ComparisonLayout,
  type ComparisonSection,
  comparisonSections,
  layoutComparison,
  ROW_PAD,
} from '../../charts/comparison/layout.ts';
import { movedInitiatives } from '../../charts/comparison/slope.ts';
import { type Compared, comparisonData } from '../../features/scenarios/comparisonData.ts';
import { comparisonParagraph } from '../../features/scenarios/paragraph.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';
import { LARGE, leastZoomRoom, legibleZoom } from '../legible.ts';
import { changePages } from './changes.ts';

const MOST_SCENARIOS = 4;
/** What a page takes of its height around the drawing, px. */
const AROUND = 250;
/** Initiatives of which the waste moves, at least, for a page of their own. */
const FEWEST_SLOPES = 3;
/** So few measures are drawn large. */
const FEW_ROWS = 4;

/**
 * The states that a page of a storyboard compares, in one picture. Else the open scenarios held against the plan, one
 * after the other, and what it changes: each is large enough to be talked about alone. The one that the report is of
 * comes first.
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
    return pagesOf(nameOf(compared.base), others, left, context);
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
      if (one.comparison.records.changes.length === 0) return [];
      const under = scenarioChain(base, id).slice(0, -1);
      const quoted = under.map((each) =>
        say('comparison')('words.quoted', { name: records.scenario[each.id]?.name ?? each.name }),
      );
      const standsOn =
        quoted.length === 0
          ? ''
          : say('reports')('comparison.standsOn', { names: joinWords(quoted, options.language) });
      return [...pagesOf(plan, [one], passedOver.length, context, standsOn), ...changePages(one, context)];
    });
}

const comparedWith = (
  before: PortfolioRecords,
  id: string,
  name: string,
  after: PortfolioRecords,
): Compared => ({ id, name, before, after, comparison: comparePlans(before, after, { draws: FUTURES }) });

/** What the drawing is made with, whatever part of it a page shows. */
interface Pictured {
  readonly data: ComparisonData;
  readonly speech: ComparisonSpeech;
  /** The state whose initiatives are shown. */
  readonly focus: number;
}

/** Pages on some states; `leftOut` steps of their scenarios do not fit any more; `standsOn` says what else counts. */
function pagesOf(
  baseName: string,
  compared: readonly Compared[],
  leftOut: number,
  context: PageContext,
  standsOn = '',
): readonly PageDraft[] {
  const { settings, figuresIn, join, say, look } = context;
  const [one] = compared;
  const currency = one ? settingsOf(one.before).currency : settings.currency;
  const speech: ComparisonSpeech = { say: say('comparison'), figures: figuresIn(currency) };
  const isPlan = baseName === speech.say('state.plan');
  const called = calledState({ id: isPlan ? 'plan' : '', name: baseName }, speech);
  const data = comparisonData({ name: baseName, called }, compared, currency);
  if (!data) return [];
  const focus = Math.min(look?.comparisonFocus ?? 0, data.states.length - 1);
  const drawn = { data, speech, focus };
  const reports = say('reports');
  const name = `${reports('page.comparison')} ${compared.map((each) => each.name).join(', ')}`;
  const [first = comparisonSections, ...further] = sectionsOf(drawn, context);
  const inWords = { ...speech, currency };
  const page: PageDraft = {
    name,
    twin: 'comparison',
    title: comparisonFinding(data, speech),
    subtitle: join([
      standsOn,
      comparisonSubtitle(data, speech),
      leftOut > 0 ? reports('comparison.leftOut', { count: leftOut }) : '',
    ]),
    description: join([
      describeComparison(data, speech),
      ...compared.map((each) => comparisonParagraph(each, calledBase(baseName, context), inWords)),
    ]),
    basis: FUTURES,
    ...sectionsDrawing(first, drawn, context),
    table: reportTable(comparisonTable(data, speech)),
  };
  // Whoever looked at the table has all of it on the first page.
  if (look?.twin('comparison')?.asTable) return [page];
  return [page, ...further.map((sections) => furtherPage(name, sections, compared[focus]!, drawn, context))];
}

/** The base as it stands in a sentence: the plan as it is called, a name in quotes. */
const calledBase = (name: string, { say }: PageContext): string => {
  const t = say('comparison');
  return name === t('state.plan') ? name : t('words.quoted', { name });
};

/** A further page of the picture: the futures, or the initiatives that moved, for which the first had no room. */
function furtherPage(
  name: string,
  sections: readonly ComparisonSection[],
  { comparison: { before, after, initiatives } }: Compared,
  drawn: Pictured,
  context: PageContext,
): PageDraft {
  const { data, speech, focus } = drawn;
  const { figures } = speech;
  const words = comparisonWords(data, speech);
  const state = data.states[focus]!;
  const [from, to] = [before.wasteMoney, after.wasteMoney];
  const oneSided = knownOnOneSide(initiatives, 'wasteMoney');
  const title = sections.includes('futures')
    ? futuresFinding(data, speech, context.options.amounts === 'shown')
    : before.computed > 0 && after.computed > 0 && from !== to
      ? speech.say('finding.moved', {
          name: calledState(state, speech),
          before: figures.moneyShort(from),
          after: figures.moneyShort(to),
          difference: differenceText('wasteMoney', from, to - oneSided.amount, speech),
        })
      : words.slopeTitle(state);
  return {
    name,
    title,
    // Without it, what a title says would not add up.
    subtitle:
      oneSided.ids.size > 0 && !sections.includes('futures')
        ? speech.say('subtitle.oneSided', { count: oneSided.ids.size })
        : '',
    description: title,
    basis: FUTURES,
    ...sectionsDrawing(sections, drawn, context),
  };
}

/** The parts of the picture page by page: as many on each as find room there in words that can be read. */
function sectionsOf(drawn: Pictured, context: PageContext): readonly (readonly ComparisonSection[])[] {
  const { data, focus } = drawn;
  const room = leastZoomRoom(context.options.pageSize, SMALL, AROUND);
  const shown: Readonly<Record<ComparisonSection, boolean>> = {
    measures: data.rows.length > 0,
    futures: data.states.some(({ futures }) => futures?.ahead != null),
    moved: movedInitiatives(data.states[focus]!).length > 0,
  };
  const slopes = movedInitiatives(data.states[focus]!).filter(({ kind }) => kind === 'changed').length;
  const pages: ComparisonSection[][] = [];
  for (const section of comparisonSections.filter((each) => shown[each])) {
    const last = pages.at(-1);
    const fits = last && layOut([...last, section], drawn, room.width, room.height, context).fits;
    if (last && fits) last.push(section);
    // What only comes or goes is said on the page of changes: a page of its own would be empty.
    else if (section !== 'moved' || slopes >= FEWEST_SLOPES) pages.push([section]);
  }
  return pages;
}

/** Some parts of the picture in some room: with less between its rows first, then with those rows that move most. */
function layOut(
  sections: readonly ComparisonSection[],
  { data, focus, speech }: Pictured,
  width: number,
  height: number,
  { measure }: PageContext,
) {
  const words = comparisonWords(data, speech);
  const place = (rows: number, rowPad: number): ComparisonLayout =>
    layoutComparison({ ...data, rows: data.rows.slice(0, rows) }, focus, width, words, measure, {
      sections,
      rowPad,
      height,
    });
  const all = data.rows.length;
  for (let pad: number = ROW_PAD.usual; pad >= ROW_PAD.least; pad -= 2) {
    const layout = place(all, pad);
    if (layout.height <= height) return { layout, rows: all, fits: true };
  }
  let rows = sections.includes('measures') ? all : 1;
  let layout = place(rows, ROW_PAD.least);
  while (layout.height > height && rows > 1) {
    rows -= 1;
    layout = place(rows, ROW_PAD.least);
  }
  return { layout, rows, fits: false };
}

function sectionsDrawing(
  sections: readonly ComparisonSection[],
  drawn: Pictured,
  context: PageContext,
): Required<Pick<PageDraft, 'drawing' | 'mostZoom' | 'smallestText'>> {
  const { data, speech, focus } = drawn;
  const { figures, say } = context;
  return {
    mostZoom: sections.includes('measures') && data.rows.length > FEW_ROWS ? legibleZoom(SMALL) : LARGE,
    smallestText: SMALL,
    drawing: (room) => {
      const { layout, rows } = layOut(sections, drawn, room.width, room.height, context);
      const isCut = sections.includes('measures') && rows < data.rows.length;
      return {
        width: layout.width,
        height: layout.height,
        legend: comparisonLegend(data, focus, speech, sections),
        draw: () => <ComparisonChart layout={layout} active={null} selected={null} />,
        ...(isCut
          ? {
              cut: say('reports')('cut.rows', {
                shown: figures.number(rows),
                all: figures.number(data.rows.length),
              }),
            }
          : {}),
      };
    },
  };
}
