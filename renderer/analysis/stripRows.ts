import { median } from 'd3-array';
import { monthsBetweenReleases } from '../../shared/analysis/headline.ts';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { portfolioIndex } from '../../shared/analysis/portfolioIndex.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber } from '../../shared/domain/time.ts';
import { missingAtGate, pressReleases } from '../../shared/planning/pressRelease.ts';
import { toMajor } from '../../shared/text/format.ts';
import type { StripRelease, StripRow } from '../charts/cadenceStrip/stripData.ts';
import type { Billed } from './wasteBill.ts';

/** Fewer releases on record say nothing about a cadence. */
const LEAST_RECORDED = 3;

/** The initiatives with what is recorded and modelled of their releases, the steadiest first, those without a cadence last. */
export function stripRows(records: PortfolioRecords, initiatives: readonly Billed[]): readonly StripRow[] {
  const { currency } = settingsOf(records);
  const { releases: recordedOf } = portfolioIndex(records);
  const written = pressReleases(records.pressRelease);
  const rows = initiatives.map(({ id, name, mode, headline }): StripRow => {
    const recorded = (recordedOf.get(id) ?? []).flatMap((release): Omit<StripRelease, 'first'>[] => {
      const day = release.actualDate ?? release.plannedDate;
      if (day === null) return [];
      return [
        {
          kind: release.actualDate === null ? 'planned' : 'out',
          day: dayNumber(day),
          name: release.name,
          measured:
            release.measuredValuePerMonth === null ? null : toMajor(release.measuredValuePerMonth, currency),
        },
      ];
    });
    const months = headline?.[mode].releases;
    const start = headline?.startDate ?? null;
    const modelled =
      !months || start === null
        ? []
        : Array.from(
            months,
            (month): Omit<StripRelease, 'first'> => ({
              kind: 'modelled',
              day: dayNumber(start) + month * DAYS_PER_CALENDAR_MONTH,
              name: null,
              measured: null,
            }),
          );
    const all = [...recorded, ...modelled].sort((a, b) => a.day - b.day);
    const out = all.filter(({ kind }) => kind === 'out');
    const first = out[0] ?? modelled[0];
    const modelledCadence = months ? monthsBetweenReleases(months) : null;
    const ownCadence = recordedCadence(out.map(({ day }) => day));
    return {
      id,
      name,
      mode,
      cadence: ownCadence ?? modelledCadence,
      cadenceModelled: ownCadence === null && modelledCadence !== null,
      never: months !== undefined && months.length === 0,
      horizonMonths: headline?.horizonMonths ?? 0,
      releases: all.map((release) => ({ ...release, first: release === first })),
      // The gate is before the work: of what is done or stopped nothing is asked any more.
      pressLacks: ['done', 'stopped'].includes(records.initiative[id]?.stage ?? '')
        ? []
        : missingAtGate(written.get(id) ?? null),
    };
  });
  return rows.sort(
    (a, b) =>
      (a.cadence ?? Number.POSITIVE_INFINITY) - (b.cadence ?? Number.POSITIVE_INFINITY) ||
      Number(a.never) - Number(b.never) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Median months between the days of releases that are out; several on one day are one. */
function recordedCadence(days: readonly number[]): number | null {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  if (distinct.length < LEAST_RECORDED) return null;
  const gap = median(distinct.slice(1), (day, k) => day - distinct[k]!);
  return gap === undefined ? null : gap / DAYS_PER_CALENDAR_MONTH;
}
