import type { HandoffLine, LineHandoff } from '../../../shared/analysis/handoffLine.ts';
import type { Station } from '../../../shared/analysis/handoffStations.ts';
import { type Handoff, type PhaseKind, phaseKinds } from '../../../shared/domain/records.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import { shortName } from '../frame/shortName.ts';
import type { StringlineLayout, StringWords, TimeWindow } from './scene.ts';
import { longestWait, type StringlineData, waitingShareOf } from './stringlineData.ts';

/** What the words of the stringline are made from. */
export interface StringSpeech {
  readonly say: Say<'handoffs'>;
  readonly figures: FigureWords;
  /** The word for a kind of phase. */
  readonly phaseKind: (kind: PhaseKind) => string;
}

/** A day number as a date in full. */
export const dayText = (day: number, { figures }: StringSpeech): string =>
  formatDate(isoDay(day), figures.language);

/** Who a station is. */
export function stationName(station: Station, { say, phaseKind }: StringSpeech): string {
  if (station.kind === 'unknown') return say('station.unknown');
  const kind = phaseKinds.find((each) => each === station.name);
  return station.kind === 'phase' && kind ? phaseKind(kind) : station.name;
}

/** A step's name; the model's own steps are named by their kind. */
export function stepName(name: string, { phaseKind }: StringSpeech): string {
  const kind = phaseKinds.find((each) => each === name);
  return kind ? phaseKind(kind) : name;
}

/** Days of waiting in words of a count, such as `94 days for funding`. */
const waitText = (kind: Handoff['kind'] | 'gap', days: number, { say, figures }: StringSpeech): string =>
  say(`wait.${kind}`, { count: Math.round(days), days: figures.number(days) });

/** The words inside the drawing. */
export function stringWords(speech: StringSpeech, tick: StringWords['tick']): StringWords {
  const { say, figures } = speech;
  const daysOf = ({ waitDays, waitSource }: LineHandoff): string => {
    if (waitDays === null) return say('mark.daysUnknown');
    const text = say('mark.days', { days: figures.number(waitDays) });
    return waitSource === 'model' ? say('mark.about', { text }) : text;
  };
  return {
    tick,
    station: (station) => stationName(station, speech),
    note: ({ kind }) =>
      kind === 'phase' ? say('station.role') : kind === 'name' ? say('station.named') : '',
    step: ({ station, phases }) => {
      const [first] = phases;
      if (first === undefined || station.kind === 'phase') return '';
      const name = stepName(first, speech);
      return phases.length === 1 ? name : say('card.steps.more', { first: name, count: phases.length - 1 });
    },
    days: daysOf,
    handoff: (handoff) => {
      if (handoff.kept === null) return daysOf(handoff);
      const kept = say('mark.kept', { percent: figures.percent(handoff.kept) });
      return `${daysOf(handoff)} · ${handoff.keptSource === 'model' ? say('mark.about', { text: kept }) : kept}`;
    },
  };
}

/** What the picture says, in a sentence from its own figures. */
export function stringFinding({ lit }: StringlineData, speech: StringSpeech): string {
  const { say, figures } = speech;
  const one = lit.length === 1 ? lit[0]! : null;
  const share = waitingShareOf(lit);
  if (share === null) {
    return one
      ? say('finding.oneProduct', { name: shortName(one.name) })
      : say('finding.manyProduct', { count: lit.length });
  }
  const longest = longestWait(lit);
  if (!longest || Math.round(longest.wait.days) < 1) {
    return one
      ? say('finding.oneNone', { name: shortName(one.name) })
      : say('finding.manyNone', { count: lit.length });
  }
  const wait = waitText(longest.wait.kind, longest.wait.days, speech);
  const percent = figures.percent(share);
  return one
    ? say('finding.one', { percent, name: shortName(one.name), wait })
    : say('finding.many', { percent, count: lit.length, wait, name: shortName(longest.line.name) });
}

