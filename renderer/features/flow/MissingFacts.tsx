import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import type { Obstacle } from '../../analysis/useComparison.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { shortName } from '../../charts/frame/shortName.ts';
import { Button } from '../../ui/Button.tsx';
import { enterField } from './enterField.ts';
import { recordField, useFactWords } from './factWords.ts';
import css from './flow.module.css';

/** Says what is missing before an initiative can be played forward, with a way to each place where it is entered. */
export function MissingFacts({
  initiative,
  obstacles,
}: {
  readonly initiative: Initiative;
  readonly obstacles: readonly Obstacle[];
}) {
  const { t } = useTranslation('flow');
  const said = useFactWords();
  // Each phase may lack the same thing; one button for all of them is enough.
  const distinct = [...new Map(obstacles.map((obstacle) => [said(obstacle), obstacle])).entries()];
  return (
    <EmptyState
      title={t('empty.missing.title')}
      text={t('empty.missing.text', { name: shortName(initiative.name) })}
    >
      <ul className={css.missing}>
        {distinct.map(([text, obstacle], k) => (
          <li key={text}>
            <Button
              look={k === 0 ? 'primary' : 'plain'}
              onPress={() => enterField(initiative.id, recordField(obstacle.field))}
            >
              {t('empty.missing.enter', { what: text })}
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
