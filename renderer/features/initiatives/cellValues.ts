import { type Initiative, modes, stages } from '../../../shared/domain/records.ts';
import { NAME_SEPARATOR } from '../../../shared/planning/linkLists.ts';
import type { Language } from '../../../shared/text/area.ts';
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatMonths,
  formatPercent,
  toMajor,
} from '../../../shared/text/format.ts';
import { joinWords } from '../../../shared/text/join.ts';
import { type InvalidKey, type Parsed, parseDate, parseMoney } from '../../ui/parse.ts';
import type { Column, Figures } from './columns.ts';
import type { InitiativeRow } from './rows.ts';

/** What a cell shows apart from its marks; null where the value is unknown. */
export function shownText(
  column: Column,
  row: InitiativeRow,
  figures: Figures,
  currency: string,
  language: Language,
): string | null {
  const { initiative } = row;
  switch (column.id) {
    case 'startDate':
    case 'endDate':
      return formatDate(initiative[column.id], language);
    case 'budget':
    case 'spent':
      return formatMoneyShort(initiative[column.id], currency, language);
    case 'wasteShare':
      return formatPercent(figures.wasteShare, language);
    case 'timeToFirstValue':
      return formatMonths(figures.timeToFirstValueMonths, language);
    default: {
      const text = column.list ? joinWords(column.list(row), language) : column.text?.(row);
      return text || null;
    }
  }
}

/** The exact amount behind a short one, for a pointer that rests on it. */
export function fullText(
  column: Column,
  row: InitiativeRow,
  currency: string,
  language: Language,
): string | null {
  if (column.id === 'budget' || column.id === 'spent')
    return formatMoney(row.initiative[column.id], currency, language);
  return null;
}

/** What the editor starts with: the value in the form in which it can be typed again. */
export function editText(column: Column, row: InitiativeRow, currency: string): string {
  const { initiative } = row;
  switch (column.id) {
    case 'startDate':
    case 'endDate':
      return initiative[column.id] ?? '';
    case 'budget':
    case 'spent': {
      const value = initiative[column.id];
      return value === null ? '' : String(toMajor(value, currency));
    }
    default:
      return column.list?.(row).join(NAME_SEPARATOR) ?? column.text?.(row) ?? '';
  }
}

/** A typed cell: the fields to write, or a team by its name, which may have to be made first. */
export type CellChange =
  | { readonly kind: 'fields'; readonly values: Partial<Initiative> }
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'links'; readonly table: 'capability' | 'partner'; readonly text: string };

const fields = (values: Partial<Initiative>): Parsed<CellChange> => ({
  ok: true,
  value: { kind: 'fields', values },
});
const refuse = (reason: InvalidKey): Parsed<CellChange> => ({ ok: false, reason });

/** Words that stand for a mode or a stage, in both languages, lower-cased. */
export type Words = ReadonlyMap<string, string>;

/** Reads typed or pasted text for a cell. Empty makes the value unknown where it may be. */
export function readCell(
  column: Column,
  text: string,
  initiative: Initiative,
  currency: string,
  words: Words,
): Parsed<CellChange> {
  if (column.links) return { ok: true, value: { kind: 'links', table: column.links, text } };
  const clean = text.trim();
  const word = words.get(clean.toLowerCase()) ?? clean;
  switch (column.id) {
    case 'name':
      if (clean === '') return refuse('invalid.name');
      return clean.length > 500 ? refuse('invalid.long') : fields({ name: clean });
    case 'owner':
    case 'status':
      return clean.length > 500 ? refuse('invalid.long') : fields({ [column.id]: clean || null });
    case 'externalId':
      return clean.length > 200 ? refuse('invalid.long') : fields({ externalId: clean || null });
    case 'team':
      return clean === '' ? fields({ teamId: null }) : { ok: true, value: { kind: 'team', name: clean } };
    case 'mode': {
      const mode = modes.find((each) => each === word);
      return mode ? fields({ mode }) : refuse('invalid.choice');
    }
    case 'stage': {
      if (clean === '') return fields({ stage: null });
      const stage = stages.find((each) => each === word);
      return stage ? fields({ stage }) : refuse('invalid.choice');
    }
    case 'startDate':
    case 'endDate': {
      const date = parseDate(text);
      if (!date.ok) return date;
      const start = column.id === 'startDate' ? date.value : initiative.startDate;
      const end = column.id === 'endDate' ? date.value : initiative.endDate;
      if (start !== null && end !== null && end < start) return refuse('invalid.order');
      return fields({ [column.id]: date.value });
    }
    case 'budget':
    case 'spent': {
      const money = parseMoney(text, currency);
      return money.ok ? fields({ [column.id]: money.value }) : money;
    }
    default:
      return refuse('invalid.choice');
  }
}
