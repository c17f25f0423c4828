// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { ArrowDown, ArrowUp, ChevronDown, Filter as FilterIcon } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { type Column, groupIds, isNumeric } from './columns.ts';
import { FilterPanel } from './FilterPanel.tsx';
import css from './GridHeader.module.css';
import { tableScale } from './tableScale.ts';
import { useTable } from './tableStore.ts';

export interface GridHeaderProps {
  readonly columns: readonly Column[];
  /** The cursor's column when it is in the header, else -1. */
  readonly cursor: number;
  readonly allTicked: boolean;
  readonly onTickAll: () => void;
  readonly onFocusCell: (column: number) => void;
}

/** The line of column names: sorts, filters, widens, moves and hides. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { columns, cursor, allTicked, onTickAll, onFocusCell } = props;
  const { t } = useTranslation('initiatives');
  return (
    <div role="row" aria-rowindex={1} className={css.header} data-key="#header">
      <div
        role="columnheader"
        aria-colindex={1}
        aria-label={t('column.tick')}
        tabIndex={cursor === 0 ? 0 : -1}
        data-column={0}
        className={css.tick}
        onFocus={() => onFocusCell(0)}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={allTicked}
          aria-label={t('tickAll')}
          onChange={onTickAll}
        />
      </div>
      {columns.map((column, index) => (
        <HeaderCell
          key={column.id}
          column={column}
          place={index + 1}
          last={index === columns.length - 1}
          atCursor={cursor === index + 1}
          onFocusCell={onFocusCell}
        />
      ))}
    </div>
  );
});

const STEP = 24;
const DRAGGED = 'application/x-throughline-column';

interface HeaderCellProps {
  readonly column: Column;
  readonly place: number;
  readonly last: boolean;
  readonly atCursor: boolean;
  readonly onFocusCell: (column: number) => void;
}

function HeaderCell({ column, place, last, atCursor, onFocusCell }: HeaderCellProps) {
  const { t } = useTranslation('initiatives');
  const cell = useRef<HTMLDivElement>(null);
  const sort = useTable((state) => state.sort);
  const filtered = useTable((state) => state.filters[column.id] !== undefined);
  const { sortBy } = useTable.getState();
  const [menuOpen, setMenuOpen] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const at = sort.findIndex((key) => key.id === column.id);
  const key = sort[at];
  const name = t(column.label);
  const press = (event: React.KeyboardEvent): void => {
    if (event.target !== cell.current) return;
    if (event.key === 'Enter' || event.key === ' ') sortBy(column.id, event.shiftKey);
    else if (event.key === 'F2' || (event.altKey && event.key === 'ArrowDown')) setMenuOpen(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={place + 1}
      aria-sort={key ? (key.descending ? 'descending' : 'ascending') : undefined}
      tabIndex={atCursor ? 0 : -1}
      data-column={place}
      data-first={place === 1 || undefined}
      data-numeric={isNumeric(column) || undefined}
      className={css.cell}
      draggable
      onKeyDown={press}
      onFocus={() => onFocusCell(place)}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, column.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData(DRAGGED);
        const { columns, moveColumn } = useTable.getState();
        const from = columns.find(({ id }) => id === moved);
        if (!from) return;
        event.preventDefault();
        moveColumn(
          from.id,
          columns.findIndex(({ id }) => id === column.id),
        );
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        className={css.name}
        onClick={(event) => sortBy(column.id, event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <span className={css.text}>{name}</span>
        {key && (key.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
        {key && sort.length > 1 && <sup aria-hidden>{at + 1}</sup>}
        {filtered && <FilterIcon size={11} aria-hidden />}
      </button>
      <MenuTrigger isOpen={menuOpen} onOpenChange={setMenuOpen}>
        <AriaButton
          excludeFromTabOrder
          className={css.menu ?? ''}
          aria-label={t('menu.label', { column: name })}
        >
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
        <MenuPopover label={t('menu.label', { column: name })}>
          <HeaderMenu column={column} last={last} first={place === 1} onFilter={() => setFiltering(true)} />
        </MenuPopover>
      </MenuTrigger>
      <Resizer column={column} />
      {filtering && (
        <FilterPanel
          column={column}
          triggerRef={cell}
          onClose={() => {
            setFiltering(false);
            cell.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function HeaderMenu({
  column,
  first,
  last,
  onFilter,
}: {
  readonly column: Column;
  readonly first: boolean;
  readonly last: boolean;
  readonly onFilter: () => void;
}) {
  const { t } = useTranslation('initiatives');
  const { sortBy, group, showColumn, moveColumn, resize, columns } = useTable.getState();
  const groupId = groupIds.find((id) => id === column.id);
  const place = columns.findIndex(({ id }) => id === column.id);
  const width = columns[place]?.width ?? column.width;
  // Hidden columns lie between the shown ones: moving means past the next shown neighbour.
  const neighbour = (step: -1 | 1): number => {
    let to = place + step;
    while (columns[to] && !columns[to]?.shown) to += step;
    return to;
  };
  return (
    <>
      <ActionItem id="up" text={t('menu.sortUp')} onAction={() => sortBy(column.id, false, false)} />
      <ActionItem id="down" text={t('menu.sortDown')} onAction={() => sortBy(column.id, false, true)} />
      <ActionItem id="filter" text={t('menu.filter')} onAction={onFilter} />
      {groupId && <ActionItem id="group" text={t('menu.groupBy')} onAction={() => group(groupId)} />}
      <MenuLine />
      <ActionItem
        id="left"
        text={t('menu.left')}
        disabled={first}
        onAction={() => moveColumn(column.id, neighbour(-1))}
      />
      <ActionItem
        id="right"
        text={t('menu.right')}
        disabled={last}
        onAction={() => moveColumn(column.id, neighbour(1))}
      />
      <ActionItem id="wider" text={t('menu.wider')} onAction={() => resize(column.id, width + 2 * STEP)} />
      <ActionItem
        id="narrower"
        text={t('menu.narrower')}
        onAction={() => resize(column.id, width - 2 * STEP)}
      />
      <ActionItem
        id="hide"
        text={t('menu.hide')}
        disabled={column.id === 'name'}
        onAction={() => showColumn(column.id, false)}
      />
    </>
  );
}

/** The edge of a column, dragged with the pointer; the keyboard widens from the column's menu. */
function Resizer({ column }: { readonly column: Column }) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  return (
    <span
      className={css.resizer}
      aria-hidden
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        // From what is seen: the first column may be fitted to the room.
        const shown =
          event.currentTarget.closest('[role="columnheader"]')?.getBoundingClientRect().width ?? 0;
        const width = useTable.getState().columns.find(({ id }) => id === column.id)?.width ?? column.width;
        const scale = tableScale(usePreferences.getState().theme);
        start.current = { x: event.clientX, width: shown > 0 ? shown / scale : width };
      }}
      onPointerMove={(event) => {
        const from = start.current;
        const scale = tableScale(usePreferences.getState().theme);
        if (from) useTable.getState().resize(column.id, from.width + (event.clientX - from.x) / scale);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => useTable.getState().resize(column.id, column.width)}
    />
  );
}
