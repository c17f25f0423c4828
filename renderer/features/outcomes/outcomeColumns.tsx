import type { TFunction } from 'i18next';
import { directions } from '../../../shared/domain/planningRecords.ts';
import type { Outcome, PortfolioRecords } from '../../../shared/domain/records.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { directionContradicts } from '../../../shared/planning/outcomes.ts';
import { cellEdits, choicesOf, noChoice } from '../../ui/editGrid/cellEdits.ts';
import { textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { parseSigned } from '../../ui/parse.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import { planDay } from '../planning/today.ts';
import css from './outcomes.module.css';
import { metricWords } from './outcomeWords.ts';
import { ProgressMark } from './ProgressMark.tsx';
import type { OutcomeRow } from './rows.ts';
import type { useValueChoices } from './useValueWords.ts';

interface ColumnContext {
  readonly records: PortfolioRecords;
  readonly words: SayValues;
  readonly values: ReturnType<typeof useValueChoices>;
}

/** The columns of the table of outcomes. */
export function outcomeColumns(
  t: TFunction<'outcomes'>,
  { records, words, values }: ColumnContext,
): readonly GridColumn<OutcomeRow>[] {
  const edits = cellEdits<OutcomeRow, Outcome>('outcome', ({ record }) => record);
  const measure = (field: 'baseline' | 'target', title: string): GridColumn<OutcomeRow> => ({
    id: field,
    title,
    width: 84,
    numeric: true,
    cell: ({ record }) => (record[field] === null ? unknown : words.number(record[field])),
    edit: edits.number(field, words.numberText, parseSigned),
  });
  const segmentOf = ({ record }: OutcomeRow) => records.segment[record.segmentId ?? '']?.name;
  const ownerOf = ({ record }: OutcomeRow) => records.team[record.ownerTeamId ?? '']?.name;
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 220,
      cell: ({ record }) => textCell(record.name),
      hint: ({ record }) => record.name,
      edit: edits.name('name'),
    },
    {
      id: 'metric',
      title: t('column.metric'),
      width: 140,
      cell: ({ record }) => textCell(metricWords(record)),
      hint: ({ record }) => record.metric || undefined,
      edit: edits.prose('metric', 500),
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
      edit: edits.date('dueDate'),
    },
    {
      id: 'latest',
      title: t('column.latest'),
      width: 76,
      numeric: true,
      cell: ({ progress }) => (progress.latest === null ? unknown : words.number(progress.latest.value)),
      copy: ({ progress }) => words.numberText(progress.latest?.value ?? null),
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
      edit: edits.choice('direction', [
        noChoice,
        ...choicesOf('outcomes', directions, (id) => `direction.${id}`),
      ]),
    },
    {
      id: 'segment',
      title: t('column.segment'),
      width: 130,
      cell: (row) => textCell(segmentOf(row)),
      edit: edits.named('segmentId', 'segment', records.segment, inUse(records.segment)),
    },
    {
      id: 'value',
      title: t('column.value'),
      width: 170,
      cell: ({ record }) =>
        textCell(record.businessValue === null ? null : t(`value.${record.businessValue}`)),
      hint: ({ record }) => values.find(({ id }) => id !== '' && id === record.businessValue)?.text,
      edit: edits.choice('businessValue', values),
    },
    {
      id: 'importance',
      title: t('column.importance'),
      width: 100,
      numeric: true,
      cell: ({ record }) => (record.importance === null ? unknown : record.importance),
      edit: edits.scale('importance'),
    },
    {
      id: 'owner',
      title: t('column.owner'),
      width: 130,
      cell: (row) => textCell(ownerOf(row)),
      edit: edits.named('ownerTeamId', 'team', records.team, teamsOn(records.team, planDay(records))),
    },
    {
      id: 'initiatives',
      title: t('column.initiatives'),
      width: 96,
      numeric: true,
      copy: ({ initiatives }) => String(initiatives),
      cell: ({ initiatives }) =>
        initiatives === 0 ? <span className={css.none}>0</span> : words.number(initiatives),
    },
  ];
}
