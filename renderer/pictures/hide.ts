import type { PortfolioRecords } from '../../shared/domain/records.ts';
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

/**
 * The records with initiatives numbered in their order; what describes or names them otherwise, and who owns them,
 * is left out. Ids stay, so that everything computed from the full records still fits.
 */
export function withoutNames(
  records: PortfolioRecords,
  numbered: (number: number) => string,
): PortfolioRecords {
  const initiative = Object.fromEntries(
    Object.values(records.initiative).map((each, at) => [
      each.id,
      {
        ...each,
        name: numbered(at + 1),
        description: '',
        externalId: null,
        owner: null,
        status: null,
        extra: {},
      },
    ]),
  );
  return { ...records, initiative };
}
