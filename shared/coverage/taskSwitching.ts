import { resolveParameters } from '../model/parameters.ts';
import { switchLoss } from '../model/queue.ts';
import type { ModelParameterOverrides } from '../model/types.ts';
import { compareCodePoints } from '../text/compareCodePoints.ts';
import { amount, finite } from './facts.ts';
import type { CoverageInitiative } from './types.ts';

/** A span in which a team works on the same number of initiatives. */
export interface SwitchingSpan {
  readonly from_month: number;
  readonly to_month: number;
  /** Ids of the initiatives, in the order of the portfolio. */
  readonly initiatives: readonly string[];
  /** s(n) of MODEL.md 2.4: share of the team's time lost, 0..0.9. */
  readonly loss: number;
}

export interface TeamSwitching {
  readonly team: string;
  readonly spans: readonly SwitchingSpan[];
  /** Most initiatives at once. */
  readonly peak: number;
  /** Mean number of initiatives over the months in which the team works. */
  readonly mean_parallel: number;
  /** Months with at least one initiative. */
  readonly busy_months: number;
  /** Months of the team lost: sum of span * s(n). */
  readonly lost_months: number;
}

export interface TaskSwitching {
  /** By months lost, most first, then by name. */
  readonly teams: readonly TeamSwitching[];
  /** Initiatives whose team or end is not known: they may make it worse. */
  readonly unknown: readonly string[];
}

export interface TaskSwitchingOptions {
  /** Month to which teams without an end are counted; 36 when absent. */
  readonly horizon_months?: number;
  /** The portfolio's parameters; switch_table and switch_scale are used. */
  readonly params?: ModelParameterOverrides;
}

interface Engagement {
  readonly initiative: string;
  readonly from: number;
  readonly to: number;
}

type Engage = (team: string, initiative: string, from: number, to: number) => void;

/** Phases of a project one after the other from its start, with the waits that were recorded. */
const engagePhases = (initiative: CoverageInitiative, start: number, engage: Engage): boolean => {
  const phases = initiative.phases ?? [];
  if (!phases.some(({ team }) => team)) return false;
  let at = start;
  for (const { months, team, wait_months } of phases) {
    const from = at + (amount(wait_months) ?? 0);
    at = from + (amount(months) ?? 0);
    const working = team || initiative.team;
    if (working) engage(working, initiative.id, from, at);
  }
  return true;
};

const spansOf = (
  engagements: readonly Engagement[],
  lossOf: (parallel: number) => number,
): SwitchingSpan[] => {
  const times = [...new Set(engagements.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return times.slice(1).flatMap((to_month, at) => {
    const from_month = times[at]!;
    // Two phases of one initiative at once are still one initiative to think about.
    const working = new Set(
      engagements.filter(({ from, to }) => from < to_month && to > from_month).map((one) => one.initiative),
    );
    if (working.size === 0) return [];
    return [{ from_month, to_month, initiatives: [...working], loss: lossOf(working.size) }];
  });
};

/**
 * Task switching across initiatives (ours): for each team how many initiatives it works on at once over time, and the
 * share of its time that this costs by the model's switch table (MODEL.md 2.2, 2.4). It counts what the portfolio
 * shows; `parallel` of a phase is what the plan admits, and the two may differ. Funded initiatives only.
 */
export const taskSwitching = (
  initiatives: readonly CoverageInitiative[],
  options: TaskSwitchingOptions = {},
): TaskSwitching => {
  const params = resolveParameters(options.params);
  const horizon = options.horizon_months ?? params.horizon_months;
  const engagements = new Map<string, Engagement[]>();
  const engage: Engage = (team, initiative, from, to) => {
    if (!(to > from)) return;
    const known = engagements.get(team);
    if (known) known.push({ initiative, from, to });
    else engagements.set(team, [{ initiative, from, to }]);
  };
  const unknown: string[] = [];
  for (const initiative of initiatives) {
    if (initiative.funded === false) continue;
    const start = finite(initiative.start_month) ?? 0;
    if (initiative.mode === 'project' && engagePhases(initiative, start, engage)) continue;
    const end = finite(initiative.end_month) ?? (initiative.mode === 'product' ? horizon : undefined);
    if (!initiative.team || end === undefined) unknown.push(initiative.id);
    else engage(initiative.team, initiative.id, start, end);
  }
  const teams = [...engagements].map(([team, own]): TeamSwitching => {
    const spans = spansOf(own, (parallel) => switchLoss(params, parallel));
    const sum = (value: (span: SwitchingSpan) => number): number =>
      spans.reduce((total, span) => total + (span.to_month - span.from_month) * value(span), 0);
    const busy_months = sum(() => 1);
    return {
      team,
      spans,
      peak: spans.reduce((most, span) => Math.max(most, span.initiatives.length), 0),
      mean_parallel: sum((span) => span.initiatives.length) / busy_months,
      busy_months,
      lost_months: sum((span) => span.loss),
    };
  });
  teams.sort((a, b) => b.lost_months - a.lost_months || compareCodePoints(a.team, b.team));
  return { teams, unknown };
};
