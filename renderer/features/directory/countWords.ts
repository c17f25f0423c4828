import type { TFunction } from 'i18next';
import type { TableName } from '../../../shared/domain/records.ts';
import type { TableCounts } from '../../../shared/planning/mergeTeams.ts';

const named = [
  'initiative',
  'phase',
  'capability',
  'teamMember',
  'allocation',
  'handoff',
  'outcome',
  'overheadWork',
] as const;

/** Counts of records in words: `2 initiatives · 1 phase`; empty for none. */
export function countWords(counts: TableCounts, t: TFunction<'directory'>): string {
  const others = (Object.keys(counts) as TableName[])
    .filter((table) => !named.some((each) => each === table))
    .reduce((sum, table) => sum + (counts[table] ?? 0), 0);
  return [
    ...named.flatMap((table) => {
      const count = counts[table] ?? 0;
      return count === 0 ? [] : [t(`count.${table}`, { count })];
    }),
    ...(others === 0 ? [] : [t('count.other', { count: others })]),
  ].join(' · ');
}
