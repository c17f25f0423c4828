import { textCell } from '../../charts/frame/twinTable.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

/** Sheets at most, where a page does not say it. */
const MOST_PAGES = 6;

/** A page that is a table of words; nothing where it has no row, or where names or amounts are hidden. */
export function tablePage(
  { figures, say, options }: PageContext,
  page: {
    readonly name: string;
    readonly title: string;
    readonly subtitle: string;
    readonly columns: readonly { readonly id: string; readonly label: string; readonly share: number }[];
    readonly rows: readonly (readonly string[])[];
    /** Sheets at most. */
    readonly mostPages?: number;
    /** True where the first column says what each row is of. */
    readonly rowHeads?: boolean;
  },
): readonly PageDraft[] {
  // What people wrote in their own words may name anybody and any amount.
  if (page.rows.length === 0 || options.names === 'hidden' || options.amounts === 'hidden') return [];
  const columns = page.columns.map(({ id, label }) => ({ id, label, kind: 'text' as const }));
  return [
    {
      name: page.name,
      title: page.title,
      subtitle: page.subtitle,
      description: page.title,
      basis: 'records',
      tablePages: {
        columns,
        shares: page.columns.map(({ share }) => share),
        rows: page.rows,
        mostPages: page.mostPages ?? MOST_PAGES,
        rowHeads: page.rowHeads ?? false,
        cut: (shown) =>
          say('reports')('cut.rows', {
            shown: figures.number(shown),
            all: figures.number(page.rows.length),
          }),
      },
      table: reportTable({
        caption: page.title,
        columns,
        rows: page.rows.map((row, at) => ({ id: String(at), cells: row.map(textCell) })),
      }),
    },
  ];
}
