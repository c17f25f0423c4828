import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newOverheadWork } from '../../../shared/domain/planningDefaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  newOverheadLine,
  type OverheadLine,
  overheadByTeam,
  overheadLines,
  overheadTotals,
} from '../../../shared/planning/overhead.ts';
import { put } from '../../../shared/planning/planned.ts';
import { countAs } from '../../../shared/text/format.ts';
import { newId, tagOverhead } from '../../state/initiativeActions.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import { ENTRY, takeEntry } from '../../ui/editGrid/entryLine.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import type { GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import { FirstOverhead } from './FirstOverhead.tsx';
import css from './overhead.module.css';
import { createOverhead, removeOverhead, setStopped } from './overheadActions.ts';
import { overheadColumns } from './overheadColumns.tsx';
import { daysWords, takesWords } from './overheadWords.ts';

/** Work that customers don't care about: totalled, by team, and stopped. */
export function OverheadView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Overhead records={records} /> : null;
}

function Overhead({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('overhead');
  const words = useWords();
  const readOnly = usePlanReadOnly();
  const lines = useMemo(() => overheadLines(records), [records]);
  const totals = overheadTotals(lines);
  const stopped = lines.filter((line) => line.stopped).length;
  const summary = [
    ...(totals.unknownDays < totals.lines || totals.lines === 0 ? [takesWords(totals, t, words)] : []),
    ...(totals.unknownDays > 0 ? [t('total.unknown', { count: totals.unknownDays })] : []),
    ...(stopped > 0 ? [t('total.stopped', { count: stopped })] : []),
  ].join(' · ');
  return (
    <div className={css.view}>
      <header className={css.header}>
        <h1>{t('title')}</h1>
        <p className={css.summary} role="status">
          {lines.length === 0 ? t('subtitle') : summary}
        </p>
      </header>
      {lines.length === 0 ? (
        <FirstOverhead records={records} readOnly={readOnly} />
      ) : (
        <>
          <ByTeam records={records} lines={lines} />
          <List records={records} lines={lines} readOnly={readOnly} />
        </>
      )}
    </div>
  );
}

interface PartProps {
  readonly records: PortfolioRecords;
  readonly lines: readonly OverheadLine[];
}

const TEAMS_SHOWN = 6;

function ByTeam({ records, lines }: PartProps) {
  const { t } = useTranslation('overhead');
  const words = useWords();
  const teams = overheadByTeam(lines).slice(0, TEAMS_SHOWN);
  const most = Math.max(1, ...teams.map(({ totals }) => totals.personDays));
  if (teams.length === 0) return null;
  return (
    <section className={css.teams} aria-label={t('byTeam')}>
      <h2>{t('byTeam')}</h2>
      <ul>
        {teams.map(({ teamId, totals }) => (
          <li key={teamId ?? ''}>
            <span className={css.text}>
              {teamId === null ? t('byTeam.none') : records.team[teamId]?.name}
            </span>
            <span aria-hidden className={css.bar}>
              <span style={{ width: `${(totals.personDays / most) * 100}%` }} />
            </span>
            <span className={css.number}>
              {[
                t('byTeam.line', {
                  count: countAs(daysWords(totals, words)),
                  days: daysWords(totals, words),
                  money: totals.unknownMoney === totals.lines ? '–' : words.moneyShort(totals.money),
                }),
                ...(totals.unknownDays > 0 ? [t('byTeam.unknown', { count: totals.unknownDays })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({ records, lines: all, readOnly }: PartProps & { readonly readOnly: boolean }) {
  const { t } = useTranslation('overhead');
  const words = useWords();
  const cursor = useGridCursor();
  const columns = useMemo(
    () => overheadColumns(t, { records, words, today: planDay(records), readOnly }),
    [t, records, words, readOnly],
  );
  const lines = useMemo(() => {
    const list: GridLine<OverheadLine>[] = all.map((row) => ({ kind: 'row', key: row.key, row }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder: t('entry') });
    return list;
  }, [all, readOnly, t]);
  const totals = overheadTotals(all);
  const entry = (_key: string, typed: string, then: Then): InvalidKey | null =>
    takeEntry(cursor, typed, then, createOverhead, 2);
  return (
    <EditGrid<OverheadLine>
      label={t('title')}
      role="grid"
      columns={columns}
      lines={lines}
      cursor={cursor}
      selectedKey={cursor.key}
      readOnly={readOnly}
      fieldLabel={(column, row) => (row ? t('field.of', { column, name: row.name }) : t('field.new'))}
      onSelect={(key) => {
        const line = all.find((each) => each.key === key);
        if (line?.source.kind === 'initiative')
          useView.getState().select({ kind: 'initiative', id: line.key });
      }}
      editLabel={(line, name) => ({ key: 'overhead.edit', params: { name: name ?? line.name } })}
      area="overhead"
      newRow={(name) => {
        const record = newOverheadWork(newId(), name);
        return { row: newOverheadLine(record), changes: [put('overheadWork', record)] };
      }}
      onEntry={entry}
      onKey={(event, key) => {
        const line = all.find((each) => each.key === key);
        if (!line) return false;
        if (readOnly || event.key !== 'Delete' || event.ctrlKey || event.metaKey) return false;
        if (line.source.kind === 'work') void removeOverhead(line.source.record);
        else void tagOverhead([key], false);
        return true;
      }}
      actions={(line) =>
        readOnly ? null : <RowMenu line={line} onRename={() => cursor.open(line.key, 0, null)} />
      }
      footer={[
        t('footer'),
        null,
        null,
        daysWords(totals, words),
        totals.unknownMoney === totals.lines && totals.lines > 0 ? '–' : words.moneyShort(totals.money),
        null,
        null,
        null,
      ]}
    />
  );
}

function RowMenu({ line, onRename }: { readonly line: OverheadLine; readonly onRename: () => void }) {
  const { t } = useTranslation('overhead');
  const label = t('menu.label', { name: line.name });
  const { source } = line;
  return (
    <GridRowMenu label={label}>
      <ActionItem
        id="stop"
        text={t(line.stopped ? 'resume' : 'stop')}
        onAction={() => setStopped(line, !line.stopped)}
      />
      {source.kind === 'work' ? (
        <>
          <ActionItem id="rename" text={t('menu.rename')} onAction={onRename} />
          <MenuLine />
          <ActionItem
            id="delete"
            text={t('menu.delete')}
            onAction={() => void removeOverhead(source.record)}
          />
        </>
      ) : (
        <>
          <ActionItem
            id="open"
            text={t('menu.open')}
            onAction={() => {
              const view = useView.getState();
              view.lead('initiatives');
              view.select({ kind: 'initiative', id: line.key });
              view.set({ inspectorOpen: true });
            }}
          />
          <ActionItem
            id="untag"
            text={t('menu.untag')}
            onAction={() => void tagOverhead([line.key], false)}
          />
        </>
      )}
    </GridRowMenu>
  );
}
