import { ellipsis, estimateWidth } from './measureText.ts';

/** How much of a name a sentence takes, in letters as wide as a Chinese one: about sixty Latin ones. */
const LONGEST = 36;

/** A name as a title or another sentence holds it: whole, or its beginning with an ellipsis when it would bury the rest. */
export const shortName = (name: string): string => ellipsis(name, LONGEST, estimateWidth, 1);
