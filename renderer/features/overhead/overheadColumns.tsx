import type { TFunction } from 'i18next';
import { OctagonX } from 'lucide-react';
import type { OverheadWork, PortfolioRecords } from '../../../shared/domain/records.ts';
import { teamsOn } from '../../../shared/planning/inUse.ts';
import type { OverheadLine } from '../../../shared/planning/overhead.ts';
import { Button } from '../../ui/Button.tsx';
import { cellEdits, choicesOf } from '../../ui/editGrid/cellEdits.ts';
import { textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { readPersonDays, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import css from './overhead.module.css';
import { setStopped } from './overheadActions.ts';
import { isLate, workOf } from './overheadWords.ts';

interface ColumnContext {
  readonly records: PortfolioRecords;
  readonly words: SayValues;
  readonly today: string;
  readonly readOnly: boolean;
}

/** The columns of the list of overhead; what belongs to a whole initiative is changed at that initiative. */
export function overheadColumns(
  t: TFunction<'overhead'>,
  { records, words, today, readOnly }: ColumnContext,
): readonly GridColumn<OverheadLine>[] {
  const edits = cellEdits<OverheadLine, OverheadWork>('overheadWork', workOf);
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 260,
      cell: (line) => <span className={line.stopped ? css.stopped : css.text}>{line.name}</span>,
      hint: ({ name }) => name,
      edit: edits.name('name'),
    },
    {
      id: 'source',
      title: t('column.source'),
      width: 128,
      cell: ({ source }) => t(`source.${source.kind}`),
      copy: ({ source }) => t(`source.${source.kind}`),
    },
    {
      id: 'team',
      title: t('column.team'),
      width: 150,
      cell: ({ teamId }) => textCell(teamId === null ? null : records.team[teamId]?.name),
      edit: edits.named('teamId', 'team', records.team, teamsOn(records.team, today)),
    },
    {
      id: 'days',
      title: t('column.days'),
      width: 150,
      numeric: true,
      cell: ({ personDays }) =>
        personDays === null ? unknown : words.number(Math.round(personDays * 10) / 10),
      edit: edits.number('personDaysPerMonth', words.numberText, readPersonDays),
    },
    {
      id: 'money',
      title: t('column.money'),
      width: 122,
      numeric: true,
      cell: ({ money }) => (money === null ? unknown : words.moneyShort(money)),
      copy: ({ money }) => words.moneyText(money === null ? null : Math.round(money)),
    },
    {
      id: 'manual',
      title: t('column.manual'),
      width: 92,
      cell: (line) => (workOf(line)?.manual ? t('manual.yesShort') : unknown),
      hint: (line) => (workOf(line)?.manual ? t('manual.yes') : undefined),
      edit: edits.edit(
        ({ manual }) => (manual ? 'yes' : 'no'),
        readText(),
        (id) => ({ manual: id === 'yes' }),
        { choices: choicesOf('overhead', ['no', 'yes'], (id) => `manual.${id}`) },
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
          <span className={isLate(line, today) ? css.late : undefined}>{words.date(stopBy)}</span>
        );
      },
      hint: (line) => (isLate(line, today) ? t('state.late') : undefined),
      edit: edits.date('stopBy'),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 150,
      copy: (line) => t(line.stopped ? 'state.stopped' : 'state.running'),
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
