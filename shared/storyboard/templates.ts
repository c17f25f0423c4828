import type { Change } from '../contract/changes.ts';
import type { Storyboard, StoryboardPage } from '../domain/records.ts';
import { newStoryboardPage } from '../domain/roomDefaults.ts';
import type { Language } from '../text/area.ts';
import { storyboard as words } from '../text/catalogues/storyboard.ts';

/** The usual meetings. */
export const templateIds = ['handoffs', 'productTeams', 'gaps', 'decide'] as const;
export type TemplateId = (typeof templateIds)[number];

type Sentences = (typeof words)['en'];
type QuestionKey = Extract<keyof Sentences, `question.${string}`>;

/** A page of a ready-made storyboard. Its title is left to the data, so that it always says what is found now. */
interface TemplatePage {
  readonly area: string;
  readonly question: QuestionKey;
  readonly minutes: number;
  readonly state?: StoryboardPage['state'];
}

/** The pages of each meeting, those first that a room needs to answer the ones after them. */
export const templates: Readonly<Record<TemplateId, readonly TemplatePage[]>> = {
  handoffs: [
    { area: 'wastes', question: 'question.whereLost', minutes: 10 },
    { area: 'handoffs', question: 'question.whichHandoffs', minutes: 15 },
    {
      area: 'flow',
      question: 'question.oneInitiative',
      minutes: 15,
      state: { view: { flowMode: 'compare' } },
    },
    { area: 'timeline', question: 'question.whenWaiting', minutes: 10 },
    { area: 'decisions', question: 'question.whatChange', minutes: 20 },
  ],
  productTeams: [
    { area: 'map', question: 'question.whichFirst', minutes: 15 },
    { area: 'flow', question: 'question.bothWays', minutes: 15, state: { view: { flowMode: 'compare' } } },
    { area: 'wastes', question: 'question.whereLost', minutes: 10 },
    { area: 'rankings', question: 'question.whichOrder', minutes: 20 },
    { area: 'decisions', question: 'question.whichConvert', minutes: 20 },
  ],
  gaps: [
    {
      area: 'coverage',
      question: 'question.whereGaps',
      minutes: 15,
      state: { view: { coverageView: 'matrix' } },
    },
    {
      area: 'coverage',
      question: 'question.whatFound',
      minutes: 15,
      state: { view: { coverageView: 'findings' } },
    },
    { area: 'outcomes', question: 'question.whichOutcomes', minutes: 10 },
    { area: 'decisions', question: 'question.whatClose', minutes: 20 },
  ],
  decide: [
    { area: 'map', question: 'question.whereStand', minutes: 5 },
    { area: 'scenarios', question: 'question.whichScenario', minutes: 20 },
    { area: 'guardrails', question: 'question.whichRules', minutes: 10 },
    { area: 'rankings', question: 'question.whichOrder', minutes: 20 },
    { area: 'decisions', question: 'question.whatDecide', minutes: 30 },
  ],
};

/** A ready-made storyboard as the changes that write it. Pages of views that the program does not have are left out. */
export function storyboardFromTemplate(
  id: TemplateId,
  place: {
    readonly position: number;
    readonly language: Language;
    /** The views that can be shown. */
    readonly areas: readonly string[];
    readonly newId: () => string;
  },
): { readonly storyboard: Storyboard; readonly changes: readonly Change[] } {
  const storyboard: Storyboard = {
    id: place.newId(),
    position: place.position,
    name: words[place.language][`template.${id}`],
    description: '',
  };
  const pages = templates[id]
    .filter(({ area }) => place.areas.includes(area))
    .map(
      (page, position): StoryboardPage => ({
        ...newStoryboardPage(place.newId(), storyboard.id, position, page.area),
        questionEn: words.en[page.question],
        questionZh: words['zh-CN'][page.question],
        minutes: page.minutes,
        state: page.state ?? {},
      }),
    );
  return {
    storyboard,
    changes: [
      { op: 'put', table: 'storyboard', record: { ...storyboard } },
      ...pages.map((page): Change => ({ op: 'put', table: 'storyboardPage', record: { ...page } })),
    ],
  };
}
