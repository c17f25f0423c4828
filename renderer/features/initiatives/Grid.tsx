// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StageContext } from '../../charts/frame/stage.ts';
import { requestDone, useTableRequests } from '../../state/tableRequests.ts';
import { useView } from '../../state/viewStore.ts';
import { isMany, type Place } from '../../ui/editGrid/cellRange.ts';
import { useFillKeys } from '../../ui/editGrid/useFillKeys.ts';
import { useRangeDrag } from '../../ui/editGrid/useRangeDrag.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { useRoom } from '../../ui/useRoom.ts';
import { CellMenu, type MenuPlace } from './CellMenu.tsx';
import { cellsWritten, useUnwritten } from './cellActions.ts';
import type { FiguresOf } from './columns.ts';
import css from './Grid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { HEADER, NEW, useCursor } from './gridCursor.ts';
import { gridShape, markedCells, rowsWithin } from './gridShape.ts';
import { useGridWords } from './gridWords.ts';
import type { Item, RowGroup } from './groupRows.ts';
import { InitiativesOnStage } from './InitiativesOnStage.tsx';
import type { InitiativeRow } from './rows.ts';
import { TotalsRow } from './TotalsRow.tsx';
import { useTable } from './tableStore.ts';
import { nextTask } from './textOrder.ts';
import { useCellActions } from './useCellActions.ts';
import { useGridEditing } from './useGridEditing.tsx';
import { useGridLayout } from './useGridLayout.ts';
import { useGridPress } from './useGridPress.ts';

export interface GridProps {
  readonly items: readonly Item[];
  readonly shown: readonly InitiativeRow[];
  readonly figuresOf: FiguresOf;
  readonly readOnly: boolean;
}

/** The table: only the lines in view exist, the keyboard moves from cell to cell, and cells are edited in place. */
export function Grid(props: GridProps) {
  const stage = useContext(StageContext);
  return stage ? <InitiativesOnStage {...props} /> : <DeskGrid {...props} />;
}

