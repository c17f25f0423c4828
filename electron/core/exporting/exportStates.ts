import type { Snapshot } from '../../../shared/contract/methods.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import type { ReportOptions } from '../../../shared/report/options.ts';
import {
  type Looked,
  lookedKey,
  planState,
  type ReportState,
  type ReportStates,
  scenarioState,
} from '../../../shared/report/states.ts';
import { appliedAt } from '../../../shared/scenarios/scenarioChanges.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { storyboardPages } from '../../../shared/storyboard/pages.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { safeFileName } from '../fileNames.ts';
import type { ExportSource } from './exportOrder.ts';

/** What a portfolio keeps of former times: its last steps, the list of its frozen states, and each with its records. */
interface Kept {
  readonly steps: ReportStates['steps'];
  readonly snapshots: readonly Snapshot[];
  /** Throws `not_found` for one that is gone. */
  readonly read: (id: string) => { readonly snapshot: Snapshot; readonly records: PortfolioRecords };
}

type Wanted = Pick<ExportSource, 'snapshot' | 'scenario'>;

/**
 * The state that an export is of, and those that the pages of a storyboard were added with. Throws `invalid_input`
 * where both a snapshot and a scenario are asked for, `not_found` where either is gone. A page whose own scenario or
 * snapshot is gone is of the plan, as on the stage.
 */
export function exportStates(
  plan: PortfolioRecords,
  wanted: Wanted,
  storyboard: string | null,
  kept: Kept,
): ReportStates {
  const { snapshot, scenario } = wanted;
  const looked = lookedAt(wanted);
  if (snapshot !== null && scenario !== null)
    throw new Failure('invalid_input', 'a snapshot holds no scenario of the plan: ask for one of them', {
      place: { field: 'scenario' },
    });
  const stateOf = (looked: Looked): ReportState => {
    if (looked.kind === 'plan') return planState(plan);
    if (looked.kind === 'scenario') return scenarioState(plan, looked.id);
    const frozen = kept.read(looked.id);
    return { looked, name: frozen.snapshot.name, records: frozen.records, leftOut: [] };
  };
  const shown = stateOf(looked);
  const ofPages: Record<string, ReportState> = {};
  for (const page of storyboard === null ? [] : storyboardPages(plan, storyboard, 'en')) {
    const { compared } = page;
    for (const needed of [page.looked, compared?.base, ...(compared?.others ?? [])]) {
      if (!needed) continue;
      const key = lookedKey(needed);
      ofPages[key] ??= key === lookedKey(looked) ? shown : stillThere(plan, () => stateOf(needed));
    }
  }
  return { shown, plan, ofPages, snapshots: kept.snapshots, steps: kept.steps };
}

/** What an export is of. */
export const lookedAt = ({ snapshot, scenario }: Wanted): Looked =>
  snapshot !== null
    ? { kind: 'snapshot', id: snapshot }
    : scenario !== null
      ? { kind: 'scenario', id: scenario }
      : { kind: 'plan' };

function stillThere(plan: PortfolioRecords, state: () => ReportState): ReportState {
  try {
    return state();
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'not_found') return planState(plan);
    throw error;
  }
}

/**
 * The name of the files without an ending; what a scenario or a snapshot is called may name anybody and hold an amount,
 * and is left out with these.
 */
export function exportStem(
  base: string,
  { looked, name }: Pick<ReportState, 'looked' | 'name'>,
  options: ReportOptions,
): string {
  if (looked.kind === 'plan') return safeFileName(base);
  const { language, names, amounts } = options;
  const words = reports[language];
  const told =
    names === 'hidden'
      ? looked.kind === 'snapshot'
        ? words['foot.someSnapshot']
        : words['page.comparison']
      : amounts === 'hidden'
        ? withoutAmounts(name)
        : name;
  return safeFileName(`${base} - ${told}`);
}

/**
 * The records word for word, for formats that can be read in again: a scenario whose changes they hold is said to be in
 * the plan, so that nobody applies it a second time.
 */
export function wholeRecords({ shown: { looked, records } }: ReportStates, at: string): PortfolioRecords {
  return looked.kind === 'scenario' ? withChanges(records, appliedAt(records, looked.id, at)) : records;
}
