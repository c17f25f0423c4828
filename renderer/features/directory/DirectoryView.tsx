import { Archive, Merge, Search, Trash2 } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { put } from '../../../shared/planning/planned.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { onViewAction } from '../../commands/viewActions.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { ManyBar } from '../../ui/editGrid/ManyBar.tsx';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { DirectoryList } from './DirectoryList.tsx';
import css from './directory.module.css';
import { askToRemove, retire, tableOf } from './directoryActions.ts';
import { type DirectoryTab, directoryTabs, useDirectory } from './directoryStore.ts';
import { EmptyDirectory } from './EmptyDirectory.tsx';
import { LikelySame } from './LikelySame.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { partnerColumns } from './partnerColumns.tsx';
import {
  inUseBy,
  isRetired,
  newPartnerRow,
  newTeamRow,
  type PartnerRow,
  partnerRows,
  retiredCount,
  shownRows,
  type TeamRow,
  teamRows,
} from './rows.ts';
import { teamColumns } from './teamColumns.tsx';

/** Teams and partners, each in a list of their own. */
export function DirectoryView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Directory records={records} /> : null;
}

function Directory({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('directory');
  const readOnly = usePlanReadOnly();
  const tab = useDirectory((state) => state.tab);
  const show = useDirectory((state) => state.show);
  const said = useDirectory((state) => state.said);
  const dialog = useDirectory((state) => state.dialog);
  // Comparing names takes long: only another list of them is a reason to do it again.
  const table = records[tableOf(tab)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the records only this table matters
  const comparable = useMemo(() => inUseBy(records, tab), [table, tab]);
  const close = (): void => useDirectory.getState().set({ dialog: null });
  const counts = { teams: Object.keys(records.team).length, partners: Object.keys(records.partner).length };
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div>
          <h1>{t('title')}</h1>
          <Summary records={records} />
        </div>
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={directoryTabs.map((id) => ({ id, text: t(`tab.${id}`), count: counts[id] }))}
          onChange={show}
        />
      </header>
      {counts[tab] === 0 ? (
        <EmptyDirectory key={tab} tab={tab} records={records} readOnly={readOnly} />
      ) : (
        <>
          <Toolbar records={records} />
          {!readOnly && <LikelySame records={comparable} />}
          {tab === 'teams' ? (
            <Teams records={records} readOnly={readOnly} />
          ) : (
            <Partners records={records} readOnly={readOnly} />
          )}
        </>
      )}
      <p className={css.said} role="status">
        {said && String(t(said.key as 'said.deleted', said.params as { count: number }))}
      </p>
      {dialog?.kind === 'merge' && (
        <MergeDialog records={records} tab={tab} ids={dialog.ids} onClose={close} />
      )}
      {dialog?.kind === 'delete' && (
        <DeleteDialog records={records} tab={tab} ids={dialog.ids} onClose={close} />
      )}
    </div>
  );
}

interface ListProps {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}

function Teams({ records, readOnly }: ListProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const sort = useDirectory((state) => state.sort.teams);
  const search = useDeferredValue(useDirectory((state) => state.search));
  const retiredShown = useDirectory((state) => state.retiredShown);
  const today = planDay(records);
  const all = useMemo(() => teamRows(records), [records]);
  const rows = useMemo(
    () => shownRows(all, search, sort, words.language, { shown: retiredShown, today }),
    [all, search, sort, words.language, retiredShown, today],
  );
  const columns = useMemo(() => teamColumns(t, words, sort, today), [t, words, sort, today]);
  if (rows.length === 0 && search.trim() !== '') return <NoneFound />;
  const sum = (of: 'initiatives' | 'phases' | 'capabilities'): string =>
    words.number(rows.reduce((total, row) => total + row[of], 0));
  return (
    <>
      <DirectoryList
        key="teams"
        tab="teams"
        rows={rows}
        columns={columns}
        readOnly={readOnly}
        today={today}
        newRow={(name) => {
          const record = newTeam(newId(), name);
          return { row: newTeamRow(record), changes: [put('team', record)] };
        }}
        footer={[t('total'), null, null, null, sum('initiatives'), sum('phases'), sum('capabilities')]}
      />
      <Many tab="teams" rows={all} columns={columns} readOnly={readOnly} today={today} />
    </>
  );
}

function Partners({ records, readOnly }: ListProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const sort = useDirectory((state) => state.sort.partners);
  const search = useDeferredValue(useDirectory((state) => state.search));
  const retiredShown = useDirectory((state) => state.retiredShown);
  const today = planDay(records);
  const all = useMemo(() => partnerRows(records), [records]);
  const rows = useMemo(
    () => shownRows(all, search, sort, words.language, { shown: retiredShown, today }),
    [all, search, sort, words.language, retiredShown, today],
  );
  const columns = useMemo(() => partnerColumns(t, words, sort, today), [t, words, sort, today]);
  if (rows.length === 0 && search.trim() !== '') return <NoneFound />;
  const known = rows.filter(({ money }) => money !== null);
  const money = known.reduce((sum, row) => sum + (row.money ?? 0), 0);
  const share = known.reduce((sum, row) => sum + (row.share ?? 0), 0);
  const engagements = rows.reduce((sum, row) => sum + row.engagements, 0);
  return (
    <>
      <DirectoryList
        key="partners"
        tab="partners"
        rows={rows}
        columns={columns}
        readOnly={readOnly}
        today={today}
        newRow={(name) => {
          const record = newPartner(newId(), name);
          return { row: newPartnerRow(record), changes: [put('partner', record)] };
        }}
        footer={[
          t('total'),
          known.length === 0 ? '–' : words.moneyShort(money),
          known.length === 0 ? '–' : words.share(share),
          words.number(engagements),
          null,
          null,
          null,
          null,
        ]}
      />
      <Many tab="partners" rows={all} columns={columns} readOnly={readOnly} today={today} />
    </>
  );
}

/** Where a search finds nothing: says so, and the way back. */
function NoneFound() {
  const { t } = useTranslation('directory');
  return (
    <div className={css.empty}>
      <p>{t('none.found')}</p>
      <div>
        <Button onPress={() => useDirectory.getState().set({ search: '' })}>{t('none.clear')}</Button>
      </div>
    </div>
  );
}

interface ManyProps<Row> {
  readonly tab: DirectoryTab;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly readOnly: boolean;
  readonly today: string;
}

/** What is done with all ticked teams or partners at once. */
function Many<Row extends TeamRow | PartnerRow>({ tab, rows, columns, readOnly, today }: ManyProps<Row>) {
  const { t } = useTranslation('directory');
  const { ticked, set } = useDirectory();
  const meant = rows.filter(({ id }) => ticked.has(id));
  const ids = meant.map(({ id }) => id);
  const retired = meant.every((row) => isRetired(row, today));
  return (
    <ManyBar
      label={t('ticked.label')}
      rows={meant}
      columns={columns}
      readOnly={readOnly}
      onClear={() => set({ ticked: new Set() })}
    >
      <Button isDisabled={readOnly || ids.length < 2} onPress={() => set({ dialog: { kind: 'merge', ids } })}>
        <Merge size={14} aria-hidden />
        {t('ticked.merge')}
      </Button>
      <Button isDisabled={readOnly} onPress={() => void retire(tab, ids, !retired)}>
        <Archive size={14} aria-hidden />
        {t(
          tab === 'teams'
            ? retired
              ? 'menu.retireUndo'
              : 'menu.retire'
            : retired
              ? 'menu.bringBack'
              : 'menu.retirePartner',
        )}
      </Button>
      <Button look="danger" isDisabled={readOnly} onPress={() => askToRemove(tab, ids)}>
        <Trash2 size={14} aria-hidden />
        {t('ticked.delete')}
      </Button>
    </ManyBar>
  );
}

function Summary({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const tab = useDirectory((state) => state.tab);
  const parts = useMemo(() => {
    if (tab === 'teams') {
      const rows = teamRows(records);
      const idle = rows.filter((row) => row.idle).length;
      return [
        t('summary.teams', { count: rows.length }),
        ...(idle > 0 ? [t('summary.idle', { count: idle })] : []),
      ];
    }
    const rows = partnerRows(records);
    const known = rows.reduce((sum, row) => sum + row.known, 0);
    const money = rows.reduce((sum, row) => sum + (row.money ?? 0), 0);
    const count = rows.reduce((sum, row) => sum + row.engagements, 0);
    return [
      t('summary.partners', { count: rows.length }),
      ...(count === 0
        ? []
        : [
            known === 0
              ? t('summary.moneyNone')
              : t('summary.money', {
                  money: words.moneyShort(money),
                  known: formatNumber(known, words.language),
                  count,
                }),
          ]),
    ];
  }, [records, tab, t, words]);
  return <p className={css.summary}>{parts.join(' · ')}</p>;
}

function Toolbar({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('directory');
  const { tab, search, retiredShown, set } = useDirectory();
  const retired = retiredCount(records, tab);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onViewAction('directory', 'search', () => field.current?.focus()), []);
  const label = t(tab === 'teams' ? 'search.teams' : 'search.partners');
  return (
    <div className={css.tools} role="toolbar" aria-label={t(`tab.${tab}`)}>
      <div className={css.searchBox}>
        <Search size={14} aria-hidden />
        <input
          ref={field}
          type="search"
          aria-label={label}
          placeholder={label}
          value={search}
          onChange={(event) => set({ search: event.target.value })}
        />
      </div>
      {(retired > 0 || retiredShown) && (
        <Button aria-pressed={retiredShown} onPress={() => set({ retiredShown: !retiredShown })}>
          <Archive size={14} aria-hidden />
          {t(tab === 'teams' ? 'retired.teams' : 'retired.partners', { count: retired })}
        </Button>
      )}
    </div>
  );
}
