import { joinWords } from '../../../shared/text/join.ts';
import type { FootBasis } from '../../analysis/footPlace.ts';
import { numberCell, textCell } from '../../charts/frame/twinTable.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { FEW_RECORDS } from '../pageTable.ts';

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
  /** What people wrote in their own words, which may name anybody and any amount: hidden with either. */
  readonly prose?: true;
}

/** A page that is a table of records, over `mostPages` sheets at most; nothing where there is no row. */
export function rowsPage<Row>(
  { figures, say, options, join }: PageContext,
  page: {
    readonly name: string;
    readonly title: string;
    readonly subtitle: string;
    readonly basis?: FootBasis;
    readonly mostPages: number;
    /** True where a column in which nothing is known of any leaves its room to the others, and is named instead. */
    readonly leavesOutUnknown?: true;
    readonly columns: readonly RowColumn<Row>[];
    readonly rows: readonly Row[];
  },
): readonly PageDraft[] {
  if (page.rows.length === 0) return [];
  const hides = options.names === 'hidden' || options.amounts === 'hidden';
  const allowed = page.columns.filter(({ prose }) => !(prose && hides));
  // Fields of few records stand below each other, where an unknown one takes no width.
  const blank =
    !page.leavesOutUnknown || page.rows.length <= FEW_RECORDS
      ? []
      : allowed.filter(({ text }) => !page.rows.some(text));
  const shown = allowed.filter((column) => !blank.includes(column));
  const names = blank.map(({ label }) => label);
  const subtitle = join([
    page.subtitle,
    blank.length > 0
      ? say('reportPages')('unknownColumns', { columns: joinWords(names, options.language) })
      : '',
  ]);
  const columns = shown.map(({ id, label, number }) => ({
    id,
    label,
    kind: number ? ('number' as const) : ('text' as const),
  }));
  const cells = page.rows.map((row) =>
    shown.map(({ text, number }) => {
      const said = text(row) || UNKNOWN;
      return number ? numberCell(number(row), said) : textCell(said);
    }),
  );
  const room = shown.reduce((sum, { share }) => sum + share, 0);
  return [
    {
      name: page.name,
      title: page.title,
      subtitle,
      description: page.title,
      basis: page.basis ?? 'records',
      tablePages: {
        columns,
        shares: shown.map(({ share }) => share / room),
        rows: cells.map((row) => row.map(({ text }) => text)),
        mostPages: page.mostPages,
        cut: (count) =>
          say('reports')('cut.rows', {
            shown: figures.number(count),
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
