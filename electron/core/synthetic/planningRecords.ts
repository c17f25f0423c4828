import { newHandoff, newOutcome, newSegment, newTranche } from '../../../shared/domain/planningDefaults.ts';
import { businessValues, segmentKinds, trancheDecisions } from '../../../shared/domain/planningRecords.ts';
import type {
  Handoff,
  Initiative,
  Outcome,
  OutcomeLink,
  OutcomeReading,
  Phase,
  Segment,
  SegmentLink,
  Team,
  TeamMember,
  Tranche,
} from '../../../shared/domain/records.ts';
import { Dice } from './dice.ts';
import { audiences, metrics, roles } from './fragments.ts';

const numbered = (prefix: string, index: number): string => `${prefix}-${String(index + 1).padStart(6, '0')}`;
const hundredth = (value: number): number => Math.round(value * 100) / 100;
const dayMs = 86_400_000;
const laterBy = (date: string, days: number): string =>
  new Date(Date.parse(date) + Math.round(days) * dayMs).toISOString().slice(0, 10);

/** People by role in most teams; a team without roles is one whose size nobody entered. */
export function makeMembers(seed: number, teams: readonly Team[]): TeamMember[] {
  return teams.flatMap((team, index) => {
    const dice = new Dice(seed, `members ${index}`);
    if (dice.chance(0.2)) return [];
    const chosen = roles.filter(() => dice.chance(0.5));
    return chosen.map((role, at) => ({
      id: `${team.id}-member-${at + 1}`,
      teamId: team.id,
      name: role[index % 2 === 0 ? 0 : 1],
      people: dice.whole(1, 8) / 2,
    }));
  });
}

/** One segment for each audience that texts speak of, half of them named in Chinese. */
export function makeSegments(seed: number): Segment[] {
  const dice = new Dice(seed, 'segments');
  return audiences.slice(0, 12).map((audience, index) => ({
    ...newSegment(numbered('segment', index), audience[index % 2 === 0 ? 0 : 1]),
    kind: dice.chance(0.9) ? dice.pick(segmentKinds) : null,
  }));
}

/** Outcomes with what was read of them so far. `dataDate` is the last day that anybody can have read. */
export function makeOutcomes(
  seed: number,
  count: number,
  segments: readonly Segment[],
  teams: readonly Team[],
  dataDate: string,
): { outcomes: Outcome[]; readings: OutcomeReading[] } {
  const outcomes: Outcome[] = [];
  const readings: OutcomeReading[] = [];
  for (let index = 0; index < count; index += 1) {
    const dice = new Dice(seed, `outcome ${index}`);
    const [metric, unit, direction, low, high] = metrics[index % metrics.length]!;
    const segment = dice.pick(segments);
    const language = index % 2;
    const baseline = hundredth(dice.between(low, high));
    const target = hundredth(
      baseline * (direction === 'up' ? dice.between(1.1, 1.8) : dice.between(0.3, 0.9)),
    );
    const id = numbered('outcome', index);
    outcomes.push({
      ...newOutcome(
        id,
        language === 0 ? `${metric[0]} for ${segment.name}` : `${segment.name}：${metric[1]}`,
      ),
      metric: metric[language === 0 ? 0 : 1],
      unit,
      direction,
      baseline: dice.chance(0.8) ? baseline : null,
      target: dice.chance(0.9) ? target : null,
      dueDate: dice.chance(0.8) ? laterBy(dataDate, dice.between(60, 900)) : null,
      businessValue: dice.chance(0.9) ? dice.pick(businessValues) : null,
      segmentId: segment.id,
      ownerTeamId: dice.chance(0.6) ? dice.pick(teams).id : null,
      importance: dice.chance(0.8) ? dice.whole(1, 5) : null,
      currentMaturity: dice.chance(0.7) ? dice.whole(1, 4) : null,
      targetMaturity: dice.chance(0.7) ? dice.whole(2, 5) : null,
    });
    for (let quarter = dice.whole(0, 4); quarter > 0; quarter -= 1) {
      readings.push({
        id: `${id}-reading-${quarter}`,
        outcomeId: id,
        date: laterBy(dataDate, -91 * quarter),
        value: hundredth(baseline + (target - baseline) * dice.between(0, 1 / quarter)),
        note: '',
      });
    }
  }
  return { outcomes, readings };
}

