import { newPortfolio } from '../domain/defaults.ts';
import type {
  Initiative,
  ParameterSetting,
  Portfolio,
  PortfolioRecords,
  Release,
} from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import { DEFAULT_PARAMETERS } from '../model/parameters.ts';
import type { Provenance, ProvenanceMap } from '../model/receiptTypes.ts';
import type {
  ModelActualRelease,
  ModelInitiative,
  ModelParameterOverrides,
  ModelValue,
} from '../model/types.ts';
import { minorDigits } from '../text/format.ts';
import type { Assumption } from './assumptions.ts';
import { type MissingFact, phaseDelivery, standardDelivery, teamDelivery } from './delivery.ts';
import { ledgerPlaces, ledgerWaits, recordedRetention, withLedgerWaits } from './ledgerInput.ts';
import { planOrder, STANDARD_PHASES } from './phasePlan.ts';
import { portfolioIndex } from './portfolioIndex.ts';

export interface InitiativeInput {
  /** Null when facts are missing; money in whole currency units, months from `startDate`. */
  readonly input: ModelInitiative | null;
  readonly missing: readonly MissingFact[];
  /** Values that a rule filled in, for people to see and to replace. */
  readonly assumptions: readonly Assumption[];
  /** Source of each parameter id and each input path (`phases.0.people`, `value.per_month`); absent = default. */
  readonly provenance: ProvenanceMap;
  /** Month 0 of the model on the calendar, where it is known. */
  readonly startDate: string | null;
  /** False when nobody said what it is worth: figures in value are then not known. */
  readonly valueKnown: boolean;
  /** For each of the model's phases the records it was made from; empty for phases by rule. */
  readonly phaseIds: readonly (readonly string[])[];
}

/** Shortest and longest time between releases that is taken from the record as a cadence (MODEL.md 2.2 range), in months. */
const CADENCE_RANGE = [0.1, 12] as const;

/** The portfolio's settings; defaults for a portfolio that has none yet. */
export const settingsOf = (records: PortfolioRecords): Portfolio =>
  records.portfolio.portfolio ?? newPortfolio('');

/** The portfolio's own parameter values, which replace the model's defaults. */
export function portfolioParameters(portfolio: Portfolio): ModelParameterOverrides {
  return valuesOf(portfolio.parameters);
}

const valuesOf = (settings: Readonly<Record<string, ParameterSetting>>): ModelParameterOverrides =>
  Object.fromEntries(
    Object.entries(settings).map(([id, setting]) => [id, setting.value]),
  ) as ModelParameterOverrides;

/** Working days in a month: as the initiative says, else the portfolio, else the model. */
export const daysPerMonthOf = (portfolio: Portfolio, initiative: Initiative): number =>
  valuesOf({ ...portfolio.parameters, ...initiative.parameters }).days_per_month ??
  DEFAULT_PARAMETERS.days_per_month;

/**
 * One initiative of the portfolio as the model's input (MODEL.md 2.1): its recorded delivery in the form that is
 * there (phases for a project, team and scope for a product team), whichever mode it is set to, so that setting the
 * mode of an initiative with one form changes no figure of the comparison; with both forms, the mode decides. What
 * nobody recorded is filled by a named rule or reported as missing, never guessed silently. With neither form, the
 * budget is the plan of the mode that is set (MODEL.md 2.3: the declared mode books the declared effort), and setting
 * the other mode changes both sides of the comparison; the assumption `budgetOfMode` says so.
 * The handoff ledger is part of the record: its waits stand before the phases of a project, and its known shares of
 * knowledge kept give the initiative's handoff_retention.
 */
