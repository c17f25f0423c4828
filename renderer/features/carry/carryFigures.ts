import { type Load, overloadOf } from '../../../shared/analysis/teamLoad.ts';
import { toMajor } from '../../../shared/text/format.ts';
import type { CarryData } from '../../charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryDate,
  endingAhead,
  lostAhead,
  scatterName,
} from '../../charts/carry/describe.ts';
import { byOverload, type LoadData, worstOverload } from '../../charts/carry/loadLayout.ts';
import type { ProjectLoss, ScatterLoss } from '../../charts/carry/scatterLoss.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { madeSum } from '../receipts/madeSum.ts';
import { type Opened, type Opens, type PartLine, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';

interface CarryFigureWords {
  readonly speech: CarrySpeech;
  readonly receipts: Say<'receipts'>;
}

const open = (what: string, opens: Opens, { receipts }: CarryFigureWords): OpenFigure => ({
  label: receipts('open', { what }),
  opens,
});

/** The figures in the title and in the line under it: the money of what scatters, and what is then lost. */
export function carryFigures(data: CarryData, words: CarryFigureWords): FiguresOf<'carry'> {
  const { speech, receipts } = words;
  const title = receipts('made.scatters');
  const ahead = endingAhead(data);
  const money = open(
    title,
    () =>
      madeSum({
        title,
        of: carryDate(data.now, speech),
        range: receipts(ahead.some(({ unknownMoney }) => unknownMoney > 0) ? 'made.noHigh' : 'made.entered'),
        formula: 'Σ_i B_i',
        parts: ahead.map((each) => ({ name: scatterName(each, data), value: each.money, opens: null })),
        say: (minor) => speech.figures.money(toMajor(Math.round(minor), speech.currency)),
      }),
    words,
  );
  const { 'loss.value.days': days, 'loss.value.money': lost } = lossFigures(lostAhead(data), data, words);
  return {
    'finding.scatters.money': money,
    'finding.scattersNone.money': money,
    ...(days && { 'subtitle.loss.days': days }),
    ...(lost && { 'subtitle.loss.money': lost }),
  };
}

/** The figures of a loss: its days and its money, by project. */
export function lossFigures(
  loss: ScatterLoss,
  data: CarryData,
  words: CarryFigureWords,
): Pick<FiguresOf<'carry'>, 'loss.value.days' | 'loss.value.money'> {
  const { speech, receipts } = words;
  const { figures, currency } = speech;
  const sayDays = (days: number): string => figures.number(days, 1);
  const sayMoney = (minor: number): string => figures.money(toMajor(Math.round(minor), currency));
  const ends = (of: 'days' | 'money', say: (value: number) => string): string =>
    loss.range
      ? receipts('made.lossRange', { low: say(loss.range[of].low), high: say(loss.range[of].high) })
      : receipts('made.noRange');
  const sum = (
    title: string,
    of: 'days' | 'money',
    say: (value: number) => string,
    line: (project: ProjectLoss) => Pick<PartLine, 'value' | 'opens'>,
  ): OpenFigure =>
    open(
      title,
      () =>
        madeSum({
          title,
          of: receipts('made.lines', { count: loss.projects.length }),
          range: ends(of, say),
          formula:
            of === 'days' ? 'Σ_i (handover_i + relearning_i)' : 'Σ_i (handover_i + relearning_i) rate_i',
          parts: loss.projects.map((project) => ({
            name: data.nameOf('initiative', project.id),
            ...line(project),
          })),
          say,
        }),
      words,
    );
  return {
    'loss.value.days': sum(receipts('made.lossDays'), 'days', sayDays, (project) => ({
      value: project.handoverDays + project.relearningDays,
      opens: () =>
        madeSum({
          title: receipts('made.lossDays'),
          of: data.nameOf('initiative', project.id),
          range: receipts('made.noRange'),
          formula: 'handover + relearning',
          parts: (['handoffs', 'relearning'] as const).map((waste) => ({
            name: partName(waste, receipts),
            value: partDays(project, waste),
            opens: () => disbandingReceipt(project, waste, data, words),
          })),
          say: sayDays,
        }),
    })),
    'loss.value.money': sum(receipts('made.lossMoney'), 'money', sayMoney, ({ id, money }) => ({
      value: money,
      opens: shownFigure(id, 'project.waste.handoffs.money'),
    })),
  };
}

type Part = 'handoffs' | 'relearning';

const partName = (part: Part, receipts: Say<'receipts'>): string =>
  receipts(part === 'handoffs' ? 'made.handover' : 'made.relearning');

const partDays = ({ handoverDays, relearningDays }: ProjectLoss, part: Part): number =>
  part === 'handoffs' ? handoverDays : relearningDays;

const formulas = {
  handoffs: 'handover_pd (1 - handover_carry_over)',
  relearning: 'Σ_k cr_pd cr_relearn [(1 - σ)(1 - K) + σ (1 - K r)]',
} as const satisfies Record<Part, string>;

/** What one project loses to the hand-over, or to learning again, as a part of its waste of that kind. */
export function disbandingReceipt(
  project: ProjectLoss,
  part: Part,
  data: CarryData,
  { speech, receipts }: CarryFigureWords,
): Opened {
  const figure = `project.waste.${part}.pd`;
  const title = partName(part, receipts);
  return madeSum({
    title,
    of: data.nameOf('initiative', project.id),
    range: receipts('made.noRange'),
    formula: formulas[part],
    parts: [
      {
        name: title,
        note: receipts('made.partOf', { figure: figureName(figure) }),
        value: partDays(project, part),
        opens: shownFigure(project.id, figure),
      },
    ],
    say: (days) => speech.figures.number(days, 1),
  });
}

/** The figure in the title of the load: by how much the team with most is asked for too much. */
export function loadFigures(data: LoadData, words: CarryFigureWords): FiguresOf<'carry'> {
  const { speech, receipts } = words;
  const [worst] = byOverload(data.teams.filter((team) => worstOverload(team) !== null));
  const over = worst ? worstOverload(worst) : null;
  if (!worst || over === null || worst.size === null) return {};
  const at = worst.loads.findIndex((load: Load) => overloadOf(load, worst.size) === over);
  const { figures } = speech;
  const people = (name: string, value: number): PartLine => ({
    name,
    value,
    text: figures.number(value, 2),
    opens: null,
  });
  return {
    'load.finding.percent': open(
      receipts('made.overload'),
      {
        kind: 'made',
        made: {
          title: receipts('made.overload'),
          of: receipts('ofState', { name: worst.name, state: speech.quarter(data.quarters[at]!.from) }),
          value: over,
          range: receipts('made.entered'),
          formula: 'asked for / has - 1',
          operation: 'given',
          parts: [
            people(receipts('made.asked'), worst.loads[at]!.people ?? 0),
            people(receipts('made.has'), worst.size),
          ],
          say: (value) => figures.percent(value, 1),
        },
      },
      words,
    ),
  };
}
