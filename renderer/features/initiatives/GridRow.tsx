// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { memo, type ReactNode } from 'react';
import modeCss from '../../ui/ModeMark.module.css';
import { fullText, shownText } from './cellValues.ts';
import { type Column, type Figures, isNumeric, isTyped } from './columns.ts';
import css from './Grid.module.css';
import type { GridWords } from './gridWords.ts';
import type { InitiativeRow } from './rows.ts';

export interface GridRowProps {
  readonly row: InitiativeRow;
  readonly itemKey: string;
  /** Among all lines of the grid, 1 for the header. */
  readonly ariaRow: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly words: GridWords;
  readonly figureStatus: Figures['status'];
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
  readonly ticked: boolean;
  readonly selected: boolean;
  readonly readOnly: boolean;
  /** The cursor's column in this row, or -1. */
  readonly cursor: number;
  /** The marked columns of this row, both inside; -1 for none. */
  readonly markedFrom: number;
  readonly markedTo: number;
  /** Whether the marked cells begin (`t`) or end (`b`) with this row. */
  readonly markedEdge: '' | 't' | 'b' | 't b';
  /** The open editor of the cursor's cell. */
  readonly editor: ReactNode;
}

/** One initiative's line. Draws again only when something that it shows changed; no hooks, for speed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, itemKey, ariaRow, top, columns, words, ticked, selected, cursor, editor } = props;
  return (
    <div
      role="row"
      aria-rowindex={ariaRow}
      aria-selected={selected}
      className={css.row}
      data-key={itemKey}
      data-retired={row.initiative.retired || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        tabIndex={cursor === 0 ? 0 : -1}
        className={css.tick}
        data-column={0}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          readOnly
          aria-label={words.tick(row.initiative.name)}
        />
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + 2}
          aria-readonly={props.readOnly || !isTyped(column) ? true : undefined}
          aria-selected={isMarked(index + 1, props) || undefined}
          data-marked={markOf(index + 1, props)}
          tabIndex={cursor === index + 1 ? 0 : -1}
          className={css.cell}
          data-column={index + 1}
          data-numeric={isNumeric(column) || undefined}
          data-name={column.id === 'name' || undefined}
          data-first={index === 0 || undefined}
        >
          {cursor === index + 1 && editor ? editor : cellContent(column, props)}
        </div>
      ))}
    </div>
  );
});

const isMarked = (column: number, { markedFrom, markedTo }: GridRowProps): boolean =>
  column >= markedFrom && column <= markedTo;

/** Whether a cell is marked, and at which edges the marked ones end there. */
function markOf(column: number, props: GridRowProps): string | undefined {
  if (!isMarked(column, props)) return undefined;
  const sides = `${column === props.markedFrom ? ' l' : ''}${column === props.markedTo ? ' r' : ''}`;
  return `in ${props.markedEdge}${sides}`;
}

function cellContent(column: Column, props: GridRowProps): ReactNode {
  const { row, words, figureStatus, wasteShare, timeToFirstValueMonths } = props;
  const { mode, stage } = row.initiative;
  if (column.kind === 'mode')
    return (
      <span className={modeCss.mark} data-mode={mode}>
        <span className={modeCss.sign} aria-hidden />
        {words.mode[mode]}
      </span>
    );
  if (column.kind === 'stage')
    return stage === null ? (
      quiet('–', words.unknown)
    ) : (
      <span className={css.text}>{words.stage[stage]}</span>
    );
  const figures = { status: figureStatus, wasteShare, timeToFirstValueMonths };
  const text = shownText(column, row, figures, words.currency, words.language);
  if (text !== null)
    return (
      <>
        <span className={css.text} title={fullText(column, row, words.currency, words.language) ?? undefined}>
          {text}
        </span>
        {column.id === 'name' && row.initiative.overhead && <span className={css.tag}>{words.overhead}</span>}
        {column.id === 'name' && row.initiative.retired && <span className={css.tag}>{words.retired}</span>}
      </>
    );
  if (column.kind !== 'share' && column.kind !== 'months') return quiet('–', words.unknown);
  return figureStatus === 'pending' ? quiet('…', words.pending) : quiet('–', words.notComputable);
}

/** A sign for what is not known, said in words to a screen reader. */
function quiet(sign: string, said: string): ReactNode {
  return (
    <span className={css.unknown} role="img" aria-label={said} title={said}>
      {sign}
    </span>
  );
}
