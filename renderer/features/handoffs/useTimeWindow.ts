import { widened } from '../../charts/stringline/layout.ts';
import type { TimeWindow } from '../../charts/stringline/scene.ts';
import { extentOf, type StringlineData } from '../../charts/stringline/stringlineData.ts';
import { isKeptTime, partOfTime } from '../../charts/stringline/timeWindow.ts';
import { NARROWEST_DAYS } from '../../charts/timeline/axis.ts';
import { useKept } from '../../state/kept.ts';

const FACTOR = 1.6;
const STEP = 0.3;

export interface WindowHand {
  /** The days to show; null shows all. */
  readonly focus: TimeWindow | null;
  readonly zoom: (direction: 'in' | 'out') => void;
  readonly move: (direction: 'earlier' | 'later') => void;
  readonly all: () => void;
  /** Shows so many days from a day on, as far as the limits allow. */
  readonly show: (from: number, days: number) => void;
}

/** Which part of the time the picture shows: closer, wider, earlier, later, never outside what there is. */
export function useTimeWindow(data: StringlineData): WindowHand {
  const extent = extentOf(data.lit);
  return useWindowOver('handoffs.window', extent && widened(extent));
}

/** Which part of `whole` is shown, kept under that name; nothing moves while `whole` is null. */
export function useWindowOver(
  name: 'handoffs.window' | 'cadence.window',
  whole: TimeWindow | null,
): WindowHand {
  const [focus, setFocus] = useKept<TimeWindow | null>(name, null, isKeptTime);
  const set = (from: number, days: number): void => {
    if (!whole) return;
    const most = whole.to - whole.from;
    const length = Math.max(Math.min(NARROWEST_DAYS, most), days);
    if (length >= most) {
      setFocus(null);
      return;
    }
    const start = Math.max(whole.from, Math.min(whole.to - length, from));
    setFocus({ from: start, to: start + length });
  };
  const inside = partOfTime(focus, whole);
  const now = inside ?? whole;
  return {
    focus: inside,
    zoom: (direction) => {
      if (!now) return;
      const days = (now.to - now.from) * (direction === 'in' ? 1 / FACTOR : FACTOR);
      // Plans grow towards their end: the first step closer goes there.
      const middle = inside ? (now.from + now.to) / 2 : now.to - days / 2;
      set(middle - days / 2, days);
    },
    move: (direction) => {
      if (!now) return;
      const days = now.to - now.from;
      set(now.from + days * (direction === 'earlier' ? -STEP : STEP), days);
    },
    all: () => setFocus(null),
    show: set,
  };
}
