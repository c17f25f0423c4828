import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import { MINUS } from '../../../shared/text/format.ts';
import { bracketed, joinClauses, joinSentences, joinWords, labelled } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { shortName } from '../frame/shortName.ts';
import { signed } from '../frame/signed.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import {
  type ComparedMeasure,
  type ComparedRow,
  type ComparedState,
  type ComparisonData,
  dotsAhead,
  type MovedInitiative,
  moneyMeasures,
  verdictOf,
} from './comparisonData.ts';
import { type ComparisonSection, type ComparisonWords, comparisonSections } from './layout.ts';
import { slopesOf, slopeVerdict } from './slope.ts';

/** What the words of a comparison are made from. */
export interface ComparisonSpeech {
  readonly say: Say<'comparison'>;
  readonly figures: FigureWords;
}

/** A measure's value as people read it; unknown is said. */
export function measureText(
  measure: ComparedMeasure,
  value: number | null,
  { say, figures }: ComparisonSpeech,
): string {
  if (value === null) return say('unknown');
  if (moneyMeasures.has(measure)) return figures.moneyShort(value);
  if (measure === 'wasteShare') return figures.percent(value, 1);
  if (measure === 'wasteDays') return figures.days(value);
  if (measure === 'initiatives' || measure === 'productTeams') return figures.number(value);
  return figures.number(value, 1);
}

const inMonths: ReadonlySet<ComparedMeasure> = new Set(['firstValueMonths', 'betweenReleasesMonths']);

/** The least difference of a measure that its text can say, in the measure's unit. */
const leastOf = (measure: ComparedMeasure): number =>
  measure === 'wasteShare' ? 0.001 : inMonths.has(measure) ? 0.01 : 1;

/** A difference with its sign, a little as less than the least; empty where there is none, or one side is not known. */
export function differenceText(
  measure: ComparedMeasure,
  base: number | null,
  value: number | null,
  speech: ComparisonSpeech,
): string {
  if (base === null || value === null || value === base) return '';
  const sign = value > base ? '+' : MINUS;
  const text = (amount: number): string => {
    // Two shares differ by points: per cent would be of one of them.
    if (measure === 'wasteShare')
      return speech.say('points', { value: speech.figures.number(100 * amount, 1) });
    // A median of thousands moves by less than the tenth that it is written with.
    if (inMonths.has(measure) && amount < 0.1) return speech.figures.number(amount, 2);
    return measureText(measure, amount, speech);
  };
  const by = text(Math.abs(value - base));
  return by === text(0) ? `${sign}<${text(leastOf(measure))}` : `${sign}${by}`;
}

/** How a state's measure differs from the base, as `differenceText` says it. */
const rowDifference = (row: ComparedRow, state: number, speech: ComparisonSpeech): string =>
  differenceText(row.measure, row.base, row.comparable[state] ?? null, speech);

/** The sentences inside the drawing. */
export function comparisonWords(data: ComparisonData, speech: ComparisonSpeech): ComparisonWords {
  const { say, figures } = speech;
  return {
    measure: ({ measure }) => say(`measure.${measure}`),
    value: ({ measure }, value) => measureText(measure, value, speech),
    difference: (row, state) => rowDifference(row, state, speech),
    cell: (value, difference) => bracketed(value, difference, figures.language),
    base: say('inside.base'),
    same: say('inside.same'),
    percent: (share) =>
      `${share < 0 ? MINUS : '+'}${figures.percent(Math.abs(share), Math.abs(share) < 0.02 ? 1 : 0)}`,
    dots: (state) =>
      labelled(
        state.id === 'plan' ? say('state.planFirst') : state.name,
        say('inside.dots', { dots: state.futures ? dotsAhead(state.futures) : 0 }),
        figures.language,
      ),
    dotsTitle: say('inside.dotsTitle', { base: data.baseCalled }),
    money: figures.moneyShort,
    slopeTitle: (state) => say('inside.slope', { name: calledState(state, speech) }),
    slopeEnd: (initiative, side, name) => slopeEnd(initiative, side, name, speech),
    more: (count) => say('inside.more', { count }),
  };
}

