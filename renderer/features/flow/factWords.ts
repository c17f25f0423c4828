import { useTranslation } from 'react-i18next';
import type { Obstacle } from '../../analysis/useComparison.ts';

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
export function recordField(field: string): string {
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

/** Says an obstacle as a person reads it: a fact to enter, or what is wrong with a value. */
export function useFactWords(): (obstacle: Obstacle) => string {
  const { t } = useTranslation('flow');
  return (obstacle) => {
    const fact = facts.find((code) => code === obstacle.code);
    if (fact) return t(`missing.${fact}`);
    const problem = problems.find((code) => code === obstacle.code);
    return t('missing.problem', {
      field: obstacle.field,
      problem: problem ? t(`problem.${problem}`) : obstacle.code,
    });
  };
}
