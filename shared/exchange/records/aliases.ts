import type { OtherSubject } from '../importFields.ts';

/** What lists that came in before call their records beside their names: ids of records by `matchKey` of the list's own ids. */
export type Aliases = Readonly<Partial<Record<OtherSubject, ReadonlyMap<string, string>>>>;
