import { Archive, Plus, Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, PortfolioRecords, Segment } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { onViewAction } from '../../commands/viewActions.ts';
import { outcomeRequestDone, requestOutcome, useOutcomeRequests } from '../../state/outcomeRequests.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Start } from '../../ui/Start.tsx';
import { LackingInitiatives } from '../inspector/LackingInitiatives.tsx';
import { EmptyStart } from '../planning/EmptyStart.tsx';
import { planDay } from '../planning/today.ts';
import { OutcomeGrid } from './OutcomeGrid.tsx';
import { createOutcome, createSegment } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { outcomeTabs, useOutcomes } from './outcomesStore.ts';
import { outcomeCounts } from './outcomeWords.ts';
import { matchingRows, type OutcomeRow, outcomeRows } from './rows.ts';
import { SegmentGrid } from './SegmentGrid.tsx';

/** What should be different for customers, how far it is, and for whom. */
export function OutcomesView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Outcomes records={records} /> : null;
}

function Outcomes({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('outcomes');
  const readOnly = usePlanReadOnly();
  const { tab, set } = useOutcomes();
  const search = useDeferredValue(useOutcomes((state) => state.search));
  const retiredShown = useOutcomes((state) => state.retiredShown);
  const wished = useOutcomeRequests((state) => state.wished);
  useEffect(() => {
    // The place where one is typed stands in the list of outcomes, which a search may have taken away.
    if (wished) set({ tab: 'outcomes', search: '' });
  }, [wished, set]);
  const all = useMemo(() => outcomeRows(records, planDay(records)), [records]);
  const rows = useMemo(
    () => (retiredShown ? all : all.filter(({ record }) => !record.retired)),
    [all, retiredShown],
  );
  const shown = useMemo(() => matchingRows(rows, search, records), [rows, search, records]);
  const counts = { outcomes: rows.length, segments: inUse(records.segment).length };
  const table = tab === 'outcomes' ? records.outcome : records.segment;
  const retired = Object.keys(table).length - inUse<Outcome | Segment>(table).length;
  const start = async (name: string): Promise<void> => {
    const id = await createOutcome(name);
    if (id !== null) useView.getState().select({ kind: 'outcome', id });
  };
  const isEmpty = { outcomes: all.length === 0, segments: Object.keys(records.segment).length === 0 };
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div>
          <h1>{t('title')}</h1>
          <p className={css.summary} role="status">
            {tab === 'outcomes' ? (
              <OutcomeSummary rows={rows} />
            ) : (
              t('summary.segments', { count: counts.segments })
            )}
          </p>
        </div>
        <div className={css.tools}>
          {(retired > 0 || retiredShown) && (
            <Button aria-pressed={retiredShown} onPress={() => set({ retiredShown: !retiredShown })}>
              <Archive size={14} aria-hidden />
              {t('retired.show', { count: retired })}
            </Button>
          )}
          {tab === 'outcomes' && !isEmpty.outcomes && (
            <>
              <SearchBox />
              {!readOnly && (
                <Button onPress={requestOutcome}>
                  <Plus size={14} aria-hidden />
                  {t('new')}
                </Button>
              )}
            </>
          )}
          <Segmented
            label={t('tab.label')}
            value={tab}
            choices={outcomeTabs.map((id) => ({ id, text: t(`tab.${id}`), count: counts[id] }))}
            onChange={(id) => set({ tab: id })}
          />
        </div>
      </header>
      {tab === 'outcomes' ? (
        isEmpty.outcomes ? (
          <Start
            title={t('what.title')}
            steps={[t('what.measure'), t('what.link'), t('what.read'), t('what.use')]}
          >
            <EmptyStart
              title={t('empty.title')}
              text={t('empty.text')}
              label={t('empty.label')}
              example={t('empty.example')}
              button={t('empty.button')}
              readOnly={readOnly ? t('empty.readOnly') : null}
              onStart={(name) => void start(name)}
              wished={wished}
              onWished={outcomeRequestDone}
            />
            <LackingInitiatives
              title={t('lacking.title')}
              say={(count) => t('lacking.text', { count })}
              records={records}
              lacks={() => true}
              field="outcomes"
            />
          </Start>
        ) : shown.length === 0 && search.trim() !== '' ? (
          <p className={css.summary}>{t('noMatch')}</p>
        ) : (
          <OutcomeGrid records={records} rows={shown} readOnly={readOnly} />
        )
      ) : isEmpty.segments ? (
        <Start
          title={t('what.segments.title')}
          steps={[t('what.segments.outcome'), t('what.segments.initiative'), t('what.segments.coverage')]}
        >
          <EmptyStart
            title={t('empty.segments.title')}
            text={t('empty.segments.text')}
            label={t('empty.segments.label')}
            example={t('empty.segments.example')}
            button={t('empty.segments.button')}
            readOnly={readOnly ? t('empty.readOnly') : null}
            onStart={(name) => void createSegment(name)}
          />
        </Start>
      ) : (
        <SegmentGrid records={records} retiredShown={retiredShown} readOnly={readOnly} />
      )}
    </div>
  );
}

function OutcomeSummary({ rows }: { readonly rows: readonly OutcomeRow[] }) {
  const { t } = useTranslation('outcomes');
  const { reached, unlinked, overdue } = outcomeCounts(rows);
  return [
    t('summary', { count: rows.length }),
    ...(reached > 0 ? [t('summary.reached', { count: reached })] : []),
    ...(unlinked > 0 ? [t('summary.unlinked', { count: unlinked })] : []),
    ...(overdue > 0 ? [t('summary.overdue', { count: overdue })] : []),
  ].join(' · ');
}

function SearchBox() {
  const { t } = useTranslation('outcomes');
  const field = useRef<HTMLInputElement>(null);
  const search = useOutcomes((state) => state.search);
  useEffect(
    () =>
      onViewAction('outcomes', 'search', () => {
        if (useView.getState().view === 'outcomes') field.current?.focus();
      }),
    [],
  );
  return (
    <div className={css.searchBox}>
      <Search size={14} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={search}
        onChange={(event) => useOutcomes.getState().set({ search: event.target.value })}
      />
    </div>
  );
}
