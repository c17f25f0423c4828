import type { Initiative } from '../../domain/records.ts';
import type { ImportPlan } from '../contract.ts';
import { namesRows, type OtherSubject, type RowSubject } from '../importFields.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { type FurtherTable, isOwnList } from '../sources.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { joinColumn, ownIds } from './chooseTables.ts';
import { keysOf } from './joinRecords.ts';
import { namedSubject } from './listNames.ts';
import { listSubject } from './listSubject.ts';
import type { FurtherSource } from './otherTable.ts';

/** A list of records of their own beside the list that an import is about, and how it is read. */
export interface OwnList {
  readonly source: FurtherSource;
  readonly subject: OtherSubject;
  /** What was chosen of it before. */
  readonly choice?: FurtherTable;
  /** False where it is left out. */
  readonly taken: boolean;
  readonly plan: ImportPlan;
  readonly names: ColumnNames;
}

/** What comes before what: outcomes name segments. */
const ORDER: readonly OtherSubject[] = ['segments', 'partners', 'capabilities', 'outcomes'];

/**
 * Tells tables that came together apart: lists of their own, in the order in which they come in, and tables whose rows
 * belong to initiatives. A list of partners that names an initiative in each row tells of their work there. What the
 * person chose of a table stays; of several sheets that hold the same, by itself only the one that says most comes in.
 */
export function splitTables(
  main: { readonly table: Table; readonly plan: ImportPlan },
  others: readonly FurtherSource[],
  choices: readonly FurtherTable[],
  context: {
    readonly initiatives: readonly Initiative[];
    readonly currency: string;
    /** True where the person chose the sheet of the list. */
    readonly sheetChosen?: boolean;
  },
): { readonly own: readonly OwnList[]; readonly joined: readonly FurtherSource[] } {
  const mainSubject = main.plan.rows ?? 'initiatives';
  let ids: ReadonlySet<string> | null = null;
  const idsOfMain = (): ReadonlySet<string> => {
    ids ??= new Set([...keysOf(context.initiatives).keys(), ...ownIds(main.table, main.plan)]);
    return ids;
  };
  const own: OwnList[] = [];
  const joined: FurtherSource[] = [];
  for (const source of [...others].sort((a, b) => a.file - b.file)) {
    const choice = choices.find(({ file }) => file === source.file);
    const subject = choice ? (isOwnList(choice.role) ? choice.role : null) : listSubject(source);
    const list =
      subject === null
        ? null
        : readAs(source, subject, choice, { ...context, unknownWords: main.plan.unknownWords });
    const tellsOfWork =
      !choice &&
      subject === 'partners' &&
      mainSubject === 'initiatives' &&
      joinColumn(source.table, list?.plan.headerRow ?? 0, idsOfMain()) !== null;
    if (list === null || tellsOfWork) joined.push(source);
    else own.push({ ...list, taken: namesRows(list.plan.columns) && choice?.taken !== false });
  }
  const place = ({ subject }: OwnList): number =>
    subject === mainSubject ? ORDER.length : ORDER.indexOf(subject);
  return {
    own: withoutRivals(own, mainSubject, context.sheetChosen === true).sort(
      (a, b) => place(a) - place(b) || a.source.file - b.source.file,
    ),
    joined,
  };
}

/** What a sheet must say of its rows before it comes in by itself, in columns; its name says as much as many. */
const SAYS_ENOUGH = 3;
const BY_NAME = 100;

/** Leaves sheets out that nobody chose where a file, or a sheet that says more, holds the same. */
function withoutRivals(lists: readonly OwnList[], mainSubject: RowSubject, sheetChosen: boolean): OwnList[] {
  // Who picks the sheet of vendors means the vendors: nothing in it names what the other sheets hold.
  const alone = sheetChosen && mainSubject !== 'initiatives';
  const says = ({ source, subject, plan }: OwnList): number =>
    Object.keys(plan.columns).length + (namedSubject(source.fileName) === subject ? BY_NAME : 0);
  const isUnasked = ({ source, choice }: OwnList): boolean => source.isSheet === true && choice === undefined;
  return lists.map((list) => {
    if (!isUnasked(list)) return list;
    const rivals = lists.filter((each) => each !== list && each.taken && each.subject === list.subject);
    const isFirst = rivals.every(
      (rival) =>
        isUnasked(rival) &&
        (says(list) > says(rival) || (says(list) === says(rival) && list.source.file < rival.source.file)),
    );
    const taken = !alone && isFirst && list.subject !== mainSubject && says(list) >= SAYS_ENOUGH;
    return taken ? list : { ...list, taken: false };
  });
}

type Words = NonNullable<ImportPlan['unknownWords']>;

/** How a list of its own is read: what says "not known" is one question for all lists of an import. */
function readAs(
  source: FurtherSource,
  subject: OtherSubject,
  choice: FurtherTable | undefined,
  { currency, unknownWords }: { readonly currency: string; readonly unknownWords: Words | undefined },
): Omit<OwnList, 'taken'> {
  const given = {
    rows: subject,
    ...(choice?.columns ? { columns: choice.columns as ImportPlan['columns'] } : {}),
    translations: choice?.translations,
    unknownWords,
  };
  const { plan, names } = detectPlan(source.table, given, source, currency);
  return { source, subject, plan, names, ...(choice ? { choice } : {}) };
}
