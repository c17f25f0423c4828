import { Copy, Plus, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { toTsv } from '../../charts/frame/twinTable.ts';
import { createDecision } from '../../state/decisionActions.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Start } from '../../ui/Start.tsx';
import { FirstFindings } from '../coverage/FirstFindings.tsx';
import { EmptyStart } from '../planning/EmptyStart.tsx';
import { todayIso } from '../planning/today.ts';
import { ActionList } from './ActionList.tsx';
import { DecisionDetail } from './DecisionDetail.tsx';
import { DecisionList } from './DecisionList.tsx';
import { decisionRows, pickRows } from './decisionRows.ts';
import { decisionFilters, decisionTabs, useDecisionView } from './decisionStore.ts';
import css from './decisions.module.css';
import { ParkingList } from './ParkingList.tsx';
import { useLogTable } from './useLogTable.ts';

/** Questions and their answers, what is kept for later, and who does what. */
export function DecisionsView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Decisions records={records} /> : null;
}

function Decisions({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('decisions');
  const { tab, shown, set } = useDecisionView();
  const readOnly = useReadOnly();
  const rows = useMemo(() => decisionRows(records, todayIso()), [records]);
  const due = rows.filter((row) => row.due).length;
  const open = rows.filter(({ decision }) => decision.state === 'open').length;
  const counts = {
    decisions: rows.length,
    parking: Object.values(records.parkingItem).filter(({ settled }) => !settled).length,
    actions: Object.values(records.actionItem).filter(({ doneOn }) => doneOn === null).length,
  };
  const title =
    rows.length === 0
      ? t('title')
      : due > 0
        ? t('title.due', { count: due })
        : open > 0
          ? t('title.open', { count: open })
          : t('title.done');
  const start = async (name: string): Promise<void> => {
    const id = await createDecision(name);
    if (id !== null) set({ tab: 'decisions', shown: id, filter: 'all', search: '' });
  };
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div>
          <h1>{title}</h1>
          <p className={css.summary}>{t('intro')}</p>
        </div>
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={decisionTabs.map((id) => ({ id, text: t(`tab.${id}`), count: counts[id] }))}
          onChange={(id) => set({ tab: id })}
        />
      </header>
      {tab === 'decisions' &&
        (rows.length === 0 ? (
          <Start title={t('what.title')} steps={[t('what.options'), t('what.choice'), t('what.after')]}>
            <EmptyStart
              title={t('empty.title')}
              text={t('empty.text')}
              label={t('empty.label')}
              example={t('empty.example')}
              button={t('empty.button')}
              readOnly={readOnly ? t('readOnly') : null}
              onStart={(name) => void start(name)}
            />
            <FirstFindings onOpen={openFinding} />
          </Start>
        ) : (
          <Log rows={rows} shown={shown} readOnly={readOnly} onStart={(name) => void start(name)} />
        ))}
      {tab === 'parking' && <ParkingList records={records} readOnly={readOnly} />}
      {tab === 'actions' && <ActionList records={records} readOnly={readOnly} decisionId={null} />}
    </div>
  );
}

/** Opens a finding where its evidence and its options stand. */
function openFinding(id: string): void {
  const view = useView.getState();
  view.lead('coverage');
  view.select({ kind: 'finding', id });
  view.set({ coverageView: 'findings', inspectorOpen: true });
}

function Log({
  rows,
  shown,
  readOnly,
  onStart,
}: {
  readonly rows: ReturnType<typeof decisionRows>;
  readonly shown: string | null;
  readonly readOnly: boolean;
  readonly onStart: (name: string) => void;
}) {
  const { t } = useTranslation('decisions');
  const { filter, set } = useDecisionView();
  const search = useDecisionView((state) => state.search);
  const sought = useDeferredValue(search);
  const [asking, setAsking] = useState(false);
  const picked = useMemo(() => pickRows(rows, filter, sought), [rows, filter, sought]);
  const row = rows.find(({ decision }) => decision.id === shown) ?? picked[0];
  const table = useLogTable();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <div className={css.tools}>
        {!readOnly && (
          <Button look="primary" onPress={() => setAsking(true)}>
            <Plus size={14} aria-hidden />
            {t('new')}
          </Button>
        )}
        <label className={css.searchBox}>
          <Search size={14} aria-hidden />
          <input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => set({ search: event.target.value })}
          />
        </label>
        <SelectField
          compact
          label={t('filter.label')}
          value={filter}
          choices={decisionFilters.map((id) => ({ id, text: t(`filter.${id}`) }))}
          onChange={(id) => set({ filter: id })}
        />
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(toTsv(table(picked))).then(() => setCopied(true));
          }}
        >
          <Copy size={14} aria-hidden />
          {copied ? t('export.copied') : t('export.log')}
        </Button>
      </div>
      {asking && <Ask onAsk={onStart} onClose={() => setAsking(false)} />}
      <div className={css.columns}>
        {picked.length === 0 ? (
          <p className={css.summary}>{t('noMatch')}</p>
        ) : (
          <DecisionList rows={picked} shown={row?.decision.id ?? null} />
        )}
        {row ? (
          <DecisionDetail key={row.decision.id} row={row} readOnly={readOnly} />
        ) : (
          <p className={css.summary}>{t('pick')}</p>
        )}
      </div>
    </>
  );
}

/** A line to type the question that is to be written down. */
function Ask({ onAsk, onClose }: { readonly onAsk: (name: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('decisions');
  const [name, setName] = useState('');
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAsk(name);
        onClose();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the line was asked for by a key or a button, to be typed into
        autoFocus
        aria-label={t('empty.label')}
        placeholder={t('empty.example')}
        value={name}
        maxLength={2000}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('empty.button')}
      </Button>
    </form>
  );
}
