import { isPercent, type ParameterUnit } from '../model/parameterTable.ts';
import type { ReceiptInput, ReceiptPart } from '../model/receiptTypes.ts';
import type { Language } from './area.ts';
import { common } from './catalogues/common.ts';
import { parameters } from './catalogues/parameters.ts';
import { receipts } from './catalogues/receipts.ts';
import { readable } from './figureName.ts';
import { filled } from './filled.ts';
import { formatBareAmount, formatInstant, formatNumber, formatShare } from './format.ts';
import { joinClauses } from './join.ts';

type Words = Readonly<Record<string, string>>;

/** The name of an input: a parameter, or a field of the plan such as `phases.0.rate`. */
export function inputNameIn(id: string, language: Language): string {
  const words: Words = receipts[language];
  const parameter = (parameters[language] as Words)[`param.${id}`];
  if (parameter !== undefined) return parameter;
  const path = id.split('.');
  const field = words[`field.${path.at(-1)}`] ?? readable(path.at(-1) ?? id);
  const number = Number(path[1]) + 1;
  const within: Readonly<Record<string, string | undefined>> = {
    phases: words['field.ofPhase'],
    product: words['field.ofTeam'],
    actual_releases: words['field.ofRelease'],
  };
  return filled(within[path[0] ?? ''] ?? '{{field}}', { number, field });
}

/** An input's value with its unit; what nobody entered is said. */
export function inputValueIn(
  { value, unit }: Pick<ReceiptInput, 'value' | 'unit'>,
  language: Language,
  currency: string,
): string {
  const words: Words = parameters[language];
  if (value === null) return receipts[language].unknown;
  if (typeof value === 'boolean') return words[value ? 'flag.yes' : 'flag.no'] ?? String(value);
  if (typeof value === 'string') return words[`choice.${value}`] ?? value;
  if (typeof value !== 'number') return value.map((each) => formatShare(each, language)).join(' · ');
  return parameterTextIn(value, unit as ParameterUnit | 'money_per_pd', language, currency);
}

/** A number in a parameter's unit: `40%`, `8% a year`, `3 months`, `700 USD a day`. */
export function parameterTextIn(
  value: number,
  unit: ParameterUnit | 'money_per_pd',
  language: Language,
  currency: string,
): string {
  const words: Words = parameters[language];
  // What follows the sign is part of its unit: 8% a year.
  if (isPercent(unit)) return formatShare(value, language, 1).replace('%', words[`unit.${unit}`] ?? '%');
  const isMoney = unit === 'money_per_month' || unit === 'money_per_pd';
  const number = isMoney ? formatBareAmount(value, language) : formatNumber(value, language, 3);
  const one = value === 1 ? words[`unit.${unit}_one`] : undefined;
  const said = filled(one ?? words[`unit.${unit}`] ?? '', { currency });
  return said === '' ? number : `${number} ${said}`;
}

/** Where an input comes from: the default, a setting of the portfolio, this initiative or the record; who set it, and when. */
export function inputSourceIn({ source, set_at, set_by }: ReceiptInput, language: Language): string {
  const words = parameters[language];
  const said = words[`source.${source}`];
  if (set_at === undefined) return said;
  const when = formatInstant(set_at, language);
  const who = filled(set_by ? words.setBy : words.setNobody, { who: set_by ?? '', when });
  return joinClauses([said, who], language);
}

/** What a part of a figure is. */
export function partNameIn({ label, of }: ReceiptPart, language: Language): string {
  const words: Words = receipts[language];
  const terms: Words = common[language];
  const number = of.index === undefined ? 0 : of.index + 1;
  const numbered = (key: string, at = number): string => filled(words[key] ?? label, { number: at });
  if (label === 'waiting_change') return numbered('part.waitingChange');
  switch (of.kind) {
    case 'phase': {
      const name = filled(words['part.phase'] ?? label, { number, name: of.id ?? '' });
      return label === 'wait' ? joinClauses([name, words['part.waitOf'] ?? label], language) : name;
    }
    case 'month':
      return numbered('part.month', of.index ?? 0);
    case 'change':
    case 'period':
    case 'release':
      return numbered(`part.${of.kind}`);
    case 'handover':
    case 'run':
    case 'core':
      return words[`part.${of.kind}`] ?? label;
    case 'category':
      return terms[`waste.${of.id}`] ?? words[`category.${of.id}`] ?? label;
    case 'mode':
      return terms[`mode.${of.id}`] ?? label;
    case 'term':
      return words[`term.${of.id}`] ?? readable(of.id ?? label);
  }
}
