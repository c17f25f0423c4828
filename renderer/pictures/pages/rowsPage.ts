import { numberCell, textCell } from '../../charts/frame/twinTable.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

/** Stands where nothing is known. */
const UNKNOWN = '–';

/** A column of a page of rows. */
export interface RowColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Of the width, beside the shares of the others. */
  readonly share: number;
  /** Null or empty where it is not known. */
  readonly text: (row: Row) => string | null;
  /** What sorts, for a column of numbers; null where it is not known. */
  readonly number?: (row: Row) => number | null;
}

/** A page that is a table of records, over `mostPages` sheets at most; nothing where there is no row. */
export function rowsPage<Row>(
  { figures, say }: PageContext,
  page: {
    readonly name: string;
    readonly title: string;
    readonly subtitle: string;
    readonly modelled?: boolean;
    readonly mostPages: number;
    readonly columns: readonly RowColumn<Row>[];
    readonly rows: readonly Row[];
  },
): readonly PageDraft[] {
  if (page.rows.length === 0) return [];
  const columns = page.columns.map(({ id, label, number }) => ({
    id,
    label,
    kind: number ? ('number' as const) : ('text' as const),
  }));
  const cells = page.rows.map((row) =>
    page.columns.map(({ text, number }) => {
      const said = text(row) || UNKNOWN;
      return number ? numberCell(number(row), said) : textCell(said);
    }),
  );
  const room = page.columns.reduce((sum, { share }) => sum + share, 0);
  return [
    {
      name: page.name,
      title: page.title,
      subtitle: page.subtitle,
      description: page.title,
      modelled: page.modelled ?? false,
      tablePages: {
        columns,
        shares: page.columns.map(({ share }) => share / room),
        rows: cells.map((row) => row.map(({ text }) => text)),
        mostPages: page.mostPages,
        cut: (shown) =>
          say('reports')('cut.rows', {
            shown: figures.number(shown),
            all: figures.number(page.rows.length),
          }),
      },
      table: reportTable({
        caption: page.title,
        columns,
        rows: cells.map((row, at) => ({ id: String(at), cells: row })),
      }),
    },
  ];
}
