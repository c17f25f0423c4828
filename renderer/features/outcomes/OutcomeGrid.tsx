import { Archive, Trash2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { put } from '../../../shared/planning/planned.ts';
import { CommandKeys, ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { onViewAction } from '../../commands/viewActions.ts';
import { newId } from '../../state/initiativeActions.ts';
import { outcomeRequestDone, useOutcomeRequests } from '../../state/outcomeRequests.ts';
import { retire } from '../../state/retireActions.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import { ENTRY, takeEntry } from '../../ui/editGrid/entryLine.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import { markedRect } from '../../ui/editGrid/gridMarks.ts';
import type { GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { ManyBar } from '../../ui/editGrid/ManyBar.tsx';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { meantRows } from '../../ui/editGrid/useGridKeys.ts';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { useWords } from '../inspector/useWords.ts';
import { copyOutcome, createOutcome, removeOutcomes } from './outcomeActions.ts';
import { outcomeColumns } from './outcomeColumns.tsx';
import { useOutcomes } from './outcomesStore.ts';
import { newOutcomeRow, type OutcomeRow } from './rows.ts';
import { useValueChoices } from './useValueWords.ts';

export interface OutcomeGridProps {
  readonly records: PortfolioRecords;
  readonly rows: readonly OutcomeRow[];
  readonly readOnly: boolean;
}

/** The table of outcomes: edited cell by cell, added to by typing; the inspector follows the row. */
export function OutcomeGrid({ records, rows, readOnly }: OutcomeGridProps) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const values = useValueChoices();
  const cursor = useGridCursor();
  const select = useView((state) => state.select);
  const selection = useView((state) => state.selection);
  const columns = useMemo(() => outcomeColumns(t, { records, words, values }), [t, records, words, values]);
  const lines = useMemo(() => {
    const list: GridLine<OutcomeRow>[] = rows.map((row) => ({
      kind: 'row',
      key: row.id,
      row,
      retired: row.record.retired,
    }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder: t('entry.outcome') });
    return list;
  }, [rows, readOnly, t]);
  const { open } = cursor;
  const wished = useOutcomeRequests((state) => state.wished);
  useEffect(() => {
    if (!wished) return;
    outcomeRequestDone();
    if (!readOnly) open(ENTRY, 0, '');
  }, [wished, readOnly, open]);
  useEffect(
    () =>
      onViewAction('outcomes', 'duplicate', () => {
        const row = rows.find(({ id }) => id === cursor.key);
        if (row) void copyOutcome(row.record);
      }),
    [rows, cursor.key],
  );
  const entry = (_key: string, typed: string, then: Then): InvalidKey | null =>
    takeEntry(cursor, typed, then, createOutcome);
  const { ticked, tick } = useOutcomes();
  const lineOf = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const onKey = (event: React.KeyboardEvent, key: string): boolean => {
    const row = rows.find(({ id }) => id === key);
    if (!row) return false;
    if (event.key === 'Delete' && !readOnly && !event.ctrlKey && !event.metaKey) {
      void removeOutcomes(meantRows(lines, ticked, markedRect(cursor, lineOf), key));
      return true;
    }
    return false;
  };
  return (
    <>
      <EditGrid<OutcomeRow>
        label={t('title')}
        role="grid"
        columns={columns}
        lines={lines}
        cursor={cursor}
        selectedKey={selection?.kind === 'outcome' ? selection.id : null}
        readOnly={readOnly}
        fieldLabel={(column, row) =>
          row ? t('field.of', { column, name: row.record.name }) : t('field.newOutcome')
        }
        editLabel={(row, name) => ({ key: 'outcome.edit', params: { name: name ?? row.record.name } })}
        area="outcomes"
        newRow={(name) => {
          const record = newOutcome(newId(), name);
          return { row: newOutcomeRow(record), changes: [put('outcome', record)] };
        }}
        onSelect={(id) => select({ kind: 'outcome', id })}
        onEntry={entry}
        onKey={onKey}
        actions={(row) =>
          readOnly ? null : <RowMenu row={row} onRename={() => cursor.open(row.id, 0, null)} />
        }
        ticked={ticked}
        onTick={tick}
        tickLabel={(row) => t('tick.row', { name: row.record.name })}
      />
      <ManyBar
        label={t('ticked.label')}
        rows={rows.filter(({ id }) => ticked.has(id))}
        columns={columns}
        readOnly={readOnly}
        onClear={() => tick([...ticked], false)}
      >
        <RetireButton rows={rows.filter(({ id }) => ticked.has(id))} readOnly={readOnly} />
        <Button
          look="danger"
          isDisabled={readOnly}
          onPress={() => void removeOutcomes(rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id))}
        >
          <Trash2 size={14} aria-hidden />
          {t('menu.delete')}
        </Button>
      </ManyBar>
    </>
  );
}

function RetireButton({
  rows,
  readOnly,
}: {
  readonly rows: readonly OutcomeRow[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const retired = rows.every(({ record }) => record.retired);
  const ids = rows.map(({ id }) => id);
  return (
    <Button isDisabled={readOnly} onPress={() => void retire('outcome', ids, !retired)}>
      <Archive size={14} aria-hidden />
      {t(retired ? 'menu.bringBack' : 'menu.retire')}
    </Button>
  );
}

function RowMenu({ row, onRename }: { readonly row: OutcomeRow; readonly onRename: () => void }) {
  const { t } = useTranslation('outcomes');
  const label = t('menu.label', { name: row.record.name });
  return (
    <GridRowMenu label={label}>
      <ActionItem id="rename" text={t('menu.rename')} end={<ShortcutKeys keys="F2" />} onAction={onRename} />
      <ActionItem
        id="duplicate"
        text={t('menu.duplicate')}
        end={<CommandKeys id="initiative.duplicate" />}
        onAction={() => void copyOutcome(row.record)}
      />
      <ActionItem
        id="retire"
        text={t(row.record.retired ? 'menu.bringBack' : 'menu.retire')}
        onAction={() => void retire('outcome', [row.id], !row.record.retired)}
      />
      <MenuLine />
      <ActionItem
        id="delete"
        text={t('menu.delete')}
        end={<ShortcutKeys keys="Delete" />}
        onAction={() => void removeOutcomes([row.id])}
      />
    </GridRowMenu>
  );
}
