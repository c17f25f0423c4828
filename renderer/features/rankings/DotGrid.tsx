import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { addVoter, giveDots, HANDS, MOST_DOTS, removeVoter } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { type Parsed, parseNumber } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { itemName } from './rankingRows.ts';
import css from './rankings.module.css';
import { useDotBudget, votersOf } from './voters.ts';

/** Whole dots; nothing typed is none. */
function readDots(text: string): Parsed<number> {
  const number = parseNumber(text);
  if (!number.ok) return number;
  const dots = number.value ?? 0;
  return Number.isInteger(dots) && dots <= MOST_DOTS
    ? { ok: true, value: dots }
    : { ok: false, reason: 'invalid.number' };
}

/** What each voter gives, entered by the facilitator; raised hands are counted in a line of their own. */
export function DotGrid({
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
  const [budget, setBudget] = useDotBudget(ranking);
  const [name, setName] = useState('');
  const voters = votersOf(ranking);
  const known = new Set(ranking.items);
  const given = new Map(ranking.dots.map(({ voter, item, dots }) => [`${voter}\n${item}`, dots]));
  const dotsOf = (voter: string, item: string): number => given.get(`${voter}\n${item}`) ?? 0;
  const usedBy = (voter: string): number => ranking.items.reduce((sum, item) => sum + dotsOf(voter, item), 0);
  const over = voters.flatMap((voter) => {
    const more = usedBy(voter) - budget;
    return more > 0 ? [{ voter, more }] : [];
  });
  const totalOf = (item: string): number =>
    ranking.dots.reduce((sum, each) => sum + (each.item === item && known.has(item) ? each.dots : 0), 0);
  const nameOf = (id: string): string => itemName(records, ranking.of, id) ?? t('gone');
  return (
    <section className={css.dots} aria-label={t('dots.label')}>
      <div className={css.dotHead}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void addVoter(ranking, name).then((added) => {
              if (added) setName('');
            });
          }}
        >
          <input
            aria-label={t('dots.addLabel')}
            placeholder={t('dots.addLabel')}
            value={name}
            maxLength={200}
            disabled={locked}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" isDisabled={locked || name.trim() === ''}>
            {t('dots.add')}
          </Button>
        </form>
        <span className={css.budget}>
          <InlineField
            label={t('dots.budget')}
            numeric
            value={budget}
            show={(value) => figures.number(value)}
            read={(text) => {
              const read = readDots(text);
              return read.ok && read.value === 0 ? { ok: false, reason: 'invalid.number' } : read;
            }}
            readOnly={locked}
            onCommit={setBudget}
          />
        </span>
      </div>
      <div className={css.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('dots.voter')}</th>
              {ranking.items.map((item) => (
                <th key={item} scope="col">
                  <span>{nameOf(item)}</span>
                </th>
              ))}
              <th scope="col">{t('dots.used')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {[...voters, HANDS].map((voter) => {
              const used = usedBy(voter);
              const isOver = voter !== HANDS && used > budget;
              const who = voter === HANDS ? t('dots.hands') : voter;
              return (
                <tr key={voter} data-over={isOver || undefined}>
                  <th scope="row">{who}</th>
                  {ranking.items.map((item) => (
                    <td key={item}>
                      <InlineField
                        label={
                          voter === HANDS
                            ? t('dots.handsOf', { name: nameOf(item) })
                            : t('dots.of', { voter, name: nameOf(item) })
                        }
                        labelAt="hidden"
                        numeric
                        value={dotsOf(voter, item)}
                        show={(value) => (value === 0 ? '' : figures.number(value))}
                        placeholder="·"
                        read={readDots}
                        readOnly={locked}
                        onCommit={(dots) => void giveDots(ranking, voter, item, dots)}
                      />
                    </td>
                  ))}
                  <td className={css.used}>
                    {isOver && <TriangleAlert size={13} aria-hidden />}
                    {voter === HANDS
                      ? figures.number(used)
                      : t('dots.left', { number: figures.number(used), budget: figures.number(budget) })}
                  </td>
                  <td>
                    {voter !== HANDS && (
                      <RemoveButton
                        label={t('dots.remove', { voter })}
                        isDisabled={locked}
                        onPress={() => void removeVoter(ranking, voter)}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('dots.total')}</th>
              {ranking.items.map((item) => (
                <td key={item}>{figures.number(totalOf(item))}</td>
              ))}
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {over.length > 0 && (
        <p className={css.over} role="status">
          <TriangleAlert size={14} aria-hidden />
          {over.map(({ voter, more }) => t('dots.over', { voter, count: more })).join(' · ')}
        </p>
      )}
    </section>
  );
}
