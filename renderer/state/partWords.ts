import type { TFunction } from 'i18next';
import type { PartCounts } from '../../shared/planning/initiatives.ts';

const said = [
  'phase',
  'handoff',
  'release',
  'tranche',
  'scopeItem',
  'contribution',
  'outcomeLink',
  'segmentLink',
  'engagement',
  'allocation',
  'dependency',
] as const;

/** Kinds of parts with their counts, as one list in words; empty where there are none. */
export function partWords(parts: PartCounts, t: TFunction<'planning'>): string {
  return said
    .flatMap((table) => {
      const count = parts[table] ?? 0;
      return count > 0 ? [t(`part.${table}`, { count })] : [];
    })
    .join(t('list.join'));
}

const SHOWN = 4;

/** Names as a list, cut after a few with how many more there are. */
export function nameWords(names: readonly string[], t: TFunction<'planning'>): string {
  const first = names.slice(0, SHOWN).join(t('list.join'));
  return names.length <= SHOWN ? first : t('list.more', { names: first, count: names.length - SHOWN });
}
