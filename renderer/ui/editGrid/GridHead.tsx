// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import css from './EditGrid.module.css';
import type { GridColumn } from './gridTypes.ts';

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly hasTicks: boolean;
  readonly hasActions: boolean;
}

/** The titles of a grid; those that can be sorted by are buttons. */
export function GridHead<Row>({ columns, hasTicks, hasActions }: GridHeadProps<Row>) {
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.titles}>
        {hasTicks && <div role="gridcell" className={css.corner} />}
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            className={css.title}
            data-first={index === 0 || undefined}
            data-numeric={column.numeric || undefined}
            aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
          >
            {column.sort ? (
              <button type="button" className={css.sort} onClick={column.sort.onPress}>
                <span className={css.text}>{column.title}</span>
                <span aria-hidden className={css.arrow}>
                  {column.sort.direction === 'ascending'
                    ? '↑'
                    : column.sort.direction === 'descending'
                      ? '↓'
                      : ''}
                </span>
              </button>
            ) : (
              <span className={css.text}>{column.title}</span>
            )}
          </div>
        ))}
        {hasActions && <div role="gridcell" className={css.title} />}
      </div>
    </div>
  );
}
