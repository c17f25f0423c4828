import type { ElementRow } from '../../shared/coverage/analyse.ts';
import type { Capability, PortfolioRecords } from '../../shared/domain/records.ts';
import { childrenOf } from '../../shared/planning/capabilityTree.ts';
import type { MatrixCell, MatrixData, MatrixRow } from '../charts/matrix/matrixData.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { initiativeColumns } from './matrixColumns.ts';

/**
 * Rows are marked as overlaps from this share of their money on. Every two initiatives that serve one capability are
 * contested a little (MODEL.md 3.2 starts at 0.10): marking those would mark nearly every row of a real portfolio.
 */
const MARKED_OVERLAP = 0.1;

/** The marking of a row: a gap goes before an overlap; `redundant` null = nobody has looked for overlaps yet. */
export const flagOf = (open: boolean, redundant: number | null, supply: number): MatrixRow['flag'] =>
  open ? 'gap' : redundant !== null && supply > 0 && redundant / supply >= MARKED_OVERLAP ? 'overlap' : null;

/** The capabilities in the order of the tree, parents before children, with their place; retired ones are left out. */
function placesOf(records: PortfolioRecords): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const walk = (parentId: string | null): void => {
    for (const { id } of childrenOf(records, parentId)) {
      places.set(id, places.size);
      walk(id);
    }
  };
  walk(null);
  return places;
}

/** The nearest capability above that is not retired; undefined at the top. */
export function parentOf(records: PortfolioRecords, capability: Capability): Capability | undefined {
  let at = capability.parentId;
  while (at !== null) {
    const parent: Capability | undefined = records.capability[at];
    if (!parent?.retired) return parent;
    at = parent.parentId;
  }
  return undefined;
}

/** Every capability in use as a row, in the order of the coverage; headings without money or need of their own too. */
export function capabilityRows(
  records: PortfolioRecords,
  { analysis, modelled, compared }: PortfolioCoverage,
): readonly MatrixRow[] {
  const open = new Set<string>();
  for (const { type, subject } of analysis.findings) {
    if (type === 'GAP_NONE' || type === 'GAP_UNDER') open.add(subject);
  }
  const unrated = new Set(analysis.unrated);
  const places = placesOf(records);
  return capabilityElements(records, analysis.elements).map(({ element, capability }): MatrixRow => {
    const redundant = compared ? element.redundant_money : null;
    const needKnown = !unrated.has(element.id) || capability.neededMoney !== null;
    return {
      id: element.id,
      name: capability.name,
      group: parentOf(records, capability)?.name ?? '',
      place: places.get(element.id) ?? places.size,
      need: needKnown ? element.need_money : null,
      supply: element.supply_money,
      // Money that is still to come may close it.
      gap: needKnown && modelled ? element.gap_money : null,
      contested: element.contested_money,
      redundant,
      flag: flagOf(open.has(element.id), redundant, element.supply_money),
    };
  });
}

/** The money of each initiative for each capability; only what still is in the records. */
function capabilityCells(records: PortfolioRecords, { analysis }: PortfolioCoverage): readonly MatrixCell[] {
  return capabilityElements(records, analysis.elements).flatMap(({ element }) =>
    element.contributors.flatMap(({ initiative, money }) =>
      Object.hasOwn(records.initiative, initiative) ? [{ row: element.id, column: initiative, money }] : [],
    ),
  );
}

function capabilityElements(
  records: PortfolioRecords,
  elements: readonly ElementRow[],
): readonly { readonly element: ElementRow; readonly capability: Capability }[] {
  return elements.flatMap((element) => {
    const capability = records.capability[element.id];
    return element.kind !== 'capability' || !capability || capability.retired
      ? []
      : [{ element, capability }];
  });
}

/** Rows that say something: a parent that nobody funds or needs directly is only a heading of the tree. */
function rowsToShow(records: PortfolioRecords, rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const parents = new Set<string>();
  for (const { id } of rows) {
    const parent = parentOf(records, records.capability[id]!);
    if (parent) parents.add(parent.id);
  }
  return rows.filter((row) => row.supply > 0 || (row.need ?? 0) > 0 || !parents.has(row.id));
}

/** The coverage of the portfolio, all time, as rows, initiatives as columns, and cells of the matrix. */
export function matrixData(records: PortfolioRecords, coverage: PortfolioCoverage): MatrixData {
  const { money } = coverage.analysis;
  const cells = capabilityCells(records, coverage);
  return {
    rows: rowsToShow(records, capabilityRows(records, coverage)),
    columns: initiativeColumns(records, cells, money),
    cells,
  };
}
