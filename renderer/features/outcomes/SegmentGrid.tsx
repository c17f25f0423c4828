import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newSegment } from '../../../shared/domain/planningDefaults.ts';
import { segmentKinds } from '../../../shared/domain/planningRecords.ts';
import type { PortfolioRecords, Segment } from '../../../shared/domain/records.ts';
import { put } from '../../../shared/planning/planned.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { newId } from '../../state/initiativeActions.ts';
import { retire } from '../../state/retireActions.ts';
import { cellEdits, choicesOf, noChoice } from '../../ui/editGrid/cellEdits.ts';
import { countCell, textCell, unknown } from '../../ui/editGrid/cells.tsx';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import { ENTRY, takeEntry } from '../../ui/editGrid/entryLine.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import type { GridColumn, GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { useWords } from '../inspector/useWords.ts';
import { createSegment, removeSegment } from './outcomeActions.ts';
import { type SegmentRow, segmentRows } from './rows.ts';

const edits = cellEdits<SegmentRow, Segment>('segment', ({ record }) => record);

/** Who the customers are, inside the company or outside. */
export function SegmentGrid({
  records,
  retiredShown,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly retiredShown: boolean;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const cursor = useGridCursor();
  const rows = useMemo(() => segmentRows(records, retiredShown), [records, retiredShown]);
  const columns = useMemo(
    (): readonly GridColumn<SegmentRow>[] => [
      {
        id: 'name',
        title: t('column.segmentName'),
        width: 240,
        cell: ({ record }) => textCell(record.name),
        edit: edits.name('name'),
      },
      {
        id: 'kind',
        title: t('column.kind'),
        width: 120,
        cell: ({ record }) => (record.kind === null ? unknown : t(`segment.${record.kind}`)),
        edit: edits.choice('kind', [
          noChoice,
          ...choicesOf('outcomes', segmentKinds, (id) => `segment.${id}`),
        ]),
      },
      {
        id: 'importance',
        title: t('column.importance'),
        width: 110,
        numeric: true,
        cell: ({ record }) => record.importance ?? unknown,
        edit: edits.scale('importance'),
      },
      {
        id: 'description',
        title: t('column.description'),
        width: 360,
        cell: ({ record }) => textCell(record.description),
        hint: ({ record }) => record.description || undefined,
        edit: edits.prose('description'),
      },
      {
        id: 'outcomes',
        title: t('column.outcomes'),
        width: 120,
        numeric: true,
        cell: ({ outcomes }) => countCell(outcomes, words.number),
        copy: ({ outcomes }) => String(outcomes),
      },
    ],
    [t, words],
  );
  const lines = useMemo(() => {
    const list: GridLine<SegmentRow>[] = rows.map((row) => ({
      kind: 'row',
      key: row.id,
      row,
      retired: row.record.retired,
    }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder: t('entry.segment') });
    return list;
  }, [rows, readOnly, t]);
  const entry = (_key: string, typed: string, then: Then): InvalidKey | null =>
    takeEntry(cursor, typed, then, createSegment);
  return (
    <EditGrid<SegmentRow>
      label={t('tab.segments')}
      role="grid"
      columns={columns}
      lines={lines}
      cursor={cursor}
      selectedKey={cursor.key}
      readOnly={readOnly}
      fieldLabel={(column, row) =>
        row ? t('field.of', { column, name: row.record.name }) : t('field.newSegment')
      }
      editLabel={(row, name) => ({ key: 'segment.edit', params: { name: name ?? row.record.name } })}
      area="outcomes"
      newRow={(name) => {
        const record = newSegment(newId(), name);
        return {
          row: { id: record.id, record, outcomes: 0, initiatives: 0 },
          changes: [put('segment', record)],
        };
      }}
      onEntry={entry}
      onKey={(event, key) => {
        const row = rows.find(({ id }) => id === key);
        if (!row || readOnly || event.key !== 'Delete') return false;
        void removeSegment(row.record);
        return true;
      }}
      actions={({ record }) =>
        readOnly ? null : (
          <GridRowMenu label={t('menu.label', { name: record.name })}>
            <ActionItem
              id="retire"
              text={t(record.retired ? 'menu.bringBack' : 'menu.retire')}
              onAction={() => void retire('segment', [record.id], !record.retired)}
            />
            <MenuLine />
            <ActionItem
              id="delete"
              text={t('menu.delete')}
              end={<ShortcutKeys keys="Delete" />}
              onAction={() => void removeSegment(record)}
            />
          </GridRowMenu>
        )
      }
    />
  );
}