/** What an initiative is for: at most two outcomes in parts of its effort, and often one segment. */
export function makeLinks(
  dice: Dice,
  { id }: Initiative,
  outcomes: readonly Outcome[],
  segments: readonly Segment[],
): { outcomeLinks: OutcomeLink[]; segmentLinks: SegmentLink[] } {
  const chosen = new Set<Outcome>();
  for (let left = Math.min(outcomes.length, dice.whole(0, 2)); left > 0; left -= 1)
    chosen.add(dice.pick(outcomes));
  return {
    outcomeLinks: [...chosen].map((outcome, index) => ({
      id: `${id}-outcome-${index + 1}`,
      initiativeId: id,
      outcomeId: outcome.id,
      weight: 1 / chosen.size,
    })),
    segmentLinks: dice.chance(0.5)
      ? [{ id: `${id}-segment-1`, initiativeId: id, segmentId: dice.pick(segments).id, weight: 1 }]
      : [],
  };
}

/** A ledger for a project: most of its phases are led into by a team, some by an approval or by funding before it. */
export function makeHandoffs(
  dice: Dice,
  initiative: Initiative,
  phases: readonly Phase[],
  teams: readonly Team[],
): Handoff[] {
  const rows: Handoff[] = [];
  const add = (kind: Handoff['kind'], phase: Phase, values: Partial<Handoff>): void => {
    const position = rows.length;
    rows.push({
      ...newHandoff(`${initiative.id}-handoff-${position + 1}`, initiative.id, position, kind),
      phaseId: phase.id,
      waitDays: dice.chance(0.8) ? dice.whole(1, 45) : null,
      ...values,
    });
  };
  for (const [index, phase] of phases.entries()) {
    const before = phases[index - 1];
    if (!before || dice.chance(0.3)) continue;
    if (dice.chance(0.25))
      add(dice.pick(['approval', 'legal', 'funding'] as const), phase, { fromName: before.name });
    const likely = hundredth(dice.between(0.3, 0.8));
    const [from, to] = [dice.pick(teams), dice.pick(teams)];
    const known = dice.chance(0.7);
    add(dice.chance(0.15) ? 'partner' : 'team', phase, {
      fromName: from.name,
      toName: to.name,
      fromTeamId: from.id,
      toTeamId: to.id,
      keptLow: known ? hundredth(likely * 0.6) : null,
      keptLikely: known ? likely : null,
      keptHigh: known ? hundredth(Math.min(1, likely * 1.2)) : null,
      relearningDays: dice.chance(0.5) ? dice.whole(1, 40) : null,
    });
  }
  return rows;
}

/** Tranches of a product team: half a year each, decided on while they lie before `dataDate`. */
export function makeTranches(dice: Dice, initiative: Initiative, dataDate: string): Tranche[] {
  const { id, startDate, budget } = initiative;
  if (startDate === null) return [];
  const count = dice.whole(1, 4);
  return Array.from({ length: count }, (_, position) => {
    const start = laterBy(startDate, position * 182);
    const end = laterBy(startDate, (position + 1) * 182 - 1);
    const over = end < dataDate;
    return {
      ...newTranche(`${id}-tranche-${position + 1}`, id, position, `T${position + 1}`),
      startDate: start,
      endDate: end,
      amount: budget === null ? null : Math.round(budget / count),
      decision: over ? dice.pick(trancheDecisions) : ('pending' as const),
      decidedOn: over ? end : null,
    };
  });
}
