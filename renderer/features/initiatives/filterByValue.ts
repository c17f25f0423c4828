import { dayNumber } from '../../../shared/domain/time.ts';
import type { Column } from './columns.ts';
import type { Filter } from './filterRows.ts';
import type { InitiativeRow } from './rows.ts';

/** The filter that lets through what holds the same as this cell; null for figures, which are seldom the same. */
export function filterByValue(column: Column, row: InitiativeRow): Filter | null {
  const { initiative } = row;
  switch (column.kind) {
    case 'mode':
      return { kind: 'choice', values: [initiative.mode] };
    case 'stage':
      return { kind: 'choice', values: [initiative.stage] };
    case 'date': {
      const date = column.id === 'startDate' ? initiative.startDate : initiative.endDate;
      if (date === null) return { kind: 'unknown' };
      return { kind: 'range', from: dayNumber(date), to: dayNumber(date) };
    }
    case 'money': {
      const amount = column.id === 'budget' ? initiative.budget : initiative.spent;
      return amount === null ? { kind: 'unknown' } : { kind: 'range', from: amount, to: amount };
    }
    case 'list': {
      const first = column.list?.(row)[0];
      return first === undefined ? { kind: 'unknown' } : { kind: 'contains', text: first };
    }
    case 'text': {
      const text = column.text?.(row);
      return text ? { kind: 'contains', text } : { kind: 'unknown' };
    }
    default:
      return null;
  }
}
