import { ascending } from 'd3-array';
import type { Headline } from '../../../shared/analysis/headline.ts';
import { initiativeSide } from '../../../shared/comparison/initiativeSide.ts';
import { measureOf, operationOf } from '../../../shared/comparison/movedParts.ts';
import type { HeldFigure, StampedFigure } from '../../../shared/decisions/figures.ts';
import type { Decision, DecisionOption, PortfolioRecords } from '../../../shared/domain/records.ts';
import { formatDate, formatInstant } from '../../../shared/text/format.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { Say } from '../../i18n.ts';
import { nameOf } from '../coverage/findingWords.ts';
import { madeSum } from '../receipts/madeSum.ts';
import { measureFigure } from '../receipts/measureFigure.ts';
import { type Opened, type Opens, type PartLine, shownFigure } from '../receipts/receiptStore.ts';
import { effectRange } from './optionEffects.ts';

export interface HeldWords {
  readonly receipts: Say<'receipts'>;
  readonly coverage: Say<'coverage'>;
  readonly figures: FigureWords;
  /** What a figure is called. */
  readonly nameOf: (figure: StampedFigure) => string;
  /** A figure in full, in its unit. */
  readonly say: (figure: StampedFigure, value: number) => string;
}

/** The plan that a decision is held against. */
export interface HeldPlan {
  readonly records: PortfolioRecords;
  readonly headlineOf: (id: string) => Headline;
  /** Null while it is being computed. */
  readonly coverage: PortfolioCoverage | null;
}

const formulas = {
  cost: 'Σ_i C_i(H)',
  value: 'Σ_i V_i(H)',
  wasteMoney: 'Σ_i (cash_i + economic_i)',
  wasteDays: 'Σ_i pd_i',
  gapMoney: 'Σ_c gap_c',
  overlapMoney: 'Σ_c redundant_c',
  firstValueMonths: 'median_i t_first',
  initiatives: 'n',
  productTeams: 'n',
} as const satisfies Record<StampedFigure, string>;

/** A figure as it was written down when it was decided. */
export function thenReceipt(
  { figure, before }: HeldFigure,
  decision: Pick<Decision, 'name' | 'decidedOn' | 'createdAt'>,
  { receipts, figures, nameOf: titleOf, say }: HeldWords,
): Opened | null {
  if (before === null) return null;
  const when =
    decision.decidedOn === null
      ? formatInstant(decision.createdAt, figures.language)
      : formatDate(decision.decidedOn, figures.language);
  return {
    kind: 'made',
    made: {
      title: titleOf(figure),
      of: receipts('tried.writtenDown', { name: decision.name, when }),
      value: before,
      range: receipts('tried.noRange'),
      formula: formulas[figure],
      operation: 'given',
      parts: [],
      say: (value) => say(figure, value),
    },
  };
}

/** What the chosen option was to make of a figure: the figure as it was, and what the option was to do to it. */
export function expectedReceipt(
  held: HeldFigure,
  decision: Pick<Decision, 'name' | 'decidedOn' | 'createdAt'>,
  effects: DecisionOption['effects'],
  words: HeldWords,
): Opened | null {
  const { figure, before } = held;
  const moved = effectRange(effects, figure);
  const then = thenReceipt(held, decision, words);
  if (before === null || moved === null || then === null) return null;
  const { receipts } = words;
  const say = (value: number): string => words.say(figure, value);
  const end = (by: number): string => say(before + by);
  return madeSum({
    title: words.nameOf(figure),
    of: decision.name,
    range:
      moved.low === moved.high
        ? receipts('tried.noRange')
        : receipts('range', {
            range: receipts('range.text', {
              p10: end(moved.low),
              p50: end(moved.likely),
              p90: end(moved.high),
            }),
          }),
    formula: 'then + effect of the option',
    parts: [
      { name: receipts('made.then'), value: before, opens: then },
      { name: receipts('made.moved'), value: moved.likely, opens: null },
    ],
    say,
  });
}

/** A figure of the plan as it is now, with what has part in it; null for what is only counted. */
export function nowReceipt({ figure, now }: HeldFigure, plan: HeldPlan, words: HeldWords): Opens | null {
  if (now === null || figure === 'initiatives' || figure === 'productTeams') return null;
  const { receipts } = words;
  const { records, headlineOf, coverage } = plan;
  const say = (value: number): string => words.say(figure, value);
  const title = words.nameOf(figure);
  if (figure === 'gapMoney' || figure === 'overlapMoney') {
    if (!coverage) return null;
    const [of, amount] =
      figure === 'gapMoney' ? (['gap', 'gap_money'] as const) : (['redundant', 'redundant_money'] as const);
    return () =>
      madeSum({
        title,
        of: receipts('made.capabilities'),
        range: receipts('element.noRange'),
        formula: formulas[figure],
        parts: coverage.analysis.elements
          .filter(({ kind }) => kind === 'capability')
          .map((element) => ({
            name: nameOf(element.id, { say: words.coverage, records }),
            value: element[amount],
            opens: { kind: 'element', elementId: element.id, figure: of },
          })),
        say,
      });
  }
  return () => {
    const parts = Object.values(records.initiative).flatMap(({ id, name }): Omit<PartLine, 'text'>[] => {
      const side = initiativeSide(records, id, headlineOf(id));
      const value = side && measureOf(side, figure);
      const own = side && measureFigure(figure, side.mode);
      return value === null ? [] : [{ name, value, opens: own === null ? null : shownFigure(id, own) }];
    });
    const of = receipts('made.today', { count: parts.length });
    if (operationOf(figure) === 'sum')
      return madeSum({ title, of, range: receipts('made.noRange'), formula: formulas[figure], parts, say });
    return {
      kind: 'made',
      made: {
        title,
        of,
        value: now,
        range: receipts('made.noRange'),
        formula: formulas[figure],
        operation: 'median',
        parts: parts
          .sort((a, b) => ascending(a.value, b.value))
          .map((part) => ({ ...part, text: say(part.value) })),
        say,
      },
    };
  };
}
