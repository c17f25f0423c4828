// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is a grid's or a treegrid's, as the owner says
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is a grid's or a treegrid's, as the owner says
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useContext,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { StageContext } from '../../charts/frame/stage.ts';
import { namedRecords } from '../../state/namedRecords.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { change } from '../../state/service.ts';
import { fitFirst } from '../fitFirst.ts';
import type { InvalidKey } from '../parse.ts';
import { useRoom } from '../useRoom.ts';
import { type Place as CellPlace, isMany } from './cellRange.ts';
import css from './EditGrid.module.css';
import type { EditGridProps, GridHandle } from './editGridProps.ts';
import { GridHead } from './GridHead.tsx';
import { EntryLine, RowLine } from './GridLines.tsx';
import { GridOnStage } from './GridOnStage.tsx';
import { marksOf, rowsIn } from './gridMarks.ts';
import { readCell } from './gridPlan.ts';
import type { Then } from './gridTypes.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { useFillKeys } from './useFillKeys.ts';
import { useGridCells } from './useGridCells.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useRangeDrag } from './useRangeDrag.ts';

const TICKS = 36;

/** A grid whose cells are edited where they stand; only lines in view exist, and the keyboard moves cell by cell. */
export function EditGrid<Row>(props: EditGridProps<Row>) {
  const stage = useContext(StageContext);
  return stage ? <GridOnStage {...props} /> : <DeskGrid {...props} />;
}

