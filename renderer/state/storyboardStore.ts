import { create } from 'zustand';
import { remember } from './viewMemory.ts';

interface StoryboardState {
  /** The storyboard that is worked on, and the page that is open; the first ones where these are gone. */
  readonly storyboardId: string | null;
  readonly pageId: string | null;
}

/** How the storyboards are arranged on the screen; remembered per portfolio. */
export const useStoryboard = create<StoryboardState>()(() => ({ storyboardId: null, pageId: null }));

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

remember('storyboard', {
  memory: () => useStoryboard.getState(),
  recall: (memory) => {
    const { storyboardId, pageId } = memory as Partial<Record<keyof StoryboardState, unknown>>;
    useStoryboard.setState({ storyboardId: textOr(storyboardId), pageId: textOr(pageId) });
  },
  reset: () => useStoryboard.setState(useStoryboard.getInitialState()),
  subscribe: (heard) => useStoryboard.subscribe(heard),
});
