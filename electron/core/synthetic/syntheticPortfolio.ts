import {
  newCapability,
  newInitiative,
  newPartner,
  newPhase,
  newPortfolio,
  newRelease,
  newTeam,
} from '../../../shared/domain/defaults.ts';
import type {
  Capability,
  Contribution,
  Dependency,
  Engagement,
  Handoff,
  Initiative,
  OutcomeLink,
  Partner,
  Phase,
  Portfolio,
  Release,
  SegmentLink,
  Team,
  Tranche,
} from '../../../shared/domain/records.ts';
import { phaseKinds, relationships, stages } from '../../../shared/domain/records.ts';
import type { RecordLists } from '../../../shared/exchange/records/rowTarget.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { Dice } from './dice.ts';
import {
  makeHandoffs,
  makeLinks,
  makeMembers,
  makeOutcomes,
  makeSegments,
  makeTranches,
} from './planningRecords.ts';
import { initiativeText } from './texts.ts';
import { domains, owners, partners as partnerNames } from './words.ts';

export interface SyntheticOptions {
  readonly initiatives: number;
  readonly capabilities: number;
  readonly seed: number;
  readonly name: string;
}

/** Dates lie around this day, whenever the portfolio is made: the same seed gives the same records. */
const epoch = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

const day = (offset: number): string =>
  new Date(epoch + Math.round(offset) * dayMs).toISOString().slice(0, 10);
const number = (prefix: string, index: number): string => `${prefix}-${String(index + 1).padStart(6, '0')}`;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** A made-up portfolio for trials and benchmarks, half of its names Chinese; sizes as asked for, the rest in proportion. */
export function syntheticPortfolio(options: SyntheticOptions): { portfolio: Portfolio; lists: RecordLists } {
  const { seed } = options;
  const teams = makeTeams(Math.max(2, Math.round(options.initiatives / 40)));
  const partner = makePartners(seed, Math.max(3, Math.min(200, Math.round(options.initiatives / 50))));
  const capability = makeCapabilities(seed, options.capabilities, teams);
  const segment = makeSegments(seed);
  const outcomeCount = Math.max(1, Math.min(400, Math.round(options.initiatives / 25)));
  const { outcomes, readings } = makeOutcomes(seed, outcomeCount, segment, teams, day(0));
  const handoff: Handoff[] = [];
  const tranche: Tranche[] = [];
  const outcomeLink: OutcomeLink[] = [];
  const segmentLink: SegmentLink[] = [];
  const initiative: Initiative[] = [];
  const phase: Phase[] = [];
  const release: Release[] = [];
  const contribution: Contribution[] = [];
  const engagement: Engagement[] = [];
  const dependency: Dependency[] = [];
  for (let index = 0; index < options.initiatives; index += 1) {
    const dice = new Dice(seed, `initiative ${index}`);
    const one = makeInitiative(dice, index, teams);
    initiative.push(one);
    const phases = one.mode === 'project' ? makePhases(dice, one) : [];
    phase.push(...phases);
    release.push(...makeReleases(dice, one));
    contribution.push(...makeContributions(dice, one, capability));
    if (dice.chance(0.4)) engagement.push(...makeEngagement(dice, one, partner));
    if (index > 0 && dice.chance(0.05)) dependency.push(makeDependency(dice, one, index));
    if (one.mode === 'product') tranche.push(...makeTranches(dice, one, day(0)));
    else if (dice.chance(0.3)) handoff.push(...makeHandoffs(dice, one, phases, teams));
    const { outcomeLinks, segmentLinks } = makeLinks(dice, one, outcomes, segment);
    outcomeLink.push(...outcomeLinks);
    segmentLink.push(...segmentLinks);
  }
  const portfolio = { ...newPortfolio(options.name, 'USD'), dataDate: day(0), dayRate: 80_000 };
  return {
    portfolio,
    lists: {
      team: teams,
      partner,
      capability,
      initiative,
      phase,
      release,
      contribution,
      engagement,
      dependency,
      teamMember: makeMembers(seed, teams),
      segment,
      outcome: outcomes,
      outcomeReading: readings,
      outcomeLink,
      segmentLink,
      handoff,
      tranche,
    },
  };
}

