import type { Zone } from '../../charts/timeline/zones.ts';

/**
 * The line to which a key leads from line `at` (-1: from none); null for keys that lead to no line. `page` is how many
 * lines a page key passes.
 */
export function lineAfter(key: string, at: number, count: number, page: number): number | null {
  const last = count - 1;
  const within = (line: number): number => Math.max(0, Math.min(last, line));
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - page);
    case 'PageDown':
      return within(Math.max(0, at) + page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** What the pointer's shape says can be done at a place. */
export function pointerShape(zone: Zone | null, writable: boolean): string {
  if (!zone) return 'pan';
  if (zone.kind === 'group' || zone.kind === 'name') return 'point';
  if (!writable) return 'pan';
  if (zone.kind === 'undated') return 'draw';
  return zone.kind === 'bar' || zone.kind === 'phase' ? 'move' : 'stretch';
}
