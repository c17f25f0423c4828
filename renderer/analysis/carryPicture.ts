import { useMemo } from 'react';
import { carrierRows, carriersOf, carrierTeams } from '../../shared/analysis/carrierMatrix.ts';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { portfolioIndex } from '../../shared/analysis/portfolioIndex.ts';
import { type RolesSwitching, roleSwitching } from '../../shared/analysis/roleSwitching.ts';
import { scheduleOf } from '../../shared/analysis/schedule.ts';
import { teamLoads } from '../../shared/analysis/teamLoad.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { dayNumber } from '../../shared/domain/time.ts';
import type { CarryData } from '../charts/carry/carryData.ts';
import type { LoadData } from '../charts/carry/loadLayout.ts';
import { quartersBetween } from '../charts/timeline/calendar.ts';
import { capabilityNames } from '../state/capabilityNames.ts';
import { useScatterLosses } from './useScatterLosses.ts';

/** The day that "now" means: that of the data, else today. */
export const dataDay = (records: PortfolioRecords): number =>
  dayNumber(settingsOf(records).dataDate ?? new Date().toISOString().slice(0, 10));

/** Who carries what on a day (null: the day of the data), for the picture. */
export function carryData(records: PortfolioRecords, day: number | null): Omit<CarryData, 'losses'> {
  const now = dataDay(records);
  const rows = carrierRows(records, day ?? now);
  const names = capabilityNames(records.capability);
  return {
    rows,
    teamIds: carrierTeams(rows),
    scatters: carriersOf(records).scatters,
    day: day ?? now,
    now,
    nameOf: (kind, id) => (kind === 'capability' ? names.get(id) : records[kind][id]?.name) ?? id,
  };
}

/** Days of the longest quarter: ranges of what goes in a chosen one come before those of what goes after it. */
const QUARTER = 93;

/** Quarters that the load is shown for: two before the day of the data and eight from it on. */
const [BEFORE, AFTER] = [182, 640];

/** What each team is asked for against the people it has, the most overloaded first. */
export function loadData(records: PortfolioRecords): LoadData {
  const now = dataDay(records);
  const quarters = quartersBetween(now - BEFORE, now + AFTER, settingsOf(records).fiscalYearStartMonth);
  const { phases } = portfolioIndex(records);
  const schedules = new Map(
    Object.values(records.initiative).map((initiative) => [
      initiative.id,
      scheduleOf(initiative, phases.get(initiative.id) ?? []),
    ]),
  );
  const teams = teamLoads(records, schedules, quarters)
    .filter(({ loads }) => loads.some(({ people, unknown }) => unknown > 0 || (people ?? 0) > 0))
    .map((team) => ({ ...team, name: records.team[team.teamId]?.name ?? team.teamId }));
  return { teams, quarters, now };
}

/** The picture's data for a view, made again only when the records or the day change. */
export function useCarryData(records: PortfolioRecords, day: number | null, currency: string): CarryData {
  const data = useMemo(() => carryData(records, day), [records, day]);
  const losses = useScatterLosses(data.scatters, (day ?? data.now) - (day === null ? 0 : QUARTER), currency);
  return useMemo(() => ({ ...data, losses }), [data, losses]);
}

/** Loads and switching for a view. */
export const useLoads = (
  records: PortfolioRecords,
): { readonly load: LoadData; readonly roles: RolesSwitching } =>
  useMemo(() => ({ load: loadData(records), roles: roleSwitching(records) }), [records]);
