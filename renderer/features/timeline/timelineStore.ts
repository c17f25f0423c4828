import { create } from 'zustand';
import type { TimeAxis } from '../../charts/timeline/axis.ts';
import { type SnapUnit, snapUnits } from '../../charts/timeline/calendar.ts';
import { remember } from '../../state/viewMemory.ts';

export const groupings = [
  'none',
  'owner',
  'capability',
  'outcome',
  'team',
  'mode',
  'partner',
  'stage',
] as const;
export type Grouping = (typeof groupings)[number];
export const orders = ['start', 'end', 'list'] as const;
export type Order = (typeof orders)[number];

/** Days at the left edge of the plot and over its whole width: an axis that outlives a change of size. */
export interface ShownDays {
  readonly from: number;
  readonly days: number;
}

/** How the timeline is arranged. */
export interface TimelineLook {
  readonly groupBy: Grouping;
  readonly order: Order;
  readonly snap: SnapUnit;
  readonly collapsed: ReadonlySet<string>;
  /** Null until somebody moved it. */
  readonly shown: ShownDays | null;
  readonly allLinks: boolean;
  readonly critical: boolean;
}

/** The arrangement of the timeline with what changes it; remembered per portfolio. */
export interface TimelineState extends TimelineLook {
  readonly set: (
    values: Partial<Pick<TimelineState, 'order' | 'snap' | 'allLinks' | 'critical' | 'shown'>>,
  ) => void;
  readonly group: (by: Grouping) => void;
  readonly toggle: (key: string) => void;
  readonly collapse: (keys: readonly string[]) => void;
}

export const useTimeline = create<TimelineState>()((set) => ({
  groupBy: 'none',
  order: 'start',
  snap: 'month',
  collapsed: new Set(),
  shown: null,
  allLinks: false,
  critical: true,
  set: (values) => set(values),
  group: (groupBy) => set({ groupBy, collapsed: new Set() }),
  toggle: (key) =>
    set(({ collapsed }) => {
      const next = new Set(collapsed);
      if (!next.delete(key)) next.add(key);
      return { collapsed: next };
    }),
  collapse: (keys) => set({ collapsed: new Set(keys) }),
}));

/** The shown days of an axis on a plot of that width. */
export const shownOf = (axis: TimeAxis, width: number): ShownDays => ({
  from: axis.from,
  days: width / axis.pxPerDay,
});

const isShown = (value: unknown): value is ShownDays =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'days' in value &&
  Number.isFinite(value.from) &&
  Number.isFinite(value.days) &&
  Number(value.days) > 0;

/** What was written down, perhaps long ago: what is not understood is as at first. */
export function readTimeline(memory: object): TimelineLook {
  const known = memory as Partial<Record<keyof TimelineLook, unknown>>;
  const first = useTimeline.getInitialState();
  return {
    groupBy: groupings.find((each) => each === known.groupBy) ?? first.groupBy,
    order: orders.find((each) => each === known.order) ?? first.order,
    snap: snapUnits.find((each) => each === known.snap) ?? first.snap,
    collapsed: new Set(
      Array.isArray(known.collapsed)
        ? known.collapsed.filter((each): each is string => typeof each === 'string')
        : [],
    ),
    shown: isShown(known.shown) ? known.shown : null,
    allLinks: known.allLinks === true,
    critical: known.critical !== false,
  };
}

remember('timeline', {
  memory: () => {
    const { groupBy, order, snap, collapsed, shown, allLinks, critical } = useTimeline.getState();
    return { groupBy, order, snap, collapsed: [...collapsed], shown, allLinks, critical };
  },
  recall: (memory) => useTimeline.setState(readTimeline(memory)),
  reset: () => useTimeline.setState(useTimeline.getInitialState()),
  subscribe: (heard) => useTimeline.subscribe(heard),
});
