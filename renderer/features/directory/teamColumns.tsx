import type { TFunction } from 'i18next';
import type { CellEdit, GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { parseDate } from '../../ui/parse.ts';
import { readName, readProse } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import css from './directory.module.css';
import { editTeam, todayHere } from './directoryActions.ts';
import { type Sort, useDirectory } from './directoryStore.ts';
import type { TeamRow } from './rows.ts';

/** A column's order, and the press that changes it. */
export const sortOf = (column: string, sort: Sort) => ({
  direction: sort.column === column ? sort.direction : null,
  onPress: () => useDirectory.getState().sortBy(column),
});

const unknown = <span className={css.unknown}>–</span>;

/** The columns of the list of teams. */
export function teamColumns(
  t: TFunction<'directory'>,
  words: SayValues,
  sort: Sort,
): readonly GridColumn<TeamRow>[] {
  const date = (field: 'stableSince' | 'disbandsOn'): CellEdit<TeamRow> => ({
    start: ({ record }) => record[field] ?? '',
    commit: ({ record }, text) => {
      const day = parseDate(text);
      if (!day.ok) return day.reason;
      editTeam(record, { [field]: day.value });
      return null;
    },
  });
  const count = (id: 'initiatives' | 'phases' | 'capabilities', width: number): GridColumn<TeamRow> => ({
    id,
    title: t(`column.${id}`),
    width,
    numeric: true,
    sort: sortOf(id, sort),
    cell: (row) => (row[id] === 0 ? <span className={css.unknown}>0</span> : words.number(row[id])),
  });
  return [
    {
      id: 'name',
      title: t('column.team'),
      width: 220,
      sort: sortOf('name', sort),
      cell: ({ record }) => <span className={css.text}>{record.name}</span>,
      hint: ({ record }) => record.name,
      edit: {
        start: ({ record }) => record.name,
        commit: ({ record }, text) => {
          const name = readName(text);
          if (!name.ok) return name.reason;
          editTeam(record, { name: name.value });
          return null;
        },
      },
    },
    {
      id: 'mission',
      title: t('column.mission'),
      width: 320,
      sort: sortOf('mission', sort),
      cell: ({ record }) =>
        record.mission === '' ? unknown : <span className={css.text}>{record.mission}</span>,
      hint: ({ record }) => record.mission || undefined,
      edit: {
        start: ({ record }) => record.mission,
        commit: ({ record }, text) => {
          const mission = readProse(text);
          if (!mission.ok) return mission.reason;
          editTeam(record, { mission: mission.value.trim() });
          return null;
        },
      },
    },
    {
      id: 'stableSince',
      title: t('column.stableSince'),
      width: 122,
      sort: sortOf('stableSince', sort),
      cell: ({ record }) => (record.stableSince === null ? unknown : words.date(record.stableSince)),
      edit: date('stableSince'),
    },
    {
      id: 'disbandsOn',
      title: t('column.disbandsOn'),
      width: 122,
      sort: sortOf('disbandsOn', sort),
      cell: ({ record }) =>
        record.disbandsOn === null ? (
          unknown
        ) : (
          <span className={record.disbandsOn <= todayHere() ? css.over : undefined}>
            {words.date(record.disbandsOn)}
          </span>
        ),
      hint: ({ record }) =>
        record.disbandsOn !== null && record.disbandsOn <= todayHere() ? t('state.gone') : undefined,
      edit: date('disbandsOn'),
    },
    count('initiatives', 96),
    count('phases', 84),
    count('capabilities', 140),
  ];
}
