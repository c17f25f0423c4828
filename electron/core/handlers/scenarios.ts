import { readRecords } from '../../../db/repositories/records.ts';
import { createSnapshot } from '../../../db/snapshots.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { appliedAt } from '../../../shared/scenarios/scenarioChanges.ts';
import type { Handlers } from '../context.ts';
import { applyChanges } from '../records/applyChanges.ts';

/** Scenarios become part of the plan; everything else about them are ordinary changes of records. */
export const scenarioHandlers = {
  'scenario.apply': ({ id, passOver, snapshotName }, { session, now }) => {
    const db = session.writing();
    const records = readRecords(db);
    const scenario = Object.hasOwn(records.scenario, id) ? records.scenario[id] : undefined;
    if (!scenario || scenario.appliedAt !== null) {
      throw new Failure('not_found', `there is no scenario ${id} to apply`, {
        params: { what: 'scenario', id },
      });
    }
    const played = playScenario(records, id);
    const [first] = played.passedOver;
    if (first && !passOver) {
      throw new Failure(
        'scenario_does_not_fit',
        `${played.passedOver.length} steps of the scenario ${scenario.name} do not fit the plan any more; the first: ${first.error.message}`,
        { params: { steps: played.passedOver.length, name: scenario.name } },
      );
    }
    const at = now().toISOString();
    const snapshot = createSnapshot(db, { name: snapshotName, note: '', by: session.author(), at });
    const label = { key: 'scenario.apply', params: { name: scenario.name.slice(0, 500) } };
    const changed = session.change(label, (writer) =>
      applyChanges(writer, [...played.changes, ...appliedAt(records, id, at)]),
    );
    return { changed, passedOver: played.passedOver.length, snapshot };
  },
} satisfies Handlers<'scenario.apply'>;
