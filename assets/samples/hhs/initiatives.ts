import { newInitiative, newPhase, newRelease } from '../../../shared/domain/defaults.ts';
import type { Contribution, Engagement, Initiative, Phase, Release } from '../../../shared/domain/records.ts';
import { activityTitle, phaseKindOf } from '../../../shared/exchange/projects/phaseWords.ts';
import { functionId, serviceId } from './capabilities.ts';
import { addDays, cell, cents, type HhsSource } from './source.ts';
import { titleFromSummary } from './titles.ts';

type Row = Readonly<Record<string, string>>;

const USABLE = 'Usable Functionality';
const MONTH_DAYS = 365.25 / 12;
const WORKING_DAYS = 21;
const MAX_NAME = 500;

export const projectId = (row: Row): string => `hhs-project-${cell(row, 'project_id')}`;
export const investmentId = (uii: string): string => `hhs-investment-${uii}`;

/** An activity with its dates worked out: an actual end where the source gives the days it took. */
interface DatedActivity {
  readonly row: Row;
  readonly start: string;
  readonly end: string;
  readonly actualStart: string;
  readonly actualEnd: string | null;
  readonly cost: number | null;
}

function dated(row: Row): DatedActivity {
  const start = cell(row, 'planned_start');
  const actualStart = addDays(start, Number(cell(row, 'start_delay_days')));
  const days = cell(row, 'actual_days');
  return {
    row,
    start,
    end: cell(row, 'planned_end'),
    actualStart,
    actualEnd: days === '' ? null : addDays(actualStart, Number(days)),
    cost: cents(cell(row, 'planned_cost_usd_m')),
  };
}

export function activitiesByProject(source: HhsSource): ReadonlyMap<string, readonly DatedActivity[]> {
  const groups = new Map<string, DatedActivity[]>();
  for (const row of source.activities) {
    const key = cell(row, 'project_id');
    groups.set(key, [...(groups.get(key) ?? []), dated(row)]);
  }
  for (const list of groups.values())
    list.sort(
      (a, b) => a.start.localeCompare(b.start) || Number(a.row.activity_id) - Number(b.row.activity_id),
    );
  return groups;
}

const kept = (row: Row, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap((column) => (cell(row, column) === '' ? [] : [[column, cell(row, column)]])),
  );

/** A project of the source: its dates and its whole lifecycle cost, which belong together there (business case B1). */
export function makeProject(row: Row, activities: readonly DatedActivity[], dataDate: string): Initiative {
  const start = cell(row, 'start_date');
  const end = cell(row, 'completion_b1');
  const over =
    activities.length > 0 &&
    activities.every((activity) => cell(activity.row, 'status').startsWith('Completed'));
  const actualEnd = cell(row, 'projected_or_actual_completion_b2') || end;
  const done = over && actualEnd <= dataDate;
  return {
    ...newInitiative(
      projectId(row),
      cell(row, 'project_name').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME),
      'project',
    ),
    externalId: cell(row, 'project_id'),
    description: cell(row, 'description').trim(),
    stage: done ? 'done' : start > dataDate ? 'planned' : 'active',
    owner: cell(row, 'bureau'),
    startDate: start,
    endDate: end,
    budget: cents(cell(row, 'lifecycle_cost_usd_m')),
    // "Projected or actual": only of a finished project is it money spent.
    spent: done ? cents(cell(row, 'projected_or_actual_cost_usd_m')) : null,
    collaborationGroup: cell(row, 'uii'),
    extra: kept(row, [
      'uii',
      'investment_title',
      'suppliers',
      'planned_completion_b2',
      'projected_or_actual_completion_b2',
      'planned_cost_usd_m',
      'projected_or_actual_cost_usd_m',
      'activities',
      'usable_functionality_outputs',
      'activities_closed',
    ]),
  };
}

/** An activity is a phase with its own dates, also where it overlaps others: what runs in parallel is part of the record. */
export function makePhases(row: Row, activities: readonly DatedActivity[]): readonly Phase[] {
  return activities.map((activity, position) => {
    const name = cell(activity.row, 'activity_name');
    const id = cell(activity.row, 'activity_id');
    return {
      ...newPhase(
        `hhs-activity-${id}`,
        projectId(row),
        position,
        phaseKindOf(name).kind,
        activityTitle(name).slice(0, MAX_NAME),
      ),
      startDate: activity.start,
      endDate: activity.end,
      actualStartDate: activity.actualStart,
      actualEndDate: activity.actualEnd,
      cost: activity.cost,
      externalId: id,
    };
  });
}

/**
 * Outputs that the source marks "Usable Functionality", as releases of their project in order of their planned end.
 * The share of scope that is out is the share of planned cost of these outputs, the only measure of size there is.
 */
export function makeReleases(row: Row, activities: readonly DatedActivity[]): readonly Release[] {
  const outputs = activities
    .filter((activity) => activity.row.output_type === USABLE)
    .sort((a, b) => a.end.localeCompare(b.end) || Number(a.row.activity_id) - Number(b.row.activity_id));
  const total = outputs.reduce((sum, output) => sum + (output.cost ?? 0), 0);
  let out = 0;
  return outputs.map((output, index) => {
    out += output.cost ?? 0;
    const share = total > 0 ? out / total : (index + 1) / outputs.length;
    const id = cell(output.row, 'activity_id');
    const title = activityTitle(cell(output.row, 'activity_name')).slice(0, MAX_NAME);
    return {
      ...newRelease(`hhs-output-${id}`, projectId(row), title),
      plannedDate: output.end,
      actualDate: output.actualEnd,
      scopeShare: Math.min(1, Math.round(share * 1e6) / 1e6),
      externalId: id,
    };
  });
}

