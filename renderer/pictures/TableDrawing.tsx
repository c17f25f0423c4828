import type { PlacedTable } from '../../shared/report/page.ts';
import type { MeasureText } from '../charts/frame/measureText.ts';
import { cellBaseline, cellLines, cellRoom, cellWeight } from './pageTable.ts';

/** Draws the rows of a table that stand on one page: rules between them, numbers to the right. */
export function TableDrawing({
  table,
  measure,
}: {
  readonly table: PlacedTable;
  readonly measure: MeasureText;
}) {
  const { x, y, widths, rowHeights, headHeight, size, columns, rows, rowHeads } = table;
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, x));
  const right = x + widths.reduce((sum, width) => sum + width, 0);
  const { first, step } = cellBaseline(size);
  const line = (cells: readonly string[], top: number, inHead: boolean) =>
    cells.map((text, at) => {
      const weight = cellWeight(at, inHead, rowHeads);
      const width = widths[at] ?? 0;
      const left = lefts[at] ?? x;
      const number = columns[at]?.kind === 'number';
      const inset = (width - cellRoom(width)) / 2;
      const lines = cellLines(text, width, size, measure, weight);
      const placed = lines.map((words, k) => ({ words, baseline: top + first + k * step }));
      return placed.map(({ words, baseline }) => (
        <text
          key={`${left} ${baseline}`}
          x={number ? left + width - inset : left + inset}
          y={baseline}
          textAnchor={number ? 'end' : 'start'}
          fontSize={size}
          fontWeight={weight}
          fill={weight > 400 ? 'var(--ink-2)' : 'var(--ink)'}
        >
          {words}
        </text>
      ));
    });
  let top = y + headHeight;
  return (
    <g>
      {line(
        columns.map(({ label }) => label),
        y,
        true,
      )}
      <path d={`M${x} ${top}H${right}`} stroke="var(--line-strong)" />
      {rows.map((cells, at) => {
        const here = top;
        top += rowHeights[at] ?? 0;
        return (
          <g key={here}>
            {line(cells, here, false)}
            <path d={`M${x} ${top}H${right}`} stroke="var(--line)" />
          </g>
        );
      })}
    </g>
  );
}
