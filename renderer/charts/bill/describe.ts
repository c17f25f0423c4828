import type { WasteCategory } from '../../../shared/model/types.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { type BillData, type BillRow, isUnknown, type Measure, measured, rankedWastes } from './billData.ts';
import type { BillColumn, BillWords } from './layout.ts';

/** What the words of the bill are made from. */
export interface BillSpeech {
  readonly say: Say<'wastes'>;
  readonly figures: FigureWords;
  readonly waste: (category: WasteCategory) => string;
}

/** The name of a line. */
export const rowName = (id: BillRow['id'], { say, waste }: BillSpeech): string =>
  id === 'total' ? say('row.total') : waste(id);

/** A name inside a sentence. */
const within = (name: string, { figures }: BillSpeech): string =>
  figures.language === 'en' ? name.toLowerCase() : name;

/** What the bill says, in a sentence computed from its own figures. */
export function billFinding(data: BillData, speech: BillSpeech): string {
  const { say, figures } = speech;
  if (data.counted === 0) return say('finding.computing');
  const lost = data.total.today.pd;
  const ranked = rankedWastes(data, 'pd');
  if (lost <= 0 || data.bookedPd <= 0) return say('finding.none');
  const percent = figures.percent(lost / data.bookedPd);
  const [a, b] = ranked as [BillRow, BillRow];
  if (b.today.pd <= 0) return say('finding.one', { percent, a: within(rowName(a.id, speech), speech) });
  return say('finding.all', {
    percent,
    a: within(rowName(a.id, speech), speech),
    b: within(rowName(b.id, speech), speech),
    share: figures.percent((a.today.pd + b.today.pd) / lost),
  });
}

/** The lines under it: the sums, and what is not known; nothing that is not known is counted as zero. */
export function billSubtitle(data: BillData, { say, figures }: BillSpeech): string {
  const all = data.counted + data.notComputed + data.pending;
  const { pd, paid, forgone } = data.total.today;
  return joinSentences([
    data.counted > 0
      ? say('subtitle.sum', {
          count: data.counted,
          days: figures.days(pd),
          all: figures.days(data.bookedPd),
          months: data.horizonMonths,
          money: figures.moneyShort(paid + forgone),
        })
      : '',
    forgone > 0 ? say('subtitle.forgone', { money: figures.moneyShort(forgone) }) : '',
    data.notComputed > 0
      ? say('subtitle.notComputed', { count: data.notComputed, all: figures.number(all) })
      : '',
    data.valueUnknown > 0 ? say('subtitle.valueUnknown', { count: data.valueUnknown }) : '',
    data.parallelUnknown > 0 ? say('subtitle.parallelUnknown', { count: data.parallelUnknown }) : '',
    data.pending > 0
      ? say('subtitle.computing', {
          count: all,
          done: figures.number(all - data.pending),
          all: figures.number(all),
        })
      : '',
  ]);
}

/** An amount of a line as people read it; a delay costs no days, and nobody's value makes its price unknown. */
export function amountText(row: BillRow, measure: Measure, of: BillRow['today'], speech: BillSpeech): string {
  const { say, figures } = speech;
  if (measure === 'money') return figures.moneyShort(of.paid + of.forgone);
  return row.id === 'delays' && of.pd === 0 ? say('row.noDays') : figures.days(of.pd);
}

/** The sentences inside the drawing. */
export function billWords(data: BillData, measure: Measure, speech: BillSpeech): BillWords {
  const { say, figures } = speech;
  const sevenWastes = measured(data.total.today, measure);
  const isPrice = (row: BillRow): boolean => data.prices.some(({ id }) => id === row.id);
  return {
    head: (column) => say(`head.${column}`),
    name: (id) => rowName(id, speech),
    price: say('row.price'),
    cell: (row, column: BillColumn) => {
      if (isUnknown(row, data)) return column === 'days' ? say('row.unknown') : '';
      switch (column) {
        case 'days':
          return amountText(row, 'pd', row.today, speech);
        case 'money':
          return figures.moneyShort(row.today.paid + row.today.forgone);
        case 'range':
          return rangeText(row, measure, speech);
        case 'share':
          return isPrice(row) || measured(row.today, measure) <= 0
            ? ''
            : figures.percent(measured(row.today, measure) / sevenWastes);
        case 'project':
          return amountText(row, measure, row.allProject, speech);
        case 'product':
          return amountText(row, measure, row.allProduct, speech);
      }
    },
  };
}

/** Low to high of a line; empty until it is simulated. */
export function rangeText(row: BillRow, measure: Measure, { figures }: BillSpeech): string {
  const span = row.range?.[measure];
  if (!span || span.high <= 0) return '';
  const words = measure === 'pd' ? figures.days : figures.moneyShort;
  return `${words(span.low)}–${words(span.high)}`;
}

