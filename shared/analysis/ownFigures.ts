import type { Receipt, ReceiptInput, ReceiptPart } from '../model/receiptTypes.ts';
import type { CompareResult, Mode } from '../model/types.ts';
import { SEVEN_WASTES, sevenWastesMoney, sevenWastesPd, wasteShare } from './figures.ts';
import { monthsBetweenReleases, timesBetweenReleases } from './headline.ts';

/** Figures of one mode that the planner makes of the model's own. */
export const OWN_FIGURES = [
  'seven_wastes_pd',
  'seven_wastes_money',
  'seven_wastes_share',
  'months_between_releases',
] as const;
export type OwnFigure = (typeof OWN_FIGURES)[number];

/** Differences of the modes that the planner shows beyond those of the model. */
export const OWN_DELTAS = ['seven_wastes_pd', 'time_to_first_value'] as const;
const isOwnDelta = (name: string): boolean => OWN_DELTAS.some((own) => own === name);

const isOwn = (name: string): name is OwnFigure => OWN_FIGURES.some((own) => own === name);

/**
 * Reads a figure such as `project.seven_wastes_share` or `delta.net` from results; null where the model says "none". The
 * path is read once, as simulated futures ask for the same figure thousands of times.
 */
export function figureReader(figure: string): (result: CompareResult) => number | null {
  const [side = '', ...rest] = figure.split('.');
  const name = rest.join('.');
  if ((side === 'project' || side === 'product') && isOwn(name))
    return (result) => ownValue(result, side, name);
  if (side === 'delta' && isOwnDelta(name)) {
    const [product, project] = [figureReader(`product.${name}`), figureReader(`project.${name}`)];
    return (result) => {
      const [of, less] = [product(result), project(result)];
      return of === null || less === null ? null : of - less;
    };
  }
  const keys = rest[0] === 'cost_of_delay' ? ['cost_of_delay', side, ...rest.slice(1)] : [side, ...rest];
  return (result) => {
    let found: unknown = result;
    for (const key of keys) found = (found as Readonly<Record<string, unknown>> | null)?.[key];
    return typeof found === 'number' ? found : null;
  };
}

function ownValue(result: CompareResult, mode: Mode, name: OwnFigure): number | null {
  const of = result[mode];
  switch (name) {
    case 'seven_wastes_pd':
      return sevenWastesPd(of);
    case 'seven_wastes_money':
      return sevenWastesMoney(of);
    case 'seven_wastes_share':
      return wasteShare(of);
    case 'months_between_releases':
      return monthsBetweenReleases(releasesOf(result, mode));
  }
}

/** Months of the releases up to the horizon, ascending. */
function releasesOf(result: CompareResult, mode: Mode): readonly number[] {
  const { releases, curves } = result[mode];
  const horizon = curves.month.length - 1;
  return releases.flatMap(({ t }) => (t <= horizon ? [t] : [])).sort((a, b) => a - b);
}

/**
 * The receipt of a figure that the planner makes of the model's own, from the receipts that it rests on; null for any
 * other figure, and where those are not among `receipts`.
 */
export function ownReceipt(
  receipts: ReadonlyMap<string, Receipt>,
  result: CompareResult,
  figure: string,
): Receipt | null {
  const [mode = '', name = ''] = figure.split('.');
  if (mode === 'delta' && isOwnDelta(name)) return deltaReceipt(receipts, result, name);
  if ((mode !== 'project' && mode !== 'product') || !isOwn(name)) return null;
  const restsOn = groundOf(name).map((each) => receipts.get(`${mode}.${each}`));
  if (restsOn.some((each) => each === undefined)) return null;
  const inputs = new Map<string, ReceiptInput>();
  for (const ground of restsOn) for (const input of ground!.inputs) inputs.set(input.id, input);
  const value = ownValue(result, mode, name);
  const made = { figure, mode, value, inputs: [...inputs.values()] } as const;
  switch (name) {
    case 'seven_wastes_pd':
    case 'seven_wastes_money': {
      const kind = name === 'seven_wastes_pd' ? 'pd' : 'money';
      const parts = SEVEN_WASTES.map(
        (id): ReceiptPart => ({
          label: id,
          value: result[mode].waste[id][kind],
          of: { kind: 'category', id },
        }),
      );
      return { ...made, unit: kind, formula: `Σ_wastes ${kind}`, operation: 'sum', parts };
    }
    case 'seven_wastes_share': {
      const parts = [
        term('seven_wastes_pd', sevenWastesPd(result[mode])),
        term('booked_pd', result[mode].booked_pd),
      ];
      return {
        ...made,
        unit: 'share',
        formula: 'Σ_wastes pd / booked pd',
        operation: value === null ? 'given' : 'ratio',
        parts: value === null ? [] : parts,
      };
    }
    case 'months_between_releases': {
      const parts = timesBetweenReleases(releasesOf(result, mode)).map(
        (months, index): ReceiptPart => ({ label: 'release', value: months, of: { kind: 'release', index } }),
      );
      return {
        ...made,
        unit: 'month',
        formula: 'median_j (t_j - t_j-1), t_0 = 0',
        operation: 'median',
        parts,
      };
    }
  }
}

/** What the product team has of a figure, less what the project has. */
function deltaReceipt(
  receipts: ReadonlyMap<string, Receipt>,
  result: CompareResult,
  name: string,
): Receipt | null {
  const sides = (['product', 'project'] as const).map((mode) => {
    const figure = `${mode}.${name}`;
    return receipts.get(figure) ?? ownReceipt(receipts, result, figure);
  });
  const [product, project] = sides;
  if (!product || !project) return null;
  const inputs = [...product.inputs, ...project.inputs];
  const value = figureReader(`delta.${name}`)(result);
  return {
    figure: `delta.${name}`,
    mode: null,
    value,
    unit: product.unit,
    formula: 'product - project',
    operation: value === null ? 'given' : 'sum',
    inputs: [...new Map(inputs.map((input) => [input.id, input])).values()],
    parts:
      value === null
        ? []
        : [
            { label: 'product', value: product.value ?? 0, of: { kind: 'mode', id: 'product' } },
            { label: 'project', value: -(project.value ?? 0), of: { kind: 'mode', id: 'project' } },
          ],
  };
}

/** Whether a figure means nothing while nobody entered what the work is worth. */
export const needsValue = (figure: string): boolean =>
  /\.(value|net|npv|break_even_month|peak_exposure|cost_of_delay_per_month|cd3)$/.test(figure) ||
  /\.waste\.delays\.(economic|money)$/.test(figure) ||
  /^cadence\./.test(figure) ||
  /^montecarlo\..*\.(p_net_positive|p_product_better|staged_funding_option_value|standard_error)$/.test(
    figure,
  );

/** The figures of the same mode that a figure of the planner rests on. */
function groundOf(name: OwnFigure): readonly string[] {
  if (name === 'months_between_releases') return ['time_to_first_value'];
  const wastes = SEVEN_WASTES.map((id) => `waste.${id}.${name === 'seven_wastes_money' ? 'money' : 'pd'}`);
  return name === 'seven_wastes_share' ? [...wastes, 'booked_pd'] : wastes;
}

function term(id: string, value: number): ReceiptPart {
  return { label: id, value, of: { kind: 'term', id } };
}
