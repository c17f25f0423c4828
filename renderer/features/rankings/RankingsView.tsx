import { CircleCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { useRankings } from '../../state/rankingStore.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import { FirstRanking } from './FirstRanking.tsx';
import { NewRankingDialog } from './NewRankingDialog.tsx';
import { RankingPage } from './RankingPage.tsx';
import css from './rankings.module.css';

/** What a room puts first, and where the score would put it. */
export function RankingsView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Rankings records={records} /> : null;
}

function Rankings({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('rankings');
  const readOnly = useReadOnly();
  const chosen = useRankings((state) => state.rankingId);
  const [making, setMaking] = useState(false);
  const all = Object.values(records.ranking).sort((a, b) => a.position - b.position);
  const shown = all.find(({ id }) => id === chosen) ?? all[0];
  const dialog = making && <NewRankingDialog records={records} onClose={() => setMaking(false)} />;
  if (!shown) {
    return (
      <div className={page.page}>
        <header className={page.header}>
          <div>
            <h1>{t('empty.title')}</h1>
            <p>{t('empty.text')}</p>
          </div>
        </header>
        <FirstRanking records={records} readOnly={readOnly} onMake={() => setMaking(true)} />
        {dialog}
      </div>
    );
  }
  return (
    <div className={page.page}>
      <div className={css.columns}>
        <nav className={css.rankings} aria-label={t('list.label')}>
          <ul>
            {all.map((ranking) => (
              <li key={ranking.id}>
                <button
                  type="button"
                  aria-current={ranking.id === shown.id ? 'true' : undefined}
                  onClick={() => useRankings.setState({ rankingId: ranking.id })}
                >
                  <span>{ranking.name}</span>
                  <small>
                    {t('sum.items', { count: ranking.items.length })}
                    {ranking.agreedOn !== null && (
                      <>
                        {' · '}
                        <CircleCheck size={12} aria-hidden /> {t('list.agreed')}
                      </>
                    )}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <Button isDisabled={readOnly} onPress={() => setMaking(true)}>
            <Plus size={14} aria-hidden />
            {t('new')}
          </Button>
        </nav>
        <RankingPage key={shown.id} ranking={shown} records={records} readOnly={readOnly} />
      </div>
      {dialog}
    </div>
  );
}