function makeTeams(count: number): Team[] {
  return Array.from({ length: count }, (_, index) => {
    const domain = domains[index % domains.length]!;
    const round = Math.floor(index / domains.length) + 1;
    const name = index % 2 === 0 ? `${domain.en} team ${round}` : `${domain.zh}团队 ${round}`;
    return newTeam(number('team', index), name);
  });
}

function makePartners(seed: number, count: number): Partner[] {
  const dice = new Dice(seed, 'partners');
  return Array.from({ length: count }, (_, index) => {
    const base = partnerNames[index % partnerNames.length]!;
    const round = Math.floor(index / partnerNames.length);
    return {
      ...newPartner(number('partner', index), round === 0 ? base : `${base} ${round + 1}`),
      relationship: dice.chance(0.9) ? dice.pick(relationships) : null,
      exitReadiness: dice.chance(0.5) ? hundredth(dice.between(0, 1)) : null,
      contractEnd: dice.chance(0.6) ? day(dice.between(30, 1200)) : null,
    };
  });
}

/** A tree: the first ones are roots, every later one hangs below an earlier one, at most four deep. */
function makeCapabilities(seed: number, count: number, teams: readonly Team[]): Capability[] {
  const dice = new Dice(seed, 'capabilities');
  const roots = Math.min(count, domains.length);
  const depths: number[] = [];
  const made: Capability[] = [];
  for (let index = 0; index < count; index += 1) {
    const domain = domains[index % domains.length]!;
    const [en, zh] = domain.parts[Math.floor(index / domains.length) % domain.parts.length]!;
    const round = Math.floor(index / (domains.length * domain.parts.length));
    const chinese = index % 2 === 1;
    const suffix = round === 0 ? '' : ` ${round + 1}`;
    const own = chinese ? `${domain.zh}${zh}${suffix}` : `${domain.en} ${en}${suffix}`;
    // Capabilities of one domain hang together: the parent is an earlier one of the same domain that is not too deep.
    let parent =
      index < roots
        ? null
        : (index % domains.length) + domains.length * dice.whole(0, Math.floor(index / domains.length) - 1);
    while (parent !== null && depths[parent]! >= 3) parent %= domains.length;
    depths.push(parent === null ? 0 : depths[parent]! + 1);
    made.push({
      ...newCapability(
        number('capability', index),
        index < roots ? (chinese ? domain.zh : domain.en) : own,
        parent === null ? null : number('capability', parent),
      ),
      position: index,
      importance: dice.chance(0.85) ? dice.whole(1, 5) : null,
      currentMaturity: dice.chance(0.8) ? dice.whole(1, 4) : null,
      targetMaturity: dice.chance(0.8) ? dice.whole(2, 5) : null,
      neededMoney: dice.chance(0.4) ? dice.whole(5, 400) * 1_000_000 : null,
      ownerTeamId: dice.chance(0.5) ? dice.pick(teams).id : null,
    });
  }
  return made;
}

