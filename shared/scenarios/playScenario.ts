import type { Change } from '../contract/changes.ts';
import { type AppError, Failure } from '../contract/result.ts';
import type { PortfolioRecords, ScenarioStep, TableName } from '../domain/records.ts';
import { referredId } from '../domain/references.ts';
import { ChangeSheet } from '../planning/withChanges.ts';
import { checkRecords, invalidRecord, missingRecord, parseRecord } from '../rules/recordRules.ts';
import { changesOf, scenarioSteps } from './scenarioChanges.ts';

/** A step of a scenario that does not fit the plan any more, and why. */
export interface PassedOver {
  readonly step: ScenarioStep;
  readonly error: AppError;
}

/** The plan as a scenario has it. */
export interface Played {
  readonly records: PortfolioRecords;
  /** Everything that was done, in order. */
  readonly changes: readonly Change[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * The records with a scenario's steps on top, and those of the scenarios it stands on. A step that does not fit the
 * plan any more (its record is gone, or it would break a rule) is passed over as a whole and named.
 */
export function playScenario(records: PortfolioRecords, scenarioId: string): Played {
  const steps = scenarioSteps(records, scenarioId);
  const passedOver = new Map<string, PassedOver>();
  for (;;) {
    const sheet = new ChangeSheet(records);
    const changes: Change[] = [];
    const broken = steps.find((step) => {
      if (passedOver.has(step.id)) return false;
      try {
        const own = changesOf(step);
        if (!own) throw invalidRecord('scenarioStep', step, 'changes', 'it changes what scenarios cannot');
        doStep(sheet, own);
        changes.push(...own);
        return false;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        passedOver.set(step.id, { step, error: error.error });
        return true;
      }
    });
    // Half of a broken step stands on the sheet: everything else is played again without it.
    if (!broken) return { records: sheet.records(), changes, passedOver: [...passedOver.values()] };
  }
}

/**
 * The records after the changes, checked as the file would check them. Throws `not_found`, `invalid_record`,
 * `broken_reference` or `capability_cycle`.
 */
export function withCheckedChanges(records: PortfolioRecords, changes: readonly Change[]): PortfolioRecords {
  const sheet = new ChangeSheet(records);
  doStep(sheet, changes);
  return sheet.records();
}

function doStep(sheet: ChangeSheet, changes: readonly Change[]): void {
  const removed = new Set<string>();
  for (const change of changes) {
    if (change.op !== 'put' && !sheet.find(change.table, change.id)) {
      // A selection may hold a record together with what belongs to it, which is gone by the time its turn comes.
      if (change.op === 'remove' && removed.size > 0) continue;
      throw missingRecord(change.table, change.id);
    }
    if (change.op === 'remove') removed.add(change.id);
    sheet.apply([checked(sheet, change)]);
  }
  checkRecords(
    {
      isNew: () => false,
      find: (table, id) => sheet.find(table, id),
      referring: (table, reference, id) =>
        sheet.all(table).filter((record) => referredId(record, reference) === id),
    },
    sheet.takeTouched(),
  );
}

function checked(sheet: ChangeSheet, change: Change): Change {
  if (change.op === 'remove') return change;
  const raw =
    change.op === 'put' ? change.record : { ...sheet.find(change.table, change.id), ...change.values };
  return { op: 'put', table: change.table, record: asRecord(change.table, raw) };
}

const asRecord = (table: TableName, raw: unknown): Record<string, unknown> => ({
  ...(parseRecord(table, raw) as unknown as Record<string, unknown>),
});
