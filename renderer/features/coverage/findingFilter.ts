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

/** The findings that a filter leaves in, in their order; a kind of which there is none leaves all kinds in. */
export function filterFindings(
  findings: readonly Finding[],
  { kind, show }: FindingFilter,
  records: PortfolioRecords,
): readonly Finding[] {
  const isThere = findings.some(({ type }) => type === kind);
  if (!isThere && show === 'all') return findings;
  const states = findingStates(records);
  return findings.filter((finding) => {
    if (isThere && finding.type !== kind) return false;
    const state = states.get(findingKey(finding));
    if (show === 'open') return state !== 'decided' && state !== 'intended';
    return show === 'all' || state === 'intended';
  });
}
