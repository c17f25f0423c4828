import { z } from 'zod';
import {
  idSchema,
  isoDateSchema,
  measureSchema,
  nameSchema,
  nonNegativeMoneySchema,
  peopleSchema,
  personDaysSchema,
  quarterSchema,
  scaleSchema,
  shareSchema,
  textSchema,
  waitDaysSchema,
} from './primitives.ts';

/** The records that planning adds: what is wanted, who works on it when, and what each handoff takes. */

export const segmentKinds = ['internal', 'external'] as const;
export const directions = ['up', 'down'] as const;
/** The leaves of the tree of business value: agility (3), innovation (3), cost (3), what partners look for (4). */
export const businessValues = [
  'timeToMarket',
  'revenue',
  'fasterResearch',
  'customerExperience',
  'newProducts',
  'newMarkets',
  'operatingEfficiency',
  'cashFlow',
  'costTransparency',
  'partnerRevenue',
  'churn',
  'partnerTimeToMarket',
  'deliveryCost',
] as const;
export const handoffKinds = ['team', 'approval', 'legal', 'funding', 'partner'] as const;
export const trancheDecisions = ['pending', 'continue', 'change', 'stop'] as const;

const shortTextSchema = z.string().max(500);
const positionSchema = z.number().int().min(0);

/** Customers of one sort, inside the company or outside. */
export const segmentSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  description: textSchema,
  kind: z.enum(segmentKinds).nullable(),
  importance: scaleSchema.nullable(),
  /** Kept for the record, out of pickers and sums. */
  retired: z.boolean(),
});

/** A measurable change for customers or the business. */
export const outcomeSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  description: textSchema,
  /** What is counted, and in which unit. */
  metric: shortTextSchema,
  unit: z.string().max(100),
  baseline: measureSchema.nullable(),
  target: measureSchema.nullable(),
  dueDate: isoDateSchema.nullable(),
  /** Whether the metric is to rise or to fall. */
  direction: z.enum(directions).nullable(),
  businessValue: z.enum(businessValues).nullable(),
  segmentId: idSchema.nullable(),
  ownerTeamId: idSchema.nullable(),
  importance: scaleSchema.nullable(),
  /** How far it is reached, on the scale that capabilities use. */
  currentMaturity: scaleSchema.nullable(),
  targetMaturity: scaleSchema.nullable(),
  neededMoney: nonNegativeMoneySchema.nullable(),
  /** Kept for the record, out of pickers and sums. */
  retired: z.boolean(),
});

/** What an outcome's metric stood at on a day. */
export const outcomeReadingSchema = z.strictObject({
  id: idSchema,
  outcomeId: idSchema,
  date: isoDateSchema,
  value: measureSchema,
  note: textSchema,
});

/** Which share of an initiative's effort serves an outcome. */
export const outcomeLinkSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  outcomeId: idSchema,
  weight: shareSchema,
});

/** Which share of an initiative's effort serves a customer segment. */
export const segmentLinkSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  segmentId: idSchema,
  weight: shareSchema,
});

/** People of one role in a team; never a person by name. */
export const teamMemberSchema = z.strictObject({
  id: idSchema,
  teamId: idSchema,
  /** The role. */
  name: nameSchema,
  /** Full-time people in this role. */
  people: peopleSchema,
});

/** Full-time people that a team gives to an initiative in a calendar quarter. */
export const allocationSchema = z.strictObject({
  id: idSchema,
  teamId: idSchema,
  initiativeId: idSchema,
  quarter: quarterSchema,
  people: peopleSchema,
});

/** A row of the handoff ledger: work that passes on, with what waiting and forgetting it costs. */
export const handoffSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  /** Place in the ledger of its initiative. */
  position: positionSchema,
  kind: z.enum(handoffKinds),
  fromName: shortTextSchema,
  toName: shortTextSchema,
  fromTeamId: idSchema.nullable(),
  toTeamId: idSchema.nullable(),
  /** What passes: a document, a decision, a system. */
  passes: textSchema,
  /** Calendar days. */
  waitDays: waitDaysSchema.nullable(),
  /** Share of knowledge that is kept, as a range: low <= likely <= high. */
  keptLow: shareSchema.nullable(),
  keptLikely: shareSchema.nullable(),
  keptHigh: shareSchema.nullable(),
  /** Person-days that the receivers spent on learning again. */
  relearningDays: personDaysSchema.nullable(),
  /** The phase that it leads into. */
  phaseId: idSchema.nullable(),
  fromPartnerId: idSchema.nullable(),
  toPartnerId: idSchema.nullable(),
});

/** A small step of funding, released on evidence. */
export const trancheSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  position: positionSchema,
  name: nameSchema,
  startDate: isoDateSchema.nullable(),
  endDate: isoDateSchema.nullable(),
  amount: nonNegativeMoneySchema.nullable(),
  /** What must be shown for the next tranche, and what was. */
  evidence: textSchema,
  decision: z.enum(trancheDecisions),
  decidedOn: isoDateSchema.nullable(),
});

/** Work that customers don't care about: named, totalled, stopped. */
export const overheadWorkSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  description: textSchema,
  teamId: idSchema.nullable(),
  initiativeId: idSchema.nullable(),
  personDaysPerMonth: personDaysSchema.nullable(),
  /** Done by hand although a machine could. */
  manual: z.boolean(),
  stopBy: isoDateSchema.nullable(),
  stopped: z.boolean(),
});

/** Longest settings of a saved view, in characters of JSON. */
export const VIEW_SETTINGS_LENGTH = 100_000;

/** Filters, columns, groups and zoom of a page under a name. */
export const savedViewSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** The page that it belongs to: `initiatives`, `timeline`. */
  area: z.string().min(1).max(60),
  settings: z
    .record(z.string().max(200), z.json())
    .refine((settings) => JSON.stringify(settings).length <= VIEW_SETTINGS_LENGTH, {
      message: `settings longer than ${VIEW_SETTINGS_LENGTH} characters`,
    }),
});
