import type { Phase } from '../../../shared/domain/records.ts';

/** The positions that change when a phase moves to another place of the ordered list, 0 for the first. */
export function movedTo(
  ordered: readonly Phase[],
  id: string,
  to: number,
): readonly { readonly id: string; readonly position: number }[] {
  const moved = ordered.find((phase) => phase.id === id);
  if (!moved) return [];
  const others = ordered.filter((phase) => phase.id !== id);
  const place = Math.max(0, Math.min(to, others.length));
  const next = [...others.slice(0, place), moved, ...others.slice(place)];
  return next.flatMap((phase, position) => (phase.position === position ? [] : [{ id: phase.id, position }]));
}
