import type { stages } from '../../../shared/domain/records.ts';
import type { ReportTable } from '../../../shared/report/page.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { numberCell, type TwinCell, textCell } from '../../charts/frame/twinTable.ts';
import { shownText } from '../../features/initiatives/cellValues.ts';
import { type Column, columnOf, isNumeric } from '../../features/initiatives/columns.ts';
import { firstColumns } from '../../features/initiatives/readArrangement.ts';
import { type InitiativeRow, initiativeRows } from '../../features/initiatives/rows.ts';
import { isRanked, sortRows, sortText } from '../../features/initiatives/sortRows.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { figuresOf, filteredRows } from '../scope.ts';

const MOST_PAGES = 2;
/** Columns that a page has room for. */
const MOST_COLUMNS = 9;

/**
 * The table of initiatives as it is arranged: its columns, and the rows that its filters let through, in its order. As
 * nobody arranged it, those with most money come first, and a column in which nothing is known is left out.
 */
export function initiativePages(context: PageContext): readonly PageDraft[] {
  const { options, figures, settings, say, look, records } = context;
  const reports = say('reports');
  const words = say('initiatives');
  const common = say('common');
  const arranged = look?.table;
  const model = figuresOf(context);
  const rows = arranged
    ? filteredRows(context, { table: arranged }, arranged.retired)
    : filteredRows(context, { table: plainTable });
  if (rows.length === 0 && Object.keys(records.initiative).length === 0) return [];
  const sort = arranged?.sort ?? byMoney;
  const compare = new Intl.Collator(options.language, { numeric: true }).compare;
  const texts = new Set(
    sort.filter(({ id }) => isRanked(id)).flatMap(({ id }) => rows.map((row) => sortText(id, row) ?? '')),
  );
  const ranks = new Map([...texts].sort(compare).map((text, place) => [text, place]));
  const sorted = sortRows(rows, sort, ranks, model);
  const hidden = options.names === 'hidden';
  // Rows are chosen and ordered by what is known, and say what may be said.
  const shownRows = new Map(initiativeRows(records).map((row) => [row.id, row]));
  const textOf = (column: Column, row: InitiativeRow): string => {
    const shown = shownRows.get(row.id) ?? row;
    if (column.kind === 'mode') return common(`mode.${shown.initiative.mode}`);
    if (column.kind === 'stage') {
      const { stage } = shown.initiative;
      return stage === null ? UNKNOWN : common(`stage.${stage as (typeof stages)[number]}`);
    }
    return shownText(column, shown, model(row.id), settings.currency, options.language) ?? UNKNOWN;
  };
  const columns = (arranged?.columns ?? firstColumns)
    .filter(({ shown }) => shown)
    .map(({ id }) => columnOf(id))
    // What is left out elsewhere has no column here.
    .filter(({ id }) => !(hidden && (id === 'owner' || id === 'status' || id === 'externalId')))
    .filter(({ kind }) => !(options.amounts === 'hidden' && kind === 'money'))
    .filter((column) => arranged !== undefined || rows.some((row) => textOf(column, row) !== UNKNOWN))
    .slice(0, MOST_COLUMNS);
  const cellOf = (column: Column, row: InitiativeRow): TwinCell => {
    const text = textOf(column, row);
    if (!isNumeric(column)) return textCell(text);
    const value = column.number?.(row, model) ?? null;
    return numberCell(
      column.kind === 'money' && value !== null ? toMajor(value, settings.currency) : value,
      text,
    );
  };
  const heads: ReportTable['columns'] = columns.map((column) => ({
    id: column.id,
    label: words(column.label),
    kind: isNumeric(column) ? 'number' : 'text',
  }));
  const moneyKnown = rows.some(({ initiative }) => initiative.budget !== null);
  const products = rows.filter(({ initiative }) => initiative.mode === 'product').length;
  const title = say('present')('stage.initiatives', {
    number: figures.number(rows.length),
    projects: figures.number(rows.length - products),
    products: figures.number(products),
    count: rows.length,
  });
  const room = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      name: reports('page.initiatives'),
      title,
      subtitle: '',
      description: title,
      basis: columns.some(({ id }) => id === 'wasteShare' || id === 'timeToFirstValue')
        ? 'expected'
        : 'records',
      tablePages: {
        columns: heads,
        shares: columns.map(({ width }) => width / room),
        rows: sorted.map((row) => columns.map((column) => textOf(column, row))),
        mostPages: MOST_PAGES,
        cut: (shown) =>
          reports(arranged || !moneyKnown ? 'cut.rows' : 'cut.costliest', {
            shown: figures.number(shown),
            all: figures.number(rows.length),
          }),
      },
      table: reportTable({
        caption: title,
        columns: heads,
        rows: sorted.map((row) => ({ id: row.id, cells: columns.map((column) => cellOf(column, row)) })),
      }),
    },
  ];
}

/** Stands where nothing is known. */
const UNKNOWN = '–';
/** The order of a table that nobody arranged. */
const byMoney = [{ id: 'budget', descending: true }] as const;
/** The table as nobody has filtered it. */
const plainTable = { search: '', filters: {}, overhead: 'shown' } as const;
