import { quantile } from 'd3-array';
import { sortRows, type TwinTableData } from '../charts/frame/twinTable.ts';
import type { PageContext } from './context.ts';
import type { PageDraft, TableDraft } from './draft.ts';

const MOST_PAGES = 6;
/** Px that a column asks for, at least and at most, before all of them are fitted into the page. */
const NARROWEST = 48;
const WIDEST = 260;
const TEXT = 11.5;

/** A page as it was looked at: with its table in the place of the picture where that was shown, sorted in the same way. */
export function asLooked(draft: PageDraft, context: PageContext): PageDraft {
  const { look, figures, say } = context;
  const twin = draft.twin === undefined ? null : (look?.twin(draft.twin) ?? null);
  if (!twin || !draft.table) return draft;
  const asked: TwinTableData = {
    ...draft.table,
    rows: draft.table.rows.map((cells, at) => ({ id: String(at), cells })),
  };
  const rows = sortRows(asked, twin.sort).map(({ cells }) => cells);
  const table = { ...draft.table, rows };
  const isTable = draft.tablePages !== undefined;
  if (!isTable && !twin.asTable) return { ...draft, table };
  const texts = rows.map((cells) => cells.map(({ text }) => text));
  if (draft.tablePages) return { ...draft, table, tablePages: { ...draft.tablePages, rows: texts } };
  const { drawing: _drawing, chart: _chart, ...rest } = draft;
  return {
    ...rest,
    table,
    tablePages: {
      columns: table.columns,
      shares: sharesOf(table.columns, texts, context),
      rows: texts,
      mostPages: MOST_PAGES,
      cut: (shown) =>
        say('reports')('cut.rows', { shown: figures.number(shown), all: figures.number(rows.length) }),
    },
  };
}

/** Shares of the width after what the columns hold: nine of ten of their words, and their head's longest one. */
function sharesOf(
  columns: TableDraft['columns'],
  rows: readonly (readonly string[])[],
  { measure }: PageContext,
): readonly number[] {
  const wanted = columns.map(({ label }, at) => {
    const head = Math.max(...label.split(/\s+/).map((word) => measure(word, TEXT, 600)));
    const most = quantile(rows, 0.9, (row) => measure(row[at] ?? '', TEXT)) ?? 0;
    return Math.max(NARROWEST, Math.min(WIDEST, Math.max(head, most) + 18));
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => width / all);
}
