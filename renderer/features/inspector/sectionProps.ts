import type { Initiative } from '../../../shared/domain/records.ts';

/** What every section of the inspector gets. */
export interface SectionOf {
  readonly initiative: Initiative;
  readonly readOnly: boolean;
}
