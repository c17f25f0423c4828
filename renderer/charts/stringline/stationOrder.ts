import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import type { Station } from '../../../shared/analysis/handoffStations.ts';

/** A drop from one station to another, and the stations at which some line lies at that time. */
interface Drop {
  readonly from: number;
  readonly to: number;
  readonly passed: ReadonlySet<number>;
}

/** Sweeps at most; each one that does not lessen the crossings ends the search. */
const MOST_SWEEPS = 12;
/** What a step of a drop's length costs against a crossing. */
const REACH = 0.1;
/** Steps that going back up counts for. */
const UPWARD = 6;

/**
 * The stations of lines from top to bottom: by the barycentre of their places along the lines (where work comes first
 * stands above), then neighbours change places as long as that lessens how many lines a drop crosses, or how far drops
 * reach. Stations without any way in or out (product teams that keep their work) stand below. Equal input, equal order.
 */
export function orderStations(lines: readonly HandoffLine[]): readonly Station[] {
  const stations = new Map<string, { station: Station; sum: number; count: number; joined: boolean }>();
  const visit = (station: Station, place: number, joined: boolean): void => {
    const known = stations.get(station.key);
    if (!known) stations.set(station.key, { station, sum: place, count: 1, joined });
    else {
      known.sum += place;
      known.count += 1;
      known.joined ||= joined;
    }
  };
  for (const { stays, handoffs } of lines) {
    for (const { from } of handoffs.slice(0, 1))
      if (from.key !== stays[0]?.station.key) visit(from, -0.5, true);
    stays.forEach(({ station }, k) => {
      visit(station, stays.length === 1 ? 0.5 : k / (stays.length - 1), stays.length > 1);
    });
  }
  const first = [...stations.values()].sort(
    (a, b) =>
      Number(b.joined) - Number(a.joined) ||
      a.sum / a.count - b.sum / b.count ||
      (a.station.key < b.station.key ? -1 : 1),
  );
  const loose = first.filter(({ joined }) => !joined).map(({ station }) => station);
  const joined = first.filter((each) => each.joined).map(({ station }) => station);
  return [...lessenCrossings(joined, dropsOf(joined, lines)), ...loose];
}

/** What an order costs: how many stations with a line at that time the drops pass over, and a tenth of how far they reach, upwards most. */
export function orderCost(
  order: readonly Station[],
  lines: readonly HandoffLine[],
): { readonly crossings: number; readonly cost: number } {
  const places = order.map((_, k) => k);
  let [crossings, reach] = [0, 0];
  for (const drop of dropsOf(order, lines)) {
    const [crossed, length] = costOf(drop, places);
    crossings += crossed;
    reach += length;
  }
  return { crossings, cost: crossings + reach * REACH };
}

function dropsOf(order: readonly Station[], lines: readonly HandoffLine[]): readonly Drop[] {
  const at = new Map(order.map(({ key }, k) => [key, k]));
  return lines.flatMap((line) =>
    line.stays.slice(1).flatMap((stay, k): Drop[] => {
      const [from, to] = [at.get(line.stays[k]!.station.key), at.get(stay.station.key)];
      if (from === undefined || to === undefined || from === to) return [];
      const passed = new Set<number>();
      for (const other of lines) {
        for (const each of other.stays) {
          if (each.from >= stay.from || (each.to !== null && each.to <= stay.from)) continue;
          const station = at.get(each.station.key);
          if (station !== undefined && station !== from && station !== to) passed.add(station);
        }
      }
      return [{ from, to, passed }];
    }),
  );
}

/** Crossings and length of a drop where station k stands at `places[k]`. */
function costOf({ from, to, passed }: Drop, places: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(places[from]!, places[to]!), Math.max(places[from]!, places[to]!)];
  let count = 0;
  for (const station of passed) if (places[station]! > low && places[station]! < high) count += 1;
  // Work that goes back up is harder to follow than work that goes down.
  return [count, high - low + (places[to]! < places[from]! ? UPWARD : 0)];
}

function lessenCrossings(stations: readonly Station[], drops: readonly Drop[]): readonly Station[] {
  const order = stations.map((_, k) => k);
  const places = [...order];
  // Only drops that touch or pass one of two neighbours change when these change places.
  const concerned = stations.map((_, k) =>
    drops.filter(({ from, to, passed }) => from === k || to === k || passed.has(k)),
  );
  const total = (list: ReadonlySet<Drop>): number => {
    let sum = 0;
    for (const drop of list) {
      const [crossed, length] = costOf(drop, places);
      sum += crossed + length * REACH;
    }
    return sum;
  };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let better = false;
    for (let k = 0; k + 1 < order.length; k += 1) {
      const [above, below] = [order[k]!, order[k + 1]!];
      const list = new Set([...concerned[above]!, ...concerned[below]!]);
      const before = total(list);
      places[above] = k + 1;
      places[below] = k;
      if (total(list) < before - 1e-9) {
        order[k] = below;
        order[k + 1] = above;
        better = true;
      } else {
        places[above] = k;
        places[below] = k + 1;
      }
    }
    if (!better) break;
  }
  return order.map((k) => stations[k]!);
}