/** Legend entries for what the bill really shows. */
export function billLegend(data: BillData, measure: Measure, { say }: BillSpeech): readonly LegendItem[] {
  const rows = [...data.wastes, ...data.prices];
  const has = (part: 'project' | 'product'): boolean => rows.some((row) => measured(row[part], measure) > 0);
  const items: LegendItem[] = [];
  if (has('project')) items.push({ swatch: 'projectBar', label: say('legend.project') });
  if (has('product')) items.push({ swatch: 'productBar', label: say('legend.product') });
  if (measure === 'money' && rows.some((row) => row.today.forgone > 0)) {
    items.push({ swatch: 'forgone', label: say('legend.forgone') });
  }
  if (measure === 'pd' && data.bookedPd > 0) items.push({ swatch: 'wholeBar', label: say('legend.whole') });
  if (rows.some((row) => row.range)) items.push({ swatch: 'whisker', label: say('legend.range') });
  items.push(
    { swatch: 'projectHollow', label: say('legend.allProject') },
    { swatch: 'productHollow', label: say('legend.allProduct') },
  );
  return items;
}

/** The bill in a few sentences. */
export function describeBill(data: BillData, { say, figures, waste }: BillSpeech): string {
  const first = rankedWastes(data, 'pd')[0]!;
  const price = data.prices.reduce((sum, row) => sum + row.allProduct.pd, 0);
  return say('describe', {
    rows: data.wastes.length + 1 + data.prices.length,
    first: waste(first.id as WasteCategory),
    days: figures.days(first.today.pd),
    money: figures.moneyShort(first.today.paid + first.today.forgone),
    project: figures.days(data.total.allProject.pd),
    product: figures.days(data.total.allProduct.pd),
    price: figures.days(price),
  });
}

/** What the card beside a line says. */
export function billCard(id: string, data: BillData, measure: Measure, speech: BillSpeech): MarkCard {
  const { say, figures } = speech;
  const row = [...data.wastes, data.total, ...data.prices].find((each) => each.id === id)!;
  const lost = measured(data.total.today, measure);
  const share = data.wastes.includes(row) && lost > 0 ? measured(row.today, measure) / lost : null;
  const range = rangeText(row, measure, speech);
  if (isUnknown(row, data)) {
    return {
      title: rowName(row.id, speech),
      rows: [[say('card.days'), say('row.unknown')]],
      note:
        row.id === 'delays'
          ? say('subtitle.valueUnknown', { count: data.valueUnknown })
          : say('subtitle.parallelUnknown', { count: data.parallelUnknown }),
    };
  }
  return {
    title: rowName(row.id, speech),
    rows: [
      [say('card.days'), amountText(row, 'pd', row.today, speech)],
      [say('card.paid'), figures.money(row.today.paid)],
      ...(row.today.forgone > 0 ? [[say('card.forgone'), figures.money(row.today.forgone)] as const] : []),
      ...(range === '' ? [] : [[say('card.range'), range] as const]),
      ...(share === null ? [] : [[say('card.share'), figures.percent(share)] as const]),
      [say('card.project'), amountText(row, measure, row.allProject, speech)],
      [say('card.product'), amountText(row, measure, row.allProduct, speech)],
    ],
    note: say('card.open'),
  };
}

/** The whole bill as a table: all figures in both measures. */
export function billTable(data: BillData, measure: Measure, speech: BillSpeech): TwinTableData {
  const { say, figures } = speech;
  const known = (row: BillRow, cell: TwinCell): TwinCell =>
    isUnknown(row, data) ? numberCell(null, say('row.unknown')) : cell;
  const days = (value: number | null): TwinCell =>
    numberCell(value, value === null ? '' : figures.days(value));
  const money = (value: number | null): TwinCell =>
    numberCell(value, value === null ? '' : figures.money(value));
  const both = (amount: BillRow['today']): number => amount.paid + amount.forgone;
  const lines = [...rankedWastes(data, measure), data.total, ...data.prices];
  const columns: readonly (readonly [id: string, label: string, cell: (row: BillRow) => TwinCell])[] = [
    ['days', say('head.days'), (row) => days(row.today.pd)],
    ['daysProject', say('table.daysProject'), (row) => days(row.project.pd)],
    ['daysProduct', say('table.daysProduct'), (row) => days(row.product.pd)],
    ['paid', say('table.paid'), (row) => money(row.today.paid)],
    ['forgone', say('table.forgone'), (row) => money(row.today.forgone)],
    ['lowDays', say('table.lowDays'), (row) => days(row.range?.pd.low ?? null)],
    ['highDays', say('table.highDays'), (row) => days(row.range?.pd.high ?? null)],
    ['lowMoney', say('table.lowMoney'), (row) => money(row.range?.money.low ?? null)],
    ['highMoney', say('table.highMoney'), (row) => money(row.range?.money.high ?? null)],
    ['allProjectDays', say('table.allProjectDays'), (row) => days(row.allProject.pd)],
    ['allProductDays', say('table.allProductDays'), (row) => days(row.allProduct.pd)],
    ['allProjectMoney', say('table.allProjectMoney'), (row) => money(both(row.allProject))],
    ['allProductMoney', say('table.allProductMoney'), (row) => money(both(row.allProduct))],
  ];
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'waste', label: say('head.waste'), kind: 'text' },
      ...columns.map(([id, label]) => ({ id, label, kind: 'number' as const })),
    ],
    rows: lines.map((row) => ({
      id: row.id,
      cells: [textCell(rowName(row.id, speech)), ...columns.map(([, , cell]) => known(row, cell(row)))],
    })),
  };
}
