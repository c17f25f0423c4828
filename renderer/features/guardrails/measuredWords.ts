import type { AnyRecord, TableName } from '../../../shared/domain/records.ts';
import type { Verdict } from '../../../shared/guardrails/builtIn.ts';
import type { Rule } from '../../../shared/guardrails/rules.ts';
import { formatNumber, formatPercent } from '../../../shared/text/format.ts';
import { fieldWord } from '../history/fieldWords.ts';
import { limitOf, type RuleSpeech, ruleValueWords } from './ruleWords.ts';

/** What was found at a record that breaks a rule. */
export function measuredWords(rule: Rule, verdict: Verdict, speech: RuleSpeech): string {
  const { say, language } = speech;
  const { measured } = verdict;
  if (rule.kind === 'own') {
    const record = recordOf(speech, rule.table, verdict.id);
    const value = (record as unknown as Readonly<Record<string, unknown>> | null)?.[rule.must.field];
    const field = fieldWord(rule.table, rule.must.field, language);
    const known = typeof value === 'number' || (typeof value === 'string' && value !== '');
    return say('measured.value', {
      field,
      value: known ? ruleValueWords(rule.table, rule.must.field, value, speech) : say('comparison.unknown'),
    });
  }
  switch (rule.rule) {
    case 'outcomeServed':
      return say('measured.noOutcome');
    case 'ownedCapability':
      return say('measured.noOwner');
    case 'parallelWork':
      return say('measured.initiatives', { number: formatNumber(measured, language, 1) ?? '' });
    case 'partnerShare':
      return say('measured.share', { number: formatPercent(measured, language) ?? '' });
    case 'evidenceBeforeMoney': {
      const most = limitOf(rule)?.value;
      const number = formatPercent(measured, language) ?? '';
      return typeof most === 'number' && measured !== null && measured <= most
        ? say('measured.shareUnproved', { number })
        : say('measured.share', { number });
    }
    default:
      return measured === null
        ? say('measured.never')
        : say('measured.days', { count: Math.round(measured), number: formatNumber(measured, language) });
  }
}

/** What would have to be entered before anything can be said of a record. */
export function missingWords(rule: Rule, { say, language }: RuleSpeech): string {
  return rule.kind === 'builtIn'
    ? say(`measured.missing.${rule.rule}`)
    : say('measured.missing.field', { field: fieldWord(rule.table, rule.must.field, language) });
}

/** The field of an initiative that a rule asks for, as `enterField` names it. */
export function missingField(rule: Rule): string {
  if (rule.kind === 'own') return `initiative.${rule.must.field}`;
  if (rule.rule === 'parallelWork') return 'initiative.teamParallel';
  if (rule.rule === 'evidenceBeforeMoney') return 'initiative.budget';
  return 'initiative.phases';
}

/** A record by its id; null where it is gone. */
export function recordOf(
  speech: Pick<RuleSpeech, 'records'>,
  table: TableName,
  id: string,
): AnyRecord | null {
  const all: Readonly<Record<string, AnyRecord>> = speech.records[table];
  return Object.hasOwn(all, id) ? (all[id] ?? null) : null;
}

/** Whether a larger figure is the worse one. */
export const worseIs = (rule: Rule): 'higher' | 'lower' =>
  rule.kind === 'own' && rule.must.comparison === 'atLeast' ? 'lower' : 'higher';
