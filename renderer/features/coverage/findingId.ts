import type { Finding } from '../../../shared/coverage/findings.ts';

/** What names a finding in the selection: its kind and what it is about, so that it is found again after a change. */
export const findingId = (finding: Pick<Finding, 'type' | 'subject'>): string =>
  `${finding.type}:${finding.subject}`;
