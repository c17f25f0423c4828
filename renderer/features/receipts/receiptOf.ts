import { OWN_FIGURES, ownReceipt } from '../../../shared/analysis/ownFigures.ts';
import { MODE_FIGURE_NAMES, PLAN_FIGURES } from '../../../shared/model/receiptFormulas.ts';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt, ReceiptPart } from '../../../shared/model/receiptTypes.ts';
import { WASTE_CATEGORIES } from '../../../shared/model/types.ts';
import type { FiguresInFutures } from '../../analysis/jobs.ts';
import type { Comparison } from '../../analysis/useComparison.ts';

type Ready = Extract<Comparison, { status: 'ready' }>;

/** The receipt of a figure of a computed initiative, with its range where the futures are there; null for no such figure. */
export function receiptOf(
  comparison: Ready,
  figure: string,
  futures: FiguresInFutures | null,
): Receipt | null {
  const chance = futures?.chances[figure];
  if (chance) return chance;
  const { receipts, result } = explain(comparison.input, {
    defaults: comparison.defaults,
    provenance: comparison.basis.provenance,
  });
  const receipt = receipts.get(figure) ?? ownReceipt(receipts, result, figure);
  const range = futures?.ranges[figure];
  return receipt && range ? { ...receipt, range } : receipt;
}

const totals: Readonly<Record<string, string>> = {
  seven_wastes_pd: 'pd',
  seven_wastes_money: 'money',
  waste_pd_total: 'pd',
  waste_money_total: 'money',
  waste_cash_total: 'cash',
};
const figuresOfModes: ReadonlySet<string> = new Set([...MODE_FIGURE_NAMES, ...OWN_FIGURES]);

/** The figure that a part of a receipt is, as `receiptOf` takes it; null for a part that is no figure of its own. */
export function figureOfPart({ figure, mode }: Receipt, { of }: ReceiptPart): string | null {
  const [side = '', ...rest] = figure.split('.');
  const name = rest.join('.');
  if (side === 'delta' && of.kind === 'mode') return `${of.id}.${name}`;
  if (mode === null || of.id === undefined) return null;
  if (side === 'cadence') {
    const terms = `cadence.${of.id}`;
    return of.kind === 'term' && Object.hasOwn(PLAN_FIGURES, terms) ? terms : null;
  }
  const own =
    of.kind === 'category' && Object.hasOwn(totals, name)
      ? `waste.${of.id}.${totals[name]}`
      : of.kind === 'category' && name === 'booked_pd'
        ? bookedFigure(of.id)
        : of.kind === 'term' && of.id === 'economic'
          ? name.replace(/money$/, 'economic')
          : of.kind === 'term' && of.id === 'cost_of_delay_per_month'
            ? `cost_of_delay.${of.id}`
            : of.kind === 'term'
              ? of.id
              : null;
  return own !== null && own !== name && figuresOfModes.has(own) ? `${mode}.${own}` : null;
}

/** Days that are booked are waste of some kind, or useful. */
const bookedFigure = (category: string): string =>
  WASTE_CATEGORIES.some((waste) => waste === category) ? `waste.${category}.pd` : `useful_pd.${category}`;