function DeskGrid({ items, shown, figuresOf, readOnly }: GridProps) {
  const { t } = useTranslation(['initiatives', 'common']);
  const words = useGridWords();
  const { language, currency } = words;
  const grid = useRef<HTMLDivElement>(null);
  const { columns, lineHeight, style } = useGridLayout(useRoom(grid));
  const ticked = useTable((state) => state.ticked);
  const groupBy = useTable((state) => state.groupBy);
  const selection = useView((state) => state.selection);
  const selectedId = selection?.kind === 'initiative' ? selection.id : null;
  const cursor = useCursor();
  const unwritten = useUnwritten();
  const asTyped = (row: InitiativeRow): InitiativeRow => {
    const typed = unwritten.get(row.initiative);
    return typed ? { ...row, initiative: { ...row.initiative, ...typed } } : row;
  };
  const [menu, setMenu] = useState<MenuPlace | null>(null);

  const shape = useMemo(() => gridShape(items, columns, readOnly), [items, columns, readOnly]);
  const { lines } = shape;
  const cursorLine = shape.lineOf(cursor.key);
  const rect = useMemo(() => markedCells(shape, cursor), [shape, cursor]);
  const marked = cursor.range && rect && isMany(rect) ? rect : null;

  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => grid.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    scrollPaddingEnd: 44,
    // The cursor's line stays in the page while it is scrolled away, so that the keyboard is not lost.
    rangeExtractor: useCallback(
      ({ startIndex, endIndex, overscan, count }) => {
        const from = Math.max(0, startIndex - overscan);
        const to = Math.min(count - 1, endIndex + overscan);
        const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
        const kept = cursorLine - 1;
        if (kept >= 0 && kept < count && kept < from) range.unshift(kept);
        if (kept > to && kept < count) range.push(kept);
        return range;
      },
      [cursorLine],
    ),
  });
  useLayoutEffect(() => {
    if (lineHeight > 0) virtual.measure();
  }, [lineHeight, virtual]);

  const go = (line: number, column: number, after?: Promise<unknown>): void => {
    const key = shape.keyAt(line);
    cursor.move(key, column);
    if (line > 0) virtual.scrollToIndex(line - 1, { align: 'auto' });
    const row = shape.rowAt(line);
    if (!row) return;
    const select = (): void => useView.getState().select({ kind: 'initiative', id: row.id });
    // Drawing the inspector anew must not stand between a text that was kept and its place on the screen.
    if (after) void after.then(() => useCursor.getState().key === key && select());
    else select();
  };
  const extend = (line: number, column: number): void => {
    cursor.extend(shape.keyAt(line), column);
    virtual.scrollToIndex(line - 1, { align: 'auto' });
    const header = grid.current?.querySelector(`[data-key="${HEADER}"] [data-column="${column}"]`);
    header?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const { focus, editing, range } = cursor;
  useLayoutEffect(() => {
    if (focus === 0 || editing) return;
    const there = grid.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const line = Array.from(there).find((each) => each.dataset.key === cursor.key);
    const cell =
      line?.querySelector<HTMLElement>(`[data-column="${cursor.column}"]`) ??
      line?.querySelector<HTMLElement>('[data-column]');
    cell?.focus({ preventScroll: true });
    // While cells are marked, the corner that moves is the one to see.
    if (!range) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focus, editing, range, cursor.key, cursor.column]);

  // When the cursor's row is gone (filtered, deleted, or another portfolio), the first cell takes its place.
  useEffect(() => {
    if (cursor.key === HEADER || cursor.key === NEW || cursorLine > 0) return;
    const elsewhere = shape.keyOfInitiative(cursor.key);
    if (elsewhere) cursor.move(elsewhere, cursor.column);
    else cursor.place(shape.keyAt(1), 1);
  });

  const request = useTableRequests((state) => state.request);
  useEffect(() => {
    if (request?.what !== 'new' || readOnly) return;
    requestDone();
    virtual.scrollToIndex(lines - 1);
    useCursor.getState().move(NEW, 1);
    useCursor.getState().edit('');
  }, [request, readOnly, lines, virtual]);

  const cells = useCellActions(shape, cursor, shown, figuresOf, readOnly);
  const { startEdit, editorFor, newEditor } = useGridEditing({
    shape,
    cursor,
    shown,
    currency,
    readOnly,
    cells,
    figuresOf,
    go,
  });
  const fill = useRef(cells.fill);
  fill.current = cells.fill;
  useFillKeys('initiatives', readOnly, {
    canFill: (direction) => cells.canFill(direction, useCursor.getState()),
    async fill(direction) {
      // A hand that fills right after typing means what it has typed, though that may still be on its way.
      const at = useCursor.getState();
      await cellsWritten();
      await nextTask();
      fill.current(direction, at);
    },
  });

  const placeOf = (target: EventTarget | null): Place | null => {
    if (!(target instanceof Element)) return null;
    const key = target.closest('[data-key]')?.getAttribute('data-key');
    const column = target.closest('[data-column]')?.getAttribute('data-column');
    if (key === null || key === undefined || key === HEADER) return null;
    const line = shape.lineOf(key);
    return line > 0 ? { line, column: Number(column ?? 1) } : null;
  };
  const isInside = ({ line, column }: Place): boolean =>
    rect !== null && line >= rect.top && line <= rect.bottom && column >= rect.left && column <= rect.right;

  const drag = useRangeDrag({
    grid,
    placeOf,
    starts: ({ column }) => column > 0,
    begin: ({ line, column }) => go(line, column),
    extend: ({ line, column }) => extend(Math.min(line, items.length), Math.max(1, column)),
  });

  const click = (event: React.MouseEvent): void => {
    const place = placeOf(event.target);
    if (!place || drag.wasDrag()) return;
    if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), select, button'))
      return;
    const row = shape.rowAt(place.line);
    if (event.shiftKey && place.column > 0 && cursor.column > 0 && cursorLine > 0 && row) {
      extend(place.line, place.column);
      return;
    }
    if (event.shiftKey && place.column === 0 && row && cursorLine > 0) {
      // From the line that was ticked last up to this one, as that one is.
      const [top, bottom] = [Math.min(cursorLine, place.line), Math.max(cursorLine, place.line)];
      const ids = rowsWithin(shape, { top, bottom, left: 0, right: 0 }).map(({ id }) => id);
      useTable.getState().tick(ids, ticked.has(shape.rowAt(cursorLine)?.id ?? ''));
      return;
    }
    go(place.line, place.column);
    if (shape.keyAt(place.line) === NEW) cursor.edit('');
    else if (place.column === 0 && row) useTable.getState().tick([row.id], !ticked.has(row.id));
  };

  const openMenu = (line: number, column: number): void => {
    if (!shape.rowAt(line)) return;
    const key = CSS.escape(shape.keyAt(line));
    const cell = grid.current?.querySelector(`[data-key="${key}"] [data-column="${column}"]`);
    const box = cell?.getBoundingClientRect();
    setMenu({ line, column, x: (box?.left ?? 0) + 8, y: box?.bottom ?? 0 });
  };
  const pointMenu = (event: React.MouseEvent): void => {
    const place = placeOf(event.target);
    if (!place || cursor.editing || !shape.rowAt(place.line)) return;
    event.preventDefault();
    if (!isInside(place)) go(place.line, place.column);
    setMenu({ ...place, x: event.clientX, y: event.clientY });
  };

  const press = useGridPress({
    shape,
    grid,
    lineHeight,
    readOnly,
    cells,
    go,
    extend,
    startEdit,
    openMenu,
  });

  const groupTitle = (group: RowGroup): string =>
    group.value === null
      ? t('group.unknown')
      : groupBy === 'mode' && (group.value === 'project' || group.value === 'product')
        ? t(`mode.${group.value}`, { ns: 'common' })
        : groupBy === 'stage'
          ? t(`stage.${group.value}` as 'stage.idea', { ns: 'common' })
          : group.value;

  const allTicked =
    shown.length > 0 && ticked.size >= shown.length && shown.every(({ id }) => ticked.has(id));
  const shownIds = useRef(shown);
  shownIds.current = shown;
  const tickAll = useCallback(() => {
    const ids = shownIds.current.map(({ id }) => id);
    const { ticked: now, tick } = useTable.getState();
    tick(ids, !ids.every((id) => now.has(id)));
  }, []);
  const placeHeader = useCallback((column: number) => useCursor.getState().place(HEADER, column), []);
  const totalled = useMemo(() => (marked ? rowsWithin(shape, marked) : shown), [shape, marked, shown]);
  const markedColumns = useMemo(
    () => (marked ? columns.slice(marked.left - 1, marked.right) : null),
    [columns, marked],
  );

  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={t('title')}
        aria-rowcount={lines + 2}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={readOnly}
        className={css.grid}
        style={style}
        onKeyDown={press}
        onScroll={({ currentTarget }) =>
          // At once, and without drawing anything anew: what stays at the left must not be seen to move.
          currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft > 0)
        }
        onPointerDown={drag.onPointerDown}
        onClick={click}
        onContextMenu={pointMenu}
        onDoubleClick={(event) => {
          const place = placeOf(event.target);
          if (place && place.column > 0) startEdit(null);
        }}
        onCopy={cells.onCopy}
        onPaste={cells.onPaste}
      >
        <GridHeader
          columns={columns}
          cursor={cursor.key === HEADER ? cursor.column : -1}
          allTicked={allTicked}
          onTickAll={tickAll}
          onFocusCell={placeHeader}
        />
        <div role="rowgroup" className={css.sizer} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            const ariaRow = index + 2;
            const line = index + 1;
            if (!item) {
              const isHere = cursor.key === NEW;
              return (
                <div
                  key={NEW}
                  role="row"
                  aria-rowindex={ariaRow}
                  data-key={NEW}
                  className={css.new}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <div role="gridcell" aria-colindex={1} className={css.tick} />
                  <div
                    role="gridcell"
                    aria-colindex={2}
                    tabIndex={isHere ? 0 : -1}
                    data-column={1}
                    data-first
                    className={css.cell}
                  >
                    {isHere && cursor.editing ? (
                      newEditor()
                    ) : (
                      <span className={css.text}>{t('new.row')}</span>
                    )}
                  </div>
                </div>
              );
            }
            const isHere = cursor.key === item.key;
            if (item.kind === 'group') {
              const title = groupTitle(item);
              return (
                <GroupRow
                  key={item.key}
                  group={item}
                  plainTitle={title}
                  title={
                    groupBy === 'mode' && (item.value === 'project' || item.value === 'product') ? (
                      <ModeMark mode={item.value} />
                    ) : (
                      title
                    )
                  }
                  ariaRow={ariaRow}
                  top={start}
                  span={columns.length + 1}
                  currency={currency}
                  language={language}
                  atCursor={isHere}
                  onToggle={() => useTable.getState().toggleGroup(item.key)}
                />
              );
            }
            const figures = figuresOf(item.row.id);
            const isMarked = marked !== null && line >= marked.top && line <= marked.bottom;
            const edge = isMarked
              ? line === marked.top && line === marked.bottom
                ? 't b'
                : line === marked.top
                  ? 't'
                  : line === marked.bottom
                    ? 'b'
                    : ''
              : '';
            return (
              <GridRow
                key={item.key}
                itemKey={item.key}
                row={asTyped(item.row)}
                ariaRow={ariaRow}
                top={start}
                columns={columns}
                words={words}
                figureStatus={figures.status}
                wasteShare={figures.wasteShare}
                timeToFirstValueMonths={figures.timeToFirstValueMonths}
                ticked={ticked.has(item.row.id)}
                selected={item.row.id === selectedId}
                readOnly={readOnly}
                cursor={isHere ? cursor.column : -1}
                markedFrom={isMarked ? marked.left : -1}
                markedTo={isMarked ? marked.right : -1}
                markedEdge={edge}
                editor={isHere && cursor.editing ? editorFor(item.row) : null}
              />
            );
          })}
        </div>
        {shown.length > 0 && (
          <TotalsRow
            rows={totalled}
            marked={markedColumns}
            columns={columns}
            ariaRow={lines + 2}
            words={words}
          />
        )}
      </div>
      <p className="visuallyHidden" role="status">
        {marked
          ? t('range.said', {
              rows: marked.bottom - marked.top + 1,
              columns: marked.right - marked.left + 1,
            })
          : ''}
      </p>
      {menu && (
        <CellMenu
          place={menu}
          shape={shape}
          marked={marked}
          cells={cells}
          readOnly={readOnly}
          onEdit={() => startEdit(null)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
