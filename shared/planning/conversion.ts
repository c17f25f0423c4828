import { settingsOf } from '../analysis/initiativeInput.ts';
import { STANDARD_PHASES } from '../analysis/phasePlan.ts';
import type { Change } from '../contract/changes.ts';
import { newPhase, newRelease } from '../domain/defaults.ts';
import type { Initiative, ParameterSetting, PhaseKind, PortfolioRecords } from '../domain/records.ts';
import { addMonths, monthsBetween } from '../domain/time.ts';
import { type ConversionFacts, conversionFacts } from './conversionFacts.ts';
import { initiativeOf } from './initiatives.ts';
import { type NewId, type Planned, patch, put, refuse } from './planned.ts';
import { makeTranches } from './tranches.ts';

/*
 * An initiative keeps the records of both forms: phases and handoffs of the project, people, scope and tranches of the
 * product team. A conversion changes which form counts and adds what was asked; it removes nothing, so that the way
 * back finds everything in its place. What nobody types is not written down: people and scope of a project that
 * became a product team go on to follow from its phases, and the comparison of the two forms stays the same.
 */

/** Answers that turn a project into a product team. Null leaves the matter as it is. */
export interface ToProductAnswers {
  readonly teamPeople: number | null;
  readonly scopePersonDays: number | null;
  /** In minor units. */
  readonly teamDayRate: number | null;
  readonly cadenceMonths: number | null;
  readonly trancheMonths: number | null;
  /** Funds the team in tranches of that length; nothing happens where it has tranches or no dates. */
  readonly tranches: boolean;
  /** Day of the first release; null plans none. */
  readonly firstRelease: string | null;
}

/** Where a project's phases come from: those that are kept from before, the standard split, or none of its own. */
export type PhaseSource = 'kept' | 'standard' | 'none';

/** Answers that turn a product team into a project. */
export interface ToProjectAnswers {
  readonly phases: PhaseSource;
  /** First day of the standard phases. */
  readonly startDate: string | null;
}

/** What new records of a conversion are called, and who sets parameters when. */
export interface ConversionNames {
  readonly releaseName: string;
  readonly trancheName: (number: number) => string;
  readonly phaseName: (kind: PhaseKind) => string;
  readonly by: string;
  /** An instant in UTC. */
  readonly at: string;
}

/** The answers that a person who types nothing gives. */
export function usualToProject(facts: ConversionFacts): ToProjectAnswers {
  const source: PhaseSource =
    facts.phases.length > 0 ? 'kept' : facts.hasTeamPlan && splits(facts) ? 'standard' : 'none';
  return { phases: source, startDate: facts.startDate };
}

/** Less than a month split into five is no plan, and some of its phases would be over before they begin. */
const SHORTEST_MONTHS = 1;
const splits = ({ plan }: ConversionFacts): boolean => plan !== null && plan.projectMonths >= SHORTEST_MONTHS;

/** Turns a project into a product team; one step, see the note above. */
export function convertToProduct(
  records: PortfolioRecords,
  id: string,
  answers: ToProductAnswers,
  names: ConversionNames,
  newId: NewId,
): Planned<{ readonly tranches: number; readonly releases: number }> {
  const initiative = initiativeOf(records, id);
  const facts = conversionFacts(records, id);
  if (!initiative || !facts) return refuse('missing');
  if (initiative.mode === 'product') return refuse('alreadyThere');
  const parameters = withParameters(initiative, answers, facts, names);
  const values: Partial<Initiative> = {
    mode: 'product',
    ...teamPlan(answers, facts),
    ...(answers.teamDayRate === null ? {} : { teamDayRate: answers.teamDayRate }),
    ...(initiative.teamId === null && facts.teamId !== null ? { teamId: facts.teamId } : {}),
    ...(parameters === initiative.parameters ? {} : { parameters }),
  };
  const changes: Change[] = [patch('initiative', id, values)];
  if (answers.firstRelease !== null) {
    const release = newRelease(newId(), id, names.releaseName);
    changes.push(put('release', { ...release, plannedDate: answers.firstRelease }));
  }
  const tranches =
    answers.tranches && facts.startDate !== null && facts.endDate !== null
      ? makeTranches(records, id, {
          months: answers.trancheMonths ?? facts.trancheMonths,
          from: facts.startDate,
          to: facts.endDate,
          name: names.trancheName,
          newId,
        })
      : null;
  if (tranches?.ok) changes.push(...tranches.changes);
  return {
    ok: true,
    changes,
    tranches: tranches?.ok ? tranches.count : 0,
    releases: answers.firstRelease === null ? 0 : 1,
  };
}

