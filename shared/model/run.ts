/**
 * Buffers of one simulated run: the ledger of MODEL.md 2 plus what a trace and a receipt need.
 * They are typed arrays that are filled again for every run, so that a simulation allocates nothing per row and the
 * explanation reads the very numbers the result was summed from.
 */
import { type Mode, USEFUL_CATEGORIES, WASTE_CATEGORIES } from './types.ts';

/** Ledger columns: work that is not waste first, then the waste categories. */
export const CATEGORIES = [...USEFUL_CATEGORIES, ...WASTE_CATEGORIES] as const;
export const COLUMNS = CATEGORIES.length;
export const FIRST_WASTE = USEFUL_CATEGORIES.length;

export const USEFUL = 0;
export const CHANGE = 1;
export const RUN_WORK = 2;
export const HANDOFFS = 3;
export const EXTRA = 4;
export const SWITCHING = 5;
export const RELEARNING = 6;
export const DEFECTS = 7;
export const DELAYS = 8;
export const PARTIALLY_DONE = 9;
export const RELEASE_OVERHEAD = 10;
export const IDLE = 11;

/** What a row stands for; `source` numbers the phase, period or change. */
export const ROW_KINDS = ['phase', 'handover', 'run', 'change', 'period', 'core'] as const;
export const ROW_PHASE = 0;
export const ROW_HANDOVER = 1;
export const ROW_RUN = 2;
export const ROW_CHANGE = 3;
export const ROW_PERIOD = 4;
export const ROW_CORE = 5;

/** Columns of a phase's detail, named as in a trace. */
export const PHASE_FIELDS = [
  'A',
  'B',
  'D',
  'base',
  'defect',
  'deficit',
  'gross',
  'hand',
  'k_before',
  'k_mean',
  'k_star_start',
  'k_start',
  'latency',
  'months',
  'pdw',
  'rate',
  'relearn',
  'touch',
  'ts',
  'wait',
] as const;
export const PHASE_WIDTH = PHASE_FIELDS.length;

/** Columns of a period's detail, named as in a trace; `release` is 0 or 1. */
export const PERIOD_FIELDS = [
  'avail',
  'extra',
  'g',
  'k_mean',
  'net',
  'relearn',
  'release',
  't0',
  't1',
  'u_share',
  'useful',
  'value_share',
] as const;
export const PERIOD_WIDTH = PERIOD_FIELDS.length;

function grown(old: Float64Array<ArrayBuffer>, needed: number): Float64Array<ArrayBuffer> {
  if (needed <= old.length) return old;
  const next = new Float64Array(Math.max(needed, old.length * 2));
  next.set(old);
  return next;
}

export class Run {
  mode: Mode = 'project';

  rows = 0;
  rowFrom = new Float64Array(64);
  rowTo = new Float64Array(64);
  rowRate = new Float64Array(64);
  /** Pd of one row, COLUMNS numbers wide. */
  rowPd = new Float64Array(64 * COLUMNS);
  /** Net work in the row, which ages until its release. */
  rowWork = new Float64Array(64);
  /** Release the row waits for; Infinity when it never comes, NaN for work that waits for none. */
  rowRelease = new Float64Array(64);
  rowKind = new Float64Array(64);
  rowSource = new Float64Array(64);

  releases = 0;
  releaseAt = new Float64Array(16);
  releaseScope = new Float64Array(16);
  /** dF of each release. */
  releaseShare = new Float64Array(16);

  changes = 0;
  /** Changes that start before the horizon come first in time, so they are a prefix. */
  changesDone = 0;
  changeArrive = new Float64Array(16);
  changeStart = new Float64Array(16);
  changeDelay = new Float64Array(16);
  changeK = new Float64Array(16);
  changeRelearn = new Float64Array(16);

  segments = 0;
  /** t0, t1, K0, A, B. */
  segment = new Float64Array(5 * 16);

  details = 0;
  detail = new Float64Array(PHASE_WIDTH * 8);

