import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { partnersData } from '../../analysis/partnersData.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { partnersWords } from '../../charts/partners/describe.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';

const FIRST = 6;

/** The partners on whom a capability depends most, each with that capability, for an inspector that shows none yet. */
export function FirstPartners() {
  const { t } = useTranslation('inspector');
  const { t: say } = useTranslation('partners');
  const figures = useFigureWords();
  const currency = useCurrency();
  const records = usePortfolio((state) => state.records);
  const select = useView((state) => state.select);
  const data = useMemo(() => (records ? partnersData(records) : null), [records]);
  if (!data) return null;
  const words = partnersWords(data, { say, figures, currency });
  // The rows stand by the largest share: the first that names a partner is the one in which it holds most.
  const most = new Map<string, (typeof data.rows)[number]>();
  for (const row of data.rows) {
    if (most.size === FIRST) break;
    const id = row.largest?.partnerId;
    if (id !== undefined && !most.has(id)) most.set(id, row);
  }
  return (
    <FirstList
      items={[...most].map(([id, row]) => ({
        id,
        note: t('first.partner', {
          share: words.share(row.largest),
          capability: data.nameOf('capability', row.capabilityId),
        }),
        name: data.nameOf('partner', id),
        onPress: () => select({ kind: 'partner', id }),
      }))}
    />
  );
}
