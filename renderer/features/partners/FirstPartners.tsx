import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { partnersData } from '../../analysis/partnersData.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { partnersWords } from '../../charts/partners/describe.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { ReceiptButton } from '../receipts/ReceiptButton.tsx';
import { shareReceipt } from './RowFigures.tsx';

const FIRST = 6;

/** The partners on whom a capability depends most, each with that capability, for an inspector that shows none yet. */
export function FirstPartners() {
  const { t } = useTranslation('inspector');
  const { t: say } = useTranslation('partners');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const currency = useCurrency();
  const records = usePortfolio((state) => state.records);
  const select = useView((state) => state.select);
  const data = useMemo(() => (records ? partnersData(records) : null), [records]);
  if (!data) return null;
  const speech = { say, figures, currency };
  const words = partnersWords(data, speech);
  // The rows stand by the largest share: the first that names a partner is the one in which it holds most.
  const most = new Map<string, (typeof data.rows)[number]>();
  for (const row of data.rows) {
    if (most.size === FIRST) break;
    const id = row.largest?.partnerId;
    if (id !== undefined && !most.has(id)) most.set(id, row);
  }
  const besideOf = (row: (typeof data.rows)[number]) => {
    const made = shareReceipt(row, { data, speech, receipts });
    if (!made) return {};
    const label = receipts('openOf', { what: made.title, name: made.of });
    return { beside: <ReceiptButton opens={{ kind: 'made', made }} label={label} /> };
  };
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
        ...besideOf(row),
      }))}
    />
  );
}
