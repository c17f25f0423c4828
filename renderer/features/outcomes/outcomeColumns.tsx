import type { TFunction } from 'i18next';
import { directions } from '../../../shared/domain/planningRecords.ts';
import type { Outcome, PortfolioRecords } from '../../../shared/domain/records.ts';
import { directionContradicts } from '../../../shared/planning/outcomes.ts';
import { change } from '../../state/service.ts';
import { teamByName } from '../../state/teams.ts';
import type { CellEdit, GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { parseDate } from '../../ui/parse.ts';
import { readName, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import { editOutcome, setSegment } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { ProgressMark } from './ProgressMark.tsx';
import { readMeasure } from './readMeasure.ts';
import type { OutcomeRow } from './rows.ts';
import type { useValueChoices } from './useValueWords.ts';

const unknown = <span className={css.unknown}>–</span>;

interface ColumnContext {
  readonly records: PortfolioRecords;
  readonly words: SayValues;
  readonly values: ReturnType<typeof useValueChoices>;
}

/** Says which team owns an outcome, by its name; a new name makes the team in the same step. */
export function setOwner(outcome: Outcome, typed: string): void {
  const found = typed.trim() === '' ? { id: null, changes: [] } : teamByName(typed);
  if (found.id === outcome.ownerTeamId) return;
  void change('outcome.edit', { name: outcome.name }, [
    ...found.changes,
    { op: 'patch', table: 'outcome', id: outcome.id, values: { ownerTeamId: found.id } },
  ]);
}

/** The columns of the table of outcomes. */
export function outcomeColumns(
  t: TFunction<'outcomes'>,
  { records, words, values }: ColumnContext,
): readonly GridColumn<OutcomeRow>[] {
  const text = (value: string, look?: string) =>
    value === '' ? unknown : <span className={look ?? css.text}>{value}</span>;
  const measure = (field: 'baseline' | 'target', title: string): GridColumn<OutcomeRow> => ({
    id: field,
    title,
    width: 84,
    numeric: true,
    cell: ({ record }) => (record[field] === null ? unknown : words.number(record[field])),
    edit: {
      start: ({ record }) => words.numberText(record[field]),
      commit: ({ record }, typed) => {
        const value = readMeasure(typed);
        if (!value.ok) return value.reason;
        editOutcome(record, { [field]: value.value });
        return null;
      },
    },
  });
  const named = (
    start: (row: OutcomeRow) => string,
    suggestions: readonly string[],
    commit: (record: Outcome, typed: string) => void,
  ): CellEdit<OutcomeRow> => ({
    start,
    suggestions,
    commit: ({ record }, typed) => {
      const name = readText()(typed);
      if (!name.ok) return name.reason;
      commit(record, name.value ?? '');
      return null;
    },
  });
  const segmentOf = ({ record }: OutcomeRow): string => records.segment[record.segmentId ?? '']?.name ?? '';
  const ownerOf = ({ record }: OutcomeRow): string => records.team[record.ownerTeamId ?? '']?.name ?? '';
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 220,
      cell: ({ record }) => <span className={css.text}>{record.name}</span>,
      hint: ({ record }) => record.name,
      edit: {
        start: ({ record }) => record.name,
        commit: ({ record }, typed) => {
          const name = readName(typed);
          if (!name.ok) return name.reason;
          editOutcome(record, { name: name.value });
          return null;
        },
      },
    },
    {
      id: 'metric',
      title: t('column.metric'),
      width: 140,
      cell: ({ record }) =>
        text([record.metric, record.unit === '' ? '' : `(${record.unit})`].filter(Boolean).join(' ')),
      hint: ({ record }) => record.metric || undefined,
      edit: {
        start: ({ record }) => record.metric,
        commit: ({ record }, typed) => {
          const metric = readText()(typed);
          if (!metric.ok) return metric.reason;
          editOutcome(record, { metric: metric.value ?? '' });
          return null;
        },
      },
    },
    measure('baseline', t('column.baseline')),
    measure('target', t('column.target')),
    {
      id: 'dueDate',
      title: t('column.dueDate'),
      width: 112,
      cell: ({ record, overdue }) =>
        record.dueDate === null ? (
          unknown
        ) : (
          <span className={overdue ? css.late : undefined}>{words.date(record.dueDate)}</span>
        ),
      hint: ({ overdue }) => (overdue ? t('overdue') : undefined),
      edit: {
        start: ({ record }) => record.dueDate ?? '',
        commit: ({ record }, typed) => {
          const day = parseDate(typed);
          if (!day.ok) return day.reason;
          editOutcome(record, { dueDate: day.value });
          return null;
        },
      },
    },
    {
      id: 'latest',
      title: t('column.latest'),
      width: 76,
      numeric: true,
      cell: ({ progress }) => (progress.latest === null ? unknown : words.number(progress.latest.value)),
      hint: ({ progress }) => (progress.latest === null ? undefined : words.date(progress.latest.date)),
    },
    {
      id: 'progress',
      title: t('column.progress'),
      width: 122,
      cell: ({ progress }) => <ProgressMark progress={progress} />,
    },
    {
      id: 'direction',
      title: t('column.direction'),
      width: 92,
      cell: ({ record }) =>
        record.direction === null ? (
          unknown
        ) : (
          <span className={directionContradicts(record) ? css.late : undefined}>
            {record.direction === 'up' ? '↑' : '↓'} {t(`direction.${record.direction}`)}
          </span>
        ),
      hint: ({ record }) => (directionContradicts(record) ? t('direction.contradicts') : undefined),
      edit: {
        start: ({ record }) => record.direction ?? '',
        choices: [{ id: '', text: '–' }, ...directions.map((id) => ({ id, text: t(`direction.${id}`) }))],
        commit: ({ record }, typed) => {
          editOutcome(record, { direction: directions.find((each) => each === typed) ?? null });
          return null;
        },
      },
    },
    {
      id: 'segment',
      title: t('column.segment'),
      width: 130,
      cell: (row) => text(segmentOf(row)),
      edit: named(
        segmentOf,
        Object.values(records.segment).map(({ name }) => name),
        setSegment,
      ),
    },
    {
      id: 'value',
      title: t('column.value'),
      width: 170,
      cell: ({ record }) =>
        record.businessValue === null ? unknown : text(t(`value.${record.businessValue}`)),
      hint: ({ record }) => values.find(({ id }) => id !== '' && id === record.businessValue)?.text,
      edit: {
        start: ({ record }) => record.businessValue ?? '',
        choices: values,
        commit: ({ record }, typed) => {
          const found = values.find(({ id }) => id === typed);
          editOutcome(record, { businessValue: !found || found.id === '' ? null : found.id });
          return null;
        },
      },
    },
    {
      id: 'importance',
      title: t('column.importance'),
      width: 100,
      numeric: true,
      cell: ({ record }) => (record.importance === null ? unknown : record.importance),
      edit: {
        start: ({ record }) => String(record.importance ?? ''),
        choices: [
          { id: '', text: '–' },
          ...[1, 2, 3, 4, 5].map((step) => ({ id: String(step), text: String(step) })),
        ],
        commit: ({ record }, typed) => {
          editOutcome(record, { importance: typed === '' ? null : Number(typed) });
          return null;
        },
      },
    },
    {
      id: 'owner',
      title: t('column.owner'),
      width: 130,
      cell: (row) => text(ownerOf(row)),
      edit: named(
        ownerOf,
        Object.values(records.team).map(({ name }) => name),
        setOwner,
      ),
    },
    {
      id: 'initiatives',
      title: t('column.initiatives'),
      width: 96,
      numeric: true,
      cell: ({ initiatives }) =>
        initiatives === 0 ? <span className={css.none}>0</span> : words.number(initiatives),
    },
  ];
}
