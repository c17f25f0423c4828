// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { createInitiative } from '../../state/initiativeActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { requestDone, useTableRequests } from '../../state/tableRequests.ts';
import { useView } from '../../state/viewStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { CellEditor } from './CellEditor.tsx';
import { readTyped, writeCell } from './cellActions.ts';
import { editText } from './cellValues.ts';
import { type Column, columnOf, type FiguresOf } from './columns.ts';
import css from './Grid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { HEADER, NEW, useCursor } from './gridCursor.ts';
import { moved, writes } from './gridKeys.ts';
import { useGridWords } from './gridWords.ts';
import type { Item, RowGroup } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';
import { suggestionsFor } from './suggestions.ts';
import { tableScale } from './tableScale.ts';
import { useTable } from './tableStore.ts';
import { useClipboard } from './useClipboard.ts';

const TICKS = 36;
const LINE = 32;

export interface GridProps {
  readonly items: readonly Item[];
  readonly shown: readonly InitiativeRow[];
  readonly figuresOf: FiguresOf;
  readonly readOnly: boolean;
}

/** The table: only the lines in view exist, the keyboard moves from cell to cell, and cells are edited in place. */
export function Grid({ items, shown, figuresOf, readOnly }: GridProps) {
  const { t } = useTranslation(['initiatives', 'common']);
  const words = useGridWords();
  const { language, currency } = words;
  const theme = usePreferences((state) => state.theme);
  const arranged = useTable((state) => state.columns);
  const ticked = useTable((state) => state.ticked);
  const groupBy = useTable((state) => state.groupBy);
  const selection = useView((state) => state.selection);
  const selectedId = selection?.kind === 'initiative' ? selection.id : null;
  const cursor = useCursor();
  const grid = useRef<HTMLDivElement>(null);

  const columns = useMemo(
    () => arranged.filter((each) => each.shown).map((each) => columnOf(each.id)),
    [arranged],
  );
  const layout = useMemo(() => {
    const scale = tableScale(theme);
    const widths = [
      TICKS,
      ...arranged.filter((each) => each.shown).map((each) => Math.round(each.width * scale)),
    ];
    return {
      // What stays at the left while the rest scrolls under it.
      '--pinned': `${TICKS + (widths[1] ?? 0)}px`,
      '--columns': widths.map((width) => `${width}px`).join(' '),
      // Lines are placed one by one, so that nothing but this says how wide they are together.
      '--total': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    } as React.CSSProperties;
  }, [arranged, theme]);
  const lineHeight = LINE * tableScale(theme);
  const lineOf = useMemo(() => new Map(items.map((item, index) => [item.key, index])), [items]);
  const newLine = readOnly ? 0 : 1;
  const lines = items.length + newLine;
  /** Among header (0), items, and the line for a new one. */
  const cursorLine =
    cursor.key === HEADER ? 0 : cursor.key === NEW ? lines : (lineOf.get(cursor.key) ?? -1) + 1;

  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => grid.current,
    estimateSize: () => lineHeight,
    overscan: 8,
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

  const keyAt = (line: number): string =>
    line === 0 ? HEADER : line > items.length ? NEW : (items[line - 1]?.key ?? HEADER);
  const itemAt = (line: number): Item | undefined => items[line - 1];

  const go = (line: number, column: number): void => {
    cursor.move(keyAt(line), column);
    if (line > 0) virtual.scrollToIndex(line - 1, { align: 'auto' });
    const item = itemAt(line);
    if (item?.kind === 'row') useView.getState().select({ kind: 'initiative', id: item.row.id });
  };

  const { focus, editing } = cursor;
  useLayoutEffect(() => {
    if (focus === 0 || editing) return;
    const lines = grid.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const line = Array.from(lines).find((each) => each.dataset.key === cursor.key);
    const cell =
      line?.querySelector<HTMLElement>(`[data-column="${cursor.column}"]`) ??
      line?.querySelector<HTMLElement>('[data-column]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focus, editing, cursor.key, cursor.column]);

  // When the cursor's row is gone (filtered, deleted, or another portfolio), the first cell takes its place.
  useEffect(() => {
    if (cursor.key !== HEADER && cursor.key !== NEW && !lineOf.has(cursor.key)) cursor.place(keyAt(1), 1);
  });

  const request = useTableRequests((state) => state.request);
  useEffect(() => {
    if (request?.what !== 'new' || readOnly) return;
    requestDone();
    virtual.scrollToIndex(lines - 1);
    useCursor.getState().move(NEW, 1);
    useCursor.getState().edit('');
  }, [request, readOnly, lines, virtual]);

  const startEdit = (text: string | null): void => {
    if (readOnly) return;
    const column = columns[cursor.column - 1];
    if (cursor.key === NEW) {
      cursor.edit(text ?? '');
      return;
    }
    const item = itemAt(cursorLine);
    if (item?.kind !== 'row' || !column) return;
    if (column.field) cursor.edit(text);
    else useView.getState().set({ inspectorOpen: true });
  };

  const commit = (
    column: Column,
    row: InitiativeRow,
    text: string,
    then: 'stay' | 'down' | 'next' | 'previous',
  ): InvalidKey | null => {
    const typed = readTyped(column, text, row.initiative);
    if (!typed.ok) return typed.reason;
    void writeCell(column, row.initiative, typed.value);
    if (then === 'stay') cursor.place(cursor.key, cursor.column);
    else if (then === 'down') go(Math.min(cursorLine + 1, lines), cursor.column);
    else {
      const step = then === 'next' ? 1 : -1;
      go(cursorLine, Math.max(1, Math.min(columns.length, cursor.column + step)));
    }
    return null;
  };

  const commitNew = (text: string, then: string): InvalidKey | null => {
    const name = text.trim();
    if (name.length > 500) return 'invalid.long';
    if (name !== '') void createInitiative(name);
    if (then === 'stay') cursor.place(NEW, 1);
    else {
      cursor.move(NEW, 1);
      // Enter goes on with the next one: a list is typed without leaving the keyboard.
      if (then === 'down' && name !== '') cursor.edit('');
    }
    return null;
  };

  const tickCurrent = (): void => {
    const item = itemAt(cursorLine);
    if (item?.kind === 'row') useTable.getState().tick([item.row.id], !ticked.has(item.row.id));
  };

  const press = (event: React.KeyboardEvent): void => {
    if (cursor.editing || event.nativeEvent.isComposing) return;
    const to = event.altKey
      ? null
      : moved(
          event,
          { line: cursorLine, column: cursor.column },
          {
            lines: lines + 1,
            columns: columns.length + 1,
            page: Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / lineHeight) - 2),
          },
        );
    const item = itemAt(cursorLine);
    if (to) go(to.line, to.column);
    else if (item?.kind === 'group') {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      useTable.getState().toggleGroup(item.key);
    } else if (event.key === 'F2' || event.key === 'Enter') startEdit(null);
    else if (event.key === ' ') tickCurrent();
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const column = columns[cursor.column - 1];
      if (readOnly || event.ctrlKey || event.metaKey || item?.kind !== 'row' || !column?.field) return;
      const cleared = readTyped(column, '', item.row.initiative);
      if (cleared.ok) void writeCell(column, item.row.initiative, cleared.value);
    } else if (cursor.key !== HEADER && writes(event)) startEdit(event.key);
    else return;
    event.preventDefault();
  };

  const placeOf = (target: EventTarget): { line: number; column: number } | null => {
    if (!(target instanceof Element)) return null;
    const key = target.closest('[data-key]')?.getAttribute('data-key');
    const column = target.closest('[data-column]')?.getAttribute('data-column');
    if (key === null || key === undefined || key === HEADER) return null;
    const line = key === NEW ? lines : (lineOf.get(key) ?? -1) + 1;
    return line > 0 ? { line, column: Number(column ?? 1) } : null;
  };

  const click = (event: React.MouseEvent): void => {
    const place = placeOf(event.target);
    if (
      !place ||
      (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), select, button'))
    )
      return;
    const item = itemAt(place.line);
    go(place.line, place.column);
    if (keyAt(place.line) === NEW) cursor.edit('');
    else if (place.column === 0 && item?.kind === 'row')
      useTable.getState().tick([item.row.id], !ticked.has(item.row.id));
  };

  const clipboard = useClipboard({ items, shown, columns, cursor, cursorLine, figuresOf, readOnly });

  const groupTitle = (group: RowGroup): string =>
    group.value === null
      ? t('group.unknown')
      : groupBy === 'mode' && (group.value === 'project' || group.value === 'product')
        ? t(`mode.${group.value}`, { ns: 'common' })
        : groupBy === 'stage'
          ? t(`stage.${group.value}` as 'stage.idea', { ns: 'common' })
          : group.value;

  const editorFor = (row: InitiativeRow): React.ReactNode => {
    const column = columns[cursor.column - 1];
    if (!cursor.editing || !column) return null;
    return (
      <CellEditor
        key={cursor.focus}
        kind={column.kind}
        label={t('editor.label', { column: t(column.label), name: row.initiative.name })}
        start={cursor.editing.text ?? editText(column, row, currency)}
        selectAll={cursor.editing.text === null}
        suggestions={suggestionsFor(column.id, shown)}
        onCommit={(text, then) => commit(column, row, text, then)}
        onCancel={cursor.leave}
      />
    );
  };

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

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={lines + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="false"
      aria-readonly={readOnly}
      className={css.grid}
      style={layout}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={(event) => {
        const place = placeOf(event.target);
        if (place && place.column > 0) startEdit(null);
      }}
      onCopy={clipboard.copy}
      onPaste={clipboard.paste}
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
                    <CellEditor
                      key={cursor.focus}
                      kind="text"
                      label={t('new')}
                      start={cursor.editing.text ?? ''}
                      selectAll={false}
                      onCommit={commitNew}
                      onCancel={cursor.leave}
                    />
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
          return (
            <GridRow
              key={item.key}
              itemKey={item.key}
              row={item.row}
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
              editor={isHere && cursor.editing ? editorFor(item.row) : null}
            />
          );
        })}
      </div>
    </div>
  );
}
