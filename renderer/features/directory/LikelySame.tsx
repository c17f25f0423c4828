import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner, Team } from '../../../shared/domain/records.ts';
import { findLikelySame } from '../../../shared/planning/similarNames.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../inspector/useWords.ts';
import css from './directory.module.css';
import { useDirectory } from './directoryStore.ts';

const SHOWN = 3;

export interface LikelySameProps {
  readonly records: Readonly<Record<string, Team | Partner>>;
}

/** Names that are likely spellings of one, offered for merging; says nothing when there are none. */
export function LikelySame({ records }: LikelySameProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const hidden = useDirectory((state) => state.likelyHidden);
  const set = useDirectory((state) => state.set);
  const groups = useMemo(() => findLikelySame(Object.values(records)), [records]);
  if (groups.length === 0) return null;
  if (hidden)
    return (
      <div>
        <Button look="quiet" onPress={() => set({ likelyHidden: false })}>
          {t('same.show')} ({groups.length})
        </Button>
      </div>
    );
  return (
    <section className={css.same} aria-label={t('same.show')}>
      <header>
        <h2>{t('same.title', { count: groups.length })}</h2>
        <Button look="quiet" onPress={() => set({ likelyHidden: true })}>
          {t('same.hide')}
        </Button>
      </header>
      <p>{t('same.intro')}</p>
      <ul>
        {groups.slice(0, SHOWN).map(({ ids, similarity }) => {
          const names = ids.map((id) => records[id]?.name ?? id).join(' · ');
          return (
            <li key={ids.join()}>
              <span className={css.text} title={names}>
                {names}
              </span>
              <span className={css.alike}>
                {similarity === 1 ? t('same.equal') : t('same.alike', { share: words.share(similarity) })}
              </span>
              <Button
                aria-label={t('same.merge', { names })}
                onPress={() => set({ dialog: { kind: 'merge', ids } })}
              >
                {t('same.mergeShort')}
              </Button>
            </li>
          );
        })}
      </ul>
      {groups.length > SHOWN && <p>{t('same.more', { count: groups.length - SHOWN })}</p>}
    </section>
  );
}
