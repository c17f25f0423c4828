import { compareCodePoints } from '../text/compareCodePoints.ts';
import { sortKey } from './order.ts';

/** Ways to say that a finding is as it should be, or to mend it; each makes the finding disappear. */
export type HealthyWay =
  | 'set_collaboration_group'
  | 'declare_dependency'
  | 'set_owner_team'
  | 'keep_open_ended_team'
  | 'set_needed_money'
  | 'lower_target'
  | 'raise_target'
  | 'add_contribution'
  | 'set_exit_readiness'
  | 'add_second_vendor'
  | 'shift_vendor_share'
  | 'nothing_to_do';

export interface ContributorEvidence {
  readonly initiative: string;
  readonly money: number;
}

/** Shared by all findings about need against supply. */
export interface NeedEvidence {
  readonly importance: number;
  readonly current: number;
  readonly target: number;
  readonly need: number;
  readonly supply: number;
  readonly contributors: readonly ContributorEvidence[];
}

export interface OverlapPairEvidence {
  readonly lead: string;
  readonly other: string;
  readonly money: number;
  readonly kappa: number;
  readonly redundant: number;
}

/** The parts of kappa behind a pair of an OVERLAP finding. */
export interface OverlapPairDetail {
  readonly lead: string;
  readonly other: string;
  readonly lead_money: number;
  readonly k0: number;
  /** Id of the element of another kind that both serve, the reason of the higher k0; null without one. */
  readonly shared_element: string | null;
  readonly cosine: number;
  readonly time_overlap: number;
}

/** Evidence of each finding kind, as the vectors write it (MODEL.md 3.5). */
export interface EvidenceByType {
  readonly GAP_NONE: NeedEvidence & { readonly gap_score: number };
  readonly GAP_UNDER: NeedEvidence & { readonly gap_score: number; readonly coverage: number | null };
  readonly OVER_INVESTED: NeedEvidence & { readonly coverage: number | null };
  readonly INVEST_NO_DEMAND: NeedEvidence;
  readonly UNMAPPED: { readonly reason: string };
  readonly OVERLAP: {
    readonly contested: number;
    readonly redundant: number;
    readonly pairs: readonly OverlapPairEvidence[];
    readonly teams: Readonly<Record<string, number>>;
    readonly vendors: Readonly<Record<string, number>>;
  };
  readonly COLLABORATION: {
    readonly group: string;
    readonly members: readonly string[];
    readonly money: number;
  };
  readonly CONCENTRATION: { readonly hhi: number; readonly shares: Readonly<Record<string, number>> };
  readonly LOCK_IN: {
    readonly vendor: string;
    readonly share: number;
    readonly exit_readiness: number;
    readonly hhi: number;
  };
  readonly ORPHAN: {
    readonly from_month: number;
    readonly last_initiatives: readonly string[];
    readonly owner_team: null;
    /** K at the horizon of the last initiatives that the model can compute, 0..1 by id. */
    readonly knowledge_at_horizon: Readonly<Record<string, number>>;
  };
  readonly DUPLICATE_TEXT: {
    readonly names: readonly [string, string];
    readonly similarity: number;
    readonly shared_ngrams: readonly string[];
    /** Null where nobody named a team. */
    readonly teams: readonly [string | null, string | null];
    readonly vendors: readonly [string, string];
  };
}

/** What a page needs beyond the evidence; finding kinds not named here have none. */
export interface DetailByType {
  readonly OVERLAP: { readonly pairs: readonly OverlapPairDetail[] };
  readonly DUPLICATE_TEXT: {
    readonly initiatives: readonly [string, string];
    /** Null = money unknown. */
    readonly money: readonly [number | null, number | null];
    readonly time_overlap: number;
    /** What each of the shared n-grams adds to the similarity, in their order; the rest comes from all others. */
    readonly gram_parts: readonly number[];
  };
  readonly CONCENTRATION: { readonly share: number; readonly limit: number };
}

export type FindingType = keyof EvidenceByType;

export interface FindingOf<T extends FindingType> {
  readonly type: T;
  /** Id of the element, initiative, "a|b" pair or vendor it is about. */
  readonly subject: string;
  /** Money at stake; money of different findings must not be added. */
  readonly money: number;
  /** How sure we are, 0..1 (MODEL.md 3.5). */
  readonly confidence: number;
  /** Importance 1..5 used for the rank. */
  readonly importance: number;
  /** money * confidence * importance / 5. */
  readonly score: number;
  readonly evidence: EvidenceByType[T];
  readonly detail: T extends keyof DetailByType ? DetailByType[T] : null;
  /** How to declare it healthy, or mend it. */
  readonly healthy: readonly HealthyWay[];
}

/** A gap, an overlap or a risk with its evidence; a union over all types, told apart by `type`. */
export type Finding = { readonly [T in FindingType]: FindingOf<T> }[FindingType];

/** Money at stake; null for likely duplicates of which one has no known money: that is not worth nothing. */
export const knownStake = (finding: Finding): number | null =>
  finding.type === 'DUPLICATE_TEXT' && finding.money === 0 && finding.detail.money.includes(null)
    ? null
    : finding.money;

/** Importance of findings that are about no single element (ours, as in the vectors). */
export const IMPORTANCE_OF_INITIATIVE = 3;
export const IMPORTANCE_OF_PORTFOLIO = 4;

/** Money at stake * confidence * importance/5 (MODEL.md 3.5). */
export const scoreOf = (money: number, confidence: number, importance: number): number =>
  (money * confidence * importance) / 5;

/** Adds the score to a finding. */
export const scored = <T extends FindingType>(finding: Omit<FindingOf<T>, 'score'>): FindingOf<T> => ({
  ...finding,
  score: scoreOf(finding.money, finding.confidence, finding.importance),
});

/**
 * The places of `count` findings by score falling, then type, then subject (MODEL.md 3.5); scores equal in 12 digits are
 * equal.
 */
export const rankOrder = (
  count: number,
  scoreAt: (at: number) => number,
  typeAt: (at: number) => FindingType,
  subjectAt: (at: number) => string,
): Uint32Array => {
  // Once for each finding and not for each comparison; as plain numbers, because there may be millions.
  const keys = Float64Array.from({ length: count }, (_, at) => sortKey(scoreAt(at)));
  return Uint32Array.from({ length: count }, (_, at) => at).sort(
    (x, y) =>
      keys[y]! - keys[x]! ||
      compareCodePoints(typeAt(x), typeAt(y)) ||
      compareCodePoints(subjectAt(x), subjectAt(y)),
  );
};

/** Findings in the order of `rankOrder`. */
export const rankFindings = (findings: readonly Finding[]): readonly Finding[] => {
  const at = (place: number): Finding => findings[place]!;
  const order = rankOrder(
    findings.length,
    (place) => at(place).score,
    (place) => at(place).type,
    (place) => at(place).subject,
  );
  return Array.from(order, at);
};