function slopeEnd(
  { before, after, kind }: MovedInitiative,
  side: 'before' | 'after',
  name: string,
  { figures, say }: ComparisonSpeech,
): string {
  const value = side === 'before' ? before : after;
  const amount = value === null ? say('unknown') : figures.moneyShort(value);
  // The name stands on the left; on the right only where it is not there before.
  if (side === 'after' && before !== null) return amount;
  return say(`inside.end.${kind}`, { name, amount });
}

/** How a sentence calls a state: the plan is called what it is; whatever somebody named stands in quotes. */
export const calledState = (
  { id, name }: Pick<ComparedState, 'id' | 'name'>,
  { say }: ComparisonSpeech,
): string => (id === 'plan' ? name : say('words.quoted', { name: shortName(name) }));

/** The same where the sentence begins with it. */
const calledFirst = (state: Pick<ComparedState, 'id' | 'name'>, speech: ComparisonSpeech): string =>
  state.id === 'plan' ? speech.say('state.planFirst') : calledState(state, speech);

/** How many records a state adds, changes and removes, as the end of a sentence about it; kinds of none are not said. */
export function countsText(counts: ComparedState['counts'], speech: ComparisonSpeech): string {
  const { say } = speech;
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [say(`words.${kind}`, { count: counts[kind] })],
  );
  return parts.length === 0 ? say('words.nothing') : together(parts, speech);
}

/** What is done, one after the other. Chinese joins it by commas alone; its word for "and" joins names. */
export const together = (parts: readonly string[], { figures }: ComparisonSpeech): string =>
  figures.language === 'en'
    ? new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
    : joinClauses(parts, figures.language);

/** Whether a state differs, and the futures say which side of it is ahead. */
const isJudged = ({ counts, futures }: ComparedState): boolean =>
  counts.added + counts.changed + counts.removed > 0 && futures?.ahead != null;

/** The state that does best in the futures; undefined where none can be told. */
export const bestState = ({ states }: ComparisonData): ComparedState | undefined =>
  states.filter(isJudged).sort((a, b) => (b.futures?.net.likely ?? 0) - (a.futures?.net.likely ?? 0))[0];

/** Whether two states come out the same in every future, as a plan and its snapshot do. */
const areAlike = (a: ComparedState, b: ComparedState): boolean =>
  a.futures?.net.likely === b.futures?.net.likely &&
  a.futures?.dots.every((value, at) => value === b.futures?.dots[at]) === true;

/** Several states at the beginning of a sentence. */
const namesOf = (states: readonly ComparedState[], speech: ComparisonSpeech): string =>
  new Intl.ListFormat(speech.figures.language, { type: 'conjunction' }).format(
    states.map((state, at) => (at === 0 ? calledFirst(state, speech) : calledState(state, speech))),
  );

/** What the comparison says, in a sentence computed from its own figures. */
export function comparisonFinding(data: ComparisonData, speech: ComparisonSpeech): string {
  const { say, figures } = speech;
  const { states, baseCalled: base } = data;
  const [first] = states;
  if (!first) return say('choose.hint');
  const differing = states.filter(({ counts }) => counts.added + counts.changed + counts.removed > 0);
  if (differing.length === 0)
    return states.length === 1
      ? say('finding.same', { name: calledFirst(first, speech), base })
      : say('finding.allSame', { count: states.length, base });
  const known = states.filter(isJudged);
  const best = bestState(data);
  if (!best) {
    const one = differing[0]!;
    if (one.futures && one.futures.simulated === one.futures.valueUnknown) return say('finding.noValue');
    const count = one.counts.added + one.counts.changed + one.counts.removed;
    return say('finding.records', { count, name: calledState(one, speech), base });
  }
  const dots = best.futures ? dotsAhead(best.futures) : 0;
  const alike = known.filter((state) => areAlike(state, best));
  if (alike.length > 1)
    return say('finding.alike', {
      names: namesOf(alike, speech),
      base,
      dots: figures.number(dots),
    });
  const name = calledFirst(best, speech);
  if (known.length > 1) return say('finding.best', { name, base, dots: figures.number(dots) });
  const net = best.futures?.net.likely ?? 0;
  const money = figures.moneyShort(Math.abs(net));
  return net >= 0
    ? say('finding.ahead', { name, base, dots: figures.number(dots), money })
    : say('finding.behind', { name, base, dots: figures.number(FUTURE_DOTS - dots), money });
}

