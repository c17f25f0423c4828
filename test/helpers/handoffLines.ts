import type { HandoffLine, LineHandoff, LineWait } from '../../shared/analysis/handoffLine.ts';
import type { Station } from '../../shared/analysis/handoffStations.ts';

const station = (name: string): Station => ({ kind: 'team', key: `team:${name}`, name, teamId: name });

/** A project that works 40 days at each station and waits 20 before each but the first. */
export function project(id: string, names: readonly string[], start = 20_000, recorded = true): HandoffLine {
  const stays = names.map((name, k) => ({
    station: station(name),
    from: start + 60 * k,
    to: start + 60 * k + 40,
    phases: [`${id} ${k}`],
    assumed: false,
  }));
  const waits = names.slice(1).map(
    (_, k): LineWait => ({
      from: start + 60 * k + 40,
      to: start + 60 * (k + 1),
      kind: 'team',
      days: 20,
      source: recorded ? 'ledger' : 'model',
      handoffId: recorded ? `${id}-h${k}` : null,
      before: k + 1,
    }),
  );
  const handoffs = names.slice(1).map(
    (name, k): LineHandoff => ({
      at: start + 60 * (k + 1),
      kind: 'team',
      from: station(names[k]!),
      to: station(name),
      waitDays: 20,
      waitSource: recorded ? 'ledger' : 'model',
      kept: 0.5,
      keptLow: recorded ? 0.4 : null,
      keptHigh: recorded ? 0.6 : null,
      keptSource: recorded ? 'ledger' : 'model',
      passes: '',
      handoffId: recorded ? `${id}-h${k}` : null,
      into: k + 1,
    }),
  );
  const end = stays.at(-1)!.to;
  const waitingDays = 20 * waits.length;
  return {
    id,
    name: `Initiative ${id}`,
    mode: 'project',
    start,
    end,
    stays,
    waits,
    handoffs,
    releases: [],
    waitingDays,
    waitingShare: waitingDays / (end - start),
    unplacedRows: 0,
  };
}
/** A product team with one release out and one planned. */
export const product = (id: string, name: string, start = 20_000): HandoffLine => ({
  id,
  name: `Team ${id}`,
  mode: 'product',
  start,
  end: null,
  stays: [{ station: station(name), from: start, to: null, phases: [], assumed: false }],
  waits: [],
  handoffs: [],
  releases: [
    { id: 'r1', name: 'First', day: start + 30, out: true },
    { id: 'r2', name: 'Second', day: start + 90, out: false },
  ],
  waitingDays: 0,
  waitingShare: null,
  unplacedRows: 2,
});