/** With either of people and scope typed, both are written: a team's plan is not half its own and half the phases'. */
function teamPlan(answers: ToProductAnswers, { plan }: ConversionFacts): Partial<Initiative> {
  if (answers.teamPeople === null && answers.scopePersonDays === null) return {};
  const teamPeople = answers.teamPeople ?? (plan ? tidy(plan.people) : null);
  const scopePersonDays = answers.scopePersonDays ?? (plan ? tidy(plan.scopePersonDays) : null);
  return {
    ...(teamPeople === null ? {} : { teamPeople }),
    ...(scopePersonDays === null ? {} : { scopePersonDays }),
  };
}

const tidy = (value: number): number => Math.round(value * 100) / 100;

function withParameters(
  { parameters }: Initiative,
  answers: ToProductAnswers,
  facts: ConversionFacts,
  { by, at }: ConversionNames,
): Initiative['parameters'] {
  const set: Record<string, ParameterSetting> = {};
  const { cadenceMonths, trancheMonths } = answers;
  if (cadenceMonths !== null && cadenceMonths !== facts.cadenceMonths)
    set.cadence_months = { value: cadenceMonths, by, at };
  if (trancheMonths !== null && trancheMonths !== facts.trancheMonths)
    set.tranche_months = { value: trancheMonths, by, at };
  return Object.keys(set).length === 0 ? parameters : { ...parameters, ...set };
}

/** Turns a product team into a project; one step, see the note above. */
export function convertToProject(
  records: PortfolioRecords,
  id: string,
  answers: ToProjectAnswers,
  names: ConversionNames,
  newId: NewId,
): Planned<{ readonly phases: number }> {
  const initiative = initiativeOf(records, id);
  const facts = conversionFacts(records, id);
  if (!initiative || !facts) return refuse('missing');
  if (initiative.mode === 'project') return refuse('alreadyThere');
  const changes: Change[] = [patch('initiative', id, { mode: 'project' })];
  if (answers.phases !== 'standard' || facts.phases.length > 0) return { ok: true, changes, phases: 0 };
  const phases = standardPhases(records, initiative, facts, answers.startDate, names, newId);
  return { ok: true, changes: [...changes, ...phases], phases: phases.length };
}

/**
 * The standard split of MODEL.md 2.3 as phases one after the other: as long as the work takes the people, or within
 * the initiative's dates where only money and dates are known. Without a first day they get months and no dates.
 */
function standardPhases(
  records: PortfolioRecords,
  initiative: Initiative,
  facts: ConversionFacts,
  startDate: string | null,
  { phaseName }: ConversionNames,
  newId: NewId,
): readonly Change[] {
  const total = STANDARD_PHASES.reduce((sum, { share }) => sum + share, 0);
  const dated = facts.startDate !== null && facts.endDate !== null;
  const frame = dated ? monthsBetween(facts.startDate!, facts.endDate!) : null;
  const length = facts.hasTeamPlan && facts.plan ? facts.plan.projectMonths : frame;
  if (length === null || length < SHORTEST_MONTHS) return [];
  let done = 0;
  return STANDARD_PHASES.map(({ kind, share }, position) => {
    const months = (length * share) / total;
    const start = startDate === null ? null : addMonths(startDate, done);
    done += months;
    const end = startDate === null ? null : addMonths(startDate, done);
    return put('phase', {
      ...newPhase(newId(), initiative.id, position, kind, phaseName(kind)),
      startDate: start,
      endDate: end,
      months: start === null ? tidy(months) : null,
      people: facts.hasTeamPlan && facts.plan ? tidy(facts.plan.people) : null,
      parallel: initiative.teamParallel,
      dayRate: facts.hasTeamPlan ? ownRate(records, initiative) : null,
      teamId: initiative.teamId,
    });
  });
}

/** A day rate of the initiative's own; the portfolio's rate is not written down, so that it can still change. */
const ownRate = (records: PortfolioRecords, { teamDayRate }: Initiative): number | null =>
  teamDayRate === settingsOf(records).dayRate ? null : teamDayRate;
