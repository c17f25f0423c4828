import { useEffect } from 'react';
import { create } from 'zustand';
import { resolveVariables } from '../../charts/frame/resolveVariables.ts';

const SETTLED_MS = 1200;

const useThumbStore = create<{ readonly byPage: Readonly<Record<string, string>> }>()(() => ({ byPage: {} }));

/** The picture of a page as it was shown last in this session, as an address for an image; null before that. */
export const thumbOf = (pageId: string): string | null => useThumbStore.getState().byPage[pageId] ?? null;

/** Keeps the picture of the shown page once it has settled, for when it is the next one again. */
export function useThumbs(pageId: string | null): void {
  useEffect(() => {
    if (pageId === null) return;
    const timer = setTimeout(() => {
      const svg = document.querySelector('[data-stage-sheet] svg');
      if (!svg) return;
      const style = getComputedStyle(svg);
      const text = resolveVariables(new XMLSerializer().serializeToString(svg), (name) =>
        style.getPropertyValue(name),
      );
      const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      useThumbStore.setState(({ byPage }) => ({ byPage: { ...byPage, [pageId]: address } }));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [pageId]);
}
