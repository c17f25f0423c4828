import { afterEach, describe, expect, it, vi } from 'vitest';
import { Engine, type FromEngine, type Job, type ToEngine } from '../../../renderer/analysis/engine.ts';
import {
  type PortfolioCoverage,
  type Simulation,
  sensitivitySteps,
  simulateSteps,
} from '../../../renderer/analysis/jobs.ts';
import { Mirror, patchesBetween, type TablePatch } from '../../../renderer/analysis/mirror.ts';
import { type PackedCoverage, unpackCoverage } from '../../../renderer/analysis/packedCoverage.ts';
import { ResultCache } from '../../../renderer/analysis/resultCache.ts';
import { runner } from '../../../renderer/analysis/runner.ts';
import { wasteShare } from '../../../shared/analysis/figures.ts';
import { headlineOf } from '../../../shared/analysis/headline.ts';
import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import { emptyRecords, newInitiative, newPhase, newPortfolio } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { compare } from '../../../shared/model/compare.ts';
import { indifference } from '../../../shared/model/indifference.ts';
import { monteCarlo } from '../../../shared/model/simulate.ts';
import type { Steps } from '../../../shared/steps.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

/** A portfolio of n projects with two phases each; every fifth lacks what it takes to be computed. */
function portfolio(n: number): PortfolioRecords {
  const initiative: Record<string, PortfolioRecords['initiative'][string]> = {};
  const phase: Record<string, PortfolioRecords['phase'][string]> = {};
  for (let k = 0; k < n; k++) {
    const id = `i${k}`;
    initiative[id] = {
      ...newInitiative(id, `Initiative ${k}`),
      startDate: '2026-01-01',
      valuePerMonth: 4_000_000,
    };
    if (k % 5 === 4) continue;
    for (const [at, kind] of (['design', 'build'] as const).entries()) {
      const phaseId = `${id}p${at}`;
      phase[phaseId] = {
        ...newPhase(phaseId, id, at, kind, kind),
        months: 3 + (k % 7),
        people: 4,
        parallel: 2,
        dayRate: 70_000,
      };
    }
  }
  return { ...emptyRecords(), portfolio: { portfolio: newPortfolio('Test') }, initiative, phase };
}

const records = portfolio(10);
const input = initiativeInput(records, 'i0').input!;

/** Runs an engine on the records and collects what it says, until it is quiet. */
async function converse(
  send: (engine: Engine, heard: FromEngine[]) => void | Promise<void>,
): Promise<readonly FromEngine[]> {
  const heard: FromEngine[] = [];
  const engine = new Engine(
    (message) => heard.push(message),
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  await send(engine, heard);
  for (let quiet = 0, before = -1; quiet < 20; ) {
    await new Promise((resolve) => setImmediate(resolve));
    quiet = heard.length === before ? quiet + 1 : 0;
    before = heard.length;
  }
  return heard;
}

const feed = (engine: Engine, before: PortfolioRecords | null, after: PortfolioRecords): void => {
  for (const patch of patchesBetween(before, after))
    engine.receive({ type: 'records', patches: [patch], last: false });
  engine.receive({ type: 'records', patches: [], last: true });
};

/** What the last engine says after its conversation. */
let later: FromEngine[] = [];

/** A portfolio with capabilities, gaps and overlaps. */
const fill = (engine: Engine): void =>
  feed(engine, null, syntheticRecords({ initiatives: 120, capabilities: 12, seed: 5 }));

const figuresOf = (heard: readonly FromEngine[]) =>
  heard.flatMap((message) => (message.type === 'figures' ? message.entries : []));

describe("the table's figures", () => {
  it('are those of the full comparison', () => {
    const headline = headlineOf(records, 'i0')!;
    const result = compare(input);
    for (const mode of ['project', 'product'] as const) {
      expect(headline[mode].wasteShare).toBeCloseTo(wasteShare(result[mode])!, 12);
      expect(headline[mode].timeToFirstValueMonths).toBe(result[mode].time_to_first_value);
    }
  });
  it('are none where facts are missing', () => {
    expect(headlineOf(records, 'i4')).toBeNull();
    expect(headlineOf(records, 'nobody')).toBeNull();
  });
});

describe('the mirror', () => {
  it('becomes equal to the portfolio, piece by piece', () => {
    const large = portfolio(4000);
    const mirror = new Mirror();
    const patches = [...patchesBetween(null, large)];
    expect(Math.max(...patches.map((patch) => patch.put.length))).toBeLessThanOrEqual(1500);
    for (const patch of patches) mirror.apply([patch]);
    expect(mirror.records).toEqual(large);
  });

  it('never changes what it has handed out', () => {
    const mirror = new Mirror();
    for (const patch of patchesBetween(null, records)) mirror.apply([patch]);
    const before = mirror.records;
    const kept = structuredClone(before);
    const { i1: _, ...others } = records.initiative;
    mirror.apply([...patchesBetween(records, { ...records, initiative: others })]);
    expect(mirror.records.initiative).toEqual(others);
    expect(before).toEqual(kept);
  });

  it('knows whose figures a change touches', () => {
    const mirror = new Mirror();
    for (const patch of patchesBetween(null, records)) mirror.apply([patch]);
    mirror.takeTouched();
    const phase = { ...records.phase.i3p1!, months: 9 };
    const { i2p0: _, ...otherPhases } = records.phase;
    const next = { ...records, phase: { ...otherPhases, i3p1: phase } };
    mirror.apply([...patchesBetween(records, next)]);
    expect([...mirror.takeTouched()].sort()).toEqual(['i2', 'i3']);
    expect(mirror.takeTouched()).toEqual([]);
    const dearer = { ...next, portfolio: { portfolio: { ...newPortfolio('Test'), dayRate: 5 } } };
    mirror.apply([...patchesBetween(next, dearer)]);
    expect(mirror.takeTouched()).toHaveLength(10);
  });

  it('says nothing about what did not change', () => {
    expect([...patchesBetween(records, { ...records })]).toEqual([] satisfies TablePatch[]);
  });
});

describe('the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('looks for what a change touches after the turn that made it, so that the change is seen first', async () => {
    const sent: ToEngine[] = [];
    vi.stubGlobal(
      'Worker',
      class {
        postMessage(message: ToEngine): void {
          sent.push(message);
        }
      },
    );
    let compared = 0;
    const watched = new Proxy(records, {
      get: (all, table, self) => {
        compared += 1;
        return Reflect.get(all, table, self);
      },
    });
    runner.mirror(watched, 'file');
    expect(compared).toBe(0);
    runner.prioritise(['i0']);
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ type: 'prioritise', ids: ['i0'] }));
    expect(compared).toBeGreaterThan(0);
    const mirror = new Mirror();
    for (const message of sent) if (message.type === 'records') mirror.apply(message.patches);
    expect(mirror.records).toEqual(records);
    expect(sent.filter((message) => message.type === 'records' && message.last)).toHaveLength(1);
    runner.mirror(null, null);
  });
});

