import type { Handoff, Initiative, Phase, PortfolioRecords } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber } from '../domain/time.ts';
import { runSteps, type Steps } from '../steps.ts';
import type { HandoffLine, LineHandoff, LineRelease, LineSource, LineStay, LineWait } from './handoffLine.ts';
import { lineStation } from './handoffStations.ts';
import { type LedgerPlace, ledgerPlaces, ledgerWaits, passesWork, withLedgerWaits } from './ledgerInput.ts';
import { type ModelledSteps, modelledSteps, noModelledSteps } from './modelledSteps.ts';
import { planOrder } from './phasePlan.ts';
import { portfolioIndex } from './portfolioIndex.ts';
import { type PlacedPhase, scheduleOf, TOUCHING_DAYS } from './schedule.ts';
import { daysCovered, without } from './stretches.ts';

/**
 * The way of an initiative on the calendar; null where neither dates nor lengths say when. With `modelled`, what nobody
 * recorded comes from the model and is marked: steps of a project without phases, waits before undated phases, and the
 * share of knowledge kept. Without it (for thousands of initiatives) only what is on record counts.
 */
export function handoffLine(records: PortfolioRecords, id: string, modelled: boolean): HandoffLine | null {
  const initiative = records.initiative[id];
  if (!initiative) return null;
  if (initiative.mode === 'product') return productLine(records, initiative);
  const index = portfolioIndex(records);
  const phases = planOrder(index.phases.get(id) ?? []);
  const rows = index.handoffs.get(id) ?? [];
  const model = modelled ? modelledSteps(records, id) : noModelledSteps;
  const places = ledgerPlaces(
    rows,
    phases.map((phase) => phase.id),
  );
  const waits = ledgerWaits(places);
  const assumedWaits = new Set<string>();
  const dated = withLedgerWaits(phases, waits).map((phase, at) => {
    const wait = model.byPhase.get(phase.id);
    if (phase.waitMonths !== null || phase.startDate !== null || at === 0 || !wait) return phase;
    assumedWaits.add(phase.id);
    return { ...phase, waitMonths: wait.waitDays / DAYS_PER_CALENDAR_MONTH };
  });
  const schedule = scheduleOf(initiative, dated);
  if (schedule.phases.length > 0) {
    const steps = stepsOf(
      [...schedule.phases].sort((a, b) => a.start - b.start),
      phases,
      places,
    );
    return projectLine(records, initiative, steps, model, assumedWaits);
  }
  const { start, end } = schedule;
  if (start === null || end === null || end <= start) return null;
  if (phases.length === 0 && model.standard.length > 0)
    return standardLine(records, initiative, start, model);
  return lineOf(initiative, start, end, {
    stays: [
      {
        station: lineStation(records, null, initiative.teamId),
        from: start,
        to: end,
        phases: [],
        assumed: false,
      },
    ],
    waits: [],
    handoffs: [],
    releases: [],
    unplacedRows: rows.length,
  });
}

/** A phase on the calendar with the rows that lead into it. */
interface Step {
  readonly placed: PlacedPhase;
  readonly rows: readonly LedgerPlace[];
}

/** Rows that lead into a phase without a place lead on into the next one that has one, or stay with the last. */
function stepsOf(
  placed: readonly PlacedPhase[],
  phases: readonly Phase[],
  places: readonly LedgerPlace[],
): readonly Step[] {
  const rows = placed.map((): LedgerPlace[] => []);
  for (const place of places) {
    if (place.phase === null) continue;
    let at = -1;
    for (let k = place.phase; k < phases.length && at < 0; k += 1) {
      at = placed.findIndex(({ phase }) => phase.id === phases[k]!.id);
    }
    rows[at < 0 ? placed.length - 1 : at]!.push(place);
  }
  return placed.map((each, k) => ({ placed: each, rows: rows[k]! }));
}

const carries = ({ handoff }: LedgerPlace): boolean => passesWork(handoff);
const firstCarrier = (rows: readonly LedgerPlace[] | undefined): Handoff | undefined =>
  rows?.find(carries)?.handoff;
const lastCarrier = (rows: readonly LedgerPlace[]): Handoff | undefined => rows.findLast(carries)?.handoff;

