import { nameBehind } from '../../../shared/analysis/coverageElements.ts';
import { shownParts } from '../../../shared/analysis/shownParts.ts';
import { INTERNAL_VENDOR } from '../../../shared/coverage/types.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { elementRows } from '../../../shared/report/elementRows.ts';
import { coverage } from '../../../shared/text/catalogues/coverage.ts';
import { receipts } from '../../../shared/text/catalogues/receipts.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { type ElementWords, elementFactIn, elementPartIn } from '../../../shared/text/elementReceiptText.ts';
import { filled } from '../../../shared/text/filled.ts';
import {
  formatMoney,
  formatNumber,
  formatShare,
  HIDDEN_AMOUNT,
  toMinor,
} from '../../../shared/text/format.ts';
import { bracketed } from '../../../shared/text/join.ts';
import type { PlainSheet } from './plainSheet.ts';
import type { SheetCell } from './sheetXml.ts';
import { sideBySide, unitWords, type WorkbookWords } from './workbookWords.ts';

/** Parts of a figure that a cell holds: one that thousands serve has more than a cell can. */
const MOST_PARTS = 60;

/**
 * The sheet of the receipts of what is needed and of the whole portfolio, computed while it is walked through.
 * `records` are those that may be shown; `onShare` is told how far the analysis before its first row is, from 0 to 1.
 */
export function elementSheet(
  records: PortfolioRecords,
  words: WorkbookWords,
  onShare: (share: number) => void,
): PlainSheet {
  const said = reports[words.language];
  return {
    name: said['needs.title'],
    notes: [sideBySide([words.of, said['needs.note']])],
    head: [
      said['receipts.initiative'],
      said['receipts.figure'],
      said['receipts.value'],
      said['receipts.unit'],
      said['receipts.formula'],
      said['receipts.parts'],
      said['receipts.inputs'],
      said['receipts.id'],
    ],
    rows: elementCells(records, words, onShare),
  };
}

/** A row a figure. */
function* elementCells(
  records: PortfolioRecords,
  words: WorkbookWords,
  onShare: (share: number) => void,
): Generator<readonly SheetCell[], void> {
  const { language, currency, hideAmounts } = words;
  const unitOf = unitWords(words);
  const minor = (amount: number): number => toMinor(Math.round(amount), currency);
  const said: ElementWords = {
    say: (key, values) => filled(receipts[language][key], values ?? {}),
    nameOf: (id) =>
      id === INTERNAL_VENDOR ? coverage[language]['evidence.internal'] : (nameBehind(records, id) ?? id),
    money: (amount) => (hideAmounts ? HIDDEN_AMOUNT : (formatMoney(minor(amount), currency, language) ?? '')),
    percent: (share, digits) => formatShare(share, language, digits),
    number: (value, digits) => formatNumber(value, language, digits) ?? '',
  };
  const noted = (text: string, note: string | undefined): string =>
    note === undefined ? text : bracketed(text, note, language);
  for (const { elementId, receipt } of elementRows(records, hideAmounts, onShare)) {
    const { parts, rest } = shownParts(receipt.parts, receipt.operation, MOST_PARTS);
    const partTexts = parts
      .map((part) => elementPartIn(part, receipt.unit, said))
      .map(({ name, text, note }) => `${noted(name, note)} = ${text}`);
    if (rest)
      partTexts.push(
        filled(reports[language]['receipts.more'], {
          count: formatNumber(rest.count, language),
          value: said.money(rest.value ?? 0),
        }),
      );
    yield [
      elementId === null ? receipts[language]['element.portfolio'] : said.nameOf(elementId),
      receipts[language][`element.${receipt.figure}`],
      receipt.value === null ? null : { value: receipt.value, format: 'figure' },
      unitOf(receipt.unit),
      receipt.formula,
      partTexts.join('; '),
      receipt.facts
        .map((fact) => elementFactIn(fact, said))
        .map(({ name, text, note }) => noted(`${name} = ${text}`, note))
        .join('; '),
      `${elementId === null ? 'portfolio' : 'coverage'}.${receipt.figure}`,
    ];
  }
}
