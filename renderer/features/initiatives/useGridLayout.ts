import { useMemo } from 'react';
import { usePreferences } from '../../state/preferencesStore.ts';
import { fitFirst } from '../../ui/fitFirst.ts';
import { type Column, columnOf } from './columns.ts';
import { tableScale } from './tableScale.ts';
import { useTable } from './tableStore.ts';

const TICKS = 36;
const LINE = 32;

export interface GridLayout {
  readonly columns: readonly Column[];
  /** CSS pixels. */
  readonly lineHeight: number;
  readonly style: React.CSSProperties;
}

/**
 * The shown columns, how wide they are in this theme, and how high a line is. In `room` px the first column, as long as
 * nobody made it wider or narrower, is as wide as leaves the last one in view whole.
 */
export function useGridLayout(room: number | null = null): GridLayout {
  const theme = usePreferences((state) => state.theme);
  const arranged = useTable((state) => state.columns);
  const columns = useMemo(
    () => arranged.filter((each) => each.shown).map((each) => columnOf(each.id)),
    [arranged],
  );
  const style = useMemo(() => {
    const scale = tableScale(theme);
    const seen = arranged.filter((each) => each.shown);
    const shown = seen.map((each) => Math.round(each.width * scale));
    const first = seen[0];
    if (room !== null && first && first.width === columnOf(first.id).width)
      shown[0] = fitFirst(shown, room - TICKS);
    const widths = [TICKS, ...shown];
    return {
      // What stays at the left while the rest scrolls under it.
      '--pinned': `${TICKS + (widths[1] ?? 0)}px`,
      '--columns': widths.map((width) => `${width}px`).join(' '),
      // Lines are placed one by one, so that nothing but this says how wide they are together.
      '--total': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    } as React.CSSProperties;
  }, [arranged, theme, room]);
  return { columns, lineHeight: LINE * tableScale(theme), style };
}
