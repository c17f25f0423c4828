import { settingsOf } from '../analysis/initiativeInput.ts';
import { portfolioCoverageSteps } from '../analysis/portfolioCoverage.ts';
import { futuresDifference, type Spread } from '../comparison/futuresDifference.ts';
import { planDiff, touchedInitiatives } from '../comparison/recordChanges.ts';
import { findingKey } from '../coverage/findingKey.ts';
import type { DecisionOption, PortfolioRecords } from '../domain/records.ts';
import { compareRecords } from '../history/compareRecords.ts';
import { partOf, type Steps } from '../steps.ts';

/** Figures of the coverage of one state, whole currency units; null where no capability is entered. */
export interface CoverageFigures {
  readonly gapMoney: number | null;
  readonly overlapMoney: number | null;
  readonly findings: ReadonlySet<string>;
  /** Gap of each capability, outcome or segment by its id. */
  readonly gaps: ReadonlyMap<string, number>;
}

/** The coverage of one state in figures. */
export function* coverageFigureSteps(records: PortfolioRecords): Steps<CoverageFigures> {
  const analysis = yield* portfolioCoverageSteps(records);
  const known = analysis.state !== 'no_capabilities';
  return {
    gapMoney: known ? analysis.totals.gap_money : null,
    overlapMoney: known ? analysis.totals.redundant_money : null,
    findings: new Set(analysis.findings.map(findingKey)),
    gaps: new Map(analysis.elements.map(({ id, gap_money }) => [id, gap_money])),
  };
}

/** What an option changes against doing nothing, whole currency units; ranges are P10, median and P90. */
export interface OptionEffects {
  /** Of what the finding is about; null where that has no gap of its own. */
  readonly ownGapMoney: number | null;
  /** Of the whole plan: where needs are shares of all money, closing one gap opens others a little. */
  readonly gapMoney: number | null;
  readonly overlapMoney: number | null;
  readonly wasteMoney: Spread | null;
  readonly value: Spread | null;
  readonly cost: Spread | null;
  /** Share of the futures in which value less cost is higher with the option; null when no value is known. */
  readonly ahead: number | null;
  /** Whether the finding that it answers is gone. */
  readonly closes: boolean;
}

/** The finding that an option answers. */
export interface Answered {
  /** Its `findingKey`. */
  readonly key: string;
  readonly subject: string;
}

/** Initiatives simulated for one option at most. */
const SIMULATED_AT_MOST = 60;

/** Works out what an option changes against the figures `before`; `answered` is null for one that answers no finding. */
export function* optionEffectsSteps(
  plan: PortfolioRecords,
  after: PortfolioRecords,
  answered: Answered | null,
  before: CoverageFigures,
): Steps<OptionEffects> {
  const now = yield* partOf(coverageFigureSteps(after), 0, 0.6);
  const touched = touchedInitiatives(planDiff(compareRecords(plan, after)));
  const ids = [...(touched ?? Object.keys(after.initiative))].slice(0, SIMULATED_AT_MOST);
  const { draws, seed } = settingsOf(after);
  const found = yield* partOf(futuresDifference(plan, after, ids, { draws, seed }), 0.6, 1);
  const futures = found.simulated > 0 ? found : null;
  // Where no initiative differs, nothing moves: that is known, and zero.
  const still = ids.length === 0 ? nothing : null;
  const known = futures !== null && futures.simulated > futures.valueUnknown;
  return {
    ownGapMoney:
      answered === null
        ? null
        : difference(before.gaps.get(answered.subject) ?? null, now.gaps.get(answered.subject) ?? null),
    gapMoney: difference(before.gapMoney, now.gapMoney),
    overlapMoney: difference(before.overlapMoney, now.overlapMoney),
    wasteMoney: futures?.wasteMoney ?? still,
    value: known ? (futures?.value ?? null) : still,
    cost: futures?.cost ?? still,
    ahead: futures?.ahead ?? null,
    closes: answered !== null && !now.findings.has(answered.key),
  };
}

const nothing: Spread = { low: 0, likely: 0, high: 0 };

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

/** The effects as a decision's option keeps them. */
export function storedEffects(effects: OptionEffects): DecisionOption['effects'] {
  const { closes, ...figures } = effects;
  return { ...figures, closes: closes ? 1 : 0 };
}