/**
 * What the futures say by themselves: how far one state moves where amounts may be said, else how often each is ahead.
 */
export function futuresFinding(
  data: ComparisonData,
  { say, figures }: ComparisonSpeech,
  withAmounts: boolean,
): string {
  const { states, baseCalled: base } = data;
  const drawn = states.flatMap(({ letter, futures }) =>
    futures?.ahead == null ? [] : [{ letter, futures }],
  );
  const [only] = drawn;
  if (only && states.length === 1 && withAmounts)
    return say('finding.range', {
      low: signed(only.futures.net.low, figures.moneyShort),
      high: signed(only.futures.net.high, figures.moneyShort),
      base,
    });
  const each = drawn.map(({ letter, futures }) => say('finding.dots', { letter, dots: dotsAhead(futures) }));
  return say('finding.aheadIn', { base, states: joinWords(each, figures.language) });
}

/** The lines under it: the range, what was added, changed and removed, and what is not known. */
export function comparisonSubtitle(data: ComparisonData, speech: ComparisonSpeech): string {
  const { say, figures } = speech;
  const [only] = data.states;
  const unknown = Math.max(0, ...data.states.map(({ futures }) => futures?.valueUnknown ?? 0));
  const oneSided = Math.max(0, ...data.states.map(({ knownOnOneSide }) => knownOnOneSide));
  return joinSentences([
    data.states.length === 1 && only?.futures?.ahead != null
      ? say('subtitle.range', {
          low: signed(only.futures.net.low, figures.moneyShort),
          high: signed(only.futures.net.high, figures.moneyShort),
          base: data.baseCalled,
        })
      : '',
    ...data.states.map((state) =>
      say('subtitle.counts', { name: calledFirst(state, speech), what: countsText(state.counts, speech) }),
    ),
    ...data.states.map((state) =>
      state.otherCurrency === null
        ? ''
        : say('subtitle.currency', { name: calledFirst(state, speech), currency: state.otherCurrency }),
    ),
    unknown > 0 ? say('subtitle.unknown', { count: unknown }) : '',
    oneSided > 0 ? say('subtitle.oneSided', { count: oneSided }) : '',
  ]);
}

/** Legend entries for what these sections of the comparison really show; `focus` is the state whose initiatives move. */
export function comparisonLegend(
  data: ComparisonData,
  focus: number,
  { say }: ComparisonSpeech,
  sections: readonly ComparisonSection[] = comparisonSections,
): readonly LegendItem[] {
  const items: LegendItem[] = [];
  if (sections.includes('measures')) {
    const verdicts = new Set(
      data.rows.flatMap(({ measure, base, comparable }) =>
        comparable.map((value) => verdictOf(measure, base, value)),
      ),
    );
    const letter = data.states[0]?.letter ?? 'A';
    items.push({ swatch: 'baseTick', label: say('legend.base', { name: data.baseName }) });
    if (verdicts.has('better')) items.push({ swatch: 'stateBetter', label: say('legend.better'), letter });
    if (verdicts.has('worse')) items.push({ swatch: 'stateWorse', label: say('legend.worse'), letter });
    if (verdicts.has('same')) items.push({ swatch: 'stateSame', label: say('legend.same'), letter });
  }
  if (sections.includes('futures')) {
    const dots = data.states.flatMap(({ futures }) => (futures?.ahead == null ? [] : futures.dots));
    if (dots.some((value) => value > 0)) items.push({ swatch: 'futureAhead', label: say('legend.ahead') });
    if (dots.some((value) => value <= 0)) items.push({ swatch: 'futureBehind', label: say('legend.behind') });
  }
  const state = sections.includes('moved') ? data.states[focus] : undefined;
  const changed = state ? slopesOf(state).filter(({ kind }) => kind === 'changed') : [];
  if (changed.length > 0) items.push({ swatch: 'beforeAfter', label: say('legend.beforeAfter') });
  const ways = new Set(changed.map(slopeVerdict));
  if (ways.has('better')) items.push({ swatch: 'movedBetter', label: say('legend.movedBetter') });
  if (ways.has('worse')) items.push({ swatch: 'movedWorse', label: say('legend.movedWorse') });
  if (ways.has('same')) items.push({ swatch: 'movedUnknown', label: say('legend.movedUnknown') });
  return items;
}

