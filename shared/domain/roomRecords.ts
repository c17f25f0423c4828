import { z } from 'zod';
import { labelSchema } from './label.ts';
import {
  idSchema,
  instantSchema,
  isoDateSchema,
  monthsSchema,
  nameSchema,
  nonNegativeMoneySchema,
  textSchema,
} from './primitives.ts';

/** The records of trying, ranking, deciding and presenting: what a room leaves behind beside the plan itself. */

/** The ways to close a finding (PRODUCT.md, Words: option). */
export const optionKinds = [
  'build',
  'extend',
  'merge',
  'split',
  'retire',
  'convert',
  'partner',
  'accept',
] as const;
const decisionStates = ['open', 'decided', 'dropped'] as const;
/** What a decision was started from. */
const decisionSubjects = ['free', 'finding', 'flip', 'comparison'] as const;
const rankedKinds = ['initiative', 'outcome', 'option'] as const;
export const rankingMethods = ['drag', 'pairs', 'dots'] as const;

const shortTextSchema = z.string().max(500);
const positionSchema = z.number().int().min(0);
const longNameSchema = z.string().trim().min(1, 'some text is needed').max(2000);

/** Longest JSON that one record holds, in characters. */
const RECORD_JSON_LENGTH = 20_000_000;
const bounded = <T extends z.ZodType>(schema: T): T =>
  schema.refine((value) => JSON.stringify(value).length <= RECORD_JSON_LENGTH, {
    message: `longer than ${RECORD_JSON_LENGTH} characters`,
  });

/** A figure as low, likely and high; whole currency units, months, shares or counts, as its key says. */
const rangeSchema = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });
/** Figures by key; null is a figure that nobody knows. */
export const figuresSchema = z.record(
  z.string().regex(/^[a-zA-Z][\w.]{0,60}$/),
  z.union([rangeSchema, z.number(), z.string().max(500), z.null()]),
);

/** One change of a scenario: that of the contract, with its table as a word, so that any version can be read. */
const scenarioChangeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('put'),
    table: z.string().max(60),
    record: z.record(z.string(), z.json()),
  }),
  z.strictObject({
    op: z.literal('patch'),
    table: z.string().max(60),
    id: idSchema,
    values: z.record(z.string(), z.json()),
  }),
  z.strictObject({ op: z.literal('remove'), table: z.string().max(60), id: idSchema }),
]);

/** A named set of changes on top of the portfolio, never mixed with it until applied. */
export const scenarioSchema = z.strictObject({
  id: idSchema,
  position: positionSchema,
  name: nameSchema,
  description: textSchema,
  /** The scenario that it stands on; null for the plan itself. */
  parentId: idSchema.nullable(),
  by: z.string().max(200),
  createdAt: instantSchema,
  /** When its changes went into the plan; from then on it is only a record of that. */
  appliedAt: instantSchema.nullable(),
});

/** One step of a scenario, in order of `position`: what a person did there at once. */
export const scenarioStepSchema = z.strictObject({
  id: idSchema,
  scenarioId: idSchema,
  position: positionSchema,
  label: labelSchema,
  by: z.string().max(200),
  at: instantSchema,
  changes: bounded(z.array(scenarioChangeSchema)),
});

/** A question with its options, and what was chosen, why, by whom, on which figures. */
export const decisionSchema = z.strictObject({
  id: idSchema,
  /** The question. */
  name: longNameSchema,
  state: z.enum(decisionStates),
  subject: z.enum(decisionSubjects),
  /** The finding that it answers (as `FindingKey` of shared/coverage), or empty. */
  findingKey: shortTextSchema,
  initiativeId: idSchema.nullable(),
  capabilityId: idSchema.nullable(),
  scenarioId: idSchema.nullable(),
  reason: textSchema,
  owner: shortTextSchema,
  decidedOn: isoDateSchema.nullable(),
  reviewOn: isoDateSchema.nullable(),
  reviewedOn: isoDateSchema.nullable(),
  /** What happened, held against what was expected. */
  happened: textSchema,
  /** The portfolio's figures at the moment of deciding; null while open. */
  figures: figuresSchema.nullable(),
  by: z.string().max(200),
  createdAt: instantSchema,
});

/** One way to answer a decision's question. */
export const decisionOptionSchema = z.strictObject({
  id: idSchema,
  decisionId: idSchema,
  position: positionSchema,
  kind: z.enum(optionKinds),
  name: longNameSchema,
  description: textSchema,
  cost: nonNegativeMoneySchema.nullable(),
  months: monthsSchema.nullable(),
  /** What it changes, against doing nothing: gap, overlap, waste, value; null for what nobody knows. */
  effects: figuresSchema,
  /** The scenario that does it. */
  scenarioId: idSchema.nullable(),
  chosen: z.boolean(),
});

