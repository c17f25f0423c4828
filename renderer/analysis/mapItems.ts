import { SEVEN_WASTES } from '../../shared/analysis/figures.ts';
import { type ModeHeadline, monthsBetweenReleases } from '../../shared/analysis/headline.ts';
import { WASTE_CATEGORIES } from '../../shared/model/types.ts';
import type { MapItem, MapPlace } from '../charts/map/mapData.ts';
import type { Billed } from './wasteBill.ts';

const RELEASE = WASTE_CATEGORIES.indexOf('release_overhead');
const IDLE = WASTE_CATEGORIES.indexOf('idle_capacity');

const seven = ({ pd }: ModeHeadline): number =>
  SEVEN_WASTES.reduce((sum, category) => sum + pd[WASTE_CATEGORIES.indexOf(category)]!, 0);

function placeOf(headline: ModeHeadline): MapPlace | null {
  if (headline.wasteShare === null) return null;
  return {
    between: monthsBetweenReleases(headline.releases),
    first: headline.timeToFirstValueMonths,
    share: headline.wasteShare,
    cost: headline.cost,
  };
}

/** Projects that lack facts to be played forward: nothing that the map says holds for them. */
export const lackingProjects = (initiatives: readonly Billed[]): number =>
  initiatives.filter(({ mode, headline }) => mode === 'project' && headline === null).length;

/** The initiatives that have a place on the map; one that lacks facts, or that books nothing, has none. */
export function mapItems(initiatives: readonly Billed[]): readonly MapItem[] {
  return initiatives.flatMap(({ id, name, mode, headline }): MapItem[] => {
    if (!headline) return [];
    const otherMode = mode === 'project' ? 'product' : 'project';
    const [mine, theirs] = [headline[mode], headline[otherMode]];
    const [now, other] = [placeOf(mine), placeOf(theirs)];
    if (!now || !other) return [];
    const known = headline.valueKnown;
    return [
      {
        id,
        name,
        mode,
        now,
        other,
        horizonMonths: headline.horizonMonths,
        gain: known ? theirs.value - theirs.cost - (mine.value - mine.cost) : null,
        valueGain: known ? theirs.value - mine.value : null,
        wasteDaysSaved: seven(mine) - seven(theirs),
        releaseDaysAdded: theirs.pd[RELEASE]! - mine.pd[RELEASE]!,
        idleDaysAdded: theirs.pd[IDLE]! - mine.pd[IDLE]!,
        sooner: now.first === null || other.first === null ? null : now.first - other.first,
      },
    ];
  });
}
