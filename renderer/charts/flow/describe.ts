import { addMonths } from '../../../shared/domain/time.ts';
import type { PhaseKind } from '../../../shared/model/types.ts';
import { countAs, formatDate } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { type FlowData, type FlowMode, type FlowPhase, knowledgeAt } from './flowData.ts';
import type { FlowWords } from './flowFrame.ts';

/** What the words of the flow chart are made from. */
export interface FlowSpeech {
  readonly say: Say<'flow'>;
  readonly figures: FigureWords;
  readonly currency: string;
  readonly name: string;
  readonly draws: number;
  readonly trancheMonths: number;
  /** Month 0 on the calendar; null when not known. */
  readonly startDate: string | null;
  /** The word for a kind of phase, for phases that nobody named. */
  readonly phaseKind: (kind: PhaseKind) => string;
}

/** A phase's name; standard phases are named by their kind. */
export const phaseName = (phase: FlowPhase, { phaseKind }: FlowSpeech): string =>
  phase.name === phase.kind ? phaseKind(phase.kind) : phase.name;

/** The sentences inside the drawing. */
export function flowWords(data: FlowData, speech: FlowSpeech): FlowWords {
  const { say, figures } = speech;
  const { project, product } = data;
  const count = project.phases.filter((phase, k) => k > 0 && phase.lost > 0).length;
  const waited = project.phases.reduce((sum, phase) => sum + phase.waitMonths, 0);
  // Nobody may have entered any waiting: that is not none.
  const handoffs =
    waited > 0
      ? say('note.handoffsWaiting', { count, wait: figures.months(waited) })
      : say('note.handoffs', { count });
  const projectNote =
    project.stoppedAt !== null
      ? say('note.projectStopped', { end: figures.number(project.stoppedAt) })
      : project.releaseMonth !== null && project.releaseMonth <= data.horizon
        ? say('note.project', { handoffs, end: figures.number(project.releaseMonth) })
        : say('note.projectLate', { handoffs, months: data.horizon });
  return {
    projectTitle: say(data.mode === 'project' ? 'chart.projectToday' : 'chart.project'),
    projectNote,
    productTitle: say(data.mode === 'product' ? 'chart.productToday' : 'chart.product'),
    productNote: say('note.product', {
      cadence: figures.months(product.cadenceMonths),
      tranche: figures.months(speech.trancheMonths, Number.isInteger(speech.trancheMonths) ? 0 : 1),
    }),
    knowledgeTitle: say('chart.knowledge'),
    knowledgeNote: say('note.knowledge'),
    valueTitle: say('chart.value'),
    valueNote: say(project.value === null ? 'note.valueUnknown' : 'note.value', {
      currency: speech.currency,
    }),
    recordedTitle: say('chart.recorded'),
    month: (month) => say('axis.month', { month }),
    year: (year) => say('axis.year', { year }),
    phaseName: (phase) => phaseName(phase, speech),
    support: say('mark.support'),
    changeNeedsTeam: say('mark.change'),
    stopped: say('mark.stopped'),
    mlp: say('mark.mlp'),
    handoffLoss: (lost) => say('mark.handoff', { percent: figures.percent(lost) }),
    handedToSupport: say('mark.handover'),
    knowledgeCompounds: say('mark.compounds'),
    spentBefore: (money) => say('mark.spentBefore', { money: figures.moneyShort(money) }),
    money: figures.moneyShort,
    moneyTick: figures.moneyShort,
    percent: figures.percent,
    valueUnknown: say('mark.valueUnknown'),
    handoffLetter: say('letter.handoff'),
    decisionLetter: {
      continue: say('letter.continue'),
      change: say('letter.change'),
      stop: say('letter.stop'),
      pending: say('letter.pending'),
    },
    trancheAmount: (amount) => (amount === null ? say('mark.amountUnknown') : figures.moneyShort(amount)),
    releaseValue: ({ out, measured, planned }) => {
      const text = (money: number): string => figures.moneyShort(money);
      if (measured !== null && planned !== null) {
        return say('mark.measuredOf', { measured: text(measured), planned: text(planned) });
      }
      if (measured !== null) return text(measured);
      if (planned === null) return '';
      return say(out ? 'mark.notMeasuredOf' : 'mark.plannedValue', { planned: text(planned) });
    },
  };
}

