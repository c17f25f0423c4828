import { settingsOf } from '../analysis/initiativeInput.ts';
import type { Change } from '../contract/changes.ts';
import type { Finding, FindingType } from '../coverage/findings.ts';
import { newInitiative, newPartner } from '../domain/defaults.ts';
import type { DecisionOption, Initiative, PortfolioRecords } from '../domain/records.ts';
import { addCalendarMonths } from '../domain/time.ts';
import { mergeInitiatives } from '../planning/initiativesMerge.ts';
import { type NewId, patch, put } from '../planning/planned.ts';
import { toMinor } from '../text/format.ts';

export type OptionKind = DecisionOption['kind'];

/** Ways to close each kind of finding, in the order in which they are offered. */
const kindsFor: Readonly<Record<FindingType, readonly OptionKind[]>> = {
  GAP_NONE: ['build', 'partner', 'accept'],
  GAP_UNDER: ['extend', 'build', 'convert', 'partner', 'accept'],
  OVER_INVESTED: ['retire', 'split', 'accept'],
  INVEST_NO_DEMAND: ['retire', 'accept'],
  UNMAPPED: ['retire', 'accept'],
  OVERLAP: ['merge', 'retire', 'convert', 'split', 'accept'],
  COLLABORATION: ['accept', 'merge'],
  CONCENTRATION: ['partner', 'accept'],
  LOCK_IN: ['partner', 'accept'],
  ORPHAN: ['convert', 'build', 'extend', 'accept'],
  DUPLICATE_TEXT: ['merge', 'retire', 'accept'],
};

/** The kinds of option that a finding can be closed by; doing nothing on purpose is always one. */
export const optionKindsFor = (type: FindingType): readonly OptionKind[] => kindsFor[type];

/** What new records of an option are called. */
export interface OptionNames {
  /** The initiative that would be built for a capability. */
  readonly initiative: (capability: string) => string;
  readonly partner: string;
}

/** What an option would write; `changes` is empty for accepting, and null where nobody can know what it would be. */
export interface OptionChanges {
  readonly kind: OptionKind;
  readonly changes: readonly Change[] | null;
  /** Money that it asks for in minor units; null when not known. */
  readonly cost: number | null;
  /** Names of the initiatives it is about, for its title. */
  readonly about: readonly string[];
}

/** What each option of a finding would write into the plan. */
export function findingOptions(
  records: PortfolioRecords,
  finding: Finding,
  names: OptionNames,
  newId: NewId,
): readonly OptionChanges[] {
  return kindsFor[finding.type].map((kind) => optionOf(records, finding, kind, names, newId));
}

const unknown = (kind: OptionKind): OptionChanges => ({ kind, changes: null, cost: null, about: [] });

function optionOf(
  records: PortfolioRecords,
  finding: Finding,
  kind: OptionKind,
  names: OptionNames,
  newId: NewId,
): OptionChanges {
  const involved = initiativesOf(records, finding);
  const [lead, other] = involved;
  switch (kind) {
    case 'accept':
      return { kind, changes: [], cost: 0, about: [] };
    case 'build':
      return build(records, finding, names, newId, null);
    case 'partner':
      return finding.type === 'GAP_NONE' || finding.type === 'GAP_UNDER'
        ? build(records, finding, names, newId, names.partner)
        : unknown(kind);
    case 'extend':
      return lead ? extend(records, finding, lead) : unknown(kind);
    case 'convert': {
      const project = involved.find(({ mode }) => mode === 'project');
      if (!project) return unknown(kind);
      return {
        kind,
        changes: [patch('initiative', project.id, { mode: 'product' })],
        cost: 0,
        about: [project.name],
      };
    }
    case 'merge': {
      if (!lead || !other) return unknown(kind);
      const planned = mergeInitiatives(records, [other.id], lead.id, 'pieces');
      return planned.ok
        ? { kind, changes: planned.changes, cost: 0, about: [lead.name, other.name] }
        : unknown(kind);
    }
    case 'retire': {
      const goes = other ?? lead;
      if (!goes) return unknown(kind);
      return {
        kind,
        changes: [patch('initiative', goes.id, { retired: true })],
        cost: 0,
        about: [goes.name],
      };
    }
    case 'split':
      // Which part goes where is for people to say: a scenario can hold it.
      return unknown(kind);
  }
}

