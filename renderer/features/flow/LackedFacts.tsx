import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { compareInitiative, type Obstacle } from '../../analysis/useComparison.ts';
import { Button } from '../../ui/Button.tsx';
import { enterField } from './enterField.ts';
import { recordField, useFactWords } from './factWords.ts';
import css from './flow.module.css';

interface Lack {
  readonly text: string;
  readonly obstacle: Obstacle;
  readonly firstId: string;
  readonly count: number;
}

/** What some initiatives lack before they can be played forward, how many of them lack each, and a way to enter it. */
export function LackedFacts({
  records,
  ids,
}: {
  readonly records: PortfolioRecords;
  readonly ids: readonly string[];
}) {
  const { t } = useTranslation('flow');
  const said = useFactWords();
  const found = useMemo(() => {
    const obstacles: { readonly id: string; readonly obstacle: Obstacle }[] = [];
    for (const id of ids) {
      const comparison = compareInitiative(records, id);
      if (comparison.status !== 'not_computable') continue;
      for (const obstacle of comparison.obstacles) obstacles.push({ id, obstacle });
    }
    return obstacles;
  }, [records, ids]);
  const lacks = new Map<string, Lack & { readonly of: Set<string> }>();
  for (const { id, obstacle } of found) {
    const text = said(obstacle);
    const known = lacks.get(text);
    if (known) known.of.add(id);
    else lacks.set(text, { text, obstacle, firstId: id, count: 0, of: new Set([id]) });
  }
  // One number of the portfolio serves all of them; it comes before what must be entered one by one.
  const ofPortfolio = ({ obstacle }: Lack): number => (obstacle.field.startsWith('portfolio.') ? 1 : 0);
  const ordered = [...lacks.values()]
    .map(({ of, ...lack }): Lack => ({ ...lack, count: of.size }))
    .sort((a, b) => ofPortfolio(b) - ofPortfolio(a) || b.count - a.count);
  return (
    <ul className={css.missing}>
      {ordered.map(({ text, obstacle, firstId, count }, k) => (
        <li key={text}>
          <Button
            look={k === 0 ? 'primary' : 'plain'}
            onPress={() => enterField(firstId, recordField(obstacle.field))}
          >
            {t('empty.missing.enter', { what: text })}
          </Button>
          <span className={css.lacking}>{t('missing.lacking', { count })}</span>
        </li>
      ))}
    </ul>
  );
}
