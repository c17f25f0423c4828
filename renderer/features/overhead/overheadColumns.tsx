import type { TFunction } from 'i18next';
import { OctagonX } from 'lucide-react';
import type { OverheadWork, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { OverheadLine } from '../../../shared/planning/overhead.ts';
import { Button } from '../../ui/Button.tsx';
import type { CellEdit, GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { type InvalidKey, parseDate } from '../../ui/parse.ts';
import { readName, readPersonDays, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import css from './overhead.module.css';
import { editOverhead, setOverheadTeam, setStopped } from './overheadActions.ts';

const unknown = <span className={css.unknown}>–</span>;

interface ColumnContext {
  readonly records: PortfolioRecords;
  readonly words: SayValues;
  readonly today: string;
  readonly readOnly: boolean;
}

const workOf = ({ source }: OverheadLine): OverheadWork | null =>
  source.kind === 'work' ? source.record : null;

/** The columns of the list of overhead; what belongs to a whole initiative is changed at that initiative. */
export function overheadColumns(
  t: TFunction<'overhead'>,
  { records, words, today, readOnly }: ColumnContext,
): readonly GridColumn<OverheadLine>[] {
  const edit = (
    start: (work: OverheadWork) => string,
    commit: (work: OverheadWork, text: string) => InvalidKey | null,
    more: Pick<CellEdit<OverheadLine>, 'choices' | 'suggestions'> = {},
  ): CellEdit<OverheadLine> => ({
    ...more,
    start: (line) => {
      const work = workOf(line);
      return work ? start(work) : '';
    },
    commit: (line, text) => {
      const work = workOf(line);
      return work ? commit(work, text) : null;
    },
  });
  const isLate = (line: OverheadLine): boolean => {
    const stopBy = workOf(line)?.stopBy ?? null;
    return !line.stopped && stopBy !== null && stopBy < today;
  };
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 260,
      cell: (line) => <span className={line.stopped ? css.stopped : css.text}>{line.name}</span>,
      hint: ({ name }) => name,
      edit: edit(
        ({ name }) => name,
        (work, text) => {
          const name = readName(text);
          if (!name.ok) return name.reason;
          editOverhead(work, { name: name.value });
          return null;
        },
      ),
    },
    {
      id: 'source',
      title: t('column.source'),
      width: 128,
      cell: ({ source }) => t(`source.${source.kind}`),
    },
    {
      id: 'team',
      title: t('column.team'),
      width: 150,
      cell: ({ teamId }) =>
        teamId === null ? unknown : <span className={css.text}>{records.team[teamId]?.name}</span>,
      edit: edit(
        ({ teamId }) => records.team[teamId ?? '']?.name ?? '',
        (work, text) => {
          const name = readText()(text);
          if (!name.ok) return name.reason;
          setOverheadTeam(work, name.value ?? '');
          return null;
        },
        { suggestions: Object.values(records.team).map(({ name }) => name) },
      ),
    },
    {
      id: 'days',
      title: t('column.days'),
      width: 150,
      numeric: true,
      cell: ({ personDays }) =>
        personDays === null ? unknown : words.number(Math.round(personDays * 10) / 10),
      edit: edit(
        ({ personDaysPerMonth }) => words.numberText(personDaysPerMonth),
        (work, text) => {
          const days = readPersonDays(text);
          if (!days.ok) return days.reason;
          editOverhead(work, { personDaysPerMonth: days.value });
          return null;
        },
      ),
    },
    {
      id: 'money',
      title: t('column.money'),
      width: 122,
      numeric: true,
      cell: ({ money }) => (money === null ? unknown : words.moneyShort(money)),
    },
    {
      id: 'manual',
      title: t('column.manual'),
      width: 92,
      cell: (line) => (workOf(line)?.manual ? t('manual.yesShort') : unknown),
      hint: (line) => (workOf(line)?.manual ? t('manual.yes') : undefined),
      edit: edit(
        ({ manual }) => (manual ? 'yes' : 'no'),
        (work, text) => {
          editOverhead(work, { manual: text === 'yes' });
          return null;
        },
        {
          choices: [
            { id: 'no', text: t('manual.no') },
            { id: 'yes', text: t('manual.yes') },
          ],
        },
      ),
    },
    {
      id: 'stopBy',
      title: t('column.stopBy'),
      width: 124,
      cell: (line) => {
        const stopBy = workOf(line)?.stopBy ?? null;
        return stopBy === null ? (
          unknown
        ) : (
          <span className={isLate(line) ? css.late : undefined}>{words.date(stopBy)}</span>
        );
      },
      hint: (line) => (isLate(line) ? t('state.late') : undefined),
      edit: edit(
        ({ stopBy }) => stopBy ?? '',
        (work, text) => {
          const day = parseDate(text);
          if (!day.ok) return day.reason;
          editOverhead(work, { stopBy: day.value });
          return null;
        },
      ),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 150,
      cell: (line) => (
        <span className={css.state}>
          <span className={line.stopped ? css.unknown : undefined}>
            {t(line.stopped ? 'state.stopped' : 'state.running')}
          </span>
          {!readOnly && !line.stopped && (
            <Button
              look="quiet"
              className={css.stop ?? ''}
              excludeFromTabOrder
              aria-label={t('stop.of', { name: line.name })}
              onPress={() => setStopped(line, true)}
            >
              <OctagonX size={13} aria-hidden />
              {t('stop')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}