export function initiativeInput(records: PortfolioRecords, id: string): InitiativeInput {
  const initiative = records.initiative[id];
  const portfolio = settingsOf(records);
  if (!initiative) return unknownInput([{ code: 'delivery', field: 'initiative.id' }]);
  const index = portfolioIndex(records);
  const releases = index.releases.get(id) ?? [];
  const phaseRecords = planOrder(index.phases.get(id) ?? []);
  const handoffs = index.handoffs.get(id) ?? [];
  const phaseOrder: readonly (string | null)[] =
    phaseRecords.length > 0 ? phaseRecords.map((phase) => phase.id) : STANDARD_PHASES.map(() => null);
  const waits = ledgerWaits(ledgerPlaces(handoffs, phaseOrder));
  const minor = 10 ** minorDigits(portfolio.currency);
  const major = (amount: number): number => amount / minor;
  const parameters = valuesOf({ ...portfolio.parameters, ...initiative.parameters });
  const context = {
    daysPerMonth: daysPerMonthOf(portfolio, initiative),
    dayRate: portfolio.dayRate === null ? null : major(portfolio.dayRate),
    major,
  };
  const firstPhase = phaseRecords.reduce<string | null>(
    (first, phase) =>
      phase.startDate !== null && (first === null || phase.startDate < first) ? phase.startDate : first,
    null,
  );
  const startDate = initiative.startDate ?? firstPhase;

  const hasTeam = initiative.teamPeople !== null || initiative.scopePersonDays !== null;
  const useTeam =
    initiative.mode === 'product'
      ? hasTeam || phaseRecords.length === 0
      : hasTeam && phaseRecords.length === 0;
  const delivery = useTeam
    ? teamDelivery(initiative, context)
    : phaseRecords.length > 0
      ? phaseDelivery(initiative, withLedgerWaits(phaseRecords, waits), context)
      : standardDelivery(initiative, context, waits);
  if (delivery.missing.length > 0)
    return { ...unknownInput(delivery.missing), assumptions: delivery.assumptions, startDate };

  const assumptions: Assumption[] = [...delivery.assumptions];
  if (!hasTeam && phaseRecords.length === 0)
    assumptions.push({ code: 'budgetOfMode', field: 'initiative.mode' });
  const provenance: Record<string, Provenance> = { ...delivery.provenance };
  const value = modelValue(initiative, portfolio, delivery.cost, major, provenance, assumptions);
  const own: Record<string, unknown> = { ...valuesOf(initiative.parameters) };
  for (const [key, setting] of Object.entries(portfolio.parameters)) {
    provenance[key] = { source: 'portfolio', by: setting.by, at: setting.at };
  }
  for (const [key, setting] of Object.entries(initiative.parameters)) {
    provenance[key] = { source: 'initiative', by: setting.by, at: setting.at };
  }
  if (!value.entered && initiative.parameters.gate_enabled === undefined) {
    // A gate weighs value against cost; it must not stop work over a value that nobody entered.
    own.gate_enabled = false;
    provenance.gate_enabled = { source: 'derived' };
  }
  const cadence = observedCadence(releases);
  if (cadence !== null && parameters.cadence_months === undefined) {
    own.cadence_months = cadence;
    provenance.cadence_months = { source: 'derived' };
    assumptions.push({ code: 'cadenceObserved', field: 'release.plannedDate' });
  }
  const kept = recordedRetention(handoffs);
  if (kept !== null && initiative.parameters.handoff_retention === undefined) {
    // What was recorded about this very work goes before a value for the whole portfolio.
    own.handoff_retention = kept;
    provenance.handoff_retention = { source: 'derived' };
  }
  delivery.phaseIds.forEach((ids, i) => {
    const places = ids.length > 0 ? ids.map((phaseId) => phaseOrder.indexOf(phaseId)) : [i];
    if (places.some((place) => waits.has(place)))
      provenance[`phases.${i}.wait_months`] = { source: 'derived' };
  });
  const items = index.scopeItems.get(id) ?? [];
  const actual = actualReleases(releases, startDate, major, assumptions);
  return {
    input: {
      id,
      name: initiative.name,
      description: initiative.description,
      mode: delivery.product ? 'product' : 'project',
      value: value.model,
      params: own as ModelParameterOverrides,
      ...(delivery.phases ? { phases: delivery.phases } : {}),
      ...(delivery.product ? { product: delivery.product } : {}),
      ...(items.length > 0
        ? {
            scope_items: items.map((item) => ({
              id: item.id,
              pd: item.personDays,
              value_share: item.valueShare,
              useful: item.useful,
              mlp: item.mlp,
            })),
          }
        : {}),
      ...(actual.length > 0 ? { actual_releases: actual } : {}),
      ...(initiative.startWaitMonths !== null ? { start_wait_months: initiative.startWaitMonths } : {}),
    },
    missing: [],
    assumptions,
    provenance,
    startDate,
    valueKnown: value.known,
    phaseIds: delivery.phaseIds,
  };
}

