import { useMemo } from 'react';
import { usePreferences } from '../../state/preferencesStore.ts';
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

/** The shown columns, how wide they are in this theme, and how high a line is. */
export function useGridLayout(): GridLayout {
  const theme = usePreferences((state) => state.theme);
  const arranged = useTable((state) => state.columns);
  const columns = useMemo(
    () => arranged.filter((each) => each.shown).map((each) => columnOf(each.id)),
    [arranged],
  );
  const style = useMemo(() => {
    const scale = tableScale(theme);
    const shown = arranged.filter((each) => each.shown).map((each) => Math.round(each.width * scale));
    const widths = [TICKS, ...shown];
    return {
      // What stays at the left while the rest scrolls under it.
      '--pinned': `${TICKS + (widths[1] ?? 0)}px`,
      '--columns': widths.map((width) => `${width}px`).join(' '),
      // Lines are placed one by one, so that nothing but this says how wide they are together.
      '--total': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    } as React.CSSProperties;
  }, [arranged, theme]);
  return { columns, lineHeight: LINE * tableScale(theme), style };
}
