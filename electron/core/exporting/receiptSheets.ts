import type { Initiative } from '../../../shared/domain/records.ts';
import type { DisputeReason } from '../../../shared/model/parameterTable.ts';
import type { ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import {
  GatheredInputs,
  RANGE_FUTURES,
  type ReceiptsBasis,
  receiptRows,
} from '../../../shared/report/receiptRows.ts';
import { common } from '../../../shared/text/catalogues/common.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { parameters } from '../../../shared/text/catalogues/parameters.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { filled } from '../../../shared/text/filled.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { inputNameIn, inputSourceIn, inputValueIn, partNameIn } from '../../../shared/text/receiptText.ts';
import type { PlainSheet } from './plainSheet.ts';
import type { SheetCell } from './sheetXml.ts';
import { sideBySide, unitWords, type WorkbookWords } from './workbookWords.ts';

/** The sheets of receipts and of what they rest on. */
export type ReceiptSheets<T> = readonly [receipts: T, inputs: T];

const figure = (value: number | null | undefined): SheetCell =>
  value == null ? null : { value, format: 'figure' };
const plain = (value: unknown): SheetCell => (typeof value === 'number' ? { value, format: 'plain' } : null);

/**
 * The sheets of the receipts of initiatives and of what they rest on. The second is gathered while the first is walked
 * through; `onShare` is told then how much of it is computed, from 0 to 1.
 */
export function receiptSheets(
  basis: ReceiptsBasis,
  words: WorkbookWords,
  onShare: (share: number) => void,
): ReceiptSheets<PlainSheet> {
  const { language, of } = words;
  const said = reports[language];
  const number = (value: number): string => formatNumber(value, language);
  const shown = basis.initiatives.length;
  const held = said[shown < basis.all ? 'receipts.cut' : 'receipts.all'];
  const gathered = new GatheredInputs();
  return [
    {
      name: said['receipts.title'],
      notes: [
        sideBySide([
          of,
          filled(held, { shown: number(shown), all: number(basis.all) }),
          filled(said['receipts.ranges'], { draws: number(RANGE_FUTURES) }),
        ]),
      ],
      head: [
        said['receipts.initiative'],
        said['receipts.figure'],
        said['receipts.mode'],
        said['receipts.today'],
        said['receipts.value'],
        said['receipts.low'],
        said['receipts.median'],
        said['receipts.high'],
        said['receipts.unit'],
        said['receipts.formula'],
        said['receipts.parts'],
        said['receipts.inputs'],
        said['receipts.disputed'],
        said['receipts.id'],
      ],
      rows: receiptCells(basis, words, gathered, onShare),
    },
    {
      name: said['inputs.title'],
      notes: [sideBySide([of, said['inputs.note']])],
      head: [
        said['receipts.initiative'],
        said['inputs.input'],
        said['receipts.value'],
        said['inputs.number'],
        said['inputs.lowest'],
        said['inputs.highest'],
        said['inputs.source'],
        said['inputs.evidence'],
        said['inputs.disputed'],
        said['inputs.id'],
      ],
      rows: inputCells(gathered, words),
    },
  ];
}

/** A row a figure of an initiative. */
function* receiptCells(
  basis: ReceiptsBasis,
  words: WorkbookWords,
  gathered: GatheredInputs,
  onShare: (share: number) => void,
): Generator<readonly SheetCell[], void> {
  const { language, currency } = words;
  const unitOf = unitWords(words);
  // Most figures of an initiative rest on the same inputs.
  const texts = new Map<ReceiptInput, string>();
  let last: Initiative | null = null;
  for (const { initiative, receipt } of receiptRows(basis, onShare)) {
    if (initiative !== last) texts.clear();
    last = initiative;
    const { mode } = receipt;
    yield [
      initiative.name,
      figureNameIn(receipt.figure, language),
      mode === null ? null : common[language][`mode.${mode}`],
      mode === null ? null : exporting[language][mode === initiative.mode ? 'value.yes' : 'value.no'],
      figure(receipt.value),
      figure(receipt.range?.p10),
      figure(receipt.range?.p50),
      figure(receipt.range?.p90),
      unitOf(receipt.unit),
      receipt.formula,
      receipt.parts
        .map((part) => `${partNameIn(part, language)} = ${formatNumber(part.value, language, 2)}`)
        .join('; '),
      receipt.inputs.map((input) => textOf(initiative, input)).join('; '),
      receipt.inputs
        .filter(({ disputed }) => disputed !== undefined)
        .map(({ id }) => inputNameIn(id, language))
        .join('; '),
      receipt.figure,
    ];
  }

  function textOf(initiative: Initiative, input: ReceiptInput): string {
    const known = texts.get(input);
    if (known !== undefined) return known;
    const text = `${inputNameIn(input.id, language)} = ${inputValueIn(input, language, currency)}`;
    texts.set(input, text);
    gathered.take(initiative, input);
    return text;
  }
}

/** A row an input: where its value comes from, and how sure it is. */
function* inputCells(
  gathered: GatheredInputs,
  { language, currency }: WorkbookWords,
): Generator<readonly SheetCell[], void> {
  const said = parameters[language];
  for (const { initiative, input } of gathered.rows()) {
    const { evidence, disputed } = input;
    yield [
      initiative === null ? reports[language]['inputs.all'] : initiative.name,
      inputNameIn(input.id, language),
      inputValueIn(input, language, currency),
      plain(input.value),
      plain(input.range?.[0]),
      plain(input.range?.[1]),
      inputSourceIn(input, language),
      evidence === null ? '' : sideBySide([said[`strength.${evidence}`], input.evidence_ids.join(', ')]),
      disputed === undefined ? '' : said[`dispute.${disputed as DisputeReason}`],
      input.id,
    ];
  }
}
