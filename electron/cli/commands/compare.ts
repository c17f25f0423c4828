import { comparePlans, type PlanComparison } from '../../../shared/comparison/comparePlans.ts';
import { namedChanges } from '../../../shared/comparison/namedChanges.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { scenarioNamed } from '../findScenario.ts';
import { findSnapshot } from '../findSnapshot.ts';
import { type Headless, print } from '../headless.ts';
import { withReadable } from '../jsonPortfolio.ts';

export interface CompareOptions {
  readonly draws?: number;
  readonly json?: true;
}

/** What both sides of a comparison may be besides the name or id of a snapshot or of a scenario. */
const NOW = 'now';

/** Prints what differs between two states of a portfolio: snapshots, scenarios, or the plan as it is now. */
export async function compareStates(
  file: string,
  before: string,
  after: string,
  options: CompareOptions,
): Promise<boolean> {
  const { comparison, currency } = await withReadable(file, async (headless) => ({
    comparison: comparePlans(await stateOf(headless, before), await stateOf(headless, after), {
      ...(options.draws === undefined ? {} : { draws: options.draws }),
    }),
    currency: headless.opened.records.portfolio.portfolio?.currency ?? '',
  }));
  const { diff: _, ...records } = comparison.records;
  print(options.json, { from: before, to: after, ...comparison, records }, [
    `${before} → ${after}`,
    ...lines(comparison, currency),
  ]);
  return true;
}

async function stateOf({ opened, call }: Headless, name: string): Promise<PortfolioRecords> {
  if (name === NOW) return opened.records;
  const scenario = scenarioNamed(opened.records, name);
  if (!scenario) return (await call('snapshot.read', { id: (await findSnapshot(call, name)).id })).records;
  const played = playScenario(opened.records, scenario.id);
  const [first] = played.passedOver;
  if (first) {
    throw new Failure(
      'scenario_does_not_fit',
      `${played.passedOver.length} steps of the scenario ${scenario.name} do not fit the plan any more; the first: ${first.error.message}`,
      { params: { steps: played.passedOver.length, name: scenario.name } },
    );
  }
  return played.records;
}

/** Names in a line at most; `--json` has all of them. */
const NAMED = 10;

const nameKinds = [
  ['fresh', 'new'],
  ['restored', 'taken up again'],
  ['removed', 'removed'],
  ['retired', 'retired'],
  ['toProduct', 'now product teams'],
  ['toProject', 'now projects'],
] as const;

/** What happened to whom, a line for each kind that there is. */
function namedLines(comparison: PlanComparison): string[] {
  const changes = namedChanges(comparison);
  const line = (what: string, names: readonly string[]): string[] => {
    const more = names.length - NAMED;
    const shown = names.slice(0, NAMED).join(', ');
    return names.length === 0 ? [] : [`${what}: ${shown}${more > 0 ? ` and ${more} more` : ''}`];
  };
  return [
    ...nameKinds.flatMap(([kind, what]) => line(what, changes[kind])),
    ...line(
      'renamed',
      changes.renamed.map(({ before, after }) => `${before} → ${after}`),
    ),
    ...changes.besides.flatMap(({ table, kind, names }) =>
      line(`${table} ${kind === 'updated' ? 'changed' : kind}`, names),
    ),
  ];
}

function lines(comparison: PlanComparison, currency: string): string[] {
  const { records, before, after, coverage, futures } = comparison;
  const count = (kind: 'added' | 'updated' | 'removed'): number =>
    records.changes.filter((change) => change.kind === kind).length;
  const moved = (name: string, from: number | null, to: number | null, unit: string): string =>
    `${name}: ${from === null ? 'unknown' : Math.round(from)} → ${to === null ? 'unknown' : Math.round(to)} ${unit}`;
  return [
    `records: ${count('added')} added, ${count('updated')} changed, ${count('removed')} removed`,
    `initiatives: ${before.initiatives} → ${after.initiatives}; product teams ${before.productTeams} → ${after.productTeams}`,
    ...namedLines(comparison),
    moved('cost', before.cost, after.cost, currency),
    moved('seven wastes', before.wasteDays, after.wasteDays, 'person-days'),
    moved('seven wastes', before.wasteMoney, after.wasteMoney, currency),
    moved('median month of the first value', before.firstValueMonths, after.firstValueMonths, ''),
    coverage.known
      ? `findings: ${coverage.opened.length} opened, ${coverage.closed.length} closed; gaps ${Math.round(coverage.gapMoney[0])} → ${Math.round(coverage.gapMoney[1])} ${currency}, overlaps ${Math.round(coverage.overlapMoney[0])} → ${Math.round(coverage.overlapMoney[1])} ${currency}`
      : 'gaps: not known, one side has no capabilities',
    ...(futures === null
      ? []
      : [
          `value less cost, after minus before: P10 ${Math.round(futures.net.low)}, median ${Math.round(futures.net.likely)}, P90 ${Math.round(futures.net.high)} ${currency}${futures.ahead === null ? '; no value is known' : `; ahead in ${Math.round(futures.ahead * 50)} of 50 futures`} (${futures.simulated} initiatives, ${futures.draws} draws)`,
        ]),
  ];
}