  /** Month the last useful scope is released; Infinity when that never happens. */
  completeAt = Number.POSITIVE_INFINITY;
  /** Month a gate stopped the work; NaN when none did. */
  stoppedAt = Number.NaN;
  waitMonths = 0;
  /** Project: money of the whole build, also behind the horizon; product: money of one tranche. */
  commitment = 0;
  touchMonths = 0;
  leadMonths = 0;
  /** Product: pd of all periods, whole; counted only while a search asks for it. */
  built = 0;
  startWait = 0;
  dependencyWait = 0;

  reset(mode: Mode): void {
    this.mode = mode;
    this.rows = 0;
    this.releases = 0;
    this.changes = 0;
    this.changesDone = 0;
    this.segments = 0;
    this.details = 0;
    this.completeAt = Number.POSITIVE_INFINITY;
    this.stoppedAt = Number.NaN;
    this.waitMonths = 0;
    this.commitment = 0;
    this.touchMonths = 0;
    this.leadMonths = 0;
    this.built = 0;
    this.startWait = 0;
    this.dependencyWait = 0;
  }

  /** Opens a ledger row of zeros and returns the offset of its pd columns. */
  addRow(
    kind: number,
    source: number,
    from: number,
    to: number,
    rate: number,
    work: number,
    release: number,
  ): number {
    const i = this.rows++;
    if (i >= this.rowFrom.length) this.#growRows();
    this.rowFrom[i] = from;
    this.rowTo[i] = to;
    this.rowRate[i] = rate;
    this.rowWork[i] = work;
    this.rowRelease[i] = release;
    this.rowKind[i] = kind;
    this.rowSource[i] = source;
    const at = i * COLUMNS;
    for (let c = at; c < at + COLUMNS; c++) this.rowPd[c] = 0;
    return at;
  }

  #growRows(): void {
    const needed = this.rows;
    this.rowFrom = grown(this.rowFrom, needed);
    this.rowTo = grown(this.rowTo, needed);
    this.rowRate = grown(this.rowRate, needed);
    this.rowWork = grown(this.rowWork, needed);
    this.rowRelease = grown(this.rowRelease, needed);
    this.rowKind = grown(this.rowKind, needed);
    this.rowSource = grown(this.rowSource, needed);
    this.rowPd = grown(this.rowPd, this.rowFrom.length * COLUMNS);
  }

  addRelease(at: number, scope: number, share: number): void {
    const i = this.releases++;
    if (i >= this.releaseAt.length) {
      this.releaseAt = grown(this.releaseAt, this.releases);
      this.releaseScope = grown(this.releaseScope, this.releases);
      this.releaseShare = grown(this.releaseShare, this.releases);
    }
    this.releaseAt[i] = at;
    this.releaseScope[i] = scope;
    this.releaseShare[i] = share;
  }

  addChange(arrive: number, start: number, delay: number): number {
    const i = this.changes++;
    if (i >= this.changeArrive.length) {
      this.changeArrive = grown(this.changeArrive, this.changes);
      this.changeStart = grown(this.changeStart, this.changes);
      this.changeDelay = grown(this.changeDelay, this.changes);
      this.changeK = grown(this.changeK, this.changes);
      this.changeRelearn = grown(this.changeRelearn, this.changes);
    }
    this.changeArrive[i] = arrive;
    this.changeStart[i] = start;
    this.changeDelay[i] = delay;
    return i;
  }

  addSegment(from: number, to: number, k0: number, a: number, b: number): void {
    const at = this.segments++ * 5;
    this.segment = grown(this.segment, at + 5);
    this.segment[at] = from;
    this.segment[at + 1] = to;
    this.segment[at + 2] = k0;
    this.segment[at + 3] = a;
    this.segment[at + 4] = b;
  }

  /** Opens one detail record of the given width and returns its offset. */
  addDetail(width: number): number {
    const at = this.details++ * width;
    this.detail = grown(this.detail, at + width);
    return at;
  }

  /** Month of the first release, Infinity without any. */
  get firstRelease(): number {
    return this.releases > 0 ? this.releaseAt[0]! : Number.POSITIVE_INFINITY;
  }
}
