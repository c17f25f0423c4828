import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { readQuarter } from '../../../shared/coverage/quarterRead.ts';
import { shareAtWork } from '../../../shared/coverage/quarters.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { MatrixRow } from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { madeSum } from '../receipts/madeSum.ts';
import type { Opened, PartLine } from '../receipts/receiptStore.ts';
import { nameOf } from './findingWords.ts';
import type { ChosenQuarter } from './useQuarters.ts';

interface TitleFigureWords {
  readonly say: Say<'coverage'>;
  readonly receipts: Say<'receipts'>;
  readonly figures: FigureWords;
  readonly records: PortfolioRecords;
}

interface Sum {
  readonly title: string;
  readonly of: string;
  readonly formula: string;
  readonly parts: readonly Omit<PartLine, 'text'>[];
}

const moneySum = (sum: Sum, { receipts, figures }: TitleFigureWords): Opened =>
  madeSum({ ...sum, range: receipts('element.noRange'), say: figures.money });

/** A sum of money that is only put together when somebody opens it. */
const openSum = (
  { title, of, formula, parts }: Omit<Sum, 'parts'> & { readonly parts: () => Sum['parts'] },
  words: TitleFigureWords,
): OpenFigure => ({
  label: words.receipts('open', { what: title }),
  opens: () => moneySum({ title, of, formula, parts: parts() }, words),
});

/** The money in the titles of the coverage over all time, with the capabilities that have it. */
export function coverageFigures(
  { analysis, compared }: PortfolioCoverage,
  rows: readonly MatrixRow[],
  words: TitleFigureWords,
): FiguresOf<'coverage'> {
  const of = words.receipts('made.capabilities');
  const line = (id: string, figure: ElementFigure, value: number): Sum['parts'][number] => ({
    name: nameOf(id, words),
    value,
    opens: { kind: 'element', elementId: id, figure },
  });
  const supply = openSum(
    {
      title: words.receipts('element.supply'),
      of,
      formula: 'Σ_c S_c',
      parts: () => rows.map((row) => line(row.id, 'supply', row.supply)),
    },
    words,
  );
  const redundant = openSum(
    {
      title: words.receipts('element.redundant'),
      of,
      formula: 'Σ_c redundant_c',
      parts: () =>
        analysis.elements
          .filter(({ kind }) => kind === 'capability')
          .map(({ id, redundant_money }) => line(id, 'redundant', redundant_money)),
    },
    words,
  );
  return {
    'glance.some.money': supply,
    'glance.all.money': supply,
    ...(compared && {
      'finding.both.money': redundant,
      'finding.overlap.money': redundant,
      'finding.overlapOnly.money': redundant,
    }),
  };
}

/** The money of a quarter, with the capabilities that it works for, and on each of them the initiatives. */
export function quarterFigures(
  { analysis }: Pick<PortfolioCoverage, 'analysis'>,
  { time: { frames, indexOf, compared }, name }: Pick<ChosenQuarter, 'time' | 'name'>,
  at: number,
  rows: readonly MatrixRow[],
  words: TitleFigureWords,
): FiguresOf<'coverage'> {
  const { receipts, figures } = words;
  const quarter = frames.quarters[at]!;
  const atWork = receipts('made.atWork');
  const supplyOn = (id: string): Opened => {
    const contributors = analysis.elements.find((element) => element.id === id)?.contributors ?? [];
    return moneySum(
      {
        title: atWork,
        of: receipts('ofState', { name: nameOf(id, words), state: name(at) }),
        formula: 'Σ_i w_ic B_i part_i(quarter)',
        parts: contributors.flatMap(({ initiative, money }) => {
          const share = shareAtWork(frames.spells[initiative] ?? [], quarter);
          const whole = { share: figures.percent(share, 1), money: figures.money(money) };
          const note = receipts('element.share', whole);
          return share > 0
            ? [{ name: nameOf(initiative, words), note, value: money * share, opens: null }]
            : [];
        }),
      },
      words,
    );
  };
  const sum = (title: string, of: 'supply' | 'redundant'): OpenFigure =>
    openSum(
      {
        title,
        of: name(at),
        formula: of === 'supply' ? 'Σ_c S_c(quarter)' : 'Σ_c redundant_c(quarter)',
        parts: () =>
          rows.flatMap(({ id }) => {
            const e = indexOf.get(id);
            if (e === undefined) return [];
            const value = readQuarter(frames, e, at)[of];
            return [{ name: nameOf(id, words), value, opens: of === 'supply' ? () => supplyOn(id) : null }];
          }),
      },
      words,
    );
  const supply = sum(atWork, 'supply');
  return {
    'quarter.money.supply': supply,
    'quarter.moneyEarly.supply': supply,
    ...(compared && { 'quarter.money.redundant': sum(receipts('element.redundant'), 'redundant') }),
  };
}
