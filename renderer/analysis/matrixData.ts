import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { MatrixCell, MatrixColumn, MatrixData, MatrixRow } from '../charts/matrix/matrixData.ts';
import type { PortfolioCoverage } from './jobs.ts';

/**
 * Rows are marked as overlaps from this share of their money on. Every two initiatives that serve one capability are
 * contested a little (MODEL.md 3.2 starts at 0.10): marking those would mark nearly every row of a real portfolio.
 */
export const MARKED_OVERLAP = 0.1;

/** The coverage of the portfolio as rows, columns and cells of the matrix; only what still is in the records. */
export function matrixData(records: PortfolioRecords, { analysis }: PortfolioCoverage): MatrixData {
  const flags = new Map<string, MatrixRow['flag']>();
  for (const finding of analysis.findings) {
    if (finding.type === 'GAP_NONE' || finding.type === 'GAP_UNDER') flags.set(finding.subject, 'gap');
  }
  const unrated = new Set(analysis.unrated);
  const rows: MatrixRow[] = [];
  const cells: MatrixCell[] = [];
  const used = new Set<string>();
  for (const element of analysis.elements) {
    const capability = records.capability[element.id];
    if (element.kind !== 'capability' || !capability) continue;
    // A parent that nobody funds or needs directly is only a heading of the tree.
    const needKnown = !unrated.has(element.id) || capability.neededMoney !== null;
    const parent = capability.parentId === null ? undefined : records.capability[capability.parentId];
    rows.push({
      id: element.id,
      name: capability.name,
      group: parent?.name ?? '',
      need: needKnown ? element.need_money : null,
      supply: element.supply_money,
      gap: needKnown ? element.gap_money : null,
      redundant: element.redundant_money,
      flag: flags.get(element.id) ?? (element.overlap_score >= MARKED_OVERLAP ? 'overlap' : null),
    });
    for (const { initiative, money } of element.contributors) {
      if (!Object.hasOwn(records.initiative, initiative)) continue;
      used.add(initiative);
      cells.push({ row: element.id, column: initiative, money });
    }
  }
  const parents = new Set(Object.values(records.capability).flatMap((each) => each.parentId ?? []));
  const shown = rows.filter((row) => row.supply > 0 || (row.need ?? 0) > 0 || !parents.has(row.id));
  return {
    rows: shown,
    columns: [...used].map((id): MatrixColumn => {
      const { name, mode } = records.initiative[id]!;
      return { id, name, mode };
    }),
    cells,
  };
}
