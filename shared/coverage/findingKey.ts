import type { Finding } from './findings.ts';

/**
 * What names a finding wherever it is spoken of, each by its own name: its kind and what it is about, so that it is
 * found again after a change. Several groups may be at work on one capability; each is told by its first initiative,
 * which is in no other group, and not by its name, which may have to be hidden.
 */
export const findingKey = (finding: Finding): string => {
  const name = `${finding.type}:${finding.subject}`;
  return finding.type === 'COLLABORATION' ? `${name}:${finding.evidence.members[0] ?? ''}` : name;
};
