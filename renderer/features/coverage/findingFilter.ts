import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Finding, FindingType } from '../../../shared/coverage/findings.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { isText, oneOf } from '../../state/kept.ts';
import { findingStates } from '../decisions/findingStates.ts';

/** Which findings are listed, by what was done about them. */
export const findingChoices = ['all', 'open', 'intended'] as const;
export type FindingChoice = (typeof findingChoices)[number];

/** What a list of findings leaves in. */
export interface FindingFilter {
  readonly kind: FindingType | 'all';
  readonly show: FindingChoice;
}

/** A check that what was kept may name a kind of finding: a kind that is not known leaves all findings in. */
export const isKeptKind = (value: unknown): value is FindingFilter['kind'] => isText(value);
export const isKeptChoice = oneOf(...findingChoices);

/**
 * Findings in the order in which they are listed: by rank, and those of something whose importance nobody entered by the
 * money at stake and how sure that is. Their score of 0 says nothing, and would hide them among those without money.
 */
export function listedOrder(findings: readonly Finding[]): readonly Finding[] {
  const stake = ({ importance, money, confidence }: Finding): number =>
    importance === 0 ? money * confidence : 0;
  const scored = findings.filter(({ score }) => score > 0);
  const others = findings.filter(({ score }) => score <= 0);
  return [...scored, ...others.sort((a, b) => stake(b) - stake(a))];
}

/** The findings that ask for something, in listed order: what people said to belong together is no trouble. */
export const openMatters = (findings: readonly Finding[]): readonly Finding[] =>
  listedOrder(findings).filter(({ type }) => type !== 'COLLABORATION');

/** The findings that a filter leaves in, in listed order; a kind of which there is none leaves all kinds in. */
export function filterFindings(
  findings: readonly Finding[],
  { kind, show }: FindingFilter,
  records: PortfolioRecords,
): readonly Finding[] {
  const isThere = findings.some(({ type }) => type === kind);
  if (!isThere && show === 'all') return listedOrder(findings);
  const states = findingStates(records);
  return listedOrder(findings).filter((finding) => {
    if (isThere && finding.type !== kind) return false;
    const state = states.get(findingKey(finding));
    if (show === 'open') return state !== 'decided' && state !== 'intended';
    return show === 'all' || state === 'intended';
  });
}
