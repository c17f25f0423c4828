import { curveAt } from '../../shared/analysis/figures.ts';
import { handoffLedger } from '../../shared/analysis/handoffLedger.ts';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { portfolioIndex } from '../../shared/analysis/portfolioIndex.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, monthsBetween } from '../../shared/domain/time.ts';
import type { ModeTrace } from '../../shared/model/trace.ts';
import type { ModeResult, PhaseKind } from '../../shared/model/types.ts';
import { toMajor } from '../../shared/text/format.ts';
import type {
  FlowChange,
  FlowData,
  FlowPhase,
  FlowTranche,
  KnowledgeSegment,
  RecordedRelease,
  RecordedTranche,
} from '../charts/flow/flowData.ts';
import type { Simulation } from './jobs.ts';
import type { Comparison } from './useComparison.ts';

type Ready = Extract<Comparison, { status: 'ready' }>;

/** The model's results of one initiative as the flow chart takes them; without a simulation there are no bands yet. */
export function flowData(
  records: PortfolioRecords,
  id: string,
  comparison: Ready,
  simulation: Simulation | null,
): FlowData {
  const { result, trace, parameters, basis } = comparison;
  const horizon = parameters.horizon_months;
  const valued = basis.valueKnown;
  const phases = phasesOf(records, id, comparison);
  const released = result.project.releases[0]?.t ?? null;
  const capacity = parameters.support_people * parameters.days_per_month;
  const first = trace.product.detail[0];
  return {
    horizon,
    mode: records.initiative[id]!.mode,
    project: {
      ...curvesOf(result.project, trace.project, valued),
      band: valued ? (simulation?.bands.project ?? null) : null,
      phases,
      releaseMonth: released,
      stoppedAt: result.project.stopped_at,
      changes: trace.project.changes.map((change): FlowChange => {
        const relearn = change.relearn_pd ?? null;
        return {
          arrive: change.arrive,
          start: change.start,
          relearnPersonDays: relearn,
          relearnMonths: relearn === null ? 0 : relearn / capacity,
          workMonths: change.done ? parameters.cr_pd / capacity : 0,
          knowledge: change.k ?? null,
        };
      }),
      handoverLoss: lossAt(trace.project.k_segments, released),
      spentBeforeFeedback: result.project.money_at_risk,
    },
    product: {
      ...curvesOf(result.product, trace.product, valued),
      band: valued ? (simulation?.bands.product ?? null) : null,
      start: first?.t0 ?? 0,
      releases: result.product.releases.map((release) => ({
        month: release.t,
        valueShare: release.value_share,
        scopeShare: release.scope_share,
      })),
      tranches: tranchesOf(result.product, first?.t0 ?? 0, parameters.tranche_months, horizon),
      stoppedAt: result.product.stopped_at,
      completeAt: result.product.t_complete,
      cadenceMonths: parameters.cadence_months,
      spentBeforeFeedback: result.product.money_at_risk,
    },
    recorded: recordedReleases(records, id, basis.startDate),
    recordedTranches: recordedTranches(records, id, basis.startDate),
  };
}

function phasesOf(records: PortfolioRecords, id: string, { trace, result }: Ready): readonly FlowPhase[] {
  const recorded = new Set(
    handoffLedger(records, id).rows.flatMap(({ modelled }) => (modelled ? [modelled.phase] : [])),
  );
  let month = 0;
  const phases: FlowPhase[] = [];
  for (const detail of trace.project.detail) {
    const start = month + detail.wait;
    const end = start + detail.months;
    // What lies behind a gate that stopped the project never happened.
    if (result.project.stopped_at !== null && start >= result.project.stopped_at) break;
    phases.push({
      name: detail.name,
      kind: detail.kind as PhaseKind,
      start,
      end,
      waitMonths: detail.wait,
      lost: detail.k_before > 0 ? Math.max(0, 1 - detail.k_start / detail.k_before) : 0,
      personDays: detail.gross,
      recorded: recorded.has(phases.length),
    });
    month = end;
  }
  return phases;
}

function curvesOf(result: ModeResult, trace: ModeTrace<unknown>, valued: boolean) {
  return {
    spend: result.curves.C,
    value: valued ? result.curves.V : null,
    knowledge: trace.k_segments.map(
      ([from = 0, to = 0, k0 = 0, a = 0, b = 0]): KnowledgeSegment => ({ from, to, k0, a, b }),
    ),
  };
}

function lossAt(segments: readonly (readonly number[])[], month: number | null): number | null {
  if (month === null) return null;
  const index = segments.findIndex(([from, to]) => from !== undefined && from >= month - 1e-9 && to !== from);
  const before = segments[index - 1];
  const after = segments[index];
  if (!before || !after) return null;
  const [from = 0, to = 0, k0 = 0, a = 0, b = 0] = before;
  const known = b === 0 ? k0 + a * (to - from) : a / b + (k0 - a / b) * Math.exp(-b * (to - from));
  return known > 0 ? Math.max(0, 1 - after[2]! / known) : null;
}

function tranchesOf(
  result: ModeResult,
  start: number,
  length: number,
  horizon: number,
): readonly FlowTranche[] {
  const tranches: FlowTranche[] = [];
  for (let from = start; from < horizon - 1e-9; from += length) {
    const to = Math.min(horizon, from + length);
    tranches.push({ from, to, money: curveAt(result.curves, 'C', to) - curveAt(result.curves, 'C', from) });
  }
  return tranches;
}

function recordedReleases(
  records: PortfolioRecords,
  id: string,
  startDate: string | null,
): readonly RecordedRelease[] {
  if (startDate === null) return [];
  const { currency } = settingsOf(records);
  return (portfolioIndex(records).releases.get(id) ?? [])
    .flatMap((release): RecordedRelease[] => {
      const day = release.actualDate ?? release.plannedDate;
      if (day === null) return [];
      return [
        {
          id: release.id,
          name: release.name,
          month: monthsBetween(startDate, day),
          out: release.actualDate !== null,
          measured:
            release.measuredValuePerMonth === null ? null : toMajor(release.measuredValuePerMonth, currency),
          planned:
            release.plannedValuePerMonth === null ? null : toMajor(release.plannedValuePerMonth, currency),
        },
      ];
    })
    .sort((a, b) => a.month - b.month);
}

/** Tranches that have both days; in order of time. */
function recordedTranches(
  records: PortfolioRecords,
  id: string,
  startDate: string | null,
): readonly RecordedTranche[] {
  if (startDate === null) return [];
  const { currency } = settingsOf(records);
  return (portfolioIndex(records).tranches.get(id) ?? [])
    .flatMap((tranche): RecordedTranche[] => {
      if (tranche.startDate === null || tranche.endDate === null) return [];
      return [
        {
          id: tranche.id,
          name: tranche.name,
          from: monthsBetween(startDate, tranche.startDate),
          // The last day belongs to it.
          to: monthsBetween(startDate, tranche.endDate) + 1 / DAYS_PER_CALENDAR_MONTH,
          amount: tranche.amount === null ? null : toMajor(tranche.amount, currency),
          decision: tranche.decision,
        },
      ];
    })
    .sort((a, b) => a.from - b.from);
}
