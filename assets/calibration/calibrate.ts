import { monthsBetween } from '../../shared/domain/time.ts';
import { quantile7 } from '../../shared/model/distributions.ts';

/**
 * What two real data sets say about the model's defaults: release histories of 19 products, and the activities and
 * projects of the US Department of Health and Human Services in 2012. Pure: text in, figures out.
 */

export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface Calibration {
  readonly releaseCadence: {
    readonly since: string;
    /** Median months between feature releases (first version of a new major or minor number), product by product. */
    readonly products: readonly {
      readonly product: string;
      readonly featureReleases: number;
      readonly medianMonths: number;
    }[];
    readonly overProducts: Spread;
  };
  readonly hhs: {
    /** Actual over planned days of activities that are closed. */
    readonly durationRatio: Spread;
    /** Share of closed activities that took more than 1.5 times their plan. */
    readonly durationAboveHalf: number;
    readonly startDelayDays: Spread;
    readonly startedLateShare: number;
    readonly startedOnPlanShare: number;
    /** Projected or actual over planned cost of projects with a planned cost. */
    readonly costRatio: Spread;
    readonly costAboveHalf: number;
    readonly usableFunctionalityShare: number;
    /** Months between usable outputs of one investment, pooled. */
    readonly monthsBetweenUsableOutputs: Spread;
  };
}

/** Mean and quantiles of at least one number. Throws a RangeError for none, since a spread of nothing is not known. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('a spread needs at least one value');
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p10: quantile7(sorted, 0.1),
    p50: quantile7(sorted, 0.5),
    p90: quantile7(sorted, 0.9),
  };
}

const shareAbove = (values: readonly number[], limit: number): number =>
  values.filter((value) => value > limit).length / values.length;

type Row = Readonly<Record<string, string>>;

/** Products whose second number counts patches: only a new first number brings features. */
const MAJOR_ONLY = new Set(['debian', 'keycloak', 'nextcloud', 'nodejs', 'postgresql']);

/** Days on which a product first released a new major or minor version, in order, from `since` on. */
export function featureReleaseDays(
  product: string,
  versions: Readonly<Record<string, { readonly date: string }>>,
  since: string,
): string[] {
  const first = new Map<string, string>();
  for (const [version, { date }] of Object.entries(versions)) {
    // A pre-release is not a release that customers can use.
    const match = /^v?(\d+)\.(\d+)(?:\.\d+)*$/.exec(version) ?? /^v?(\d+)()$/.exec(version);
    if (!match) continue;
    const series = MAJOR_ONLY.has(product) ? match[1] : `${match[1]}.${match[2]}`;
    if (series === undefined) continue;
    const known = first.get(series);
    if (known === undefined || date < known) first.set(series, date);
  }
  return [...new Set(first.values())].filter((date) => date >= since).sort();
}

const gaps = (days: readonly string[]): number[] =>
  days.slice(1).map((day, i) => monthsBetween(days[i] as string, day));

/**
 * The figures of both data sets. `histories` is product to its dated versions; `activities` and `projects` are rows
 * of hhs_project_activities.csv and hhs_projects.csv, joined by `project_id`.
 */
export function calibrate(
  histories: Readonly<Record<string, Readonly<Record<string, { readonly date: string }>>>>,
  activities: readonly Row[],
  projects: readonly Row[],
  since = '2021-01-01',
): Calibration {
  const products = Object.entries(histories).map(([product, versions]) => {
    const days = featureReleaseDays(product, versions, since);
    return { product, featureReleases: days.length, medianMonths: spread(gaps(days)).p50 };
  });

  const closed = activities.filter(
    (a) => a.status?.startsWith('Completed') && a.actual_days !== '' && Number(a.planned_days) > 0,
  );
  const durations = closed.map((a) => Number(a.actual_days) / Number(a.planned_days));
  const delays = activities.filter((a) => a.start_delay_days !== '').map((a) => Number(a.start_delay_days));
  const costs = projects
    .filter((p) => Number(p.planned_cost_usd_m) > 0 && p.projected_or_actual_cost_usd_m !== '')
    .map((p) => Number(p.projected_or_actual_cost_usd_m) / Number(p.planned_cost_usd_m));

  const investment = new Map(projects.map((p) => [p.project_id, p.uii]));
  const usable = activities.filter((a) => a.output_type === 'Usable Functionality');
  const usableDays = new Map<string, Set<string>>();
  for (const activity of usable) {
    const uii = investment.get(activity.project_id);
    if (!uii || !activity.planned_end) continue;
    usableDays.set(uii, (usableDays.get(uii) ?? new Set()).add(activity.planned_end));
  }
  return {
    releaseCadence: { since, products, overProducts: spread(products.map((p) => p.medianMonths)) },
    hhs: {
      durationRatio: spread(durations),
      durationAboveHalf: shareAbove(durations, 1.5),
      startDelayDays: spread(delays),
      startedLateShare: shareAbove(delays, 0),
      startedOnPlanShare: delays.filter((days) => days === 0).length / delays.length,
      costRatio: spread(costs),
      costAboveHalf: shareAbove(costs, 1.5),
      usableFunctionalityShare: usable.length / activities.filter((a) => a.output_type !== '').length,
      monthsBetweenUsableOutputs: spread([...usableDays.values()].flatMap((days) => gaps([...days].sort()))),
    },
  };
}
