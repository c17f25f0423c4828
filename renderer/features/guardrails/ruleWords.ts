import type { Guardrail, PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type BuiltInRule,
  builtInRules,
  type Comparison,
  type FieldKind,
  type FieldTest,
  type Rule,
  type RuleTable,
  ruleFields,
  ruleOf,
} from '../../../shared/guardrails/rules.ts';
import { type Language, languages } from '../../../shared/text/area.ts';
import {
  countAs,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
} from '../../../shared/text/format.ts';
import type { Say } from '../../i18n.ts';
import { MASK } from '../../pictures/hide.ts';
import { sayIn } from '../../pictures/words.ts';
import { fieldWord, valueWords } from '../history/fieldWords.ts';

/** What rules are said with: one language, the portfolio's currency, and the names of what they point at. */
export interface RuleSpeech {
  readonly say: Say<'guardrails'>;
  readonly language: Language;
  readonly currency: string;
  readonly records: PortfolioRecords;
  /** What must not be said. */
  readonly hides: { readonly amounts: boolean; readonly names: boolean };
}

/** The speech of a language, whatever the page speaks. */
export const ruleSpeech = (
  language: Language,
  currency: string,
  records: PortfolioRecords,
  hides: RuleSpeech['hides'] = { amounts: false, names: false },
): RuleSpeech => ({ say: sayIn(language, 'guardrails'), language, currency, records, hides });

/** What a limit counts. */
export type LimitUnit = 'days' | 'initiatives' | 'share' | 'level' | 'money' | 'number' | 'date';

const units: Readonly<Record<BuiltInRule, LimitUnit | null>> = {
  outcomeServed: null,
  firstRelease: 'days',
  parallelWork: 'initiatives',
  partnerShare: 'share',
  measuredValue: 'days',
  evidenceBeforeMoney: 'share',
  ownedCapability: 'level',
};

/** What a field of a rule's table holds. */
export function kindOf(table: RuleTable, field: string): FieldKind {
  const fields: Readonly<Record<string, FieldKind>> = ruleFields[table];
  return fields[field] ?? 'text';
}

/** The number of a rule that can be changed in place, and what it counts; null for a rule without one. */
export function limitOf(
  rule: Rule,
): { readonly unit: LimitUnit; readonly value: number | string | null } | null {
  if (rule.kind === 'builtIn') {
    const unit = units[rule.rule];
    return unit === null ? null : { unit, value: rule.amount ?? builtInRules[rule.rule].amount };
  }
  const { field, comparison, value } = rule.must;
  const kind = kindOf(rule.table, field);
  if (!hasValue(comparison) || kind === 'text' || kind === 'record') return null;
  return { unit: kind, value };
}

/** The same rule with another limit. */
export function withLimit(rule: Rule, value: number | string): Rule {
  if (rule.kind === 'own') return { ...rule, must: { ...rule.must, value } };
  return typeof value === 'number' ? { ...rule, amount: value } : rule;
}

/** `known` and `unknown` are held against nothing. */
export const hasValue = (comparison: Comparison): boolean =>
  comparison !== 'known' && comparison !== 'unknown';

/** Comparisons that mean something for what a field holds. */
export function comparisonsFor(kind: FieldKind): readonly Comparison[] {
  return kind === 'text' || kind === 'record'
    ? ['is', 'isNot', 'known', 'unknown']
    : ['atMost', 'atLeast', 'is', 'isNot', 'known', 'unknown'];
}

/** A comparison in words; days come sooner or later rather than be more or less. */
export function comparisonWord(comparison: Comparison, kind: FieldKind, { say }: RuleSpeech): string {
  if (kind === 'date' && comparison === 'atMost') return say('comparison.atMost.date');
  if (kind === 'date' && comparison === 'atLeast') return say('comparison.atLeast.date');
  return say(`comparison.${comparison}`);
}

/** A value that a rule holds a field against, or that a record has there, as people read it. */
export function ruleValueWords(
  table: RuleTable,
  field: string,
  value: number | string | null,
  { language, currency, records, say, hides }: RuleSpeech,
): string {
  if (value === null || value === '') return say('editor.choose');
  const kind = kindOf(table, field);
  if (typeof value === 'number') {
    // The measure of an outcome may be counted in money.
    const isAmount =
      kind === 'money' || (table === 'outcome' && (field === 'baseline' || field === 'target'));
    if (hides.amounts && isAmount) return MASK;
    if (kind === 'money') return formatMoney(value, currency, language);
    if (kind === 'share') return formatPercent(value, language, 1);
    return formatNumber(value, language, 2);
  }
  if (kind === 'date') return formatDate(value, language);
  if (kind === 'record') return referred(records, field)[value]?.name ?? say('waivers.gone');
  const words = valueWords(table, field, value, { language, currency, names: {}, gone: '', unknown: '' });
  // Words of our own are no one's name; what was typed may be one, or hold an amount.
  return words === value && (hides.names || hides.amounts) ? MASK : words;
}

/** What a reference points at. */
export const referred = (
  records: PortfolioRecords,
  field: string,
): Readonly<Record<string, { readonly id: string; readonly name: string }>> =>
  field === 'segmentId' ? records.segment : records.team;

function testWords(table: RuleTable, test: FieldTest, speech: RuleSpeech): string {
  const field = fieldWord(table, test.field, speech.language);
  const comparison = comparisonWord(test.comparison, kindOf(table, test.field), speech);
  return hasValue(test.comparison)
    ? speech.say('test.value', {
        field,
        comparison,
        value: ruleValueWords(table, test.field, test.value, speech),
      })
    : speech.say('test.bare', { field, comparison });
}

/** A rule as a sentence without a full stop: what it is called until somebody names it otherwise. */
export function ruleWords(rule: Rule, speech: RuleSpeech): string {
  const { say, language } = speech;
  if (rule.kind === 'own') {
    const of = say(`of.${rule.table}`);
    const test = testWords(rule.table, rule.must, speech);
    if (rule.where.length === 0) return say('rule.must', { of, test });
    const where = rule.where.map((each) => testWords(rule.table, each, speech)).join(say('rule.and'));
    return say('rule.mustWhere', { of, where, test });
  }
  if (rule.rule === 'outcomeServed') return say('rule.outcomeServed');
  const limit = limitOf(rule);
  const value = typeof limit?.value === 'number' ? limit.value : 0;
  const amount =
    limit?.unit === 'share' ? formatPercent(value, language, 1) : formatNumber(value, language, 2);
  return say(`rule.${rule.rule}`, { count: countAs(amount), amount });
}

/** True while a guardrail is called what its rule says, in whichever language that was. */
export function isProposedName(guardrail: Guardrail, rule: Rule, speech: RuleSpeech): boolean {
  return languages.some(
    (language) => ruleWords(rule, ruleSpeech(language, speech.currency, speech.records)) === guardrail.name,
  );
}

/**
 * What a guardrail is called in the language of the speech: its own name, or its rule where nobody gave it one, and
 * where what people typed must not be said.
 */
export function guardrailName(guardrail: Guardrail, speech: RuleSpeech): string {
  const rule = ruleOf(guardrail);
  if (speech.hides.amounts || speech.hides.names)
    return rule ? ruleWords(rule, speech) : speech.say('state.newer');
  return rule && isProposedName(guardrail, rule, speech) ? ruleWords(rule, speech) : guardrail.name;
}