/** Legend entries for what the drawing really shows. */
export function flowLegend(
  data: FlowData,
  mode: FlowMode,
  { say, figures, draws }: FlowSpeech,
): readonly LegendItem[] {
  const items: LegendItem[] = [];
  const { project, product } = data;
  if (mode !== 'product') {
    items.push({ swatch: 'projectBar', label: say('legend.work') });
    if (project.phases.some((phase) => phase.waitMonths > 0)) {
      items.push({ swatch: 'wait', label: say('legend.wait') });
    }
    if (project.changes.some((change) => change.relearnMonths > 0)) {
      items.push({ swatch: 'relearning', label: say('legend.relearn') });
    }
  }
  if (mode !== 'project' && product.releases.length > 0) {
    items.push({ swatch: 'productCircle', label: say('legend.release') });
  }
  if (mode !== 'product' && project.phases.some((phase, k) => k > 0 && phase.lost > 0 && phase.recorded)) {
    items.push({ swatch: 'handoffTeam', label: say('legend.handoff'), letter: say('letter.handoff') });
  }
  if (mode !== 'product' && project.phases.some((phase, k) => k > 0 && phase.lost > 0 && !phase.recorded)) {
    items.push({ swatch: 'assumedHandoff', label: say('legend.handoffOpen'), letter: say('letter.handoff') });
  }
  if (mode !== 'project') {
    for (const [decision, swatch] of decisionSwatches) {
      if (data.recordedTranches.some((tranche) => tranche.decision === decision)) {
        items.push({ swatch, label: say(`decision.${decision}`), letter: say(`letter.${decision}`) });
      }
    }
  }
  if (data.recorded.some((release) => release.out)) {
    items.push({ swatch: 'recordedFilled', label: say('legend.recordedOut') });
  }
  if (data.recorded.some((release) => !release.out)) {
    items.push({ swatch: 'recordedHollow', label: say('legend.recordedPlanned') });
  }
  if (mode !== 'product') items.push({ swatch: 'projectLine', label: say('legend.projectLine') });
  if (mode !== 'project') items.push({ swatch: 'productLine', label: say('legend.productLine') });
  if (project.band !== null || product.band !== null) {
    items.push({ swatch: 'band', label: say('legend.band', { draws: figures.number(draws) }) });
  }
  items.push({ swatch: 'dashes', label: say('legend.spend') });
  return items;
}

const decisionSwatches = [
  ['continue', 'decisionContinue'],
  ['change', 'decisionChange'],
  ['stop', 'decisionStop'],
  ['pending', 'decisionPending'],
] as const;

/** The whole chart in two or three sentences. */
export function describeFlow(data: FlowData, mode: FlowMode, { say, figures }: FlowSpeech): string {
  const { project, product, horizon } = data;
  const parts: string[] = [];
  const first = product.releases[0]?.month ?? null;
  if (mode !== 'product') {
    parts.push(
      project.releaseMonth !== null && project.releaseMonth <= horizon
        ? say('describe.project', {
            project: figures.number(project.releaseMonth, 1),
            money: figures.moneyShort(project.spentBeforeFeedback),
          })
        : say('describe.projectNever', {
            months: horizon,
            money: figures.moneyShort(project.spend.at(-1) ?? 0),
          }),
    );
  }
  if (mode !== 'project') {
    parts.push(
      first !== null && first <= horizon
        ? say('describe.product', {
            product: figures.number(first, 1),
            money: figures.moneyShort(product.spentBeforeFeedback),
          })
        : say('describe.productNever', {
            months: horizon,
            money: figures.moneyShort(product.spend.at(-1) ?? 0),
          }),
    );
  }
  if (project.value === null || product.value === null) parts.push(say('describe.valueUnknown'));
  else if (mode === 'compare') {
    parts.push(
      say('describe.value', {
        month: horizon,
        project: figures.moneyShort(project.value.at(-1) ?? 0),
        product: figures.moneyShort(product.value.at(-1) ?? 0),
      }),
    );
  }
  return joinSentences(parts);
}

