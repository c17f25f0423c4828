import { Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { choosePair, takeBackPair } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../inspector/useWords.ts';
import { pairState } from './pairState.ts';
import { itemName } from './rankingRows.ts';
import css from './rankings.module.css';

/** Two large cards, one of which comes first: 1 or 2, the arrow keys, or a click. */
export function PairChoice({
  ranking,
  records,
  locked,
}: {
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const place = useRef<HTMLElement>(null);
  const { pair, done, all } = useMemo(() => pairState(ranking), [ranking]);
  const asked = pair !== null && !locked;
  useEffect(() => {
    // The keys belong to the question as soon as it is there, unless somebody is typing.
    if (asked && !document.activeElement?.matches('input, textarea, select')) place.current?.focus();
  }, [asked]);
  if (ranking.items.length < 2) return <p className={css.hint}>{t('pairs.few')}</p>;
  const choose = (which: 0 | 1): void => {
    if (!pair || locked) return;
    void choosePair(ranking, pair[which], pair[which === 0 ? 1 : 0]);
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || locked) return;
    const which = { '1': 0, ArrowLeft: 0, '2': 1, ArrowRight: 1 }[event.key];
    if (which === 0 || which === 1) choose(which);
    else if (event.key === 'Backspace') void takeBackPair(ranking);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const progress = t('pairs.progress', { done: figures.number(done), all: figures.number(all) });
  return (
    <section ref={place} className={css.pairs} aria-label={t('pairs.label')} tabIndex={-1} onKeyDown={press}>
      <div className={css.pairHead}>
        <h2>{pair ? t('pairs.question') : t('pairs.done')}</h2>
        <progress max={all} value={done} aria-label={progress} />
        <span role="status">{progress}</span>
        <Button isDisabled={locked || ranking.pairs.length === 0} onPress={() => void takeBackPair(ranking)}>
          <Undo2 size={14} aria-hidden />
          {t('pairs.back')}
        </Button>
      </div>
      {pair && (
        <div className={css.cards}>
          {([0, 1] as const).map((which) => (
            <PairCard
              key={which}
              which={which}
              id={pair[which]}
              ranking={ranking}
              records={records}
              locked={locked}
              onChoose={() => choose(which)}
            />
          ))}
        </div>
      )}
      {asked && <p className={css.hint}>{t('pairs.keys')}</p>}
    </section>
  );
}

function PairCard({
  which,
  id,
  ranking,
  records,
  locked,
  onChoose,
}: {
  readonly which: 0 | 1;
  readonly id: string;
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly locked: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('rankings');
  const words = useWords();
  const name = itemName(records, ranking.of, id) ?? t('gone');
  const key = words.number(which + 1);
  const initiative = ranking.of === 'initiative' ? records.initiative[id] : undefined;
  const facts = initiative
    ? [
        [t('pairs.value'), words.moneyShort(initiative.valuePerMonth)],
        [t('pairs.budget'), words.moneyShort(initiative.budget)],
      ]
    : [];
  return (
    <button
      type="button"
      className={css.card}
      disabled={locked}
      aria-label={t('pairs.choose', { key, name })}
      onClick={onChoose}
    >
      <kbd>{key}</kbd>
      <strong>{name}</strong>
      {facts.length > 0 && (
        <span className={css.facts}>
          {facts.map(([label, value]) => (
            <span key={label}>
              {label}: {value || t('score.unknown')}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
