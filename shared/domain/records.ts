import { z } from 'zod';
import {
  allocationSchema,
  handoffSchema,
  outcomeLinkSchema,
  outcomeReadingSchema,
  outcomeSchema,
  overheadWorkSchema,
  savedViewSchema,
  segmentLinkSchema,
  segmentSchema,
  teamMemberSchema,
  trancheSchema,
} from './planningRecords.ts';
import {
  currencySchema,
  idSchema,
  instantSchema,
  isoDateSchema,
  monthsSchema,
  nameSchema,
  nonNegativeMoneySchema,
  parallelSchema,
  peopleSchema,
  personDaysSchema,
  scaleSchema,
  shareSchema,
  textSchema,
} from './primitives.ts';
import {
  actionItemSchema,
  decisionOptionSchema,
  decisionSchema,
  guardrailSchema,
  importReportRecordSchema,
  intentionSchema,
  meetingSchema,
  parkingItemSchema,
  pressReleaseSchema,
  rankingSchema,
  scenarioSchema,
  scenarioStepSchema,
  storyboardPageSchema,
  storyboardSchema,
  waiverSchema,
} from './roomRecords.ts';

/**
 * Every kind of record that a portfolio file holds. `null` always means "not known", never zero.
 * Money is in minor units of the portfolio's currency, dates are calendar days, durations are months.
 */

/** One model parameter set by somebody: which value, by whom, when. Parameter ids are those of MODEL.md 2.2. */
const parameterSettingSchema = z.strictObject({
  value: z.union([z.number(), z.boolean(), z.string().max(100), z.array(z.number()).max(20)]),
  by: z.string().max(200),
  at: instantSchema,
});
const parametersSchema = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), parameterSettingSchema);

/** The portfolio's own settings: one record, id `portfolio`. */
const portfolioSchema = z.strictObject({
  id: z.literal('portfolio'),
  name: nameSchema,
  description: textSchema,
  currency: currencySchema,
  fiscalYearStartMonth: z.number().int().min(1).max(12),
  /** The day the data describes ("as of"); null while the plan is live. */
  dataDate: isoDateSchema.nullable(),
  /** What one person-day costs when a record has money but no staffing. */
  dayRate: nonNegativeMoneySchema.nullable(),
  /** Assumption for initiatives without a value: their planned cost comes back in this many months of use. */
  assumedPaybackMonths: z.number().positive().max(600).nullable(),
  /** Simulated futures per initiative, and the seed of their random stream. */
  draws: z.number().int().min(100).max(100_000),
  seed: z.number().int().min(0).max(0xffffffff),
  /** Cosine from which two texts count as likely duplicates. */
  duplicateThreshold: z.number().min(0.1).max(1),
  parameters: parametersSchema,
});

export const modes = ['project', 'product'] as const;
export const stages = ['idea', 'candidate', 'planned', 'active', 'paused', 'done', 'stopped'] as const;
export const phaseKinds = [
  'idea',
  'businessCase',
  'funding',
  'prioritisation',
  'teamAssembly',
  'analysis',
  'design',
  'build',
  'test',
  'release',
  'handOver',
] as const;
export const relationships = ['supplier', 'integrator', 'coInnovator'] as const;

/** One line of the portfolio, run as a project or by a product team. */
const initiativeSchema = z.strictObject({
  id: idSchema,
  /** The id in the list it came from. */
  externalId: z.string().max(200).nullable(),
  name: nameSchema,
  description: textSchema,
  mode: z.enum(modes),
  stage: z.enum(stages).nullable(),
  /** Delivery confidence or status as the source writes it. */
  status: z.string().max(500).nullable(),
  owner: z.string().max(500).nullable(),
  teamId: idSchema.nullable(),
  startDate: isoDateSchema.nullable(),
  endDate: isoDateSchema.nullable(),
  budget: nonNegativeMoneySchema.nullable(),
  spent: nonNegativeMoneySchema.nullable(),
  /** Whether its money counts as supply; a candidate that is not funded yet supplies nothing. */
  funded: z.boolean(),
  /** Initiatives of one group build one thing together on purpose: never an overlap. */
  collaborationGroup: z.string().min(1).max(200).nullable(),
  valuePerMonth: nonNegativeMoneySchema.nullable(),
  valueDecayMonthly: shareSchema.nullable(),
  valueEndMonth: monthsSchema.nullable(),
  deadlineMonth: monthsSchema.nullable(),
  penaltyPerMonth: nonNegativeMoneySchema.nullable(),
  teamPeople: peopleSchema.nullable(),
  teamAllocation: shareSchema.nullable(),
  teamParallel: parallelSchema.nullable(),
  teamDayRate: nonNegativeMoneySchema.nullable(),
  scopePersonDays: personDaysSchema.nullable(),
  familiarity: shareSchema.nullable(),
  startWaitMonths: monthsSchema.nullable(),
  parameters: parametersSchema,
  /** Columns of an imported list that no field of ours takes, kept word for word. */
  extra: z.record(z.string().max(200), z.string().max(100_000)),
  /** Work that customers don't care about: totalled on its own, to be stopped. */
  overhead: z.boolean(),
  /** Kept for the record, out of plans and sums. */
  retired: z.boolean(),
});

