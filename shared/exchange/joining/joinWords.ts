import type { Partner } from '../../domain/records.ts';
import { relationships } from '../../domain/records.ts';
import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import type { ImportPlan, ImportReason } from '../contract.ts';
import { choiceReader, translationsOf, unknownWords } from '../reading/readCells.ts';
import type { JoinedRole } from '../sources.ts';
import { tidyLine, tidyProse } from '../table/cellText.ts';

/** What a row of a joined table says in words or of a contract, beside its name, days and money. */
export interface RowWords {
  readonly relationship: Partner['relationship'];
  readonly contractEnd: string | null;
  readonly hypothesis: string;
  readonly learned: string;
}

type WordField = keyof RowWords;

/** How well a header must name a field of partners. */
const NAMED = 70;
const HYPOTHESIS = /\bhypothes[ie]s\b|假设/;
const LEARNED = /\b(?:learned|learnt|learnings?|lessons?)\b|经验|教训|收获/;

/** Which column says what in words, by the names of all columns; one whose rows are neither suppliers nor releases says nothing. */
export function wordColumns(role: JoinedRole, headers: readonly string[]): ReadonlyMap<WordField, number> {
  const read = headers.map((header) => readHeader(tidyLine(header).text));
  const best = (score: (column: number) => number): number => {
    const scores = read.map((_, column) => score(column));
    const most = Math.max(...scores);
    return most >= NAMED ? scores.indexOf(most) : -1;
  };
  const partner = (field: 'relationship' | 'endDate') =>
    best((column) => headerScore(field, read[column] ?? readHeader(''), 'partners'));
  const said = (pattern: RegExp) => read.findIndex(({ phrase }) => pattern.test(phrase));
  const found: readonly (readonly [WordField, number])[] =
    role === 'suppliers'
      ? [
          ['relationship', partner('relationship')],
          ['contractEnd', partner('endDate')],
        ]
      : role === 'releases'
        ? [
            ['hypothesis', said(HYPOTHESIS)],
            ['learned', said(LEARNED)],
          ]
        : [];
  return new Map(found.filter(([, column]) => column !== -1));
}

/**
 * A reader of what the rows of a table say in words: relationships by the plan's translations, then by words in both
 * languages. `dayOf` reads a day, and `told` hears of a cell that says something else.
 */
export function wordReader(
  plan: Pick<ImportPlan, 'translations' | 'unknownWords'>,
): (
  cellOf: (field: WordField) => string,
  dayOf: (cell: string) => string | null,
  told: (field: WordField, reason: ImportReason, cell: string) => void,
) => RowWords {
  const say = unknownWords(plan);
  const relationOf = choiceReader('relationship', say, translationsOf(plan.translations).get('relationship'));
  return (cellOf, dayOf, told) => {
    const [relation, end] = [cellOf('relationship'), tidyLine(cellOf('contractEnd')).text];
    const { value: choice, reason } = relationOf(relation);
    if (reason !== null) told('relationship', reason, tidyLine(relation).text);
    const until = say(end) === null ? end : '';
    const contractEnd = until === '' ? null : dayOf(until);
    if (until !== '' && contractEnd === null) told('contractEnd', 'not_a_date', until);
    return {
      relationship: relationships.find((each) => each === choice) ?? null,
      contractEnd,
      hypothesis: tidyProse(cellOf('hypothesis')).text,
      learned: tidyProse(cellOf('learned')).text,
    };
  };
}
