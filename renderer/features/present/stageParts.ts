import { type RefObject, useId, useLayoutEffect } from 'react';
import { create } from 'zustand';
import { setStageParts } from '../../state/stageHand.ts';
import { useShownPart } from '../../state/stagePart.ts';

interface StagePartsState {
  /** The pictures and tables of the shown view, in the order in which they came. */
  readonly parts: readonly string[];
  /** Where the shown one is drawn. */
  readonly slot: HTMLElement | null;
  /** Height that its title, question and legend take, px. */
  readonly taken: number;
  /** Screenfuls of a tall picture. */
  readonly screens: number;
}

/** What the shown view has to show. */
export const useStageParts = create<StagePartsState>()(() => ({
  parts: [],
  slot: null,
  taken: 0,
  screens: 1,
}));

const setParts = (change: (parts: readonly string[]) => readonly string[]): void => {
  useStageParts.setState(({ parts }) => ({ parts: change(parts) }));
  setStageParts(useStageParts.getState().parts.length);
};

/** Makes a picture or table one of those that can be shown; answers where to draw it while it is the one, else null. */
export function useStagePart(): HTMLElement | null {
  const id = useId();
  useLayoutEffect(() => {
    setParts((parts) => [...parts, id]);
    return () => setParts((parts) => parts.filter((each) => each !== id));
  }, [id]);
  const part = useShownPart();
  return useStageParts(({ parts, slot }) => (parts[Math.min(part, parts.length - 1)] === id ? slot : null));
}

/** Tells the stage how much of the sheet is not the picture itself, so that the picture is laid out into the rest. */
export function useTakenHeight(sheet: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const gap = Number.parseFloat(getComputedStyle(element).rowGap) || 0;
    const beside = Array.from(element.children).filter((child) => !child.hasAttribute('data-stage-body'));
    const taken = beside.reduce(
      (sum, child) => sum + (child as HTMLElement | SVGElement).getBoundingClientRect().height,
      0,
    );
    const whole = Math.ceil(taken + gap * beside.length);
    if (Math.abs(whole - useStageParts.getState().taken) > 1) useStageParts.setState({ taken: whole });
  });
}