/** What the card beside a mark says; throws for an id that the layout did not make. */
export function flowCard(id: string, data: FlowData, speech: FlowSpeech): MarkCard {
  const { say, figures } = speech;
  const [kind = '', rest = ''] = splitOnce(id);
  const number = Number(rest);
  const at = (month: number): string => {
    const text = figures.number(month, 1);
    if (speech.startDate === null) return say('card.month', { month: text });
    const day = formatDate(addMonths(speech.startDate, month), figures.language) ?? '';
    return say('card.monthDate', { month: text, date: day });
  };
  const days = (personDays: number): string => {
    const text = figures.days(personDays);
    return say('card.daysValue', { count: countAs(text), days: text });
  };
  switch (kind) {
    case 'phase': {
      const phase = data.project.phases[number]!;
      return {
        title: phaseName(phase, speech),
        rows: [
          [say('card.start'), at(phase.start)],
          [say('card.ends'), at(phase.end)],
          [say('card.wait'), figures.months(phase.waitMonths)],
          [say('card.days'), days(phase.personDays)],
          ...(phase.lost > 0 && number > 0 ? [[say('card.lost'), figures.percent(phase.lost)] as const] : []),
        ],
      };
    }
    case 'change': {
      const change = data.project.changes[number]!;
      return {
        title: say('card.changeTitle', { number: number + 1 }),
        rows: [
          [say('card.arrives'), at(change.arrive)],
          [say('card.start'), at(change.start)],
          ...(change.knowledge === null
            ? []
            : [[say('card.knows'), figures.percent(change.knowledge)] as const]),
          ...(change.relearnPersonDays === null
            ? []
            : [[say('card.relearn'), days(change.relearnPersonDays)] as const]),
        ],
      };
    }
    case 'release': {
      const release = data.product.releases[number]!;
      return {
        title: number === 0 ? say('card.mlpTitle') : say('card.releaseTitle', { number: number + 1 }),
        rows: [
          ['', at(release.month)],
          [say('card.adds'), figures.percent(release.valueShare)],
          [say('card.scope'), figures.percent(release.scopeShare)],
        ],
      };
    }
    case 'tranche': {
      const tranche = data.product.tranches[number]!;
      return {
        title: say('card.trancheTitle', { number: number + 1 }),
        rows: [
          [say('card.from'), at(tranche.from)],
          [say('card.to'), at(tranche.to)],
          [say('card.trancheMoney'), figures.money(tranche.money)],
        ],
      };
    }
    case 'recordedTranche': {
      const tranche = data.recordedTranches.find((each) => each.id === rest)!;
      return {
        title: tranche.name,
        rows: [
          [say('card.from'), at(tranche.from)],
          [say('card.to'), at(tranche.to)],
          [
            say('card.trancheAmount'),
            tranche.amount === null ? say('card.notEntered') : figures.money(tranche.amount),
          ],
          [say('card.decision'), say(`decision.${tranche.decision}`)],
        ],
      };
    }
    case 'recorded': {
      const release = data.recorded.find((each) => each.id === rest)!;
      return {
        title: release.name,
        rows: [
          [say(release.out ? 'card.recordedOut' : 'card.recordedPlanned'), at(release.month)],
          ...(release.out
            ? [
                [
                  say('card.measured'),
                  release.measured === null ? say('card.notMeasured') : figures.money(release.measured),
                ] as const,
              ]
            : []),
          ...(release.planned === null
            ? []
            : [[say('card.plannedValue'), figures.money(release.planned)] as const]),
        ],
      };
    }
    case 'pass':
    case 'handoff': {
      const from = data.project.phases[number - 1]!;
      const to = data.project.phases[number]!;
      return {
        title: say('card.handoffTitle', { from: phaseName(from, speech), to: phaseName(to, speech) }),
        rows: [
          ['', at(to.start)],
          [say('card.lost'), figures.percent(to.lost)],
          [say('card.wait'), figures.months(to.waitMonths)],
        ],
        // A fall of knowledge that nobody recorded opens its arithmetic instead.
        ...(to.recorded || kind === 'pass'
          ? { note: say(to.recorded ? 'card.openRow' : 'card.openLedger') }
          : {}),
      };
    }
    case 'handover':
      return {
        title: say('card.handoverTitle'),
        rows: [
          ['', at(data.project.releaseMonth ?? 0)],
          ...(data.project.handoverLoss === null
            ? []
            : [[say('card.lost'), figures.percent(data.project.handoverLoss)] as const]),
        ],
      };
    case 'knowProject':
    case 'knowProduct':
      return {
        title: say('card.knowledgeTitle', { month: number }),
        rows: both(say, (side) => {
          const known = knowledgeAt(data[side].knowledge, number);
          return known === null ? null : figures.percent(known);
        }),
      };
    case 'valueProject':
    case 'valueProduct':
      return {
        title: say('card.valueTitle', { month: number }),
        rows: both(say, (side) => {
          const value = data[side].value?.[number];
          if (value === undefined) return null;
          const band = data[side].band;
          const range = band
            ? ` (${figures.moneyShort(band.low[number]!)}–${figures.moneyShort(band.high[number]!)})`
            : '';
          return figures.moneyShort(value) + range;
        }),
      };
    case 'spendProject':
    case 'spendProduct':
      return {
        title: say('card.spendTitle', { month: number }),
        rows: both(say, (side) => {
          const spent = data[side].spend[number];
          return spent === undefined ? null : figures.money(spent);
        }),
      };
    default:
      throw new Error(`the flow chart has no mark ${id}`);
  }
}

function both(
  say: Say<'flow'>,
  value: (side: 'project' | 'product') => string | null,
): readonly (readonly [string, string])[] {
  return (['project', 'product'] as const).flatMap((side) => {
    const text = value(side);
    return text === null ? [] : [[say(`chart.${side}`), text] as const];
  });
}

function splitOnce(id: string): readonly [string, string] {
  const at = id.indexOf(':');
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}
