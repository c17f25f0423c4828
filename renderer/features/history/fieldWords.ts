import type { RecordChange } from '../../../shared/contract/methods.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { references } from '../../../shared/domain/references.ts';
import type { Language } from '../../../shared/text/area.ts';
import { common } from '../../../shared/text/catalogues/common.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { formatDate, formatMoney, formatNumber, formatPercent } from '../../../shared/text/format.ts';
import { joinParts, labelled } from '../../../shared/text/join.ts';

type Json = RecordChange['fields'][number]['after'];
type Words = Readonly<Record<string, string>>;

const money = new Set([
  'budget',
  'spent',
  'valuePerMonth',
  'penaltyPerMonth',
  'teamDayRate',
  'dayRate',
  'cost',
  'plannedValuePerMonth',
  'measuredValuePerMonth',
  'neededMoney',
  'amount',
]);
const shares = new Set([
  'weight',
  'familiarity',
  'teamAllocation',
  'allocation',
  'carryOver',
  'scopeShare',
  'valueShare',
  'exitReadiness',
  'valueDecayMonthly',
  'keptLow',
  'keptLikely',
  'keptHigh',
]);
const isReference = (table: string, field: string): boolean =>
  (references[table as TableName] ?? []).some((each) => each.field === field);

/** What a field is called: a reference by what it points at, without the word id. */
export function fieldWord(table: string, field: string, language: Language): string {
  const words: Words = exporting[language];
  const named = isReference(table, field) ? words[`column.${field.replace(/Id$/, 'Name')}`] : undefined;
  return named ?? words[`column.${table}.${field}`] ?? words[`column.${field}`] ?? field;
}

export interface ValueContext {
  readonly language: Language;
  readonly currency: string;
  /** Names of records that values refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What a reference to a record that is gone is called. */
  readonly gone: string;
  readonly unknown: string;
}

/** A value as people read it: names for ids, money, shares, dates and words of the language; unknown is said. */
export function valueWords(table: string, field: string, value: Json, context: ValueContext): string {
  const { language, currency, names } = context;
  if (value === null || value === '') return context.unknown;
  const words: Words = exporting[language];
  if (typeof value === 'boolean') return words[value ? 'value.yes' : 'value.no'] ?? String(value);
  if (typeof value === 'number') {
    if (money.has(field)) return formatMoney(value, currency, language);
    if (shares.has(field)) return formatPercent(value, language, 1);
    return formatNumber(value, language, 4);
  }
  if (typeof value === 'string') {
    if (isReference(table, field)) return names[value] ?? context.gone;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language);
    return wordOf(table, field, value, language) ?? value;
  }
  if (Array.isArray(value))
    return value.length === 0 ? context.unknown : joinParts(value.map(part), language);
  const entries = Object.entries(value);
  return entries.length === 0
    ? context.unknown
    : joinParts(
        entries.map(([name, own]) => labelled(name, plain(own as Json), language)),
        language,
      );
}

/** An entry of a list: itself, or what its parts say. */
const part = (value: Json): string =>
  typeof value === 'object' && value !== null ? Object.values(value).map(String).join(' – ') : String(value);

/** A part of a value that holds parts: what was set, where it is one that somebody set. */
function plain(value: Json): string {
  if (value === null) return '–';
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value) && 'value' in value) return plain(value.value as Json);
  return JSON.stringify(value);
}

function wordOf(table: string, field: string, value: string, language: Language): string | undefined {
  const terms: Words = common[language];
  const words: Words = exporting[language];
  switch (`${table}.${field}`) {
    case 'initiative.mode':
      return terms[`mode.${value}`];
    case 'initiative.stage':
      return terms[`stage.${value}`];
    case 'phase.kind':
      return terms[`phase.${value}`];
    case 'partner.relationship':
      return words[`value.${value}`];
    case 'segment.kind':
      return words[`value.segment.${value}`];
    case 'outcome.direction':
      return words[`value.direction.${value}`];
    case 'outcome.businessValue':
      return words[`value.businessValue.${value}`];
    case 'handoff.kind':
      return words[`value.handoff.${value}`];
    case 'tranche.decision':
      return words[`value.decision.${value}`];
    default:
      return undefined;
  }
}
