import { create } from 'zustand';
import { remember } from './viewMemory.ts';

/** Ways to put the rows of the matrix in order, and what its columns are. */
export const matrixOrders = ['need', 'tree', 'blocks', 'contested'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];
export const matrixColumns = ['initiatives', 'teams', 'partners', 'outcomes'] as const;
export type MatrixColumns = (typeof matrixColumns)[number];
/** What the boxes of the capability map are coloured by. */
export const mapHeats = ['need', 'supply', 'gap', 'overlap', 'count'] as const;
export type MapHeat = (typeof mapHeats)[number];

/** How the pictures of the coverage are arranged. */
export interface CoverageLook {
  readonly order: MatrixOrder;
  readonly columns: MatrixColumns;
  readonly heat: MapHeat;
  /** First day of the quarter that is looked at; null = all time. */
  readonly quarter: string | null;
  /** The branch that the map is zoomed into; null = all capabilities. */
  readonly branch: string | null;
}

interface CoverageLookState extends CoverageLook {
  readonly set: (values: Partial<CoverageLook>) => void;
}

/** How the pictures of the coverage are arranged; remembered per portfolio. */
export const useCoverageLook = create<CoverageLookState>()((set) => ({
  order: 'need',
  columns: 'initiatives',
  heat: 'supply',
  quarter: null,
  branch: null,
  set: (values) => set(values),
}));

/** What was written down, perhaps long ago: what is not understood is as at first. A branch that is gone by now is the whole. */
export function readCoverageLook(memory: object): CoverageLook {
  const known = memory as { readonly [K in keyof CoverageLook]?: unknown };
  const first = useCoverageLook.getInitialState();
  return {
    order: matrixOrders.find((each) => each === known.order) ?? first.order,
    columns: matrixColumns.find((each) => each === known.columns) ?? first.columns,
    heat: mapHeats.find((each) => each === known.heat) ?? first.heat,
    quarter: typeof known.quarter === 'string' && DAY.test(known.quarter) ? known.quarter : null,
    branch: typeof known.branch === 'string' ? known.branch : null,
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

remember('coverage', {
  memory: () => {
    const { order, columns, heat, quarter, branch } = useCoverageLook.getState();
    return { order, columns, heat, quarter, branch };
  },
  recall: (memory) => useCoverageLook.setState(readCoverageLook(memory)),
  reset: () => useCoverageLook.setState(useCoverageLook.getInitialState()),
  subscribe: (heard) => useCoverageLook.subscribe(heard),
});