function projectLine(
  records: PortfolioRecords,
  initiative: Initiative,
  steps: readonly Step[],
  model: ModelledSteps,
  assumedWaits: ReadonlySet<string>,
): HandoffLine {
  const stays: LineStay[] = [];
  const waits: LineWait[] = [];
  const handoffs: LineHandoff[] = [];
  steps.forEach(({ placed, rows }, k) => {
    const { phase, start, end, waitFrom } = placed;
    const station = lineStation(
      records,
      phase.kind,
      phase.teamId,
      lastCarrier(rows),
      firstCarrier(steps[k + 1]?.rows),
    );
    const before = stays.at(-1);
    const from = before?.station ?? lineStation(records, null, null, undefined, firstCarrier(rows));
    const gap = Math.max(0, start - waitFrom);
    const wanted = model.byPhase.get(phase.id);
    const merges =
      before !== undefined &&
      before.station.key === station.key &&
      rows.length === 0 &&
      start <= (before.to ?? start) + TOUCHING_DAYS;
    const into = merges ? stays.length - 1 : stays.length;
    const known = rows.filter(({ handoff }) => handoff.waitDays !== null);
    const sum = known.reduce((total, { handoff }) => total + handoff.waitDays!, 0);
    let at = start - sum;
    const ends = new Map<string, number>();
    for (const { handoff } of known) {
      const to = at + handoff.waitDays!;
      if (handoff.waitDays! > 0) {
        waits.push({
          from: at,
          to,
          kind: handoff.kind,
          days: handoff.waitDays!,
          source: 'ledger',
          handoffId: handoff.id,
          before: into,
        });
      }
      at = to;
      ends.set(handoff.id, to);
    }
    const gapSource: LineSource = assumedWaits.has(phase.id) ? 'model' : 'plan';
    if (known.length === 0 && gap > 0 && !merges) {
      const only = rows.length === 1 ? rows[0]!.handoff : null;
      waits.push({
        from: waitFrom,
        to: start,
        kind: only?.kind ?? (before && before.station.key !== station.key ? 'team' : 'gap'),
        days: gap,
        source: gapSource,
        handoffId: only?.id ?? null,
        before: into,
      });
    }
    for (const { handoff } of rows) {
      const alone = rows.length === 1 && known.length === 0;
      const passes = passesWork(handoff);
      handoffs.push({
        at: ends.get(handoff.id) ?? start,
        kind: handoff.kind,
        from,
        to: passes ? station : from,
        waitDays: handoff.waitDays ?? (alone ? gap : null),
        waitSource: handoff.waitDays !== null || !alone ? 'ledger' : gapSource,
        ...keptOf(handoff, passes ? (wanted?.kept ?? null) : null),
        passes: handoff.passes,
        handoffId: handoff.id,
        into,
      });
    }
    if (before && rows.length === 0 && before.station.key !== station.key) {
      handoffs.push({
        at: start,
        kind: 'team',
        from,
        to: station,
        waitDays: gap,
        waitSource: gapSource,
        kept: wanted?.kept ?? null,
        keptLow: null,
        keptHigh: null,
        keptSource: 'model',
        passes: '',
        handoffId: null,
        into,
      });
    }
    if (merges) {
      stays[into] = {
        ...before,
        to: Math.max(before.to ?? end, end),
        phases: [...before.phases, phase.name],
      };
    } else stays.push({ station, from: start, to: end, phases: [phase.name], assumed: false });
  });
  const first = Math.min(...stays.map(({ from }) => from), ...waits.map(({ from }) => from));
  const last = Math.max(...stays.map(({ to }) => to!));
  return lineOf(initiative, first, last, { stays, waits, handoffs, releases: [], unplacedRows: 0 });
}

function keptOf(handoff: Handoff, modelled: number | null) {
  const recorded = handoff.keptLikely ?? handoff.keptHigh ?? handoff.keptLow;
  return {
    kept: recorded ?? modelled,
    keptLow: handoff.keptLow,
    keptHigh: handoff.keptHigh,
    keptSource: recorded === null && modelled !== null ? ('model' as const) : ('ledger' as const),
  };
}

