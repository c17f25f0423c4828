import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { dayNumber } from '../domain/time.ts';
import { portfolioIndex } from './portfolioIndex.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/**
 * When somebody stops carrying what they know: a day number (the first day without them), `open` for a team that
 * stays, or null where nobody knows.
 */
export type CarrierEnd = number | 'open' | null;

/** What one team puts into one capability through one initiative. */
export interface Supply {
  /** Null where no team is on record: each such initiative has people of its own, whoever they are. */
  readonly teamId: string | null;
  readonly initiativeId: string;
  readonly capabilityId: string;
  /** Minor units; null where the initiative has no budget on record. */
  readonly money: number | null;
  /** First day; null where nobody knows. */
  readonly from: number | null;
  readonly end: CarrierEnd;
}

/** The part of an initiative that one team does. */
interface Part {
  readonly teamId: string | null;
  readonly share: number;
  readonly from: number | null;
  /** First day after its work; null where nobody knows, or for a product team. */
  readonly to: number | null;
}

const works = ({ funded, retired, stage }: Initiative): boolean => funded && !retired && stage !== 'stopped';

/**
 * Who does how much of an initiative: the teams of its phases (a phase without one counts for the initiative's), by
 * their costs where all have one, else by their days, else alike; without phases the initiative's team does all of it.
 */
function partsOf(initiative: Initiative, schedule: Schedule, costs: boolean): readonly Part[] {
  const { phases, start, end } = schedule;
  if (initiative.mode === 'product' || phases.length === 0) {
    return [
      { teamId: initiative.teamId, share: 1, from: start, to: initiative.mode === 'product' ? null : end },
    ];
  }
  const weight = (k: number): number => {
    const { phase, start: from, end: to } = phases[k]!;
    return costs ? (phase.cost ?? 0) : to - from;
  };
  const total = phases.reduce((sum, _, k) => sum + weight(k), 0);
  const byTeam = new Map<string | null, { share: number; from: number; to: number }>();
  phases.forEach(({ phase, start: from, end: to }, k) => {
    const teamId = phase.teamId ?? initiative.teamId;
    const share = total > 0 ? weight(k) / total : 1 / phases.length;
    const known = byTeam.get(teamId);
    if (!known) byTeam.set(teamId, { share, from, to });
    else {
      known.share += share;
      known.from = Math.min(known.from, from);
      known.to = Math.max(known.to, to);
    }
  });
  return [...byTeam].map(([teamId, part]) => ({ teamId, ...part }));
}

/**
 * What every team puts into every capability, and until when it carries it. Only funded work counts that was neither
 * stopped nor retired. A team carries what it learned as long as it exists: to the day it disbands; for good where it
 * is stable on record or runs a product team; else, as a project's team does, to the end of its last work. Where no
 * team is recorded, a project's people go at its end and a product team stays.
 */
export function suppliesOf(records: PortfolioRecords): readonly Supply[] {
  const index = portfolioIndex(records);
  const found: (Omit<Supply, 'end'> & { readonly to: number | null; readonly stays: boolean })[] = [];
  const stable = new Set<string>();
  const lastWork = new Map<string, number | null>();
  for (const id in records.initiative) {
    const initiative = records.initiative[id]!;
    if (!works(initiative)) continue;
    const phases = index.phases.get(id) ?? [];
    const schedule = scheduleOf(initiative, phases);
    const costs = phases.length > 0 && phases.every(({ cost }) => cost !== null);
    const parts = partsOf(initiative, schedule, costs);
    const stays = initiative.mode === 'product';
    for (const { teamId, to } of parts) {
      if (teamId === null) continue;
      if (stays) stable.add(teamId);
      const known = lastWork.get(teamId);
      lastWork.set(teamId, known === null || to === null ? null : Math.max(known ?? to, to));
    }
    for (const { capabilityId, weight } of index.contributions.get(id) ?? []) {
      for (const part of parts) {
        found.push({
          teamId: part.teamId,
          initiativeId: id,
          capabilityId,
          money: initiative.budget === null ? null : initiative.budget * weight * part.share,
          from: part.from,
          to: part.to,
          stays,
        });
      }
    }
  }
  const endOf = (teamId: string): CarrierEnd => {
    const team = records.team[teamId];
    if (team?.disbandsOn) return dayNumber(team.disbandsOn);
    if (stable.has(teamId) || team?.stableSince) return 'open';
    return lastWork.get(teamId) ?? null;
  };
  return found.map(({ to, stays, ...supply }) => ({
    ...supply,
    end: supply.teamId !== null ? endOf(supply.teamId) : stays ? 'open' : to,
  }));
}
