import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';

const KEPT = 24;

/** What was run or shown from the palette last, newest first; remembered per portfolio. */
export const useRecent = create<{ readonly names: readonly string[] }>()(() => ({ names: [] }));

/** Notes that an entry was used. */
export function noteRecent(name: string): void {
  useRecent.setState(({ names }) => ({
    names: [name, ...names.filter((each) => each !== name)].slice(0, KEPT),
  }));
}

remember('recent', {
  memory: () => useRecent.getState(),
  recall: (memory) => {
    const { names } = memory as { readonly names?: unknown };
    const known = Array.isArray(names) ? names.filter((each) => typeof each === 'string') : [];
    useRecent.setState({ names: known.slice(0, KEPT) });
  },
  reset: () => useRecent.setState({ names: [] }),
  subscribe: (heard) => useRecent.subscribe(heard),
});
