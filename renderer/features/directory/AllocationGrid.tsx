import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type QuarterLoad, teamQuarters } from '../../../shared/analysis/teamQuarters.ts';
import type { PortfolioRecords, Team } from '../../../shared/domain/records.ts';
import { type AllocationRow, allocationRows, setAllocation } from '../../../shared/planning/allocations.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { quarterLater, quarterOfDay, quartersFrom } from '../../../shared/planning/quarters.ts';
import { newId } from '../../state/initiativeActions.ts';
import { Button } from '../../ui/Button.tsx';
import { textCell, unknown } from '../../ui/editGrid/cells.tsx';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import type { GridColumn, GridLine } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { readPeople } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import css from './directory.module.css';

const SHOWN = 8;
const LINES = 9;

export interface AllocationGridProps {
  readonly records: PortfolioRecords;
  readonly team: Team;
  readonly readOnly: boolean;
}

/** Who works on what in each quarter, typed as in a spreadsheet, and how much of the team that takes. */
export function AllocationGrid({ records, team, readOnly }: AllocationGridProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const cursor = useGridCursor();
  const [first, setFirst] = useState(() => quarterOfDay(planDay(records)));
  // A line that was asked for stands there before its first number.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const quarters = useMemo(() => quartersFrom(first, SHOWN), [first]);
  const rows = useMemo(() => {
    const known = allocationRows(records, team.id);
    const there = new Set(known.map(({ initiativeId }) => initiativeId));
    const more = asked.filter((id) => !there.has(id) && records.initiative[id]);
    return [...known, ...more.map((initiativeId): AllocationRow => ({ initiativeId, people: new Map() }))];
  }, [records, team.id, asked]);
  const { size, loads } = useMemo(
    () => teamQuarters(records, team.id, quarters),
    [records, team.id, quarters],
  );
  const columns = useMemo((): readonly GridColumn<AllocationRow>[] => {
    const nameOf = ({ initiativeId }: AllocationRow): string =>
      records.initiative[initiativeId]?.name ?? initiativeId;
    return [
      {
        id: 'name',
        title: t('inspect.initiative'),
        width: 86,
        cell: (row) => textCell(nameOf(row)),
        copy: nameOf,
        hint: nameOf,
      },
      ...quarters.map(
        (quarter): GridColumn<AllocationRow> => ({
          id: quarter,
          title: `${quarter.slice(5)} ${quarter.slice(2, 4)}`,
          width: 66,
          numeric: true,
          cell: ({ people }) => {
            const value = people.get(quarter);
            return value === undefined ? unknown : words.number(value);
          },
          edit: {
            start: ({ people }) => words.numberText(people.get(quarter) ?? null),
            read: ({ initiativeId }, text) => {
              const people = readPeople(text);
              if (!people.ok) return people;
              const place = { teamId: team.id, initiativeId, quarter };
              return { ok: true, value: setAllocation(records, place, people.value, newId) };
            },
          },
        }),
      ),
    ];
  }, [records, team.id, quarters, t, words]);
  const lines = useMemo(
    () => rows.map((row): GridLine<AllocationRow> => ({ kind: 'row', key: row.initiativeId, row })),
    [rows],
  );
  const years = `${quarters[0]?.slice(0, 4)}–${quarters.at(-1)?.slice(0, 4)}`;
  return (
    <div className={css.allocations}>
      <div className={css.quarters}>
        <span>
          {size === null
            ? t('inspect.sizeUnknown')
            : t('inspect.size', { people: words.number(size), count: Math.round(size) })}
        </span>
        <Button
          look="quiet"
          icon
          aria-label={t('inspect.earlier')}
          onPress={() => setFirst(quarterLater(first, -4))}
        >
          <ChevronLeft size={14} aria-hidden />
        </Button>
        <span className={css.years}>{years}</span>
        <Button
          look="quiet"
          icon
          aria-label={t('inspect.later')}
          onPress={() => setFirst(quarterLater(first, 4))}
        >
          <ChevronRight size={14} aria-hidden />
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className={css.note}>{t('inspect.noAllocations')}</p>
      ) : (
        <div
          className={css.allocationGrid}
          style={{ '--lines': Math.min(LINES, rows.length) } as React.CSSProperties}
        >
          <EditGrid<AllocationRow>
            label={t('inspect.allocationsOf', { name: team.name })}
            role="grid"
            columns={columns}
            lines={lines}
            cursor={cursor}
            selectedKey={null}
            readOnly={readOnly}
            fieldLabel={(column, row) =>
              t('field.of', { column, name: records.initiative[row?.initiativeId ?? '']?.name ?? '' })
            }
            editLabel={(row) => ({
              key: 'team.allocate',
              params: { name: team.name, initiative: records.initiative[row.initiativeId]?.name ?? '' },
            })}
            onEntry={() => null}
            footer={[t('inspect.load'), ...loads.map((load) => <LoadCell key={load.quarter} load={load} />)]}
          />
        </div>
      )}
      {!readOnly && (
        <RecordPicker
          label={t('inspect.allocateTo')}
          records={inUse(records.initiative).filter(
            ({ id }) => !rows.some(({ initiativeId }) => initiativeId === id),
          )}
          onPick={(id) => setAsked([...asked, id])}
        />
      )}
    </div>
  );
}

/** The load of a quarter: in per cent of the team, too much with a sign; in people where its size is unknown. */
function LoadCell({ load }: { readonly load: QuarterLoad }): ReactNode {
  const { t } = useTranslation('directory');
  const words = useWords();
  const { people, share, overload, unknown: without } = load;
  if (people === null) return <span title={t('inspect.loadUnknown', { count: without })}>?</span>;
  const isOver = overload !== null && overload > 0;
  const number =
    share === null ? words.number(Math.round(people * 10) / 10) : words.share(Math.round(share * 100) / 100);
  const hint = [
    t('inspect.loadHint', { people: words.number(Math.round(people * 10) / 10) }),
    ...(without > 0 ? [t('inspect.loadUnknown', { count: without })] : []),
  ].join(' · ');
  return (
    <span className={isOver ? css.overload : css.load} title={hint}>
      {isOver ? '▲' : ''}
      {number}
      {without > 0 ? '+' : ''}
    </span>
  );
}
