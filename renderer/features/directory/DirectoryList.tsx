import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandKeys, ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { onViewAction } from '../../commands/viewActions.ts';
import { useView } from '../../state/viewStore.ts';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import { ENTRY, takeEntry } from '../../ui/editGrid/entryLine.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import { markedRect } from '../../ui/editGrid/gridMarks.ts';
import type { GridColumn, GridLine, NewRow, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { meantRows } from '../../ui/editGrid/useGridKeys.ts';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { askToRemove, create, duplicate, retire, tableOf } from './directoryActions.ts';
import { type DirectoryTab, useDirectory } from './directoryStore.ts';
import { isRetired, type PartnerRow, type TeamRow } from './rows.ts';

export interface DirectoryListProps<Row> {
  readonly tab: DirectoryTab;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly footer: readonly ReactNode[];
  readonly readOnly: boolean;
  /** The day that the portfolio speaks of. */
  readonly today: string;
  /** Makes a row of a pasted name. */
  readonly newRow: (name: string) => NewRow<Row>;
}

/** A list of teams or partners: edited in place, added to by typing, merged and deleted. */
export function DirectoryList<Row extends TeamRow | PartnerRow>(props: DirectoryListProps<Row>) {
  const { tab, rows, columns, footer, readOnly, today, newRow } = props;
  const { t } = useTranslation('directory');
  const cursor = useGridCursor();
  const ticked = useDirectory((state) => state.ticked);
  const placeholder = t(tab === 'teams' ? 'entry.team' : 'entry.partner');
  const lines = useMemo(() => {
    const list: GridLine<Row>[] = rows.map((row) => ({
      kind: 'row',
      key: row.id,
      row,
      retired: isRetired(row, today),
    }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder });
    return list;
  }, [rows, readOnly, placeholder, today]);
  const { open, place } = cursor;
  // What something else selected (the palette, a link) becomes the cursor's row.
  const selection = useView((state) => state.selection);
  const selectedId = selection?.kind === tableOf(tab) ? selection.id : null;
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (selectedId === null || seen.current === selectedId || !rows.some(({ id }) => id === selectedId))
      return;
    seen.current = selectedId;
    place(selectedId);
  }, [selectedId, rows, place]);
  useEffect(
    () =>
      onViewAction('directory', 'duplicate', () => {
        if (rows.some(({ id }) => id === cursor.key)) void duplicate(tab, cursor.key);
      }),
    [tab, rows, cursor.key],
  );

  const entry = (_key: string, typed: string, then: Then): InvalidKey | null =>
    takeEntry(cursor, typed, then, (name) => create(tab, name));

  const lineOf = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const onKey = (event: React.KeyboardEvent, key: string): boolean => {
    const row = rows.find(({ id }) => id === key);
    if (!row) return false;
    if (readOnly) return false;
    if (event.key === 'Delete' && !event.ctrlKey && !event.metaKey) {
      askToRemove(tab, meantRows(lines, ticked, markedRect(cursor, lineOf), key));
      return true;
    }
    if (event.key === 'Insert') {
      open(ENTRY, 0, '');
      return true;
    }
    return false;
  };

  return (
    <EditGrid<Row>
      label={t(`tab.${tab}`)}
      role="grid"
      columns={columns}
      lines={lines}
      cursor={cursor}
      selectedKey={selectedId}
      readOnly={readOnly}
      fieldLabel={(column, row) =>
        row
          ? t('field.of', { column, name: row.record.name })
          : t(tab === 'teams' ? 'field.newTeam' : 'field.newPartner')
      }
      editLabel={(row, name) => ({
        key: tab === 'teams' ? 'team.edit' : 'partner.change',
        params: { name: name ?? row.record.name },
      })}
      area="directory"
      newRow={newRow}
      onSelect={(id) => {
        seen.current = id;
        useView.getState().select({ kind: tableOf(tab), id });
      }}
      onEntry={entry}
      onKey={onKey}
      ticked={ticked}
      onTick={(ids, on) => useDirectory.getState().tick(ids, on)}
      tickLabel={(row) => t('tick.row', { name: row.record.name })}
      actions={(row) =>
        readOnly ? null : <RowMenu tab={tab} row={row} onRename={() => cursor.open(row.id, 0, null)} />
      }
      footer={footer}
    />
  );
}

interface RowMenuProps {
  readonly tab: DirectoryTab;
  readonly row: TeamRow | PartnerRow;
  readonly onRename: () => void;
}

function RowMenu({ tab, row, onRename }: RowMenuProps) {
  const { t } = useTranslation('directory');
  const { id, record } = row;
  const label = t('menu.label', { name: record.name });
  return (
    <GridRowMenu label={label}>
      <ActionItem id="rename" text={t('menu.rename')} end={<ShortcutKeys keys="F2" />} onAction={onRename} />
      <ActionItem
        id="duplicate"
        text={t('menu.duplicate')}
        end={<CommandKeys id="initiative.duplicate" />}
        onAction={() => void duplicate(tab, id)}
      />
      <ActionItem
        id="merge"
        text={t('menu.merge')}
        onAction={() => {
          const { ticked, set } = useDirectory.getState();
          set({ dialog: { kind: 'merge', ids: [...new Set([id, ...ticked])] } });
        }}
      />
      {'mission' in record ? (
        <ActionItem
          id="retire"
          text={t(record.disbandsOn === null ? 'menu.retire' : 'menu.retireUndo')}
          onAction={() => void retire(tab, [id], record.disbandsOn === null)}
        />
      ) : (
        <ActionItem
          id="retire"
          text={t(record.retired ? 'menu.bringBack' : 'menu.retirePartner')}
          onAction={() => void retire(tab, [id], !record.retired)}
        />
      )}
      <MenuLine />
      <ActionItem
        id="delete"
        text={t('menu.delete')}
        end={<ShortcutKeys keys="Delete" />}
        onAction={() => askToRemove(tab, [id])}
      />
    </GridRowMenu>
  );
}
