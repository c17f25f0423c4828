import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandItem } from '../../commands/CommandItem.tsx';
import { nameOfCopy } from '../../commands/commandList.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import {
  deleteInitiatives,
  duplicateInitiatives,
  retireInitiatives,
  tagOverhead,
} from '../../state/initiativeActions.ts';
import { tell } from '../../state/noticeStore.ts';
import { useView } from '../../state/viewStore.ts';
import type { Rect } from '../../ui/editGrid/cellRange.ts';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import css from './CellMenu.module.css';
import { isTyped } from './columns.ts';
import { filterByValue } from './filterByValue.ts';
import { type GridShape, rowsWithin } from './gridShape.ts';
import { useTable } from './tableStore.ts';
import type { CellActions } from './useCellActions.ts';

/** The cell that the menu is about, and where on the page it opens, in CSS pixels. */
export interface MenuPlace {
  readonly line: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface CellMenuProps {
  readonly place: MenuPlace;
  readonly shape: GridShape;
  readonly marked: Rect | null;
  readonly cells: CellActions;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** What can be done with a cell, the marked ones, and their rows. */
export function CellMenu({ place, shape, marked, cells, readOnly, onEdit, onClose }: CellMenuProps) {
  const { t } = useTranslation(['initiatives', 'shell', 'common']);
  const anchor = useRef<HTMLSpanElement>(null);
  const row = shape.rowAt(place.line);
  const column = shape.columns[place.column - 1];
  if (!row) return null;
  const rows = marked ? rowsWithin(shape, marked) : [row];
  const ids = [...new Set(rows.map(({ id }) => id))];
  const count = ids.length;
  const isRetired = rows.every(({ initiative }) => initiative.retired);
  const isOverhead = rows.every(({ initiative }) => initiative.overhead);
  const filter = column ? filterByValue(column, row) : null;
  const copy = async (): Promise<void> => {
    const sheet = cells.copied();
    if (sheet === null) return;
    await navigator.clipboard.writeText(sheet);
    tell({ kind: 'done', key: 'notice.copied' });
  };
  return (
    <>
      <span ref={anchor} className={css.anchor} style={{ left: place.x, top: place.y }} />
      <MenuPopover
        label={t('cellMenu.label', { name: row.initiative.name })}
        anchor={anchor}
        onClose={onClose}
      >
        <ActionItem
          id="edit"
          text={t('cellMenu.edit')}
          end="F2"
          disabled={readOnly || !column || !isTyped(column)}
          onAction={onEdit}
        />
        <ActionItem
          id="copy"
          text={t('cellMenu.copy')}
          end={<ShortcutKeys keys="Mod+C" />}
          onAction={() => void copy()}
        />
        <CommandItem id="table.fillDown" />
        <CommandItem id="table.fillRight" />
        <ActionItem
          id="clear"
          text={t('cellMenu.clear')}
          end="Del"
          disabled={readOnly}
          onAction={cells.clear}
        />
        {filter && column && (
          <ActionItem
            id="filter"
            text={t('cellMenu.filter', { column: t(column.label) })}
            onAction={() => useTable.getState().filter(column.id, filter)}
          />
        )}
        <MenuLine />
        <ActionItem
          id="flow"
          text={t('cellMenu.flow')}
          onAction={() => {
            useView.getState().lead('flow');
            useView.getState().select({ kind: 'initiative', id: row.id });
          }}
        />
        <ActionItem
          id="tick"
          text={t('cellMenu.tick', { count })}
          onAction={() => useTable.getState().tick(ids, true)}
        />
        <ActionItem
          id="duplicate"
          text={t('cellMenu.duplicate', { count })}
          disabled={readOnly}
          onAction={() => void duplicateInitiatives(ids, nameOfCopy)}
        />
        <ActionItem
          id="overhead"
          text={t(isOverhead ? 'cellMenu.notOverhead' : 'cellMenu.overhead', { count })}
          disabled={readOnly}
          onAction={() => void tagOverhead(ids, !isOverhead)}
        />
        <ActionItem
          id="retire"
          text={t(isRetired ? 'cellMenu.bringBack' : 'cellMenu.retire', { count })}
          disabled={readOnly}
          onAction={() => void retireInitiatives(ids, !isRetired)}
        />
        <ActionItem
          id="delete"
          text={t('cellMenu.delete', { count })}
          disabled={readOnly}
          onAction={() => void deleteInitiatives(ids)}
        />
      </MenuPopover>
    </>
  );
}
