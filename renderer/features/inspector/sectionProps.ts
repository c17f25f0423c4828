import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';

/** What every section of the inspector gets. */
export interface SectionOf {
  readonly initiative: Initiative;
  /** The portfolio that it is shown in: a section asks no store, so that all of them show the same state. */
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}
