import type { PageId, ReportOptions } from '../../shared/report/options.ts';

/**
 * Pages of what people wrote, which nobody can clear of names or amounts: decisions with their reasons and owners,
 * rankings with who agreed, actions, the minutes, what snapshots are called, and steps with what they changed.
 */
const written: ReadonlySet<PageId> = new Set([
  'decisions',
  'rankings',
  'actions',
  'minutes',
  'snapshots',
  'history',
]);

/** Why a page stays away: what it would tell is hidden. Null for one that can be made. */
export function silenceOf(
  id: PageId,
  { names, amounts }: Pick<ReportOptions, 'names' | 'amounts'>,
): 'names' | 'amounts' | null {
  // What a scenario writes may name anybody.
  if (names === 'hidden' && (written.has(id) || id === 'comparison')) return 'names';
  return amounts === 'hidden' && written.has(id) ? 'amounts' : null;
}