/** A step of a project. Either dates or `months` say how long it takes; either people or `cost` say how much effort. */
const phaseSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  position: z.number().int().min(0),
  kind: z.enum(phaseKinds),
  name: nameSchema,
  startDate: isoDateSchema.nullable(),
  endDate: isoDateSchema.nullable(),
  actualStartDate: isoDateSchema.nullable(),
  actualEndDate: isoDateSchema.nullable(),
  months: monthsSchema.nullable(),
  /** Waiting before this phase starts; null lets the model's queue estimate it. */
  waitMonths: monthsSchema.nullable(),
  people: peopleSchema.nullable(),
  allocation: shareSchema.nullable(),
  parallel: parallelSchema.nullable(),
  dayRate: nonNegativeMoneySchema.nullable(),
  /** Share of these people who worked in the phase before. */
  carryOver: shareSchema.nullable(),
  cost: nonNegativeMoneySchema.nullable(),
  teamId: idSchema.nullable(),
  externalId: z.string().max(200).nullable(),
});

/** A release that customers can use, planned or out. */
const releaseSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  name: nameSchema,
  plannedDate: isoDateSchema.nullable(),
  actualDate: isoDateSchema.nullable(),
  /** Share of the useful scope that is out after this release. */
  scopeShare: shareSchema.nullable(),
  plannedValuePerMonth: nonNegativeMoneySchema.nullable(),
  measuredValuePerMonth: nonNegativeMoneySchema.nullable(),
  hypothesis: textSchema,
  learned: textSchema,
  externalId: z.string().max(200).nullable(),
});

/** A piece of scope, for initiatives that plan item by item. */
const scopeItemSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  name: nameSchema,
  personDays: personDaysSchema.positive(),
  valueShare: shareSchema,
  useful: z.boolean(),
  mlp: z.boolean(),
});

/** What the business must be able to do; a tree by `parentId`. */
export const capabilitySchema = z.strictObject({
  id: idSchema,
  parentId: idSchema.nullable(),
  position: z.number().int().min(0),
  code: z.string().max(100).nullable(),
  name: nameSchema,
  description: textSchema,
  importance: scaleSchema.nullable(),
  currentMaturity: scaleSchema.nullable(),
  targetMaturity: scaleSchema.nullable(),
  neededMoney: nonNegativeMoneySchema.nullable(),
  ownerTeamId: idSchema.nullable(),
  /** Kept for the record, out of maps, pickers and sums. */
  retired: z.boolean(),
});

/** Which share of an initiative's effort serves a capability. */
const contributionSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  capabilityId: idSchema,
  weight: shareSchema,
});

/** A vendor, integrator, cloud or data provider. */
const partnerSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  description: textSchema,
  relationship: z.enum(relationships).nullable(),
  /** 1 = could be left at once, 0 = locked in. */
  exitReadiness: shareSchema.nullable(),
  contractEnd: isoDateSchema.nullable(),
  /** Kept for the record, out of pickers and sums. */
  retired: z.boolean(),
});

/** A partner at work for an initiative. */
const engagementSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  partnerId: idSchema,
  description: textSchema,
  amount: nonNegativeMoneySchema.nullable(),
  externalId: z.string().max(200).nullable(),
});

/** People who work together. */
const teamSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  mission: textSchema,
  /** Since when the same people work together. */
  stableSince: isoDateSchema.nullable(),
  /** Its charter: what it decides without asking anybody. */
  decidesAlone: textSchema,
  /** Platforms that it builds on and shares with others. */
  platforms: z.array(z.string().trim().min(1).max(200)).max(100),
  /** The day from which it no longer exists; null for a team that stays. */
  disbandsOn: isoDateSchema.nullable(),
});

