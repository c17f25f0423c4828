import { SEVEN_WASTES } from '../../shared/analysis/figures.ts';
import type { Headline, ModeHeadline } from '../../shared/analysis/headline.ts';
import type { Mode } from '../../shared/domain/records.ts';
import { WASTE_CATEGORIES, type WasteCategory } from '../../shared/model/types.ts';
import { type Amount, type BillData, type BillRow, type Measure, measured } from '../charts/bill/billData.ts';
import type { InitiativeFutures, Range } from './futures.ts';

/** An initiative as the bill takes it; no headline yet means it waits, null that it lacks facts. */
export interface Billed {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly headline: Headline | undefined;
}

const nothing = (): { pd: number; paid: number; forgone: number } => ({ pd: 0, paid: 0, forgone: 0 });

/** The amount of some categories; a bill of ten thousand initiatives asks so often that it brings its own `sum`. */
function amountOf(headline: ModeHeadline, categories: readonly number[], sum = nothing()): Amount {
  sum.pd = 0;
  sum.paid = 0;
  sum.forgone = 0;
  for (const c of categories) {
    sum.pd += headline.pd[c]!;
    sum.paid += headline.cash[c]!;
    sum.forgone += headline.economic[c]!;
  }
  return sum;
}

function add(into: ReturnType<typeof nothing>, amount: Amount): void {
  into.pd += amount.pd;
  into.paid += amount.paid;
  into.forgone += amount.forgone;
}

const placeOf = (category: WasteCategory): number => WASTE_CATEGORIES.indexOf(category);
const sevenPlaces = SEVEN_WASTES.map(placeOf);

/**
 * Adds up what some initiatives lose. A range needs every one of `simulated` to be there; initiatives outside of it
 * count with their deterministic figure at both ends.
 */
export function wasteBill(
  initiatives: readonly Billed[],
  simulated: readonly string[],
  futuresOf: (id: string) => InitiativeFutures | null | undefined,
): BillData {
  const ready = initiatives.filter((each) => each.headline);
  const complete = simulated.length > 0 && simulated.every((id) => futuresOf(id) !== undefined);
  const inRange = new Set(simulated);
  const row = (id: BillRow['id'], places: readonly number[]): BillRow => {
    const [project, product, today, allProject, allProduct] = [1, 2, 3, 4, 5].map(nothing) as [
      ReturnType<typeof nothing>,
      ReturnType<typeof nothing>,
      ReturnType<typeof nothing>,
      ReturnType<typeof nothing>,
      ReturnType<typeof nothing>,
    ];
    const pd = { low: 0, high: 0 };
    const money = { low: 0, high: 0 };
    const [asProject, asProduct] = [nothing(), nothing()];
    for (const { id: initiative, mode, headline } of ready) {
      amountOf(headline!.project, places, asProject);
      amountOf(headline!.product, places, asProduct);
      const own = mode === 'project' ? asProject : asProduct;
      add(allProject, asProject);
      add(allProduct, asProduct);
      add(today, own);
      add(mode === 'project' ? project : product, own);
      if (!complete) continue;
      const futures = inRange.has(initiative) ? futuresOf(initiative)?.[mode] : null;
      const pick = (of: 'pd' | 'money'): Range | null => {
        if (!futures) return null;
        if (id !== 'total') return futures[of][placeOf(id)]!;
        return of === 'pd' ? futures.sevenPd : futures.sevenMoney;
      };
      const fixedMoney = own.paid + own.forgone;
      pd.low += pick('pd')?.low ?? own.pd;
      pd.high += pick('pd')?.high ?? own.pd;
      money.low += pick('money')?.low ?? fixedMoney;
      money.high += pick('money')?.high ?? fixedMoney;
    }
    return { id, project, product, today, allProject, allProduct, range: complete ? { pd, money } : null };
  };
  return {
    wastes: SEVEN_WASTES.map((category) => row(category, [placeOf(category)])),
    total: row('total', sevenPlaces),
    prices: WASTE_CATEGORIES.filter((category) => !sevenPlaces.includes(placeOf(category))).map((category) =>
      row(category, [placeOf(category)]),
    ),
    bookedPd: ready.reduce((sum, { mode, headline }) => sum + headline![mode].bookedPd, 0),
    counted: ready.length,
    notComputed: initiatives.filter(({ headline }) => headline === null).length,
    pending: initiatives.filter(({ headline }) => headline === undefined).length,
    valueUnknown: ready.filter(({ headline }) => !headline!.valueKnown).length,
    parallelUnknown: ready.filter(({ headline }) => !headline!.parallelKnown).length,
    horizonMonths: ready.reduce((most, { headline }) => Math.max(most, headline!.horizonMonths), 0),
  };
}

/** What one initiative has in a line of the bill, in the mode that it is counted in. */
export interface Behind {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly amount: Amount;
}

/** What each initiative adds to a line, in the order in which the line is added up; in one mode, or each in its own. */
export function addedToRow(
  initiatives: readonly Billed[],
  row: BillRow['id'],
  as: Mode | 'today' = 'today',
): readonly Behind[] {
  const places = row === 'total' ? sevenPlaces : [placeOf(row)];
  return initiatives.flatMap(({ id, name, mode, headline }): Behind[] => {
    const shown = as === 'today' ? mode : as;
    return headline ? [{ id, name, mode: shown, amount: amountOf(headline[shown], places) }] : [];
  });
}

/** The initiatives behind a line, those with most of it first; those with nothing of it are left out. */
export function behindRow(
  initiatives: readonly Billed[],
  row: BillRow['id'],
  measure: Measure,
): readonly Behind[] {
  const size = ({ amount }: Behind): number => measured(amount, measure);
  return addedToRow(initiatives, row)
    .filter((each) => size(each) > 0)
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

/** Which initiatives are worth simulating first: those that lose most money, at most `limit`. */
export function mostWasteful(initiatives: readonly Billed[], limit: number): readonly string[] {
  return behindRow(initiatives, 'total', 'money')
    .slice(0, limit)
    .map(({ id }) => id);
}
