import type { SourceNote, SourceNoteKind } from '../../../shared/exchange/sources.ts';

const KINDS: ReadonlySet<SourceNoteKind> = new Set([
  'struckRows',
  'dayOrderOpen',
  'currencyOpen',
  'unitOpen',
  'moneyLeft',
  'oneYearOnly',
  'partOnly',
  'timesAdded',
  'timesLeft',
  'uppersCounted',
  'blocksOpen',
  'idsRounded',
  'formulaEmpty',
  'otherTable',
  'namesMade',
  'subitemsLeft',
]);

/** Whether a note is on what a person should look at, before the list comes in or after; any other says what was done to read it. */
export const isToLookAt = ({ what }: SourceNote): boolean => KINDS.has(what);