/** The line under it: how to read it, what it rests on, and what it leaves out. */
export function stringSubtitle(
  { lit }: StringlineData,
  layout: StringlineLayout,
  undated: number,
  speech: StringSpeech,
): string {
  const { say, figures } = speech;
  const all = lit.flatMap(({ handoffs }) => handoffs);
  const recorded = all.filter(({ handoffId }) => handoffId !== null).length;
  const roles = layout.stations.filter(({ station }) => station.kind === 'phase').length;
  const unplaced = lit.reduce((sum, { unplacedRows }) => sum + unplacedRows, 0);
  return joinSentences([
    layout.focusBar !== null && layout.window ? timePart(layout.window, speech) : '',
    say('subtitle.how'),
    all.length === 0
      ? ''
      : recorded === 0
        ? say('subtitle.noLedger')
        : say('subtitle.recorded', {
            recorded: figures.number(recorded),
            count: all.length,
          }),
    roles > 0 ? say('subtitle.teams', { count: roles }) : '',
    unplaced > 0 ? say('subtitle.unplaced', { count: unplaced }) : '',
    undated > 0 ? say('subtitle.undated', { count: undated }) : '',
  ]);
}

/** Says that only a part of the time is shown, and which. */
export const timePart = (
  { from, to }: TimeWindow,
  { say, figures }: Pick<StringSpeech, 'say' | 'figures'>,
): string =>
  say('subtitle.part', {
    from: formatDate(isoDay(Math.round(from)), figures.language),
    to: formatDate(isoDay(Math.round(to)), figures.language),
  });

/** The letters of the kinds of handoff. */
export const handoffLetters = ({
  say,
}: Pick<StringSpeech, 'say'>): Readonly<Record<Handoff['kind'], string>> => ({
  team: say('letter.team'),
  approval: say('letter.approval'),
  legal: say('letter.legal'),
  funding: say('letter.funding'),
  partner: say('letter.partner'),
});

const swatches = {
  team: 'handoffTeam',
  approval: 'handoffApproval',
  legal: 'handoffLegal',
  funding: 'handoffFunding',
  partner: 'handoffPartner',
} as const;

/** Legend entries for what the drawing really shows. */
export function stringLegend(
  { lit, rest }: StringlineData,
  layout: StringlineLayout,
  speech: StringSpeech,
): readonly LegendItem[] {
  const { say, figures } = speech;
  const items: LegendItem[] = [];
  const has = (test: (line: HandoffLine) => boolean): boolean => lit.some(test);
  const letters = handoffLetters(speech);
  if (has(({ mode, stays }) => mode === 'project' && stays.some(({ assumed }) => !assumed))) {
    items.push({ swatch: 'projectBar', label: say('legend.work') });
  }
  if (has(({ stays }) => stays.some(({ assumed }) => assumed))) {
    items.push({ swatch: 'assumedStep', label: say('legend.assumedWork') });
  }
  if (layout.waits.length > 0) items.push({ swatch: 'wait', label: say('legend.wait') });
  if (layout.idle.length > 0) items.push({ swatch: 'idleLine', label: say('legend.idle') });
  for (const kind of ['team', 'approval', 'legal', 'funding', 'partner'] as const) {
    if (has(({ handoffs }) => handoffs.some((each) => each.kind === kind && each.handoffId !== null))) {
      items.push({ swatch: swatches[kind], label: say(`legend.${kind}`), letter: letters[kind] });
    }
  }
  if (has(({ handoffs }) => handoffs.some(({ handoffId }) => handoffId === null))) {
    items.push({ swatch: 'assumedHandoff', label: say('legend.assumed'), letter: letters.team });
  }
  if (has(({ mode }) => mode === 'product')) {
    items.push({ swatch: 'openBand', label: say('legend.productBand') });
  }
  if (has(({ releases }) => releases.some(({ out }) => out))) {
    items.push({ swatch: 'productCircle', label: say('legend.release') });
  }
  if (has(({ releases }) => releases.some(({ out }) => !out))) {
    items.push({ swatch: 'productHollow', label: say('legend.releasePlanned') });
  }
  if (layout.mostRest > 0) {
    items.push({
      swatch: 'restBars',
      label: say('legend.rest', { count: rest.length, most: figures.number(layout.mostRest) }),
    });
  }
  return items;
}

/** The whole picture in a sentence, for ears. */
export function describeStringline(
  { lit }: StringlineData,
  layout: StringlineLayout,
  { say, figures }: StringSpeech,
): string {
  const waits = lit.flatMap((line) => line.waits);
  return say('describe', {
    lines: say('describe.lines', { count: lit.length }),
    stations: figures.number(layout.stations.length),
    handoffs: figures.number(lit.reduce((sum, { handoffs }) => sum + handoffs.length, 0)),
    days: figures.number(waits.reduce((sum, { days }) => sum + days, 0)),
  });
}