/** `fromInitiativeId` depends on `toInitiativeId`: the overlap between the two is intended. */
const dependencySchema = z.strictObject({
  id: idSchema,
  fromInitiativeId: idSchema,
  toInitiativeId: idSchema,
});

/** Table name to record schema. The order is the order of writing: a record comes after what it refers to. */
export const recordSchemas = {
  portfolio: portfolioSchema,
  team: teamSchema,
  partner: partnerSchema,
  capability: capabilitySchema,
  initiative: initiativeSchema,
  phase: phaseSchema,
  release: releaseSchema,
  scopeItem: scopeItemSchema,
  contribution: contributionSchema,
  engagement: engagementSchema,
  dependency: dependencySchema,
  teamMember: teamMemberSchema,
  segment: segmentSchema,
  outcome: outcomeSchema,
  outcomeReading: outcomeReadingSchema,
  outcomeLink: outcomeLinkSchema,
  segmentLink: segmentLinkSchema,
  allocation: allocationSchema,
  handoff: handoffSchema,
  tranche: trancheSchema,
  overheadWork: overheadWorkSchema,
  savedView: savedViewSchema,
  scenario: scenarioSchema,
  scenarioStep: scenarioStepSchema,
  decision: decisionSchema,
  decisionOption: decisionOptionSchema,
  actionItem: actionItemSchema,
  parkingItem: parkingItemSchema,
  intention: intentionSchema,
  ranking: rankingSchema,
  guardrail: guardrailSchema,
  waiver: waiverSchema,
  storyboard: storyboardSchema,
  storyboardPage: storyboardPageSchema,
  meeting: meetingSchema,
  pressRelease: pressReleaseSchema,
  importReport: importReportRecordSchema,
} as const;

export type TableName = keyof typeof recordSchemas;
export const tableNames = Object.keys(recordSchemas) as readonly TableName[];

export type RecordOf<T extends TableName> = Readonly<z.infer<(typeof recordSchemas)[T]>>;
export type AnyRecord = RecordOf<TableName>;
export type Portfolio = RecordOf<'portfolio'>;
export type Team = RecordOf<'team'>;
export type Partner = RecordOf<'partner'>;
export type Capability = RecordOf<'capability'>;
export type Initiative = RecordOf<'initiative'>;
export type Phase = RecordOf<'phase'>;
export type Release = RecordOf<'release'>;
export type ScopeItem = RecordOf<'scopeItem'>;
export type Contribution = RecordOf<'contribution'>;
export type Engagement = RecordOf<'engagement'>;
export type Dependency = RecordOf<'dependency'>;
export type TeamMember = RecordOf<'teamMember'>;
export type Segment = RecordOf<'segment'>;
export type Outcome = RecordOf<'outcome'>;
export type OutcomeReading = RecordOf<'outcomeReading'>;
export type OutcomeLink = RecordOf<'outcomeLink'>;
export type SegmentLink = RecordOf<'segmentLink'>;
export type Allocation = RecordOf<'allocation'>;
export type Handoff = RecordOf<'handoff'>;
export type Tranche = RecordOf<'tranche'>;
export type OverheadWork = RecordOf<'overheadWork'>;
export type SavedView = RecordOf<'savedView'>;
export type Scenario = RecordOf<'scenario'>;
export type ScenarioStep = RecordOf<'scenarioStep'>;
export type Decision = RecordOf<'decision'>;
export type DecisionOption = RecordOf<'decisionOption'>;
export type ActionItem = RecordOf<'actionItem'>;
export type ParkingItem = RecordOf<'parkingItem'>;
export type Ranking = RecordOf<'ranking'>;
export type Guardrail = RecordOf<'guardrail'>;
export type Waiver = RecordOf<'waiver'>;
export type Storyboard = RecordOf<'storyboard'>;
export type StoryboardPage = RecordOf<'storyboardPage'>;
export type Meeting = RecordOf<'meeting'>;
export type PressRelease = RecordOf<'pressRelease'>;
export type KeptImportReport = RecordOf<'importReport'>;
export type Mode = Initiative['mode'];
export type PhaseKind = Phase['kind'];
export type ParameterSetting = Readonly<z.infer<typeof parameterSettingSchema>>;

/** All records of a portfolio, a map of id to record for each table, in order of insertion. */
export type PortfolioRecords = { readonly [T in TableName]: Readonly<Record<string, RecordOf<T>>> };