function makeInitiative(dice: Dice, index: number, teams: readonly Team[]): Initiative {
  const chinese = index % 2 === 1;
  const product = dice.chance(0.3);
  const { name, description } = initiativeText(dice, chinese);
  const start = dice.between(-700, 500);
  const months = product ? dice.between(12, 48) : dice.between(4, 30);
  const budget = dice.whole(10, 900) * 1_000_000;
  const known = dice.chance(0.75);
  return {
    ...newInitiative(number('initiative', index), name, product ? 'product' : 'project'),
    externalId: number('EXT', index),
    description,
    stage: dice.chance(0.9) ? dice.pick(stages) : null,
    owner: dice.chance(0.9) ? dice.pick(owners) : null,
    teamId: dice.chance(0.7) ? dice.pick(teams).id : null,
    startDate: dice.chance(0.95) ? day(start) : null,
    endDate: dice.chance(0.9) ? day(start + months * 30.4) : null,
    budget: dice.chance(0.9) ? budget : null,
    spent: dice.chance(0.5) ? Math.round(budget * dice.between(0, 1.2)) : null,
    funded: dice.chance(0.85),
    valuePerMonth: known ? Math.round(budget * dice.between(0.01, 0.12)) : null,
    valueDecayMonthly: known && dice.chance(0.3) ? hundredth(dice.between(0, 0.05)) : null,
    teamPeople: product ? dice.whole(4, 12) : null,
    teamAllocation: product ? 1 : null,
    scopePersonDays: dice.chance(0.3) ? dice.whole(100, 6000) : null,
    familiarity: dice.chance(0.3) ? hundredth(dice.between(0.2, 0.9)) : null,
    startWaitMonths: dice.chance(0.3) ? hundredth(dice.between(0, 4)) : null,
  };
}

function makePhases(dice: Dice, initiative: Initiative): Phase[] {
  const kinds = phaseKinds.filter((kind) => kind === 'build' || dice.chance(0.65));
  const words = catalogue.common[/\p{Script=Han}/u.test(initiative.name) ? 'zh-CN' : 'en'];
  return kinds.map((kind, position) => ({
    ...newPhase(
      `${initiative.id}-phase-${position + 1}`,
      initiative.id,
      position,
      kind,
      words[`phase.${kind}`],
    ),
    months: hundredth(dice.between(0.3, 6)),
    waitMonths: dice.chance(0.4) ? hundredth(dice.between(0, 2)) : null,
    people: dice.whole(1, 15),
    allocation: hundredth(dice.between(0.2, 1)),
    parallel: dice.chance(0.5) ? dice.whole(1, 4) : null,
    carryOver: position > 0 && dice.chance(0.5) ? hundredth(dice.between(0, 1)) : null,
  }));
}

function makeReleases(dice: Dice, initiative: Initiative): Release[] {
  const count = initiative.mode === 'product' ? dice.whole(2, 8) : dice.whole(0, 2);
  const start = initiative.startDate === null ? epoch : Date.parse(initiative.startDate);
  const every = initiative.mode === 'product' ? dice.between(30, 120) : dice.between(180, 400);
  return Array.from({ length: count }, (_, index) => {
    const planned = (start - epoch) / dayMs + every * (index + 1);
    const out = planned < 0 && dice.chance(0.8);
    return {
      ...newRelease(`${initiative.id}-release-${index + 1}`, initiative.id, `R${index + 1}`),
      plannedDate: day(planned),
      actualDate: out ? day(Math.min(0, planned + dice.between(-10, 60))) : null,
      scopeShare: hundredth((index + 1) / count),
    };
  });
}

function makeContributions(
  dice: Dice,
  initiative: Initiative,
  capabilities: readonly Capability[],
): Contribution[] {
  const count = Math.min(capabilities.length, dice.whole(0, 3));
  const chosen = new Set<Capability>();
  while (chosen.size < count) chosen.add(dice.pick(capabilities));
  return [...chosen].map((capability, index) => ({
    id: `${initiative.id}-contribution-${index + 1}`,
    initiativeId: initiative.id,
    capabilityId: capability.id,
    weight: Math.floor(100 / count) / 100,
  }));
}

function makeEngagement(dice: Dice, initiative: Initiative, partners: readonly Partner[]): Engagement[] {
  return [
    {
      id: `${initiative.id}-engagement-1`,
      initiativeId: initiative.id,
      partnerId: dice.pick(partners).id,
      description: '',
      amount: initiative.budget === null ? null : Math.round(initiative.budget * dice.between(0.05, 0.6)),
      externalId: null,
    },
  ];
}

function makeDependency(dice: Dice, initiative: Initiative, index: number): Dependency {
  return {
    id: `${initiative.id}-dependency-1`,
    fromInitiativeId: initiative.id,
    toInitiativeId: number('initiative', dice.whole(0, index - 1)),
  };
}
