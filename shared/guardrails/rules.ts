import { z } from 'zod';
import type { Guardrail, TableName } from '../domain/records.ts';

/** The rules to start from (PRACTICES.md), each with one number that a portfolio may set otherwise. */
export const builtInRules = {
  /** Every initiative serves an outcome. */
  outcomeServed: { about: 'initiative', amount: null },
  /** A first release that customers can use within so many days of the start. */
  firstRelease: { about: 'initiative', amount: 90 },
  /** Nobody works on more initiatives at once. */
  parallelWork: { about: 'initiative', amount: 2 },
  /** No partner holds a larger share of a capability's money. */
  partnerShare: { about: 'capability', amount: 0.4 },
  /** Every release has a measured value within so many days. */
  measuredValue: { about: 'release', amount: 60 },
  /** No larger share of the money is released without new evidence. */
  evidenceBeforeMoney: { about: 'initiative', amount: 0.25 },
  /** Every capability of this importance or more has an owning product team. */
  ownedCapability: { about: 'capability', amount: 4 },
} as const satisfies Record<string, { readonly about: TableName; readonly amount: number | null }>;
export type BuiltInRule = keyof typeof builtInRules;
export const builtInRuleIds = Object.keys(builtInRules) as readonly BuiltInRule[];

/** Tables and fields that a rule of one's own can look at. */
export const ruleFields = {
  initiative: {
    budget: 'money',
    spent: 'money',
    valuePerMonth: 'money',
    startDate: 'date',
    endDate: 'date',
    teamPeople: 'number',
    scopePersonDays: 'number',
    owner: 'text',
    status: 'text',
    mode: 'text',
    stage: 'text',
    teamId: 'record',
  },
  capability: {
    importance: 'number',
    currentMaturity: 'number',
    targetMaturity: 'number',
    neededMoney: 'money',
    ownerTeamId: 'record',
  },
  outcome: {
    importance: 'number',
    baseline: 'number',
    target: 'number',
    dueDate: 'date',
    metric: 'text',
    ownerTeamId: 'record',
    segmentId: 'record',
  },
  partner: { exitReadiness: 'share', contractEnd: 'date', relationship: 'text' },
  release: {
    plannedDate: 'date',
    actualDate: 'date',
    plannedValuePerMonth: 'money',
    measuredValuePerMonth: 'money',
    hypothesis: 'text',
    learned: 'text',
  },
  tranche: { amount: 'money', startDate: 'date', endDate: 'date', evidence: 'text' },
} as const satisfies { readonly [T in TableName]?: Readonly<Record<string, FieldKind>> };
export type FieldKind = 'money' | 'share' | 'number' | 'date' | 'text' | 'record';
export type RuleTable = keyof typeof ruleFields;
export const ruleTables = Object.keys(ruleFields) as readonly RuleTable[];

/** How a field is held against a value; `known` and `unknown` need none. */
export const comparisons = ['atMost', 'atLeast', 'is', 'isNot', 'known', 'unknown'] as const;
export type Comparison = (typeof comparisons)[number];

const valueSchema = z.union([z.number(), z.string().max(500)]).nullable();
const testSchema = z.strictObject({
  field: z.string().max(60),
  comparison: z.enum(comparisons),
  /** Money in minor units, shares 0..1, dates as ISO days, words as they stand in the record. */
  value: valueSchema,
});
export type FieldTest = z.infer<typeof testSchema>;

/** A rule: one of those to start from, or one's own over the records of a table, those that `where` picks. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('builtIn'),
    rule: z.enum(builtInRuleIds as [BuiltInRule, ...BuiltInRule[]]),
    amount: z.number().min(0).nullable(),
  }),
  z.strictObject({
    kind: z.literal('own'),
    table: z.enum(ruleTables as [RuleTable, ...RuleTable[]]),
    /** All of these pick a record; none picks every one. */
    where: z.array(testSchema).max(5),
    /** What must be so of each. */
    must: testSchema,
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** The rule of a guardrail; null where a newer program wrote one that this one does not know. */
export function ruleOf(guardrail: Guardrail): Rule | null {
  const parsed = ruleSchema.safeParse(guardrail.rule);
  if (!parsed.success) return null;
  const rule = parsed.data;
  if (rule.kind === 'builtIn') return rule;
  const fields: Readonly<Record<string, FieldKind>> = ruleFields[rule.table];
  const known = [rule.must, ...rule.where].every(({ field }) => Object.hasOwn(fields, field));
  return known ? rule : null;
}

/** The guardrails to start from, without names: those are words of a language. */
export function startingRules(): readonly Rule[] {
  return builtInRuleIds.map((rule) => ({ kind: 'builtIn', rule, amount: builtInRules[rule].amount }));
}
