import { type PointerEvent, useRef, useState } from 'react';
import { dayAt, panBy, type TimeAxis, xOf } from '../../charts/timeline/axis.ts';
import type { SnapUnit } from '../../charts/timeline/calendar.ts';
import { dragGesture, otherUnit } from '../../charts/timeline/gestures.ts';
import type { Metrics } from '../../charts/timeline/metrics.ts';
import type { TimelineItem } from '../../charts/timeline/timelineData.ts';
import { type Zone, zoneAt } from '../../charts/timeline/zones.ts';
import { edgeSpeed, useEdgePan } from './useEdgePan.ts';
import type { Rescheduling } from './useReschedule.ts';

const CLICK_PX = 4;

interface Drag {
  readonly zone: Zone | null;
  readonly x: number;
  readonly y: number;
  readonly axis: TimeAxis;
  moved: boolean;
  /** Where the pointer holds it now; null before it was dragged. */
  at: { readonly x: number; readonly otherSnap: boolean } | null;
}

/** What the pointer meets, and what comes of it. Lengths are CSS px from the stage's left upper corner. */
export interface StagePointerParts {
  readonly zones: readonly Zone[];
  readonly items: ReadonlyMap<string, TimelineItem>;
  readonly axis: TimeAxis;
  readonly setAxis: (axis: TimeAxis) => void;
  readonly metrics: Metrics;
  /** Of the drawing, without the scroll bar. */
  readonly width: number;
  readonly unit: SnapUnit;
  readonly fiscalStartMonth: number;
  readonly writable: boolean;
  readonly rescheduling: Rescheduling;
  readonly onHover: (zone: Zone | null, x: number) => void;
  /** A click: on nothing it is null. */
  readonly onPick: (zone: Zone | null) => void;
  /** What was dragged is let go of where it is to stay. */
  readonly onKeep: () => void;
}

export interface StagePointer {
  /** True once what is held was dragged. */
  readonly grabbing: boolean;
  readonly isHolding: () => boolean;
  /** Lets go without keeping anything. */
  readonly letGo: () => void;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
  };
}

const placeOf = (event: PointerEvent): readonly [number, number] => {
  const box = event.currentTarget.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

/** Takes hold of the stage with the pointer: a mark is dragged to other dates, the ground pans the plot, a click picks. */
export function useStagePointer(parts: StagePointerParts): StagePointer {
  const { zones, items, axis, setAxis, metrics, width, unit, fiscalStartMonth, writable, rescheduling } =
    parts;
  const drag = useRef<Drag | null>(null);
  const [grabbing, setGrabbing] = useState(false);
  const axisNow = useRef(axis);
  axisNow.current = axis;

  /** Goes on with what is dragged at `x`: the place that was taken hold of stays under the pointer however the plot was panned. */
  const dragTo = (x: number, otherSnap: boolean): void => {
    const held = drag.current;
    const item = held?.zone && 'id' in held.zone ? items.get(held.zone.id) : undefined;
    if (!held?.zone || !item) return;
    held.at = { x, otherSnap };
    const now = axisNow.current;
    const from = xOf(now, dayAt(held.axis, held.x - metrics.names));
    const gesture = dragGesture(held.zone, item, now, from, x - metrics.names, {
      unit: otherSnap ? otherUnit(unit) : unit,
      fiscalStartMonth,
    });
    if (gesture) rescheduling.attempt(item.id, gesture);
  };
  const edge = useEdgePan((px) => {
    const at = drag.current?.at;
    if (!at) return;
    const next = panBy(axisNow.current, px);
    axisNow.current = next;
    setAxis(next);
    dragTo(at.x, at.otherSnap);
  });
  const letGo = (): void => {
    drag.current = null;
    edge.stop();
    setGrabbing(false);
  };

  return {
    grabbing,
    isHolding: () => drag.current !== null,
    letGo,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        const [x, y] = placeOf(event);
        // The scroll bar belongs to the browser.
        if (x > width) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        rescheduling.forgetRefusal();
        drag.current = { zone: zoneAt(zones, x, y), x, y, axis, moved: false, at: null };
      },
      onPointerMove: (event) => {
        const [x, y] = placeOf(event);
        const held = drag.current;
        if (!held) {
          parts.onHover(zoneAt(zones, x, y), x);
          return;
        }
        if (!held.moved && Math.hypot(x - held.x, y - held.y) < CLICK_PX) return;
        held.moved = true;
        parts.onHover(null, x);
        setGrabbing(true);
        const { zone } = held;
        const movable = zone !== null && zone.kind !== 'group' && zone.kind !== 'name';
        if (!movable || !writable) {
          if (held.x >= metrics.names) setAxis(panBy(held.axis, held.x - x));
          return;
        }
        dragTo(x, event.shiftKey);
        edge.hold(edgeSpeed(x, metrics.names, width));
      },
      onPointerUp: (event) => {
        const held = drag.current;
        letGo();
        if (!held) return;
        if (held.moved) parts.onKeep();
        else parts.onPick(zoneAt(zones, ...placeOf(event)));
      },
    },
  };
}
