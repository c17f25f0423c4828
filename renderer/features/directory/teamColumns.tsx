import type { TFunction } from 'i18next';
import type { Team } from '../../../shared/domain/records.ts';
import { cellEdits } from '../../ui/editGrid/cellEdits.ts';
import { countCell, textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import css from './directory.module.css';
import { type Sort, useDirectory } from './directoryStore.ts';
import type { TeamRow } from './rows.ts';

/** A column's order, and the press that changes it. */
export const sortOf = (column: string, sort: Sort) => ({
  direction: sort.column === column ? sort.direction : null,
  onPress: () => useDirectory.getState().sortBy(column),
});

/** The columns of the list of teams. */
export function teamColumns(
  t: TFunction<'directory'>,
  words: SayValues,
  sort: Sort,
  today: string,
): readonly GridColumn<TeamRow>[] {
  const edits = cellEdits<TeamRow, Team>('team', ({ record }) => record);
  const isGone = ({ record }: TeamRow): boolean => record.disbandsOn !== null && record.disbandsOn <= today;
  const count = (id: 'initiatives' | 'phases' | 'capabilities', width: number): GridColumn<TeamRow> => ({
    id,
    title: t(`column.${id}`),
    width,
    numeric: true,
    sort: sortOf(id, sort),
    cell: (row) => countCell(row[id], words.number),
    copy: (row) => String(row[id]),
  });
  return [
    {
      id: 'name',
      title: t('column.team'),
      width: 186,
      sort: sortOf('name', sort),
      cell: ({ record }) => textCell(record.name),
      hint: ({ record }) => record.name,
      edit: edits.name('name'),
    },
    {
      id: 'mission',
      title: t('column.mission'),
      width: 200,
      sort: sortOf('mission', sort),
      cell: ({ record }) => textCell(record.mission),
      hint: ({ record }) => record.mission || undefined,
      edit: edits.prose('mission'),
    },
    {
      id: 'stableSince',
      title: t('column.stableSince'),
      width: 122,
      sort: sortOf('stableSince', sort),
      cell: ({ record }) => (record.stableSince === null ? unknown : words.date(record.stableSince)),
      edit: edits.date('stableSince'),
    },
    {
      id: 'disbandsOn',
      title: t('column.disbandsOn'),
      width: 122,
      sort: sortOf('disbandsOn', sort),
      cell: (row) =>
        row.record.disbandsOn === null ? (
          unknown
        ) : (
          <span className={isGone(row) ? css.over : undefined}>{words.date(row.record.disbandsOn)}</span>
        ),
      hint: (row) => (isGone(row) ? t('state.gone') : undefined),
      edit: edits.date('disbandsOn'),
    },
    count('initiatives', 96),
    count('phases', 84),
    count('capabilities', 140),
  ];
}
