import type { ReportCell, ReportTable } from '../../shared/report/page.ts';
import type { FigureWords } from '../charts/frame/figureWords.ts';
import type { TwinTableData } from '../charts/frame/twinTable.ts';

/** Stands where an amount of money is hidden. */
export const MASK = '•••';

/** Formats that say every figure but amounts of money. */
export const withoutMoney = (figures: FigureWords): FigureWords => ({
  ...figures,
  money: () => MASK,
  moneyShort: () => MASK,
});

/** A chart's twin as a table of a report; a cell whose words are hidden loses its number too. */
export function reportTable(table: TwinTableData): ReportTable {
  const cell = ({ value, text }: ReportCell): ReportCell => ({
    value: text.includes(MASK) ? null : value,
    text,
  });
  return {
    caption: table.caption,
    columns: table.columns,
    rows: table.rows.map(({ cells }) => cells.map(cell)),
  };
}
