import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { segmentKinds } from '../../../shared/domain/planningRecords.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { Button } from '../../ui/Button.tsx';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import type { GridColumn, GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { readName } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { createSegment, editSegment, removeSegment } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { type SegmentRow, segmentRows } from './rows.ts';

const ENTRY = '#entry';
const unknown = <span className={css.unknown}>–</span>;

/** Who the customers are, inside the company or outside. */
export function SegmentGrid({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const cursor = useGridCursor();
  const rows = useMemo(() => segmentRows(records), [records]);
  const columns = useMemo(
    (): readonly GridColumn<SegmentRow>[] => [
      {
        id: 'name',
        title: t('column.segmentName'),
        width: 240,
        cell: ({ record }) => <span className={css.text}>{record.name}</span>,
        edit: {
          start: ({ record }) => record.name,
          commit: ({ record }, text) => {
            const name = readName(text);
            if (!name.ok) return name.reason;
            editSegment(record, { name: name.value });
            return null;
          },
        },
      },
      {
        id: 'kind',
        title: t('column.kind'),
        width: 120,
        cell: ({ record }) => (record.kind === null ? unknown : t(`segment.${record.kind}`)),
        edit: {
          start: ({ record }) => record.kind ?? '',
          choices: [{ id: '', text: '–' }, ...segmentKinds.map((id) => ({ id, text: t(`segment.${id}`) }))],
          commit: ({ record }, text) => {
            editSegment(record, { kind: segmentKinds.find((each) => each === text) ?? null });
            return null;
          },
        },
      },
      {
        id: 'description',
        title: t('column.description'),
        width: 360,
        cell: ({ record }) =>
          record.description === '' ? unknown : <span className={css.text}>{record.description}</span>,
        hint: ({ record }) => record.description || undefined,
        edit: {
          start: ({ record }) => record.description,
          commit: ({ record }, text) => {
            editSegment(record, { description: text.trim() });
            return null;
          },
        },
      },
      {
        id: 'outcomes',
        title: t('column.outcomes'),
        width: 120,
        numeric: true,
        cell: ({ outcomes }) => words.number(outcomes),
      },
    ],
    [t, words],
  );
  const lines = useMemo(() => {
    const list: GridLine<SegmentRow>[] = rows.map((row) => ({ kind: 'row', key: row.id, row }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder: t('entry.segment') });
    return list;
  }, [rows, readOnly, t]);
  const entry = (_key: string, text: string, then: Then): InvalidKey | null => {
    const name = text.trim();
    if (name.length > 500) return 'invalid.long';
    cursor.move(ENTRY, 0);
    if (name === '') return null;
    void createSegment(name);
    if (then === 'down') cursor.open(ENTRY, 0, '');
    return null;
  };
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
      onEntry={entry}
      onKey={(event, key) => {
        const row = rows.find(({ id }) => id === key);
        if (!row || readOnly || event.key !== 'Delete') return false;
        void removeSegment(row.record);
        return true;
      }}
      actions={({ record }) =>
        readOnly ? null : (
          <Button
            look="quiet"
            icon
            excludeFromTabOrder
            aria-label={`${t('menu.delete')}: ${record.name}`}
            onPress={() => void removeSegment(record)}
          >
            <X size={14} aria-hidden />
          </Button>
        )
      }
    />
  );
}