/** Something that somebody will do. */
export const actionItemSchema = z.strictObject({
  id: idSchema,
  name: longNameSchema,
  owner: shortTextSchema,
  dueDate: isoDateSchema.nullable(),
  doneOn: isoDateSchema.nullable(),
  decisionId: idSchema.nullable(),
  createdAt: instantSchema,
});

/** Something for later: said in the room, not lost. */
export const parkingItemSchema = z.strictObject({
  id: idSchema,
  name: longNameSchema,
  by: z.string().max(200),
  at: instantSchema,
  settled: z.boolean(),
  /** The decision that came of it. */
  decisionId: idSchema.nullable(),
});

/** Why a finding is as it should be: "intended, because …". */
export const intentionSchema = z.strictObject({
  id: idSchema,
  findingKey: z.string().min(1).max(500),
  reason: longNameSchema,
  by: z.string().max(200),
  at: instantSchema,
  reviewOn: isoDateSchema.nullable(),
});

/** An order that a room agreed on, with the votes it came from. */
export const rankingSchema = z.strictObject({
  id: idSchema,
  position: positionSchema,
  name: nameSchema,
  of: z.enum(rankedKinds),
  method: z.enum(rankingMethods),
  /** The decision whose options are ranked. */
  decisionId: idSchema.nullable(),
  /** Ids of what is ranked, best first. */
  items: z.array(idSchema).max(2000),
  pairs: z.array(z.strictObject({ winner: idSchema, loser: idSchema })).max(20_000),
  dots: z
    .array(
      z.strictObject({ voter: z.string().max(200), item: idSchema, dots: z.number().int().min(0).max(1000) }),
    )
    .max(20_000),
  /** Who agreed, as the room wants it written. */
  agreedBy: shortTextSchema,
  agreedOn: isoDateSchema.nullable(),
  note: textSchema,
});

/** A rule that enables work or stops it, instead of a gate; its `rule` is that of shared/guardrails. */
export const guardrailSchema = z.strictObject({
  id: idSchema,
  position: positionSchema,
  name: nameSchema,
  rule: bounded(z.record(z.string().max(60), z.json())),
  active: z.boolean(),
});

/** Leave to break a guardrail: for one record, or for all that break it. */
export const waiverSchema = z.strictObject({
  id: idSchema,
  guardrailId: idSchema,
  /** Id of the record that may break it, of whatever table the rule is about; null for all. */
  subject: idSchema.nullable(),
  reason: textSchema,
  owner: shortTextSchema,
  grantedOn: isoDateSchema,
  until: isoDateSchema.nullable(),
});

/** An ordered list of pictures and tables to show a room. */
export const storyboardSchema = z.strictObject({
  id: idSchema,
  position: positionSchema,
  name: nameSchema,
  description: textSchema,
});

/** One state of the program to show: its data stay live. Empty titles are proposed from the data. */
export const storyboardPageSchema = z.strictObject({
  id: idSchema,
  storyboardId: idSchema,
  position: positionSchema,
  titleEn: shortTextSchema,
  titleZh: shortTextSchema,
  questionEn: shortTextSchema,
  questionZh: shortTextSchema,
  notes: textSchema,
  minutes: z.number().min(0).max(1000).nullable(),
  /** The view that it shows. */
  area: z.string().min(1).max(60),
  /** Filter, focus, quarter, scenario, selection of that view. */
  state: bounded(z.record(z.string().max(200), z.json())),
});

/** One session in the room; minutes tell what changed since its first step. */
export const meetingSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  storyboardId: idSchema.nullable(),
  /** The last step of the history before it began; 0 for none. */
  afterStep: z.number().int().min(0),
  notes: textSchema,
});

/** Working backwards: the press release of an initiative, written as if it were out. */
export const pressReleaseSchema = z.strictObject({
  id: idSchema,
  initiativeId: idSchema,
  title: shortTextSchema,
  /** The customer's benefit in one sentence. */
  subtitle: shortTextSchema,
  date: isoDateSchema.nullable(),
  introduction: textSchema,
  valueProposition: textSchema,
  features: z.array(z.string().max(500)).max(10),
  questions: z
    .array(z.strictObject({ question: z.string().max(2000), answer: z.string().max(10_000) }))
    .max(100),
  userGuide: textSchema,
  /** How do we make sure that the customer gets the benefit? */
  benefitEnsured: textSchema,
  /** How do we make sure that it meets the need? */
  needChecked: textSchema,
  /** How do we measure the value of each release from the customer's side? */
  valueMeasured: textSchema,
  /** How do we gather feedback and answer it? */
  feedbackAnswered: textSchema,
});

/** What an import read, made, changed, repaired and refused, kept with the portfolio. */
export const importReportRecordSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  by: z.string().max(200),
  fileName: shortTextSchema,
  report: bounded(z.record(z.string().max(60), z.json())),
});
