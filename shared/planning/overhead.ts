import { daysPerMonthOf, initiativeInput, settingsOf } from '../analysis/initiativeInput.ts';
import type { Initiative, OverheadWork, PortfolioRecords } from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import { minorDigits } from '../text/format.ts';
import { type Planned, patch, refuse } from './planned.ts';

/** Work that customers don't care about: a record of its own, or a whole initiative that is tagged. */
export interface OverheadLine {
  readonly key: string;
  readonly name: string;
  readonly source:
    | { readonly kind: 'work'; readonly record: OverheadWork }
    | { readonly kind: 'initiative'; readonly record: Initiative };
  readonly teamId: string | null;
  /** Person-days a month; null when nobody entered or implied it. */
  readonly personDays: number | null;
  /** Minor units a month; null when days or day rate are unknown. */
  readonly money: number | null;
  readonly stopped: boolean;
}

/** Sums over lines; what is unknown is counted and never taken for zero. */
export interface OverheadTotals {
  readonly lines: number;
  readonly personDays: number;
  readonly money: number;
  readonly unknownDays: number;
  readonly unknownMoney: number;
}

/** The line of work that nobody has counted yet. */
export const newOverheadLine = (record: OverheadWork): OverheadLine => ({
  key: record.id,
  name: record.name,
  source: { kind: 'work', record },
  teamId: record.teamId,
  personDays: null,
  money: null,
  stopped: record.stopped,
});

/** Every piece of overhead, the work first, then tagged initiatives that are neither retired nor over. */
export function overheadLines(records: PortfolioRecords): readonly OverheadLine[] {
  const rate = settingsOf(records).dayRate;
  const works = Object.values(records.overheadWork).map((record): OverheadLine => {
    const days = record.personDaysPerMonth;
    const initiative = record.initiativeId === null ? undefined : records.initiative[record.initiativeId];
    const price = initiative?.teamDayRate ?? rate;
    return {
      key: record.id,
      name: record.name,
      source: { kind: 'work', record },
      teamId: record.teamId ?? initiative?.teamId ?? null,
      personDays: days,
      money: days === null || price === null ? null : Math.round(days * price),
      stopped: record.stopped,
    };
  });
  const tagged = Object.values(records.initiative)
    .filter(({ overhead, retired }) => overhead && !retired)
    .map((record): OverheadLine => {
      const effort = monthlyEffort(records, record);
      return {
        key: record.id,
        name: record.name,
        source: { kind: 'initiative', record },
        teamId: record.teamId,
        personDays: effort?.days ?? null,
        money: effort?.money ?? null,
        stopped: record.stage === 'stopped' || record.stage === 'done',
      };
    });
  return [...works, ...tagged];
}

/** What an initiative takes a month on average while it runs: of its people, or of its phases. */
function monthlyEffort(
  records: PortfolioRecords,
  initiative: Initiative,
): { readonly days: number; readonly money: number } | null {
  const { input } = initiativeInput(records, initiative.id);
  if (!input) return budgetAMonth(records, initiative);
  const settings = settingsOf(records);
  const perMonth = daysPerMonthOf(settings, initiative);
  const minor = 10 ** minorDigits(settings.currency);
  if (input.product) {
    const days = input.product.people * (input.product.allocation ?? 1) * perMonth;
    return { days, money: Math.round(days * input.product.rate * minor) };
  }
  let [months, days, money] = [0, 0, 0];
  for (const phase of input.phases ?? []) {
    const effort = phase.months * phase.people * (phase.allocation ?? 1) * perMonth;
    months += phase.months;
    days += effort;
    money += effort * phase.rate * minor;
  }
  return months > 0 ? { days: days / months, money: Math.round(money / months) } : null;
}

/** The budget over the initiative's dates, and the days that it buys, where the plan lacks what its work takes. */
function budgetAMonth(records: PortfolioRecords, initiative: Initiative) {
  const { budget, startDate, endDate } = initiative;
  const rate = initiative.teamDayRate ?? settingsOf(records).dayRate;
  if (budget === null || startDate === null || endDate === null || rate === null || rate <= 0) return null;
  const months = monthsBetween(startDate, endDate);
  if (!(months > 0)) return null;
  return { days: budget / months / rate, money: Math.round(budget / months) };
}

/** Adds lines up; those that were stopped are left out. */
export function overheadTotals(lines: readonly OverheadLine[]): OverheadTotals {
  let [count, personDays, money, unknownDays, unknownMoney] = [0, 0, 0, 0, 0];
  for (const line of lines) {
    if (line.stopped) continue;
    count += 1;
    if (line.personDays === null) unknownDays += 1;
    if (line.money === null) unknownMoney += 1;
    personDays += line.personDays ?? 0;
    money += line.money ?? 0;
  }
  return { lines: count, personDays, money, unknownDays, unknownMoney };
}

/** Totals by team, most money first; null for work that belongs to no known team. */
export function overheadByTeam(
  lines: readonly OverheadLine[],
): readonly { readonly teamId: string | null; readonly totals: OverheadTotals }[] {
  const going = lines.filter(({ stopped }) => !stopped);
  return [...Map.groupBy(going, ({ teamId }) => teamId)]
    .map(([teamId, own]) => ({ teamId, totals: overheadTotals(own) }))
    .sort((a, b) => b.totals.money - a.totals.money || b.totals.personDays - a.totals.personDays);
}

/** Stops overhead, or lets it go on: work by its mark, an initiative by its stage. */
export function stopOverhead(records: PortfolioRecords, key: string, stopped: boolean): Planned {
  const work = Object.hasOwn(records.overheadWork, key) ? records.overheadWork[key] : undefined;
  if (work)
    return work.stopped === stopped
      ? refuse('alreadyThere')
      : { ok: true, changes: [patch('overheadWork', key, { stopped })] };
  const initiative = Object.hasOwn(records.initiative, key) ? records.initiative[key] : undefined;
  if (!initiative) return refuse('missing');
  const stage = stopped ? 'stopped' : 'active';
  return initiative.stage === stage
    ? refuse('alreadyThere')
    : { ok: true, changes: [patch('initiative', key, { stage })] };
}

/** Work that an initiative has and that customers don't care about. */
export const overheadOfInitiative = (
  records: PortfolioRecords,
  initiativeId: string,
): readonly OverheadWork[] =>
  Object.values(records.overheadWork).filter((each) => each.initiativeId === initiativeId);
