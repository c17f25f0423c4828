import type {
  Capability,
  Initiative,
  Partner,
  Phase,
  Portfolio,
  PortfolioRecords,
  Release,
  TableName,
  Team,
} from './records.ts';
import { tableNames } from './records.ts';

/** A new portfolio's settings: everything that nobody has said yet is unknown. */
export function newPortfolio(name: string, currency = 'USD'): Portfolio {
  return {
    id: 'portfolio',
    name,
    description: '',
    currency,
    fiscalYearStartMonth: 1,
    dataDate: null,
    dayRate: null,
    assumedPaybackMonths: null,
    draws: 1000,
    seed: 42,
    duplicateThreshold: 0.5,
    parameters: {},
  };
}

/** The currency with which a new portfolio starts for somebody who speaks that language (`zh…` or another). */
export const usualCurrency = (language: string): string => (language.startsWith('zh') ? 'CNY' : 'USD');

/** A new initiative with only a name known. */
export function newInitiative(id: string, name: string, mode: Initiative['mode'] = 'project'): Initiative {
  return {
    id,
    externalId: null,
    name,
    description: '',
    mode,
    stage: null,
    status: null,
    owner: null,
    teamId: null,
    startDate: null,
    endDate: null,
    budget: null,
    spent: null,
    funded: true,
    collaborationGroup: null,
    valuePerMonth: null,
    valueDecayMonthly: null,
    valueEndMonth: null,
    deadlineMonth: null,
    penaltyPerMonth: null,
    teamPeople: null,
    teamAllocation: null,
    teamParallel: null,
    teamDayRate: null,
    scopePersonDays: null,
    familiarity: null,
    startWaitMonths: null,
    parameters: {},
    extra: {},
    overhead: false,
    retired: false,
  };
}

/** A new team with only a name known. */
export function newTeam(id: string, name: string): Team {
  return { id, name, mission: '', stableSince: null, decidesAlone: '', platforms: [], disbandsOn: null };
}

/** A new capability with only name and place known. */
export function newCapability(id: string, name: string, parentId: string | null): Capability {
  return {
    id,
    parentId,
    position: 0,
    code: null,
    name,
    description: '',
    importance: null,
    currentMaturity: null,
    targetMaturity: null,
    neededMoney: null,
    ownerTeamId: null,
    retired: false,
  };
}

/** A new partner with only a name known. */
export function newPartner(id: string, name: string): Partner {
  return {
    id,
    name,
    description: '',
    relationship: null,
    exitReadiness: null,
    contractEnd: null,
    retired: false,
  };
}

/** A new release with only a name known. */
export function newRelease(id: string, initiativeId: string, name: string): Release {
  return {
    id,
    initiativeId,
    name,
    plannedDate: null,
    actualDate: null,
    scopeShare: null,
    plannedValuePerMonth: null,
    measuredValuePerMonth: null,
    hypothesis: '',
    learned: '',
    externalId: null,
  };
}

/** A new phase with only its place and kind known. */
export function newPhase(
  id: string,
  initiativeId: string,
  position: number,
  kind: Phase['kind'],
  name: string,
): Phase {
  return {
    id,
    initiativeId,
    position,
    kind,
    name,
    startDate: null,
    endDate: null,
    actualStartDate: null,
    actualEndDate: null,
    months: null,
    waitMonths: null,
    people: null,
    allocation: null,
    parallel: null,
    dayRate: null,
    carryOver: null,
    cost: null,
    teamId: null,
    externalId: null,
  };
}

/** Record maps with nothing in them. */
export function emptyRecords(): PortfolioRecords {
  return Object.fromEntries(tableNames.map((name: TableName) => [name, {}])) as unknown as PortfolioRecords;
}