/** A project of which only dates and money are known: the model's own phases, all of them assumed. */
function standardLine(
  records: PortfolioRecords,
  initiative: Initiative,
  start: number,
  model: ModelledSteps,
): HandoffLine {
  const stays: LineStay[] = [];
  const waits: LineWait[] = [];
  const handoffs: LineHandoff[] = [];
  const rows = portfolioIndex(records).handoffs.get(initiative.id) ?? [];
  const places = ledgerPlaces(
    rows,
    model.standard.map(() => null),
  );
  let at = start;
  model.standard.forEach((step, k) => {
    const own = places.filter(({ phase }) => phase === k).map(({ handoff }) => handoff);
    const carrier = own.filter(passesWork).at(-1);
    const station = lineStation(records, step.kind, null, carrier);
    const from = stays.at(-1)?.station ?? station;
    const work = at + step.waitDays;
    if (step.waitDays >= 1 && k > 0) {
      waits.push({
        from: at,
        to: work,
        kind: own.length === 1 ? own[0]!.kind : 'team',
        days: step.waitDays,
        source: step.waitRecorded ? 'ledger' : 'model',
        handoffId: own.length === 1 ? own[0]!.id : null,
        before: k,
      });
    }
    for (const handoff of own) {
      const carries = passesWork(handoff);
      handoffs.push({
        at: work,
        kind: handoff.kind,
        from,
        to: carries ? station : from,
        waitDays: handoff.waitDays ?? (own.length === 1 ? step.waitDays : null),
        waitSource: handoff.waitDays === null && own.length === 1 ? 'model' : 'ledger',
        ...keptOf(handoff, carries ? step.kept : null),
        passes: handoff.passes,
        handoffId: handoff.id,
        into: k,
      });
    }
    if (k > 0 && own.length === 0) {
      handoffs.push({
        at: work,
        kind: 'team',
        from,
        to: station,
        waitDays: step.waitDays,
        waitSource: 'model',
        kept: step.kept,
        keptLow: null,
        keptHigh: null,
        keptSource: 'model',
        passes: '',
        handoffId: null,
        into: k,
      });
    }
    at = work + step.workDays;
    stays.push({ station, from: work, to: at, phases: [step.kind], assumed: true });
  });
  return lineOf(initiative, stays[0]!.from, at, { stays, waits, handoffs, releases: [], unplacedRows: 0 });
}

function productLine(records: PortfolioRecords, initiative: Initiative): HandoffLine | null {
  const index = portfolioIndex(records);
  const { start, end } = scheduleOf(initiative, []);
  const releases = (index.releases.get(initiative.id) ?? [])
    .flatMap(({ id, name, actualDate, plannedDate }): LineRelease[] => {
      const day = actualDate ?? plannedDate;
      return day === null ? [] : [{ id, name, day: dayNumber(day), out: actualDate !== null }];
    })
    .sort((a, b) => a.day - b.day);
  const from = start ?? releases[0]?.day ?? null;
  if (from === null || (end !== null && end <= from)) return null;
  return lineOf(initiative, from, end, {
    stays: [
      {
        station: lineStation(records, null, initiative.teamId),
        from,
        to: end,
        phases: [],
        assumed: false,
      },
    ],
    waits: [],
    handoffs: [],
    releases,
    unplacedRows: (index.handoffs.get(initiative.id) ?? []).length,
  });
}

function lineOf(
  { id, name, mode }: Initiative,
  start: number,
  end: number | null,
  parts: Pick<HandoffLine, 'stays' | 'waits' | 'handoffs' | 'releases' | 'unplacedRows'>,
): HandoffLine {
  // Most lines wait nowhere: of thousands, only the others are worth cutting up.
  const waitingDays =
    parts.waits.length === 0
      ? 0
      : daysCovered(
          without(
            parts.waits,
            parts.stays.map(({ from, to }) => ({ from, to: to ?? from })),
          ),
        );
  return {
    id,
    name,
    mode,
    start,
    end,
    ...parts,
    waitingDays,
    waitingShare: mode === 'product' || end === null || end <= start ? null : waitingDays / (end - start),
  };
}

const lines = new WeakMap<PortfolioRecords, readonly HandoffLine[]>();

/** Initiatives between two pauses. */
const PIECE = 50;

/** The way of every initiative that is not retired, from the record alone; made once for a state of the portfolio. */
export function* recordedLineSteps(records: PortfolioRecords): Steps<readonly HandoffLine[]> {
  const known = lines.get(records);
  if (known) return known;
  const list: HandoffLine[] = [];
  const all = Object.values(records.initiative);
  for (const [at, { id, retired }] of all.entries()) {
    const line = retired ? null : handoffLine(records, id, false);
    if (line) list.push(line);
    if (at % PIECE === 0) yield at / all.length;
  }
  lines.set(records, list);
  return list;
}

/** The same where they were made already. */
export const knownLines = (records: PortfolioRecords): readonly HandoffLine[] | null =>
  lines.get(records) ?? null;

/** The same without a pause. */
export const recordedLines = (records: PortfolioRecords): readonly HandoffLine[] =>
  runSteps(recordedLineSteps(records));
