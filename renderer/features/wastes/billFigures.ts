import type { Mode } from '../../../shared/domain/records.ts';
import { addedToRow, type Billed } from '../../analysis/wasteBill.ts';
import {
  type Amount,
  type BillData,
  type BillRow,
  type Measure,
  measured,
  rankedWastes,
} from '../../charts/bill/billData.ts';
import { type BillSpeech, rangeText, rowName } from '../../charts/bill/describe.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import {
  type MadeFigure,
  type Opened,
  type Opens,
  type PartLine,
  sevenWastesFigure,
  shownFigure,
} from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';

type As = Mode | 'today';

interface BillFigureWords extends BillSpeech {
  readonly receipts: Say<'receipts'>;
}

/** The figure of a line of the bill, as each initiative has it. */
export const rowFigure = (row: BillRow['id'], mode: Mode, measure: Measure): string =>
  row === 'total' ? sevenWastesFigure(mode, measure) : `${mode}.waste.${row}.${measure}`;

/** What a line of the bill is called as a figure. */
const rowTitle = (row: BillRow['id'], measure: Measure): string =>
  figureName(rowFigure(row, 'project', measure));

const amountOf = (row: BillRow, as: As): Amount =>
  as === 'today' ? row.today : as === 'project' ? row.allProject : row.allProduct;

/** A line of the bill opened to its initiatives: as they are run today, or all of them in one mode. */
export function rowReceipt(
  row: BillRow,
  as: As,
  measure: Measure,
  initiatives: readonly Billed[],
  words: BillFigureWords,
): Opens {
  const { receipts } = words;
  const say = sayIn(measure, words);
  return () => {
    const span = as === 'today' ? rangeText(row, measure, words) : '';
    const counted = initiatives.reduce((count, { headline }) => count + (headline ? 1 : 0), 0);
    return {
      kind: 'made',
      made: {
        title: rowTitle(row.id, measure),
        of: receipts(`made.${as}`, { count: counted }),
        value: measured(amountOf(row, as), measure),
        range: span === '' ? receipts('made.noRange') : receipts('range', { range: span }),
        formula: measure === 'pd' ? 'Σ_i pd_i' : 'Σ_i (cash_i + economic_i)',
        operation: 'sum',
        parts: addedToRow(initiatives, row.id, as).map(({ id, name, mode, amount }) => {
          const value = measured(amount, measure);
          return { name, value, text: say(value), opens: shownFigure(id, rowFigure(row.id, mode, measure)) };
        }),
        say,
      },
    };
  };
}

const sayIn = (measure: Measure, { figures }: BillSpeech): ((value: number) => string) =>
  measure === 'pd' ? (value) => figures.number(value, 1) : figures.money;

/** The figures in the sentences above the bill, each with what it is made of. */
export function billFigures(
  data: BillData,
  initiatives: readonly Billed[],
  words: BillFigureWords,
): FiguresOf<'wastes'> {
  const { figures, receipts } = words;
  const { total, bookedPd } = data;
  const { pd, forgone } = total.today;
  if (data.counted === 0 || pd <= 0 || bookedPd <= 0) return {};
  const of = receipts('made.today', { count: data.counted });
  const open = (title: string, opens: Opens): OpenFigure => ({
    label: receipts('open', { what: title }),
    opens,
  });
  const days = rowReceipt(total, 'today', 'pd', initiatives, words);
  const money = rowReceipt(total, 'today', 'money', initiatives, words);
  const sayDays = sayIn('pd', words);
  const made = (figure: Omit<MadeFigure, 'of' | 'range'>): Opened => ({
    kind: 'made',
    made: { ...figure, of, range: receipts('made.noRange') },
  });
  const sum =
    (title: string, value: number, say: (value: number) => string, parts: () => PartLine[]): Opens =>
    () =>
      made({ title, value, formula: 'Σ_i', operation: 'sum', parts: parts(), say });
  const bookedTitle = figureName('project.booked_pd');
  const booked = sum(bookedTitle, bookedPd, sayDays, () =>
    initiatives.flatMap(({ id, name, mode, headline }): PartLine[] =>
      headline
        ? [
            {
              name,
              value: headline[mode].bookedPd,
              text: sayDays(headline[mode].bookedPd),
              opens: shownFigure(id, `${mode}.booked_pd`),
            },
          ]
        : [],
    ),
  );
  const unpaid = sum(receipts('made.forgone'), forgone, figures.money, () =>
    addedToRow(initiatives, 'total').map(({ id, name, mode, amount }) => ({
      name,
      value: amount.forgone,
      text: figures.money(amount.forgone),
      opens: shownFigure(id, sevenWastesFigure(mode, 'money')),
    })),
  );
  const ratio = (title: string, top: readonly PartLine[], bottom: PartLine): OpenFigure => {
    const first = top.length === 1 ? top[0]! : together(top);
    return open(
      title,
      made({
        title,
        value: first.value / bottom.value,
        formula: 'Σ pd / Σ pd',
        operation: 'ratio',
        parts: [first, bottom],
        say: (share) => figures.percent(share, 1),
      }),
    );
  };
  /** Lines of the bill as one part, which opens to them. */
  const together = (lines: readonly PartLine[]): PartLine => {
    const name = lines.map((each) => each.name).join(' + ');
    const value = lines.reduce((all, each) => all + each.value, 0);
    return line(
      name,
      value,
      sum(name, value, sayDays, () => [...lines]),
    );
  };
  const line = (name: string, value: number, opens: Opens): PartLine => ({
    name,
    value,
    text: sayDays(value),
    opens,
  });
  const lost = line(figureName('project.seven_wastes_pd'), pd, days);
  const largest = rankedWastes(data, 'pd')
    .slice(0, 2)
    .map((row) =>
      line(rowName(row.id, words), row.today.pd, rowReceipt(row, 'today', 'pd', initiatives, words)),
    );
  const share = ratio(figureName('project.seven_wastes_share'), [lost], line(bookedTitle, bookedPd, booked));
  return {
    'finding.all.percent': share,
    'finding.one.percent': share,
    'finding.all.share': ratio(receipts('made.largestTwo'), largest, lost),
    'subtitle.sum.days': open(rowTitle(total.id, 'pd'), days),
    'subtitle.sum.all': open(bookedTitle, booked),
    'subtitle.sum.money': open(rowTitle(total.id, 'money'), money),
    'subtitle.forgone.money': open(receipts('made.forgone'), unpaid),
  };
}
