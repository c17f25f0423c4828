import { useTranslation } from 'react-i18next';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { change } from '../../state/service.ts';
import { pasteChanges, readSheet, writeSheet } from './clipboard.ts';
import type { Column, FiguresOf } from './columns.ts';
import type { Cursor } from './gridCursor.ts';
import type { Item } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';
import { useTable } from './tableStore.ts';

export interface ClipboardPlace {
  readonly items: readonly Item[];
  readonly shown: readonly InitiativeRow[];
  readonly columns: readonly Column[];
  readonly cursor: Cursor;
  readonly cursorLine: number;
  readonly figuresOf: FiguresOf;
  readonly readOnly: boolean;
}

/** Copy and paste of the table as a spreadsheet does them. */
export function useClipboard(place: ClipboardPlace): {
  readonly copy: (event: React.ClipboardEvent) => void;
  readonly paste: (event: React.ClipboardEvent) => void;
} {
  const { t } = useTranslation(['inspector', 'initiatives', 'common']);
  const { items, shown, columns, cursor, cursorLine, figuresOf, readOnly } = place;
  const words = (column: Column, row: InitiativeRow): string | null => {
    const { mode, stage } = row.initiative;
    if (column.kind === 'mode') return t(`mode.${mode}`, { ns: 'common' });
    if (column.kind === 'stage') return stage === null ? '' : t(`stage.${stage}`, { ns: 'common' });
    return null;
  };
  const copy = (event: React.ClipboardEvent): void => {
    if (cursor.editing) return;
    const { ticked } = useTable.getState();
    const column = columns[cursor.column - 1];
    const item = items[cursorLine - 1];
    const rows =
      ticked.size > 0 ? shown.filter(({ id }) => ticked.has(id)) : item?.kind === 'row' ? [item.row] : [];
    const copied = ticked.size > 0 ? columns : column ? [column] : [];
    if (rows.length === 0 || copied.length === 0) return;
    const currency = usePortfolio.getState().records?.portfolio.portfolio?.currency ?? 'USD';
    const { language } = usePreferences.getState();
    event.clipboardData.setData('text/plain', writeSheet(rows, copied, figuresOf, currency, language, words));
    event.preventDefault();
    tell({ kind: 'done', key: 'notice.copied' });
  };
  const paste = (event: React.ClipboardEvent): void => {
    if (cursor.editing || readOnly || cursor.column === 0 || cursorLine === 0) return;
    event.preventDefault();
    const rows = items.slice(cursorLine - 1).flatMap((item) => (item.kind === 'row' ? [item.row] : []));
    const pasted = pasteChanges(
      readSheet(event.clipboardData.getData('text/plain')),
      rows,
      columns.slice(cursor.column - 1),
    );
    if (!pasted.ok) {
      tell({
        kind: 'done',
        key: 'notice.pasteRefused',
        params: {
          row: pasted.row,
          column: t(`column.${pasted.column}`, { ns: 'initiatives' }),
          reason: t(pasted.reason),
        },
      });
      return;
    }
    if (pasted.cells === 0) return;
    void change('initiative.paste', { count: pasted.cells }, pasted.changes).then((done) => {
      if (done)
        tell({ kind: 'done', key: 'notice.pasted_other', params: { count: pasted.cells }, undoable: true });
    });
  };
  return { copy, paste };
}
