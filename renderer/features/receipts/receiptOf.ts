import { SEVEN_WASTES } from '../../../shared/analysis/figures.ts';
import { MODE_FIGURE_NAMES } from '../../../shared/model/receiptFormulas.ts';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt, ReceiptInput, ReceiptPart } from '../../../shared/model/receiptTypes.ts';
import {
  type Mode,
  type MonteCarloResult,
  type Quantiles,
  WASTE_CATEGORIES,
} from '../../../shared/model/types.ts';
import type { Comparison } from '../../analysis/useComparison.ts';
import { sevenWastesFigure } from './receiptStore.ts';

type Ready = Extract<Comparison, { status: 'ready' }>;

/** The receipt of a figure of a computed initiative, with its simulated range when there is one; null for no such figure. */
export function receiptOf(
  comparison: Ready,
  figure: string,
  simulated: MonteCarloResult | null,
): Receipt | null {
  const { receipts } = explain(comparison.input, {
    defaults: comparison.defaults,
    provenance: comparison.basis.provenance,
  });
  const seven = /^(project|product)\.seven_wastes_(pd|money)$/.exec(figure);
  if (seven) return sumOfWastes(receipts, seven[1] as Mode, seven[2] as 'pd' | 'money');
  const receipt = receipts.get(figure);
  if (!receipt) return null;
  const range = simulated === null ? null : rangeOf(simulated, figure);
  return range === null ? receipt : { ...receipt, range };
}

function sumOfWastes(receipts: ReadonlyMap<string, Receipt>, mode: Mode, kind: 'pd' | 'money'): Receipt {
  const wastes = SEVEN_WASTES.map((category) => receipts.get(`${mode}.waste.${category}.${kind}`)!);
  const inputs = new Map<string, ReceiptInput>();
  for (const waste of wastes) for (const input of waste.inputs) inputs.set(input.id, input);
  return {
    figure: sevenWastesFigure(mode, kind),
    mode,
    value: wastes.reduce((sum, waste) => sum + (waste.value ?? 0), 0),
    unit: kind,
    formula: `Σ_wastes ${kind}`,
    operation: 'sum',
    inputs: [...inputs.values()],
    parts: wastes.map((waste, k) => ({
      label: SEVEN_WASTES[k]!,
      value: waste.value ?? 0,
      of: { kind: 'category', id: SEVEN_WASTES[k]! },
    })),
  };
}

const totals: Readonly<Record<string, string>> = {
  seven_wastes_pd: 'pd',
  seven_wastes_money: 'money',
  waste_pd_total: 'pd',
  waste_money_total: 'money',
  waste_cash_total: 'cash',
};
const figuresOfModes: ReadonlySet<string> = new Set(MODE_FIGURE_NAMES);

/** The figure that a part of a receipt is, as `receiptOf` takes it; null for a part that is no figure of its own. */
export function figureOfPart({ figure, mode }: Receipt, { of }: ReceiptPart): string | null {
  const [side = '', ...rest] = figure.split('.');
  const name = rest.join('.');
  if (side === 'delta' && of.kind === 'mode') return `${of.id}.${name}`;
  if (mode === null || of.id === undefined) return null;
  const own =
    of.kind === 'category' && Object.hasOwn(totals, name)
      ? `waste.${of.id}.${totals[name]}`
      : of.kind === 'category' && name === 'booked_pd'
        ? bookedFigure(of.id)
        : of.kind === 'term' && of.id === 'economic'
          ? name.replace(/money$/, 'economic')
          : of.kind === 'term'
            ? of.id
            : null;
  return own !== null && own !== name && figuresOfModes.has(own) ? `${mode}.${own}` : null;
}

/** Days that are booked are waste of some kind, or useful. */
const bookedFigure = (category: string): string =>
  WASTE_CATEGORIES.some((waste) => waste === category) ? `waste.${category}.pd` : `useful_pd.${category}`;

function rangeOf(result: MonteCarloResult, figure: string): NonNullable<Receipt['range']> | null {
  const [of = '', metric = '', ...deeper] = figure.split('.');
  if (deeper.length > 0 || (of !== 'project' && of !== 'product' && of !== 'delta')) return null;
  const found: unknown = (result[of] as unknown as Readonly<Record<string, unknown>>)[metric];
  if (typeof found !== 'object' || found === null) return null;
  const { p10, p50, p90 } = found as Quantiles;
  return { p10, p50, p90 };
}
