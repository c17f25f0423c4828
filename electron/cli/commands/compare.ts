import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { comparePlansSteps, type PlanComparison } from '../../../shared/comparison/comparePlans.ts';
import { countKnownOnOneSide } from '../../../shared/comparison/movedParts.ts';
import { namedChanges } from '../../../shared/comparison/namedChanges.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { runSteps } from '../../../shared/steps.ts';
import { formatMoney, formatNumber, toMinor } from '../../../shared/text/format.ts';
import { scenarioNamed } from '../findScenario.ts';
import { findSnapshot } from '../findSnapshot.ts';
import { type Headless, print } from '../headless.ts';
import { withReadable } from '../jsonPortfolio.ts';
import { createProgressLine } from '../progressLine.ts';

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
  const [from, to] = await withReadable(
    file,
    async (headless) => [await stateOf(headless, before), await stateOf(headless, after)] as const,
  );
  const progress = createProgressLine(process.stderr);
  const comparison = runSteps(
    comparePlansSteps(from, to, options.draws === undefined ? {} : { draws: options.draws }),
    (share) => progress.show('computing', Math.floor(100 * share), 100),
  );
  progress.clear();
  const { diff: _, ...records } = comparison.records;
  print(options.json, { from: before, to: after, ...comparison, records }, [
    `${before} → ${after}`,
    ...lines(comparison, settingsOf(from).currency, settingsOf(to).currency),
  ]);
  return true;
}

async function stateOf({ opened, call }: Headless, name: string): Promise<PortfolioRecords> {
  if (name === NOW) return opened.records;
  const scenario = scenarioNamed(opened.records, name);
  if (!scenario) {
    const snapshot = await findSnapshot(call, name).catch((error: unknown) => {
      throw withScenarios(error, opened.records);
    });
    return (await call('snapshot.read', { id: snapshot.id })).records;
  }
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

/** What is said of a name that no snapshot has, with the scenarios that it could have meant as well. */
function withScenarios(error: unknown, { scenario }: PortfolioRecords): unknown {
  const names = Object.values(scenario).map(({ name }) => `"${name}"`);
  if (!(error instanceof Failure) || names.length === 0) return error;
  return new Failure(error.error.code, `${error.message}; scenarios: ${names.join(', ')}`, {
    ...(error.error.params ? { params: error.error.params } : {}),
  });
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
  ['redated', 'new dates'],
  ['changed', 'changed'],
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

/** What differs, a line for each measure that moves; unknown is said, never zero. */
function lines(comparison: PlanComparison, currency: string, later: string): string[] {
  const { records, before, after, coverage, futures, sameCurrency } = comparison;
  const count = (kind: 'added' | 'updated' | 'removed'): number =>
    records.changes.filter((change) => change.kind === kind).length;
  if (records.changes.length === 0) return ['nothing differs'];
  const oneSided = countKnownOnOneSide(comparison);
  const money = (amount: number): string =>
    formatMoney(toMinor(Math.round(amount), currency), currency, 'en');
  const number = (value: number, digits = 0): string => formatNumber(value, 'en', digits);
  const moved = (
    name: string,
    from: number | null,
    to: number | null,
    text: (value: number) => string,
    unit = '',
  ): string[] => {
    const said = (value: number | null): string => (value === null ? 'unknown' : text(value));
    return from === to ? [] : [`${name}: ${said(from)} → ${said(to)}${unit === '' ? '' : ` ${unit}`}`];
  };
  const amounts = (name: string, from: number, to: number): string[] =>
    sameCurrency ? moved(name, from, to, money) : [];
  const [gaps, overlaps] = [coverage.gapMoney, coverage.overlapMoney];
  return [
    `records: ${number(count('added'))} added, ${number(count('updated'))} changed, ${number(count('removed'))} removed`,
    `initiatives: ${number(before.initiatives)} → ${number(after.initiatives)}; product teams ${number(before.productTeams)} → ${number(after.productTeams)}`,
    ...namedLines(comparison),
    ...(sameCurrency ? [] : [`currency: ${currency} → ${later}; amounts are not compared`]),
    ...amounts('cost', before.cost, after.cost),
    ...moved('seven wastes', before.wasteDays, after.wasteDays, number, 'person-days'),
    ...amounts('seven wastes', before.wasteMoney, after.wasteMoney),
    ...moved('median months to the first value', before.firstValueMonths, after.firstValueMonths, (months) =>
      number(months, 1),
    ),
    ...(coverage.known
      ? [
          ...(coverage.opened.length + coverage.closed.length === 0
            ? []
            : [
                `findings: ${number(coverage.opened.length)} opened, ${number(coverage.closed.length)} closed`,
              ]),
          ...amounts('gaps', gaps[0], gaps[1]),
          ...amounts('overlaps', overlaps[0], overlaps[1]),
        ]
      : ['gaps and overlaps: not known, one side has no capabilities']),
    ...(oneSided === 0
      ? []
      : [
          `initiatives with a figure on one side only: ${number(oneSided)}; it is in the sums above, and in no difference`,
        ]),
    ...(futures === null
      ? []
      : [
          `value less cost, after minus before: median ${money(futures.net.likely)}, P10 ${money(futures.net.low)} to P90 ${money(futures.net.high)}${futures.ahead === null ? '; no value is known' : `; ahead in ${Math.round(futures.ahead * 50)} of 50 futures`} (${number(futures.simulated)} initiatives, ${number(futures.draws)} draws)`,
        ]),
  ];
}