/** The initiatives that a finding is about, the one with most money first. */
export function initiativesOf(records: PortfolioRecords, finding: Finding): readonly Initiative[] {
  const ids = idsOf(finding);
  return ids.flatMap((id) => {
    const initiative = Object.hasOwn(records.initiative, id) ? records.initiative[id] : undefined;
    return initiative && !initiative.retired ? [initiative] : [];
  });
}

function idsOf(finding: Finding): readonly string[] {
  switch (finding.type) {
    case 'OVERLAP': {
      const pair = finding.evidence.pairs[0];
      return pair ? [pair.lead, pair.other] : [];
    }
    case 'DUPLICATE_TEXT': {
      const [a, b] = finding.detail.initiatives;
      const [moneyA, moneyB] = finding.detail.money;
      return (moneyB ?? 0) > (moneyA ?? 0) ? [b, a] : [a, b];
    }
    case 'COLLABORATION':
      return finding.evidence.members;
    case 'ORPHAN':
      return finding.evidence.last_initiatives;
    case 'UNMAPPED':
      return [finding.subject];
    case 'GAP_NONE':
    case 'GAP_UNDER':
    case 'OVER_INVESTED':
    case 'INVEST_NO_DEMAND':
      return [...finding.evidence.contributors]
        .sort((a, b) => b.money - a.money)
        .map(({ initiative }) => initiative);
    case 'CONCENTRATION':
    case 'LOCK_IN':
      return [];
  }
}

/** The capability that a finding is about, or null where it is about something else. */
export const capabilityIdOf = (records: PortfolioRecords, finding: Finding): string | null =>
  Object.hasOwn(records.capability, finding.subject) ? finding.subject : null;

/** Months that new work is planned for where nobody says otherwise. */
const NEW_WORK_MONTHS = 12;

/** A new product team with the money that is missing, alone or together with a partner who is paid half of it. */
function build(
  records: PortfolioRecords,
  finding: Finding,
  names: OptionNames,
  newId: NewId,
  partnerName: string | null,
): OptionChanges {
  const kind = partnerName === null ? 'build' : 'partner';
  const capabilityId = capabilityIdOf(records, finding);
  const capability = capabilityId === null ? undefined : records.capability[capabilityId];
  if (!capability || finding.money <= 0) return unknown(kind);
  const settings = settingsOf(records);
  const cost = toMinor(Math.round(finding.money), settings.currency);
  const startDate = settings.dataDate ?? latestStart(records);
  const made: Initiative = {
    ...newInitiative(newId(), names.initiative(capability.name), 'product'),
    stage: 'candidate',
    budget: cost,
    startDate,
    endDate: startDate === null ? null : addCalendarMonths(startDate, NEW_WORK_MONTHS),
  };
  const contribution = { id: newId(), initiativeId: made.id, capabilityId: capability.id, weight: 1 };
  const changes: Change[] = [put('initiative', made), put('contribution', contribution)];
  if (partnerName !== null) {
    const partner = newPartner(newId(), partnerName);
    const engagement = {
      id: newId(),
      initiativeId: made.id,
      partnerId: partner.id,
      description: '',
      amount: Math.round(cost / 2),
      externalId: null,
    };
    changes.push(put('partner', partner), put('engagement', engagement));
  }
  return { kind, changes, cost, about: [capability.name] };
}

/** Gives the initiative with most money here what is missing, over its present share of the capability. */
function extend(records: PortfolioRecords, finding: Finding, lead: Initiative): OptionChanges {
  const own = Object.values(records.contribution).find(
    ({ initiativeId, capabilityId }) => initiativeId === lead.id && capabilityId === finding.subject,
  );
  if (finding.type === 'ORPHAN') {
    // Staying on costs what nobody said: without an end the team is there, and its money is a question.
    return {
      kind: 'extend',
      changes: [patch('initiative', lead.id, { endDate: null })],
      cost: null,
      about: [lead.name],
    };
  }
  if (!own || own.weight <= 0 || lead.budget === null || finding.money <= 0) return unknown('extend');
  const missing = toMinor(Math.round(finding.money), settingsOf(records).currency);
  const cost = Math.round(missing / own.weight);
  return {
    kind: 'extend',
    changes: [patch('initiative', lead.id, { budget: lead.budget + cost })],
    cost,
    about: [lead.name],
  };
}

function latestStart(records: PortfolioRecords): string | null {
  let latest: string | null = null;
  for (const { startDate } of Object.values(records.initiative))
    if (startDate !== null && (latest === null || startDate > latest)) latest = startDate;
  return latest;
}