function DeskGrid<Row>(props: EditGridProps<Row>) {
  const { columns, lines, cursor, readOnly, role, onKey, onSelect } = props;
  const theme = usePreferences((state) => state.theme);
  const grid = useRef<HTMLDivElement>(null);
  const room = useRoom(grid);
  const lineHeight = theme === 'projector' ? 42 : 32;
  // The projector's letters are larger by as much.
  const widen = theme === 'projector' ? 1.3 : 1;
  const lineOf = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const at = lineOf.get(cursor.key) ?? -1;
  const first = props.ticked ? -1 : 0;

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => grid.current,
    estimateSize: () => lineHeight,
    // Two lines are never scrolled under: the titles, and the totals.
    scrollPaddingStart: lineHeight,
    scrollPaddingEnd: props.footer ? lineHeight : 0,
    overscan: 8,
    // The cursor's line stays in the page while it is scrolled away, so that the keyboard is not lost.
    rangeExtractor: useCallback(
      ({ startIndex, endIndex, overscan, count }) => {
        const from = Math.max(0, startIndex - overscan);
        const to = Math.min(count - 1, endIndex + overscan);
        const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
        if (at >= 0 && at < from) range.unshift(at);
        if (at > to && at < count) range.push(at);
        return range;
      },
      [at],
    ),
  });
  useLayoutEffect(() => {
    if (lineHeight > 0) virtual.measure();
  }, [lineHeight, virtual]);

  useImperativeHandle(
    props.handle,
    (): GridHandle => ({
      lineAt: (x, y) => {
        const element = grid.current;
        if (!element) return null;
        const box = element.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top + lineHeight || y > box.bottom) return null;
        const down = (y - box.top - lineHeight + element.scrollTop) / lineHeight;
        const line = lines[Math.floor(down)];
        return line ? { key: line.key, share: down - Math.floor(down) } : null;
      },
      scroll: (pixels) => grid.current?.scrollBy({ top: pixels }),
      element: () => grid.current,
    }),
    [lines, lineHeight],
  );

  const go = (index: number, column: number): void => {
    const line = lines[index];
    if (!line) return;
    cursor.move(line.key, column);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (line.kind === 'row') onSelect?.(line.key);
  };

  const [hovered, setHovered] = useState<string | null>(null);
  const { focus, editing, key, column, range } = cursor;
  const shown = useRef(-1);
  useLayoutEffect(() => {
    if (at >= 0 && (focus !== shown.current || editing)) virtual.scrollToIndex(at, { align: 'auto' });
    shown.current = focus;
  }, [at, focus, editing, virtual]);
  useLayoutEffect(() => {
    if (focus === 0 || editing) return;
    const line = grid.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const cell =
      line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
      line?.querySelector<HTMLElement>('[data-column="0"]');
    cell?.focus({ preventScroll: true });
    // While cells are marked, the corner that moves is the one to see.
    if (!range) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focus, editing, range, key, column]);

  // When the cursor's line is gone (filtered, deleted, another portfolio), the nearest that is left takes its place.
  const lastAt = useRef(0);
  useEffect(() => {
    if (at >= 0) {
      lastAt.current = at;
      return;
    }
    const nearest = lines[Math.min(lastAt.current, lines.length - 1)];
    if (!nearest) return;
    if (grid.current?.contains(document.activeElement)) cursor.move(nearest.key, Math.max(0, column));
    else cursor.place(nearest.key, Math.max(0, column));
  }, [at, lines, cursor, column]);

  const startEdit = (text: string | null): void => {
    const line = lines[at];
    if (readOnly || !line || column < 0) return;
    if (line.kind === 'entry') cursor.open(line.key, 0, text ?? '');
    else if (columns[column]?.edit) cursor.open(line.key, column, text);
  };

  const commit = (row: Row, text: string, then: Then): InvalidKey | null => {
    const edit = columns[column]?.edit;
    if (edit) {
      const names = namedRecords();
      const read = readCell(edit, row, text, names);
      if (!read.ok) return read.reason;
      const renamed = read.value.find((each) => each.op === 'patch' && typeof each.values.name === 'string');
      const name = renamed?.op === 'patch' ? String(renamed.values.name) : undefined;
      const label = props.editLabel(row, name);
      if (read.value.length > 0) void change(label.key, label.params, [...names.changes(), ...read.value]);
    }
    if (then === 'stay') cursor.place(key, column);
    else if (then === 'fill') cursor.leave();
    else if (then === 'down' || then === 'up')
      go(Math.max(0, Math.min(lines.length - 1, at + (then === 'down' ? 1 : -1))), column);
    else go(at, Math.max(0, Math.min(columns.length - 1, column + (then === 'next' ? 1 : -1))));
    return null;
  };

  const cells = useGridCells({
    columns,
    lines,
    lineOf,
    cursor,
    readOnly,
    ticked: props.ticked,
    newRow: props.newRow,
  });
  const marked = cells.rect && isMany(cells.rect) ? cells.rect : null;
  const extend = (index: number, to: number): void => {
    const line = lines[index];
    if (line?.kind !== 'row') return;
    cursor.extend({ key: line.key, column: to });
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const tick = (keys: readonly string[], on?: boolean): void => {
    const wanted = on ?? keys.some((each) => !props.ticked?.has(each));
    if (keys.length > 0) props.onTick?.(keys, wanted);
  };
  const press = useGridKeys({
    grid,
    columns,
    lines,
    lineOf,
    cursor,
    cells,
    lineHeight,
    first,
    readOnly,
    go,
    extend,
    startEdit,
    onKey,
    onTicks: props.onTick ? tick : undefined,
  });
  useFillKeys(props.area, readOnly, cells);

  const placeOf = (target: EventTarget | null): CellPlace | null => {
    if (!(target instanceof Element)) return null;
    const lineKey = target.closest('[data-key]')?.getAttribute('data-key');
    const cell = target.closest('[data-column]')?.getAttribute('data-column');
    const line = lineKey ? lineOf.get(lineKey) : undefined;
    return line === undefined || cell === undefined || cell === null ? null : { line, column: Number(cell) };
  };
  const drag = useRangeDrag({
    grid,
    placeOf,
    // Where rows are dragged by their name, cells are marked from any other.
    starts: ({ line, column: cell }) =>
      lines[line]?.kind === 'row' && cell >= (props.onPointerDown ? 1 : 0) && !editing,
    begin: ({ line, column: cell }) => go(line, cell),
    extend: ({ line, column: cell }) => extend(line, Math.max(0, cell)),
  });

  const click = (event: React.MouseEvent): void => {
    if (
      !(event.target instanceof Element) ||
      event.target.closest('button, select, input:not([type=checkbox])')
    )
      return;
    const place = placeOf(event.target);
    const line = place && lines[place.line];
    if (!place || !line || drag.wasDrag()) return;
    if (line.kind === 'row' && event.shiftKey && at >= 0) {
      if (place.column >= 0 && column >= 0) {
        extend(place.line, place.column);
        return;
      }
      if (props.onTick) {
        // From the line of the cursor up to this one, as that one is.
        const span = { top: Math.min(at, place.line), bottom: Math.max(at, place.line), left: 0, right: 0 };
        tick(
          rowsIn(lines, span).map((row) => row.key),
          props.ticked?.has(key) ?? true,
        );
        return;
      }
    }
    go(place.line, place.column);
    if (line.kind === 'entry') {
      if (!readOnly) cursor.open(line.key, 0, '');
    } else if (place.column === -1 || ((event.ctrlKey || event.metaKey) && props.onTick)) tick([line.key]);
  };

  // A screen reader moves the keyboard to a cell by itself: the cursor follows.
  const follow = (event: React.FocusEvent): void => {
    const cell = event.target;
    const at = cell.getAttribute('data-column');
    const lineKey = cell.closest('[data-key]')?.getAttribute('data-key');
    if (at === null || !lineKey || (lineKey === key && Number(at) === column)) return;
    cursor.place(lineKey, Number(at));
    const index = lineOf.get(lineKey);
    if (index !== undefined && lines[index]?.kind === 'row') onSelect?.(lineKey);
  };

  const ticks = props.ticked ? TICKS : 0;
  const widths = [...columns.map(({ width }) => width * widen), ...(props.actions ? [TICKS] : [])];
  const [ofFirst = 0, ...others] = widths;
  const least = room === null ? ofFirst : fitFirst(widths, room - ticks);
  const template = [
    ...(ticks > 0 ? [`${ticks}px`] : []),
    `minmax(${least}px, 1fr)`,
    ...others.map((width) => `${width}px`),
  ].join(' ');
  // Rows that are laid over each other take no room of their own: how wide they are is said to what holds them.
  const leastWidth = others.reduce((sum, width) => sum + width, ticks + least);

  return (
    <>
      <div
        ref={grid}
        role={role}
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length - first}
        aria-readonly={readOnly}
        aria-multiselectable
        className={css.grid}
        data-ticks={props.ticked ? '' : undefined}
        style={{ '--columns': template, '--least-width': `${leastWidth}px` } as React.CSSProperties}
        onKeyDown={press}
        onFocus={follow}
        onPointerOver={(event) => {
          // While a menu is open the pointer is elsewhere, and its row must stay.
          if (props.actions && event.target instanceof Element && grid.current?.contains(event.target))
            setHovered(event.target.closest('[data-key]')?.getAttribute('data-key') ?? null);
        }}
        onClick={click}
        onCopy={cells.onCopy}
        onPaste={cells.onPaste}
        onDoubleClick={(event) => {
          if (
            event.target instanceof Element &&
            event.target.closest('[data-column]:not([data-column="-1"])')
          )
            startEdit(null);
        }}
        onPointerDown={(event) => {
          drag.onPointerDown(event);
          if (!props.onPointerDown || editing || event.button !== 0 || !(event.target instanceof Element))
            return;
          if (event.shiftKey || event.ctrlKey || event.metaKey) return;
          if (event.target.closest('button, input, select')) return;
          const lineKey = event.target.closest('[data-key]')?.getAttribute('data-key');
          if (lineKey && event.target.closest('[data-column="0"]')) props.onPointerDown(event, lineKey);
        }}
      >
        <GridHead
          columns={columns}
          hasTicks={props.ticked !== undefined}
          hasActions={props.actions !== undefined}
        />
        <div role="rowgroup" className={css.sizer} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            const shared = {
              ariaRow: index + 2,
              top: start,
              here: line.key === key ? column : null,
              editing: line.key === key ? editing : null,
              fieldLabel: props.fieldLabel,
              first,
            };
            if (line.kind === 'entry')
              return (
                <EntryLine
                  key={line.key}
                  {...shared}
                  line={line}
                  title={columns[0]?.title ?? ''}
                  onCommit={(text, then) => props.onEntry(line.key, text, then)}
                  onPasteSheet={props.newRow && ((text) => cells.pasteText(text))}
                  onCancel={() => {
                    cursor.leave();
                    props.onEntryLeft?.(line.key);
                  }}
                />
              );
            return (
              <RowLine
                key={line.key}
                {...shared}
                line={line}
                columns={columns}
                selected={line.key === props.selectedKey}
                ticked={props.ticked ? props.ticked.has(line.key) : null}
                tickLabel={props.tickLabel}
                drop={props.drop?.key === line.key ? props.drop.where : undefined}
                faded={props.faded?.has(line.key) === true}
                marks={marksOf(marked, index)}
                onToggle={props.onToggle}
                hasActions={props.actions !== undefined}
                actions={line.key === key || line.key === hovered ? props.actions : undefined}
                onCommit={(text, then) => commit(line.row, text, then)}
                onCancel={cursor.leave}
              />
            );
          })}
        </div>
        {props.footer && (
          <div role="row" aria-rowindex={lines.length + 2} className={css.footer}>
            {props.ticked && <div role="gridcell" className={css.corner} />}
            {props.footer.map((cell, index) => (
              <div
                key={columns[index]?.id}
                role="gridcell"
                className={css.cell}
                data-first={index === 0 || undefined}
                data-numeric={columns[index]?.numeric || undefined}
              >
                {cell}
              </div>
            ))}
            {props.actions && <div role="gridcell" />}
          </div>
        )}
      </div>
      {cells.asked && (
        <PlanDialog plan={cells.asked.plan} onWrite={cells.asked.write} onClose={cells.dismiss} />
      )}
    </>
  );
}