/** An investment as a candidate for a product team. Not funded: its money is in its projects, and must count once. */
export function makeCandidate(investment: Row, projects: readonly Row[], dayRate: number): Initiative {
  const uii = cell(investment, 'uii');
  const summary = cell(investment, 'summary').trim();
  const title = cell(investment, 'title').trim();
  const cost = projects.reduce((sum, row) => sum + (cents(cell(row, 'lifecycle_cost_usd_m')) ?? 0), 0);
  const first = projects.map((row) => cell(row, 'start_date')).sort()[0] ?? null;
  const last =
    projects
      .map((row) => cell(row, 'completion_b1'))
      .sort()
      .at(-1) ?? null;
  const months =
    first === null || last === null ? 0 : (Date.parse(last) - Date.parse(first)) / 86_400_000 / MONTH_DAYS;
  const scope = cost > 0 && months > 0 ? cost / dayRate : null;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    ...newInitiative(investmentId(uii), title === '' ? titleFromSummary(uii, summary) : title, 'product'),
    externalId: uii,
    description: summary,
    stage: 'candidate',
    status: `CIO rating ${cell(investment, 'cio_rating_1to5')} of 5`,
    owner: cell(investment, 'bureau'),
    startDate: first,
    funded: false,
    collaborationGroup: uii,
    teamPeople: scope === null ? null : round(scope / (WORKING_DAYS * months)),
    scopePersonDays: scope === null ? null : round(scope),
    extra: {
      ...kept(investment, [
        'dme_spend_usd_m',
        'last_baseline',
        'rebaselines',
        'suppliers',
        'contracts',
        'contracts_usd_m',
        'metrics',
      ]),
      assumption:
        scope === null
          ? 'No project of this investment is published, so its scope and team are not known.'
          : `Scope is the lifecycle cost of its ${projects.length} projects divided by the portfolio's day rate; people is that scope spread over the ${round(months)} months from their first start to their last end, at ${WORKING_DAYS} days a month.`,
      ...(title === '' ? { 'name made from': 'summary' } : {}),
    },
  };
}

/**
 * The release cadence that the projects of an investment show: one release for each day on which some usable output
 * came or is to come. They carry no share of scope and no value, so that nothing of the projects counts twice.
 */
export function observedReleases(uii: string, releases: readonly Release[]): readonly Release[] {
  const days = new Map<string, Release[]>();
  for (const release of releases) {
    const day = release.actualDate ?? release.plannedDate;
    if (day !== null) days.set(day, [...(days.get(day) ?? []), release]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, outputs]) => ({
      ...newRelease(
        `hhs-cadence-${uii}-${day}`,
        investmentId(uii),
        outputs
          .map((output) => output.name)
          .join('; ')
          .slice(0, MAX_NAME)
          .trim(),
      ),
      plannedDate: outputs.map((output) => output.plannedDate ?? day).sort()[0] ?? day,
      actualDate: outputs.every((output) => output.actualDate !== null) ? day : null,
    }));
}

/** Half of the effort for the function, half for the service: the two name the same work twice. */
export function makeContributions(initiativeId: string, row: Row): readonly Contribution[] {
  const [forFunction, forService] = [
    functionId(cell(row, 'business_function')),
    serviceId(cell(row, 'service')),
  ];
  return [forFunction, forService].map((capabilityId) => ({
    id: `${initiativeId}-${capabilityId.replace('hhs-', '')}`,
    initiativeId,
    capabilityId,
    weight: 0.5,
  }));
}

/** The suppliers that the source names for a project, without amounts: contracts are let by the investment. */
export function projectEngagements(row: Row, partnerOf: (spelling: string) => string): readonly Engagement[] {
  const names = cell(row, 'suppliers')
    .split(';')
    .filter((name) => name.trim() !== '');
  const spellings = new Map<string, string[]>();
  for (const name of names)
    spellings.set(partnerOf(name), [...(spellings.get(partnerOf(name)) ?? []), name.trim()]);
  return [...spellings].map(([partnerId, spelt]) => ({
    id: `${projectId(row)}-${partnerId.replace('hhs-', '')}`,
    initiativeId: projectId(row),
    partnerId,
    description: spelt.join('; '),
    amount: null,
    externalId: null,
  }));
}

/** Every contract of the source: from the investment that let it to the supplier that delivers it. */
export function contractEngagements(
  source: HhsSource,
  partnerOf: (spelling: string) => string,
): readonly Engagement[] {
  const uiiOf = new Map([...source.nodeOfInvestment].map(([uii, node]) => [node, uii]));
  const supplier = new Map(source.suppliers.map((row) => [cell(row, 'node'), cell(row, 'name')]));
  const deliveredBy = new Map<string, string>();
  const letBy = new Map<string, string>();
  for (const row of source.relations) {
    if (row.relation === 'delivers') deliveredBy.set(cell(row, 'to'), cell(row, 'from'));
    if (row.relation === 'lets_contract') letBy.set(cell(row, 'to'), cell(row, 'from'));
  }
  return source.contracts.map((row) => {
    const node = cell(row, 'node');
    const uii = uiiOf.get(letBy.get(node) ?? '');
    const name = supplier.get(deliveredBy.get(node) ?? '');
    if (uii === undefined || name === undefined)
      throw new Error(`contract ${node} has no investment or no supplier`);
    return {
      id: `hhs-contract-${node}`,
      initiativeId: investmentId(uii),
      partnerId: partnerOf(name),
      description: cell(row, 'Description').trim(),
      amount: cents(cell(row, 'Contract_size')),
      externalId: cell(row, 'ID'),
    };
  });
}
