import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Futures } from '../../analysis/useFutures.ts';
import { naming } from '../../charts/frame/naming.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { convertSentence, type MapSpeech, stayReason } from '../../charts/map/describe.ts';
import type { MapItem, RankBy, Ranking } from '../../charts/map/mapData.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { enterField } from '../flow/enterField.ts';
import { FigureText } from '../receipts/FigureText.tsx';
import { openInFlow } from '../wastes/BehindList.tsx';
import css from './map.module.css';
import { reasonFigures } from './mapFigures.ts';

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
  const { t: receipts } = useTranslation('receipts');
  const words = { figures: speech.figures, receipts };
  const withNames = { ...speech, say: naming(speech.say) };
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
        // How sure it is needs a simulation; those further down have none until they are picked.
        reasonOf={(item) => {
          const ahead = futures.of(item.id)?.productAhead ?? null;
          const text = convertSentence(item, ahead, withNames, selected === item.id);
          return <FigureText text={text} figures={reasonFigures(item, words)} />;
        }}
      />
      {ranking.stay.length > 0 && (
        <>
          <h2>{t('stay.title')}</h2>
          <Items
            items={ranking.stay}
            selected={selected}
            onPick={onPick}
            reasonOf={(item) => (
              <FigureText text={stayReason(item, withNames)} figures={reasonFigures(item, words)} />
            )}
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
  reasonOf,
}: {
  readonly items: readonly MapItem[];
  readonly numbered?: boolean;
  readonly selected: string | null;
  readonly onPick: (id: string) => void;
  /** Why it is there, in a sentence whose figures open. */
  readonly reasonOf: (item: MapItem) => ReactNode;
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
            <p className={css.reason}>{reasonOf(item)}</p>
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
