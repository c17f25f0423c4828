import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { Initiative, Outcome, OutcomeReading, Segment } from '../../../shared/domain/records.ts';
import { deleteOutcomes, duplicateOutcome, linkOutcome } from '../../../shared/planning/outcomes.ts';
import { patch, put } from '../../../shared/planning/planned.ts';
import { nameOfCopy } from '../../commands/commandList.ts';
import { newId } from '../../state/initiativeActions.ts';
import { namedRecords } from '../../state/namedRecords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';

const differs = <R extends object>(record: R, values: Partial<R>): boolean =>
  Object.entries(values).some(([key, value]) => record[key as keyof R] !== value);

/** Adds an outcome and shows it; answers its id, or null when it was refused. */
export async function createOutcome(name: string, values: Partial<Outcome> = {}): Promise<string | null> {
  const record = { ...newOutcome(newId(), name.trim()), ...values };
  if (!(await change('outcome.create', { name: record.name }, [put('outcome', record)]))) return null;
  useView.getState().select({ kind: 'outcome', id: record.id });
  return record.id;
}

/** Changes fields of an outcome; what is the same already writes nothing. */
export function editOutcome(outcome: Outcome, values: Partial<Outcome>): void {
  if (!differs(outcome, values)) return;
  void change('outcome.edit', { name: values.name ?? outcome.name }, [
    { op: 'patch', table: 'outcome', id: outcome.id, values },
  ]);
}

/** Copies an outcome and shows the copy. */
export async function copyOutcome(outcome: Outcome): Promise<void> {
  const { records } = usePortfolio.getState();
  const planned = records && duplicateOutcome(records, outcome.id, nameOfCopy, newId);
  if (!planned?.ok) return;
  if (await change('outcome.duplicate', { name: outcome.name }, planned.changes))
    useView.getState().select({ kind: 'outcome', id: planned.id });
}

/** Deletes outcomes with their readings and links, in one step. */
export async function removeOutcomes(ids: readonly string[]): Promise<void> {
  const { records } = usePortfolio.getState();
  const planned = records && deleteOutcomes(records, ids);
  if (!planned?.ok) return;
  const count = planned.outcomes;
  const name = records?.outcome[ids[0] ?? '']?.name ?? '';
  const key = count > 1 ? 'outcome.deleteMany' : 'outcome.delete';
  if (!(await change(key, { name, count }, planned.changes))) return;
  const { selection, select } = useView.getState();
  if (selection?.kind === 'outcome' && ids.includes(selection.id)) select(null);
}

/** Says for whom an outcome is, or which team owns it, by the name; a new name makes that record in the same step. */
export function nameIn(outcome: Outcome, field: 'segmentId' | 'ownerTeamId', typed: string): void {
  const names = namedRecords();
  const id = names.idOf(field === 'segmentId' ? 'segment' : 'team', typed);
  if (id === outcome[field]) return;
  void change('outcome.edit', { name: outcome.name }, [
    ...names.changes(),
    patch('outcome', outcome.id, { [field]: id }),
  ]);
}

/** Adds a customer segment; answers its id, that of the one that has the name already, or null when it was refused. */
export async function createSegment(name: string): Promise<string | null> {
  const names = namedRecords();
  const id = names.idOf('segment', name);
  return (await change('segment.create', { name: name.trim() }, names.changes())) ? id : null;
}

/** Deletes a customer segment; outcomes that were for it stay. */
export const removeSegment = (segment: Segment): Promise<boolean> =>
  change('segment.delete', { name: segment.name }, [{ op: 'remove', table: 'segment', id: segment.id }]);

/** Writes down what the metric stood at on a day. */
export const addReading = (outcome: Outcome, date: string, value: number): Promise<boolean> =>
  change('reading.add', { name: outcome.name }, [
    put('outcomeReading', { id: newId(), outcomeId: outcome.id, date, value, note: '' }),
  ]);

/** Changes a reading. */
export function editReading(
  outcome: Outcome,
  reading: OutcomeReading,
  values: Partial<OutcomeReading>,
): void {
  if (!differs(reading, values)) return;
  void change('reading.edit', { name: outcome.name }, [
    { op: 'patch', table: 'outcomeReading', id: reading.id, values },
  ]);
}

/** Removes a reading. */
export const removeReading = (outcome: Outcome, reading: OutcomeReading): Promise<boolean> =>
  change('reading.remove', { name: outcome.name }, [
    { op: 'remove', table: 'outcomeReading', id: reading.id },
  ]);

export interface LinkAnswer {
  readonly ok: boolean;
  /** What was given of what was asked for; null where the two are the same. */
  readonly capped: number | null;
}

/** Lets an initiative serve an outcome with a share of its effort; null takes what is free. */
export async function linkToOutcome(
  initiative: Initiative,
  outcome: Outcome,
  weight: number | null,
  isNew = false,
): Promise<LinkAnswer> {
  const { records } = usePortfolio.getState();
  if (!records) return { ok: false, capped: null };
  const made = isNew ? [put('outcome', outcome)] : [];
  const seen = isNew ? { ...records, outcome: { ...records.outcome, [outcome.id]: outcome } } : records;
  const planned = linkOutcome(seen, initiative.id, outcome.id, weight, newId);
  if (!planned.ok)
    return { ok: planned.reason === 'alreadyThere', capped: planned.reason === 'noShareLeft' ? 0 : null };
  const key = weight === null ? 'outcome.link' : 'outcome.weight';
  const label = { name: initiative.name, outcome: outcome.name };
  const ok = await change(key, label, [...made, ...planned.changes]);
  return { ok, capped: weight !== null && planned.given < planned.asked ? planned.given : null };
}

/** Lets an initiative no longer serve an outcome. */
export const unlinkOutcome = (initiative: Initiative, outcome: Outcome, linkId: string): Promise<boolean> =>
  change('outcome.unlink', { name: initiative.name, outcome: outcome.name }, [
    { op: 'remove', table: 'outcomeLink', id: linkId },
  ]);
