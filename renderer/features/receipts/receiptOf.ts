import { SEVEN_WASTES } from '../../../shared/analysis/figures.ts';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt, ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import type { Mode, MonteCarloResult, Quantiles } from '../../../shared/model/types.ts';
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
  const seven = /^(project|product)\.seven_wastes_pd$/.exec(figure);
  if (seven) return sumOfWastes(receipts, seven[1] as Mode);
  const receipt = receipts.get(figure);
  if (!receipt) return null;
  const range = simulated === null ? null : rangeOf(simulated, figure);
  return range === null ? receipt : { ...receipt, range };
}

function sumOfWastes(receipts: ReadonlyMap<string, Receipt>, mode: Mode): Receipt {
  const wastes = SEVEN_WASTES.map((category) => receipts.get(`${mode}.waste.${category}.pd`)!);
  const inputs = new Map<string, ReceiptInput>();
  for (const waste of wastes) for (const input of waste.inputs) inputs.set(input.id, input);
  return {
    figure: sevenWastesFigure(mode),
    mode,
    value: wastes.reduce((sum, waste) => sum + (waste.value ?? 0), 0),
    unit: 'pd',
    formula: 'Σ_wastes pd',
    operation: 'sum',
    inputs: [...inputs.values()],
    parts: wastes.map((waste, k) => ({
      label: SEVEN_WASTES[k]!,
      value: waste.value ?? 0,
      of: { kind: 'category', id: SEVEN_WASTES[k]! },
    })),
  };
}

function rangeOf(result: MonteCarloResult, figure: string): NonNullable<Receipt['range']> | null {
  const [of = '', metric = '', ...deeper] = figure.split('.');
  if (deeper.length > 0 || (of !== 'project' && of !== 'product' && of !== 'delta')) return null;
  const found: unknown = (result[of] as unknown as Readonly<Record<string, unknown>>)[metric];
  if (typeof found !== 'object' || found === null) return null;
  const { p10, p50, p90 } = found as Quantiles;
  return { p10, p50, p90 };
}
