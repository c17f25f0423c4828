import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { MapCapability } from '../charts/capabilityMap/capabilityTree.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { capabilityRows, parentOf } from './matrixData.ts';

/** The capabilities with their coverage as the capability map adds them up, in their own order. */
export function mapCapabilities(
  records: PortfolioRecords,
  coverage: PortfolioCoverage,
): readonly MapCapability[] {
  return capabilityRows(records, coverage)
    .map((row): MapCapability => {
      const capability = records.capability[row.id]!;
      return {
        id: row.id,
        parent: parentOf(records, capability)?.id ?? null,
        importance: capability.importance,
        row,
      };
    })
    .sort((a, b) => a.row.place - b.row.place);
}
