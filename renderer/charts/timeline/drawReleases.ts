import { xOf } from './axis.ts';
import type { ItemContext } from './itemContext.ts';
import type { Paint, Shape } from './scene.ts';
import type { TimelineItem } from './timelineData.ts';
import type { Part, Zone } from './zones.ts';

const PLANNED_DASH = [2.4, 1.6] as const;

/** The releases of a line: filled where they are out, hollow (a project's dashed, too) where planned; the chosen one framed. */
export function releaseShapes(
  item: TimelineItem,
  middle: number,
  part: Part | null,
  { axis, left, right, metrics }: ItemContext,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const product = item.initiative.mode === 'product';
  for (const { release, day, out } of item.releases) {
    const x = left + xOf(axis, day);
    const r = metrics.mark;
    if (x < left - r || x > right + r) continue;
    const chosen = part?.kind === 'release' && part.id === release.id;
    const ink: Paint = product ? '--product' : '--ink';
    const looks = {
      fill: out ? ink : ('--card' as Paint),
      stroke: chosen ? ('--focus' as Paint) : out ? ('--card' as Paint) : ink,
      strokeWidth: chosen ? 3 : out ? 1 : 1.6,
    };
    if (product) shapes.push({ kind: 'circle', x, y: middle, r, ...looks });
    else {
      const d = r + 0.5;
      shapes.push({
        kind: 'path',
        d: `M${x} ${middle - d}L${x + d} ${middle}L${x} ${middle + d}L${x - d} ${middle}Z`,
        ...looks,
        // As the legend and the other pictures draw what is only planned.
        ...(out || chosen ? {} : { dash: PLANNED_DASH }),
      });
    }
    if (chosen) {
      shapes.push({
        kind: 'rect',
        x: x - r - 4,
        y: middle - r - 4,
        width: 2 * r + 8,
        height: 2 * r + 8,
        fill: null,
        stroke: '--focus',
        strokeWidth: 2,
        radius: 4,
        roundRight: true,
      });
    }
  }
  return shapes;
}

/** Where each release can be taken hold of. */
export function releaseZones(
  item: TimelineItem,
  key: string,
  middle: number,
  { axis, left, right, metrics }: ItemContext,
): readonly Zone[] {
  const r = metrics.mark + 2;
  return item.releases.flatMap(({ release, day }): readonly Zone[] => {
    const x = left + xOf(axis, day);
    if (x < left - r || x > right + r) return [];
    const rect = { x: x - r, y: middle - r, width: 2 * r, height: 2 * r };
    return [{ kind: 'release', key, id: item.id, releaseId: release.id, rect }];
  });
}
