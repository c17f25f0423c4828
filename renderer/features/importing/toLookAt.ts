import { notesToLookAt, type SourceNote } from '../../../shared/exchange/sources.ts';

/** Whether a note is on what a person should look at; any other says what was done to read the file. */
export const isToLookAt = ({ what }: SourceNote): boolean => notesToLookAt.some((each) => each === what);
