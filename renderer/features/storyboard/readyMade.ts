import { type TemplateId, templateIds, templates } from '../../../shared/storyboard/templates.ts';
import { viewIds } from '../../state/viewStore.ts';

/** A storyboard for a usual meeting. */
export interface ReadyMade {
  readonly id: TemplateId;
  readonly pages: number;
  /** What its pages take together. */
  readonly minutes: number;
}

/** The storyboards for usual meetings, as far as this program has the views of their pages. */
export const readyMade = (): readonly ReadyMade[] =>
  templateIds.map((id) => {
    const pages = templates[id].filter(({ area }) => viewIds.some((view) => view === area));
    return { id, pages: pages.length, minutes: pages.reduce((sum, each) => sum + each.minutes, 0) };
  });
