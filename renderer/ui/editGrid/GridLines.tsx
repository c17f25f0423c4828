// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import type { InvalidKey } from '../parse.ts';
import { CellField } from './CellField.tsx';
import css from './EditGrid.module.css';
import { type LineMarks, markOf } from './gridMarks.ts';
import type { GridColumn, GridLine, Place, Then } from './gridTypes.ts';

interface Shared<Row> {
  readonly ariaRow: number;
  /** In CSS pixels. */
  readonly top: number;
  /** The cursor's column when it is in this line. */
  readonly here: number | null;
  readonly editing: Place['editing'];
  /** -1 where lines are ticked, else 0. */
  readonly first: number;
  readonly fieldLabel: (column: string, row: Row | null) => string;
  readonly onCommit: (text: string, then: Then) => InvalidKey | null;
  readonly onCancel: () => void;
}

const indent = (level: number | undefined): React.CSSProperties =>
  level === undefined ? {} : ({ '--level': level - 1 } as React.CSSProperties);

interface RowLineProps<Row> extends Shared<Row> {
  readonly line: Extract<GridLine<Row>, { kind: 'row' }>;
  readonly columns: readonly GridColumn<Row>[];
  readonly selected: boolean;
  /** Null where lines are not ticked. */
  readonly ticked: boolean | null;
  readonly tickLabel: ((row: Row) => string) | undefined;
  readonly drop: 'before' | 'inside' | 'after' | undefined;
  readonly faded: boolean;
  /** The marked cells of this line. */
  readonly marks: LineMarks | null;
  readonly onToggle: ((key: string) => void) | undefined;
  /** Its menu; absent while neither the cursor nor the pointer is in the row, since a menu in each costs time. */
  readonly actions: ((row: Row) => ReactNode) | undefined;
  readonly hasActions: boolean;
}

/** True when a row would be drawn as before: functions count only in the cursor's row, where they are called. */
function looksTheSame<Row>(a: RowLineProps<Row>, b: RowLineProps<Row>): boolean {
  return (
    a.here === null &&
    b.here === null &&
    a.line === b.line &&
    a.columns === b.columns &&
    a.top === b.top &&
    a.ariaRow === b.ariaRow &&
    a.selected === b.selected &&
    a.ticked === b.ticked &&
    a.drop === b.drop &&
    a.faded === b.faded &&
    a.marks?.from === b.marks?.from &&
    a.marks?.to === b.marks?.to &&
    a.marks?.edge === b.marks?.edge &&
    (a.actions === undefined) === (b.actions === undefined) &&
    a.hasActions === b.hasActions
  );
}

/** One record of the grid. */
export const RowLine = memo(DrawnRow, looksTheSame) as typeof DrawnRow;

function DrawnRow<Row>(props: RowLineProps<Row>) {
  const { line, columns, here, editing } = props;
  const { row, level, expanded } = line;
  return (
    <div
      role="row"
      aria-rowindex={props.ariaRow}
      aria-selected={props.ticked ?? props.selected}
      aria-level={level}
      aria-expanded={expanded ?? undefined}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      data-key={line.key}
      data-selected={props.selected || undefined}
      data-drop={props.drop}
      data-faded={props.faded || undefined}
      data-retired={line.retired || undefined}
      className={css.row}
      style={{ transform: `translateY(${props.top}px)`, ...indent(level) }}
    >
      {props.ticked !== null && (
        <div role="gridcell" className={css.tick} data-column={-1} tabIndex={here === -1 ? 0 : -1}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={props.ticked}
            readOnly
            aria-label={props.tickLabel?.(row)}
          />
        </div>
      )}
      {columns.map((column, index) => {
        const isHere = here === index;
        const open = isHere && editing !== null && column.edit;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={index + 1 - props.first}
            aria-readonly={column.edit ? undefined : true}
            aria-selected={markOf(props.marks, index) !== undefined || undefined}
            data-marked={markOf(props.marks, index)}
            data-column={index}
            data-first={index === 0 || undefined}
            data-numeric={column.numeric || undefined}
            data-tree={(index === 0 && level !== undefined) || undefined}
            tabIndex={isHere ? 0 : -1}
            title={open ? undefined : column.hint?.(row)}
            className={css.cell}
          >
            {index === 0 &&
              level !== undefined &&
              (expanded === null || expanded === undefined ? (
                <span className={css.leaf} aria-hidden />
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  aria-hidden
                  className={css.chevron}
                  data-open={expanded}
                  onClick={() => props.onToggle?.(line.key)}
                >
                  <ChevronRight size={14} aria-hidden />
                </button>
              ))}
            {open ? (
              <CellField
                label={props.fieldLabel(column.title, row)}
                start={open.start(row)}
                typed={editing.text}
                choices={open.choices}
                suggestions={open.suggestions}
                onCommit={props.onCommit}
                onCancel={props.onCancel}
              />
            ) : (
              column.cell(row)
            )}
          </div>
        );
      })}
      {props.hasActions && (
        <div role="gridcell" className={css.actions}>
          {props.actions?.(row)}
        </div>
      )}
    </div>
  );
}

interface EntryLineProps<Row> extends Shared<Row> {
  readonly line: Extract<GridLine<Row>, { kind: 'entry' }>;
  readonly title: string;
  /** Takes lines pasted into the field; absent where rows cannot be made so. */
  readonly onPasteSheet: ((text: string) => void) | undefined;
}

/** The place where a new record is typed. */
export function EntryLine<Row>(props: EntryLineProps<Row>) {
  const { line, here, editing, first } = props;
  // Each name gets a field of its own, so that the next one can be typed while the last one is being written.
  const [turn, setTurn] = useState(0);
  const commit = (text: string, then: Then): InvalidKey | null => {
    const refused = props.onCommit(text, then);
    if (refused === null) setTurn((now) => now + 1);
    return refused;
  };
  return (
    <div
      role="row"
      aria-rowindex={props.ariaRow}
      aria-level={line.level}
      data-key={line.key}
      data-entry
      className={css.row}
      style={{ transform: `translateY(${props.top}px)`, ...indent(line.level) }}
    >
      {first === -1 && <div role="gridcell" className={css.tick} />}
      <div
        role="gridcell"
        aria-colindex={1 - first}
        data-column={0}
        data-first
        data-tree={line.level !== undefined || undefined}
        tabIndex={here === null ? -1 : 0}
        className={css.cell}
      >
        {line.level !== undefined && <span className={css.leaf} aria-hidden />}
        {here !== null && editing ? (
          <CellField
            key={turn}
            label={props.fieldLabel(props.title, null)}
            start=""
            typed={editing.text ?? ''}
            placeholder={line.placeholder}
            onCommit={commit}
            onCancel={props.onCancel}
            onPasteSheet={props.onPasteSheet}
          />
        ) : (
          <span className={css.text}>{line.placeholder}</span>
        )}
      </div>
    </div>
  );
}
