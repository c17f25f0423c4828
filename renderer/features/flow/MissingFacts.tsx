import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import type { Obstacle } from '../../analysis/useComparison.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { Button } from '../../ui/Button.tsx';
import { enterField } from './enterField.ts';
import css from './flow.module.css';

const facts = ['delivery', 'startDate', 'endDate', 'duration', 'effort', 'dayRate'] as const;
const problems = [
  'NO_DELIVERY_DATA',
  'NOT_A_NUMBER',
  'NEGATIVE',
  'NOT_POSITIVE',
  'ALLOCATION_RANGE',
  'PARALLEL_RANGE',
  'SHARE_RANGE',
  'HORIZON_NOT_WHOLE',
  'BAD_CHOICE',
  'BAD_TABLE',
  'UNKNOWN_PARAMETER',
] as const;

/** Where a value of the model's input is entered in the records. */
function recordField(field: string): string {
  if (/^(initiative|portfolio|phase)\./.test(field)) return field;
  if (field.startsWith('phases')) return 'initiative.phases';
  if (field.startsWith('params')) return 'initiative.parameters';
  const names: Readonly<Record<string, string>> = {
    'product.people': 'initiative.teamPeople',
    'product.allocation': 'initiative.teamAllocation',
    'product.parallel': 'initiative.teamParallel',
    'product.rate': 'initiative.teamDayRate',
    'product.scope_pd': 'initiative.scopePersonDays',
    'value.per_month': 'initiative.valuePerMonth',
  };
  return names[field] ?? 'initiative.phases';
}

/** Says what is missing before an initiative can be played forward, with a way to each place where it is entered. */
export function MissingFacts({
  initiative,
  obstacles,
}: {
  readonly initiative: Initiative;
  readonly obstacles: readonly Obstacle[];
}) {
  const { t } = useTranslation('flow');
  const said = (obstacle: Obstacle): string => {
    const fact = facts.find((code) => code === obstacle.code);
    if (fact) return t(`missing.${fact}`);
    const problem = problems.find((code) => code === obstacle.code);
    return t('missing.problem', {
      field: obstacle.field,
      problem: problem ? t(`problem.${problem}`) : obstacle.code,
    });
  };
  // Each phase may lack the same thing; one button for all of them is enough.
  const distinct = [...new Map(obstacles.map((obstacle) => [said(obstacle), obstacle])).entries()];
  return (
    <EmptyState title={t('empty.missing.title')} text={t('empty.missing.text', { name: initiative.name })}>
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
