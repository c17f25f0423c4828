import { SEVEN_WASTES } from '../../../shared/analysis/figures.ts';
import type { CompareResult, WasteCategory } from '../../../shared/model/types.ts';
import type { Sensitivity, SensitivityRow } from '../../analysis/jobs.ts';

export interface Driver {
  readonly category: WasteCategory;
  /** Person-days that one mode books more than the other. */
  readonly personDays: number;
  /** Share of the days that this side loses more, 0..1. */
  readonly share: number;
}

/** Which wastes the project books more of than the product team, and which costs the other way round; largest first. */
export function drivers(result: CompareResult): {
  readonly project: readonly Driver[];
  readonly product: readonly Driver[];
} {
  const all = [...SEVEN_WASTES, 'release_overhead', 'idle_capacity'] as const;
  const side = (sign: 1 | -1): readonly Driver[] => {
    const more = all
      .map((category) => ({ category, personDays: sign * result.delta.waste[category].pd }))
      .filter((driver) => driver.personDays > 0.05)
      .sort((a, b) => b.personDays - a.personDays);
    const sum = more.reduce((total, driver) => total + driver.personDays, 0);
    return more.map((driver) => ({ ...driver, share: driver.personDays / sum }));
  };
  return { project: side(-1), product: side(1) };
}

export interface TurningPoint {
  readonly row: SensitivityRow;
  readonly value: number;
  /** On which side of the value the other mode wins. */
  readonly side: 'below' | 'above';
}

/** The parameters that alone can make the other mode win, with the value from which they do; strongest first. */
export function turningPoints({ baseDeltaNet, rows }: Sensitivity): readonly TurningPoint[] {
  const productWins = baseDeltaNet > 0;
  return rows.flatMap((row): TurningPoint[] => {
    if (row.breakEven === null) return [];
    // Retention's range runs from high to low, so the ends are told apart by value and not by place.
    const lowerEnd = row.low < row.high ? row.delta_net_low : row.delta_net_high;
    const otherBelow = lowerEnd > 0 !== productWins;
    return [{ row, value: row.breakEven, side: otherBelow ? 'below' : 'above' }];
  });
}