/** The comparison in a few sentences. */
export const describeComparison = (data: ComparisonData, { say, figures }: ComparisonSpeech): string =>
  say('describe', {
    rows: figures.number(data.rows.length),
    base: data.baseName,
    states: joinWords(
      data.states.map(({ letter, name }) => labelled(letter, name, figures.language)),
      figures.language,
    ),
  });

/** What the card beside a mark says. */
export function comparisonCard(
  id: string,
  data: ComparisonData,
  focus: number,
  speech: ComparisonSpeech,
): MarkCard {
  const { say, figures } = speech;
  const row = data.rows.find(({ measure }) => measure === id);
  if (row) return rowCard(row, data, speech);
  const state = data.states.find((each) => id === `futures/${each.id}`);
  if (state?.futures) {
    const { net, draws, simulated } = state.futures;
    return {
      title: state.name,
      rows: [
        [say('card.ahead'), `${dotsAhead(state.futures)}/${FUTURE_DOTS}`],
        [say('card.range'), `${figures.moneyShort(net.low)} … ${figures.moneyShort(net.high)}`],
      ],
      note: say('card.draws', { draws: figures.number(draws), count: simulated }),
    };
  }
  const initiative = data.states[focus]?.initiatives.find((each) => id === `initiative/${each.id}`);
  const money = (amount: number | null): string =>
    amount === null ? say('unknown') : figures.moneyShort(amount);
  return {
    title: initiative?.name ?? '',
    rows: initiative
      ? [
          [say('card.before'), money(initiative.before)],
          [say('card.after'), money(initiative.after)],
        ]
      : [],
    ...(initiative ? { note: say(`card.${initiative.kind}`) } : {}),
  };
}

function rowCard(row: ComparedRow, data: ComparisonData, speech: ComparisonSpeech): MarkCard {
  const { say, figures } = speech;
  return {
    title: say(`measure.${row.measure}`),
    rows: [
      [data.baseName, measureText(row.measure, row.base, speech)],
      ...row.values.map((value, k): readonly [string, string] => {
        const state = data.states[k]!;
        const difference = rowDifference(row, k, speech);
        const text = measureText(row.measure, value, speech);
        return [
          `${state.letter} ${state.name}`,
          difference === '' ? text : bracketed(text, difference, figures.language),
        ];
      }),
    ],
    note: say('card.open'),
  };
}

/** The comparison as a table. */
export function comparisonTable(data: ComparisonData, speech: ComparisonSpeech): TwinTableData {
  const { say } = speech;
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'measure', label: say('table.measure'), kind: 'text' },
      { id: 'base', label: data.baseName, kind: 'number' },
      ...data.states.flatMap(({ id, letter, name }) => [
        { id, label: `${letter} ${name}`, kind: 'number' as const },
        { id: `${id}/difference`, label: say('table.difference', { name: letter }), kind: 'number' as const },
      ]),
    ],
    rows: data.rows.map((row) => ({
      id: row.measure,
      cells: [
        textCell(say(`measure.${row.measure}`)),
        numberCell(row.base, measureText(row.measure, row.base, speech)),
        ...row.values.flatMap((value, k) => {
          const comparable = row.comparable[k] ?? null;
          return [
            numberCell(value, measureText(row.measure, value, speech)),
            numberCell(
              row.base === null || comparable === null ? null : comparable - row.base,
              rowDifference(row, k, speech),
            ),
          ];
        }),
      ],
    })),
  };
}
