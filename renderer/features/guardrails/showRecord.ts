import type { PortfolioRecords, TableName } from '../../../shared/domain/records.ts';
import { useView, type ViewId } from '../../state/viewStore.ts';
import { enterField } from '../flow/enterField.ts';

/** Where records are shown and changed: releases and tranches with their initiative. */
function placeOf(
  records: PortfolioRecords,
  table: TableName,
  id: string,
): { readonly kind: 'initiative' | 'capability' | 'outcome' | 'partner'; readonly id: string } | null {
  if (table === 'release' || table === 'tranche') {
    const own = records[table][id];
    return own?.initiativeId ? { kind: 'initiative', id: own.initiativeId } : null;
  }
  return table === 'initiative' || table === 'capability' || table === 'outcome' || table === 'partner'
    ? { kind: table, id }
    : null;
}

/** Shows a record in the inspector, beside what is on the screen. */
export function selectRecord(records: PortfolioRecords, table: TableName, id: string): void {
  const place = placeOf(records, table, id);
  if (!place) return;
  useView.getState().select(place);
  useView.getState().set({ inspectorOpen: true });
}

/** True when this record is the selected one. */
export function isSelected(
  records: PortfolioRecords,
  table: TableName,
  id: string,
  selected: string | null,
): boolean {
  return selected !== null && placeOf(records, table, id)?.id === selected;
}

const viewOf: Readonly<Record<'capability' | 'outcome' | 'partner', ViewId>> = {
  capability: 'capabilities',
  outcome: 'outcomes',
  partner: 'directory',
};

/** Leads to where a missing fact of a record is entered. */
export function enterMissing(records: PortfolioRecords, table: TableName, id: string, field: string): void {
  const place = placeOf(records, table, id);
  if (!place) return;
  if (place.kind === 'initiative') {
    enterField(place.id, field);
    return;
  }
  useView.getState().lead(viewOf[place.kind]);
  selectRecord(records, table, id);
}
