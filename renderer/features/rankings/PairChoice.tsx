import { Undo2 } from 'lucide-react';
import { useContext, useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { choosePair, takeBackPair } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../inspector/useWords.ts';
import { pairState } from './pairState.ts';
import { itemName } from './rankingRows.ts';
import css from './rankings.module.css';

/** Digits belong to a field while it has the keyboard, and to a dialog or menu while one is open. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=radio]), textarea, select, [role=dialog], [role=menu]') !== null;

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
  const atDesk = useContext(StageContext) === null;
  const { pair, done, all } = useMemo(() => pairState(ranking), [ranking]);
  const asked = pair !== null && !locked;
  const choose = (which: 0 | 1): void => {
    if (!pair || locked) return;
    void choosePair(ranking, pair[which], pair[which === 0 ? 1 : 0]);
  };
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || locked || isTyping(event.target)) return;
    if (event.key === '1') choose(0);
    else if (event.key === '2') choose(1);
    else if (event.key === 'Backspace') void takeBackPair(ranking);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    // While a room is presented to, its own keys choose.
    if (!atDesk) return;
    const hear = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [atDesk]);
  if (ranking.items.length < 2) return <p className={css.hint}>{t('pairs.few')}</p>;
  const arrow = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') choose(0);
    else if (event.key === 'ArrowRight') choose(1);
    else return;
    event.preventDefault();
  };
  const progress = t('pairs.progress', { done: figures.number(done), all: figures.number(all) });
  return (
    <section className={css.pairs} aria-label={t('pairs.label')}>
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
              onKeyDown={arrow}
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
  onKeyDown,
}: {
  readonly which: 0 | 1;
  readonly id: string;
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly locked: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
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
      onKeyDown={onKeyDown}
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
