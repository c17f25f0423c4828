import type { Finding } from './findings.ts';

/** What names a finding wherever it is spoken of: its kind and what it is about, so that it is found again after a change. */
export const findingKey = (finding: Pick<Finding, 'type' | 'subject'>): string =>
  `${finding.type}:${finding.subject}`;
