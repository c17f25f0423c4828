import type { shell } from '../../shared/text/catalogues/shell.ts';
import { mapHeats, matrixColumns, matrixOrders, useCoverageLook } from '../state/coverageStore.ts';
import { useView } from '../state/viewStore.ts';

/** A way to look at the coverage, for the list of commands. */
export interface CoverageCommand {
  readonly id: string;
  readonly label: Extract<keyof (typeof shell)['en'], `command.coverage${string}`>;
  readonly run: () => void;
}

function open(coverageView: 'map' | 'matrix' | 'findings'): void {
  useView.getState().set({ coverageView });
  useView.getState().go('coverage');
}

const { set } = useCoverageLook.getState();

/** The pictures of the coverage, and each of their arrangements. */
export const coverageCommands: readonly CoverageCommand[] = [
  { id: 'coverage.map', label: 'command.coverage.map', run: () => open('map') },
  { id: 'coverage.matrix', label: 'command.coverage.matrix', run: () => open('matrix') },
  { id: 'coverage.findings', label: 'command.coverage.findings', run: () => open('findings') },
  ...mapHeats.map(
    (heat): CoverageCommand => ({
      id: `coverage.heat.${heat}`,
      label: `command.coverage.heat.${heat}`,
      run: () => {
        set({ heat });
        open('map');
      },
    }),
  ),
  ...matrixOrders.map(
    (order): CoverageCommand => ({
      id: `coverage.order.${order}`,
      label: `command.coverage.order.${order}`,
      run: () => {
        set({ order });
        open('matrix');
      },
    }),
  ),
  ...matrixColumns.map(
    (columns): CoverageCommand => ({
      id: `coverage.columns.${columns}`,
      label: `command.coverage.columns.${columns}`,
      run: () => {
        set({ columns });
        open('matrix');
      },
    }),
  ),
  {
    id: 'coverage.allTime',
    label: 'command.coverage.allTime',
    run: () => {
      set({ quarter: null });
      open(useView.getState().coverageView === 'map' ? 'map' : 'matrix');
    },
  },
];
