import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { partnersData } from '../../analysis/partnersData.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import type { PartnersSpeech } from '../../charts/partners/describe.ts';
import { atWork } from '../../charts/partners/partnersData.ts';
import { runCommand } from '../../commands/commandList.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import { canWrite } from '../../state/initiativeActions.ts';
import { oneOf, useKept } from '../../state/kept.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useDirectory } from '../directory/directoryStore.ts';
import { CompanyHandoffsTab } from './CompanyHandoffsTab.tsx';
import { ContractsTab } from './ContractsTab.tsx';
import { MoneyTab } from './MoneyTab.tsx';
import css from './partners.module.css';
import { selectedPartner } from './withoutPartner.ts';

const tabs = ['money', 'contracts', 'handoffs'] as const;
type Tab = (typeof tabs)[number];

/** On whom we depend: money by capability and partner, contract ends, handoffs between companies; and the plan without one. */
export function PartnersView() {
  const { t } = useTranslation('partners');
  const records = usePortfolio((state) => state.records);
  const lead = useView((state) => state.lead);
  const data = useMemo(() => (records ? partnersData(records) : null), [records]);
  const figures = useFigureWords();
  const currency = useCurrency();
  const [tab, setTab] = useKept<Tab>('partners.tab', 'money', oneOf(...tabs));
  const speech = useMemo<PartnersSpeech>(() => ({ say: t, figures, currency }), [t, figures, currency]);
  if (!records || !data) return null;
  if (atWork(data).length === 0) {
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        <Button
          look="primary"
          onPress={() => {
            useDirectory.getState().show('partners');
            lead('directory');
          }}
        >
          {t('empty.button')}
        </Button>
      </EmptyState>
    );
  }
  const controls = (
    <div className={css.choices}>
      <TryWithout records={records} />
      <Segmented<Tab>
        label={t('tab.label')}
        value={tab}
        choices={tabs.map((id) => ({ id, text: t(`tab.${id}`) }))}
        onChange={setTab}
      />
    </div>
  );
  return (
    <div className={css.view}>
      {tab === 'money' && <MoneyTab data={data} speech={speech} controls={controls} />}
      {tab === 'contracts' && (
        <ContractsTab records={records} data={data} speech={speech} controls={controls} />
      )}
      {tab === 'handoffs' && (
        <CompanyHandoffsTab records={records} data={data} speech={speech} controls={controls} />
      )}
    </div>
  );
}

/** Makes the scenario without the selected partner; the button says its name and its key. */
function TryWithout({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('partners');
  // Asked again with each selection: the command itself reads it from the stores.
  const selection = useView((state) => state.selection);
  const partner = selection?.kind === 'partner' ? (records.partner[selection.id] ?? null) : null;
  const usable = partner !== null && selectedPartner() !== null && canWrite();
  return (
    <Button
      look="primary"
      className={css.without ?? ''}
      isDisabled={!usable}
      onPress={() => runCommand('partner.without')}
    >
      <span className={css.withoutText}>
        {partner ? t('remove', { partner: partner.name }) : t('remove.pick')}
      </span>
      <CommandKeys id="partner.without" />
    </Button>
  );
}
