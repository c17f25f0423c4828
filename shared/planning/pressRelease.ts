import { builtOnce } from '../builtOnce.ts';
import type { PortfolioRecords, PressRelease } from '../domain/records.ts';

/** What the gate of working backwards asks for before work begins (PRODUCT.md, row 4 and number 14). */
const gateParts = ['benefit', 'measure', 'date'] as const;
export type GatePart = (typeof gateParts)[number];

/** The parts of a press release as they stand in it, its questions, its user guide and its four prompts. */
export const pressParts = [
  'title',
  'subtitle',
  'date',
  'introduction',
  'valueProposition',
  'features',
  'questions',
  'userGuide',
  'benefitEnsured',
  'needChecked',
  'valueMeasured',
  'feedbackAnswered',
] as const;
export type PressPart = (typeof pressParts)[number];

export const FEWEST_FEATURES = 3;
export const MOST_FEATURES = 5;

const isSaid = (text: string): boolean => text.trim() !== '';

/** Whether a part says something: of features 3 to 5, of questions at least one and each of them answered. */
export function isWritten(release: PressRelease, part: PressPart): boolean {
  switch (part) {
    case 'date':
      return release.date !== null;
    case 'features': {
      const said = release.features.filter(isSaid).length;
      return said >= FEWEST_FEATURES && said <= MOST_FEATURES;
    }
    case 'questions':
      return (
        release.questions.length > 0 &&
        release.questions.every(({ question, answer }) => isSaid(question) && isSaid(answer))
      );
    default:
      return isSaid(release[part]);
  }
}

const gateOf: Readonly<Record<GatePart, PressPart>> = {
  // The benefit stands in the subtitle, in one sentence.
  benefit: 'subtitle',
  measure: 'valueMeasured',
  date: 'date',
};

/** What the gate still lacks, in its order; all of it where nothing was written yet. */
export const missingAtGate = (release: PressRelease | null): readonly GatePart[] =>
  gateParts.filter((part) => release === null || !isWritten(release, gateOf[part]));

/** The parts that are not written yet, in their order; all where nothing was written. */
export const missingParts = (release: PressRelease | null): readonly PressPart[] =>
  pressParts.filter((part) => release === null || !isWritten(release, part));

/** The press releases by initiative; of several of one initiative the first. */
export const pressReleases = builtOnce(
  (table: PortfolioRecords['pressRelease']): ReadonlyMap<string, PressRelease> => {
    const groups = Map.groupBy(Object.values(table), ({ initiativeId }) => initiativeId);
    return new Map([...groups].map(([initiativeId, [first]]) => [initiativeId, first!]));
  },
);