const unknownInput = (missing: readonly MissingFact[]): InitiativeInput => ({
  input: null,
  missing,
  assumptions: [],
  provenance: {},
  startDate: null,
  valueKnown: false,
  phaseIds: [],
});

function modelValue(
  initiative: Initiative,
  portfolio: Portfolio,
  cost: number,
  major: (minor: number) => number,
  provenance: Record<string, Provenance>,
  assumptions: Assumption[],
): { model: ModelValue; known: boolean; entered: boolean } {
  const rest = {
    ...(initiative.valueDecayMonthly !== null ? { decay_monthly: initiative.valueDecayMonthly } : {}),
    ...(initiative.valueEndMonth !== null ? { end_month: initiative.valueEndMonth } : {}),
    ...(initiative.deadlineMonth !== null ? { deadline_month: initiative.deadlineMonth } : {}),
    ...(initiative.penaltyPerMonth !== null ? { penalty_per_month: major(initiative.penaltyPerMonth) } : {}),
  };
  if (initiative.valuePerMonth !== null) {
    provenance['value.per_month'] = { source: 'initiative' };
    return { model: { per_month: major(initiative.valuePerMonth), ...rest }, known: true, entered: true };
  }
  if (portfolio.assumedPaybackMonths !== null && cost > 0) {
    provenance['value.per_month'] = { source: 'portfolio' };
    assumptions.push({ code: 'valueAssumed', field: 'portfolio.assumedPaybackMonths' });
    return {
      model: { per_month: cost / portfolio.assumedPaybackMonths, ...rest },
      known: true,
      entered: false,
    };
  }
  provenance['value.per_month'] = { source: 'initiative', unknown: true };
  assumptions.push({ code: 'valueUnknown', field: 'initiative.valuePerMonth' });
  return { model: { per_month: 0, ...rest }, known: false, entered: false };
}

/** Median months between the release days on record, when there are at least three of them. */
export function observedCadence(releases: readonly Release[]): number | null {
  const days = [
    ...new Set(releases.flatMap((release) => release.actualDate ?? release.plannedDate ?? [])),
  ].sort();
  if (days.length < 3) return null;
  const gaps = days
    .slice(1)
    .map((day, i) => monthsBetween(days[i] as string, day))
    .sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const median =
    gaps.length % 2 === 1
      ? (gaps[middle] as number)
      : ((gaps[middle - 1] as number) + (gaps[middle] as number)) / 2;
  return median >= CADENCE_RANGE[0] && median <= CADENCE_RANGE[1] ? median : null;
}

/** Releases that are out and say how much of the scope they cover, in the model's terms. */
function actualReleases(
  releases: readonly Release[],
  startDate: string | null,
  major: (minor: number) => number,
  assumptions: Assumption[],
): ModelActualRelease[] {
  if (startDate === null) return [];
  const result: ModelActualRelease[] = [];
  for (const release of [...releases].sort((a, b) =>
    (a.actualDate ?? '').localeCompare(b.actualDate ?? ''),
  )) {
    if (release.actualDate === null || release.scopeShare === null) continue;
    const month = monthsBetween(startDate, release.actualDate);
    if (month < 0) {
      assumptions.push({ code: 'releaseBeforeStart', field: `release.${release.id}.actualDate` });
      continue;
    }
    result.push({
      month,
      scope_share: release.scopeShare,
      ...(release.measuredValuePerMonth !== null
        ? { measured_per_month: major(release.measuredValuePerMonth) }
        : {}),
    });
  }
  return result;
}
