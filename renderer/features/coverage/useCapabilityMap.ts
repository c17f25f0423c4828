import { useMemo } from 'react';
import { shareAtWork } from '../../../shared/coverage/quarters.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type CoverageQuarters, rowInQuarter } from '../../analysis/coverageQuarters.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { mapCapabilities } from '../../analysis/mapCapabilities.ts';
import { capabilityTree, type Heat, type MapNode } from '../../charts/capabilityMap/capabilityTree.ts';
import { amountsOf, type HeatColumn } from '../../charts/capabilityMap/describe.ts';
import type { MatrixCell } from '../../charts/matrix/matrixData.ts';
import type { ChosenQuarter } from './useQuarters.ts';

/** The tree of capabilities with the figures of the quarter, or of all time. */
export interface CapabilityMapData {
  readonly root: MapNode;
  /** The same tree in every quarter; null without quarters. Costs one pass over the tree each. */
  readonly ofQuarters: (() => readonly MapNode[]) | null;
  readonly quarterColumns: (heat: Heat) => readonly HeatColumn[];
}

/** The tree of capabilities with the figures of each quarter; what is not at work in it supplies nothing. */
export function mapInQuarter(
  capabilities: ReturnType<typeof mapCapabilities>,
  cells: readonly MatrixCell[],
  time: CoverageQuarters,
  rootName: string,
): (q: number) => MapNode {
  const { spells, quarters } = time.frames;
  return (q) => {
    const works = new Map<string, boolean>();
    const atWork = (id: string): boolean => {
      let known = works.get(id);
      if (known === undefined) {
        known = shareAtWork(spells[id] ?? [], quarters[q]!) > 0;
        works.set(id, known);
      }
      return known;
    };
    return capabilityTree(
      capabilities.map((each) => ({ ...each, row: rowInQuarter(time, each.row, q) })),
      cells.filter((cell) => atWork(cell.column)),
      rootName,
    );
  };
}

/** Adds the coverage up along the tree. Moving through the quarters looks figures up and adds; nothing is analysed again. */
export function useCapabilityMap(
  records: PortfolioRecords,
  coverage: PortfolioCoverage,
  cells: readonly MatrixCell[],
  quarter: ChosenQuarter | null,
  rootName: string,
): CapabilityMapData {
  const capabilities = useMemo(() => mapCapabilities(records, coverage), [records, coverage]);
  const time = quarter?.time ?? null;
  const at = useMemo(
    () => (time ? mapInQuarter(capabilities, cells, time, rootName) : null),
    [time, capabilities, cells, rootName],
  );
  const allTime = useMemo(
    () => capabilityTree(capabilities, cells, rootName),
    [capabilities, cells, rootName],
  );
  const chosen = quarter?.at ?? null;
  const root = useMemo(() => (chosen === null || !at ? allTime : at(chosen)), [chosen, at, allTime]);
  const name = quarter?.name;
  return useMemo(() => {
    // Made once for a state of the portfolio, then remembered.
    let made: readonly MapNode[] | null = null;
    const ofQuarters =
      at && time
        ? () => {
            made ??= time.quarters.map((_, q) => at(q));
            return made;
          }
        : null;
    return {
      root,
      ofQuarters,
      quarterColumns: (heat) =>
        ofQuarters && name
          ? ofQuarters().map((tree, q): HeatColumn => {
              const amounts = amountsOf(tree, heat);
              return { name: name(q), amount: (id) => amounts.get(id) ?? null };
            })
          : [],
    };
  }, [root, at, time, name]);
}