describe('the engine', () => {
  it('computes every initiative once, and after a change only the changed one', async () => {
    const heard = await converse((engine) => feed(engine, null, records));
    expect(
      figuresOf(heard)
        .map(([id]) => id)
        .sort(),
    ).toEqual(Object.keys(records.initiative).sort());
    const again = await converse(async (engine, said) => {
      feed(engine, null, records);
      while (figuresOf(said).length < 10) await new Promise((resolve) => setImmediate(resolve));
      said.length = 0;
      feed(engine, records, {
        ...records,
        phase: { ...records.phase, i3p0: { ...records.phase.i3p0!, months: 8 } },
      });
    });
    expect(figuresOf(again).map(([id]) => id)).toEqual(['i3']);
  });

  it('computes what is on the screen first', async () => {
    const many = portfolio(3000);
    const heard = await converse((engine) => {
      feed(engine, null, many);
      engine.receive({ type: 'prioritise', ids: ['i2998', 'i2999', 'gone'] });
    });
    const ids = figuresOf(heard).map(([id]) => id);
    expect(ids.slice(0, 2)).toEqual(['i2998', 'i2999']);
    expect(new Set(ids).size).toBe(3000);
    expect(ids).toHaveLength(3000);
  });

  it('does not start on half a portfolio', async () => {
    const heard = await converse((engine) => {
      for (const patch of patchesBetween(null, records)) {
        engine.receive({ type: 'records', patches: [patch], last: false });
      }
    });
    expect(heard).toEqual([]);
  });

  it('drops a cancelled job and answers the others in order', async () => {
    const job: Job = { kind: 'simulate', input, defaults: {}, draws: 200, seed: 1 };
    const heard = await converse((engine) => {
      engine.receive({ type: 'run', id: 1, job });
      engine.receive({ type: 'run', id: 2, job: { kind: 'sensitivity', input, defaults: {} } });
      engine.receive({ type: 'run', id: 3, job: { ...job, seed: 2 } });
      engine.receive({ type: 'cancel', id: 1 });
    });
    expect(heard.filter((message) => message.type === 'done').map((message) => message.id)).toEqual([2, 3]);
  });

  it('does what somebody waits for first, then the figures, and keeps what was started ahead until it is wanted', async () => {
    let engine: Engine | null = null;
    const heard: FromEngine[] = [
      ...(await converse((own, said) => {
        engine = own;
        fill(own);
        own.receive({ type: 'run', id: 1, job: { kind: 'coverage' }, ahead: true });
        own.receive({ type: 'run', id: 2, job: { kind: 'sensitivity', input, defaults: {} } });
        later = said;
      })),
    ];
    const order = heard.flatMap((message): (string | number)[] =>
      message.type === 'done'
        ? [message.id]
        : message.type === 'figures' && message.left === 0
          ? ['figures']
          : [],
    );
    expect(order).toEqual([2, 'figures']);
    const before = later.length;
    engine!.receive({ type: 'hurry', id: 1 });
    expect(later.slice(before)).toMatchObject([
      { type: 'done', id: 1, value: { coverage: { compared: true } } },
    ]);
  });

  it('tells the early answer of a job as soon as somebody waits for it, and no overlap in it', async () => {
    const heard = await converse((engine) => {
      fill(engine);
      engine.receive({ type: 'run', id: 1, job: { kind: 'coverage' }, ahead: true });
      engine.receive({ type: 'hurry', id: 1 });
    });
    const told = heard.flatMap((message) =>
      message.type === 'early' || message.type === 'done' ? [message] : [],
    );
    expect(told.map(({ type }) => type)).toEqual(['early', 'done']);
    const [early, whole] = told.map(({ value }) => unpackCoverage(value as PackedCoverage));
    expect([early!.compared, whole!.compared]).toEqual([false, true]);
    const needs = ({ analysis }: PortfolioCoverage) =>
      analysis.elements.map(({ id, need_money, supply_money, gap_money, contributors }) => ({
        id,
        need_money,
        supply_money,
        gap_money,
        contributors,
      }));
    expect(needs(early!)).toEqual(needs(whole!));
    const later = (type: string): boolean => type === 'OVERLAP' || type === 'DUPLICATE_TEXT';
    const types = ({ analysis }: PortfolioCoverage) => analysis.findings.map(({ type }) => type);
    expect(types(whole!).some(later)).toBe(true);
    expect(types(early!)).toEqual(types(whole!).filter((type) => !later(type)));
  });

  it('says why a job failed and goes on', async () => {
    const broken: Job = {
      kind: 'simulate',
      input: { id: 'x', mode: 'project' },
      defaults: {},
      draws: 10,
      seed: 1,
    };
    const heard = await converse((engine) => {
      engine.receive({ type: 'run', id: 1, job: broken });
      engine.receive({ type: 'run', id: 2, job: { ...broken, input } });
    });
    expect(heard.filter((m) => m.type !== 'progress').map((m) => m.type)).toEqual(['failed', 'done']);
    expect(heard[0]).toMatchObject({ type: 'failed', message: expect.stringContaining('NO_DELIVERY_DATA') });
  });
});

