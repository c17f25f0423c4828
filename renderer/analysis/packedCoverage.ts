import type { Finding, OverlapPairDetail, OverlapPairEvidence } from '../../shared/coverage/findings.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { readLater } from './readLater.ts';

type Overlap = Extract<Finding, { readonly type: 'OVERLAP' }>;

/** Money of the pair's other and lead, kappa and its parts: numbers of one pair, in this order. */
const NUMBERS = 7;

/** A coverage on its way from a worker: the pairs of its overlaps are taken out of the findings into flat lists. */
export interface PackedCoverage {
  readonly coverage: PortfolioCoverage;
  /** Ids of initiatives and elements, by number. */
  readonly ids: readonly string[];
  /** By OVERLAP finding, in the order of the findings: where its pairs start; last, their count. */
  readonly starts: Int32Array;
  /** By pair: numbers of the ids of lead, other and shared element; -1 = none. */
  readonly names: Int32Array;
  readonly numbers: Float64Array;
}

const isOverlap = (finding: Finding): finding is Overlap => finding.type === 'OVERLAP';

/**
 * Packs a coverage for a message. Ten thousand initiatives overlap in tens of thousands of pairs: as objects they are
 * two thirds of the message, and reading it would hold up the page for longer than anything may.
 */
export function packCoverage(coverage: PortfolioCoverage): PackedCoverage {
  const overlaps = coverage.analysis.findings.filter(isOverlap);
  const count = overlaps.reduce((sum, { evidence }) => sum + evidence.pairs.length, 0);
  const starts = new Int32Array(overlaps.length + 1);
  const names = new Int32Array(3 * count);
  const numbers = new Float64Array(NUMBERS * count);
  const ids: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (id: string | null): number => {
    if (id === null) return -1;
    let number = known.get(id);
    if (number === undefined) {
      number = ids.push(id) - 1;
      known.set(id, number);
    }
    return number;
  };
  let at = 0;
  for (const [index, { evidence, detail }] of overlaps.entries()) {
    starts[index] = at;
    for (const [k, pair] of evidence.pairs.entries()) {
      const parts = detail.pairs[k]!;
      names.set([numberOf(pair.lead), numberOf(pair.other), numberOf(parts.shared_element)], 3 * at);
      const { money, kappa, redundant } = pair;
      const { lead_money, k0, cosine, time_overlap } = parts;
      numbers.set([money, kappa, redundant, lead_money, k0, cosine, time_overlap], NUMBERS * at);
      at += 1;
    }
  }
  starts[overlaps.length] = at;
  const findings = coverage.analysis.findings.map((finding) =>
    isOverlap(finding)
      ? { ...finding, evidence: { ...finding.evidence, pairs: [] }, detail: { pairs: [] } }
      : finding,
  );
  return {
    coverage: { ...coverage, analysis: { ...coverage.analysis, findings } },
    ids,
    starts,
    names,
    numbers,
  };
}

/** The coverage as it was before it was packed; the pairs of a finding become objects when somebody reads them. */
export function unpackCoverage({ coverage, ids, starts, names, numbers }: PackedCoverage): PortfolioCoverage {
  const nameAt = (at: number): string | null => {
    const number = names[at]!;
    return number < 0 ? null : ids[number]!;
  };
  const listOf = <T>(index: number, make: (pair: number) => T): T[] => {
    const first = starts[index]!;
    return Array.from({ length: starts[index + 1]! - first }, (_, k) => make(first + k));
  };
  const pairOf = (pair: number): OverlapPairEvidence => ({
    lead: nameAt(3 * pair)!,
    other: nameAt(3 * pair + 1)!,
    money: numbers[NUMBERS * pair]!,
    kappa: numbers[NUMBERS * pair + 1]!,
    redundant: numbers[NUMBERS * pair + 2]!,
  });
  const partsOf = (pair: number): OverlapPairDetail => ({
    lead: nameAt(3 * pair)!,
    other: nameAt(3 * pair + 1)!,
    lead_money: numbers[NUMBERS * pair + 3]!,
    k0: numbers[NUMBERS * pair + 4]!,
    shared_element: nameAt(3 * pair + 2),
    cosine: numbers[NUMBERS * pair + 5]!,
    time_overlap: numbers[NUMBERS * pair + 6]!,
  });
  let overlaps = 0;
  const findings = coverage.analysis.findings.map((finding): Finding => {
    if (!isOverlap(finding)) return finding;
    const index = overlaps;
    overlaps += 1;
    return {
      ...finding,
      evidence: readLater(finding.evidence, 'pairs', () => listOf(index, pairOf)),
      detail: readLater(finding.detail, 'pairs', () => listOf(index, partsOf)),
    };
  });
  return { ...coverage, analysis: { ...coverage.analysis, findings } };
}
