import type { PortfolioRecords, TableName } from '../../shared/domain/records.ts';

/** The tables that the coverage reads; a change of any other one leaves its figures as they are. */
export const coverageTables = [
  'portfolio',
  'initiative',
  'phase',
  'release',
  'tranche',
  'scopeItem',
  'handoff',
  'capability',
  'contribution',
  'outcome',
  'outcomeLink',
  'segment',
  'segmentLink',
  'partner',
  'engagement',
  'dependency',
  'team',
] as const satisfies readonly TableName[];

/** Whether the coverage of two states is the same because nothing that it reads has changed. */
export const isSameToCoverage = (a: PortfolioRecords, b: PortfolioRecords): boolean =>
  coverageTables.every((table) => a[table] === b[table]);
