import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Futures } from '../../analysis/useFutures.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { convertSentence, type MapSpeech, stayReason } from '../../charts/map/describe.ts';
import type { MapItem, RankBy, Ranking } from '../../charts/map/mapData.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { enterField } from '../flow/enterField.ts';
import { GainFigure } from '../receipts/GainFigure.tsx';
import { openInFlow } from '../wastes/BehindList.tsx';
import css from './map.module.css';

const FIRST = 5;
const MORE = 10;

/** Which projects to convert first and why, which should stay, and which nobody can tell. */
export function RankList({
  ranking,
  complete,
  by,
  onBy,
  futures,
  selected,
  onPick,
  speech,
}: {
  readonly ranking: Ranking;
  /** Whether no figure is still to come. */
  readonly complete: boolean;
  readonly by: RankBy;
  readonly onBy: (by: RankBy) => void;
  readonly futures: Futures;
  readonly selected: string | null;
  readonly onPick: (id: string) => void;
  readonly speech: MapSpeech;
}) {
  const { t } = useTranslation('map');
  const firstUnknown = ranking.unknown[0];
  const none = complete ? noneOf(ranking) : null;
  return (
    <aside className={css.ranks} aria-label={t('rank.title')}>
      <div className={css.rankHead}>
        <h2>{t('rank.title')}</h2>
        <SelectField
          compact
          label={t('rank.by')}
          value={by}
          choices={[
            { id: 'gain' as const, text: t('rank.gain') },
            { id: 'perMoney' as const, text: t('rank.perMoney') },
          ]}
          onChange={onBy}
        />
      </div>
      {none && <p className={css.note}>{t(none)}</p>}
      <Items
        items={ranking.convert}
        numbered
        selected={selected}
        onPick={onPick}
        speech={speech}
        // How sure it is needs a simulation; those further down have none until they are picked.
        reasonOf={(item) =>
          convertSentence(item, futures.of(item.id)?.productAhead ?? null, speech, selected === item.id)
        }
      />
      {ranking.stay.length > 0 && (
        <>
          <h2>{t('stay.title')}</h2>
          <Items
            items={ranking.stay}
            selected={selected}
            onPick={onPick}
            speech={speech}
            reasonOf={(item) => stayReason(item, speech)}
          />
        </>
      )}
      {firstUnknown && (
        <>
          <h2>{t('stay.titleUnknown')}</h2>
          <p className={css.reason}>{t('stay.unknown', { count: ranking.unknown.length })}</p>
          <Button
            className={css.enter ?? ''}
            onPress={() => enterField(firstUnknown.id, 'initiative.valuePerMonth')}
          >
            {t('stay.enter', { name: shortName(firstUnknown.name) })}
          </Button>
        </>
      )}
    </aside>
  );
}

/** Why nothing is to be converted; null where something is, or where the list of those without a value says it. */
function noneOf({ convert, stay, unknown }: Ranking): 'rank.none' | 'rank.unjudged' | null {
  if (convert.length > 0) return null;
  if (stay.length > 0) return 'rank.none';
  return unknown.length > 0 ? null : 'rank.unjudged';
}

function Items({
  items,
  numbered = false,
  selected,
  onPick,
  speech,
  reasonOf,
}: {
  readonly items: readonly MapItem[];
  readonly numbered?: boolean;
  readonly selected: string | null;
  readonly onPick: (id: string) => void;
  readonly speech: MapSpeech;
  readonly reasonOf: (item: MapItem) => string;
}) {
  const { t } = useTranslation('map');
  const [count, setCount] = useState(FIRST);
  return (
    <>
      <ol className={css.items}>
        {items.slice(0, count).map((item, k) => (
          <li key={item.id} data-selected={item.id === selected || undefined}>
            <div className={css.itemHead}>
              {numbered && <span className={css.rank}>{k + 1}</span>}
              <ModeMark mode={item.mode} bare />
              <button
                type="button"
                className={css.name}
                aria-pressed={item.id === selected}
                title={t('rank.show', { name: item.name })}
                onClick={() => onPick(item.id)}
              >
                {item.name}
              </button>
              <button
                type="button"
                className={css.flow}
                aria-label={t('rank.flow', { name: item.name })}
                title={t('rank.flow', { name: item.name })}
                onClick={() => openInFlow(item.id)}
              >
                ↗
              </button>
            </div>
            <Reason item={item} text={reasonOf(item)} speech={speech} />
          </li>
        ))}
      </ol>
      {items.length > count && (
        <Button look="quiet" onPress={() => setCount(count + MORE)}>
          {t('rank.more', { count: Math.min(MORE, items.length - count) })}
        </Button>
      )}
    </>
  );
}

/** A reason in words; the amount in it opens to its arithmetic. */
function Reason({
  item,
  text,
  speech,
}: {
  readonly item: MapItem;
  readonly text: string;
  readonly speech: MapSpeech;
}) {
  const amount = item.gain === null ? '' : speech.figures.moneyShort(Math.abs(item.gain));
  const at = amount === '' ? -1 : text.indexOf(amount);
  if (at < 0) return <p className={css.reason}>{text}</p>;
  return (
    <p className={css.reason}>
      {text.slice(0, at)}
      <GainFigure item={item} className={css.gain}>
        {amount}
      </GainFigure>
      {text.slice(at + amount.length)}
    </p>
  );
}
