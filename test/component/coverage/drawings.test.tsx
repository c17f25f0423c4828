import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CapabilityMapChart } from '../../../renderer/charts/capabilityMap/CapabilityMapChart.tsx';
import { capabilityTree } from '../../../renderer/charts/capabilityMap/capabilityTree.ts';
import { layoutCapabilityMap, tileMark } from '../../../renderer/charts/capabilityMap/layout.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { layoutMatrix } from '../../../renderer/charts/matrix/layout.ts';
import { MatrixChart } from '../../../renderer/charts/matrix/MatrixChart.tsx';
import { type MatrixRow, showMatrix } from '../../../renderer/charts/matrix/matrixData.ts';

/** Markup with an element a line and numbers to one digit, so that only what can be seen differs. */
const rounded = (markup: string): string =>
  markup
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1))))
    .replaceAll('><', '>\n<');

const row = (id: string, name: string, more: Partial<MatrixRow>): MatrixRow => ({
  id,
  name,
  group: 'Claims',
  place: 0,
  need: 0,
  supply: 0,
  gap: 0,
  contested: 0,
  redundant: 0,
  flag: null,
  ...more,
});
const rows = [
  row('a', 'First notice of loss', { need: 100, supply: 120, redundant: 40, flag: 'overlap' }),
  row('b', 'Fraud detection', { need: 80, supply: 20, gap: 60, flag: 'gap' }),
  row('c', 'Archive', { need: null, gap: null, supply: 10 }),
];
const cells = [
  { row: 'a', column: 'x', money: 70 },
  { row: 'a', column: 'y', money: 50 },
  { row: 'b', column: 'y', money: 20 },
  { row: 'c', column: 'z', money: 10 },
];
const money = (amount: number | null): string => (amount === null ? '?' : `$${amount}`);

describe('the drawings of the coverage', () => {
  it('draw the matrix as it was', async () => {
    const shown = showMatrix(
      {
        rows,
        columns: [
          { id: 'x', name: 'Claims portal', mode: 'project', total: 70 },
          { id: 'y', name: 'FNOL app', mode: 'product', total: 70 },
          { id: 'z', name: 'Nobody named', mode: null, total: 10, rest: true },
        ],
        cells,
      },
      9,
      9,
    );
    const words = {
      need: 'Need',
      andFunded: 'and funded',
      others: (count: number) => `${count} others`,
      needUnknown: 'not entered',
      money,
      sum: 'Sum',
    };
    const layout = layoutMatrix(shown, 700, words, estimateWidth);
    const markup = renderToStaticMarkup(
      <svg>
        <title>Matrix</title>
        <MatrixChart
          layout={layout}
          patterns="p"
          active={'cell:a\nx'}
          selected={{ row: 'b', column: null }}
          viewport={{ top: 0, bottom: layout.height }}
        />
      </svg>,
    );
    await expect(rounded(markup)).toMatchFileSnapshot('./drawings/matrix.svg');
  });

  it('draw the capability map as it was', async () => {
    const root = capabilityTree(
      [
        { id: 'r', parent: null, importance: null, row: row('r', 'Claims', { need: null, gap: null }) },
        ...rows.map((each, k) => ({ id: each.id, parent: 'r', importance: 5 - k, row: each })),
        { id: 'd', parent: null, importance: null, row: row('d', 'Data catalogue', { supply: 30 }) },
      ],
      cells,
      'All',
    );
    const words = {
      amount: money,
      figure: (amount: number | null, count: number) => `${money(amount)} · ${count}`,
      here: 'Here',
      itself: (name: string) => `${name} itself`,
    };
    const layout = layoutCapabilityMap(root, 'gap', { width: 600, height: 240 }, words, estimateWidth);
    const markup = renderToStaticMarkup(
      <svg>
        <title>Map</title>
        <CapabilityMapChart
          layout={layout}
          heat="gap"
          patterns="p"
          active={tileMark('b')}
          selected={null}
          viewport={{ top: 0, bottom: layout.height }}
        />
      </svg>,
    );
    await expect(rounded(markup)).toMatchFileSnapshot('./drawings/capabilityMap.svg');
  });
});
