import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import type { CarrySpeech } from '../../charts/carry/describe.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { fiscalOf } from '../../charts/timeline/calendar.ts';
import { oneOf, useKept } from '../../state/kept.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { CarryTab } from './CarryTab.tsx';
import css from './carry.module.css';
import { LoadTab } from './LoadTab.tsx';
import { useTick } from './useTick.ts';

type Tab = 'carry' | 'load';

/** Who carries which capability, what scatters when teams go, who is overloaded, and what switching costs. */
export function CarryView() {
  const { t } = useTranslation('carry');
  const records = usePortfolio((state) => state.records);
  const lead = useView((state) => state.lead);
  if (!records) return null;
  const nothing = Object.keys(records.contribution).length === 0 && Object.keys(records.team).length === 0;
  if (nothing) {
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        <Button look="primary" onPress={() => lead('capabilities')}>
          {t('empty.button')}
        </Button>
      </EmptyState>
    );
  }
  return <Shown records={records} />;
}

function Shown({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('carry');
  const figures = useFigureWords();
  const currency = useCurrency();
  const [tab, setTab] = useKept<Tab>('carry.tab', 'carry', oneOf('carry', 'load'));
  const { fiscalYearStartMonth } = settingsOf(records);
  const tick = useTick(fiscalYearStartMonth);
  const speech = useMemo<CarrySpeech>(
    () => ({
      say: t,
      figures,
      currency,
      quarter: (day) => tick({ kind: 'quarter', ...fiscalOf(day, fiscalYearStartMonth) }),
    }),
    [t, figures, currency, tick, fiscalYearStartMonth],
  );
  const tabs = (
    <Segmented<Tab>
      label={t('tab.label')}
      value={tab}
      choices={(['carry', 'load'] as const).map((id) => ({ id, text: t(`tab.${id}`) }))}
      onChange={setTab}
    />
  );
  return (
    <div className={css.view}>
      {tab === 'carry' ? (
        <CarryTab records={records} speech={speech} tabs={tabs} />
      ) : (
        <LoadTab records={records} speech={speech} tabs={tabs} />
      )}
    </div>
  );
}
