import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { readHeader } from './fieldNames.ts';
import { headerScore } from './headerScore.ts';

/** How well a header must say "name" for nobody to ask where the names came from. */
const SAID = 55;

/** What is said where rows are called by a column that is not named like a name: what a contract is about, a team. */
export function nameNote(header: string | undefined): readonly SourceNote[] {
  return header === undefined || headerScore('name', readHeader(tidyLine(header).text)) >= SAID
    ? []
    : [{ what: 'namedBy', count: 1, examples: [header] }];
}