const finish = <T>(steps: Steps<T>): { readonly value: T; readonly shares: readonly number[] } => {
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { value: step.value, shares };
    shares.push(step.value);
  }
};

describe('a simulation in steps', () => {
  const { value, shares } = finish<Simulation>(simulateSteps(input, {}, 300, 42));
  it('gives what the model gives, to the bit', () => {
    expect(value.result).toEqual(monteCarlo(input, { iterations: 300, seed: 42 }));
  });
  it('reports progress that only grows', () => {
    expect(shares.length).toBeGreaterThan(50);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });
  it('has bands that end at the range of the value', () => {
    for (const mode of ['project', 'product'] as const) {
      expect(value.bands[mode].low).toHaveLength(37);
      expect(value.bands[mode].low[36]).toBeCloseTo(value.result[mode].value.p10, 6);
      expect(value.bands[mode].high[36]).toBeCloseTo(value.result[mode].value.p90, 6);
    }
  });
});

describe('sensitivity', () => {
  const { value } = finish(sensitivitySteps(input, {}));
  it('has a break-even value exactly where the winner changes, inside the range', () => {
    expect(value.rows).toHaveLength(17);
    for (const row of value.rows) {
      expect(row.breakEven !== null).toBe(row.flips);
      if (row.breakEven === null) continue;
      expect(row.breakEven).toBeGreaterThanOrEqual(Math.min(row.low, row.high));
      expect(row.breakEven).toBeLessThanOrEqual(Math.max(row.low, row.high));
      const ends = { param: row.param, lo: Math.min(row.low, row.high), hi: Math.max(row.low, row.high) };
      expect(row.breakEven).toBe(indifference(input, ends));
    }
    expect(value.rows.some((row) => row.flips)).toBe(true);
  });
});

describe('the memory of results', () => {
  it('forgets the oldest, and keeps what was asked for lately', () => {
    const cache = new ResultCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });
});
